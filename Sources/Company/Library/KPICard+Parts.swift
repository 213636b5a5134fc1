internal import Formulas
public import Messages
public import Quantities

extension KPICard {
    /// How the value of a KPI comes about.
    public enum Calculation: Hashable, Sendable {
        /// By this formula of the card's inputs.
        case formula(String)
        /// A person or another system gives it; why it cannot be calculated.
        case entered(LocalizedText)
        /// The source names it without saying how it is counted: the company must define it first.
        case draft(LocalizedText)
        /// Kept as an example of what not to measure, and why.
        case rejected(LocalizedText)
    }

    /// What a KPI is about; the library is kept by it.
    public enum Family: String, Hashable, Sendable, CaseIterable {
        case sales, assortment, clients, loyalty, activity, finance, receivables, service, people

        /// The heading of the family.
        public var title: LocalizedText {
            switch self {
            case .sales: LocalizedText(en: "Sales", ru: "Продажи")
            case .assortment: LocalizedText(en: "Assortment and promotion", ru: "Ассортимент и продвижение")
            case .clients: LocalizedText(en: "Clients", ru: "Клиенты")
            case .loyalty: LocalizedText(en: "Retention and loyalty", ru: "Удержание и лояльность")
            case .activity: LocalizedText(en: "Activity and funnel", ru: "Активность и воронка")
            case .finance: LocalizedText(en: "Profit and budget", ru: "Прибыль и бюджет")
            case .receivables:
                LocalizedText(en: "Receivables and payables", ru: "Дебиторская и кредиторская задолженность")
            case .service: LocalizedText(en: "Service", ru: "Обслуживание")
            case .people: LocalizedText(en: "People", ru: "Персонал")
            }
        }
    }

    /// One name of a formula.
    public struct Input: Hashable, Sendable {
        /// The name as the formula writes it.
        public var name: String
        /// What it counts.
        public var dimension: Dimension
        /// What it is.
        public var meaning: LocalizedText
        /// What it stands for unless the company says otherwise: `days(period)`.
        public var defaultFormula: String?
    }

    /// A value worked out on paper.
    public struct Example: Hashable, Sendable {
        /// A figure for each input, by its name; percentages as ratios.
        public var given: [String: FixedDecimal]
        /// What the formula gives: a percentage as a ratio, rounded to the places that it is written with.
        public var result: FixedDecimal
    }
}
