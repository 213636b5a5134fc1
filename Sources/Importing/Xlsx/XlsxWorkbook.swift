/// A workbook of Excel 2007 and later: parts of XML in a zip archive (ECMA-376, transitional and strict).
final class XlsxWorkbook: WorkbookContent {
    let sheets: [Workbook.Sheet]
    private let archive: ZipArchive
    private let limits: WorkbookLimits
    private let parts: [String]
    private let shapes: [DateShape]
    private let isFrom1904: Bool
    private let stringsPart: String?
    /// The shared texts, read when a sheet is.
    private var strings: [String]?

    init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws {
        self.archive = archive
        self.limits = limits
        let root = try Relationships(of: "", in: archive, limits)
        let main = root.part("officeDocument") ?? "xl/workbook.xml"
        let workbook = try WorkbookPart(archive.part(main), limits)
        let relations = try Relationships(of: main, in: archive, limits)
        let found = workbook.entries.compactMap { entry -> (Workbook.Sheet, String)? in
            guard let target = relations.targets[entry.id], target.kind == "worksheet" else { return nil }
            return (entry.sheet, target.part)
        }
        sheets = found.map(\.0)
        parts = found.map(\.1)
        isFrom1904 = workbook.isFrom1904
        shapes = try relations.part("styles").map { try StylesPart(archive.part($0), limits).shapes } ?? []
        stringsPart = relations.part("sharedStrings").flatMap { archive.has($0) ? $0 : nil }
    }

    func read(sheet: Int, into builder: RowBuilder) throws {
        if builder.mergedRows != nil {
            try XMLDocument.read(part(of: sheet), to: MergedCellsPart(builder))
        }
        builder.part = parts[sheet]
        let cells = SheetCells(shapes: shapes, strings: try sharedStrings(), isFrom1904: isFrom1904)
        try XMLDocument.read(part(of: sheet), to: SheetPart(cells, builder))
    }

    private func part(of sheet: Int) throws -> ZipPart {
        try archive.part(parts[sheet], limit: limits.sheetBytes)
    }

    private func sharedStrings() throws -> [String] {
        if let strings { return strings }
        let read = try stringsPart.map { try SharedStrings(archive.part($0), limits).texts } ?? []
        strings = read
        return read
    }
}
