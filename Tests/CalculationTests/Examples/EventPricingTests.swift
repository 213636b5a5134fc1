import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("A commission priced event by event")
struct EventPricingTests {
    private func company(
        _ component: String, _ rows: [String], shares: [String] = [], plan: String = "", more: [String: String] = [:]
    ) throws -> TestCompany {
        let sales = rows.enumerated().map { number, row in
            let cells = row.split(separator: " ").map(String.init)
            return "\(number + 1),\((cells + (cells.count < 5 ? [""] : [])).joined(separator: ","))\n"
        }
        return try TestCompany(
            staff: "anna boris",
            """
            events:
              sale: {fields: {date: day, seller: person, group: text, amount: money, units: pieces?}, credit: 'split(share, sale.seller)'}
            splits: {share: {of: sale}}
            rate_tables: {fees: {by: {group: sale.group}, rate: percent}, prices: {by: {group: sale.group}, rate: money}}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              units: {unit: pieces, value: sum(sale.units)}
            plans:
              seller:
                for: {position: seller}
                period: month
            \(plan)
                components: {pay: \(component)}
            """,
            [
                "sale.csv": "id,date,seller,group,amount,units\n" + sales.joined(),
                "share.csv": "sale,person,share\n" + shares.map { $0 + "\n" }.joined(),
                "fees.csv": "group,rate\nbikes,1.5%\nparts,3%\n",
                "prices.csv": "group,rate\nbikes,500.03\n",
            ].merging(more) { $1 })
    }

    @Test(
        "each line is rounded: 1.50 + 1.00 (half a kopeck to even) − 0.45, where the sum would round 2.055 up",
        arguments: [
            ("{commission: sales, rates: fees, each: event}", "half_even", "2.05"),
            ("{commission: sales, rates: fees, each: event}", "half_away", "2.06"),  // 1.01 for the half
            ("{commission: sales, rates: fees}", "half_even", "2.06"),
            ("{commission: sum(sale.amount), rates: fees, each: event}", "half_even", "2.05"),
            // 1.00 + 0.335 → 0.34 − 0.30
            ("{commission: sales, rate: 1%, each: event}", "half_even", "1.04"),
            ("{commission: sales, rate: 1%, each: event, multiplier: 50%}", "half_even", "0.52"),
        ])
    func rates(component: String, rounding: String, pay: String) throws {
        let company = try company(
            component,
            [
                "2026-01-10 anna bikes 100.00", "2026-01-11 boris parts 67.00", "2026-01-12 anna bikes -30.00",
                "2026-01-12 anna gifts 999.99",  // no rate: nothing
            ].dropLast(component.contains("rate: 1%") ? 1 : 0),
            shares: ["2,anna,50%", "2,boris,50%"], plan: "    rounding: \(rounding)")
        #expect(try company.pay("anna", "pay", "2026-01") == pay)
    }

    @Test(
        "tiers: a line earns what the price of the total grows by, rounded; 0.305 twice",
        arguments: [
            (["30.50", "30.50"], "half_even", "0.60"),
            (["30.50", "30.50"], "half_away", "0.62"),
            // 0.60; 40 × 1 % + 20 × 3 % = 1.00; back down from 120 to 80: −20 × 3 % − 20 × 1 % = −0.80
            (["60", "60", "-40"], "half_away", "0.80"),
            // A return takes back at the tier where the total stands: from 120 to 100 at 3 %
            (["60", "60", "-20"], "half_away", "1.00"),
        ])
    func tiers(amounts: [String], rounding: String, pay: String) throws {
        let company = try company(
            "{commission: sales, tiers: {marginal: {0 RUB: 1%, 100 RUB: 3%}}, each: event}",
            amounts.enumerated().map { "2026-01-1\($0) anna bikes \($1)" }, plan: "    rounding: \(rounding)")
        #expect(try company.pay("anna", "pay", "2026-01") == pay)
    }

    private static let accelerator =
        "tiers: {marginal: {0%: 50%, 80%: 100%, 100%: 150%, 120%: 200%, 200%: 0%}, target: 1 000 RUB}"

    /// Five lines against a target of 1 000; parts at 3 %, bikes at 1.5 %.
    private static let five = [
        "2026-01-10 anna bikes 700",  // 700 × 50 % = 350; × 1.5 % = 5.25
        "2026-01-11 anna parts 200",  // 100 × 50 % + 100 × 100 % = 150; × 3 % = 4.50
        "2026-01-11 anna bikes 400",  // 100 × 100 % + 200 × 150 % + 100 × 200 % = 600; × 1.5 % = 9.00
        "2026-01-12 anna parts -300",  // back from 1 300 to 1 000: −200 − 300 = −500; × 3 % = −15.00
        "2026-01-13 anna parts 1200",  // 200 × 150 % + 800 × 200 % + 200 × 0 % = 1 900; × 3 % = 57.00
    ]

    @Test(
        "rates and tiers: what the weighted total grows by, at the rate of the line",
        arguments: [(1, "5.25"), (2, "9.75"), (3, "18.75"), (4, "3.75"), (5, "60.75")])
    func both(lines: Int, pay: String) throws {
        let company = try company(
            "{commission: sales, rates: fees, \(Self.accelerator), each: event}", Array(Self.five.prefix(lines)))
        #expect(try company.pay("anna", "pay", "2026-01") == pay)
        #expect(company.warnings == [])
    }

    @Test("the lines of a day come as they were read: the other way round 200 are parts at 50 %, and bikes come after")
    func order() throws {
        let component = "{commission: sales, rates: fees, \(Self.accelerator), each: event}"
        // 800 × 50 % × 1.5 % = 6.00, then 200 × 100 % × 3 % = 6.00
        let first = try company(component, ["2026-01-10 anna bikes 800", "2026-01-10 anna parts 200"])
        #expect(try first.pay("anna", "pay", "2026-01") == "12.00")
        // 200 × 50 % × 3 % = 3.00, then (600 × 50 % + 200 × 100 %) × 1.5 % = 7.50
        let other = try company(component, ["2026-01-10 anna parts 200", "2026-01-10 anna bikes 800"])
        #expect(try other.pay("anna", "pay", "2026-01") == "10.50")
    }

    @Test("the total begins anew with each run of days on the plan")
    func participations() throws {
        let company = try company(
            "{commission: sales, tiers: {marginal: {0 RUB: 1%, 100 RUB: 3%}}, each: event}",
            ["2026-01-05 anna bikes 150", "2026-01-25 anna bikes 150"],
            more: [
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales,2026-01-01,2026-01-10
                anna,seller,sales,2026-01-20,
                boris,seller,sales,2026-01-01,
                """
            ])
        // 1.00 + 1.50 twice, not 1.00 + 6.00
        #expect(try company.pay("anna", "pay", "2026-01") == "5.00")
    }

    @Test(
        "below zero: the mirror of what is above, or the first tier without end",
        arguments: [
            // −(400 + 200) × 1.5 %
            ("{commission: sales, rates: fees, TIERS, each: event}", "mirror", ["-1000"], "-9.00"),
            // −1 000 × 50 % × 1.5 %
            ("{commission: sales, rates: fees, TIERS, each: event}", "first", ["-1000"], "-7.50"),
            ("{commission: sales, rates: fees, TIERS, each: event}", "first", ["-1000", "1000"], "0.00"),
            // −1.50 for the part below zero and the rest of the way up: 800 × 50 % + 100 × 100 %
            ("{commission: sales, rates: fees, TIERS, each: event}", "first", ["-200", "1100"], "7.50"),
            ("{commission: sales, TIERS}", "mirror", ["-1000"], "-600.00"),
            ("{commission: sales, TIERS}", "first", ["-1000"], "-500.00"),
            ("{commission: sales, TIERS}", "first", ["900"], "500.00"),
        ])
    func belowZero(component: String, rule: String, amounts: [String], pay: String) throws {
        let tiers = Self.accelerator.dropLast() + ", below_zero: \(rule)}"
        let company = try company(
            component.replacing("TIERS", with: tiers), amounts.enumerated().map { "2026-01-1\($0) anna bikes \($1)" })
        #expect(try company.pay("anna", "pay", "2026-01") == pay)
    }

    @Test("pieces: half of 3 at 500.03 are 750.045, to even 750.04")
    func pieces() throws {
        let company = try company(
            "{commission: units, rates: prices, each: event}", ["2026-01-10 anna bikes 0 3"],
            shares: ["1,anna,50%", "1,boris,50%"], plan: "    rounding: half_even")
        #expect(try company.pay("anna", "pay", "2026-01") == "750.04")
    }

    @Test("without lines there is nothing, below the first tier there is nothing, without a target no value")
    func nothing() throws {
        let tiers = "{commission: sales, tiers: {marginal: {100 RUB: 3%}}, each: event}"
        let company = try company(tiers, ["2026-01-10 anna bikes 99"])
        #expect(try company.pay("2026-01") == ["anna pay": "0.00", "boris pay": "0.00"])
        #expect(try company.remarks("anna", "pay", "2026-01").map(\.code) == ["below-first-tier"])
        #expect(try company.remarks("boris", "pay", "2026-01").map(\.code) == ["no-volume"])
        for (target, reason) in [("target(sales)", "no-target"), ("0 RUB", "target-not-positive")] {
            let company = try self.company(
                "{commission: sales, tiers: {marginal: {0%: 1%}, target: \(target)}, each: event}",
                ["2026-01-10 anna bikes 99"])
            #expect(try company.pay("anna", "pay", "2026-01") == reason)
        }
    }

    @Test("a plan's test has no events: what is given is one line, and rates by fields have no value")
    func planTests() throws {
        for (price, pay) in [
            ("rate: 1%", "0.30 RUB"), ("tiers: {marginal: {0 RUB: 1%, 20 RUB: 2%}}", "0.41 RUB"),
            ("rates: fees", "not computable"),
        ] {
            let company = try company(
                "{commission: sales, \(price), each: event}", ["2026-01-10 anna bikes 1"],
                plan: """
                        rounding: half_even
                        tests: [{name: one line, given: {sales: 30.50 RUB}, expect: {pay: \(pay)}}]
                    """)
            let results = PlanTester(company.model).results()
            #expect(results.map(\.passed) == [true], "\(price): \(results)")
        }
    }

    @Test("the explanation shows the target, the slices of the total, and each line with its rate")
    func explanation() throws {
        let company = try company("{commission: sales, rates: fees, \(Self.accelerator), each: event}", Self.five)
        let tree = try #require(try company.explanations("anna", "2026-01").first)
        #expect(try tree.part("target").number == 1000)
        // The total of 2 200: 800, 200, 200, 800 and 200 that count nothing.
        #expect(
            tree.children.filter { $0.label.en.hasPrefix("tier from") }.compactMap(\.formula?.en) == [
                "800.00 RUB × 50 %", "200.00 RUB × 100 %", "200.00 RUB × 150 %", "800.00 RUB × 200 %",
                "200.00 RUB × 0 %",
            ])
        let lines = try tree.part("lines priced and rounded one by one: 5")
        #expect(lines.label.ru == "строк, оценённых и округлённых по одной: 5")
        #expect(lines.number?.text(places: 2) == "60.75")
        #expect(
            lines.children.map { "\($0.formula?.en ?? "") = \($0.number?.text(places: 2) ?? "")" } == [
                "1 900.00 RUB × 3 % = 57.00", "-500.00 RUB × 3 % = -15.00", "600.00 RUB × 1.5 % = 9.00",
                "350.00 RUB × 1.5 % = 5.25", "150.00 RUB × 3 % = 4.50",
            ])
    }
}
