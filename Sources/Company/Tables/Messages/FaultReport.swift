import Formulas
internal import Messages

/// Says what is wrong with the rows of a table: the first faults in full, the others only as a number of rows.
struct FaultReport {
    private let limit: Int
    private let file: SourceFile
    private let encoding: TableFormat.Encoding
    private let messages: FaultMessages
    /// The field names by the place of their cell.
    private let names: [Int: String]
    /// How many rows were refused.
    private(set) var rejectedRows = 0
    private var shown: [Diagnostic] = []
    /// How many rows have faults of their own, and how many of these are shown.
    private var (ownRows, shownRows, shownFaults) = (0, 0, 0)
    /// The rows of faults that columns have, with the place of what is shown of each.
    private var columns: [FaultLog.ColumnFault: (rows: FaultLog.ColumnRows, place: Int)] = [:]

    init(limit: Int, file: SourceFile, _ encoding: TableFormat.Encoding, plan: ColumnPlan) {
        self.limit = limit
        self.file = file
        self.encoding = encoding
        messages = FaultMessages(
            file: file.path, expectedCells: plan.slots.count,
            mayBeEmpty: Set(plan.present.map(\.column).filter(\.isDeclared).map(\.name)))
        names = Dictionary(plan.present.map { ($0.slot, $0.column.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Everything that is said.
    var diagnostics: [Diagnostic] {
        var shown = shown
        for (rows, place) in columns.values where rows.count > 1 && shown.indices.contains(place) {
            var rows = rows
            if let rowOfLine = file.rowOfLine { rows.lines = rows.lines.map(rowOfLine) }
            shown[place].message = FaultMessages.inRows(shown[place].message, rows)
        }
        let hidden = limit == 0 ? rejectedRows : ownRows - shownRows
        return hidden == 0 ? shown : shown + [TableMessages(file: file.path).moreFaults(rows: hidden)]
    }

    /// Takes over the faults of a piece of the table that begins so many lines behind the first one.
    mutating func take(_ log: FaultLog, linesBefore: Int) {
        rejectedRows += log.rejectedRows
        ownRows += log.ownRows
        for entry in log.entries {
            let column = FaultLog.ColumnFault(kind: entry.kind, slot: entry.slot)
            if entry.kind.isOfColumn {
                if columns[column] != nil { continue }
                columns[column] = (FaultLog.ColumnRows(), shown.count)
            } else {
                guard shownFaults < limit else { continue }
                shownFaults += 1
                if entry.opensRow { shownRows += 1 }
            }
            shown.append(diagnostic(entry, linesBefore))
        }
        for (column, rows) in log.columns { add(rows, of: column, linesBefore) }
    }

    private mutating func add(_ rows: FaultLog.ColumnRows, of column: FaultLog.ColumnFault, _ linesBefore: Int) {
        guard var known = columns[column] else { return }
        known.rows.count += rows.count
        known.rows.lines += rows.lines.map { $0 + linesBefore }
        known.rows.lines = Array(known.rows.lines.prefix(FaultLog.ColumnRows.named + 1))
        columns[column] = known
    }

    private func diagnostic(_ entry: FaultLog.Entry, _ linesBefore: Int) -> Diagnostic {
        // The only detail that is a line.
        let detail = entry.kind == .textAfterQuotation && entry.detail > 0 ? entry.detail + linesBefore : entry.detail
        let text = messages.text(entry.kind, cell: entry.cell, column: names[entry.slot] ?? "", detail: detail)
        return Diagnostic(
            code: text.code, at: place(of: entry, line: entry.line + linesBefore), text.message, remedy: text.remedy)
    }

    private func place(of entry: FaultLog.Entry, line: Int) -> Place {
        switch entry.kind {
        case .tooFewCells, .tooManyCells, .rowTooLong:
            return LineFinder.wholeLine(in: file, line: line, offset: entry.offset, encoding: encoding)
        default:
            return LineFinder.place(
                in: file, line: line, offset: entry.offset, length: max(1, entry.length), encoding: encoding)
        }
    }
}

extension FaultReport {
    /// What is said when not even the first row can be cut into cells.
    static func diagnostic(ofFirstRow fault: TableFault, _ file: String, _ head: TableHead) -> Diagnostic {
        let text = FaultMessages(file: file).text(fault.kind, cell: "", column: "", detail: fault.detail)
        let line = 1 + LineFinder.lineBreaks(head.text.span, from: head.start, to: fault.position)
        let place = LineFinder.place(in: file, head.text, line: line, position: fault.position, length: 1)
        return Diagnostic(code: text.code, at: place, text.message, remedy: text.remedy)
    }
}
