internal import Company

/// What a formula is evaluated for: rows of an event table as a whole, or the parts of them that an index credits.
enum LineSelection {
    /// Whole rows.
    case rows(Range<Int>)
    /// Positions of an index: the credited parts of rows.
    case positions(Range<Int>, CreditIndex)

    var count: Int {
        switch self {
        case .rows(let rows): rows.count
        case .positions(let positions, _): positions.count
        }
    }

    /// The row of a line, counted from the first of the selection.
    func row(_ line: Int) -> Int {
        switch self {
        case .rows(let rows): rows.lowerBound + line
        case .positions(let positions, let index): Int(index.rows[positions.lowerBound + line])
        }
    }

    /// The credited share of a line in 10^-9.
    func share(_ line: Int) -> Int64 {
        switch self {
        case .rows: CreditIndex.wholeShare
        case .positions(let positions, let index): index.share(at: positions.lowerBound + line)
        }
    }
}
