import Quantities
import Testing

@Suite("Property: split events")
struct SplitEventTests {
    private static let people = ["anna", "boris", "vera", "yuri"]

    private static let yaml = """
        events:
          sale: {fields: {date: day, amount: money, cost: money}, credit: split(share)}
        splits: {share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          margin: {unit: RUB, value: sum(sale.amount - sale.cost)}
          deals: {unit: pieces, value: count(sale)}
          sales_of_all: {unit: RUB, value: company(sales)}
          margin_of_all: {unit: RUB, value: company(margin)}
          deals_of_all: {unit: pieces, value: company(deals)}
        """

    /// Shares of random hundredths of a percent that total exactly 100 %.
    private func shares(_ count: Int, _ random: inout SplitMix64) -> [Int] {
        var left = 10_000
        var shares: [Int] = []
        for remaining in (1..<max(count, 1)).reversed() {
            let share = random.integer(1...(left - remaining))
            shares.append(share)
            left -= share
        }
        return shares + [left]
    }

    private func tables(_ events: Int, _ random: inout SplitMix64) -> [String: String] {
        var sales = "id,date,amount,cost\n"
        var parts = "sale,person,share\n"
        for number in 1...events {
            let day = random.integer(10...28)
            sales += "\(number),2026-01-\(day),\(random.integer(-9_999_99...9_999_99).roubles)"
            sales += ",\(random.integer(0...9_999_99).roubles)\n"
            let people = Self.people.shuffled(using: &random).prefix(random.integer(1...4))
            for (person, share) in zip(people, shares(people.count, &random)) {
                parts += "\(number),\(person),\(share.roubles)%\n"
            }
        }
        return ["sale.csv": sales, "share.csv": parts]
    }

    @Test(
        "the parts of 1,000 split events sum to the whole, to the kopeck, whatever the order of the rows",
        arguments: [11, 12, 13, 14] as [UInt64])
    func parts(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tables = tables(1000, &random)
        let company = try TestCompany(staff: Self.people.joined(separator: " "), Self.yaml, tables)
        var other = tables.mapValues { random.shuffled($0) }
        let staff = Self.people.shuffled(using: &random).joined(separator: " ")
        other["assignments.csv"] = nil
        let shuffled = try TestCompany(staff: staff, Self.yaml, other)
        for metric in ["sales", "margin", "deals"] {
            let whole = try company.figure("\(metric)_of_all", of: "company", "2026-01")
            #expect(try company.figure(metric, of: "sales", "2026-01") == whole, "seed \(seed)")
            for person in Self.people {
                let figure = try company.figure(metric, of: person, "2026-01")
                #expect(try shuffled.figure(metric, of: person, "2026-01") == figure, "seed \(seed), \(person)")
            }
        }
    }

    @Test(
        "each single split event: no part further than a kopeck from its exact share", arguments: [21, 22] as [UInt64])
    func nearness(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tables = tables(1, &random)
        let company = try TestCompany(staff: Self.people.joined(separator: " "), Self.yaml, tables)
        let whole = try FixedDecimal(
            parsing: tables["sale.csv"]?.split(separator: "\n")[1].split(separator: ",")[2] ?? "")
        for row in tables["share.csv"]?.split(separator: "\n").dropFirst() ?? [] {
            let cells = row.split(separator: ",")
            let share = try FixedDecimal(parsing: cells[2].dropLast()).divided(by: 100)
            let exact = try whole.multiplied(by: share)
            let figure = try company.figure("sales", of: String(cells[1]), "2026-01").dropLast(4).filter { $0 != " " }
            let distance = try FixedDecimal(parsing: figure).subtracting(exact).magnitude()
            #expect(distance < (try FixedDecimal(parsing: "0.01")), "seed \(seed): \(row)")
        }
    }
}
