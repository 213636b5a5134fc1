import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("Percentages that can hardly be meant")
struct PercentageTests {
    /// What is said of a plan with one component, without the excerpts: `message | remedy`.
    private func said(
        _ component: String, _ more: String = "", tables: [String: String] = [:], in language: Language = .en
    ) -> [String] {
        var changes: [String: String?] = [
            "plans.yaml": """
            metrics:
              deals: {unit: pieces, value: count(sale)}
              survey: {unit: percent, value: entered}
            parameters: {flat: 3, normal: 3%}
            \(more)
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: \(component)
            """
        ]
        changes.merge(tables) { $1 }
        let (model, diagnostics) = CompanyReader.read(SmallCompany.changed(by: changes))
        #expect(model != nil)
        return diagnostics.filter { $0.severity == .warning }.map {
            "\($0.message[language]) | \($0.remedy?[language] ?? "")"
        }
    }

    @Test(
        "a rate: 1 pays 100 % of sales, 1.5 half as much again, 101 % more than was sold, -1 % takes money away",
        arguments: [
            (
                "{commission: sales, rate: 1}",
                ["'1' without a sign is 100 % | did you mean 1%? If 100 % is meant, write 100%"]
            ),
            (
                "{commission: sales, rate: 1.5}",
                ["'1.5' without a sign is 150 % | did you mean 1.5%? If 150 % is meant, write 150%"]
            ),
            (
                "{commission: sales, rate: 101%}",
                [
                    "a rate of 101 % pays more than it is a rate of | did you mean 1.01 %? If 101 % is meant, leave it"
                ]
            ),
            (
                "{commission: sales, rate: -1%}",
                [
                    "a rate of -1 % takes money for what is above zero | did you mean 1 %? If it is meant to be below zero, leave it"
                ]
            ),
            (
                "{commission: sales, rate: if survey >= 80% then 5 else 3%}",
                ["'5' without a sign is 500 % | did you mean 5%? If 500 % is meant, write 500%"]
            ),
            (
                "{commission: sales, rate: flat}",
                ["'3' without a sign is 300 % | did you mean 3%? If 300 % is meant, write 300%"]
            ),
            (
                "{commission: sales, tiers: {marginal: {0 RUB: 3, 1000 RUB: 5}}}",
                [
                    "'3' without a sign is 300 %, and 1 more beside it | did you mean 3%? If 300 % is meant, write 300%"
                ]
            ),
            (
                "{commission: sales, tiers: {marginal: {0: 3%, 80: 5%}, target: 1000 RUB}}",
                ["'80' without a sign is 8000 % | did you mean 80%? If 8000 % is meant, write 8000%"]
            ),
            (
                "{commission: sales, rates: {by: sale.seller, table: {anna: 2%}, otherwise: 1}}",
                ["'1' without a sign is 100 % | did you mean 1%? If 100 % is meant, write 100%"]
            ),
        ])
    func rates(component: String, expected: [String]) {
        #expect(said(component) == expected)
    }

    @Test(
        "money of events times a number in a bonus, a fund or a pot: what it is multiplied with in all",
        arguments: [
            ("{bonus: sales * 5}", "'5' without a sign is 500 %"),
            ("{bonus: 'round(10 * unit(sales) + 5 RUB, 0)'}", "'10' without a sign is 1000 %"),
            ("{bonus: if deals > 3 pcs then (sales + 1 RUB) * 1.5 else 0 RUB}", "'1.5' without a sign is 150 %"),
            ("{bonus: sales * 150%}", "a rate of 150 % pays more than it is a rate of"),
            ("{bonus: sum(sale.amount) * 3 / 2}", "'1.5' without a sign is 150 %"),
            ("{pool: company(sales) * 2, weights: 1, nobody: cancel}", "'2' without a sign is 200 %"),
            ("{contest: {pot: sales * 2}, by: sales}", "'2' without a sign is 200 %"),
        ])
    func factors(component: String, expected: String) {
        #expect(said(component).map { String($0.prefix { $0 != "|" }) } == [expected + " "])
    }

    @Test(
        "a part of the money, an amount for each deal and what is no money of events pass",
        arguments: [
            "{bonus: sales * 5%}", "{bonus: sales * 5 / 100}", "{bonus: 20 * sales * 1%}", "{bonus: sales * 0.05}",
            "{bonus: deals / 1 pcs * 500 RUB}", "{bonus: person.base_pay * 2}", "{bonus: target(sales) * 2}",
            "{bonus: sales * survey * 5}", "{bonus: sales}", "{bonus: sum(sale.amount * 1%) * 2}",
        ])
    func usualFactors(component: String) {
        #expect(said(component).isEmpty)
    }

    @Test(
        "rates as they are usual pass",
        arguments: [
            "{commission: sales, rate: 1%}", "{commission: sales, rate: 100%}", "{commission: sales, rate: 0.05}",
            "{commission: sales, rate: normal}", "{commission: deals, rate: 100 RUB}",
            "{commission: sales, tiers: {marginal: {0%: 1%, 100%: 2%}, target: 1000 RUB}}",
            "{commission: sales, tiers: {marginal: {0: 0.01, 0.8: 0.02, 1.2: 0.03}, target: 1000 RUB}}",
            "{commission: sales, rate: survey / 10}",
        ])
    func usualRates(component: String) {
        #expect(said(component).isEmpty)
    }

    @Test(
        "points of a curve, thresholds, caps, targets and conditions without the sign",
        arguments: [
            (
                "{scorecard: [{kpi: survey, weight: 100%, target: 80%}], curve: {80: 50, 100: 100, 120: 150}}",
                "'80' without a sign is 8000 %, and 5 more beside it"
            ),
            (
                "{scorecard: [{kpi: survey, weight: 100%, target: 25}]}",
                "'25' without a sign is 2500 %"
            ),
            (
                "{scorecard: [{kpi: survey, weight: 100%, target: 25%, threshold: 80, cap: 120}]}",
                "'80' without a sign is 8000 %, and 1 more beside it"
            ),
            ("{goals: 100 RUB, threshold: 50}", "'50' without a sign is 5000 %"),
            ("{bonus: 100 RUB, when: survey >= 80}", "'80' without a sign is 8000 %"),
            ("{bonus: 100 RUB, gate: {when: survey >= 80%, otherwise: 50}}", "'50' without a sign is 5000 %"),
            ("{bonus: 100 RUB, hold: {release: 50}}", "'50' without a sign is 5000 %"),
            (
                "{contest: {steps: {80: 10 RUB, 90: 20 RUB}}, by: survey}",
                "'80' without a sign is 8000 %, and 1 more beside it"
            ),
        ])
    func levels(component: String, expected: String) {
        #expect(said(component).map { String($0.prefix { $0 != "|" }) } == [expected + " "])
    }

    @Test("a curve written in ratios is one, also above 1: 0.8, 1, 1.2")
    func ratios() {
        #expect(
            said("{scorecard: [{kpi: survey, weight: 100%, target: 0.8}], curve: {0.8: 0.5, 1: 1, 1.2: 1.5}}")
                .isEmpty)
    }

    @Test("both languages name both readings")
    func russian() {
        #expect(
            said("{commission: sales, rate: 1}", in: .ru)
                == ["«1» без знака — это 100\u{A0}% | вы имели в виду 1%? Если имелось в виду 100\u{A0}%, пишите 100%"])
    }

    @Test("the place is the number itself")
    func place() {
        let yaml = """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: sales, rate: 1}
            """
        #expect(
            CompanyTests.said(["plans.yaml": yaml]) == """
                plans.yaml:6:38: warning: '1' without a sign is 100 %
                    6 |       fee: {commission: sales, rate: 1}
                      |                                      ^
                   help: did you mean 1%? If 100 % is meant, write 100%
                """)
    }

    // MARK: Tables

    private static let rateTable = "rate_tables: {fees: {by: {who: sale.seller}, rate: percent}}"

    @Test(
        "a rate table: -1 % and 1.5 stand out, one warning for each kind",
        arguments: [
            ("5%", [String]()), ("0.05", []), ("100%", []),
            ("-1%", ["'rate' is -1 % here, below 0 %; rows like this: 1"]),
            ("1.5", ["'rate' is 150 % here: '1.5' has no sign; rows like this: 1"]),
            ("150%", ["'rate' is 150 % here, more than the whole; rows like this: 1"]),
            ("1", ["'rate' is 100 % here: '1' has no sign; rows like this: 1"]),
        ])
    func rateTable(rate: String, expected: [String]) {
        let found = said(
            "{commission: sales, rates: fees}", Self.rateTable, tables: ["fees.csv": "who,rate\nanna,\(rate)\nboris,2%"]
        )
        #expect(found.map { $0.components(separatedBy: " | ")[0] } == expected)
    }

    @Test("a column of people: the same kind in many rows is one warning at the first of them")
    func people() {
        let files = [
            ("a.yaml", "company: {name: Test, currency: RUB}\nrecords: {person: {fields: {rate: percent}}}\n"),
            ("people.csv", "id,name,rate\nanna,Anna,5%\nboris,Boris,1.5\nvera,Vera,2\nzoya,Zoya,-1%\n"),
        ]
        let said = CompanyReader.read(files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }).diagnostics
        #expect(
            said.map { $0.rendered(in: .en) } == [
                """
                people.csv:3: warning: 'rate' is 150 % here: '1.5' has no sign; rows like this: 2
                    3 | boris,Boris,1.5
                   help: did you mean 1.5%? If 150 % is meant, write 150%
                """,
                """
                people.csv:5: warning: 'rate' is -1 % here, below 0 %; rows like this: 1
                    5 | zoya,Zoya,-1%
                   help: did you mean 1 %? If it is meant to be below zero, leave it
                """,
            ])
    }

    @Test(
        "targets and entered values of a percent metric: 25 is 2 500 %, 1.03 beside 0.97 is a ratio like it",
        arguments: [
            ("25", ["'survey' is 2500 % here: '25' has no sign; rows like this: 1"]), ("1.03", [String]()),
            ("103%", []), ("2.5", ["'survey' is 250 % here: '2.5' has no sign; rows like this: 1"]),
        ])
    func values(value: String, expected: [String]) {
        for table in ["targets", "entered"] {
            let more = table == "entered" ? (",author", ",dina") : ("", "")
            let found = said(
                "{commission: sales, rate: 1%}",
                tables: [
                    "\(table).csv":
                        "metric,subject,period,value\(more.0)\nsurvey,anna,2026-01,0.97\(more.1)\nsurvey,boris,2026-01,\(value)\(more.1)"
                ])
            #expect(found.map { $0.components(separatedBy: " | ")[0] } == expected, "\(table)")
        }
    }

    @Test("what was found goes with the company to whoever calculates it")
    func doubts() throws {
        let yaml = """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: sales, rate: 1}
            """
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: ["plans.yaml": yaml])).model)
        #expect(model.doubts.map(\.code) == ["percent-sign"])
    }
}
