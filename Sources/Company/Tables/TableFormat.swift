/// How one table is written, where it differs from UTF-8, comma, decimal point and a first row of names.
public struct TableFormat: Hashable, Sendable {
    /// How bytes become letters.
    public enum Encoding: String, Hashable, Sendable, CaseIterable {
        /// Unicode; the default.
        case utf8 = "utf-8"
        /// Cyrillic Windows, as older exports write it.
        case windows1251 = "windows-1251"
    }

    /// The byte between two cells: `,` `;` `|` or tab.
    public var delimiter: UInt8
    /// The byte before the decimal places: `.` or `,`.
    public var decimalMark: UInt8
    /// How bytes become letters.
    public var encoding: Encoding
    /// Whether the first row names the columns.
    public var hasHeader: Bool

    /// Makes a format; what is left out is the usual way.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), decimalMark: UInt8 = UInt8(ascii: "."), encoding: Encoding = .utf8,
        hasHeader: Bool = true
    ) {
        self.delimiter = delimiter
        self.decimalMark = decimalMark
        self.encoding = encoding
        self.hasHeader = hasHeader
    }
}
