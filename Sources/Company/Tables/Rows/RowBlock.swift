/// Where the text of one cell lies, without the quotation marks and spaces around it.
struct Cell {
    /// The first byte in the file.
    var start: Int
    /// How many bytes the text has.
    var length: Int32
    /// Where the text begins among the unescaped texts of the block; -1 when it is read from the file as it stands.
    var aside: Int32

    static let empty = Cell(start: 0, length: 0, aside: -1)
}

/// Some hundred rows between two steps: their cells are found row by row and then read column by column, which keeps
/// each loop small and lets a row be refused before any column has taken it over.
struct RowBlock {
    /// What is known of a row.
    enum State: UInt8 {
        /// Nothing is wrong so far.
        case good
        /// A cell is wrong; the other cells are still read, so that all faults are told at once.
        case faulty
        /// The row could not be cut into cells.
        case broken
    }

    /// How many cells of a row somebody reads.
    let width: Int
    /// How many rows a block has at most.
    let capacity: Int
    /// How many rows it has now.
    var count = 0
    /// The cells that somebody reads, row after row, ``width`` each.
    var cells: [Cell]
    /// Texts of quoted cells whose doubled quotation marks were made single.
    var aside: [UInt8] = []
    /// Where each row begins in the file.
    var starts: [Int]
    /// The line of the file where each row begins.
    var lines: [Int32]
    /// What is known of each row.
    var states: [State]
    /// What is wrong in these rows, in the order of finding.
    var faults: [TableFault] = []

    /// Makes an empty block for rows of so many cells.
    init(width: Int) {
        self.width = width
        capacity = max(1, min(512, 8192 / max(1, width)))
        cells = [Cell](repeating: .empty, count: width * capacity)
        starts = [Int](repeating: 0, count: capacity)
        lines = [Int32](repeating: 0, count: capacity)
        states = [State](repeating: .good, count: capacity)
    }

    /// Whether every row is still good.
    var isFaultless: Bool { faults.isEmpty }

    /// Forgets all rows.
    mutating func clear() {
        count = 0
        aside.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
    }

    /// Notes a fault of a cell and sets its row aside.
    mutating func refuse(row: Int, slot: Int, _ kind: TableFault.Kind) {
        let cell = cells[row * width + slot]
        if states[row] == .good { states[row] = .faulty }
        faults.append(TableFault(kind, row: row, slot: slot, position: cell.start, length: Int(cell.length)))
    }

    /// Notes a fault that leaves no cells to read.
    mutating func giveUp(row: Int, _ kind: TableFault.Kind, position: Int, length: Int, detail: Int = 0) {
        states[row] = .broken
        faults.append(TableFault(kind, row: row, slot: -1, position: position, length: length, detail: detail))
    }
}
