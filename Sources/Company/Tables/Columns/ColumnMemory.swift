/// Memory for the columns of a table, into which threads write the rows of different pieces at once.
///
/// How many rows there will be is estimated; memory that nobody has written costs nothing.
// Each thread writes the rows of its own pieces only.
struct ColumnMemory: @unchecked Sendable {
    enum Column {
        case days(UnsafeMutableBufferPointer<Int32>)
        case numbers(UnsafeMutableBufferPointer<Int64>)
        case codes(UnsafeMutableBufferPointer<Int32>)
        case keys(bytes: UnsafeMutableBufferPointer<UInt8>, offsets: UnsafeMutableBufferPointer<Int>)
        case flags(UnsafeMutableBufferPointer<Int8>)
    }

    /// How much room there is.
    struct Room {
        var rows: Int
        /// For each column of keys.
        var keyBytes: [Int]
    }

    var columns: [Column] = []
    var lines = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)

    /// How much of the memory was used.
    struct Use {
        var rows = 0
        /// For each column of keys.
        var keyBytes: [Int]
    }

    /// Makes columns of these types, lets them be filled, and gives them with the lines of their rows.
    static func filled(
        _ types: [ColumnType], _ room: Room, by fill: @escaping (ColumnMemory) -> Use
    ) -> (columns: [ColumnData], lines: [Int32]) {
        var filling = Filling(types: types, room: room, fill: fill)
        let lines = [Int32](unsafeUninitializedCapacity: room.rows) { buffer, count in
            filling.memory.lines = buffer
            filling.allocate(0)
            count = filling.use.rows
        }
        return (filling.columns.reversed(), lines)
    }

    private struct Filling {
        let types: [ColumnType]
        let room: Room
        let fill: (ColumnMemory) -> Use
        var memory = ColumnMemory()
        var use = Use(keyBytes: [])
        /// The last one first.
        var columns: [ColumnData] = []

        init(types: [ColumnType], room: Room, fill: @escaping (ColumnMemory) -> Use) {
            self.types = types
            self.room = room
            self.fill = fill
        }

        /// Memory of an array may be written only while the array is made, so each is made inside the making of the one before.
        mutating func allocate(_ index: Int) {
            guard index < types.count else {
                use = fill(memory)
                return
            }
            switch types[index] {
            case .day: columns.append(.day(array(index) { .days($0) }))
            case .decimal, .percent:
                columns.append(.decimal(DecimalColumn(values: array(index) { .numbers($0) }, scale: 0)))
            case .code:
                columns.append(
                    .code(CodeColumn(codes: array(index) { .codes($0) }, dictionary: [], firstLine: [])))
            case .key: allocateKeys(index)
            case .flag: columns.append(.flag(array(index) { .flags($0) }))
            }
        }

        private mutating func array<Value>(
            _ index: Int, _ column: (UnsafeMutableBufferPointer<Value>) -> Column
        ) -> [Value] {
            [Value](unsafeUninitializedCapacity: room.rows) { buffer, count in
                memory.columns.append(column(buffer))
                allocate(index + 1)
                count = use.rows
            }
        }

        private mutating func allocateKeys(_ index: Int) {
            var keys = KeyColumn()
            keys.offsets = [Int](unsafeUninitializedCapacity: room.rows + 1) { offsets, offsetCount in
                keys.bytes = [UInt8](unsafeUninitializedCapacity: room.keyBytes[index]) { bytes, count in
                    offsets.initializeElement(at: 0, to: 0)
                    memory.columns.append(.keys(bytes: bytes, offsets: offsets))
                    allocate(index + 1)
                    count = use.keyBytes[index]
                }
                offsetCount = use.rows + 1
            }
            columns.append(.key(keys))
        }
    }
}

extension ColumnMemory.Column {
    /// Copies the rows of a piece to their place; codes and days of the same memory differ by `translation`.
    func place(_ rows: ColumnData, at row: Int, keyByte: Int, translation: [Int32]) {
        switch (self, rows) {
        case (.days(let memory), .day(let days)): memory.place(days, at: row)
        case (.flags(let memory), .flag(let flags)): memory.place(flags, at: row)
        case (.numbers(let memory), .decimal(let column)): memory.place(column.values, at: row)
        case (.codes(let memory), .code(let column)): memory.place(column.codes, at: row, translation)
        case (.keys(let bytes, let offsets), .key(let keys)):
            bytes.place(keys.bytes, at: keyByte)
            for index in 0..<keys.count { offsets[row + 1 + index] = keys.offsets[index + 1] &+ keyByte }
        default: break
        }
    }
}

extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
    /// Copies values to a place of this memory.
    func place(_ values: [Element], at index: Int) {
        _ = self[index..<index + values.count].update(fromContentsOf: values)
    }
}

extension UnsafeMutableBufferPointer<Int32> {
    /// Copies codes to a place of this memory, as those that their texts have in the whole table.
    func place(_ codes: [Int32], at index: Int, _ translation: [Int32]) {
        for (offset, code) in codes.enumerated() {
            self[index + offset] = code < 0 ? CodeColumn.empty : translation[Int(code)]
        }
    }

    /// Copies lines to a place of this memory, so many further down.
    func place(lines: [Int32], at index: Int, linesBefore: Int) {
        let before = Int32(truncatingIfNeeded: linesBefore)
        for (offset, line) in lines.enumerated() { self[index + offset] = line &+ before }
    }
}
