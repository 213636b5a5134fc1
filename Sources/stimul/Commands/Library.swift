import ArgumentParser
import Company
import Formulas
internal import Messages

/// `stimul library`: the bundled KPIs.
struct Library: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Show the bundled KPI library, or one card of it.",
            ru: "Показать встроенную библиотеку KPI или одну её карточку."),
        discussion: .said(
            en: "A metric takes a KPI by its code: 'library: K6' and 'with: {ДЗ: receivables, ОП: sales}'.",
            ru: "Показатель берёт KPI по коду: «library: K6» и «with: {ДЗ: receivables, ОП: sales}»."))

    @Argument(
        help: .said(en: "A code such as K6; all cards when left out.", ru: "Код, например K6; без кода — все карточки.")
    )
    var code: String?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        guard let code else {
            for card in KPILibrary.cards { console.print(line(card)) }
            return
        }
        guard let card = KPILibrary.card(code) else {
            let remedy = KPILibrary.remedy(for: code) ?? Advice.listLibrary.words(of: "…")
            throw options.wrong(
                LocalizedText(
                    en: "the library has no KPI '\(code)'; \(remedy.en)",
                    ru: "в библиотеке нет KPI «\(code)»; \(remedy.ru)"))
        }
        for line in details(card) { console.print(line) }
    }

    private func line(_ card: KPICard) -> String {
        let formula = card.formula ?? "— " + (card.whyNoFormula?[options.language] ?? "")
        return "\(card.code)  \(card.title[options.language])  \(formula)"
    }

    private func details(_ card: KPICard) -> [String] {
        let language = options.language
        let inputs = card.inputs.map { input in
            let standsFor = input.defaultFormula.map { " = \($0)" } ?? ""
            return "  \(input.name)\(standsFor)  \(input.meaning[language]) (\(input.dimension.title[language]))"
        }
        return [line(card), card.meaning[language], card.assessed[language], card.usedFor[language]] + inputs
    }
}

/// `stimul functions`: what formulas can do.
struct Functions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "List the functions that formulas may use.", ru: "Перечислить функции, которые бывают в формулах."))

    @OptionGroup var options: CommonOptions

    func run() {
        for function in Function.allCases {
            // The other names are Russian words.
            let aliases = Function.aliases.filter { options.language == .ru && $0.value == function }.keys.sorted()
            let names = aliases.isEmpty ? "" : " (по-русски: \(aliases.joined(separator: ", ")))"
            options.console.print("\(function.signature)  \(function.summary[options.language])\(names)")
        }
    }
}
