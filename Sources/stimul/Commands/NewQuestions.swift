import Foundation
internal import Messages
import Quantities

/// A country and its money.
struct Country {
    let code: String
    let name: LocalizedText
    let currency: Currency

    /// Those that are offered.
    static let all: [Country] = [
        ("ru", "Russia", "Россия", "RUB"), ("by", "Belarus", "Беларусь", "BYN"),
        ("kz", "Kazakhstan", "Казахстан", "KZT"),
        ("us", "United States", "США", "USD"), ("de", "Germany", "Германия", "EUR"),
        ("gb", "United Kingdom", "Великобритания", "GBP"),
    ].map { code, en, ru, currency in
        Country(
            code: code, name: LocalizedText(en: EnglishText(en), ru: RussianText(ru)),
            currency: Currency(code: currency))
    }
}

/// The three questions of `stimul new` on a terminal; where there is none, the first answer is meant.
struct NewQuestions {
    let console: Console

    /// Whether somebody is there to answer.
    var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    func country() -> Country {
        let place = ask(
            LocalizedText(en: "Which country and currency?", ru: "Какая страна и валюта?"),
            Country.all.map { country in
                LocalizedText(
                    en: "\(country.name.en), \(country.currency.code)",
                    ru: "\(country.name.ru), \(country.currency.code)")
            })
        return Country.all[place]
    }

    func template() -> CompanyTemplate {
        let place = ask(
            LocalizedText(
                en: "What do you pay for: deals or relationships?", ru: "За что вы платите: за сделки или за отношения?"
            ),
            CompanyTemplate.all.map { template in
                let goal =
                    template.goal == .deals
                    ? LocalizedText(en: "deals", ru: "сделки") : LocalizedText(en: "relationships", ru: "отношения")
                return LocalizedText(
                    en: "\(template.about.en) – \(goal.en)", ru: "\(template.about.ru) – \(goal.ru)")
            })
        return CompanyTemplate.all[place]
    }

    func paid() -> PaidPeriod {
        let place = ask(
            LocalizedText(en: "How often is pay settled?", ru: "Как часто рассчитываются с людьми?"),
            [
                LocalizedText(en: "every month", ru: "каждый месяц"),
                LocalizedText(en: "every quarter", ru: "каждый квартал"),
            ])
        return PaidPeriod.allCases[place]
    }

    /// The place of the answer; an empty line, and the end of what is typed, mean the first.
    private func ask(_ question: LocalizedText, _ choices: [LocalizedText]) -> Int {
        guard isPossible else { return 0 }
        console.print(Paragraph.folded(question[console.language], width: Screen.width))
        for (number, choice) in choices.enumerated() {
            console.print(Paragraph.folded("  \(number + 1)  \(choice[console.language])", width: Screen.width))
        }
        while true {
            guard let typed = console.answer(to: LocalizedText("1–\(choices.count) [1]: ")), !typed.isEmpty else {
                return 0
            }
            if let number = Int(typed), choices.indices.contains(number - 1) { return number - 1 }
        }
    }
}
