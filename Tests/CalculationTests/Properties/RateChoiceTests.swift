import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// Which row of a rate table prices an event: what the engine finds, and what looking at every row finds.
@Suite("Property: the row of a rate table")
struct RateChoiceTests {
    private static let fields = ["a", "b", "c", "d"]
    private static let values = ["x", "y", "z", ""]

    private struct Row {
        let cells: [String]
        let from, until: Int?
        let line: Int

        func fits(_ event: [String], _ day: Int) -> Bool {
            zip(cells, event).allSatisfy { $0.isEmpty || $0 == $1 } && day >= from ?? 1 && day < until ?? 29
        }

        /// How it ranks among rows that fit: the number of filled cells, then which.
        var weight: [Int] { [cells.count { !$0.isEmpty }] + cells.map { $0.isEmpty ? 0 : 1 } }
    }

    private static func day(_ number: Int) -> String { "2026-03-\(number < 10 ? "0" : "")\(number)" }

    /// Rows with random cells and days, none of which overlaps another one with the same cells.
    private static func rows(_ dimensions: Int, _ random: inout SplitMix64) -> [Row] {
        var rows: [Row] = []
        for _ in 0..<random.integer(1...60) {
            let cells = (0..<dimensions).map { _ in random.pick(values) }
            let from = random.chance(50) ? random.integer(1...20) : nil
            let until = random.chance(50) ? random.integer(21...28) : nil
            let isTaken = rows.contains {
                $0.cells == cells && ($0.from ?? 1) < (until ?? 29) && (from ?? 1) < ($0.until ?? 29)
            }
            if !isTaken { rows.append(Row(cells: cells, from: from, until: until, line: rows.count + 2)) }
        }
        return rows
    }

    @Test("is the one that a search through all rows finds", arguments: (1...12).map { UInt64($0) })
    func sameAsSearch(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let dimensions = Int(seed) % 4 + 1
        let names = Array(Self.fields.prefix(dimensions))
        let rows = Self.rows(dimensions, &random)
        let events = (0..<300).map { _ in
            (cells: names.map { _ in random.pick(Self.values + ["w"]) }, day: random.integer(1...28))
        }
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              e: {fields: {date: day, seller: person, amount: money, \(names.map { "\($0): text?" }.joined(separator: ", "))}}
            metrics: {sales: {unit: RUB, value: sum(e.amount), credit: e.seller}}
            rate_tables: {r: {by: {\(names.map { "\($0): e.\($0)" }.joined(separator: ", "))}, rate: percent}}
            plans:
              p: {for: {position: seller}, period: month, components: {pay: {commission: sales, rates: r}}}
            """,
            [
                "r.csv": "from,until,rate,\(names.joined(separator: ","))\n"
                    + rows.map { row in
                        "\(row.from.map(Self.day) ?? ""),\(row.until.map(Self.day) ?? ""),\(row.line)%,"
                            + row.cells.joined(separator: ",") + "\n"
                    }.joined(),
                "e.csv": "id,date,seller,amount,\(names.joined(separator: ","))\n"
                    + events.enumerated().map { number, event in
                        "\(number),\(Self.day(event.day)),anna,100,\(event.cells.joined(separator: ","))\n"
                    }.joined(),
            ])
        let aggregate = try #require(company.model.aggregates.first { $0.rates != nil })
        let table = try #require(aggregate.rates)
        let chosen = try RowRates(table, RowFormulas(company.model, event: 0), date: aggregate.date).chosen
        var total = 0
        for (number, event) in events.enumerated() {
            let fitting = rows.filter { $0.fits(event.cells, event.day) }
            let best = fitting.max { $0.weight.lexicographicallyPrecedes($1.weight) }
            let found = chosen[number] < 0 ? nil : table.rows[Int(chosen[number])].place?.line
            #expect(found == best?.line, "seed \(seed), event \(number)")
            total += best?.line ?? 0
        }
        #expect(try company.pay("anna", "pay", "2026-03") == FixedDecimal(total).text(places: 2, group: " "))
    }

    @Test("a table of 1 100 pairs of codes is looked up like a small one")
    func manyCells() throws {
        let numbers = 0..<1100
        let company = try TestCompany(
            staff: "anna",
            """
            events: {e: {fields: {date: day, seller: person, amount: money, a: text, b: text}, credit: e.seller}}
            metrics: {sales: {unit: RUB, value: sum(e.amount)}}
            rate_tables: {r: {by: {a: e.a, b: e.b}, rate: percent}}
            plans:
              p: {for: {position: seller}, period: month, components: {pay: {commission: sales, rates: r}}}
            """,
            [
                "r.csv": "a,b,rate\n" + numbers.map { "a\($0),b\($0 * 7 % 1100),1%\n" }.joined() + "a5,,10%\n",
                // Every tenth pair stands in the table; a5 is priced whatever stands beside it.
                "e.csv": "id,date,seller,amount,a,b\n"
                    + numbers.map {
                        let other = $0 % 10 == 0 ? $0 * 7 % 1100 : ($0 * 7 + 1) % 1100
                        return "\($0),2026-03-01,anna,100,a\($0),b\(other)\n"
                    }.joined(),
            ])
        // 110 pairs × 100 × 1 % + 100 × 10 %
        #expect(try company.pay("anna", "pay", "2026-03") == "120.00")
    }
}
