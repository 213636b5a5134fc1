import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("Property: what the periods pay of a running total sums to the price of the whole")
struct RunningTotalTests {
    /// Sales of a year in kopecks, one in four a return, of a person who may join late and leave early.
    private func year(_ random: inout SplitMix64) -> [String: String] {
        let rows = (1...random.integer(1...40)).map { number in
            let day = "2026-\(two(random.integer(1...12)))-\(two(random.integer(1...28)))"
            let amount = random.integer(1...90_000_00) * (random.chance(25) ? -1 : 1)
            return "\(number),\(day),anna,\(amount.roubles)\n"
        }
        let from = "2026-0\(random.integer(1...3))-\(two(random.integer(1...28)))"
        let until = random.chance(50) ? "" : "2026-1\(random.integer(0...2))-\(two(random.integer(1...28)))"
        return [
            "sale.csv": "id,date,seller,amount\n" + rows.joined(),
            "assignments.csv": "person,position,unit,from,until\nanna,seller,sales,\(from),\(until)\n",
        ]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    @Test(
        "by days, months and quarters, with fractions of a kopeck and fixed parts",
        arguments: [
            ("month", "year", "2026"), ("quarter", "year", "2026"), ("day", "quarter", "2026-Q2"),
            ("month", "half", "2026-H2"), ("month", "quarter", "2026-Q1"),
        ])
    func sums(period: String, over: String, whole: String) throws {
        var random = SplitMix64(seed: 71)
        let bounds = "{0 RUB: 3.337%, 50 000 RUB: {rate: 5.119%, fixed: 700.01 RUB}, 200 000 RUB: 7.0003%}"
        let milestones = "{milestones: {10 000 RUB: 100 RUB, 90 000 RUB: 900 RUB}, of: sales"
        for mode in ["marginal", "whole"] {
            for number in 0..<6 {
                let tables = year(&random)
                func paying(_ period: String, _ keys: String) throws -> Int64 {
                    let company = try TestCompany(
                        staff: "anna",
                        Sales.kind + """
                            plans:
                              seller:
                                for: {position: seller}
                                period: \(period)
                                components:
                                  pay: {commission: sales, tiers: {\(mode): \(bounds)\(keys)}}
                                  steps: \(milestones), over: \(over)}
                            """, tables)
                    return try company.lines(whole).compactMap(\.amount.value?.minorUnits).reduce(0, +)
                }
                let once = try paying(over, "")
                // A total below zero passes no milestone; the tiers walk down below zero.
                #expect(try paying(period, ", over: \(over)") == once, "seed 71, \(mode), case \(number)")
            }
        }
    }
}
