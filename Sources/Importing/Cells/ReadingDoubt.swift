public import Messages

/// What has to be said or mended before a column can be read.
public enum ReadingDoubt: Hashable, Sendable {
    /// What two readings differ in.
    public enum PayItem: Hashable, Sendable {
        /// The decimal mark.
        case decimal
        /// The order of day and month.
        case dates
    }

    /// What a cell was to be.
    public enum Family: Hashable, Sendable {
        /// A number, an amount and no percentage, a day, a period, yes or no, or a text and no error of a spreadsheet.
        case number, amount, day, period, flag, text
    }

    /// Every cell of the column allows two readings; the example in both.
    case either(CellExample, first: String, second: String, PayItem)
    /// Two cells that no single reading fits.
    case contradiction(CellExample, CellExample, PayItem)
    /// Cells that are no such thing: the first, and how many.
    case misfit(CellExample, count: Int, Family)
    /// Numbers whose digits are not written out.
    case scaled(CellExample, count: Int)
    /// Several currencies in one column.
    case currencies([String], CellExample)
    /// Times behind days.
    case time(CellExample, count: Int)
    /// Times that state their zone.
    case zone(CellExample)
    /// Whole numbers that may be days of a spreadsheet; the example as one.
    case serial(CellExample, day: String)
    /// Months without a year.
    case yearless(CellExample)
    /// Texts that seem to mean nothing.
    case placeholder(CellExample, all: [String])

    /// What is the matter, with the row of an example.
    public var message: LocalizedText {
        switch self {
        case .either(let cell, let first, let second, _):
            Self.at(
                cell, en: "may be \(first) or \(second), and nothing in the column tells which",
                ru: "может быть \(first) или \(second), и по столбцу этого не понять")
        case .contradiction(let one, let other, .decimal):
            Self.at(
                one, en: "has a decimal point, \(Self.shown(other).en) a decimal comma",
                ru: "— с десятичной точкой, \(Self.shown(other).ru) — с запятой")
        case .contradiction(let one, let other, .dates):
            Self.at(
                one, en: "has the day first, \(Self.shown(other).en) the month",
                ru: "начинается с дня, \(Self.shown(other).ru) — с месяца")
        case .misfit(let cell, let count, let family):
            Self.at(cell, count, en: "is not \(family.name.en)", ru: "— не \(family.name.ru)")
        case .scaled(let cell, let count):
            Self.at(cell, count, en: "is a rounded or shortened number", ru: "— округлённое или сокращённое число")
        case .currencies(let codes, let cell):
            Self.at(
                cell, en: "is one of several currencies in the column: \(codes.joined(separator: ", "))",
                ru: "— одна из нескольких валют столбца: \(codes.joined(separator: ", "))")
        case .time(let cell, let count): Self.at(cell, count, en: "has a time of day", ru: "— со временем суток")
        case .zone(let cell):
            Self.at(
                cell, en: "is a moment of another zone, where the day may be another",
                ru: "— момент в другом часовом поясе, день там может быть другим")
        case .serial(let cell, let day):
            Self.at(
                cell, en: "may be a spreadsheet's number of the day \(day)",
                ru: "может быть номером дня \(day) в электронной таблице")
        case .yearless(let cell): Self.at(cell, en: "names no year", ru: "— без года")
        case .placeholder(let cell, _): Self.at(cell, en: "seems to mean nothing", ru: "похоже на «пусто»")
        }
    }

    /// What to write or to mend.
    public var remedy: LocalizedText {
        switch self {
        case .either(_, _, _, .decimal):
            LocalizedText(
                en: "say 'decimal: \".\"' or 'decimal: \",\"'", ru: "укажите decimal: \".\" или decimal: \",\"")
        case .either(_, _, _, .dates):
            LocalizedText(en: "say 'dates: d/m/y' or 'dates: m/d/y'", ru: "укажите dates: d/m/y или dates: m/d/y")
        case .contradiction:
            LocalizedText(en: "export the column in one format", ru: "выгрузите столбец в одном формате")
        case .misfit(let cell, _, _):
            LocalizedText(
                en: "mend it, or say 'empty: [\(YAMLText.scalar(cell.text))]' if it means nothing",
                ru: "исправьте или, если это «пусто», укажите empty: [\(YAMLText.scalar(cell.text))]")
        case .scaled:
            LocalizedText(
                en: "export the numbers with all their digits, such as 12500",
                ru: "выгрузите числа со всеми цифрами, например 12500")
        case .currencies:
            LocalizedText(en: "put the currency into a column of its own", ru: "вынесите валюту в отдельный столбец")
        case .time:
            LocalizedText(
                en: "say 'time: drop' to keep the day alone", ru: "укажите time: drop, чтобы оставить только день")
        case .zone:
            LocalizedText(
                en: "say 'zone: \"+03:00\"' for the days of your place, or 'time: drop' for those written",
                ru: "укажите zone: \"+03:00\" для дней вашего пояса или time: drop для тех, что написаны")
        case .serial: LocalizedText(en: "say 'dates: serial'", ru: "укажите dates: serial")
        case .yearless: LocalizedText(en: "say 'year: 2026'", ru: "укажите year: 2026")
        case .placeholder(_, let all):
            LocalizedText("empty: [\(all.map(YAMLText.scalar).joined(separator: ", "))]")
        }
    }

    /// The cell that shows it first.
    var example: CellExample? {
        switch self {
        case .either(let cell, _, _, _), .contradiction(let cell, _, _), .misfit(let cell, _, _), .scaled(let cell, _),
            .currencies(_, let cell), .time(let cell, _), .zone(let cell), .serial(let cell, _), .yearless(let cell),
            .placeholder(let cell, _):
            cell
        }
    }

    private static func shown(_ cell: CellExample) -> LocalizedText {
        let text = VisibleText.shortened(VisibleText.line(cell.text))
        return LocalizedText(en: "row \(cell.row): '\(text)'", ru: "строка \(cell.row): «\(text)»")
    }

    private static func at(_ cell: CellExample, _ count: Int = 1, en: String, ru: String) -> LocalizedText {
        let place = shown(cell)
        return LocalizedText(
            en: "\(place.en) \(en)" + (count > 1 ? " (\(CountedWords.en(count, "row", "rows")))" : ""),
            ru: "\(place.ru) \(ru)" + (count > 1 ? " (\(CountedWords.ru(count, "строка", "строки", "строк")))" : ""))
    }
}

extension ReadingDoubt.Family {
    fileprivate var name: LocalizedText {
        switch self {
        case .number: LocalizedText(en: "a number", ru: "число")
        case .amount: LocalizedText(en: "an amount, but a percentage", ru: "сумма, а процент")
        case .day: LocalizedText(en: "a day", ru: "день")
        case .text:
            LocalizedText(en: "a text, but an error of the spreadsheet", ru: "текст, а ошибка электронной таблицы")
        case .period: LocalizedText(en: "a period", ru: "период")
        case .flag: LocalizedText(en: "yes or no", ru: "«да» или «нет»")
        }
    }
}
