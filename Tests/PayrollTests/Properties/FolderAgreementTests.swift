import Payroll
import Samples
import Storage
import Testing

/// What a company's files pay when they are run where they lie, and when they were imported, is the same.
struct FolderAgreementTests {
    @Test(
        "files that are run and files that were imported, also twice, pay the same, line by line", arguments: 1...40)
    func agreement(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let files = RandomFiles(&random)
        let company = try PayCompany(files.text, files.tables)
        // The same again, and sales that come later at the end of the last file.
        if Bool.random(using: &random) { try company.learn(files.tables, complete: Bool.random(using: &random)) }
        var tables = files.tables
        if Bool.random(using: &random) {
            tables["sale_z.csv", default: ""] += files.later
            try company.learn(["sale_z.csv": tables["sale_z.csv"] ?? ""])
        }
        for period in ["2026-01", "2026-02", "2026-03"] {
            let run = try await company.calculate(period).run
            let folder = try await FolderRun.lines(
                tables.merging(["company.yaml": files.text]) { $1 }, period)
            #expect(run.lines.map { FolderRun.text(of: $0) } == folder, "seed \(seed), \(period)")
            #expect(!folder.isEmpty)
        }
    }
}

/// Files with many sales on few days, whose identifiers stand in no order, and rules that look at the order.
private struct RandomFiles {
    let text: String
    private(set) var tables: [String: String]
    private(set) var later = ""
    private var used: Set<String> = []
    private static let people = ["w", "x10", "x9", "яна"]

    init(_ random: inout SeededGenerator) {
        let rounding = random.within(0...1) == 0 ? "half_away" : "half_even"
        text = """
            company: {name: Random, currency: RUB}
            positions: {seller: {title: Seller}}
            units: {all: {title: All}, one: {title: One, parent: all}}
            tables:
              sale_a.csv: {reads: sale}
              sale_z.csv: {reads: sale, columns: {id: number, date: day, seller: who, amount: sum, kind: kind}}
            events:
              sale: {fields: {date: day, seller: person, amount: money, kind: text?}, credit: 'split(share, sale.seller)'}
            splits: {share: {of: sale}}
            rate_tables: {rates: {by: {kind: sale.kind}, rate: percent, otherwise: 1.5%}}
            metrics:
              sold: {unit: RUB, value: sum(sale.amount)}
              latest: {unit: RUB, value: last(sale.amount)}
            plans:
              seller:
                for: {position: seller}
                period: month
                rounding: \(rounding)
                components:
                  last: {commission: latest, rate: 10%}
                  team: {commission: company(latest), rate: 1%}
                  steps: {commission: sold, tiers: {marginal: {0 RUB: 1.5%, 100 RUB: 4.5%, 300 RUB: 7%}}, each: event}
                  both: {commission: sold, rates: rates, tiers: {marginal: {0 RUB: 50%, 200 RUB: 150%}}, each: event}
            """
        tables = [
            "people.csv": "id,name\n" + Self.people.map { "\($0),\($0)\n" }.joined(),
            "assignments.csv": "person,position,unit,from,share\n"
                + Self.people.map { "\($0),seller,one,2025-01-01,50%\n\($0),seller,one,2025-01-01,25%\n" }.joined(),
            "rates.csv": random.within(0...1) == 0 ? "kind,rate\n" : "kind,rate\na,2.5%\nb,0.5%\n",
        ]
        var shares = "sale,person,share\n"
        for (name, header) in [
            ("sale.csv", "id,date,seller,amount,kind"), ("sale_a.csv", "id,date,seller,amount,kind"),
            ("sale_z.csv", "number,day,who,sum,kind"),
        ] {
            tables[name] = header + "\n" + sales(random.within(1...14), &random, &shares)
        }
        var none = ""
        later = sales(random.within(1...5), &random, &none, splits: false)
        tables["share.csv"] = shares
    }

    private mutating func sales(
        _ count: Int, _ random: inout SeededGenerator, _ shares: inout String, splits: Bool = true
    ) -> String {
        (0..<count).map { _ in
            var id = ""
            repeat {
                id =
                    ["", "a", "é", "0"][random.within(0...3)]
                    + String(random.within(1...[9, 99, 2000][random.within(0...2)]))
            } while !used.insert(id).inserted
            let seller = Self.people[random.within(0...3)]
            if splits, random.within(0...4) == 0 {
                shares += "\(id),\(Self.people[0]),33.3333333%\n\(id),\(Self.people[1]),66.6666667%\n"
            }
            let sign = random.within(0...5) == 0 ? "-" : ""
            return "\(id),2026-0\(random.within(1...3))-1\(random.within(0...1)),\(seller),"
                + "\(sign)\(random.within(1...200)).\(random.within(10...99)),\(["a", "b", ""][random.within(0...2)])\n"
        }.joined()
    }
}
