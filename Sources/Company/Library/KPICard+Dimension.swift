internal import Formulas
public import Messages
public import Quantities

extension KPICard {
    /// What a figure counts; the currency is the company's, so a card cannot name a whole unit.
    public enum Dimension: String, Hashable, Sendable, CaseIterable {
        case money, days, minutes, pieces
        /// A plain number shown as a percentage.
        case percent
        /// A plain number: a ratio, a coefficient.
        case number

        /// The unit in a company of that currency.
        ///
        /// A figure per piece is declared without "per piece", as books print it: an average receipt is money.
        public func unit(in currency: Currency) -> MetricUnit {
            switch self {
            case .money: MetricUnit(.money(currency))
            case .days: MetricUnit(.days)
            case .minutes: MetricUnit(.minutes)
            case .pieces: MetricUnit(.pieces)
            case .percent: MetricUnit(.plain, isPercent: true)
            case .number: MetricUnit(.plain)
            }
        }

        /// The dimension as people name it.
        public var title: LocalizedText {
            switch self {
            case .money: LocalizedText(en: "money", ru: "деньги")
            case .days: LocalizedText(en: "days", ru: "дни")
            case .minutes: LocalizedText(en: "minutes", ru: "минуты")
            case .pieces: LocalizedText(en: "pieces", ru: "штуки")
            case .percent: LocalizedText(en: "percent", ru: "проценты")
            case .number: LocalizedText(en: "number", ru: "число")
            }
        }
    }
}
