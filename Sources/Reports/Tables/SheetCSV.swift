internal import Periods
internal import Quantities

/// A sheet as CSV: UTF-8, commas, decimal points, quoting by RFC 4180, rows ended by a line feed.
///
/// - Money has exactly the minor digits of its currency, numbers as many decimals as they need, days are ISO 8601.
/// - A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break)
///   gets an apostrophe in front, titles too. Figures are never guarded: a minus belongs to the number.
/// - There is no row of totals: whoever reads the file adds up the rows himself, and would count a total twice.
public enum SheetCSV {
    /// The file's bytes.
    public static func bytes(_ sheet: Sheet) -> [UInt8] {
        var bytes: [UInt8] = []
        append(sheet.columns.map { CSVCell.quoted($0.title) }, to: &bytes)
        for row in sheet.rows {
            append(zip(row, sheet.columns).map { field($0, $1.kind) }, to: &bytes)
        }
        return bytes
    }

    private static func append(_ fields: [[UInt8]], to bytes: inout [UInt8]) {
        // A row of one empty field would be an empty line, which many readers skip.
        if fields == [[]] {
            bytes += "\"\"\n".utf8
            return
        }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += field
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func field(_ cell: Sheet.Cell, _ kind: Sheet.Kind) -> [UInt8] {
        switch (cell, kind) {
        case (.money(let units), .money(let currency)): Array(MoneyText.text(units, in: currency).utf8)
        case (.text(let text), _): CSVCell.quoted(text)
        case (.day(let day), _): Array(day.description.utf8)
        case (.number(let number), _): Array(number.description.utf8)
        case (.empty, _), (.money, _): []
        }
    }
}
