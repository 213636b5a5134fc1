import Company
import Formulas
import Messages
import Quantities
import Testing

@testable import Calculation

/// The parts of a split event's computed value are whole kopecks, however large the value is.
struct SharedValueTests {
    private static func company(_ amount: String, _ value: String) throws -> TestCompany {
        let yaml = """
            company: {name: Test, currency: RUB}
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: 'split(share)'}
            splits: {share: {of: sale}}
            metrics:
              figure: {unit: RUB, value: '\(value)'}
            plans:
              p: {for: {position: seller}, period: month, components: {c: {commission: figure, rate: 100%}}}
            """
        return try TestCompany(
            staff: "a b", yaml,
            [
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,a,\(amount)\n",
                "share.csv": "sale,person,share\n1,a,70%\n1,b,30%\n",
            ])
    }

    @Test(
        "70 % and 30 %: each its whole kopecks, what is left of a kopeck to the first",
        arguments: [
            // 1 234.56 × 7.5 % = 92.592: 64.81 and 27.77 whole; the next kopeck to b (0.0076 > 0.0044), 0.002 to a.
            ("1234.56", "sum(sale.amount * 7.5%)", "64.812", "27.78"),
            // 12 345.67 × 7.5 % = 925.92525: 648.14 and 277.77 (648.147675, 277.777575); 0.01 to a (0.007675 > 0.007575), and what
            // is left of a kopeck, 0.00525.
            ("12345.67", "sum(sale.amount * 7.5%)", "648.15525", "277.77"),
            // The bound of 64-bit numbers with 16 places is 922.337…
            ("922.337", "sum(sale.amount - 0 RUB)", "645.637", "276.70"),
            ("922.338", "sum(sale.amount - 0 RUB)", "645.638", "276.70"),
            ("922.338", "sum(sale.amount)", "645.638", "276.70"),
            ("-922.338", "sum(sale.amount - 0 RUB)", "-645.638", "-276.70"),
            // 10 000 000.01 halves the kopeck: 7 000 000.007 and 3 000 000.003; it goes to a.
            ("10000000.01", "sum(sale.amount * 1)", "7000000.01", "3000000.00"),
        ])
    func parts(amount: String, value: String, first: String, second: String) async throws {
        let company = try Self.company(amount, value)
        let fast = Run(company.model, await LineEngine.computed(company.model))
        for (person, expected) in [("a", first), ("b", second)] {
            let number = try company.person(person)
            let days = try company.range("2026-01")
            let figure = company.run.source.figure(0, of: [GroupPart(person: number, days: days)], in: days)
            #expect(try figure.value == FixedDecimal(parsing: expected))
            let other = fast.source.figure(0, of: [GroupPart(person: number, days: days)], in: days)
            #expect(other == figure)
        }
    }

    @Test("parts are the whole, and the same as those of the amount itself, at every size")
    func law() throws {
        var random = SplitMix64(seed: 922)
        for _ in 0..<200 {
            let digits = random.integer(1...14)
            let text = String((0..<digits).map { _ in Character(String(random.integer(0...9))) })
            let amount = "1" + text + "." + String(random.integer(100...999))
            let plain = try Self.company(amount, "sum(sale.amount)")
            let computed = try Self.company(amount, "sum(sale.amount - 0 RUB)")
            for company in [plain, computed] {
                let parts = try ["a", "b"].map { person in
                    let days = try company.range("2026-01")
                    let part = GroupPart(person: try company.person(person), days: days)
                    return try #require(company.run.source.figure(0, of: [part], in: days).value)
                }
                #expect(try parts[0].adding(parts[1]) == FixedDecimal(parsing: amount))
            }
            #expect(try plain.pay("2026-01") == computed.pay("2026-01"), "\(amount)")
        }
    }
}
