public import Messages
public import Quantities

/// What a client is worth who brings a margin a year, stays with a probability, at a discount.
///
/// There is no one figure: each has its name, and is never shown without it.
///
///     margin 500,000, retention .80, discount .12
///     // five years 1,271,977 · first certain 1,562,500 · first must survive 1,250,000 · first today 1,750,000
public struct RetentionValue: Hashable, Sendable {
    /// The margin a year.
    public let margin: FixedDecimal
    /// The probability of staying another year.
    public let retention: FixedDecimal
    /// The discount a year.
    public let discount: FixedDecimal

    /// Which sum is meant.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        /// Five year-ends, the first margin certain: Σ m·rᵗ⁻¹ ÷ (1 + d)ᵗ.
        case fiveYears = "five-years"
        /// Endless year-ends, the first certain: m ÷ (1 + d − r).
        case firstCertain = "first-certain"
        /// Endless year-ends, also the first must survive: m·r ÷ (1 + d − r).
        case firstSurvives = "first-survives"
        /// Endless, the first today: m·(1 + d) ÷ (1 + d − r).
        case firstToday = "first-today"

        /// What is summed, in words.
        public var words: LocalizedText {
            switch self {
            case .fiveYears:
                LocalizedText(en: "five year-ends, the first certain", ru: "пять концов года, первый наверняка")
            case .firstCertain: LocalizedText(en: "endless, the first certain", ru: "без срока, первый наверняка")
            case .firstSurvives:
                LocalizedText(en: "endless, the first must survive", ru: "без срока, и первый не наверняка")
            case .firstToday: LocalizedText(en: "endless, the first today", ru: "без срока, первый сегодня")
            }
        }
    }

    /// The inputs.
    public init(margin: FixedDecimal, retention: FixedDecimal, discount: FixedDecimal) {
        (self.margin, self.retention, self.discount) = (margin, retention, discount)
    }

    /// The value in one variant; endless ones have none where retention is not below 1 + discount.
    public func value(_ variant: Variant) throws(NoFigure) -> FixedDecimal {
        let growth = try Exact.sum([.one, discount])
        let name = LocalizedText(en: "discount", ru: "ставка")
        if variant == .fiveYears {
            var (value, margin) = ([FixedDecimal](), self.margin)
            for _ in 1...5 {
                margin = try Exact.share(margin, of: growth, name)
                value.append(margin)
                margin = try Exact.product(margin, retention)
            }
            return try Exact.sum(value)
        }
        let decay = try Exact.difference(growth, retention)
        guard decay > .zero else { throw .endless }
        let first: FixedDecimal
        switch variant {
        case .firstSurvives: first = try Exact.product(margin, retention)
        case .firstToday: first = try Exact.product(margin, growth)
        case .fiveYears, .firstCertain: first = margin
        }
        return try Exact.share(first, of: decay, name)
    }

    /// By how much the value grows with another retention; without value for a margin that is not above zero.
    public func growth(to other: FixedDecimal, _ variant: Variant) throws(NoFigure) -> FixedDecimal {
        let now = try value(variant)
        let then = try RetentionValue(margin: margin, retention: other, discount: discount).value(variant)
        return try Exact.difference(
            try Exact.share(then, of: now, LocalizedText(en: "value above zero", ru: "значение больше нуля")), .one)
    }
}
