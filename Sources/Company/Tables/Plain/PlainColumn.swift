/// One cell of a plain row: what it holds, where its value goes, and what is remembered of the cells before it.
///
/// The memory belongs to ``PlainRowReader``, which alone makes and frees it.
struct PlainColumn {
    /// What is done with the cell.
    enum Kind: UInt8 {
        case unread, day, decimal, code, key, flag
    }

    /// A text of up to 16 bytes seen lately, with its number.
    struct Recent {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var code: Int32 = -1
    }

    let kind: Kind
    /// The column among those that are built; -1 when nobody reads the cell.
    let column: Int
    let isOptional: Bool
    let isPercent: Bool
    /// The values of a block's rows: days, numbers, codes or flags; for keys where each ends in ``keyBytes``.
    let values: UnsafeMutableRawPointer

    /// The decimal places that numbers are kept with.
    var scale = 0

    /// The bytes of a block's keys.
    var keyBytes: UnsafeMutablePointer<UInt8>?

    /// The numbers of texts; the builder of the column keeps it alive.
    var texts: Unmanaged<SharedTexts>?
    /// The shape that most of the texts have.
    private(set) var shape = IdentifierShape()
    /// The codes of texts of one byte, and behind these of texts of that shape, by their numbers; -1 where none is known.
    private(set) var table: UnsafeMutablePointer<Int32>?
    private(set) var tableCount = 0
    /// Texts seen lately, by their hash.
    var recent: UnsafeMutablePointer<Recent>?

    static let keyCapacity = 32_768
    static let recentCount = 2048
    /// How many texts of one byte there are.
    static let byteCount = 256

    /// Makes room for a block's values.
    init(_ kind: Kind, column: Int, isOptional: Bool, isPercent: Bool, rows: Int) {
        self.kind = kind
        self.column = column
        self.isOptional = isOptional
        self.isPercent = isPercent
        values = .allocate(byteCount: max(8, rows * 8), alignment: 8)
        if kind == .key { keyBytes = .allocate(capacity: Self.keyCapacity) }
        if kind == .code {
            recent = .allocate(capacity: Self.recentCount)
            recent?.initialize(repeating: Recent(), count: Self.recentCount)
        }
    }

    /// Frees the memory.
    func deallocate() {
        values.deallocate()
        keyBytes?.deallocate()
        table?.deallocate()
        recent?.deallocate()
    }

    /// The values of a block's first rows.
    func block<Value>(_ rows: Int, as type: Value.Type) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: UnsafePointer(values.assumingMemoryBound(to: type)), count: rows)
    }

    /// The bytes of the keys of a block's first rows.
    func keys(_ rows: Int) -> UnsafeBufferPointer<UInt8> {
        let count = rows > 0 ? Int(values.assumingMemoryBound(to: Int32.self)[rows - 1]) : 0
        return UnsafeBufferPointer(start: keyBytes.map { UnsafePointer($0) }, count: count)
    }

    /// Takes over the shape of the texts, which is known as soon as there is one.
    mutating func take(_ shape: IdentifierShape) {
        if shape == self.shape { return }
        self.shape = shape
        table?.update(repeating: -1, count: tableCount)
    }

    /// Remembers the code of a text that has a place in the table.
    mutating func remember(_ code: Int32, at place: Int) {
        if place >= tableCount {
            var count = max(1024, tableCount)
            while count <= place { count *= 2 }
            let larger = UnsafeMutablePointer<Int32>.allocate(capacity: count)
            larger.initialize(repeating: -1, count: count)
            if let table {
                larger.update(from: table, count: tableCount)
                table.deallocate()
            }
            table = larger
            tableCount = count
        }
        table?[place] = code
    }
}

extension PlainColumn.Kind {
    /// What is done with the cells of a column of the schema.
    init(_ type: ColumnType?) {
        self =
            switch type {
            case .day: .day
            case .decimal, .percent: .decimal
            case .code: .code
            case .key: .key
            case .flag: .flag
            case nil: .unread
            }
    }
}
