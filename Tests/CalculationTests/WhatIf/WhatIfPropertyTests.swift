import Calculation
import Company
import Formulas
import Messages
import Periods
import Testing

/// Laws: to suppose rows is to read the files in which they were written so; and a run that follows single changes moves
/// the same awards.
@Suite("Supposing is the same as writing")
struct WhatIfPropertyTests {
    private struct Deal {
        var id: String
        var day: Int
        var seller: String
        var amount: Int

        var row: String {
            "\(id),2026-0\(1 + day / 28)-\(String(101 + day % 28).dropFirst()),\(seller),c1,\(amount),\n"
        }

        var fields: String {
            let cells = row.dropLast().split(separator: ",", omittingEmptySubsequences: false)
            return "date=\(cells[1]), seller=\(seller), client=c1, amount=\(amount) RUB"
        }
    }

    private static func deal(_ id: String, _ dice: inout SplitMix64) -> Deal {
        Deal(
            id: id, day: dice.integer(0...83), seller: dice.pick(["anna", "boris"]),
            amount: dice.integer(1...900_000))
    }

    private static func company(_ deals: [Deal]) -> WhatIfCompany {
        var company = OneMoreDealTests.company
        company.files["payment.csv"] = nil
        company.files["sale.csv"] = "id,date,seller,client,amount,note\n" + deals.map(\.row).joined()
        return company
    }

    @Test("added, changed and cancelled deals pay what the edited table pays", arguments: UInt64(0)..<12)
    func edited(seed: UInt64) async throws {
        var dice = SplitMix64(seed: seed)
        var deals = (1...30).map { Self.deal("\($0)", &dice) }
        let company = Self.company(deals)
        let added = (1...3).map { Self.deal("what-if-\($0)", &dice) }
        let changed = Self.deal("7", &dice)
        let scenario = WhatIfCompany.scenario(
            add: added.map { "sale: " + $0.fields }, change: ["sale 7: " + changed.fields],
            cancel: ["sale 12", "sale 30"])
        deals[6] = changed
        deals = deals.filter { $0.id != "12" && $0.id != "30" } + added
        let supposed = try company.model(scenario)
        let written = try Self.company(deals).model()
        let runs = [supposed, written].map { Run($0, EventEngine($0)) }
        let lines = runs.map { run in run.tasks(in: .always).flatMap { run.lines($0) } }
        #expect(lines[0] == lines[1])
        #expect(lines[0].count > 10)
    }

    @Test("a run that follows one more deal moves the same awards", arguments: UInt64(0)..<8)
    func followed(seed: UInt64) async throws {
        var dice = SplitMix64(seed: seed)
        let company = Self.company((1...30).map { Self.deal("\($0)", &dice) })
        let scenario = WhatIfCompany.scenario(add: ["sale: " + Self.deal("", &dice).fields])
        let (now, then) = (try company.model(), try company.model(scenario))
        let comparison = await WhatIfRun(now: now, then: then).comparison(in: .always)
        let live = LiveRun(await LineEngine.computed(now))
        let row = now.events[0].rowCount
        let moved = try live.apply(EventChange(event: 0, row: row, version: then.version(of: 0, row: row)))
        let names = moved.flatMap { awards in
            let component = now.plans[awards.plan].line(awards.component).name
            return awards.people.map { "\(awards.period) \(now.people.id($0)) \(component)" }
        }
        // A changed remark is a move for it too, so it may name more.
        let found = comparison.moved.map { "\($0.key.period) \($0.key.person) \($0.key.component)" }
        #expect(Set(found).isSubset(of: names))
        #expect(found.contains { $0.hasSuffix("vera overlay") })
    }
}
