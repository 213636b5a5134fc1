/// Rows of CSV as they come to be: UTF-8, commas, decimal points, quoting by RFC 4180, every row ended by a line feed.
///
/// The one way in which CSV is written. A text is guarded and quoted where it must be (``CSVCell``); a figure is never guarded,
/// since its minus belongs to it. What many rows have in common is made once, as bytes.
///
///     var rows = CSVRows()
///     rows.text("anna")
///     rows.figure(-1_250, places: 2, keepsZeros: true)
///     rows.endRow()        // anna,-12.50
public struct CSVRows: ~Copyable {
    private var writer: ByteWriter
    /// How many cells the row has so far.
    private var cells = 0
    /// How many bytes there were when the row began.
    private var start = 0

    /// Begins rows with room for so many bytes.
    public init(capacity: Int = 256) {
        writer = ByteWriter(capacity: capacity)
    }

    /// What was written.
    public var bytes: [UInt8] { writer.bytes }

    /// The rows as text, without the line feed of the last one.
    public var lines: String { String(decoding: writer.bytes.dropLast(), as: UTF8.self) }

    /// Makes room for so many bytes more.
    public mutating func reserve(_ more: Int) { writer.reserve(more) }

    /// Adds a cell as it stands in a row: a figure, or what ``CSVCell/quoted(_:)`` gave; several with commas between them.
    public mutating func cell(_ bytes: [UInt8]) {
        begin()
        writer.append(bytes)
    }

    /// Adds a cell of text.
    public mutating func text(_ text: String) { cell(CSVCell.quoted(text)) }

    /// Adds a figure, or anything else that consists of letters, digits, signs and points.
    public mutating func figure(_ text: String) { cell(Array(text.utf8)) }

    /// Adds units of 10^-places as a plain decimal; see ``ByteWriter/append(_:places:keepsZeros:)``.
    public mutating func figure(_ units: Int64, places: Int, keepsZeros: Bool) {
        begin()
        writer.append(units, places: places, keepsZeros: keepsZeros)
    }

    /// Adds a cell without anything.
    public mutating func empty() { begin() }

    /// Ends the row. One of a single empty cell would be an empty line, which many readers skip: it gets two quotes.
    public mutating func endRow() {
        if cells == 1, writer.count == start { writer.append(Array("\"\"".utf8)) }
        writer.append(UInt8(ascii: "\n"))
        cells = 0
        start = writer.count
    }

    private mutating func begin() {
        if cells > 0 { writer.append(UInt8(ascii: ",")) }
        cells += 1
    }
}
