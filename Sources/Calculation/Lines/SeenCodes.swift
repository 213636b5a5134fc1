/// Which codes were met for a person, and in which cell last: what tells a different one from a repeated one.
final class SeenCodes {
    /// By code: a number for the person, counted from 1, and the cell of the last line with it; empty for few lines, where a
    /// place for every code there is would cost more than they do.
    private let last: UnsafeMutableBufferPointer<UInt32>
    /// The same for few lines.
    private var few: [Int: UInt32] = [:]
    private var person = -1
    private var serial: UInt32 = 0
    /// Enough for all cells of ``Slots``; the rest of a mark tells people apart.
    private static let cellBits: UInt32 = 11

    init(_ figure: LineFigure, _ program: LineProgram, lines: Int) {
        var codes = 0
        if case .distinct(let step) = figure.kind {
            let most = Int(max(0, program.values[step].range.upperBound)) + 1
            if lines >= most / 32 { codes = most }
        }
        last = .allocate(capacity: codes)
        last.initialize(repeating: 0)
    }

    deinit { last.deallocate() }

    /// Counts the codes of a block that are new to their cell, and those that are new altogether. Lines without a day are
    /// left out: they are of no cell that can be asked for by days.
    func add(
        _ codes: UnsafeMutablePointer<Int64>, _ filter: UnsafeMutablePointer<Int64>?, _ runs: borrowing LineRuns,
        firsts: FigureCells, within: FigureCells
    ) {
        for run in 0..<runs.count where runs.cell(run) > 0 {
            let (person, cell) = (runs.person(run), runs.cell(run))
            let key = key(of: person)
            let mark = key | UInt32(truncatingIfNeeded: cell)
            let lines = runs.lines(run)
            let (new, different) =
                last.isEmpty ? countFew(codes, filter, lines, key, mark) : count(codes, filter, lines, key, mark)
            firsts.cells(of: person)[cell] &+= new
            within.cells(of: person)[cell] &+= different
        }
    }

    /// The least mark of a person. When there are no numbers left, everything is forgotten: others' codes mean nothing.
    private func key(of person: Int) -> UInt32 {
        guard person != self.person else { return serial << Self.cellBits }
        self.person = person
        serial += 1
        if serial == 1 << (32 - Self.cellBits) {
            last.update(repeating: 0)
            few.removeAll()
            serial = 1
        }
        return serial << Self.cellBits
    }

    private func count(
        _ codes: UnsafeMutablePointer<Int64>, _ filter: UnsafeMutablePointer<Int64>?, _ lines: Range<Int>,
        _ key: UInt32, _ mark: UInt32
    ) -> (new: Int64, different: Int64) {
        guard let last = last.baseAddress else { return (0, 0) }
        let known = UInt64(self.last.count)
        var (new, different): (Int64, Int64) = (0, 0)
        for line in lines where filter?[line] != 0 {
            // None is the largest of all as an unsigned number.
            let code = UInt64(bitPattern: codes[line])
            guard code < known else { continue }
            let before = last[Int(code)]
            last[Int(code)] = mark
            new &+= before < key ? 1 : 0
            different &+= before != mark ? 1 : 0
        }
        return (new, different)
    }

    /// The same with a dictionary, apart from the loop over many lines.
    @inline(never)
    private func countFew(
        _ codes: UnsafeMutablePointer<Int64>, _ filter: UnsafeMutablePointer<Int64>?, _ lines: Range<Int>,
        _ key: UInt32, _ mark: UInt32
    ) -> (new: Int64, different: Int64) {
        var (new, different): (Int64, Int64) = (0, 0)
        for line in lines where codes[line] >= 0 && filter?[line] != 0 {
            let before = few.updateValue(mark, forKey: Int(codes[line])) ?? 0
            new &+= before < key ? 1 : 0
            different &+= before != mark ? 1 : 0
        }
        return (new, different)
    }
}
