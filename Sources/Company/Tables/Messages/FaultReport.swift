import Formulas

/// Says what is wrong with the rows of a table: the first faults in full, the others only as a number of rows.
struct FaultReport {
    private let limit: Int
    private let file: String
    private let messages: FaultMessages
    /// The field names by the place of their cell.
    private let names: [Int: String]
    /// How many rows were refused.
    private(set) var rejectedRows = 0
    private var shown: [Diagnostic] = []
    private var shownRows = 0

    init(limit: Int, file: String, plan: ColumnPlan) {
        self.limit = limit
        self.file = file
        messages = FaultMessages(file: file, expectedCells: plan.slots.count)
        names = Dictionary(plan.present.map { ($0.slot, $0.column.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Everything that is said.
    var diagnostics: [Diagnostic] {
        let hidden = rejectedRows - shownRows
        return hidden == 0 ? shown : shown + [TableMessages(file: file).moreFaults(rows: hidden)]
    }

    /// Takes over the faults of a part of the table that begins so many lines behind the first one.
    mutating func take(_ log: FaultLog, linesBefore: Int, _ bytes: [UInt8]) {
        rejectedRows += log.rejectedRows
        for entry in log.entries {
            guard shown.count < limit else { return }
            if entry.opensRow { shownRows += 1 }
            shown.append(diagnostic(entry, linesBefore, bytes))
        }
    }

    private func diagnostic(_ entry: FaultLog.Entry, _ linesBefore: Int, _ bytes: [UInt8]) -> Diagnostic {
        let fault = entry.fault
        // The only detail that is a line.
        let detail = fault.kind == .textAfterQuotation && fault.detail > 0 ? fault.detail + linesBefore : fault.detail
        let text = messages.text(fault.kind, cell: entry.cell, column: names[fault.slot] ?? "", detail: detail)
        return Diagnostic(
            code: text.code, at: place(of: entry, linesBefore, bytes), text.message, remedy: text.remedy)
    }

    private func place(of entry: FaultLog.Entry, _ linesBefore: Int, _ bytes: [UInt8]) -> Place {
        let fault = entry.fault
        let line =
            entry.line + linesBefore + LineFinder.lineBreaks(bytes.span, from: entry.start, to: fault.position)
        switch fault.kind {
        case .tooFewCells, .tooManyCells, .rowTooLong:
            return LineFinder.wholeLine(in: file, bytes, line: line, start: fault.position)
        default:
            return LineFinder.place(
                in: file, bytes, line: line, position: fault.position, length: max(1, fault.length))
        }
    }
}

extension FaultReport {
    /// What is said when not even the first row can be cut into cells.
    static func diagnostic(ofFirstRow fault: TableFault, _ file: String, _ source: SourceText) -> Diagnostic {
        let text = FaultMessages(file: file).text(fault.kind, cell: "", column: "", detail: fault.detail)
        let line = 1 + LineFinder.lineBreaks(source.bytes.span, from: source.start, to: fault.position)
        let place = LineFinder.place(in: file, source.bytes, line: line, position: fault.position, length: 1)
        return Diagnostic(code: text.code, at: place, text.message, remedy: text.remedy)
    }
}
