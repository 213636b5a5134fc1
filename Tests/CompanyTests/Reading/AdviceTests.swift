import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("A message says what to write, in both languages")
struct AdviceTests {
    /// A plan with one component, as it is written behind its name.
    private static func plan(_ component: String, tests: String = "") -> String {
        "plans:\n  p:\n    for: {position: seller}\n    period: month\n    components:\n      fee: \(component)\n\(tests)"
    }

    private static func metric(_ text: String) -> String { "metrics:\n  m: \(text)" }

    /// What is said of a file beside the small company: each message and its remedy, one below the other.
    private func messages(_ yaml: String, _ language: Language) -> [String] {
        CompanyReader.read(SmallCompany.changed(by: ["more.yaml": yaml])).diagnostics
            .filter { $0.severity == .error }.flatMap {
                [$0.message[language]] + [$0.remedy?[language]].compactMap { $0 }
            }
    }

    struct Case: CustomTestStringConvertible {
        let yaml: String
        let en: [String]
        let ru: [String]
        var testDescription: String { yaml }
    }

    private static let keyCases = [
        // The first two letters of the key are Cyrillic.
        Case(
            yaml: plan("{соmmission: sales, rate: 5%}"),
            en: [
                "'соmmission' is not known here",
                "did you mean 'commission'? the 'с' in 'соmmission' is a Cyrillic letter that only looks like the Latin 'c'",
            ],
            ru: [
                "«соmmission» здесь не бывает",
                "может быть, «commission»? буква «с» в «соmmission» русская и только похожа на латинскую «c»",
            ]),
        Case(
            yaml: plan("{comission: sales, rate: 5%}"),
            en: ["'comission' is not known here", "did you mean 'commission'?"],
            ru: ["«comission» здесь не бывает", "может быть, «commission»?"]),
        Case(
            yaml: plan("{commission: sales, tiers: {marginаl: {0 RUB: 3%}}}"),
            en: [
                "'marginаl' is not known here",
                "did you mean 'marginal'? the 'а' in 'marginаl' is a Cyrillic letter that only looks like the Latin 'a'",
            ],
            ru: [
                "«marginаl» здесь не бывает",
                "может быть, «marginal»? буква «а» в «marginаl» русская и только похожа на латинскую «a»",
            ]),
        Case(
            yaml: plan("{commission: sales, rtae: 5%}"), en: ["'rtae' is not known here", "did you mean 'rate'?"],
            ru: ["«rtae» здесь не бывает", "может быть, «rate»?"]),
        Case(
            yaml: "plans:\n  p: {for: {position: seller}, period: month, components: {}}",
            en: [
                "a plan needs at least one component",
                "for instance 'components: {commission: {commission: sales, rate: 5%}}'",
            ],
            ru: [
                "в плане нужна хотя бы одна составляющая",
                "например, «components: {commission: {commission: sales, rate: 5%}}»",
            ]),
    ]

    private static let tierCases = [
        Case(
            yaml: plan("{commission: sales, tiers: {overage: {0 RUB: 1%}}}"),
            en: [
                "'overage' needs a 'target'",
                "inside 'tiers', bounds as shares of the target: 'tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}'",
            ],
            ru: [
                "для «overage» нужен «target»",
                "внутри «tiers», границы — доли плана: «tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}»",
            ]),
        Case(
            yaml: plan("{commission: sales, tiers: {marginal: {0%: 1%}}, target: target(sales)}"),
            en: [
                "the target of tiers stands inside 'tiers', not beside it",
                "inside 'tiers', bounds as shares of the target: 'tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}'",
            ],
            ru: [
                "«target» ступеней стоит внутри «tiers», а не рядом",
                "внутри «tiers», границы — доли плана: «tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}»",
            ]),
        Case(
            yaml: plan("{commission: sales, tiers: {overage: {0%: 1%, 100 RUB: 2%}, target: target(sales)}}"),
            en: [
                "with a 'target' tiers begin at shares of it, found a number in RUB",
                "inside 'tiers', bounds as shares of the target: 'tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}'",
            ],
            ru: [
                "если есть «target», ступени начинаются с долей от него, а здесь число (RUB)",
                "внутри «tiers», границы — доли плана: «tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}»",
            ]),
        Case(
            yaml: plan("{commission: sales, tiers: {marginal: {0-1000000: 3%}}}"),
            en: [
                "a tier is written by where it begins, not as a range",
                "it ends where the next one begins: '{0 RUB: 3%, 1 000 000 RUB: 5%}'",
            ],
            ru: [
                "ступень пишут по тому, откуда она начинается, а не отрезком",
                "она кончается там, где начинается следующая: «{0 RUB: 3%, 1 000 000 RUB: 5%}»",
            ]),
        Case(
            yaml: plan("{commission: sales, tiers: {marginal: {0 RUB: 3%, 1 млн: 5%}}}"),
            en: [
                "expected an operator or the end of the formula, found 'млн'",
                "write all digits: 'млн' is 1 000 000, with the unit behind them, as in '1 000 000 RUB'",
            ],
            ru: [
                "ожидается знак действия или конец формулы, а стоит «млн»",
                "пишите все цифры: «млн» — это 1 000 000, а за ними единицу, как в «1 000 000 RUB»",
            ]),
    ]

    private static let formulaCases = [
        Case(
            yaml: metric("{unit: percent, value: sales / count(sale)}"),
            en: [
                "'m' is declared as a percentage, but its formula gives a number in RUB/pcs",
                "write 'unit: RUB/pieces', or mend the formula",
            ],
            ru: [
                "«m» объявлен в единице «проценты», а формула даёт: число (RUB/шт)",
                "пишите «unit: RUB/pieces» или исправьте формулу",
            ]),
        Case(
            yaml: metric("{unit: RUB, value: sum(sale.summa)}"),
            en: ["there is no name 'sale.summa' here", "'sale' has amount, date, seller"],
            ru: ["имени «sale.summa» здесь нет", "у «sale» есть: amount, date, seller"]),
        Case(
            yaml: metric("{unit: RUB, value: \"IF(sales > 0 RUB, sales, 0 RUB)\"}"),
            en: ["there is no function 'IF'", "write 'if a then b else c'"],
            ru: ["функции «IF» нет", "пишите «if a then b else c»"]),
        Case(
            yaml: metric("{unit: RUB, value: \"СУММЕСЛИМН(sale.amount)\"}"),
            en: ["there is no function 'СУММЕСЛИМН'", "write 'sum(sale.amount where sale.client = \"A\")'"],
            ru: ["функции «СУММЕСЛИМН» нет", "пишите «sum(sale.amount where sale.client = \"A\")»"]),
        // The letter is Cyrillic.
        Case(
            yaml: metric("{library: К6}"),
            en: [
                "the library has no KPI 'К6'",
                "did you mean 'K6'? the 'К' in 'К6' is a Cyrillic letter that only looks like the Latin 'K'",
            ],
            ru: [
                "в библиотеке нет KPI «К6»",
                "может быть, «K6»? буква «К» в «К6» русская и только похожа на латинскую «K»",
            ]),
    ]

    @Test("keys of plans", arguments: keyCases)
    func keys(_ one: Case) {
        #expect(messages(one.yaml, .en) == one.en)
        #expect(messages(one.yaml, .ru) == one.ru)
    }

    @Test("tiers", arguments: tierCases)
    func tiers(_ one: Case) {
        #expect(messages(one.yaml, .en) == one.en)
        #expect(messages(one.yaml, .ru) == one.ru)
    }

    @Test("formulas and the library", arguments: formulaCases)
    func formulas(_ one: Case) {
        #expect(messages(one.yaml, .en) == one.en)
        #expect(messages(one.yaml, .ru) == one.ru)
    }

    @Test("a card of the library may be named in small letters")
    func smallLetters() {
        #expect(KPILibrary.card("k6")?.code == "K6")
    }

    @Test("a fault of a component is said once, not again at the plan's tests")
    func testsOfFaultyComponents() {
        let tests = "    tests:\n      - {name: t, given: {sales: 100 RUB}, expect: {fee: 5 RUB}}\n"
        #expect(
            messages(Self.plan("{commission: saels, rate: 5%}", tests: tests), .en) == [
                "there is no name 'saels' here", "did you mean 'sales'?",
            ])
    }

    @Test("without a currency of the company nothing is said of amounts in another", arguments: Language.allCases)
    func noCurrency(language: Language) {
        let yaml = SmallCompany.files["company.yaml"]?.replacing(", currency: RUB", with: "") ?? ""
        #expect(said(["company.yaml": yaml], language).hasPrefix("company.yaml:1:10: "))
        let plans = Self.plan("{commission: sales, rate: 5%, cap: 100 RUB}").replacing("p:", with: "q:")
        for text in [
            yaml, yaml.replacing("unit: RUB", with: "unit: pieces").replacing("sum(sale.amount)", with: "count(sale)"),
        ] {
            let messages = said(["company.yaml": text, "plans.yaml": plans], language)
            #expect(!messages.contains("XXX"))
        }
    }

    @Test("a colon that is missing is told where it should stand")
    func missingColon() {
        let yaml =
            "plans:\n  p:\n    for: {position: seller}\n    period month\n    components: {fee: {commission: sales, rate: 5%}}"
        #expect(
            said(["plans.yaml": yaml]) == """
                plans.yaml:4:5: error: this is not YAML: after 'period month' a colon is missing
                    4 |     period month
                      |     ^~~~~~~~~~~~
                   help: write 'period: month'
                """)
        #expect(
            said(["plans.yaml": yaml], .ru) == """
                plans.yaml:4:5: ошибка: это не YAML: после «period month» не хватает двоеточия
                    4 |     period month
                      |     ^~~~~~~~~~~~
                   совет: пишите «period: month»
                """)
    }
}
