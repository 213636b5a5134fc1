import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("Multiplier, gate, floor and cap")
struct ModifierTests {
    /// 5 % of 100,000 = 5,000 before the modifiers.
    private func company(_ modifiers: String, plan: String = "period: month", amount: String = "100000") throws
        -> TestCompany
    {
        try TestCompany(
            staff: "anna", Sales.paying("{commission: sales, rate: 5%\(modifiers)}", plan: plan),
            Sales.table("2026-01-10 anna \(amount)"))
    }

    @Test(
        "each alone, and together in this order",
        arguments: [
            ("", "5 000.00"), (", multiplier: 1.2", "6 000.00"), (", gate: sales >= 100 000 RUB", "5 000.00"),
            (", gate: sales > 100 000 RUB", "0.00"),
            (", gate: {when: sales > 100 000 RUB, otherwise: 50%}", "2 500.00"), (", floor: 7 000 RUB", "7 000.00"),
            (", cap: 4 000 RUB", "4 000.00"), (", floor: 5 000 RUB, cap: 5 000 RUB", "5 000.00"),
            // 5 000 × 3 = 15 000; half is left = 7 500; raised to 8 000; the cap has the last word.
            (
                ", multiplier: 3, gate: {when: sales < 0 RUB, otherwise: 50%}, floor: 8 000 RUB, cap: 7 800 RUB",
                "7 800.00"
            ),
            (", when: sales > 100 000 RUB, floor: 7 000 RUB", "0.00"),
        ])
    func order(modifiers: String, expected: String) throws {
        #expect(try company(modifiers).pay("anna", "pay", "2026-01") == expected)
    }

    @Test(
        "what each took or gave is said",
        arguments: [
            (
                ", gate: {when: sales > 100 000 RUB, otherwise: 50%}",
                "gate not passed: sales > 100000 RUB; 50 % is left, 2 500.00 RUB is taken away"
            ),
            (", floor: 7 000 RUB", "raised to the floor by 2 000.00 RUB"),
            (", cap: 4 000 RUB", "the cap took away 1 000.00 RUB"),
            (", when: sales > 100 000 RUB", "condition not met: sales > 100000 RUB"),
        ])
    func remarks(modifiers: String, expected: String) throws {
        let remark = try #require(company(modifiers).remarks("anna", "pay", "2026-01").first)
        #expect(remark.text.en == expected)
        #expect(remark.text.ru != remark.text.en)
    }

    @Test("what each took or gave is an argument with its type, not only a part of the text")
    func arguments() throws {
        func arguments(_ modifiers: String) throws -> [MessageArgument] {
            try #require(company(modifiers).remarks("anna", "pay", "2026-01").first).arguments
        }
        let roubles = Currency(code: "RUB")
        // 5 000 under a cap of 4 000: 1 000 is taken; under a floor of 7 000: 2 000 is added.
        #expect(try arguments(", cap: 4 000 RUB") == [MessageArgument("taken", .money(1_000, roubles))])
        #expect(try arguments(", floor: 7 000 RUB") == [MessageArgument("added", .money(2_000, roubles))])
        #expect(
            try arguments(", gate: {when: sales > 100 000 RUB, otherwise: 50%}") == [
                MessageArgument("condition", .name("sales > 100000 RUB")),
                MessageArgument("left", .figure(try FixedDecimal(parsing: "0.5"), unit: "percent")),
                MessageArgument("taken", .money(2_500, roubles)),
            ])
    }

    @Test("a floor under a negative commission is what is paid")
    func floorUnderReturns() throws {
        #expect(try company("", amount: "-100000").pay("anna", "pay", "2026-01") == "-5 000.00")
        #expect(try company(", floor: 0 RUB", amount: "-100000").pay("anna", "pay", "2026-01") == "0.00")
    }

    private static let twoComponents = """
        plans:
          seller:
            for: {position: seller}
            period: month
            cap: 6 000 RUB
            components:
              first: {commission: sales, rate: 5%}
              second: {commission: sales, rate: 3%}

        """

    @Test("the cap of a plan cuts from the last component backwards and says what it took")
    func planCap() throws {
        let company = try TestCompany(
            staff: "anna", Sales.kind + Self.twoComponents, Sales.table("2026-01-10 anna 100000"))
        // 5 000 + 3 000 = 8 000, 2 000 above the cap.
        #expect(try company.pay("2026-01") == ["anna first": "5 000.00", "anna second": "1 000.00"])
        #expect(
            try company.remarks("anna", "second", "2026-01").map(\.text.en) == ["the plan's cap took away 2 000.00 RUB"]
        )
        let more = try TestCompany(
            staff: "anna", Sales.kind + Self.twoComponents, Sales.table("2026-01-10 anna 200000"))
        #expect(try more.pay("2026-01") == ["anna first": "6 000.00", "anna second": "0.00"])
    }

    @Test("the cap of a plan is a person's for the period, also when he went and came back")
    func planCapOverAGap() throws {
        var tables = Sales.table("2026-01-05 anna 100000", "2026-01-25 anna 100000")
        tables["assignments.csv"] = """
            person,position,unit,from,until
            anna,seller,sales,2025-01-01,2026-01-11
            anna,seller,sales,2026-01-21,

            """
        let company = try TestCompany(staff: "anna", Sales.kind + Self.twoComponents, tables)
        // Each stretch earns 5 000 + 3 000; together 6 000 are left.
        let paid = try company.lines("2026-01").compactMap(\.amount.value?.minorUnits).reduce(0, +)
        #expect(paid == 600_000)
    }

    @Test("a plan cap without a value leaves no award rather than an award without a cap")
    func planCapWithoutValue() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  ceiling: {unit: RUB, value: entered}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    cap: ceiling
                    components: {pay: {commission: sales, rate: 5%}}
                """, Sales.table("2026-01-10 anna 100000"))
        #expect(try company.pay("anna", "pay", "2026-01") == "not-entered")
    }

    @Test(
        "an exact half kopeck: half away from zero by default, half to even when the plan says so",
        arguments: [
            ("half_away", "0.10", "0.01"), ("half_away", "0.30", "0.02"), ("half_away", "-0.10", "-0.01"),
            ("half_even", "0.10", "0.00"), ("half_even", "0.30", "0.02"), ("half_even", "0.50", "0.02"),
            ("half_even", "-0.10", "0.00"), ("half_even", "0.11", "0.01"),
        ])
    func halfKopeck(rounding: String, amount: String, expected: String) throws {
        // 5 % of 0.10 is half a kopeck, of 0.30 one and a half, of 0.50 two and a half.
        let company = try company("", plan: "period: month\n    rounding: \(rounding)", amount: amount)
        #expect(try company.pay("anna", "pay", "2026-01") == expected)
    }
}
