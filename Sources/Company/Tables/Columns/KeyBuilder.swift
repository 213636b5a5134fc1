/// Builds a column of texts as they are.
struct KeyBuilder: BlockColumn {
    /// How many bytes an identifier may have: what is longer is no name of anything, but a text or a quotation gone astray.
    static let longest = 4_096

    let slot: Int
    let isOptional: Bool
    private var keys = KeyColumn()

    init(slot: Int, isOptional: Bool) {
        self.slot = slot
        self.isOptional = isOptional
    }

    mutating func judge(_ block: inout RowBlock, _ bytes: Span<UInt8>) {
        if !isOptional { block.refuseEmptyCells(slot: slot) }
        for row in 0..<block.count where block.states[row] != .broken {
            if Int(block.cells[row &* block.width &+ slot].length) > Self.longest {
                block.refuse(row: row, slot: slot, .identifierTooLong)
            }
        }
    }

    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>) {
        for row in 0..<block.count where block.states[row] == .good {
            let cell = block.cells[row &* block.width &+ slot]
            if cell.aside < 0 {
                keys.append(bytes, cell.start, Int(cell.length))
            } else {
                keys.append(block.aside.span, cell.textStart, Int(cell.length))
            }
        }
    }

    mutating func adopt(_ cells: PlainColumn, rows: Int) {
        keys.append(cells.keys(rows), ends: cells.block(rows, as: Int32.self))
    }

    mutating func beginPiece() { keys.removeAll() }

    var rows: ColumnData { .key(keys) }
}

extension KeyColumn {
    /// Appends a text that lies in some bytes.
    @inline(__always)
    mutating func append(_ source: Span<UInt8>, _ start: Int, _ length: Int) {
        for position in start..<start &+ length { bytes.append(source[position]) }
        offsets.append(bytes.count)
    }

    /// Appends texts that lie one after the other, each ending where `ends` says.
    mutating func append(_ source: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int32>) {
        let start = bytes.count
        bytes.append(contentsOf: source)
        for end in ends { offsets.append(start &+ Int(end)) }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        offsets.append(0)
    }

    /// Appends all texts of another column.
    mutating func append(_ other: KeyColumn) {
        let start = bytes.count
        bytes += other.bytes
        offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 &+ start })
    }

    mutating func reserve(rows: Int, bytes count: Int) {
        offsets.reserveCapacity(rows + 1)
        bytes.reserveCapacity(count)
    }
}
