import Formulas
internal import Messages

/// What is said about a wrong cell or row.
struct FaultMessages {
    let file: String
    /// How many cells a row must have.
    var expectedCells = 0
    /// The columns that the company's text could let be empty.
    var mayBeEmpty: Set<String> = []

    /// Message and advice for a fault of a cell or row.
    func text(
        _ kind: TableFault.Kind, cell: String, column: String, detail: Int
    ) -> (code: String, message: LocalizedText, remedy: LocalizedText?) {
        switch kind {
        case .emptyCell:
            (
                "empty-cell", LocalizedText(en: "'\(column)' is empty", ru: "колонка «\(column)» не заполнена"),
                mayBeEmpty.contains(column)
                    ? LocalizedText(
                        en:
                            "fill it in; or, if it may be empty, put a question mark behind the field's type: '\(column): …?'",
                        ru:
                            "заполните её; а если ей можно быть пустой, поставьте вопрос после типа поля: «\(column): …?»"
                    )
                    : LocalizedText(en: "fill it in", ru: "заполните её")
            )
        case .notADay, .noSuchDay, .timeOfDay: dayFault(kind, Self.short(cell))
        case .notANumber, .otherDecimalMark, .tooPrecise, .tooLarge, .tooLargeTogether:
            numberFault(kind, Self.short(cell), column)
        case .notAFlag:
            (
                "not-a-flag",
                LocalizedText(
                    en: "'\(Self.short(cell))' is neither yes nor no", ru: "«\(Self.short(cell))» — не да и не нет"),
                LocalizedText(
                    en: "write yes or no, true or false, да or нет, 1 or 0",
                    ru: "пишите да или нет, yes или no, true или false, 1 или 0")
            )
        case .identifierTooLong:
            (
                "identifier-too-long",
                LocalizedText(
                    en: "the identifier '\(Self.short(cell))' is longer than 4 KB",
                    ru: "идентификатор «\(Self.short(cell))» длиннее 4 КБ"),
                LocalizedText(
                    en: "check that the column holds identifiers and that its quotation marks are closed",
                    ru: "проверьте, что в колонке идентификаторы и что кавычки закрыты")
            )
        case .tooFewCells, .tooManyCells, .openQuotation, .textAfterQuotation, .rowTooLong: rowFault(kind, detail)
        }
    }

    static let endLines = LocalizedText(
        en: "check that the file is a table and that its lines are ended",
        ru: "проверьте, что файл — таблица и что строки в нём заканчиваются")

    private func rowFault(_ kind: TableFault.Kind, _ detail: Int) -> (String, LocalizedText, LocalizedText?) {
        switch kind {
        case .openQuotation:
            (
                "open-quotation",
                LocalizedText(
                    en: "the quotation mark that opens this cell is never closed",
                    ru: "кавычка, которой начинается ячейка, нигде не закрыта"),
                LocalizedText(
                    en: "close it, or double it if it belongs to the text",
                    ru: "закройте её или удвойте, если она — часть текста")
            )
        case .textAfterQuotation:
            (
                "text-after-quotation",
                detail > 0
                    ? LocalizedText(
                        en: "this quotation ends on line \(detail), where more text follows it",
                        ru: "эта кавычка закрывается в строке \(detail), и за ней там следует ещё текст")
                    : LocalizedText(
                        en: "text follows the closing quotation mark", ru: "за закрывающей кавычкой следует текст"),
                LocalizedText(
                    en: "double the quotation marks that belong to the text: \"Cafe \"\"Anna\"\"\"",
                    ru: "удвойте кавычки, которые — часть текста: \"Кафе \"\"Анна\"\"\"")
            )
        case .rowTooLong:
            (
                "row-too-long",
                LocalizedText(en: "the row is longer than 1 MB", ru: "строка длиннее 1 МБ"),
                Self.endLines
            )
        default:
            (
                kind == .tooFewCells ? "too-few-cells" : "too-many-cells",
                LocalizedText(
                    en: "the row has \(CountedWords.en(detail, "cell", "cells")), "
                        + "the first row has \(CountedWords.grouped(expectedCells, .en))",
                    ru: "в строке \(CountedWords.ru(detail, "ячейка", "ячейки", "ячеек")), "
                        + "в первой строке — \(CountedWords.grouped(expectedCells, .ru))"),
                kind == .tooFewCells
                    ? nil
                    : LocalizedText(
                        en: "put a cell that contains the separator in quotation marks",
                        ru: "возьмите в кавычки ячейку, в которой есть разделитель")
            )
        }
    }

    /// What is said of a fault that several rows of a column have.
    static func inRows(_ message: LocalizedText, _ rows: FaultLog.ColumnRows) -> LocalizedText {
        let lines = rows.lines.dropFirst().prefix(FaultLog.ColumnRows.named - 1).map(String.init).joined(
            separator: ", ")
        let more = rows.count > FaultLog.ColumnRows.named ? " …" : ""
        return LocalizedText(
            en: "\(message.en); in \(CountedWords.grouped(rows.count, .en)) rows, also on lines \(lines)\(more)",
            ru: "\(message.ru); так в строках: \(CountedWords.grouped(rows.count, .ru)), ещё в строках \(lines)\(more)")
    }

    /// A cell's text as it is quoted in a message.
    static func short(_ text: String) -> String {
        let shown = LineFinder.visible(text, 40)
        return shown.count < text.count ? shown + "…" : shown
    }
}
