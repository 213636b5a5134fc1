internal import Company

/// Where the steps of a program read: the columns of a batch of lines.
struct LineSource: Sendable {
    /// How many lines there are.
    let count: Int
    let columns: [LineTable.Source: LineTable.Column]
    /// The credited share of each line in 10^-9; `nil` when every line is credited whole.
    let shares: FlatColumn<Int32>?
    /// The row chosen for each line, by the number of the rate table in the program.
    var chosenRates: [LineColumn] = []
    /// As ``LineTable/dividedAmounts``.
    var dividedAmounts: [Int: LineTable.Column] = [:]
}

extension LineTable {
    /// The lines of the table as a program reads them.
    var source: LineSource {
        LineSource(count: count, columns: columns, shares: shares, dividedAmounts: dividedAmounts)
    }
}
