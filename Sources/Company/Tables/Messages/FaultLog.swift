import Formulas
internal import Messages

/// Collects the faults of a piece's rows: the first ones as they are, the others only as a number of rows.
struct FaultLog {
    /// A fault with what is needed to say it: blocks are forgotten, the file is not.
    struct Entry {
        let kind: TableFault.Kind
        let slot: Int
        let detail: Int
        /// The text of the cell.
        let cell: String
        /// Where the fault stands in the file, and over how many bytes.
        let offset: Int
        let length: Int
        /// The line it stands in, counted from that of the piece's beginning.
        let line: Int
        /// Whether it is the first fault of its row.
        let opensRow: Bool
    }

    /// A fault that a whole column has: it is shown once, with its rows.
    struct ColumnFault: Hashable {
        let kind: TableFault.Kind
        let slot: Int
    }

    /// The rows of a fault that a column has.
    struct ColumnRows {
        /// How many there are.
        var count = 0
        /// The lines of the first ones.
        var lines: [Int] = []

        /// How many lines a message names.
        static let named = 6
    }

    private let limit: Int
    private var ownEntries = 0
    /// How many rows were refused.
    private(set) var rejectedRows = 0
    /// How many of them for something else than what their columns have.
    private(set) var ownRows = 0
    /// The rows of the faults of columns; the first of each is among the entries as well, whatever their number.
    private(set) var columns: [ColumnFault: ColumnRows] = [:]
    /// The first faults.
    private(set) var entries: [Entry] = []
    /// Whether numbers did not fit one column, which depends on all rows before them.
    private(set) var dependsOnOtherRows = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes over the faults of a block.
    mutating func take(_ block: RowBlock, _ window: SourceWindow) {
        guard !block.isFaultless else { return }
        rejectedRows += block.states.prefix(block.count).reduce(0) { $0 + ($1 == .good ? 0 : 1) }
        if block.faults.contains(where: { $0.kind == .tooLargeTogether }) { dependsOnOtherRows = true }
        var lastRow = -1
        for fault in block.faults.sorted(by: { ($0.row, $0.position) < ($1.row, $1.position) }) {
            if fault.kind.isOfColumn {
                take(ofColumn: fault, block, window)
                continue
            }
            let opensRow = fault.row != lastRow
            lastRow = fault.row
            if opensRow { ownRows += 1 }
            // Faults of columns do not take the places of others.
            if ownEntries < limit {
                entries.append(Entry(fault, block, window, opensRow: opensRow))
                ownEntries += 1
            }
        }
    }

    private mutating func take(ofColumn fault: TableFault, _ block: RowBlock, _ window: SourceWindow) {
        let column = ColumnFault(kind: fault.kind, slot: fault.slot)
        var rows = columns[column] ?? ColumnRows()
        rows.count += 1
        if rows.lines.count <= ColumnRows.named {
            let entry = Entry(fault, block, window, opensRow: false)
            rows.lines.append(entry.line)
            if rows.count == 1, limit > 0 { entries.append(entry) }
        }
        columns[column] = rows
    }
}

extension FaultLog.Entry {
    fileprivate init(_ fault: TableFault, _ block: RowBlock, _ window: SourceWindow, opensRow: Bool) {
        kind = fault.kind
        slot = fault.slot
        detail = fault.detail
        cell = block.text(of: fault, window)
        offset = window.offset(of: fault.position)
        length = window.offset(of: min(fault.position + fault.length, window.text.count)) - offset
        let start = block.starts[fault.row]
        line = Int(block.lines[fault.row]) + LineFinder.lineBreaks(window.text.span, from: start, to: fault.position)
        self.opensRow = opensRow
    }
}

extension RowBlock {
    /// The text of the cell that a fault concerns; empty for a fault of a row.
    fileprivate func text(of fault: TableFault, _ window: SourceWindow) -> String {
        guard fault.slot >= 0 else { return "" }
        let cell = cells[fault.row * width + fault.slot]
        // No message quotes more than some dozen characters.
        let range = cell.textStart..<cell.textStart + min(Int(cell.length), 4000)
        return cell.aside < 0
            ? String(decoding: window.text[range], as: UTF8.self) : String(decoding: aside[range], as: UTF8.self)
    }
}

extension TableFault.Kind {
    /// Whether a row seldom has it alone: it is how a column was exported.
    var isOfColumn: Bool {
        switch self {
        case .otherDecimalMark, .timeOfDay, .emptyCell: true
        case .notADay, .noSuchDay, .notANumber, .tooPrecise, .tooLarge, .tooLargeTogether, .notAFlag,
            .identifierTooLong, .tooFewCells,
            .tooManyCells, .openQuotation, .textAfterQuotation, .rowTooLong:
            false
        }
    }
}
