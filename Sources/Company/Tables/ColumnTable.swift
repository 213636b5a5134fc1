/// A table as read: one typed array per field, in the order of the file's rows.
public struct ColumnTable: Sendable {
    /// How many rows were kept.
    public var rowCount: Int
    /// The path of the file.
    public var file: String
    /// The line in the file where each kept row begins, from 1.
    public var lineNumbers: [Int32]
    /// The fields by name; every field of the schema is here, each with ``rowCount`` values.
    public var columns: [String: ColumnData]
    /// How many rows were set aside because of a fault.
    public var rejectedRows: Int
    /// How many rows the file has, kept or not.
    public var totalRows: Int

    /// Makes a table.
    public init(
        rowCount: Int, file: String, lineNumbers: [Int32], columns: [String: ColumnData], rejectedRows: Int,
        totalRows: Int
    ) {
        self.rowCount = rowCount
        self.file = file
        self.lineNumbers = lineNumbers
        self.columns = columns
        self.rejectedRows = rejectedRows
        self.totalRows = totalRows
    }
}

/// The values of one field, one per kept row.
public enum ColumnData: Hashable, Sendable {
    /// Days since 1970-01-01; ``emptyDay`` where the cell is empty.
    case day([Int32])
    /// Numbers or percentages.
    case decimal(DecimalColumn)
    /// Texts by number.
    case code(CodeColumn)
    /// Texts as they are.
    case key(KeyColumn)
    /// 1 for yes, 0 for no, ``emptyFlag`` where the cell is empty.
    case flag([Int8])

    /// What stands for an empty cell among days.
    public static let emptyDay = Int32.min
    /// What stands for an empty cell among flags.
    public static let emptyFlag: Int8 = -1
}

/// Decimal numbers as integers that share one number of decimal places: `12.5` and `3` are 125 and 30 at scale 1.
public struct DecimalColumn: Hashable, Sendable {
    /// What stands for an empty cell.
    public static let empty = Int64.min
    /// The most decimal places a column may need.
    public static let maximumScale = 9

    /// The numbers times 10 to the power of ``scale``.
    public var values: [Int64]
    /// How many decimal places the most precise number needs.
    public var scale: Int

    /// Makes a column.
    public init(values: [Int64], scale: Int) {
        self.values = values
        self.scale = scale
    }
}

/// Texts as numbers into the list of different texts.
public struct CodeColumn: Hashable, Sendable {
    /// What stands for an empty cell.
    public static let empty: Int32 = -1

    /// The position in ``dictionary`` of each row's text.
    public var codes: [Int32]
    /// The different texts in order of first appearance.
    public var dictionary: [String]
    /// The line where each text first appears; 0 for a constant.
    public var firstLine: [Int32]

    /// Makes a column.
    public init(codes: [Int32], dictionary: [String], firstLine: [Int32]) {
        self.codes = codes
        self.dictionary = dictionary
        self.firstLine = firstLine
    }
}
