import Formulas

/// Collects what is said about faulty rows: the first ones in full, the others only as a number.
struct FaultLog {
    private let limit: Int
    private let file: String
    private let messages: FaultMessages
    /// The field names by the place of their cell.
    private let names: [Int: String]
    /// How many rows were refused.
    private(set) var rejectedRows = 0
    /// What is said in full.
    private var shown: [Diagnostic] = []
    private var hiddenRows = 0

    init(limit: Int, file: String, plan: ColumnPlan) {
        self.limit = limit
        self.file = file
        messages = FaultMessages(file: file, expectedCells: plan.slots.count)
        names = Dictionary(plan.present.map { ($0.slot, $0.column.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Everything that is said.
    var diagnostics: [Diagnostic] {
        hiddenRows == 0 ? shown : shown + [TableMessages(file: file).moreFaults(rows: hiddenRows)]
    }

    /// Takes over the faults of a block.
    mutating func take(_ block: RowBlock, _ bytes: [UInt8]) {
        guard !block.isFaultless else { return }
        let rows = block.states.prefix(block.count).reduce(0) { $0 + ($1 == .good ? 0 : 1) }
        rejectedRows += rows
        guard shown.count < limit else {
            hiddenRows += rows
            return
        }
        var shownRows = 0
        var lastRow = -1
        for fault in block.faults.sorted(by: { ($0.row, $0.position) < ($1.row, $1.position) }) {
            if shown.count >= limit { break }
            if fault.row != lastRow { shownRows += 1 }
            lastRow = fault.row
            shown.append(diagnostic(fault, block, bytes))
        }
        hiddenRows += rows - shownRows
    }

    private func diagnostic(_ fault: TableFault, _ block: RowBlock, _ bytes: [UInt8]) -> Diagnostic {
        let text = messages.text(
            fault.kind, cell: block.text(of: fault, bytes), column: names[fault.slot] ?? "", detail: fault.detail)
        return Diagnostic(
            code: text.code, at: place(of: fault, block, bytes), text.message, remedy: text.remedy)
    }

    private func place(of fault: TableFault, _ block: RowBlock, _ bytes: [UInt8]) -> Place {
        let start = block.starts[fault.row]
        let line = Int(block.lines[fault.row]) + LineFinder.lineBreaks(bytes.span, from: start, to: fault.position)
        switch fault.kind {
        case .tooFewCells, .tooManyCells, .rowTooLong:
            return LineFinder.wholeLine(in: file, bytes, line: line, start: fault.position)
        default:
            return LineFinder.place(
                in: file, bytes, line: line, position: fault.position, length: max(1, fault.length))
        }
    }
}

extension FaultLog {
    /// What is said when not even the first row can be cut into cells.
    static func diagnostic(ofFirstRow fault: TableFault, _ file: String, _ source: SourceText) -> Diagnostic {
        let text = FaultMessages(file: file).text(fault.kind, cell: "", column: "", detail: fault.detail)
        let line = 1 + LineFinder.lineBreaks(source.bytes.span, from: source.start, to: fault.position)
        let place = LineFinder.place(in: file, source.bytes, line: line, position: fault.position, length: 1)
        return Diagnostic(code: text.code, at: place, text.message, remedy: text.remedy)
    }
}

extension RowBlock {
    /// The text of the cell that a fault concerns; empty for a fault of a row.
    func text(of fault: TableFault, _ bytes: [UInt8]) -> String {
        guard fault.slot >= 0 else { return "" }
        let cell = cells[fault.row * width + fault.slot]
        let source = cell.aside < 0 ? bytes : aside
        // No message quotes more than some dozen characters.
        let end = cell.textStart + min(Int(cell.length), 4000)
        return String(decoding: source[cell.textStart..<end], as: UTF8.self)
    }
}
