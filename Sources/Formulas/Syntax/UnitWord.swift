public import Quantities

/// The words that may follow a number, and how each changes its meaning.
public enum UnitWord: Hashable, Sendable {
    case percent
    case currency(Currency)
    case days
    case weeks
    case minutes
    case hours
    case pieces
    /// `RUB/pcs`: money per piece.
    case currencyPerPiece(Currency)

    /// The unit of a number that carries this word.
    public var unit: Unit {
        switch self {
        case .percent: .plain
        case .currency(let currency): .money(currency)
        case .days, .weeks: .days
        case .minutes, .hours: .minutes
        case .pieces: .pieces
        case .currencyPerPiece(let currency): (try? Unit.money(currency).divided(by: .pieces)) ?? .plain
        }
    }

    /// What one of the word is worth in its unit: a week is 7 days, an hour 60 minutes, a percent a hundredth.
    var factor: (numerator: Int, denominator: Int) {
        switch self {
        case .percent: (1, 100)
        case .weeks: (7, 1)
        case .hours: (60, 1)
        default: (1, 1)
        }
    }

    /// The spelling used when a formula is printed.
    var spelling: String {
        switch self {
        case .percent: "%"
        case .currency(let currency): currency.code
        case .days: "days"
        case .weeks: "weeks"
        case .minutes: "min"
        case .hours: "h"
        case .pieces: "pcs"
        case .currencyPerPiece(let currency): "\(currency.code)/pcs"
        }
    }

    private static let words: [String: UnitWord] = {
        let groups: [(UnitWord, [String])] = [
            (.days, ["day", "days", "д", "день", "дня", "дней"]),
            (.weeks, ["week", "weeks", "нед", "неделя", "недели", "недель"]),
            (.minutes, ["min", "minute", "minutes", "мин", "минута", "минуты", "минут"]),
            (.hours, ["h", "hour", "hours", "ч", "час", "часа", "часов"]),
            (.pieces, ["pcs", "pc", "piece", "pieces", "шт", "штука", "штуки", "штук"]),
            (.percent, ["percent", "процент", "процента", "процентов"]),
        ]
        return Dictionary(uniqueKeysWithValues: groups.flatMap { unit, words in words.map { ($0, unit) } })
    }()

    private static let currencySigns: [String: String] = [
        "₽": "RUB", "руб": "RUB", "рублей": "RUB", "рубля": "RUB", "рубль": "RUB", "$": "USD", "€": "EUR", "£": "GBP",
        "¥": "JPY", "₸": "KZT",
    ]

    /// The unit a word or sign stands for; `nil` when it stands for none.
    public init?(_ word: String) {
        if word == "%" {
            self = .percent
        } else if let unit = Self.words[word] {
            self = unit
        } else if let currency = Currency(validating: Self.currencySigns[word] ?? word) {
            self = .currency(currency)
        } else {
            return nil
        }
    }
}

extension Unit {
    /// Reads a unit as a metric declares it: `RUB`, `days`, `percent`, `number`, `RUB/pieces`.
    ///
    /// `number` and `percent` are both plain numbers; they differ only in how they are shown.
    public init?(declared text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map { part in
            String(part).trimmingSpaces
        }
        guard let first = parts.first, let above = Self.simple(first) else { return nil }
        guard parts.count == 2 else {
            self = above
            return
        }
        guard let below = Self.simple(parts[1]), let whole = try? above.divided(by: below) else { return nil }
        self = whole
    }

    private static func simple(_ text: String) -> Unit? {
        if ["number", "plain", "число", "ratio"].contains(text) { return .plain }
        return UnitWord(text)?.unit
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        let body = drop { $0.isWhitespace }
        guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(body[...last])
    }
}
