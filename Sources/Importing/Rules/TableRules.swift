/// An entry under `tables:` as a plain value: what has to be said of a table so that it is read.
public struct TableRules: Hashable, Sendable {
    /// Where the names of the columns stand.
    public enum Header: Hashable, Sendable {
        /// In the first row.
        case first
        /// In no row; columns are given by number.
        case none
        /// In these rows of the file, one or two.
        case rows(ClosedRange<Int>)
    }

    /// A column of the file.
    public enum Column: Hashable, Sendable {
        /// By its name, `#2` behind it for the second of one name.
        case named(String)
        /// By its place, from 1.
        case number(Int)
    }

    /// What makes the id of a row.
    public enum Identity: Hashable, Sendable {
        /// The number of the row in the file.
        case row
        /// The values of these fields, or columns that are no field.
        case fields([String])
    }

    /// How days are written.
    public enum Dates: Hashable, Sendable {
        /// In this order.
        case order(DayOrder)
        /// As the numbers of a spreadsheet.
        case serial
    }

    /// Columns that become rows.
    public struct Wide: Hashable, Sendable {
        /// The columns by name; `nil` for all whose header is a period.
        public var columns: [String]?
        /// The field that gets the header.
        public var key: String
        /// The field that gets the cell; by the second row of the header where there are several, `""` for the only one.
        public var values: [String: String]

        /// Makes a rule.
        public init(columns: [String]? = nil, key: String, values: [String: String]) {
            self.columns = columns
            self.key = key
            self.values = values
        }
    }

    /// Several owners in one cell, who share equally.
    public struct Owners: Hashable, Sendable {
        /// The field.
        public var field: String
        /// What stands between them.
        public var separator: String

        /// Makes a rule.
        public init(field: String, separator: String) {
            self.field = field
            self.separator = separator
        }
    }

    /// Whose value an empty cell has.
    public enum Fill: String, Hashable, Sendable, CaseIterable {
        /// That of the last cell above that holds something.
        case down
        /// That of the next cell below that holds something.
        case up
    }

    /// The kind that the table feeds.
    public var reads: String?
    /// The encoding, where it is not UTF-8.
    public var encoding: TextEncoding?
    /// The byte between cells, where it is not a comma.
    public var delimiter: UInt8?
    /// The sheet of a workbook, where it is not the first.
    public var sheet: String?
    /// Where the names of the columns stand.
    public var header = Header.first
    /// The decimal mark of all columns.
    public var decimal: DecimalMark?
    /// The decimal mark of single fields.
    public var decimals: [String: DecimalMark] = [:]
    /// How days are written in all columns.
    public var dates: Dates?
    /// How days are written in single fields.
    public var datesByField: [String: Dates] = [:]
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
    /// Fields whose empty cells have the value of another row: a name that stands once for a block.
    public var fill: [String: Fill] = [:]
    /// Rows that are left out: those in which a field, or a column that is no field, has one of these texts.
    public var skip: [String: [String]] = [:]
    /// Field → column.
    public var columns: [String: Column] = [:]
    /// Fields that are the same in every row.
    public var constants: [String: String] = [:]
    /// What makes the id where no column is one.
    public var id: Identity?
    /// Columns that become rows.
    public var wide: Wide?
    /// Several owners in one cell.
    public var owners: Owners?
    /// Fields whose cells are names of records instead of ids.
    public var names: [String] = []
    /// What the header is known by: files of other names with the same header are read alike.
    public var fingerprint: HeaderFingerprint?

    /// Says nothing.
    public init() {}

    /// The rules for the cells of one field.
    func cellRules(_ field: String) -> CellRules {
        var rules = CellRules()
        rules.decimal = decimals[field] ?? decimal
        switch datesByField[field] ?? dates {
        case .order(let order)?: rules.dates = order
        case .serial?: rules.hasSerialDays = true
        case nil: break
        }
        rules.dropsTime = dropsTime
        rules.zone = zone
        rules.year = year
        rules.empty = Set(empty.map(PlainSpelling.folded))
        return rules
    }
}
