/// What an entry under `tables` says of a table, as a plain value; see "Reading tables" in `Docs/company.md`.
///
/// Of the keys that ``isPlain`` names, this room reads tables by itself. Any other key asks for a ``TableCleaner``.
public struct TableDeclaration: Hashable, Sendable {
    /// Where the names of the columns stand.
    public enum Header: Hashable, Sendable {
        /// Nothing is said: in the first row of a text that holds something; where a workbook seems to have them.
        case first
        /// In no row; columns are given by number.
        case none
        /// In these rows of the file, one or two.
        case rows(ClosedRange<Int>)
    }

    /// What makes the id of a row where no column is one.
    public enum Identity: Hashable, Sendable {
        /// The number of the row in the file.
        case row
        /// The values of these fields, or of columns that are no field.
        case fields([String])
    }

    /// Columns that become rows.
    public struct Wide: Hashable, Sendable {
        /// The columns by name; `nil` for all whose header is a period.
        public var columns: [String]?
        /// The field that gets the header.
        public var key: String
        /// The field that gets the cell, by the second row of the header; under `""` where there is one field only.
        public var values: [String: String]

        /// Makes a rule.
        public init(columns: [String]?, key: String, values: [String: String]) {
            self.columns = columns
            self.key = key
            self.values = values
        }
    }

    /// Whose value an empty cell has.
    public enum Fill: String, Hashable, Sendable, CaseIterable {
        /// That of the last cell above that holds something.
        case down
        /// That of the next cell below that holds something.
        case up
    }

    /// Several owners in one cell, who share equally.
    public struct Owners: Hashable, Sendable {
        /// The field.
        public var field: String
        /// What stands between them.
        public var separator: String
        /// The table of splits that gets their shares; the only one of the kind when `nil`.
        public var split: String?

        /// Makes a rule.
        public init(field: String, separator: String, split: String? = nil) {
            self.field = field
            self.separator = separator
            self.split = split
        }
    }

    /// What stands in a proposed entry for a column that nobody can see.
    public static let gap = "…"
    /// The encodings that may be said.
    public static let encodings = ["utf-8", "windows-1251", "utf-16le", "utf-16be", "windows-1252", "koi8-r"]
    /// How days may be said to be written.
    public static let dayForms = ["d/m/y", "m/d/y", "y-m-d", "serial"]

    /// What the table holds.
    public var reads: String?
    /// The sheet of a workbook; the first one that is not hidden when `nil`.
    public var sheet: String?
    /// How bytes become letters, one of ``encodings``; `nil` when nothing is said.
    public var encoding: String?
    /// The byte between two cells; `nil` when nothing is said.
    public var delimiter: UInt8?
    /// Where the names of the columns stand.
    public var header = Header.first
    /// The byte before the decimal places, of all columns; `nil` when nothing is said.
    public var decimal: UInt8?
    /// The same of single fields.
    public var decimals: [String: UInt8] = [:]
    /// How days are written in all columns, one of ``dayForms``; `nil` when nothing is said.
    public var dates: String?
    /// The same of single fields.
    public var datesByField: [String: String] = [:]
    /// Whether a time behind a day is left out.
    public var dropsTime = false
    /// The zone in which days are meant, in minutes from UTC.
    public var zone: Int?
    /// The year of months that name none.
    public var year: Int?
    /// Texts that mean nothing.
    public var empty: [String] = []
    /// Whether rows of totals are left out.
    public var dropsTotals = false
    /// Whether notes, signatures and names of groups are left out.
    public var dropsNotes = false
    /// Fields whose empty cells have the value of another row.
    public var fill: [String: Fill] = [:]
    /// Rows that are left out: those in which a field, or a column that is no field, has one of these texts.
    public var skip: [String: [String]] = [:]
    /// Field → column.
    public var columns: [String: TableSchema.Source] = [:]
    /// Fields that are the same in every row.
    public var constants: [String: String] = [:]
    /// What makes the id.
    public var id: Identity?
    /// Columns that become rows.
    public var wide: Wide?
    /// Several owners in one cell.
    public var owners: Owners?
    /// Fields whose cells are names of records instead of ids.
    public var names: [String] = []
    /// What its header is known by: files without an entry that have the same header are read by this one.
    public var fingerprint: String?
    /// The database whose answer it is; `nil` for a file.
    public var query: DeclaredQuery?

    /// Says nothing.
    public init() {}

    /// Whether the table is read by this room: nothing is said beyond `utf-8` and `windows-1251`, the delimiter, one decimal mark,
    /// `header: none`, columns by name or number, and constants.
    public var isPlain: Bool {
        let known = TableFormat.Encoding.allCases.map(\.rawValue)
        if let encoding, !known.contains(encoding) { return false }
        if case .rows = header { return false }
        let namesSecond = columns.values.contains { source in
            if case .named(let name) = source { Self.namesSecond(name) } else { false }
        }
        return !namesSecond && decimals.isEmpty && dates == nil && datesByField.isEmpty && !dropsTime && zone == nil
            && year == nil && empty.isEmpty && !dropsTotals && !dropsNotes && fill.isEmpty && skip.isEmpty && id == nil
            && wide == nil && owners == nil && names.isEmpty
    }

    /// Whether a name is that of the second or a later column of one name: `Сумма#2`.
    private static func namesSecond(_ name: String) -> Bool {
        guard let mark = name.lastIndex(of: "#"), mark != name.startIndex else { return false }
        return (Int(name[name.index(after: mark)...]) ?? 0) >= 2
    }

    /// Whether a column is still to be named.
    var hasGaps: Bool { columns.values.contains(.named(Self.gap)) }

    /// How the table is written, as far as this room reads it.
    var format: TableFormat {
        var format = TableFormat()
        if let delimiter { format.delimiter = delimiter }
        if let decimal { format.decimalMark = decimal }
        if let encoding { format.encoding = TableFormat.Encoding(rawValue: encoding) ?? .utf8 }
        format.hasHeader = header != .none
        return format
    }
}
