import ArgumentParser
import Calculation
import Company
internal import Messages
import Quantities

/// `stimul card`: what any employee can read about a metric.
struct Card: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Show a metric's card: what it means, how it is computed, who is assessed by it.",
            ru: "Показать карточку показателя: что он означает, как считается, кого по нему оценивают."),
        discussion: .said(
            en: "Without a metric, all metrics in a line each.",
            ru: "Без показателя — все показатели, по строке на каждый."))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The metric's name, or its title.", ru: "Имя показателя или его название."))
    var metric: String?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let model = try console.load(company.company)
        guard let metric else {
            return console.print(lines: model.metrics.map { "\($0.name)  \($0.title[options.language])" })
        }
        guard let number = model.metric(named: try options.metric(metric, of: model)) else { return }
        console.print(lines: lines(model.metrics[number], model))
    }

    private func lines(_ metric: Metric, _ model: CompanyModel) -> [String] {
        let card = metric.card
        let word = metric.unit.unit.text(in: options.language)
        let unit = metric.unit.isPercent ? "%" : word
        let rows: [(LocalizedText, String?)] = [
            (LocalizedText(en: "meaning", ru: "что означает"), card.meaning?[options.language]),
            (LocalizedText(en: "formula", ru: "формула"), formula(metric, model)),
            (LocalizedText(en: "library", ru: "библиотека"), metric.libraryCode),
            (LocalizedText(en: "unit", ru: "единица"), unit),
            (LocalizedText(en: "better", ru: "лучше"), better(metric.better)[options.language]),
            (LocalizedText(en: "assessed", ru: "кто оценивается"), joined(card.assessed)),
            (LocalizedText(en: "periods", ru: "периодичность"), joined(card.periods)),
            (LocalizedText(en: "used for", ru: "для чего"), card.usedFor?[options.language]),
            (LocalizedText(en: "if it rises", ru: "если растёт"), card.ifRises?[options.language]),
            (LocalizedText(en: "if it falls", ru: "если падает"), card.ifFalls?[options.language]),
            (LocalizedText(en: "owner", ru: "владелец"), card.owner),
            (LocalizedText(en: "controllability", ru: "управляемость"), card.controllability?.description),
            (LocalizedText(en: "data no older than, days", ru: "данные не старше, дней"), card.maxAge.map(String.init)),
        ]
        return ["\(metric.name): \(metric.title[options.language])"]
            + rows.compactMap { label, value in value.map { "  \(label[options.language]): \($0)" } }
    }

    private func formula(_ metric: Metric, _ model: CompanyModel) -> String {
        switch metric.source {
        case .formula(let formula): model.text(of: formula)
        case .entered: LocalizedText(en: "entered by a person", ru: "вводит человек")[options.language]
        }
    }

    private func better(_ direction: Metric.Direction) -> LocalizedText {
        switch direction {
        case .higher: LocalizedText(en: "more", ru: "больше")
        case .lower: LocalizedText(en: "less", ru: "меньше")
        case .target: LocalizedText(en: "on target", ru: "точно в цель")
        }
    }

    private func joined(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}
