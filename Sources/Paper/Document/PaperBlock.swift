public import Charts

/// A part of a document.
public enum PaperBlock: Sendable {
    /// The heading of the document, with a word for its state.
    case title(String, state: String)
    /// A heading of what follows; it never stands alone at the end of a page.
    case heading(String)
    /// Words.
    case paragraph(String)
    /// Words in a frame, which must not be overlooked.
    case notice(String)
    /// The one figure of the document.
    case sum(label: String, figure: String)
    /// Names and what they stand for, side by side.
    case facts([(name: String, value: String)])
    /// A table.
    case table(PaperTable)
    /// A drawing, and what it shows in a few words.
    case drawing(Scene, shows: String)
    /// Lines to be signed by hand, each with what stands under it.
    case signatures([String])
}

/// A table; its head is repeated on every page that it reaches, and none of its rows is broken.
public struct PaperTable: Sendable {
    /// The columns.
    public var columns: [PaperColumn]
    /// The rows.
    public var rows: [PaperRow]
    /// What the rows come to.
    public var totals: [PaperRow]

    /// A table.
    public init(columns: [PaperColumn], rows: [PaperRow], totals: [PaperRow] = []) {
        self.columns = columns
        self.rows = rows
        self.totals = totals
    }
}

/// A column of a table.
public struct PaperColumn: Sendable, Equatable {
    /// Its head.
    public let title: String
    /// Whether it holds figures, which stand at the right under each other and are never broken.
    public let isFigure: Bool
    /// How much of the room that figures leave it takes beside other columns of words.
    public let weight: Double

    /// A column of words.
    public static func words(_ title: String, weight: Double = 1) -> PaperColumn {
        PaperColumn(title: title, isFigure: false, weight: weight)
    }

    /// A column of figures.
    public static func figures(_ title: String) -> PaperColumn {
        PaperColumn(title: title, isFigure: true, weight: 0)
    }
}

/// A row of a table.
public struct PaperRow: Sendable, Equatable {
    /// What stands in its columns, from the left; what is missing at its end is empty.
    public var cells: [String]
    /// How far its first cell is moved in: a part of what stands above it.
    public var depth: Int
    /// What stands under the first cell in smaller letters: how it came about, what is to be known.
    public var notes: [PaperNote]
    /// Whether it is what others belong to.
    public var isStrong: Bool

    /// A row.
    public init(_ cells: [String], depth: Int = 0, notes: [PaperNote] = [], strong: Bool = false) {
        self.cells = cells
        self.depth = depth
        self.notes = notes
        isStrong = strong
    }
}

/// Smaller words under a cell.
public enum PaperNote: Sendable, Equatable {
    /// A formula.
    case formula(String)
    /// A remark.
    case remark(String)
}
