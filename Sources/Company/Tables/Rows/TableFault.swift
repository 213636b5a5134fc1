/// What is wrong in a row, as noted while reading; it becomes words only if it is shown.
struct TableFault: Error {
    /// The kinds of faults.
    enum Kind: UInt8 {
        case emptyCell
        case notADay, noSuchDay, timeOfDay
        case notANumber, otherDecimalMark, tooPrecise, tooLarge, tooLargeTogether
        case notAFlag
        case identifierTooLong
        case tooFewCells, tooManyCells, openQuotation, textAfterQuotation, rowTooLong
    }

    var kind: Kind
    /// The row inside its block.
    var row: Int
    /// Which of the schema's columns that the file has; -1 when the row as such is wrong.
    var slot: Int
    /// The byte of the file where the caret goes.
    var position: Int
    /// How many bytes are meant.
    var length: Int
    /// How many cells the row has, or on which line a quotation ends.
    var detail: Int

    init(_ kind: Kind, row: Int, slot: Int, position: Int, length: Int, detail: Int = 0) {
        self.kind = kind
        self.row = row
        self.slot = slot
        self.position = position
        self.length = length
        self.detail = detail
    }
}
