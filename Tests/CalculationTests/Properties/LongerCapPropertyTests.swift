import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("Property: caps for a longer period")
struct LongerCapPropertyTests {
    @Test("what the months pay sums to the smaller of the cap and what was earned, after every month, with returns too")
    func sums() throws {
        for seed in UInt64(81)...88 {
            var random = SplitMix64(seed: seed)
            let cap = random.integer(0...200_000)
            let rows = (1...24).map { number in
                let month = random.integer(1...12)
                let amount = random.integer(-400_000...900_000)
                return "\(number),2026-\(month < 10 ? "0" : "")\(month)-05,anna,\(amount.roubles)\n"
            }
            let tables = ["sale.csv": "id,date,seller,amount\n" + rows.joined()]
            func paid(_ component: String, _ plan: String) throws -> [Int64] {
                let company = try TestCompany(
                    staff: "anna",
                    Sales.kind + """
                        plans:
                          seller:
                            for: {position: seller}
                            period: month
                            guarantee: 0 RUB\(plan)
                            components:
                              first: {commission: sales, rate: 13.37%\(component)}
                              second: {commission: sales, rate: -3.37%}
                        """, tables)
                return try (1...12).map { month in
                    try company.lines("2026-\(month < 10 ? "0" : "")\(month)").filter {
                        !component.isEmpty ? $0.component == 0 : true
                    }.compactMap(\.amount.value?.minorUnits).reduce(0, +)
                }
            }
            let limit = "{amount: \(cap.roubles) RUB, per: year}"
            let ofComponent = try paid(", cap: \(limit)", "")
            let ofPlan = try paid("", "\n    cap: \(limit)")
            // A cap that nobody reaches makes the same figures visible without its effect.
            let free = "{amount: 999 999 999 RUB, per: year}"
            expectCapped(ofComponent, try paid(", cap: \(free)", ""), Int64(cap), "seed \(seed), component")
            expectCapped(ofPlan, try paid("", "\n    cap: \(free)"), Int64(cap), "seed \(seed), plan")
        }
    }

    @Test("people computed apart on many threads are paid as all together on one")
    func threads() async throws {
        var random = SplitMix64(seed: 89)
        let people = (1...700).map { "p\($0)" }
        let rows = (1...3000).map { number in
            "\(number),2026-0\(random.integer(1...4))-05,\(random.pick(people)),\(random.integer(-90_000...200_000).roubles)\n"
        }
        let company = try TestCompany(
            staff: people.joined(separator: " "),
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    guarantee: {amount: 900 RUB, per: quarter}
                    cap: {amount: 950 RUB, per: year}
                    components:
                      pay: {commission: sales, rate: 50%, cap: {amount: 1 000 RUB, per: quarter}}
                """, ["sale.csv": "id,date,seller,amount\n" + rows.joined()])
        let tasks = company.run.tasks(in: try company.range("2026-Q1"))
        let together = tasks.flatMap { company.run.lines($0) }
        #expect(await company.run.lines(tasks, threads: 4) == together)
        #expect(
            Set(together.flatMap(\.remarks).map(\.code)).isSuperset(of: [
                "cut-by-cap", "cut-by-plan-cap", "guarantee-later",
            ]))
    }

    private func expectCapped(_ paid: [Int64], _ earned: [Int64], _ cap: Int64, _ label: Comment) {
        var sums: (paid: Int64, earned: Int64) = (0, 0)
        for (paid, earned) in zip(paid, earned) {
            sums.paid += paid
            sums.earned += earned
            #expect(sums.paid == min(cap, sums.earned), label)
        }
    }
}
