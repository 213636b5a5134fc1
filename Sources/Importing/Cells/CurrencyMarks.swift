/// Signs and codes of currencies that stand before or behind a number.
enum CurrencyMarks {
    /// A mark that was found, and what is left of the text without it.
    struct Found {
        let code: String
        let rest: ArraySlice<Unicode.Scalar>
    }

    /// Longer spellings first, since shorter ones are parts of them. A sign that several currencies share names itself.
    private static let spellings: [(text: [Unicode.Scalar], code: String)] = [
        ("рублей", "RUB"), ("рубля", "RUB"), ("рубль", "RUB"), ("руб.", "RUB"), ("руб", "RUB"), ("р.", "RUB"),
        ("р", "RUB"), ("₽", "RUB"), ("rub", "RUB"), ("rur", "RUB"), ("us$", "USD"), ("ca$", "CAD"), ("a$", "AUD"),
        ("r$", "BRL"), ("hk$", "HKD"), ("usd", "USD"), ("$", "$"), ("eur", "EUR"), ("€", "EUR"), ("евро", "EUR"),
        ("gbp", "GBP"), ("£", "GBP"), ("¥", "¥"), ("jpy", "JPY"), ("cny", "CNY"), ("kzt", "KZT"), ("₸", "KZT"),
        ("тенге", "KZT"), ("тг", "KZT"), ("byn", "BYN"), ("br", "BYN"), ("uah", "UAH"), ("₴", "UAH"), ("грн", "UAH"),
        ("chf", "CHF"), ("fr.", "CHF"), ("pln", "PLN"), ("zł", "PLN"), ("czk", "CZK"), ("kč", "CZK"), ("sek", "SEK"),
        ("nok", "NOK"), ("dkk", "DKK"), ("kr", "kr"), ("inr", "INR"), ("₹", "INR"), ("rs.", "INR"), ("aud", "AUD"),
        ("cad", "CAD"), ("try", "TRY"), ("₺", "TRY"), ("ils", "ILS"), ("₪", "ILS"), ("gel", "GEL"), ("₾", "GEL"),
        ("amd", "AMD"), ("֏", "AMD"), ("uzs", "UZS"), ("сум", "UZS"), ("brl", "BRL"), ("mxn", "MXN"), ("aed", "AED"),
        ("sgd", "SGD"), ("долл.", "$"), ("долл", "$"),
    ].map { (Array($0.0.unicodeScalars), $0.1) }.sorted { $0.0.count > $1.0.count }

    private static let byFirst = Dictionary(grouping: spellings) { $0.text[0] }
    private static let byLast = Dictionary(grouping: spellings) { $0.text[$0.text.count - 1] }

    /// A mark at the end.
    static func atEnd(_ text: ArraySlice<Unicode.Scalar>) -> Found? {
        guard let last = text.last, let candidates = byLast[small(last)] else { return nil }
        for (mark, code) in candidates where text.count > mark.count {
            let tail = text.suffix(mark.count)
            guard zip(tail, mark).allSatisfy({ small($0) == $1 }) else { continue }
            let rest = text.dropLast(mark.count)
            if let before = rest.last, before.properties.isAlphabetic { continue }
            return Found(code: code, rest: rest)
        }
        return nil
    }

    /// A mark at the beginning.
    static func atStart(_ text: ArraySlice<Unicode.Scalar>) -> Found? {
        guard let first = text.first, let candidates = byFirst[small(first)] else { return nil }
        for (mark, code) in candidates where text.count > mark.count {
            guard zip(text, mark).allSatisfy({ small($0) == $1 }) else { continue }
            let rest = text.dropFirst(mark.count)
            if let next = rest.first, next.properties.isAlphabetic { continue }
            return Found(code: code, rest: rest)
        }
        return nil
    }

    /// Currencies that share a sign.
    private static let shared: [String: Set<String>] = [
        "$": [
            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BBD", "BSD", "JMD", "NAD",
        ],
        "¥": ["JPY", "CNY"], "kr": ["SEK", "NOK", "DKK", "ISK"],
    ]

    /// Whether a mark that was found may stand for a currency.
    static func mean(_ found: String, _ currency: String) -> Bool {
        found == currency || shared[found]?.contains(currency) ?? false
    }

    /// Whether a letter alone is the sign of a currency.
    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        spellings.contains { $0.text.count == 1 && $0.text[0] == scalar && !scalar.properties.isAlphabetic }
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0..<0x80, 0x430...0x44F: return scalar
        default: break
        }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
}
