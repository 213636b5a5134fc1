public import Messages
public import Quantities
public import Statistics

/// Why a figure has no value. A figure without value is never 0, and is shown with this reason.
public enum NoFigure: Error, Hashable, Sendable {
    /// Scores that are not given yet, each as department and criterion.
    case missingScores([String])
    /// There are fewer rows than the figure needs.
    case tooFew(LocalizedText, count: Int, needed: Int)
    /// What the figure is a share of is zero or less.
    case nothingOf(LocalizedText)
    /// No rival is scored, so there is nobody to compare with.
    case noRival
    /// So large a share of the weights has no scores on both sides that the comparison says nothing.
    case lostWeight(FixedDecimal)
    /// We sell more to the client than he is said to spend.
    case spendTooLow(share: FixedDecimal)
    /// The records do not reach back a year.
    case noYearBefore
    /// The client is not in the cohort: he was no key account a year before.
    case notInCohort
    /// Retention is so high against the discount that an endless sum has no end.
    case endless
    /// A statistic is undefined.
    case statistic(Undefined)
    /// The numbers are out of range.
    case arithmetic(QuantityError)

    /// The reason in words.
    public var text: LocalizedText {
        switch self {
        case .missingScores(let places):
            LocalizedText(
                en: "scores are missing: \(places.joined(separator: ", "))",
                ru: "нет оценок: \(places.joined(separator: ", "))")
        case .tooFew(let what, let count, let needed):
            LocalizedText(
                en: "\(what.en): \(count), at least \(needed) needed",
                ru: "\(what.ru): \(count), нужно не меньше \(needed)")
        case .nothingOf(let what): LocalizedText(en: "there is no \(what.en)", ru: "нет показателя «\(what.ru)»")
        case .noRival: LocalizedText(en: "no rival is scored", ru: "не оценён ни один конкурент")
        case .lostWeight(let share):
            LocalizedText(
                en: "\(share.percent) % of the weights have no scores on both sides",
                ru: "\(share.percent) % весов без оценок обеих сторон")
        case .spendTooLow(let share):
            LocalizedText(
                en: "the client's spend is too low: we would have \(share.percent) % of it",
                ru: "расходы клиента занижены: наша доля вышла бы \(share.percent) %")
        case .noYearBefore: LocalizedText(en: "no records of the year before", ru: "нет данных за предыдущий год")
        case .notInCohort:
            LocalizedText(en: "no key account a year before", ru: "год назад не был ключевым клиентом")
        case .endless:
            LocalizedText(
                en: "retention is not below 1 + discount, so the endless sum has no value",
                ru: "удержание не ниже 1 + ставка, бесконечная сумма не имеет значения")
        case .statistic(let reason): LocalizedText(en: "undefined: \(reason)", ru: "не определено: \(reason)")
        case .arithmetic(let error): LocalizedText(en: "\(error)", ru: "\(error)")
        }
    }
}

extension Undefined: LocalizedValue {
    /// The reason in words; in Russian those that scores of people can have, others keep their English words.
    public func text(in language: Language) -> String {
        guard language == .ru else { return description }
        return switch self {
        case .tooFew(let count, let needed): "дано \(count), нужно не меньше \(needed)"
        case .noVariation: "все значения равны, сравнивать нечего"
        case .noTotal: "сумма не больше нуля, делить нечего"
        default: description
        }
    }
}

extension FixedDecimal {
    /// A share of one as percent with one decimal, as it is shown.
    var percent: LocalizedText {
        guard let hundredfold = try? multiplied(by: 100) else { return LocalizedText(self) }
        return hundredfold.shown(places: 1)
    }

    /// The number with so many decimals.
    func shown(places: Int) -> LocalizedText {
        LocalizedText { language in text(places: places, point: language == .ru ? "," : ".") }
    }
}
