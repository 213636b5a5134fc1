internal import Company
internal import Periods

/// The rows of an event table in the order in which they are asked for: by credited person, then by day, then as they were read.
///
/// One slice of it answers every question about a person and a stretch of time. A class, so that a question counts one
/// reference and not one for each array.
final class CreditIndex: Sendable {
    /// Where each person's rows begin; one more than people.
    let offsets: [Int]
    /// Event rows.
    let rows: [Int32]
    /// The day of each row; ``EventColumn/emptyDay`` sorts first.
    let days: [Int32]
    /// The credited share of each row in 10^-9; empty when every row is credited whole.
    let shares: [Int32]
    /// Where the parts of events that several share have come to lie; `nil` when every row is credited whole.
    let shared: SharedParts?

    init(offsets: [Int], rows: [Int32], days: [Int32], shares: [Int32], shared: SharedParts?) {
        self.offsets = offsets
        self.rows = rows
        self.days = days
        self.shares = shares
        self.shared = shared
    }

    static let wholeShare: Int64 = 1_000_000_000

    /// The positions of a person's rows in a range of days.
    func positions(of person: Int32, in range: DayRange) -> Range<Int> {
        positions(between: offsets[Int(person)], offsets[Int(person) + 1], range)
    }

    /// The positions of a person's rows without a day, unless a range of days holds them already.
    func undated(of person: Int32, besides range: DayRange) -> Range<Int> {
        let (start, end) = (offsets[Int(person)], offsets[Int(person) + 1])
        return range == .always ? start..<start : start..<firstPosition(notBefore: CivilDay.earliest.number, start, end)
    }

    private func positions(between start: Int, _ end: Int, _ range: DayRange) -> Range<Int> {
        if range == .always { return start..<end }
        let low = firstPosition(notBefore: range.from.number, start, end)
        return low..<firstPosition(notBefore: range.until.number, low, end)
    }

    private func firstPosition(notBefore day: Int32, _ start: Int, _ end: Int) -> Int {
        (start..<end).partitioningIndex { days[$0] >= day }
    }

    func share(at position: Int) -> Int64 { shares.isEmpty ? Self.wholeShare : Int64(shares[position]) }
}

/// The positions of the parts of shared events in a ``CreditIndex``.
struct SharedParts: Sendable {
    /// Which parts belong to which row.
    let split: SplitTable
    /// The rows that have parts, so that no figure has to look for them.
    let rows: [Int32]
    /// The position of each part, by its number in the split table.
    let positions: [Int32]

    init(_ split: SplitTable, _ positions: [Int32]) {
        self.split = split
        self.positions = positions
        rows = (0..<max(0, split.offsets.count - 1)).filter { split.offsets[$0] != split.offsets[$0 + 1] }
            .map { Int32(truncatingIfNeeded: $0) }
    }
}
