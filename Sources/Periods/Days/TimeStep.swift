/// A length of time in civil units: 90 days, 6 months, 2 years.
public struct TimeStep: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// Of what; never ``PeriodKind/all``.
    public let kind: PeriodKind

    /// Makes a step; `nil` when it has no direction forwards or no length.
    public init?(_ count: Int, _ kind: PeriodKind) {
        guard count > 0, count <= 36_600, kind != .all else { return nil }
        self.count = count
        self.kind = kind
    }

    /// Reads `90 days`, `1 year`, `6 месяцев`.
    public init?(parsing text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), let kind = Self.words[words[1].lowercased()] else {
            return nil
        }
        self.init(count, kind)
    }

    private static let words: [String: PeriodKind] = {
        var words: [String: PeriodKind] = [
            "день": .day, "дня": .day, "дней": .day, "неделя": .week, "недели": .week, "недель": .week,
            "месяц": .month, "месяца": .month, "месяцев": .month, "квартал": .quarter, "квартала": .quarter,
            "кварталов": .quarter, "полугодие": .half, "полугодия": .half, "полугодий": .half, "год": .year,
            "года": .year, "лет": .year,
        ]
        for kind in PeriodKind.allCases where kind != .all {
            words[kind.rawValue] = kind
            words[kind.plural] = kind
        }
        return words
    }()
}

extension TimeStep: CustomStringConvertible {
    /// As it is written: `6 months`.
    public var description: String { "\(count) \(count == 1 ? kind.rawValue : kind.plural)" }
}

extension PeriodKind {
    fileprivate var plural: String { self == .half ? "halves" : rawValue + "s" }
}

extension CivilDay {
    /// The day so much later; the last day of a shorter month stands in for a day it does not have.
    public func adding(_ step: TimeStep) -> CivilDay? {
        switch step.kind {
        case .day: adding(days: step.count)
        case .week: adding(days: step.count * 7)
        case .month: adding(months: step.count)
        case .quarter: adding(months: step.count * 3)
        case .half: adding(months: step.count * 6)
        case .year: adding(months: step.count * 12)
        case .all: nil
        }
    }
}
