/// The parts of an `.ods` as text, made by hand so that a test can put anything into them.
struct OdsParts {
    /// What stands between the tags of `office:spreadsheet`.
    var tables: String
    var styles = ""
    var manifest = ""

    init(_ tables: String) { self.tables = tables }

    /// A workbook of one sheet with these rows.
    init(rows: String) { self.init("<table:table table:name=\"Лист1\">\(rows)</table:table>") }

    private static let names = [
        "office", "table", "text", "style", "draw",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0 == "draw" ? "drawing" : $0):1.0\"" }.joined(
        separator: " ")
    private static let calcext =
        "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""

    var parts: [(String, [UInt8])] {
        [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                XlsxParts.declaration + "<office:document-content \(Self.names) \(Self.calcext)>"
                    + "<office:automatic-styles>\(styles)</office:automatic-styles>"
                    + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
            ),
            (
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\(manifest)</m:manifest>"
            ),
        ].map { ($0.0, Array($0.1.utf8)) }
    }

    /// Writes the workbook.
    func written(_ scratch: Scratch) throws -> String { try scratch.zip(parts, "book.ods") }
}
