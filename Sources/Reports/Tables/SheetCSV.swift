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
        var rows = CSVRows(capacity: sheet.rows.count * 64)
        for column in sheet.columns { rows.text(column.title) }
        rows.endRow()
        for row in sheet.rows {
            for (cell, column) in zip(row, sheet.columns) { append(cell, column.kind, to: &rows) }
            rows.endRow()
        }
        return rows.bytes
    }

    private static func append(_ cell: Sheet.Cell, _ kind: Sheet.Kind, to rows: inout CSVRows) {
        switch (cell, kind) {
        case (.money(let units), .money(let currency)): rows.figure(MoneyText.text(units, in: currency))
        case (.text(let text), _): rows.text(text)
        case (.day(let day), _): rows.figure(day.description)
        case (.number(let number), _): rows.figure(number.description)
        case (.empty, _), (.money, _): rows.empty()
        }
    }
}
