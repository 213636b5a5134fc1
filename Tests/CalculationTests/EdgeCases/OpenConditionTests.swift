import Calculation
import Company
import Formulas
import Messages
import Testing

/// The survey of Boris is entered, 90 %; that of Anna is not. Anna has sold for 500, Boris for 100.
@Suite("A condition without a value")
struct OpenConditionTests {
    private func company(
        _ components: String, plan: String = "", sold: [String] = ["2026-01-10 anna 500", "2026-01-11 boris 100"],
        staff: String = "anna boris", _ tables: [String: String] = [:]
    ) throws -> TestCompany {
        var rows = tables
        rows["sale.csv"] =
            "id,date,seller,amount\n"
            + sold.enumerated().map { "\($0 + 1),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        rows["entered.csv"] = "metric,subject,period,value,author\nsurvey,boris,2026-01,90%,vera\n"
        return try TestCompany(
            staff: staff,
            Sales.kind + """
                  survey: {unit: percent, value: entered}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    target: 10 RUB
                    \(plan)
                    components: \(components)
                """, rows)
    }

    /// Every condition that is asked of a person, with what Boris, who meets it, is paid.
    private static let conditions: [(component: String, boris: String)] = [
        ("{commission: sales, rate: 10%, when: survey >= 80%}", "10.00"),
        ("{commission: sales, rate: 10%, gate: survey >= 80%}", "10.00"),
        ("{commission: sales, rate: 10%, gate: {when: survey >= 80%, otherwise: 50%}}", "10.00"),
        ("{commission: sales, rate: 10%, multiplier: if survey >= 80% then 2 else 1}", "20.00"),
        // 50 × 1 % + 50 × 2 %: the upper tier is entered.
        (
            "{commission: sales, tiers: {marginal: {0 RUB: 1%, 50 RUB: 2%}, linked: {when: survey >= 80%, up_to: 10 RUB}}}",
            "1.50"
        ),
        (
            "{commission: sales, tiers: {marginal: {0 RUB: 1%, 50 RUB: 2%}, over: year, linked: {when: survey >= 80%, up_to: 10 RUB}}}",
            "1.50"
        ),
        ("{commission: sales, rate: 10%, each: event, when: survey >= 80%}", "10.00"),
        ("{bonus: 10 RUB, when: survey >= 80%}", "10.00"),
        ("{bonus: if survey >= 80% then 10 RUB else 0 RUB}", "10.00"),
        ("{milestones: {50 RUB: 7 RUB}, of: sales, when: survey >= 80%}", "7.00"),
        ("{scorecard: [{kpi: sales, weight: 100%, target: 100 RUB}], gate: survey >= 80%}", "10.00"),
        ("{spot: 100 RUB, gate: survey >= 80%}", "0.00"),
        // 100 ÷ 600 of 60.
        ("{pool: 60 RUB, weights: sales, nobody: cancel, gate: survey >= 80%}", "10.00"),
        // The first place is Anna's, were she admitted; of those who are, Boris is first.
        ("{contest: [100 RUB], by: sales, minimum: survey >= 80%}", "100.00"),
        ("{contest: [100 RUB], by: sales, minimum: survey >= 80%, group: unit}", "100.00"),
        ("{contest: {steps: {50 RUB: 7 RUB}}, by: sales, minimum: survey >= 80%}", "7.00"),
        ("{contest: {pot: 100 RUB}, by: sales, minimum: survey >= 80%}", "100.00"),
        ("{contest: {prize: 7 RUB}, goal: 50 RUB, by: sales, minimum: survey >= 80%}", "7.00"),
        ("{contest: {prize: 7 RUB}, goal: if survey >= 80% then 50 RUB else 60 RUB, by: sales}", "7.00"),
    ]

    @Test("leaves the award without a value, whatever kind it is; who meets it is paid", arguments: conditions)
    func ofPeople(component: String, boris: String) async throws {
        let company = try company("{pay: \(component)}")
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "not-entered", "boris pay": boris])
        let anna = try company.lines("2026-01").first { company.model.people.id($0.participation.person) == "anna" }
        #expect(anna?.amount.reason?.text.en == "nobody entered survey for anna, 2026-01")
    }

    @Test("a plan's gate leaves all its awards without a value, and with them the guarantee")
    func planGate() async throws {
        for gate in ["survey >= 80%", "{when: survey >= 80%, otherwise: 50%}"] {
            let company = try company(
                "{pay: {commission: sales, rate: 10%}, fixed: {bonus: 1 RUB}}",
                plan: "gate: \(gate)\n    guarantee: 100 RUB")
            #expect(
                try await company.payInAllWays("2026-01") == [
                    "anna pay": "not-entered", "anna fixed": "not-entered", "anna guarantee": "not-entered",
                    "boris pay": "10.00", "boris fixed": "1.00", "boris guarantee": "89.00",
                ])
        }
    }

    @Test(
        "a condition of a group leaves all its awards without a value",
        arguments: [
            "{pool: 60 RUB, weights: sales, nobody: cancel, when: survey >= 80%}",
            "{pool: 60 RUB, weights: sales, nobody: carry, group: plan, when: survey >= 80%}",
            "{contest: [100 RUB], by: sales, when: survey >= 80%}",
            "{spot: 100 RUB, when: survey >= 80%}",
            "{contest: [100 RUB], by: sales, between: units, minimum: survey >= 80%}",
        ])
    func ofGroups(component: String) async throws {
        let company = try company("{pay: \(component)}")
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "not-entered", "boris pay": "not-entered"])
    }

    @Test("'false and …' and 'true or …' have an answer without it")
    func decided() async throws {
        let company = try company(
            "{race: {contest: [100 RUB], by: sales, minimum: sales >= 1 000 RUB and survey >= 80%}, other: {contest: [50 RUB], by: sales, minimum: sales >= 500 RUB or survey >= 80%}}"
        )
        #expect(
            try await company.payInAllWays("2026-01") == [
                "anna race": "0.00", "boris race": "0.00", "anna other": "50.00", "boris other": "0.00",
            ])
    }

    // MARK: Those who compete with her

    /// Vera is admitted and has sold for 700.
    private func race(_ contest: String) throws -> TestCompany {
        let company = try company(
            "{race: {contest: \(contest), by: sales, minimum: survey >= 80%}}",
            sold: ["2026-01-10 anna 500", "2026-01-11 boris 100", "2026-01-12 vera 700"], staff: "anna boris vera",
            [
                "more.yaml": "tables: {more.csv: {reads: entered}}",
                "more.csv": "metric,subject,period,value,author\nsurvey,vera,2026-01,85%,vera\n",
            ])
        return company
    }

    @Test("whose place she could take is told so, with whose minimum has no value; who is before her anyway is not")
    func places() async throws {
        let company = try race("[100 RUB, 50 RUB]")
        // Were Anna admitted, Vera would be first still, and Boris third.
        #expect(
            try await company.payInAllWays("2026-01") == [
                "anna race": "not-entered", "boris race": "50.00", "vera race": "100.00",
            ])
        #expect(
            try company.remarks("boris", "race", "2026-01").map(\.text.en) == [
                "place 2 of 2", "may change, without a value: anna (nobody entered survey for anna, 2026-01)",
            ])
        #expect(try company.remarks("vera", "race", "2026-01").map(\.code) == ["place"])
        let open = try #require(company.remarks("boris", "race", "2026-01").last)
        #expect(open.namesMissingValue)
        #expect(open.text.ru.hasPrefix("может измениться, нет значения: anna ("))
    }

    @Test("of a pot everybody's share may change; of steps and prizes of one's own nobody's")
    func others() throws {
        for (form, code) in [
            ("{pot: 80 RUB}", ["share-of-pot", "place-open"]), ("{steps: {50 RUB: 7 RUB}}", ["step-reached"]),
        ] {
            let company = try race(form)
            #expect(try company.remarks("boris", "race", "2026-01").map(\.code) == code)
            #expect(try company.remarks("vera", "race", "2026-01").map(\.code) == code)
        }
    }

    @Test("a result without a value is before everybody, as far as is known")
    func results() async throws {
        let company = try company("{race: {contest: [100 RUB], by: 'sales * survey'}}")
        #expect(try await company.payInAllWays("2026-01") == ["anna race": "not-entered", "boris race": "100.00"])
        #expect(try company.remarks("boris", "race", "2026-01").map(\.code) == ["place", "place-open"])
    }

    @Test("the average of nothing is no value: a minimum of it is not missed, it is not known")
    func averageOfNothing() async throws {
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    guarantee: 30 RUB
                    components:
                      race: {contest: [100 RUB], by: sales, minimum: average(sale.amount) >= 10 RUB}
                """, Sales.table("2026-01-10 anna 500"))
        // Boris has sold nothing; what he is guaranteed waits with the award.
        #expect(
            try await company.payInAllWays("2026-01") == [
                "anna race": "100.00", "anna guarantee": "0.00", "boris race": "no-events",
                "boris guarantee": "no-events",
            ])
        // Without sales he could not win: the remark says that his minimum is open, should one of the past come in late.
        #expect(try company.remarks("anna", "race", "2026-01").map(\.code) == ["place"])
    }
}
