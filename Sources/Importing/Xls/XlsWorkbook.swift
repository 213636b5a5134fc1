internal import Foundation

/// A workbook of Excel 5 to 2003: records in one stream ([MS-XLS]; Excel 5 and 95 spell texts in a code page).
final class XlsWorkbook: WorkbookContent {
    let sheets: [Workbook.Sheet]
    private let globals: XlsGlobals
    private let stream: CompoundStream
    private let limits: WorkbookLimits

    init(_ file: CompoundFile, _ limits: WorkbookLimits) throws {
        if file.has("EncryptedPackage") { throw WorkbookFault.encrypted }
        guard let stream = try file.stream("Workbook", "Book") else {
            throw WorkbookFault.otherContent(.otherDocument)
        }
        self.stream = stream
        self.limits = limits
        globals = try XlsGlobals(stream, limits)
        sheets = globals.sheets.map(\.sheet)
    }

    func read(sheet: Int, into builder: RowBuilder) throws {
        builder.part = XlsGlobals.part
        let place = globals.sheets[sheet].place
        if builder.mergedRows != nil { try XlsMergedCells.read(BiffRecords(stream, at: place), into: builder) }
        var reader = XlsSheet(globals, builder)
        try reader.read(BiffRecords(stream, at: place))
    }
}

/// What an old workbook says before its sheets: their names and places, formats, and the texts that cells share.
struct XlsGlobals {
    /// The name of the stream, for messages.
    static let part = "Workbook"

    /// A sheet, and where its records begin.
    struct Entry {
        let sheet: Workbook.Sheet
        let place: Int
    }

    private(set) var sheets: [Entry] = []
    private(set) var texts: [String] = []
    /// The shape of each cell format, in the order in which cells refer to them.
    private(set) var shapes: [DateShape] = []
    private(set) var isFrom1904 = false
    /// Whether texts are Unicode; in a code page otherwise.
    private(set) var isUnicode = true
    private(set) var encoding = String.Encoding.windowsCP1252
    private var codes: [UInt16: DateShape] = [:]
    private var formats: [UInt16] = []
    private let limits: WorkbookLimits

    init(_ stream: CompoundStream, _ limits: WorkbookLimits) throws {
        self.limits = limits
        var records = BiffRecords(stream, at: 0)
        guard let first = try records.next() else { throw WorkbookFault.truncated }
        guard first.kind == BiffKind.begin else {
            throw first.kind & 0xFF == 0x09 ? WorkbookFault.otherContent(.ancientExcel) : Self.damaged("beginning")
        }
        switch first.content.word(0) {
        case 0x0600: isUnicode = true
        case 0x0500: isUnicode = false
        default: throw WorkbookFault.otherContent(.ancientExcel)
        }
        while let record = try records.next(), record.kind != BiffKind.end { try take(record, &records) }
        shapes = formats.map { codes[$0] ?? DateShape(builtIn: Int($0)) }
    }

    private mutating func take(_ record: BiffRecords.Record, _ records: inout BiffRecords) throws {
        guard sheets.count < limits.definitions, codes.count < limits.definitions, formats.count < limits.definitions
        else { throw WorkbookFault.tooLarge(.definitions(limit: limits.definitions)) }
        switch record.kind {
        case BiffKind.password: throw WorkbookFault.encrypted
        case BiffKind.dateMode: isFrom1904 = record.content.word(0) == 1
        case BiffKind.codePage: encoding = CodePage.encoding(record.content.word(0))
        case BiffKind.cellFormat: formats.append(record.content.word(2))
        case BiffKind.format: takeFormat(record)
        case BiffKind.sheet: takeSheet(record)
        case BiffKind.sharedTexts: try takeTexts(record, &records)
        default: break
        }
    }

    private mutating func takeFormat(_ record: BiffRecords.Record) {
        let code =
            isUnicode
            ? Self.text(record.content, at: 4, Int(record.content.word(2)))
            : CodePage.text(Self.slice(record.content, 3, Int(record.content.byte(2))), encoding)
        codes[record.content.word(0)] = DateShape(code: code)
    }

    /// Charts and macros have no cells.
    private mutating func takeSheet(_ record: BiffRecords.Record) {
        guard record.content.byte(5) == 0 else { return }
        let count = Int(record.content.byte(6))
        let name =
            isUnicode
            ? Self.text(record.content, at: 7, count)
            : CodePage.text(Self.slice(record.content, 7, count), encoding)
        let isHidden = record.content.byte(4) & 3 != 0
        sheets.append(
            Entry(sheet: Workbook.Sheet(name: name, isHidden: isHidden), place: Int(record.content.long(0))))
    }

    private mutating func takeTexts(_ record: BiffRecords.Record, _ records: inout BiffRecords) throws {
        let count = Int(record.content.long(4))
        var reader = BiffText(record, at: 8, records, part: Self.part)
        var bytes = 0
        while texts.count < count, try !reader.isAtEnd() {
            let text = try reader.unicode()
            bytes += text.utf8.count
            guard texts.count < limits.strings, bytes <= limits.stringBytes else {
                throw WorkbookFault.tooLarge(.strings)
            }
            texts.append(text)
        }
        records = reader.following
    }

    /// Characters of one or two bytes behind a byte that says which, all in one record.
    private static func text(_ content: LittleEndian, at place: Int, _ count: Int) -> String {
        let isWide = content.byte(place) & 1 != 0
        let units = (0..<count).map {
            isWide ? content.word(place + 1 + $0 * 2) : UInt16(content.byte(place + 1 + $0))
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// As many bytes as there are of those that are meant.
    static func slice(_ content: LittleEndian, _ place: Int, _ count: Int) -> ArraySlice<UInt8> {
        let start = min(place, content.bytes.count)
        return content.bytes[start..<min(start + count, content.bytes.count)]
    }

    static func damaged(_ detail: String) -> WorkbookFault { .damaged(part: part, detail: detail) }
}
