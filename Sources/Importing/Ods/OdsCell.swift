/// What a cell of an `.ods` says of its value in its attributes (OpenDocument 1.3 Part 3, 19.385 office:value-type).
struct OdsCell {
    /// The kinds of value.
    private enum Kind {
        case none, number, day, time, boolean, text
    }

    private let kind: Kind
    private let value: String?
    private let isError: Bool
    private let hasFormula: Bool
    /// Cells in a row that are the same.
    let count: Int
    /// Columns and rows of a merged range that begins here.
    let spannedColumns: Int
    let spannedRows: Int

    init(_ attributes: XMLAttributes) {
        let type = attributes["office:value-type"]
        switch type {
        case "float", "percentage", "currency": (kind, value) = (.number, attributes["office:value"])
        case "date": (kind, value) = (.day, attributes["office:date-value"])
        case "time": (kind, value) = (.time, attributes["office:time-value"])
        case "boolean": (kind, value) = (.boolean, attributes["office:boolean-value"])
        case "string": (kind, value) = (.text, attributes["office:string-value"])
        default: (kind, value) = (.none, nil)
        }
        isError = attributes["calcext:value-type"] == "error"
        hasFormula = attributes["table:formula"] != nil
        count = max(1, attributes.number("table:number-columns-repeated") ?? 1)
        spannedColumns = max(1, attributes.number("table:number-columns-spanned") ?? 1)
        spannedRows = max(1, attributes.number("table:number-rows-spanned") ?? 1)
    }

    /// The cell with the text that is shown in it.
    func cell(shown: OdsParagraphs) -> Cell {
        if isError || hasFormula && Self.isErrorCode(shown.bytes) { return .error(.code(shown.text)) }
        switch kind {
        case .none: return shown.bytes.isEmpty ? (hasFormula ? .error(.notCalculated) : .empty) : .text(shown.text)
        case .number: return value.flatMap(DecimalText.plain).map { .number($0) } ?? text(shown)
        case .day: return value.flatMap(ISOTime.cell) ?? text(shown)
        case .time: return value.flatMap(ISOTime.duration).map { .time(seconds: $0) } ?? text(shown)
        case .boolean: return .boolean(value == "true")
        case .text: return .text(value ?? shown.text)
        }
    }

    /// A value that is none of its kind stays a text, so that who reads it can say where it stands.
    private func text(_ shown: OdsParagraphs) -> Cell {
        .text(shown.bytes.isEmpty ? value ?? "" : shown.text)
    }

    /// `#N/A`, `#DIV/0!`, `Err:502`, as the spreadsheet shows what has failed.
    private static func isErrorCode(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 10, let first = bytes.first, let last = bytes.last else { return false }
        if first == UInt8(ascii: "#") {
            return last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || bytes == Array("#N/A".utf8)
        }
        return bytes.starts(with: Array("Err:".utf8))
    }
}
