import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("An award explained")
struct AwardTreeTests {
    private static let seeds: [UInt64] = [91, 92]

    private func each(
        _ component: String, seed: UInt64, _ body: (AwardLine, Explanation, TestCompany) throws -> Void
    ) throws {
        var random = SplitMix64(seed: seed)
        var files = RandomCompany(&random, events: 150).files
        // The plan's cap is not part of a component's own tree.
        files["company.yaml"] = files["company.yaml"]?.replacing("    cap: 200 000 RUB\n", with: "")
        let company = try TestCompany(files: files)
        for person in RandomCompany.people {
            let number = try company.person(person)
            let lines = try company.lines("2026-Q2").filter {
                $0.participation.person == number && company.model.plans[$0.plan].line($0.component).name == component
            }
            let trees = try company.explanations(person, "2026-Q2", component: component)
            #expect(lines.count == trees.count)
            for (line, tree) in zip(lines, trees) {
                #expect(line.amount.value?.amount == tree.number, "seed \(seed), \(person)")
                try body(line, tree, company)
            }
        }
    }

    private func rounded(_ amount: FixedDecimal) throws -> FixedDecimal { try amount.rounded(toPlaces: 2) }

    @Test(
        "scorecard: actual, target, attainment, what counts, weight, index, payout, target pay, time, award",
        arguments: seeds)
    func scorecard(seed: UInt64) throws {
        var seen = 0
        try each("bonus", seed: seed) { line, tree, _ in
            let index = try tree.part("weighted attainment").number
            let points = try tree.children.prefix(2).map { try #require($0.number) }.sum()
            #expect(points == index, "seed \(seed)")
            for kpi in tree.children.prefix(2) { try check(kpi, seed) }
            guard let payout = try tree.part("payout").number, let pay = try tree.part("target pay").number else {
                return
            }
            let whole = try pay.multiplied(by: payout)
            let award = try rounded(
                line.participation.timeShare == .one ? whole : whole.multiplied(by: line.participation.timeShare))
            #expect(tree.number == award, "seed \(seed)")
            seen += 1
        }
        #expect(seen > 20)
    }

    private func check(_ kpi: Explanation, _ seed: UInt64) throws {
        guard let attainment = try kpi.part("attainment").number else {
            #expect(kpi.number == .zero)
            return
        }
        let actual = try #require(try kpi.part("actual").number)
        let target = try #require(try kpi.part("target").number)
        #expect(try attainment == actual.divided(by: target), "seed \(seed)")
        let counted = kpi.children.first { $0.label.en == "counts as" }?.number ?? attainment
        let weight = try #require(try kpi.part("weight").number)
        #expect(try kpi.number == counted.multiplied(by: weight), "seed \(seed)")
    }

    @Test("commission: the tiers' volumes sum to what it is paid on and their earnings to the award", arguments: seeds)
    func tiers(seed: UInt64) throws {
        try each("commission", seed: seed) { _, tree, _ in
            let tiers = tree.children.filter { $0.label.en.hasPrefix("tier from") }
            let earned = try rounded(tiers.compactMap(\.number).sum())
            #expect(tree.number == earned, "seed \(seed)")
        }
    }

    @Test("rates: what each group earned sums to the award", arguments: seeds)
    func rates(seed: UInt64) throws {
        try each("by_group", seed: seed) { _, tree, _ in
            let table = try tree.part("priced by a rate table")
            #expect(try table.children.compactMap(\.number).sum() == table.number, "seed \(seed)")
            #expect(try tree.number == rounded(try #require(table.number)), "seed \(seed)")
        }
    }

    @Test("the events under a sum, with the rest in one line, add up to it", arguments: seeds)
    func sums(seed: UInt64) throws {
        var seen = 0
        for component in ["commission", "bonus", "overlay"] {
            try each(component, seed: seed) { _, tree, _ in
                for node in tree.nodes where node.label.en.hasPrefix("sum(") && !node.children.isEmpty {
                    let sum = try node.children.compactMap(\.number).sum()
                    #expect(sum == node.number, "seed \(seed): \(node.label.en)")
                    seen += 1
                }
            }
        }
        #expect(seen > 50)
    }

    @Test("metrics: a difference of parts is their difference, all the way down")
    func differences() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  returned: {unit: RUB, value: "sum(sale.amount where sale.amount < 0 RUB)"}
                  net: {unit: RUB, value: sales - returned}
                plans: {seller: {for: {position: seller}, period: month, components: {pay: {commission: net, rate: 10%}}}}
                """, Sales.table("2026-01-10 anna 1000", "2026-01-11 anna -300", "2026-01-12 anna 20.50"))
        let tree = try #require(company.explanations("anna", "2026-01").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-01 · seller · pay: 102.05 RUB",
                "├─ commission is paid on: 1 020.50 RUB  = net",
                "│  └─ net: 1 020.50 RUB  = sales - returned",
                "│     ├─ sales: 720.50 RUB  = sum(sale.amount)",
                "│     │  └─ sum(sale.amount): 720.50 RUB  [3 events]",
                "│     │     ├─ sale 1, 2026-01-10 (sale.csv:2): 1 000.00 RUB",
                "│     │     ├─ sale 2, 2026-01-11 (sale.csv:3): -300.00 RUB",
                "│     │     └─ sale 3, 2026-01-12 (sale.csv:4): 20.50 RUB",
                "│     └─ returned: -300.00 RUB  = sum(sale.amount where sale.amount < 0 RUB)",
                "│        └─ sum(sale.amount where sale.amount < 0 RUB): -300.00 RUB  [1 event]",
                "│           └─ sale 2, 2026-01-11 (sale.csv:3): -300.00 RUB",
                "└─ rate: 10 %",
            ])
    }

    @Test("a pool shows its fund and every weight, a contest its standings")
    func shared() throws {
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components:
                      pool: {pool: 900 RUB, weights: sales, nobody: cancel}
                      race: {contest: [500 RUB], by: sales}
                """, Sales.table("2026-01-10 anna 100", "2026-01-11 boris 200"))
        let trees = try company.explanations("boris", "2026-01")
        let pool = try #require(trees.first)
        #expect(pool.number == 600)
        #expect(try pool.part("fund").number == 900)
        #expect(try pool.part("weights").children.map(\.number) == [100, 200])
        let race = try #require(trees.last)
        #expect(try race.part("standings").children.map(\.label.en) == ["1. boris", "2. anna"])
    }

    @Test("a carried fund is explained by its own part and the whole that was divided")
    func carried() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{pool: 1 000 RUB, weights: sales, nobody: carry}", plan: "period: month\n    valid: {from: 2026-01-01}"
            ),
            Sales.table("2026-03-10 anna 300", "2025-12-01 anna 1"))
        let tree = try #require(company.explanations("anna", "2026-03").first)
        #expect(tree.number == 3000)
        #expect(try tree.part("fund").number == 1000)
        #expect(try tree.part("fund with what earlier periods could not divide").number == 3000)
    }

    @Test("gate, floor and cap stand in the tree with what they compared")
    func modifiers() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, rate: 10%, gate: {when: sales > 500 RUB, otherwise: 50%}, floor: 60 RUB, cap: 55 RUB}"
            ),
            Sales.table("2026-01-10 anna 100"))
        let tree = try #require(company.explanations("anna", "2026-01").first)
        #expect(try tree.part("gate").content == .answer(false))
        #expect(try tree.part("gate").formula?.en == "sales > 500 RUB")
        #expect(try tree.part("floor").number == 60)
        #expect(try tree.part("cap").number == 55)
        #expect(tree.number == 55)
        #expect(
            tree.note?.en
                == "gate not passed: sales > 500 RUB; 50 % is left, 5.00 RUB is taken away; "
                + "raised to the floor by 55.00 RUB; the cap took away 5.00 RUB"
        )
        #expect(
            tree.note?.ru
                == "отсечка не пройдена: sales > 500 RUB; остаётся 50\u{A0}%, снято 5,00\u{A0}RUB; "
                + "доплата до минимума 55,00\u{A0}RUB; потолок срезал 5,00\u{A0}RUB"
        )
    }
}
