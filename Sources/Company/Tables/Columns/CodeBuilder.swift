/// Builds a column of texts by number.
struct CodeBuilder: BlockColumn {
    let slot: Int
    let isOptional: Bool
    private var codes: [Int32] = []
    private var texts = TextDictionary()

    init(slot: Int, isOptional: Bool) {
        self.slot = slot
        self.isOptional = isOptional
    }

    mutating func judge(_ block: inout RowBlock, _ bytes: Span<UInt8>) {
        if !isOptional { block.refuseEmptyCells(slot: slot) }
    }

    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>) {
        for row in 0..<block.count where block.states[row] == .good {
            let cell = block.cells[row &* block.width &+ slot]
            if cell.length == 0 {
                codes.append(CodeColumn.empty)
            } else if cell.aside < 0 {
                codes.append(texts.code(bytes, cell.start, Int(cell.length), line: block.lines[row]))
            } else {
                codes.append(texts.code(block.aside.span, cell.textStart, Int(cell.length), line: block.lines[row]))
            }
        }
    }

    mutating func reserve(rows: Int) { codes.reserveCapacity(rows) }

    func finished() -> ColumnData {
        .code(CodeColumn(codes: codes, dictionary: texts.strings, firstLine: texts.firstLines))
    }
}

extension RowBlock {
    /// Refuses the rows whose cell is empty.
    mutating func refuseEmptyCells(slot: Int) {
        for row in 0..<count where states[row] != .broken && cells[row &* width &+ slot].length == 0 {
            refuse(row: row, slot: slot, .emptyCell)
        }
    }
}
