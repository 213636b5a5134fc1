/// A column of a piece under construction: it reads its cells of a block, and takes over those of rows in which nothing is
/// wrong.
///
/// The three steps are taken by all columns one after the other, so that a row refused by one column leaves no trace in
/// another.
protocol BlockColumn {
    /// Reads the block's cells and refuses the rows whose cell is wrong.
    mutating func judge(_ block: inout RowBlock, _ bytes: Span<UInt8>)
    /// Refuses rows for reasons that depend on other rows.
    mutating func settle(_ block: inout RowBlock)
    /// Takes over the cells of the good rows.
    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>)
    /// Tells the cells of plain rows what they must know of the column.
    func prepare(_ cells: inout PlainColumn)
    /// Takes over the cells of plain rows.
    mutating func adopt(_ cells: PlainColumn, rows: Int)
    /// Forgets the rows, which somebody has taken over, but not what was learnt from them.
    mutating func beginPiece()
    /// Forgets the rows of the present piece and what was learnt from them.
    mutating func repeatPiece()
    /// The largest magnitude of numbers that were to be kept, at their scale.
    var largest: UInt64 { get }
    /// The different texts of a column of codes.
    var texts: DistinctTexts? { get }
    /// The rows of the present piece, for codes without their texts.
    var rows: ColumnData { get }
}

extension BlockColumn {
    mutating func settle(_ block: inout RowBlock) {}

    func prepare(_ cells: inout PlainColumn) {}

    /// What texts mean does not depend on who uses them.
    mutating func repeatPiece() { beginPiece() }

    var largest: UInt64 { 0 }

    var texts: DistinctTexts? { nil }
}

extension Array {
    /// Appends the values of the good rows of a block.
    mutating func append(good block: RowBlock, from values: [Element]) {
        if block.isFaultless {
            append(contentsOf: values[0..<block.count])
        } else {
            for row in 0..<block.count where block.states[row] == .good { append(values[row]) }
        }
    }
}

extension Cell {
    /// Where the text begins in its source: the file, or the texts put aside.
    @inline(__always)
    var textStart: Int { aside < 0 ? start : Int(aside) }
}
