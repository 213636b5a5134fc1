/// Builds a column of yes and no.
struct FlagBuilder: BlockColumn {
    let slot: Int
    let isOptional: Bool
    private var waiting: [Int8] = []
    private var flags: [Int8] = []

    init(slot: Int, isOptional: Bool) {
        self.slot = slot
        self.isOptional = isOptional
    }

    mutating func judge(_ block: inout RowBlock, _ bytes: Span<UInt8>) {
        waiting.removeAll(keepingCapacity: true)
        let aside = block.aside
        for row in 0..<block.count {
            let cell = block.cells[row &* block.width &+ slot]
            guard block.states[row] != .broken, cell.length > 0 else {
                waiting.append(ColumnData.emptyFlag)
                if !isOptional, block.states[row] != .broken { block.refuse(row: row, slot: slot, .emptyCell) }
                continue
            }
            let flag =
                cell.aside < 0
                ? FlagCell.read(bytes, cell.start, Int(cell.length))
                : FlagCell.read(aside.span, cell.textStart, Int(cell.length))
            waiting.append(flag ?? ColumnData.emptyFlag)
            if flag == nil { block.refuse(row: row, slot: slot, .notAFlag) }
        }
    }

    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>) {
        flags.append(good: block, from: waiting)
    }

    mutating func adopt(_ cells: PlainColumn, rows: Int) {
        flags.append(contentsOf: cells.block(rows, as: Int8.self))
    }

    mutating func beginPiece() { flags.removeAll(keepingCapacity: true) }

    var rows: ColumnData { .flag(flags) }
}
