/// Builds a column of texts by number.
struct CodeBuilder: BlockColumn {
    let slot: Int
    let isOptional: Bool
    private var codes: [Int32] = []
    private let shared = SharedTexts()

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
            let (length, line) = (Int(cell.length), block.lines[row])
            if length == 0 {
                codes.append(CodeColumn.empty)
            } else if cell.aside < 0 {
                codes.append(shared.dictionary.code(bytes, cell.start, length, line: line))
            } else {
                codes.append(shared.dictionary.code(block.aside.span, cell.textStart, length, line: line))
            }
        }
    }

    func prepare(_ cells: inout PlainColumn) {
        cells.texts = .passUnretained(shared)
        cells.take(shared.dictionary.shape)
    }

    mutating func adopt(_ cells: PlainColumn, rows: Int) {
        codes.append(contentsOf: cells.block(rows, as: Int32.self))
    }

    mutating func beginPiece() { codes.removeAll(keepingCapacity: true) }

    /// The codes; what they mean is in ``texts``.
    var rows: ColumnData { .code(CodeColumn(codes: codes, dictionary: [], firstLine: [])) }

    var texts: DistinctTexts? { shared.dictionary.texts }
}

extension RowBlock {
    /// Refuses the rows whose cell is empty.
    mutating func refuseEmptyCells(slot: Int) {
        for row in 0..<count where states[row] != .broken && cells[row &* width &+ slot].length == 0 {
            refuse(row: row, slot: slot, .emptyCell)
        }
    }
}
