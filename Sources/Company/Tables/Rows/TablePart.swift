/// A part of a table as read.
struct TablePart: Sendable {
    /// Where the part begins, and where it was to end.
    let range: Range<Int>
    /// Behind its last row.
    let end: Int
    /// The line behind its last row, counted as ``lineNumbers`` are.
    let nextLine: Int
    /// The columns that the file has, in the order of the plan.
    let columns: [ColumnData]
    /// For each column of codes their texts, in the order of the plan.
    let texts: [DistinctTexts?]
    /// For each column of numbers the largest magnitude that was to be kept at its scale.
    let largest: [UInt64]
    /// The line of each kept row, counted from the part's first line or the file's.
    let lineNumbers: [Int32]
    /// How many rows there are, kept or not.
    let totalRows: Int
    /// What is wrong with the others.
    let log: FaultLog
}

extension [TablePart] {
    /// Whether the numbers of each column of all parts fit one scale: then no row would have been refused for the sake of
    /// others had the table been read in one.
    var fitTogether: Bool {
        guard let first else { return true }
        return first.columns.indices.allSatisfy { index in
            let scales = map { part -> Int in
                if case .decimal(let column) = part.columns[index] { column.scale } else { 0 }
            }
            let finest = scales.max() ?? 0
            return zip(self, scales).allSatisfy { part, scale in
                let (product, overflow) = part.largest[index].multipliedReportingOverflow(
                    by: DecimalBuilder.powers[finest - scale].magnitude)
                return !overflow && product <= UInt64(Int64.max)
            }
        }
    }
}
