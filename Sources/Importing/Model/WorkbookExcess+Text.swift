internal import Messages

extension WorkbookExcess {
    /// What there is too much of.
    var message: LocalizedText {
        switch self {
        case .file(let bytes):
            LocalizedText(
                en: "it is larger than \(Self.size(bytes).en)", ru: "он больше \(Self.size(bytes).ru)")
        case .parts(let limit):
            LocalizedText(
                en: "it has more than \(CountedWords.en(limit, "part", "parts")) inside",
                ru: "внутри у него частей больше, чем \(CountedWords.grouped(limit, .ru))")
        case .part(let name, let bytes):
            LocalizedText(
                en: "its part '\(VisibleText.line(name))' is larger than \(Self.size(bytes).en) when unpacked",
                ru: "его часть «\(VisibleText.line(name))» после распаковки больше \(Self.size(bytes).ru)")
        case .ratio(let name, let times):
            LocalizedText(
                en:
                    "its part '\(VisibleText.line(name))' grows more than \(times) times when unpacked, like a zip bomb",
                ru:
                    "его часть «\(VisibleText.line(name))» при распаковке растёт больше чем в \(times) раз, как zip-бомба"
            )
        case .element(let part):
            LocalizedText(
                en: "its part '\(VisibleText.line(part))' has an element of XML that goes on for too long",
                ru: "в его части «\(VisibleText.line(part))» слишком длинный или слишком глубокий элемент XML")
        case .strings:
            LocalizedText(en: "it has too many texts of its own", ru: "в нём слишком много разных текстов")
        case .definitions(let limit):
            LocalizedText(
                en: "it has more than \(CountedWords.grouped(limit, .en)) formats, sheets or merged ranges",
                ru: "форматов, листов или объединений в нём больше, чем \(CountedWords.grouped(limit, .ru))")
        default: sheetMessage
        }
    }

    private var sheetMessage: LocalizedText {
        switch self {
        case .text(let row, let bytes):
            LocalizedText(
                en: "a text in row \(row) is longer than \(Self.size(bytes).en)",
                ru: "текст в строке \(row) длиннее \(Self.size(bytes).ru)")
        case .row(let row, let bytes):
            LocalizedText(
                en: "the texts of row \(row) are longer than \(Self.size(bytes).en) together",
                ru: "тексты строки \(row) вместе длиннее \(Self.size(bytes).ru)")
        case .columns(let row, let limit):
            LocalizedText(
                en: "row \(row) has more than \(CountedWords.en(limit, "column", "columns"))",
                ru: "в строке \(row) больше \(CountedWords.ru(limit, "столбца", "столбцов", "столбцов"))")
        case .rows(let limit):
            LocalizedText(
                en: "a sheet has more than \(CountedWords.en(limit, "row", "rows"))",
                ru: "на листе больше \(CountedWords.ru(limit, "строки", "строк", "строк"))")
        case .cells(let limit):
            LocalizedText(
                en: "a sheet has more than \(CountedWords.en(limit, "cell", "cells"))",
                ru: "на листе больше \(CountedWords.ru(limit, "ячейки", "ячеек", "ячеек"))")
        default: LocalizedText("")
        }
    }

    /// A size as people say it: `512 MB`.
    private static func size(_ bytes: Int) -> LocalizedText {
        switch bytes {
        case (1 << 20)...:
            LocalizedText(
                en: "\(CountedWords.grouped(bytes >> 20, .en)) MB", ru: "\(CountedWords.grouped(bytes >> 20, .ru)) МБ")
        case (1 << 10)...: LocalizedText(en: "\(bytes >> 10) KB", ru: "\(bytes >> 10) КБ")
        default:
            LocalizedText(
                en: "\(CountedWords.en(bytes, "byte", "bytes"))",
                ru: "\(CountedWords.ru(bytes, "байт", "байта", "байт"))")
        }
    }
}
