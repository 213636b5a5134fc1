internal import Periods
internal import Quantities

/// A sheet as CSV: UTF-8, commas, decimal points, quoting by RFC 4180, rows ended by a line feed.
///
/// - Money has exactly the minor digits of its currency, numbers as many decimals as they need, days are ISO 8601.
/// - A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
///   gets an apostrophe in front, titles too. Figures are never guarded: a minus belongs to the number.
/// - There is no row of totals: whoever reads the file adds up the rows himself, and would count a total twice.
public enum SheetCSV {
    /// The file's bytes.
    public static func bytes(_ sheet: Sheet) -> [UInt8] {
        var bytes: [UInt8] = []
        append(sheet.columns.map { guarded($0.title) }, to: &bytes)
        for row in sheet.rows {
            append(zip(row, sheet.columns).map { field($0, $1.kind) }, to: &bytes)
        }
        return bytes
    }

    private static func append(_ fields: [String], to bytes: inout [UInt8]) {
        // A row of one empty field would be an empty line, which many readers skip.
        if fields == [""] {
            bytes += "\"\"\n".utf8
            return
        }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += quoted(field)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func field(_ cell: Sheet.Cell, _ kind: Sheet.Kind) -> String {
        switch (cell, kind) {
        case (.money(let units), .money(let currency)): MoneyText.text(units, in: currency)
        case (.text(let text), _): guarded(text)
        case (.day(let day), _): day.description
        case (.number(let number), _): number.description
        case (.empty, _), (.money, _): ""
        }
    }

    private static let formulaStarts = Set("=+-@\t\r".utf8)
    private static let special = Set(",\"\n\r".utf8)

    private static func guarded(_ text: String) -> String {
        guard let first = text.utf8.first, formulaStarts.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ field: String) -> [UInt8] {
        let bytes = Array(field.utf8)
        guard bytes.contains(where: { special.contains($0) }) else { return bytes }
        let quote = UInt8(ascii: "\"")
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
