import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Anna sells for 100 000 in January, of which 40 000 are paid in February; the sale changes after that.
@Suite("A live run follows what payments take from their sales")
struct LiveNamedEventTests {
    private static let yaml = """
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
          payment: {fields: {date: day, sale: sale?, amount: money}, credit: payment.sale.seller}
        splits: {sale_share: {of: sale}}
        metrics:
          sold: {unit: RUB, value: sum(payment.sale.amount)}
          paid: {unit: RUB, value: sum(payment.amount)}
          shared: {unit: RUB, value: sum(payment.amount), credit: 'split(sale_share, payment.sale, payment.sale.seller)'}
          sales_paid: {unit: pieces, value: distinct(payment.sale)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              sold: {commission: sold, rate: 1%}
              paid: {commission: paid, rate: 1%}
              shared: {commission: shared, rate: 1%}
              count: {bonus: 100 RUB, per: sales_paid}
        """

    private let model: CompanyModel
    private let live: LiveRun

    init() async throws {
        let company = try TestCompany(
            staff: "anna boris", Self.yaml,
            [
                "sale.csv": """
                id,date,seller,amount
                s1,2026-01-10,anna,100000
                s2,2026-01-20,boris,50000
                s3,2026-01-25,boris,70000
                s4,2026-01-02,boris,60000

                """,
                "payment.csv": """
                id,date,sale,amount
                p1,2026-02-05,s1,40000
                p2,2026-02-06,s2,50000
                p3,2026-03-06,,10000

                """,
                "sale_share.csv": "sale,person,share\ns2,anna,30%\ns2,boris,70%\n",
            ])
        model = company.model
        live = LiveRun(await LineEngine.computed(company.model, threads: 1))
    }

    private func place(_ event: Int, _ field: String) throws -> Int {
        try #require(model.eventKinds[event].fields.firstIndex { $0.name == field })
    }

    private func version(_ event: Int, _ row: Int) throws -> EventVersion {
        try #require(live.version(event, row: row))
    }

    private func pay(_ id: String, _ component: String) throws -> String {
        let line = live.lines.first {
            model.people.id($0.participation.person) == id && $0.participation.period.description == "2026-02"
                && model.plans[0].line($0.component).name == component
        }
        return try #require(line).amount.value?.description ?? "-"
    }

    /// Whether a calculation of everything gives the same.
    private func isFull() -> Bool {
        let changed = model.changed(by: live.changes)
        let run = Run(changed, EventEngine(changed))
        return live.lines == run.tasks(in: .always).flatMap { run.lines($0) }
    }

    @Test("the sale of 100 000 becomes one of 80 000: 1 % of it is 800 instead of 1 000, of the payment still 400")
    func amount() throws {
        #expect(try pay("anna", "sold") == "1000.00 RUB")
        #expect(try pay("anna", "paid") == "400.00 RUB")
        var sale = try version(0, 0)
        sale.values[try place(0, "amount")] = sale.values[try place(0, "amount")] / 100 * 80
        let moved = try live.apply(EventChange(event: 0, row: 0, version: sale))
        #expect(try pay("anna", "sold") == "800.00 RUB")
        #expect(try pay("anna", "paid") == "400.00 RUB")
        #expect(moved.map(\.period.description) == ["2026-02"])
        #expect(moved.map(\.people) == [[0]])
        #expect(isFull())
    }

    @Test("the sale becomes boris's, and its payment of 40 000 with it: 1 % of 90 000")
    func seller() throws {
        #expect(try pay("boris", "paid") == "500.00 RUB")
        var sale = try version(0, 0)
        sale.values[try place(0, "seller")] = 1
        _ = try live.apply(EventChange(event: 0, row: 0, version: sale))
        #expect(try pay("anna", "paid") == "0.00 RUB")
        #expect(try pay("boris", "paid") == "900.00 RUB")
        #expect(isFull())
    }

    @Test("shares of 30 % and 70 % become halves: of the payment of 50 000 anna has 25 000 besides her 40 000")
    func shares() throws {
        // 1 % of 40 000 + 15 000, and of 35 000
        #expect(try pay("anna", "shared") == "550.00 RUB")
        #expect(try pay("boris", "shared") == "350.00 RUB")
        var sale = try version(0, 1)
        sale.shares = [.init(person: 0, share: 500_000_000), .init(person: 1, share: 500_000_000)]
        _ = try live.apply(EventChange(event: 0, row: 1, version: sale))
        #expect(try pay("anna", "shared") == "650.00 RUB")
        #expect(try pay("boris", "shared") == "250.00 RUB")
        sale.shares = []
        _ = try live.apply(EventChange(event: 0, row: 1, version: sale))
        #expect(try pay("boris", "shared") == "500.00 RUB")
        #expect(isFull())
    }

    @Test("a payment that names another sale takes from that one, and follows it from then on")
    func otherSale() throws {
        var payment = try version(1, 0)
        payment.values[try place(1, "sale")] = 1
        _ = try live.apply(EventChange(event: 1, row: 0, version: payment))
        // Two payments of the sale of 50 000
        #expect(try pay("boris", "sold") == "1000.00 RUB")
        #expect(try pay("boris", "count") == "100.00 RUB")
        #expect(try pay("anna", "sold") == "0.00 RUB")
        var sale = try version(0, 1)
        sale.values[try place(0, "amount")] *= 2
        _ = try live.apply(EventChange(event: 0, row: 1, version: sale))
        #expect(try pay("boris", "sold") == "2000.00 RUB")
        #expect(isFull())
    }

    @Test("once its payment is cancelled a sale can be; the rows behind both move up, and still name what they named")
    func cancelled() throws {
        _ = try live.apply(EventChange(event: 1, row: 0, version: nil))
        _ = try live.apply(EventChange(event: 0, row: 0, version: nil))
        #expect(try pay("anna", "sold") == "0.00 RUB")
        #expect(try pay("boris", "sold") == "500.00 RUB")
        #expect(isFull())
    }

    // MARK: What is refused

    @Test("a sale that a payment names is not cancelled, and nothing has changed")
    func named() throws {
        let before = live.lines
        let refusal = LiveRun.CannotFollow.isNamed(kind: "sale", row: 0, by: "payment", naming: 0)
        #expect(throws: refusal) { try live.apply(EventChange(event: 0, row: 0, version: nil)) }
        #expect(live.lines == before)
        #expect(live.changes.isEmpty)
        #expect(refusal.text.en == "sale in row 0 is named by payment in row 0; cancel or change that one first")
        #expect(refusal.text.ru.contains("сначала отмените"))
    }

    @Test("a payment cannot name a sale that is not there", arguments: [-7, 4, 99])
    func unknown(row: Int64) throws {
        var payment = try version(1, 0)
        payment.values[try place(1, "sale")] = row
        let refusal = LiveRun.CannotFollow.unknownEvent(kind: "sale", row: Int(row))
        #expect(throws: refusal) { try live.apply(EventChange(event: 1, row: 0, version: payment)) }
        #expect(live.changes.isEmpty)
        #expect(!refusal.text.en.isEmpty && !refusal.text.ru.isEmpty)
    }

    @Test("a sale that no payment had named has no code among the sales counted: everything is to be computed anew")
    func withoutCode() throws {
        var payment = try version(1, 0)
        payment.values[try place(1, "sale")] = 2
        #expect(throws: LiveRun.CannotFollow.needsNewLayout) {
            try live.apply(EventChange(event: 1, row: 0, version: payment))
        }
        #expect(live.changes.isEmpty)
    }
}
