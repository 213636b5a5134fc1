internal import Formulas
public import Messages

/// Reads tables that are written otherwise than this room reads them: workbooks, and texts of which an entry under `tables` says more
/// than ``TableDeclaration/isPlain``.
///
/// It comes with the file, from whoever read the folder, since this room knows neither workbooks nor the ways in which people write
/// days and names. What it gives is read like any other table, and faults are shown at their place in the file.
public protocol TableCleaner: Sendable {
    /// The table under the names of its fields.
    ///
    /// - Throws: Everything that stands against it.
    func clean(_ table: TableToClean) throws(TableObjections) -> CleanedTable

    /// One entry under `tables` that says everything with which the file is read; `nil` when it looks like none of the kinds, or
    /// nothing need be said.
    ///
    /// - Parameter kinds: What the table may hold.
    func entry(for table: TableToClean, among kinds: [DeclaredKind]) -> ProposedEntry?

    /// The entry whose header a file has, as that file needs it; `nil` when none of them knows it.
    func recall(_ file: SourceFile, among entries: [RememberedTable]) -> RememberedTable?

    /// An entry as a line to be pasted below `tables:`.
    func line(_ declaration: TableDeclaration, for path: String) -> String
}

/// An entry under `tables` that knows the header of its file.
public struct RememberedTable: Sendable {
    /// The name under which it stands.
    public var name: String
    /// What it says.
    public var declaration: TableDeclaration

    /// Makes an entry.
    public init(name: String, declaration: TableDeclaration) {
        self.name = name
        self.declaration = declaration
    }
}

/// A table and what is said of it.
public struct TableToClean {
    /// The file as it lies there.
    public var file: SourceFile
    /// What is said of it.
    public var declaration: TableDeclaration
    /// What it holds.
    public var kind: DeclaredKind
    /// The records of a kind, by whose names cells may call them.
    public var known: (_ kind: String) -> [KnownRecord]
}

/// What a table holds: its fields.
public struct DeclaredKind: Sendable {
    /// The word for it under `reads`.
    public var name: String
    /// What it is called.
    public var title: LocalizedText
    /// Its fields, in the order of its table.
    public var fields: [DeclaredField]
    /// The columns of its table.
    let columns: [TableSchema.Column]
}

/// A field of a table.
public struct DeclaredField: Hashable, Sendable {
    /// What it holds.
    public enum Content: Hashable, Sendable {
        /// A day, a period, a number, a ratio, yes or no, or any text.
        case day, period, number, percent, flag, text
        /// What identifies the row.
        case identifier
        /// Money in the company's currency, which is named, or in that of another field.
        case money(currency: String?, field: String?)
        /// The id of a record of this kind.
        case record(String)
    }

    /// The kind that stands for people and units together.
    public static let subject = "subject"

    /// Its name.
    public var name: String
    /// What it holds.
    public var content: Content
    /// Whether it may be empty.
    public var isOptional: Bool
}

/// A record by the names it has.
public struct KnownRecord: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its names and titles.
    public var names: [String]
    /// Other spellings that somebody has written down for it.
    public var aliases: [String] = []
}

/// A table as this room reads it.
public struct CleanedTable: Sendable {
    /// UTF-8, commas, canonical values; the first row has the names of the fields.
    public var bytes: [UInt8]
    /// For each row behind the first, its row in the file.
    public var rows: [Int]
    /// For each field out of a column, the place of that column among the cells of a row, from 0.
    public var columns: [String: Int]
    /// The columns that feed no field, by name.
    public var unread: [String]
    /// Shares of owners: the event's id, person, share, written like `bytes`; for each row its row in the file.
    public var shares: (bytes: [UInt8], rows: [Int])?
    /// The rows as they stand in the file.
    public var original: OriginalRows

    /// Makes a table.
    public init(
        bytes: [UInt8], rows: [Int], columns: [String: Int], unread: [String] = [],
        shares: (bytes: [UInt8], rows: [Int])? = nil, original: OriginalRows
    ) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.unread = unread
        self.shares = shares
        self.original = original
    }
}

/// The rows of a file as texts, for messages.
public struct OriginalRows: Sendable {
    /// The byte between two cells of a text.
    public var delimiter: UInt8
    /// The text of a row, by its number; `nil` when there is none.
    public var text: @Sendable (Int) -> String?

    /// Takes the rows.
    public init(delimiter: UInt8, text: @escaping @Sendable (Int) -> String?) {
        self.delimiter = delimiter
        self.text = text
    }
}

/// Everything that keeps a table from being read as it is declared.
public struct TableObjections: Error {
    /// One matter.
    public struct Objection: Hashable, Sendable {
        /// A stable code.
        public var code: String
        /// The row of the file; 0 when the whole table is meant.
        public var row: Int
        /// The place of the cell in the row, from 0; `nil` when the whole row is meant.
        public var cell: Int?
        /// What is wrong.
        public var message: LocalizedText
        /// What to do about it.
        public var remedy: LocalizedText?

        /// Makes an objection.
        public init(
            _ code: String, row: Int = 0, cell: Int? = nil, _ message: LocalizedText, remedy: LocalizedText? = nil
        ) {
            self.code = code
            self.row = row
            self.cell = cell
            self.message = message
            self.remedy = remedy
        }
    }

    /// The matters, each once.
    public var all: [Objection]
    /// The rows as they stand in the file, where there are some.
    public var original: OriginalRows?

    /// Takes the matters.
    public init(_ all: [Objection], original: OriginalRows? = nil) {
        self.all = all
        self.original = original
    }
}

/// An entry that is proposed for a table.
public struct ProposedEntry: Sendable {
    /// What it says.
    public var declaration: TableDeclaration
    /// Whether the file is read with it as it is.
    public var isEnough: Bool
    /// The first row that holds something.
    public var firstRow: Int
    /// Where it is not enough: columns that can be read in several ways, with what to say.
    public var doubts: [LocalizedText]
    /// What to look at before it is believed.
    public var questions: [LocalizedText]

    /// Makes an entry.
    public init(
        _ declaration: TableDeclaration, isEnough: Bool, firstRow: Int, doubts: [LocalizedText],
        questions: [LocalizedText]
    ) {
        self.declaration = declaration
        self.isEnough = isEnough
        self.firstRow = firstRow
        self.doubts = doubts
        self.questions = questions
    }
}
