/// All events of a kind in columns: a column per field, a row per event, no object per event.
public struct EventTable: Sendable {
    /// How many events there are.
    public internal(set) var rowCount = 0
    /// One column per field of the kind.
    public internal(set) var columns: EventColumns
    /// The events' own identifiers.
    public internal(set) var keys = EventKeys()
    /// The amounts that were in another currency, by the index of their column, which holds the company's.
    public internal(set) var conversions: [Int: Conversions] = [:]
    /// Which rows came from which file.
    public internal(set) var origins: [Origin] {
        get { storedOrigins?.value ?? ownOrigins }
        _modify {
            if let storedOrigins { (ownOrigins, self.storedOrigins) = (storedOrigins.value, nil) }
            yield &ownOrigins
        }
    }

    private var ownOrigins: [Origin] = []
    private var storedOrigins: Once<[Origin]>?

    /// A run of rows that came from one file.
    public struct Origin: Sendable {
        /// The file's path inside the company folder.
        public var file: String
        /// The first row.
        public var firstRow: Int
        /// The line of each row in the file.
        public var lines: [Int32]

        /// Makes a run of rows.
        public init(file: String, firstRow: Int, lines: [Int32]) {
            self.file = file
            self.firstRow = firstRow
            self.lines = lines
        }
    }

    /// An empty table.
    public init(fields: [Field]) {
        columns = EventColumns(fields.map { EventColumn.empty(for: $0.type) })
    }

    /// A table that lies in a file: its parts are loaded when somebody asks for them.
    public init(
        rowCount: Int, columns: EventColumns, keys: EventKeys, conversions: [Int: Conversions],
        origins: @escaping @Sendable () -> [Origin]
    ) {
        self.rowCount = rowCount
        self.columns = columns
        self.keys = keys
        self.conversions = conversions
        storedOrigins = Once(origins)
    }

    /// The file and the line an event was read from.
    public func origin(of row: Int) -> (file: String, line: Int)? {
        guard let origin = origins.last(where: { $0.firstRow <= row }) else { return nil }
        let offset = row - origin.firstRow
        return origin.lines.indices.contains(offset) ? (origin.file, Int(origin.lines[offset])) : nil
    }
}

/// One column of a table.
public enum EventColumn: Sendable {
    /// Days since 1970-01-01; ``emptyDay`` when there is none.
    case day([Int32])
    /// Integers that count units of 10^-scale; ``emptyNumber`` when there is none.
    case decimal([Int64], scale: Int)
    /// Numbers of texts in a dictionary; ``emptyCode`` when there is none.
    case text([Int32], dictionary: [String])
    /// Numbers of records, or rows of the events named; ``emptyCode`` when there is none.
    case record([Int32])
    /// 0, 1; ``emptyFlag`` when there is none.
    case flag([Int8])

    /// Stands for an empty day.
    public static let emptyDay = Int32.min
    /// Stands for an empty number.
    public static let emptyNumber = Int64.min
    /// Stands for an empty code.
    public static let emptyCode: Int32 = -1
    /// Stands for an empty flag.
    public static let emptyFlag: Int8 = -1

    /// A column without rows.
    public static func empty(for type: FieldType) -> EventColumn {
        switch type {
        case .day, .moment: .day([])
        case .money, .number, .percent, .pieces, .days, .minutes: .decimal([], scale: 0)
        case .text, .personal: .text([], dictionary: [])
        case .record, .event: .record([])
        case .flag: .flag([])
        }
    }
}

/// The identifiers of events, one after the other in a block of bytes.
public struct EventKeys: Sendable {
    /// The identifiers of each file with the first row of it.
    public internal(set) var parts: [Part] {
        get { stored?.value ?? own }
        _modify {
            if let stored { (own, self.stored) = (stored.value, nil) }
            yield &own
        }
    }

    /// The identifiers of one file.
    public typealias Part = (firstRow: Int, keys: KeyColumn)

    private var own: [Part] = []
    private var stored: Once<[Part]>?

    /// No identifiers.
    public init() {}

    /// Identifiers that are loaded when somebody asks for them.
    public init(loading parts: @escaping @Sendable () -> [Part]) {
        stored = Once(parts)
    }

    /// The identifiers of all parts as one column.
    var joined: KeyColumn {
        if parts.count == 1 { return parts[0].keys }
        var all = KeyColumn()
        all.reserve(
            rows: parts.reduce(0) { $0 + $1.keys.count }, bytes: parts.reduce(0) { $0 + $1.keys.bytes.count })
        for part in parts { all.append(part.keys) }
        return all
    }

    /// The identifier of a row.
    public subscript(row: Int) -> String {
        guard let part = parts.last(where: { $0.firstRow <= row }) else { return "" }
        return part.keys[row - part.firstRow]
    }

    /// The row with an identifier; looks at every key.
    public func row(of key: String) -> Int? {
        let wanted = Array(key.utf8)
        for part in parts {
            let (bytes, offsets) = (part.keys.bytes, part.keys.offsets)
            let row = (0..<part.keys.count).first { row in
                offsets[row + 1] - offsets[row] == wanted.count
                    && wanted.elementsEqual(bytes[offsets[row]..<offsets[row + 1]])
            }
            if let row { return part.firstRow + row }
        }
        return nil
    }
}

/// The shares of split events: for each event the persons, in the order of their identifiers, and their parts.
public struct SplitTable: Sendable {
    /// The first share of each event row in ``persons``; one more than rows, empty when nothing is split.
    public internal(set) var offsets: [Int32] {
        get { parts.offsets }
        _modify {
            load()
            yield &own.offsets
        }
    }
    /// Numbers of persons.
    public internal(set) var persons: [Int32] {
        get { parts.persons }
        _modify {
            load()
            yield &own.persons
        }
    }
    /// Their shares in units of 10^-``scale``; those of an event total exactly 1.
    public internal(set) var shares: [Int64] {
        get { parts.shares }
        _modify {
            load()
            yield &own.shares
        }
    }
    /// Decimal places of shares.
    public static let scale = 9

    private var own = Parts()
    private var stored: (parts: Once<Parts>, rowCount: Int?)?

    private struct Parts: Sendable {
        var offsets: [Int32] = []
        var persons: [Int32] = []
        var shares: [Int64] = []
    }

    /// A table in which nothing is split.
    public init() {}

    /// A table as it was kept; `nil` when its parts do not fit each other.
    public init?(offsets: [Int32], persons: [Int32], shares: [Int64]) {
        guard persons.count == shares.count, offsets.first ?? 0 == 0, Int(offsets.last ?? 0) == persons.count,
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        own = Parts(offsets: offsets, persons: persons, shares: shares)
    }

    /// A table that lies in a file: it is loaded when somebody asks for a share.
    ///
    /// - Parameter rowCount: How many events it is for; `nil` when nothing is split.
    public init(rowCount: Int?, loading table: @escaping @Sendable () -> SplitTable) {
        stored = (Once { table().parts }, rowCount)
    }

    /// How many events the table is for; `nil` when nothing is split.
    public var rowCount: Int? {
        if let stored { return stored.rowCount }
        return own.offsets.isEmpty ? nil : own.offsets.count - 1
    }

    /// The same with its parts in memory, for those who ask row by row.
    public var loaded: SplitTable {
        var table = self
        table.load()
        return table
    }

    /// The range of an event's shares; empty when it is not split.
    public func range(of row: Int) -> Range<Int> {
        if stored != nil { return loaded.range(of: row) }
        return own.offsets.isEmpty ? 0..<0 : Int(own.offsets[row])..<Int(own.offsets[row + 1])
    }

    private var parts: Parts { stored?.parts.value ?? own }

    private mutating func load() {
        guard let stored else { return }
        own = stored.parts.value
        self.stored = nil
    }
}
