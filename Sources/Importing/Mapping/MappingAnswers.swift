/// What somebody has said of a table, so that a proposal need not find it out.
///
///     var said = MappingAnswers()
///     try said.take("decimal.amount", ",")
///     try said.take("column.seller", "Менеджер")
public struct MappingAnswers: Hashable, Sendable {
    /// Where a field comes from.
    public enum Source: Hashable, Sendable {
        /// A column of the file.
        case column(TableRules.Column)
        /// No column is this field.
        case nothing
    }

    /// Several owners in a cell of a field.
    public enum Owners: Hashable, Sendable {
        /// What stands between them.
        case separated(by: String)
        /// The whole cell is one owner.
        case one
    }

    /// What the table feeds.
    public var kind: String?
    /// The encoding of a text.
    public var encoding: TextEncoding?
    /// The byte between the cells of a text.
    public var delimiter: UInt8?
    /// The sheet of a workbook.
    public var sheet: String?
    /// Where the names of the columns stand.
    public var header: TableRules.Header?
    /// The decimal mark of all columns.
    public var decimal: DecimalMark?
    /// The decimal mark of single fields.
    public var decimals: [String: DecimalMark] = [:]
    /// How days are written in all columns.
    public var dates: TableRules.Dates?
    /// How days are written in single fields.
    public var datesByField: [String: TableRules.Dates] = [:]
    /// Whether a time behind a day is left out.
    public var dropsTime = false
    /// The zone in which days are meant, in minutes from UTC.
    public var zone: Int?
    /// The year of months that name none.
    public var year: Int?
    /// Texts that mean nothing.
    public var empty: [String] = []
    /// Fields whose empty cells have the value of another row.
    public var fill: [String: TableRules.Fill] = [:]
    /// Rows that are left out, by column and text.
    public var skip: [String: [String]] = [:]
    /// Field → where it comes from.
    public var columns: [String: Source] = [:]
    /// Fields that are the same in every row.
    public var constants: [String: String] = [:]
    /// What makes the id.
    public var id: TableRules.Identity?
    /// Columns that become rows.
    public var wide: TableRules.Wide?
    /// Field → whether its cells hold several owners.
    public var owners: [String: Owners] = [:]
    /// Other spellings of names, and the ids they mean.
    public var aliases: [String: String] = [:]

    /// Says nothing.
    public init() {}

    /// Whether a field needs no column to be looked for.
    func settles(_ field: String) -> Bool { columns[field] != nil || constants[field] != nil }

    /// The rules for the cells of a field, as far as they are said.
    func cellRules(_ field: String) -> CellRules {
        var rules = TableRules()
        rules.decimal = decimal
        rules.decimals = decimals
        rules.dates = dates
        rules.datesByField = datesByField
        rules.dropsTime = dropsTime
        rules.zone = zone
        rules.year = year
        rules.empty = empty
        return rules.cellRules(field)
    }
}
