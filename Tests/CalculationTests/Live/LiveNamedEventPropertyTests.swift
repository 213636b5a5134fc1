import Calculation
import Company
import Formulas
import Messages
import Periods
import Testing

/// After every change of a sale or of a payment a live run holds what a calculation of everything gives.
@Suite("Property: a live run follows events that name others")
struct LiveNamedEventPropertyTests {
    private static let yaml = """
        company: {name: Named, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {all: {title: All}, north: {title: N, parent: all}, south: {title: S, parent: all}, west: {title: W, parent: all}}
        records: {product: {fields: {group: text}}, assignment: {fields: {target_bonus: money}}}
        events:
          sale:
            fields: {date: day, seller: person, client: client, product: product, amount: money, cost: money?, kind: text?}
            credit: split(share, sale.seller)
          payment: {fields: {date: day, sale: sale?, amount: money}, credit: payment.sale.seller}
        splits: {share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          paid: {unit: RUB, value: sum(payment.amount)}
          sold: {unit: RUB, value: sum(payment.sale.amount where payment.sale.kind != "sample")}
          early: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
          shared: {unit: RUB, value: sum(payment.amount), credit: 'split(share, payment.sale, payment.sale.seller)'}
          only: {unit: RUB, value: sum(payment.amount), credit: 'split(share, payment.sale)'}
          kept: {unit: RUB, value: sum(payment.amount), credit: 'team(payment.sale.client, "kam")'}
          bikes: {unit: RUB, value: sum(payment.amount where payment.sale.product.group = "bikes")}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              paid: {commission: paid, rate: 1%}
              sold: {commission: sold, rate: 0.5%}
              fee: {commission: shared, each: event, tiers: {marginal: {0 RUB: 1%, 5 000 RUB: 2%}}}
              only: {commission: only, rate: 1%}
              kept: {commission: kept, rate: 1%}
              bikes: {commission: bikes, rate: 2%, when: sales > 0 RUB}
              new: {commission: early, rate: 1%}
              owed: {bonus: '0.1% * (todate(sales) - todate(shared))'}
              pool: {pool: unit(paid) * 1%, weights: shared, nobody: cancel}
              race: {contest: [6 000 RUB, 3 000 RUB], by: paid}
          head:
            for: {position: head}
            period: quarter
            components:
              below: {commission: rollup(sold), rate: 0.1%}
              all: {commission: company(shared), rate: 0.1%}
        """

    private static func company(_ random: inout SplitMix64) throws -> TestCompany {
        var files = RandomCompany(&random, events: 150).files
        files["company.yaml"] = yaml
        files["spot.csv"] = nil
        files["sale.csv"]? += "first,2026-01-01,p2,c1,g1,1.00,,\nlast,2026-06-30,p2,c1,g1,1.00,,\n"
        var payments = "id,date,sale,amount\n"
        for number in 1...120 {
            let sale = random.chance(90) ? "\(random.integer(1...150))" : ""
            payments += "p\(number),2026-0\(random.integer(1...6))-\(random.integer(10...28)),\(sale),"
            payments += "\(random.integer(1...900_000).roubles)\n"
        }
        files["payment.csv"] = payments
        return try TestCompany(files: files)
    }

    /// A sale or a payment is another, cancelled, brought back or new.
    private static func change(_ live: LiveRun, _ random: inout SplitMix64) -> EventChange {
        let event = random.chance(60) ? 0 : 1
        let count = live.model.events[event].rowCount
        let row = random.integer(0...(count + 4))
        var version =
            live.version(event, row: row) ?? live.model.version(of: event, row: random.integer(0...(count - 3)))
        func place(_ name: String) -> Int {
            live.model.eventKinds[event].fields.firstIndex { $0.name == name } ?? 0
        }
        if random.chance(15) { return EventChange(event: event, row: row, version: nil) }
        version.values[place("amount")] = Int64(random.integer(1...900_000))
        if event == 1 {
            if random.chance(50) { version.values[place("sale")] = Int64(random.integer(0...(count + 30))) }
            if random.chance(10) { version.values[place("sale")] = EventVersion.none }
            return EventChange(event: event, row: row, version: version)
        }
        switch random.integer(0...5) {
        case 0: version.values[place("date")] += Int64(random.integer(-20...20))
        case 1: version.values[place("seller")] = Int64(random.integer(0...11))
        case 2: version.values[place("client")] = Int64(random.integer(0...19))
        case 3: version.values[place("product")] = Int64(random.integer(0...5))
        case 4: version.shares = LiveRunPropertyTests.twoShares(&random)
        default: version.shares = []
        }
        return EventChange(event: event, row: row, version: version)
    }

    @Test("after each of forty changes, all lines are those of a calculation of everything", arguments: 1...8)
    func follows(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(2_000 + seed))
        let company = try Self.company(&random)
        let live = LiveRun(await LineEngine.computed(company.model, threads: 1))
        var followed = 0
        for step in 1...40 {
            let before = live.lines
            let change = Self.change(live, &random)
            guard let moved = try? live.apply(change) else {
                #expect(live.lines == before, "seed \(seed), step \(step)")
                continue
            }
            followed += 1
            let changed = company.model.changed(by: live.changes)
            guard LiveRunPropertyTests.isWhole(live, changed, before, moved, "seed \(seed), step \(step), \(change)")
            else { return }
        }
        #expect(followed > 20)
    }
}
