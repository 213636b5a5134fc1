public import Messages

/// Why a table is not read under its rules; each says what to write or to mend.
public enum TableFault: Hashable, Sendable {
    /// A field has no column.
    case missingColumn(field: String, columns: [String])
    /// The rules name a field that the kind does not have.
    case unknownField(String)
    /// The header's rows hold nothing.
    case noHeader
    /// A column cannot be read.
    case reading(field: String, column: String, ReadingDoubt)
    /// Rows that are no rows of the table.
    case leftOver(TableShape.Reason, rows: [Int])
    /// A required field is empty: the first row, and how many.
    case empty(field: String, row: Int, count: Int)
    /// Names that no record has: the first, how many rows, and near names.
    case unknownName(field: String, CellExample, count: Int, NameIndex.Match)
    /// Marks of another currency than that of the field stand beside its numbers; the row where each row says its own.
    case otherCurrency(field: String, found: String, wanted: String, row: Int?)
    /// Two rows have the same id.
    case doubledID(String, row: Int, earlier: Int)
    /// The columns that become rows are not there.
    case noWideColumns
    /// Months in the header have no year.
    case yearless(String)
    /// Nothing makes an id.
    case noIdentity

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .missingColumn(let field, let columns):
            LocalizedText(
                en: "no column is \(field); there are \(Self.list(columns, "'", "'"))",
                ru: "нет столбца для \(field); есть \(Self.list(columns, "«", "»"))")
        case .unknownField(let field):
            LocalizedText(en: "there is no field '\(field)'", ru: "поля «\(field)» нет")
        case .noHeader: LocalizedText(en: "the header's rows are empty", ru: "строки заголовка пусты")
        case .reading(_, let column, let doubt):
            LocalizedText(
                en: "column '\(VisibleText.line(column))', \(doubt.message.en)",
                ru: "столбец «\(VisibleText.line(column))», \(doubt.message.ru)")
        case .leftOver(.total, let rows):
            LocalizedText(en: "\(Self.rows(rows).en) like a total", ru: "\(Self.rows(rows).ru) на итог")
        case .leftOver(_, let rows):
            LocalizedText(en: "\(Self.rows(rows).en) like a note", ru: "\(Self.rows(rows).ru) на примечание")
        case .empty(let field, let row, let count):
            LocalizedText(
                en: "row \(row): \(field) is empty" + (count > 1 ? " (\(CountedWords.en(count, "row", "rows")))" : ""),
                ru: "строка \(row): \(field) не заполнено"
                    + (count > 1 ? " (\(CountedWords.ru(count, "строка", "строки", "строк")))" : ""))
        case .unknownName(let field, let cell, let count, let match):
            LocalizedText(
                en: "row \(cell.row), \(field): \(UnknownName.text(cell.text, match).en)"
                    + (count > 1 ? " (\(CountedWords.en(count, "row", "rows")))" : ""),
                ru: "строка \(cell.row), \(field): \(UnknownName.text(cell.text, match).ru)"
                    + (count > 1 ? " (\(CountedWords.ru(count, "строка", "строки", "строк")))" : ""))
        case .otherCurrency(let field, let found, let wanted, _):
            LocalizedText(
                en: "\(field) is in \(found), but should be in \(VisibleText.line(wanted))",
                ru: "\(field) — в \(found), а должно быть в \(VisibleText.line(wanted))")
        case .doubledID(let id, let row, let earlier):
            LocalizedText(
                en: "row \(row): the id '\(VisibleText.line(id))' stands in row \(earlier) already",
                ru: "строка \(row): id «\(VisibleText.line(id))» уже есть в строке \(earlier)")
        case .noWideColumns:
            LocalizedText(
                en: "no columns have periods as headers, or the named ones are not there",
                ru: "нет столбцов с периодами в заголовке или названных столбцов")
        case .yearless(let month):
            LocalizedText(
                en: "the header '\(VisibleText.line(month))' names no year",
                ru: "в заголовке «\(VisibleText.line(month))» нет года")
        case .noIdentity: LocalizedText(en: "nothing makes the id of a row", ru: "неоткуда взять id строки")
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .missingColumn(let field, _): LocalizedText("columns: {\(field): …}")
        case .unknownField:
            LocalizedText(en: "take it out, or mend its spelling", ru: "уберите его или исправьте написание")
        case .noHeader: LocalizedText("header: …")
        case .reading(_, _, let doubt): doubt.remedy
        case .leftOver(.total, _): LocalizedText("totals: drop")
        case .leftOver: LocalizedText("notes: drop")
        case .empty(let field, _, _):
            LocalizedText(
                en: "fill it in, or let '\(field)' be empty in the kind ('?')",
                ru: "заполните или разрешите пустое «\(field)» в виде («?»)")
        case .unknownName:
            LocalizedText(
                en: "mend the name, or write it into aliases.csv: kind, alias, id",
                ru: "исправьте имя или запишите его в aliases.csv: kind, alias, id")
        case .otherCurrency(let field, _, _, nil):
            LocalizedText(
                en: "convert the amounts, or declare the currency of each row: '\(field): money(currency)'",
                ru: "переведите суммы или объявите валюту каждой строки: «\(field): money(currency)»")
        case .otherCurrency:
            LocalizedText(en: "mend the amount or the currency", ru: "исправьте сумму или валюту")
        case .doubledID:
            LocalizedText(
                en: "id: [id, …] with what tells the rows apart", ru: "id: [id, …] — с тем, что различает строки")
        case .noWideColumns: LocalizedText("wide: {columns: […], key: …, value: …}")
        case .yearless: LocalizedText("year: 2026")
        case .noIdentity: LocalizedText("id: row")
        }
    }

    private static func rows(_ rows: [Int]) -> LocalizedText {
        let list = rows.prefix(5).map { "\($0)" }.joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
        return rows.count == 1
            ? LocalizedText(en: "row \(list) looks", ru: "строка \(list) похожа")
            : LocalizedText(en: "rows \(list) look", ru: "строки \(list) похожи")
    }

    private static func list(_ names: [String], _ open: String, _ close: String) -> String {
        names.prefix(20).map { open + VisibleText.shortened(VisibleText.line($0)) + close }.joined(separator: ", ")
            + (names.count > 20 ? ", …" : "")
    }
}

extension TableFault {
    /// The row of the file that shows it first; `nil` where the whole table is meant.
    public var row: Int? {
        switch self {
        case .reading(_, _, let doubt): doubt.example?.row
        case .leftOver(_, let rows): rows.first
        case .empty(_, let row, _), .doubledID(_, let row, _): row
        case .unknownName(_, let cell, _, _): cell.row
        case .otherCurrency(_, _, _, let row): row
        case .missingColumn, .unknownField, .noHeader, .noWideColumns, .yearless, .noIdentity: nil
        }
    }

    /// The field whose cell it is about.
    public var field: String? {
        switch self {
        case .reading(let field, _, _), .empty(let field, _, _), .unknownName(let field, _, _, _),
            .otherCurrency(let field, _, _, _):
            field
        case .missingColumn, .unknownField, .noHeader, .leftOver, .doubledID, .noWideColumns, .yearless, .noIdentity:
            nil
        }
    }

    /// A stable name of the kind of fault; never translated.
    public var code: String {
        switch self {
        case .missingColumn: "missing-column"
        case .unknownField: "unknown-name"
        case .noHeader: "no-header"
        case .reading: "unread-column"
        case .leftOver(.total, _): "total-row"
        case .leftOver: "note-row"
        case .empty: "empty-cell"
        case .unknownName: "unknown-record"
        case .otherCurrency: "other-currency"
        case .doubledID: "duplicate-id"
        case .noWideColumns, .yearless: "wide-columns"
        case .noIdentity: "no-id"
        }
    }
}

/// Everything that keeps a table from being read, each matter once.
public struct TableRefusal: Error, Hashable, Sendable {
    /// What is wrong, at most ``most`` matters.
    public let faults: [TableFault]

    /// No more matters are told at once.
    public static let most = 40

    init(_ faults: [TableFault]) { self.faults = Array(faults.prefix(Self.most)) }

    /// Every matter in a line of its own, with what to do.
    public var text: LocalizedText {
        LocalizedText { language in
            faults.map { "\($0.message[language]): \($0.remedy[language])" }.joined(separator: "\n")
        }
    }
}
