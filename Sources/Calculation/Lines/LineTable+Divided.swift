internal import Company
internal import Quantities
internal import Synchronization

extension LineTable {
    /// What each line gets of an amount of money of its event, so that the lines of a shared event are the whole to the kopeck
    /// (``SharedAmounts``); `nil` where 64 bits are not shown to hold it, or shares are no parts of a whole.
    ///
    /// - Parameters:
    ///   - field: A number field whose column the table has.
    ///   - split: Who shares which events.
    ///   - minorDigits: The decimal places of the smallest amount that is handed out.
    func divided(_ field: Int, _ split: SplitTable, minorDigits: Int, threads: Int) -> Column? {
        guard let column = columns[.field(field)], let shares, shareRange.lowerBound >= 0 else { return nil }
        let places = max(column.scale, minorDigits)
        let factor = PowersOfTen.int64(places - column.scale)
        // Of nothing that is added to an amount a part has more than the whole.
        let bounds = LineBounds(column.values.expectedRange).times(LineBounds(factor...factor))
        guard let range = bounds.union(LineBounds(0...0)).narrow else { return nil }
        let division = LineDivision(
            table: self, split: split, shares: shares, values: column.values, factor: factor,
            step: PowersOfTen.int64(places - minorDigits))
        // The lowest number of a width stands for "none".
        let fitsFourBytes = range.lowerBound > Int64(Int32.min) && range.upperBound <= Int64(Int32.max)
        let stored: LineColumn.Stored? =
            fitsFourBytes
            ? parts(of: division, threads).map(LineColumn.Stored.four)
            : parts(of: division, threads).map(LineColumn.Stored.eight)
        return stored.map {
            Column(LineColumn($0, base: 0, mayBeEmpty: column.values.mayBeEmpty, range: range), scale: places)
        }
    }

    /// The parts of all lines, in integers that hold them; `nil` when an event cannot be divided.
    private func parts<Units: FixedWidthInteger & BitwiseCopyable & Sendable>(
        of division: LineDivision, _ threads: Int
    ) -> FlatColumn<Units>? {
        let failed = Mutex(false)
        let ranges = parts(threads)
        let units = FlatColumn<Units>(count: count) { target in
            // The lines of every range of people are written by one thread.
            nonisolated(unsafe) let target = target
            Parallel.each(ranges.count) { number in
                if !division.write(ranges[number], target) { failed.withLock { $0 = true } }
            }
        }
        return failed.withLock { $0 } ? nil : units
    }
}

/// Divides the amounts of shared events among their lines.
private struct LineDivision: Sendable {
    let table: LineTable
    let split: SplitTable
    let shares: FlatColumn<Int32>
    let values: LineColumn
    let factor: Int64
    let step: Int64

    /// Writes the parts of the lines of some people; `false` when an event cannot be divided.
    func write<Units: FixedWidthInteger>(_ people: Range<Int>, _ target: UnsafeMutableBufferPointer<Units>) -> Bool {
        let split = split.loaded
        let persons = split.persons
        var amounts = SharedAmounts(split, step: step)
        let room = UnsafeMutablePointer<Int64>.allocate(capacity: LineBlock.size)
        defer { room.deallocate() }
        for person in people {
            let lines = table.positions(of: person..<person + 1)
            // Parts of an event that go to the same person follow each other.
            var part = -1
            for start in stride(from: lines.lowerBound, to: lines.upperBound, by: LineBlock.size) {
                let end = min(start + LineBlock.size, lines.upperBound)
                values.load(start..<end, into: room)
                for line in start..<end {
                    let value = room[line - start]
                    target[line] = value == LineColumn.empty ? .min : Units(truncatingIfNeeded: value &* factor)
                    if Int64(shares.base[line]) == CreditIndex.wholeShare { continue }
                    let range = split.range(of: Int(table.rows.base[line]))
                    part = range.contains(part) ? part + 1 : range.lowerBound
                    while part < range.upperBound, Int(persons[part]) != person { part += 1 }
                    guard part < range.upperBound else { return false }
                    if value == LineColumn.empty { continue }
                    guard let own = own(part, of: value &* factor, range, &amounts) else { return false }
                    target[line] = Units(truncatingIfNeeded: own)
                }
            }
        }
        return true
    }

    private func own(_ part: Int, of amount: Int64, _ range: Range<Int>, _ amounts: inout SharedAmounts) -> Int64? {
        var own: Int64?
        do throws(QuantityError) {
            try amounts.divide(amount, range) { if $0 == part { own = $1 } }
        } catch {
            return nil
        }
        return own
    }
}
