import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// A sum that does not fit has no value; it is never the largest number, nor does it lose its sign.
@Suite("Sums at the end of the range")
struct LargeSumTests {
    /// The largest amount that a table holds.
    private static let most = "9223372036854775807"

    private static let yaml =
        Sales.kind + """
              mean: {unit: RUB, value: average(sale.amount)}
              double: {unit: RUB, value: sum(sale.amount * 2)}
              rated: {unit: RUB, value: 'sum(sale.amount * rate(fees))'}
            rate_tables: {fees: {by: {seller: sale.seller}, rate: percent, otherwise: 0.0000001%}}
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  own: {commission: sales, rate: '0.000000001'}
                  all: {commission: company(sales), rate: '0.000000001'}
                  below: {commission: rollup(sales), rate: '0.000000001'}
                  unit: {commission: unit(sales), rate: '0.000000001'}
                  mean: {commission: mean, rate: '0.000000001'}
                  rated: {bonus: 'rated * 0.0001'}
                  tiers: {commission: sales, tiers: {marginal: {0 RUB: 0.0000001%}, over: quarter}}
                  fixed: {bonus: 1 RUB, cap: company(sales)}
            """

    private static func company(_ amounts: [(String, String)]) throws -> TestCompany {
        let rows = amounts.enumerated().map { "\($0 + 1),2026-01-14,\($1.0),\($1.1)\n" }.joined()
        return try TestCompany(
            staff: "anna boris", yaml, ["sale.csv": "id,date,seller,amount\n" + rows, "fees.csv": "seller,rate\n"])
    }

    /// What everybody is paid by the reference, which columns and live changes have to agree with.
    private static func pay(_ company: TestCompany) async throws -> [String: String] {
        let task = Run.Task(plan: 0, period: try company.period("2026-01"))
        let lines = await LineEngine.computed(company.model, threads: 1)
        let run = Run(company.model, lines)
        let reference = company.run.lines(task)
        #expect(run.lines(task) == reference)
        #expect(await run.lines([task], threads: 2) == reference)
        #expect(LiveRun(lines).lines == reference)
        return try company.pay("2026-01")
    }

    @Test("1 844 of the largest amounts fit, one more does not", arguments: [1, -1])
    func largest(sign: Int) async throws {
        let amount = sign < 0 ? "-" + Self.most : Self.most
        let minus = sign < 0 ? "-" : ""
        // 9 223 372 036 854 775 807 × 1 844 = 17 007 898 035 960 206 588 108, and × 10⁻⁹ 17 007 898 035 960.21.
        let fits = try await Self.pay(Self.company((1...1_844).map { _ in ("anna", amount) }))
        for component in ["own", "all", "below", "unit", "tiers"] {
            #expect(fits["anna \(component)"] == "\(minus)17 007 898 035 960.21", "\(component)")
        }
        // The next one would be 17 017 121 407 997 061 363 915, and 17 014 118 346 046 923 173 168 is the largest number.
        let beyond = try await Self.pay(Self.company((1...1_845).map { _ in ("anna", amount) }))
        for component in ["own", "all", "below", "unit", "tiers"] {
            #expect(beyond["anna \(component)"] == "overflow", "\(component)")
        }
        // Nothing of Boris's own is too large; what he shares with Anna is. A cap that has no value leaves none.
        #expect(beyond["boris own"] == "0.00")
        #expect(beyond["boris below"] == "0.00")
        for component in ["all", "unit", "fixed"] {
            #expect(beyond["boris \(component)"] == "overflow", "\(component)")
        }
        // The mean of equal amounts is the amount: 9 223 372 036.85 when multiplied by 10⁻⁹.
        #expect(beyond["anna mean"] == "\(minus)9 223 372 036.85")
        // Each × 0.0000001 % × 0.0001 is 922 337.2036854775807: 1 845 of them 1 701 712 140.80.
        #expect(beyond["anna rated"] == "\(minus)1 701 712 140.80")
    }

    @Test(
        "amounts of both signs: the order does not decide whether their sum fits",
        arguments: 1...3 as ClosedRange<UInt64>)
    func order(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        // 3 000 of each sign cancel out; 500 000 000 is left, and of it 0.50 is paid.
        var amounts =
            (1...3_000).flatMap { _ in [("anna", Self.most), ("anna", "-" + Self.most)] } + [("anna", "500000000")]
        amounts.shuffle(using: &random)
        let pay = try await Self.pay(Self.company(amounts))
        for component in ["own", "all", "below", "unit", "tiers"] {
            #expect(pay["anna \(component)"] == "0.50", "\(component)")
        }
        let ordered = try await Self.pay(Self.company(amounts.sorted { $0.1 < $1.1 }))
        #expect(ordered["anna own"] == "0.50")
        // (6 000 × 0 + 500 000 000) ÷ 6 001 = 83 319.45, × 10⁻⁹ next to nothing.
        #expect(ordered["anna mean"] == "0.00")
    }

    @Test("the sum over the people of a group goes beyond what a table holds")
    func recorded() throws {
        // Two of the largest amounts are 18 446 744 073 709 551 614.
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + "  points: {unit: RUB, value: entered}\n",
            [
                "entered.csv": """
                metric,subject,period,value,author
                points,anna,2026-01,\(Self.most),anna
                points,boris,2026-01,\(Self.most),anna

                """
            ])
        #expect(try company.figure("points", of: "sales", "2026-01") == "18 446 744 073 709 551 614.00 RUB")
    }

    @Test("more lines that come to a person later never wrap his sum")
    func live() async throws {
        let company = try Self.company([("anna", Self.most), ("boris", "1")])
        let live = LiveRun(await LineEngine.computed(company.model, threads: 1))
        var version = try #require(live.version(0, row: 0))
        for row in 2...5 {
            guard (try? live.apply(EventChange(event: 0, row: row, version: version))) != nil else { break }
            version.values[2] -= 1
        }
        let changed = company.model.changed(by: live.changes)
        let run = Run(changed, EventEngine(changed))
        #expect(live.lines == run.tasks(in: .always).flatMap { run.lines($0) })
    }
}
