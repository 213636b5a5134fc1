import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Five sales out of two files; which event is which after some were changed, cancelled or added.
@Suite("A company with changed events still knows which event is which")
struct ChangedEventsTests {
    private let model: CompanyModel

    init() throws {
        let company = try TestCompany(
            staff: "anna boris",
            """
            tables:
              sale.csv: {reads: sale}
              till.csv: {reads: sale}
            events:
              sale: {fields: {date: day, seller: person, amount: money(currency), currency: text?}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller: {for: {position: seller}, period: month, components: {fee: {commission: sales, rate: 1%}}}
            """,
            [
                "exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,80\n",
                "sale.csv": """
                id,date,seller,amount,currency
                a,2026-01-05,anna,100,RUB
                b,2026-01-06,boris,200,RUB
                c,2026-01-07,anna,3,USD

                """,
                "till.csv": """
                id,date,seller,amount,currency
                d,2026-01-08,boris,4,USD
                e,2026-01-09,anna,500,RUB

                """,
            ])
        model = company.model
    }

    private func cancel(_ row: Int) -> EventChange { EventChange(event: 0, row: row, version: nil) }

    private func put(_ row: Int, amount: Int64, like other: Int = 0) -> EventChange {
        var version = model.version(of: 0, row: other)
        version.values[2] = amount
        return EventChange(event: 0, row: row, version: version)
    }

    /// Every event with its amount and what it was converted from: `c 240.00 ← 3 USD, sale.csv:4`.
    private func events(_ changed: CompanyModel) -> [String] {
        let table = changed.events[0]
        return (0..<table.rowCount).map { row in
            guard case .number(let amount) = table.columns[2].value(at: row) else { return "?" }
            let conversion = table.conversions[2]?.conversion(of: row).map { " ← \($0.amount) \($0.rate.currency)" }
            let origin = table.origin(of: row).map { ", \($0.file):\($0.line)" }
            return "\(table.keys[row]) \(amount)\(conversion ?? "")\(origin ?? "")"
        }
    }

    private static let asRead = [
        "a 100, sale.csv:2", "b 200, sale.csv:3", "c 240 ← 3 USD, sale.csv:4", "d 320 ← 4 USD, till.csv:2",
        "e 500, till.csv:3",
    ]

    @Test("as read")
    func asRead() { #expect(events(model) == Self.asRead) }

    @Test("the second and the fourth cancelled: identifiers, files and conversions of the others stay theirs")
    func cancelled() {
        #expect(
            events(model.changed(by: [cancel(3), cancel(1)])) == [
                "a 100, sale.csv:2", "c 240 ← 3 USD, sale.csv:4", "e 500, till.csv:3",
            ])
    }

    @Test("of a file whose events are all cancelled nothing is left")
    func wholeFile() {
        #expect(events(model.changed(by: [cancel(0), cancel(1), cancel(2)])) == Array(Self.asRead[3...]))
        #expect(events(model.changed(by: (0..<5).map { cancel($0) })).isEmpty)
    }

    @Test("an added event has no identifier, no file and no other currency")
    func added() throws {
        let scale = try #require(model.events[0].columns[2].scale)
        let units = Int64(unitsOfOne: scale)
        #expect(events(model.changed(by: [put(5, amount: 7 * units)])) == Self.asRead + [" 7"])
    }

    @Test("another amount is not what it was converted from; another day is")
    func changedAmount() throws {
        let units = Int64(unitsOfOne: try #require(model.events[0].columns[2].scale))
        #expect(events(model.changed(by: [put(2, amount: 9 * units, like: 2)]))[2] == "c 9, sale.csv:4")
        var version = model.version(of: 0, row: 2)
        version.values[0] += 1
        let moved = model.changed(by: [EventChange(event: 0, row: 2, version: version)])
        #expect(events(moved) == Self.asRead)
    }

    @Test("of two that were added the first is cancelled later: the other is the only new one, and explained as such")
    func addedAndCancelled() async throws {
        let units = Int64(unitsOfOne: try #require(model.events[0].columns[2].scale))
        // Like the third, so that the first day stays whatever is cancelled.
        let changes = [put(5, amount: 7 * units, like: 2), put(6, amount: 8 * units, like: 2), cancel(5)]
        #expect(events(model.changed(by: changes)) == Self.asRead + [" 8"])

        let live = LiveRun(await LineEngine.computed(model, threads: 1))
        for (step, change) in changes.enumerated() {
            let before = live.lines
            let moved = try live.apply(change)
            guard LiveRunPropertyTests.isWhole(live, model.changed(by: live.changes), before, moved, "step \(step)")
            else { return }
        }
        // 1 % of 100 + 240 + 500 + 8
        #expect(live.lines.first?.amount.value?.description == "8.48 RUB")
        #expect(events(model.changed(by: live.changes)) == Self.asRead + [" 8"])
        // Its row is free, and may be taken again.
        _ = try live.apply(changes[0])
        #expect(events(model.changed(by: live.changes)) == Self.asRead + [" 7", " 8"])
        #expect(live.lines.first?.amount.value?.description == "8.55 RUB")
    }

    @Test("the events under a figure are named by their own identifiers after one was cancelled")
    func explained() throws {
        let changed = model.changed(by: [cancel(1)])
        let days = try #require(model.calendar.parse("2026-01")).range
        let awards = AwardExplainer(changed, EventEngine(changed)).awards(of: 0, in: days)
        let labels = awards.flatMap(\.nodes).map(\.label.en)
        let sales = labels.filter { $0.hasPrefix("sale ") }
        // The largest first.
        #expect(
            sales == [
                "sale e, 2026-01-09 (till.csv:3)", "sale c, 2026-01-07 (sale.csv:4)", "sale a, 2026-01-05 (sale.csv:2)",
            ])
    }
}

extension EventColumn {
    /// The decimal places of a column of numbers.
    fileprivate var scale: Int? {
        if case .decimal(_, let scale) = self { scale } else { nil }
    }
}

extension Int64 {
    /// How many units of the last place one is.
    fileprivate init(unitsOfOne places: Int) {
        self = (0..<places).reduce(1) { units, _ in units * 10 }
    }
}
