import Accounts
import Periods
import Quantities
import Statistics
import Testing

@Suite("Money: retention of clients who were key a year ago")
struct CohortTests {
    private func pair(_ client: Key<Client>, _ before: String, _ now: String) throws -> Cohort.Pair {
        Cohort.Pair(client, before: try decimal(before), now: try decimal(now))
    }

    @Test func `GRR 82.0 %, NRR 89.5 %, three of four clients`() throws {
        let cohort = Cohort([
            try pair("a", "5", "5.6"), try pair("b", "3", "2.4"), try pair("c", "1.2", "0"),
            try pair("d", "0.8", "0.95"),
        ])
        #expect(try cohort.gross().asPercent == "82.0 %")
        #expect(try cohort.net().asPercent == "89.5 %")
        #expect(try cohort.logos().asPercent == "75.0 %")
    }

    @Test func `returns above sales count 0, and without a year before there is no figure`() throws {
        #expect(try Cohort([try pair("a", "5", "-1")]).gross() == 0)
        #expect(throws: NoFigure.self) { try Cohort([Cohort.Pair]()).gross() }
        #expect(throws: NoFigure.self) { try Cohort([try pair("a", "0", "7")]).net() }
    }
}

@Suite("Money: the row of a client's month")
struct AccountMonthTests {
    private func month(
        _ label: String = "2026-05", key from: String = "2025-01-01", records: String = "2025-01-01",
        sales: [String: Int] = ["2025-05": 500, "2026-05": 450]
    ) throws -> AccountMonth {
        let month = try #require(YearCalendar.civil.parse(label))
        let status = [DayRange(from: day(from), clampingUntil: .latest)]
        let norm = try CallNorm(
            norm: Timeline([Dated(14, .always)]), days: status, calls: [day("2026-04-17"), day("2026-05-12")],
            russia)
        let row = try AccountMonth(
            "c034", month: month, statusDays: status, norm: norm,
            coverage: Coverage(
                of: "c034", contacts: try fourContacts(), touches: [try touch(1, "k1", on: "2026-05-20")], norm: 14,
                functions: [], on: day("2026-05-31")), recordedFrom: day(records)
        ) { range in
            FixedDecimal(sales[YearCalendar.civil.period(.month, containing: range.from)?.description ?? ""] ?? 0)
        }
        return try #require(row)
    }

    /// 17 April + 14 days is due 4 May; the next call on 12 May holds until 26 May: 4 + 15 days.
    @Test func `days, calls, sales beside the year before, power`() throws {
        let row = try month()
        #expect(row.day == day("2026-05-31"))
        #expect((row.days, row.daysInNorm) == (31, 19))
        #expect((row.sales, row.before, row.retained) == (450, 500, 450))
        #expect((row.power, row.powerCovered) == (26, 10))
    }

    @Test func `growth is not retained twice`() throws {
        #expect(try month(sales: ["2025-05": 500, "2026-05": 700]).retained == 500)
    }

    @Test func `returns above sales are negative sales, and 0 retained`() throws {
        let row = try month(sales: ["2025-05": 500, "2026-05": -20])
        #expect((row.sales, row.retained) == (-20, 0))
        #expect(try month(sales: ["2025-05": -30, "2026-05": 5]).before == 0)
    }

    @Test func `a client that was not key a year ago is not in the cohort; nor is the year before the records`() throws
    {
        #expect(try month(key: "2025-05-02").unknown == .notInCohort)
        #expect(try month(key: "2025-05-01").unknown == nil)
        #expect(try month(records: "2025-05-01").unknown == nil)
        let early = try month(records: "2025-05-02")
        #expect((early.before, early.retained, early.unknown) == (nil, nil, .noYearBefore))
    }

    @Test func `a year's GRR is the sum over its months, so a client lost and back counts by months`() throws {
        let months = [
            try month(), try month("2026-06", sales: ["2025-06": 500]),
            try month("2026-07", sales: ["2025-07": 500, "2026-07": 900]),
            try month("2026-08", key: "2026-01-01", sales: ["2025-08": 1, "2026-08": 99]),
        ]
        // (450 + 0 + 500) ÷ 1500
        #expect(try Cohort(months).gross().asPercent == "63.3 %")
    }
}

@Suite("Money: concentration")
struct ConcentrationTests {
    @Test func `40/25/15/10/10 is top 40 % and HHI 2,650`() throws {
        let concentration = try AccountConcentration(["a": 40, "b": 25, "c": 15, "d": 10, "e": 10])
        #expect(try concentration.top == decimal("0.4"))
        #expect(concentration.herfindahl.rounded() == 2650)
    }

    @Test func `a group below 0 counts 0 and is named: 52.0 %, 3,630`() throws {
        let concentration = try AccountConcentration([
            "a": try decimal("5.2"), "b": try decimal("2.6"), "c": try decimal("-0.15"), "d": try decimal("1.3"),
            "e": try decimal("0.9"),
        ])
        #expect(concentration.belowZero == ["c"])
        #expect(try concentration.top.asPercent == "52.0 %")
        #expect(concentration.herfindahl.rounded() == 3630)
    }

    @Test func `clients of one holding are one, and nothing above 0 has no figure`() throws {
        let one = try AccountConcentration(["a": 40, "b": 40, "c": 20], holding: ["a": "h", "b": "h"])
        #expect(one.holders == ["h", "c"])
        #expect(try one.top == decimal("0.8"))
        #expect(throws: NoFigure.statistic(.noTotal)) { try AccountConcentration(["a": 0, "b": -3]) }
    }
}

@Suite("Money: what a client who stays is worth")
struct RetentionValueTests {
    private let eighty = RetentionValue(
        margin: 500_000, retention: FixedDecimal(raw: 8_000_000_000_000_000),
        discount: FixedDecimal(raw: 1_200_000_000_000_000))

    @Test(arguments: [
        (RetentionValue.Variant.fiveYears, "1271977.45", "8.9 %", "1.7 %"),
        (.firstCertain, "1562500.00", "18.5 %", "3.2 %"), (.firstSurvives, "1250000.00", "25.9 %", "4.5 %"),
        (.firstToday, "1750000.00", "18.5 %", "3.2 %"),
    ])
    func `500,000 a year at .80 and .12; five points more, and 5 % fewer losses`(
        variant: RetentionValue.Variant, value: String, points: String, losses: String
    ) throws {
        #expect(try eighty.value(variant).text(places: 2) == value)
        #expect(try eighty.growth(to: decimal("0.85"), variant).asPercent == points)
        #expect(try eighty.growth(to: decimal("0.81"), variant).asPercent == losses)
    }

    @Test func `retention not below 1 + discount has no endless sum; a loss has no multiple`() throws {
        let endless = RetentionValue(margin: 1, retention: 1, discount: 0)
        #expect(throws: NoFigure.endless) { try endless.value(.firstCertain) }
        #expect(try endless.value(.fiveYears) == 5)
        let loss = RetentionValue(margin: -100, retention: 0, discount: 0)
        #expect(try loss.value(.firstCertain) == -100)
        #expect(throws: NoFigure.self) { try loss.growth(to: decimal("0.5"), .firstCertain) }
    }
}

@Suite("Money: incentives and battles")
struct IncentiveTests {
    private func incentive(premium: Int = 372_000, services: Int = 310_000, listed: Int = 0, trader: Bool = true)
        -> Incentive
    {
        Incentive(
            foodBought: 12_400_000, premium: FixedDecimal(premium), listedPremium: FixedDecimal(listed),
            services: FixedDecimal(services), isTrader: trader)
    }

    @Test func `3 % and 310,000 of services are 5.50 % of 12.4 m: refused above 620,000`() throws {
        #expect(try incentive().ceiling() == 620_000)
        #expect(try incentive().cost() == 682_000)
        #expect(try incentive().rate() == decimal("0.055"))
        #expect(refusal { try incentive().requireLawful("chain") } == "above-ceiling")
        #expect(refusal { try incentive(services: 248_000).requireLawful("chain") } == nil)
    }

    @Test func `a premium for listed goods is refused, and a café has no ceiling`() throws {
        #expect(refusal { try incentive(services: 0, listed: 1).requireLawful("chain") } == "listed-goods")
        #expect(try incentive(trader: false).ceiling() == nil)
        #expect(refusal { try incentive(trader: false).requireLawful("café") } == nil)
    }

    @Test func `checked against the ceiling, then approved by two people, neither being the client's manager`() throws {
        var above = IncentiveLife("i1", incentive(), manager: "sokolova")
        #expect(refusal { try above.move(to: .checked) } == "above-ceiling")
        var life = IncentiveLife("i2", incentive(services: 100_000), manager: "sokolova")
        #expect(refusal { try life.approve(finance: "litvinova", director: "orlov") } == "step")
        try life.move(to: .checked)
        #expect(refusal { try life.move(to: .approved) } == "wording")
        #expect(refusal { try life.approve(finance: "litvinova", director: "sokolova") } == "own-work")
        #expect(refusal { try life.approve(finance: "orlov", director: "orlov") } == "used-twice")
        try life.approve(finance: "litvinova", director: "orlov")
        #expect(life.state == .approved)
    }

    @Test func `608,000 of extra margin for 520,000 is +16.9 %`() throws {
        let effect = try Incentive.effect(margin: 608_000, cost: 520_000)
        #expect(effect.gain == 88_000)
        #expect(try effect.rate.asPercent == "16.9 %")
        #expect(throws: NoFigure.self) { try Incentive.effect(margin: 1, cost: 0) }
    }

    @Test func `odds of .35 for 1.8 m at .24 m are worth 390,000; at 13.3 % nothing`() throws {
        let battle = try Battle(
            cost: 240_000, value: 1_800_000, odds: decimal("0.35"), grounds: ["they asked us", "price", "sponsor"])
        #expect(try battle.worth() == 390_000)
        #expect(try battle.breakEven().asPercent == "13.3 %")
    }

    @Test func `odds need three different grounds, and lie between 0 and 1`() throws {
        func battle(_ odds: FixedDecimal, _ grounds: [String]) -> String? {
            refusal { _ = try Battle(cost: 1, value: 2, odds: odds, grounds: grounds) }
        }
        #expect(battle(1, ["a", "a", " "]) == "grounds")
        #expect(battle(2, ["a", "b", "c"]) == "outside-range")
        #expect(battle(1, ["a", "b", "c"]) == nil)
    }
}
