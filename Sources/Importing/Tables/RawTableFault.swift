public import Messages

/// Why a text or a sheet cannot be cut into rows and cells.
public enum RawTableFault: Error, Hashable, Sendable {
    /// A quotation mark is opened in this line and never closed.
    case openQuotes(line: Int)
    /// In this line something follows a closing quotation mark that is neither a delimiter nor the end of the line.
    case textBehindQuotes(line: Int)
    /// The row has more columns than any table of people has.
    case tooManyColumns(line: Int, limit: Int)
    /// The table has more cells than are kept in memory.
    case tooManyCells(limit: Int)
    /// The text is larger than is kept in memory.
    case tooLarge(bytes: Int)

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .openQuotes(let line):
            LocalizedText(
                en: "line \(line): a quotation mark is opened and never closed",
                ru: "строка \(line): кавычка открыта и не закрыта")
        case .textBehindQuotes(let line):
            LocalizedText(
                en: "line \(line): a text goes on behind its closing quotation mark",
                ru: "строка \(line): за закрывающей кавычкой текст продолжается")
        case .tooManyColumns(let line, let limit):
            LocalizedText(
                en: "line \(line) has more than \(CountedWords.en(limit, "column", "columns"))",
                ru: "в строке \(line) столбцов больше, чем \(CountedWords.grouped(limit, .ru))")
        case .tooManyCells(let limit):
            LocalizedText(
                en: "the table has more than \(CountedWords.en(limit, "cell", "cells"))",
                ru: "в таблице ячеек больше, чем \(CountedWords.grouped(limit, .ru))")
        case .tooLarge(let bytes):
            LocalizedText(
                en: "the text is larger than \(bytes >> 20) MB", ru: "текст больше \(bytes >> 20) МБ")
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .openQuotes, .textBehindQuotes:
            LocalizedText(
                en: "double the marks inside the cell: \"ООО \"\"Луч\"\"\"",
                ru: "удвойте кавычки внутри ячейки: \"ООО \"\"Луч\"\"\"")
        case .tooManyColumns:
            LocalizedText(
                en: "say which delimiter the table has: delimiter: \";\"",
                ru: "укажите разделитель таблицы: delimiter: \";\"")
        case .tooManyCells, .tooLarge:
            LocalizedText(en: "split it by months", ru: "разделите её по месяцам")
        }
    }
}
