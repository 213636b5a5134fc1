/// Which columns a table must and may have, and what is in their cells.
public struct TableSchema: Sendable {
    /// Where the cells of a field stand in the file.
    public enum Source: Hashable, Sendable {
        /// In the column of this name.
        case named(String)
        /// In the column of this number, from 1.
        case number(Int)
    }

    /// One field and the column it is read from.
    public struct Column: Sendable {
        /// The field's name: the key of ``ColumnTable/columns``.
        public var name: String
        /// Where its cells stand.
        public var source: Source
        /// What its cells hold.
        public var type: ColumnType
        /// Whether single cells may be empty.
        public var isOptional: Bool
        /// Whether the file must have the column; one that need not be there reads as empty cells.
        public var isRequired: Bool
        /// Whether the company's own text declares the field, and could let its cells be empty.
        public var isDeclared = false
        /// What every row has, when it is said once for the whole table; then the file is not asked.
        public var constant: String?

        /// Makes a column; left to itself it is read from the column of its own name and must be there unless its cells
        /// may be empty.
        public init(
            _ name: String, _ type: ColumnType, source: Source? = nil, isOptional: Bool = false,
            isRequired: Bool? = nil, constant: String? = nil
        ) {
            self.name = name
            self.source = source ?? .named(name)
            self.type = type
            self.isOptional = isOptional
            self.isRequired = isRequired ?? !isOptional
            self.constant = constant
        }
    }

    /// The fields to read.
    public var columns: [Column]
    /// Whether columns of the file that no field reads pass in silence; otherwise each is a warning.
    public var ignoresUnknownColumns: Bool

    /// Makes a schema.
    public init(columns: [Column], ignoresUnknownColumns: Bool = false) {
        self.columns = columns
        self.ignoresUnknownColumns = ignoresUnknownColumns
    }
}

/// What the cells of a column hold.
public enum ColumnType: String, Hashable, Sendable, CaseIterable {
    /// `2026-01-31` or `31.01.2026`, kept as days since 1970-01-01.
    case day
    /// A plain number such as `-1 234.50`, kept as an integer with a number of decimal places.
    case decimal
    /// `4.5%` or `0.045`, kept like a decimal.
    case percent
    /// A text with few different values, kept as a number into a list of them.
    case code
    /// A text with a different value in every row, kept as it is.
    case key
    /// yes or no.
    case flag
}
