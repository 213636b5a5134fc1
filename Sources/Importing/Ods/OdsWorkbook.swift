/// A workbook of LibreOffice: one part of XML holds all sheets (OpenDocument 1.3 Part 3, 9 and 19).
final class OdsWorkbook: WorkbookContent {
    let sheets: [Workbook.Sheet]
    private let archive: ZipArchive
    private let limits: WorkbookLimits
    private static let part = "content.xml"

    init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws {
        self.archive = archive
        self.limits = limits
        if archive.has("mimetype") {
            let type = String(decoding: try archive.part("mimetype").head(100), as: UTF8.self)
            guard type.contains("opendocument.spreadsheet") else { throw WorkbookFault.otherContent(.otherDocument) }
        }
        try OdsManifest.check(archive)
        let list = OdsSheetList(limits)
        try XMLDocument.read(archive.part(Self.part, limit: limits.sheetBytes), to: list)
        sheets = list.sheets
    }

    func read(sheet: Int, into builder: RowBuilder) throws {
        builder.part = Self.part
        try XMLDocument.read(
            archive.part(Self.part, limit: limits.sheetBytes), to: OdsSheet(number: sheet, builder))
    }
}

/// The sheets that the content of an `.ods` holds.
final class OdsSheetList: XMLListener {
    enum Element: String, CaseIterable {
        case spreadsheet = "office:spreadsheet"
        case table = "table:table"
        case style = "style:style"
        case properties = "style:table-properties"
    }

    private(set) var sheets: [Workbook.Sheet] = []
    private var hiddenStyles: Set<String> = []
    private var style: String?
    private var depth = 0
    private var spreadsheetDepth: Int?
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) {
        self.limits = limits
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        depth += 1
        switch element {
        case .spreadsheet: spreadsheetDepth = depth
        case .table where depth - 1 == spreadsheetDepth:
            try check(sheets.count)
            let isHidden = attributes["table:style-name"].map(hiddenStyles.contains) ?? false
            sheets.append(Workbook.Sheet(name: attributes["table:name"] ?? "", isHidden: isHidden))
        case .style: style = attributes["style:family"] == "table" ? attributes["style:name"] : nil
        case .properties where attributes["table:display"] == "false":
            try check(hiddenStyles.count)
            if let style { hiddenStyles.insert(style) }
        default: break
        }
    }

    func end(_ element: Element?) { depth -= 1 }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private func check(_ count: Int) throws {
        guard count < limits.definitions else {
            throw WorkbookFault.tooLarge(.definitions(limit: limits.definitions))
        }
    }
}
