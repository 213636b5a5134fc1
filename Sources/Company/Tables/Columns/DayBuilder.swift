/// Builds a column of days.
struct DayBuilder: BlockColumn {
    let slot: Int
    let isOptional: Bool
    private var waiting: [Int32] = []
    private var days: [Int32] = []

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
                waiting.append(ColumnData.emptyDay)
                if !isOptional, block.states[row] != .broken { block.refuse(row: row, slot: slot, .emptyCell) }
                continue
            }
            let reading =
                cell.aside < 0
                ? DayCell.read(bytes, cell.start, Int(cell.length))
                : DayCell.read(aside.span, cell.textStart, Int(cell.length))
            waiting.append(reading.number)
            if let fault = reading.fault { block.refuse(row: row, slot: slot, fault) }
        }
    }

    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>) {
        days.append(good: block, from: waiting)
    }

    mutating func adopt(_ cells: PlainColumn, rows: Int) {
        days.append(contentsOf: cells.block(rows, as: Int32.self))
    }

    mutating func beginPiece() { days.removeAll(keepingCapacity: true) }

    var rows: ColumnData { .day(days) }
}
