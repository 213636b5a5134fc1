public import Periods

/// The kinds of periods as Russian sentences need them.
extension PeriodKind {
    /// What it is: `месяц`.
    public var russian: String {
        switch self {
        case .day: "день"
        case .week: "неделя"
        case .month: "месяц"
        case .quarter: "квартал"
        case .half: "полугодие"
        case .year: "год"
        case .all: "всё время"
        }
    }

    /// Of what: `месяца`.
    public var russianGenitive: String {
        switch self {
        case .day: "дня"
        case .week: "недели"
        case .month: "месяца"
        case .quarter: "квартала"
        case .half: "полугодия"
        case .year: "года"
        case .all: "всего времени"
        }
    }

    /// For how long: `на неделю`.
    public var russianAccusative: String { self == .week ? "неделю" : russian }
}
