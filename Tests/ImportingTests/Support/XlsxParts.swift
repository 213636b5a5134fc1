/// The parts of an `.xlsx` as text, made by hand so that a test can put anything into them.
struct XlsxParts {
    /// A sheet: its name, what stands in `sheetData`, what stands behind it, and how it is hidden.
    struct Sheet {
        var name: String
        var rows: String
        var behind = ""
        var state: String?
    }

    var sheets: [Sheet]
    /// Items of the shared texts: `<si><t>…</t></si>`.
    var shared: String?
    /// Number formats by id, and the ids that styles 0, 1, 2, … refer to.
    var formats: [Int: String] = [:]
    var styles: [Int] = [0]
    var properties = ""
    var isStrict = false

    init(_ rows: String, shared: String? = nil, styles: [Int] = [0], formats: [Int: String] = [:]) {
        sheets = [Sheet(name: "Sheet1", rows: rows)]
        self.shared = shared
        self.styles = styles
        self.formats = formats
    }

    private var main: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    private var relations: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// The parts in the order in which they lie in the archive.
    var parts: [(String, [UInt8])] {
        var parts = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelationships),
            ("xl/styles.xml", stylesPart),
        ]
        if let shared { parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>")) }
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>\(sheet.behind)</worksheet>"
                ))
        }
        return parts.map { ($0.0, Array((Self.declaration + $0.1).utf8)) }
    }

    private var workbook: String {
        let list = sheets.enumerated().map { index, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
        }
        return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><workbookPr \(properties)/>"
            + "<sheets>\(list.joined())</sheets></workbook>"
    }

    private var workbookRelationships: String {
        relationships(
            sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")])
    }

    private func relationships(_ targets: [(kind: String, target: String)]) -> String {
        let list = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relations)/\(target.kind)\" Target=\"\(target.target)\"/>"
        }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())"
            + "</Relationships>"
    }

    private var stylesPart: String {
        let codes = formats.map { "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\($0.value)\"/>" }
        let list = styles.map { "<xf numFmtId=\"\($0)\"/>" }
        return "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
            + "</cellStyleXfs><cellXfs>\(list.joined())</cellXfs></styleSheet>"
    }

    /// Writes the workbook and opens it.
    func written(_ scratch: Scratch) throws -> String { try scratch.zip(parts) }
}
