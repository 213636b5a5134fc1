/// Names of months in Russian and English: whole, in the genitive, and shortened as exporters shorten them.
enum MonthNames {
    private static let names: [String: Int] = {
        let months: [[String]] = [
            ["январь", "января", "янв", "january", "jan"], ["февраль", "февраля", "фев", "февр", "february", "feb"],
            ["март", "марта", "мар", "march", "mar"], ["апрель", "апреля", "апр", "april", "apr"],
            ["май", "мая", "may"], ["июнь", "июня", "июн", "june", "jun"],
            ["июль", "июля", "июл", "july", "jul"], ["август", "августа", "авг", "august", "aug"],
            ["сентябрь", "сентября", "сен", "сент", "september", "sep", "sept"],
            ["октябрь", "октября", "окт", "october", "oct"], ["ноябрь", "ноября", "ноя", "нояб", "november", "nov"],
            ["декабрь", "декабря", "дек", "december", "dec"],
        ]
        var names: [String: Int] = [:]
        for (index, spellings) in months.enumerated() { for name in spellings { names[name] = index + 1 } }
        return names
    }()

    /// The month of a name in small letters, from 1.
    static func month(_ name: some StringProtocol) -> Int? { names[String(name)] }

    /// A year of two or four digits; two digits are of this century up to 79.
    static func year(_ digits: some StringProtocol) -> Int? {
        guard digits.utf8.allSatisfy(\.isDigit), let number = Int(digits) else { return nil }
        switch digits.utf8.count {
        case 4: return (1900...2199).contains(number) ? number : nil
        case 2: return number < 80 ? 2_000 + number : 1_900 + number
        default: return nil
        }
    }
}
