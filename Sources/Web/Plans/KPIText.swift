internal import Company
internal import HTML
internal import Messages
internal import Pages

/// What a figure is, in words.
struct KPIText {
    let company: CompanyModel
    let language: PageLanguage

    init(_ company: CompanyModel, _ language: PageLanguage) {
        self.company = company
        self.language = language
    }

    /// How it is counted, in the words of people.
    func formula(_ metric: Metric, _ words: FormulaWords) -> String {
        switch metric.source {
        case .formula(let formula): words.text(formula)
        case .entered: language == .ru ? "вводит человек" : "entered by a person"
        }
    }

    /// What it is measured in.
    func unit(_ metric: Metric) -> String {
        metric.unit.isPercent ? "%" : metric.unit.unit.text(in: language.ofTexts)
    }

    /// Which way is good.
    func better(_ metric: Metric) -> String {
        switch metric.better {
        case .higher: language == .ru ? "больше" : "more"
        case .lower: language == .ru ? "меньше" : "less"
        case .target: language == .ru ? "точно в цель" : "on target"
        }
    }
}
