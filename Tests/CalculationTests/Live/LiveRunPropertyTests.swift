import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// After every change a live run holds what a calculation of everything gives, line by line, remarks and reasons included.
@Suite("Property: a live run follows every change")
struct LiveRunPropertyTests {
    /// Plans in columns: lines priced one by one, windows, heads above, units, pools, a contest, conditions; and one plan
    /// with a cap for the year, which is computed as a whole.
    private static let yaml = """
        company: {name: Live, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {all: {title: All}, north: {title: N, parent: all}, south: {title: S, parent: all}, west: {title: W, parent: all}}
        records: {product: {fields: {group: text}}, assignment: {fields: {target_bonus: money}}}
        events:
          sale:
            fields: {date: day, seller: person, client: client, product: product, amount: money, cost: money?, kind: text?}
            credit: split(share, sale.seller)
            computed:
              credit: round_half_even(sale.amount * share, 2)
              fee: round_half_even(sale.credit * rate(group_rates), 2)
        splits: {share: {of: sale}}
        rate_tables: {group_rates: {by: {group: sale.product.group}, rate: percent, otherwise: 1%}}
        metrics:
          sales: {unit: RUB, value: sum(sale.credit)}
          own: {unit: RUB, value: sum(sale.amount), credit: sale.seller}
          cost: {unit: RUB, value: sum(sale.cost), credit: sale.seller}
          fees: {unit: RUB, value: sum(sale.fee)}
          deals: {unit: pieces, value: count(sale)}
          clients: {unit: pieces, value: distinct(sale.client)}
          fresh: {unit: pieces, value: "todate(clients) - otherwise(previous(todate(clients)), 0 pcs)"}
          balance: {unit: RUB, value: todate(sales) - todate(own)}
          portfolio: {unit: RUB, value: sum(sale.amount where sale.kind != "sample"), credit: 'team(sale.client, "kam")'}
          middle: {unit: RUB, value: median(sale.amount), credit: sale.seller}
          grade: {unit: RUB, value: entered}
          purse: {unit: RUB, value: entered}
          score: {unit: percent, value: "clamp(round_half_even(sales / target(sales), 4), 0%, 150%)"}
        plans:
          seller:
            for: {position: seller}
            valid: {from: 2026-01-01, until: 2027-01-01}
            period: month
            target: person.target_bonus
            rounding: half_even
            components:
              fee:
                commission: sales
                each: event
                rates: group_rates
                tiers: {marginal: {0%: 50%, 80%: 100%, 120%: 150%}, target: target(sales), below_zero: first}
              bonus:
                scorecard:
                  - {kpi: score, weight: 70%, target: 100%, cap: 150%}
                  - {kpi: clients, weight: 30%, target: 5 pcs, cap: 120%}
                curve: {50%: 0%, 100%: 100%, 150%: 200%}
              new: {bonus: 100 RUB, per: fresh}
              still: {commission: 'otherwise(balance, 0 RUB)', rate: 1%, when: sales > 0 RUB, cap: 5 000 RUB}
              half: {commission: 'trailing(own, 2)', rate: 0.5%}
              typical: {bonus: '1% * otherwise(middle, 0 RUB)'}
              pool: {pool: unit(own) * 1%, weights: score, nobody: cancel}
              graded: {bonus: 'otherwise(grade, 0 RUB) + 1% * otherwise(previous(target(sales)), 0 RUB)'}
              shared: {pool: 'otherwise(purse, 0 RUB)', weights: score, group: unit, nobody: cancel}
              race: {contest: [6 000 RUB, 3 000 RUB], by: deals}
          head:
            for: {position: head}
            period: month
            components:
              overlay: {commission: rollup(sales) - sales, rate: 0.1%}
              all: {commission: company(own), rate: 0.01%}
              goals: {bonus: '0.1% * otherwise(rollup(target(sales)), 0 RUB) + 0.1% * otherwise(ytd(target(sales)), 0 RUB)'}
          care:
            for: {position: seller}
            period: quarter
            cap: {amount: 20 000 RUB, per: year}
            components:
              care: {commission: portfolio, rate: 1%}
              reached: {bonus: '10 000 RUB * (sales / target(sales))'}
        """

    static func company(_ random: inout SplitMix64) throws -> TestCompany {
        var files = RandomCompany(&random, events: 250).files
        files["company.yaml"] = yaml
        files["group_rates.csv"] = "group,rate\nbikes,3%\n"
        files["spot.csv"] = nil
        // The first day stays, whatever else changes: before it there would be no data.
        files["sale.csv"]? += "first,2026-01-01,p2,c1,g1,1.00,,\nlast,2026-06-30,p2,c1,g1,1.00,,\n"
        return try TestCompany(files: files)
    }

    /// Another amount, another day, somebody else's, another client, shared, cancelled, brought back or new.
    static func change(_ live: LiveRun, _ rows: inout Int, _ random: inout SplitMix64) -> EventChange {
        let model = live.model
        let fields = model.eventKinds[0].fields.map(\.name)
        func place(_ name: String) -> Int { fields.firstIndex(of: name) ?? 0 }
        let isNew = random.chance(15)
        let row = isNew ? rows : random.integer(0...(rows - 1))
        if isNew { rows += 1 }
        var version = live.version(0, row: row) ?? model.version(of: 0, row: random.integer(0...200))
        switch isNew ? 7 : random.integer(0...6) {
        case 0: version.values[place("amount")] = Int64(random.integer(-300_000...900_000))
        case 1: version.values[place("date")] += Int64(random.integer(-20...20))
        case 2: version.values[place("seller")] = Int64(random.integer(0...11))
        case 3: version.values[place("client")] = Int64(random.integer(0...19))
        case 4: version.shares = twoShares(&random)
        case 5: version.shares = []
        case 6: return EventChange(event: 0, row: row, version: nil)
        default: version.values[place("amount")] = Int64(random.integer(1...900_000))
        }
        return EventChange(event: 0, row: row, version: version)
    }

    @Test("after each of twenty changes, all lines are those of a calculation of everything", arguments: 1...8)
    func follows(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let company = try Self.company(&random)
        let live = LiveRun(await LineEngine.computed(company.model, threads: 1))
        var rows = company.model.events[0].rowCount - 2
        var followed = 0
        for step in 1...20 {
            let before = live.lines
            let change = Self.change(live, &rows, &random)
            guard let moved = try? live.apply(change) else {
                // What cannot be followed has changed nothing.
                #expect(live.lines == before, "seed \(seed), step \(step)")
                continue
            }
            followed += 1
            let changed = company.model.changed(by: live.changes)
            guard Self.isWhole(live, changed, before, moved, "seed \(seed), step \(step), \(change)") else { return }
        }
        #expect(followed > 10)
    }

    /// Expects the lines of a calculation of everything, and that whatever differs from the lines before was named as moved.
    ///
    /// - Returns: `false` when a line is another one.
    static func isWhole(
        _ live: LiveRun, _ changed: CompanyModel, _ before: [AwardLine], _ moved: [LiveRun.MovedAwards],
        _ comment: Comment
    ) -> Bool {
        let run = Run(changed, EventEngine(changed))
        let full = run.tasks(in: .always).flatMap { run.lines($0) }
        let lines = live.lines
        #expect(lines.count == full.count, comment)
        for (line, wanted) in zip(lines, full) where line != wanted {
            Issue.record("\(comment)\n\(line)\n\(wanted)")
            return false
        }
        #expect(named(moved).isSuperset(of: different(before, lines)), comment)
        return true
    }

    /// Parts of a split between somebody of the first six and his counterpart among the next.
    static func twoShares(_ random: inout SplitMix64) -> [EventVersion.Share] {
        let part = Int64(random.integer(1...999_999_999))
        let first = Int32(random.integer(0...5))
        return [.init(person: first, share: part), .init(person: first + 6, share: 1_000_000_000 - part)]
    }

    /// A line by its person, plan and component.
    struct Place: Hashable {
        let person: Int32
        let plan: Int
        let component: Int

        init(person: Int32, plan: Int, component: Int) {
            (self.person, self.plan, self.component) = (person, plan, component)
        }

        init(_ line: AwardLine) {
            self.init(person: line.participation.person, plan: line.plan, component: line.component)
        }
    }

    static func named(_ moved: [LiveRun.MovedAwards]) -> Set<Place> {
        var named: Set<Place> = []
        for awards in moved {
            for person in awards.people {
                named.insert(Place(person: person, plan: awards.plan, component: awards.component))
            }
        }
        return named
    }

    /// What is paid otherwise, no longer or newly, participation by participation.
    static func different(_ before: [AwardLine], _ after: [AwardLine]) -> Set<Place> {
        var left: [StintPlace: AwardLine] = [:]
        for line in before { left[StintPlace(line)] = line }
        var different: Set<Place> = []
        for line in after where left.removeValue(forKey: StintPlace(line)) != line { different.insert(Place(line)) }
        return different.union(left.values.map { Place($0) })
    }

    private struct StintPlace: Hashable {
        let participation: Participation
        let place: Place

        init(_ line: AwardLine) {
            participation = line.participation
            place = Place(line)
        }
    }
}
