import Formulas

/// Collects the faults of rows: the first ones as they are, the others only as a number of rows.
struct FaultLog {
    /// A fault with what is needed to say it: blocks are forgotten, the file is not.
    struct Entry {
        let fault: TableFault
        /// The text of the cell.
        let cell: String
        /// Where the row begins in the file, and its line.
        let start: Int
        let line: Int
        /// Whether it is the first fault of its row.
        let opensRow: Bool
    }

    private let limit: Int
    /// How many rows were refused.
    private(set) var rejectedRows = 0
    /// The first faults.
    private(set) var entries: [Entry] = []
    /// Whether numbers did not fit one column, which depends on all rows before them.
    private(set) var dependsOnOtherRows = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes over the faults of a block.
    mutating func take(_ block: RowBlock, _ bytes: [UInt8]) {
        guard !block.isFaultless else { return }
        rejectedRows += block.states.prefix(block.count).reduce(0) { $0 + ($1 == .good ? 0 : 1) }
        if block.faults.contains(where: { $0.kind == .tooLargeTogether }) { dependsOnOtherRows = true }
        guard entries.count < limit else { return }
        var lastRow = -1
        for fault in block.faults.sorted(by: { ($0.row, $0.position) < ($1.row, $1.position) }) {
            if entries.count >= limit { break }
            entries.append(
                Entry(
                    fault: fault, cell: block.text(of: fault, bytes), start: block.starts[fault.row],
                    line: Int(block.lines[fault.row]), opensRow: fault.row != lastRow))
            lastRow = fault.row
        }
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
