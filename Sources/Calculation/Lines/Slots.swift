internal import Company
internal import Periods

/// Cuts time into the months of a company's calendar, so that figures are kept for each month and any run of whole months is
/// two look-ups.
///
/// The cells of a person are: one for lines without a day, one for days before the first month, the months, one for days
/// after the last.
struct Slots: Hashable, Sendable {
    /// The first day of each month, and the day after the last.
    let boundaries: [Int32]
    /// The cell of each day from the first boundary on.
    private let cells: [UInt16]

    /// The months that hold the days from a first to a last; at most ``most`` of them, the last ones, and the rest counts as
    /// "before".
    init(_ calendar: YearCalendar, from first: CivilDay, through last: CivilDay) {
        var boundaries: [Int32] = []
        let earliest = calendar.period(.month, containing: last)
            .flatMap { calendar.period(after: $0, by: 1 - Self.most) }?.range.from
        isCut = earliest.map { first < $0 } ?? false
        var period = calendar.period(.month, containing: max(first, earliest ?? first))
        while let month = period, boundaries.count <= Self.most, month.range.from <= last {
            if boundaries.isEmpty { boundaries.append(month.range.from.number) }
            boundaries.append(month.range.until.number)
            period = calendar.period(.month, containing: month.range.until)
        }
        self.boundaries = boundaries.isEmpty ? [first.number] : boundaries
        var cells: [UInt16] = []
        for (month, (from, until)) in zip(self.boundaries, self.boundaries.dropFirst()).enumerated() {
            cells += repeatElement(UInt16(month + 2), count: Int(until - from))
        }
        self.cells = cells
    }

    private static let most = 1200

    /// Whether there are days before the first month only because there were too many months.
    let isCut: Bool

    /// How many cells each person has.
    var width: Int { boundaries.count - 1 + 3 }

    /// The cell of a day; ``EventColumn/emptyDay`` is in the first.
    func cell(ofDay day: Int32) -> Int {
        let place = Int(day) - Int(boundaries[0])
        if place >= 0 { return place < cells.count ? Int(cells[place]) : width - 1 }
        return day == EventColumn.emptyDay ? 0 : 1
    }

    /// Calls with what finds the cell of a day of a block; ``LineColumn/empty`` is in the first.
    @inline(__always)
    func withCells(_ body: ((Int64) -> Int) -> Void) {
        let (first, last) = (Int64(boundaries[0]), width - 1)
        cells.withUnsafeBufferPointer { cells in
            body { day in
                // Days lie within 32 bits, but for none, which is far below.
                let place = day &- first
                if UInt64(bitPattern: place) < UInt64(cells.count) { return Int(cells[Int(place)]) }
                return day == LineColumn.empty ? 0 : place < 0 ? 1 : last
            }
        }
    }

    /// The first day that is in a later cell; of the last cell a day that there is not.
    func end(ofCell cell: Int) -> Int64 {
        if cell == 0 { return Int64(EventColumn.emptyDay) + 1 }
        return cell < width - 1 ? Int64(boundaries[cell - 1]) : Int64(Int32.max) + 1
    }

    /// Whether a day lies in one of the months.
    func isMonth(of day: Int32) -> Bool { 2..<width - 1 ~= cell(ofDay: day) }

    /// The cells of a range of days; `nil` when it cuts a month.
    func cells(of days: DayRange) -> Range<Int>? {
        if days == .always { return 0..<width }
        guard let from = days.from == .earliest ? 1 : boundary(days.from.number),
            let until = days.until == .latest ? width : boundary(days.until.number)
        else { return nil }
        return from < until ? from..<until : 1..<1
    }

    /// The cell that begins with a day.
    private func boundary(_ day: Int32) -> Int? {
        let low = boundaries.indices.partitioningIndex { boundaries[$0] >= day }
        guard low < boundaries.count, boundaries[low] == day else { return nil }
        return low + 2
    }

    /// The day with which a cell of a month begins.
    func firstDay(ofCell cell: Int) -> CivilDay? {
        boundaries.indices.contains(cell - 2) ? CivilDay(number: boundaries[cell - 2]) : nil
    }
}
