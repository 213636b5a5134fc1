import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Anna sells for 120 000, Boris for 40 000 in January; what a changed target or entered value moves, figure by figure.
@Suite("A live run follows changed targets and entered values")
struct LiveRecordedTests {
    private static let yaml = """
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          score: {unit: percent, value: sales / target(sales)}
          grant: {unit: RUB, value: entered}
          purse: {unit: RUB, value: entered}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              reached: {bonus: '10 000 RUB * (sales / target(sales))'}
              scored: {bonus: 1 000 RUB * score}
              fee: {commission: sales, each: event, tiers: {marginal: {0%: 1%, 100%: 2%}, target: target(sales)}}
              grant: {bonus: grant}
              pool: {pool: purse, weights: sales, group: unit, nobody: cancel}
        """

    private let model: CompanyModel
    private let live: LiveRun

    init() async throws {
        let company = try TestCompany(
            staff: "anna boris", Self.yaml,
            [
                "sale.csv": """
                id,date,seller,amount
                1,2026-01-10,anna,60000
                2,2026-01-20,anna,60000
                3,2026-01-15,boris,40000
                4,2026-02-10,anna,50000

                """,
                "targets.csv": """
                metric,subject,period,value
                sales,anna,2026-01,100000
                sales,anna,2026-02,100000
                sales,boris,2026-01,80000

                """,
                "entered.csv": """
                metric,subject,period,value,author
                purse,sales,2026-01,1000,finance
                grant,anna,2026-01,500,head

                """,
            ])
        model = company.model
        live = LiveRun(await LineEngine.computed(company.model, threads: 1))
    }

    private func change(
        _ table: RecordedTable, _ metric: String, _ subject: RecordedSubject, _ month: String, _ value: Int?
    ) throws -> RecordedChange {
        RecordedChange(
            table, metric: try #require(model.metrics.firstIndex { $0.name == metric }), subject: subject,
            period: try #require(model.calendar.parse(month)), value: value.map { FixedDecimal($0) })
    }

    private func person(_ id: String) throws -> RecordedSubject {
        .person(try #require(model.people.ids.firstIndex(of: id).map { Int32($0) }))
    }

    /// What a component pays a person for a month.
    private func pay(_ id: String, _ component: String, _ month: String = "2026-01") throws -> String {
        let line = live.lines.first {
            model.people.id($0.participation.person) == id && $0.participation.period.description == month
                && model.plans[0].line($0.component).name == component
        }
        return try #require(line).amount.value?.description ?? "-"
    }

    private func names(_ moved: [LiveRun.MovedAwards]) -> [String] {
        moved.flatMap { awards in
            awards.people.map {
                "\(awards.period) \(model.people.id($0)) \(model.plans[0].line(awards.component).name)"
            }
        }
    }

    @Test("Anna's target falls from 100 000 to 80 000: 150 % instead of 120 %, and 2 % from 80 000 on")
    func target() throws {
        // 10 000 × 1.2; 1 % of 100 000 and 2 % of 20 000
        #expect(try pay("anna", "reached") == "12000.00 RUB")
        #expect(try pay("anna", "fee") == "1400.00 RUB")
        let moved = try live.apply(try change(.targets, "sales", try person("anna"), "2026-01", 80_000))
        // 10 000 × 1.5; 1 % of 80 000 and 2 % of 40 000
        #expect(try pay("anna", "reached") == "15000.00 RUB")
        #expect(try pay("anna", "fee") == "1600.00 RUB")
        #expect(try pay("anna", "reached", "2026-02") == "5000.00 RUB")
        #expect(Set(names(moved)) == ["2026-01 anna reached", "2026-01 anna scored", "2026-01 anna fee"])
    }

    @Test("a sale brings Anna from 120 % to 150 %, a higher target back to 120 %")
    func backByAnother() throws {
        #expect(try pay("anna", "scored") == "1200.00 RUB")
        var version = try #require(live.version(0, row: 0))
        let amount = try #require(model.eventKinds[0].fields.firstIndex { $0.name == "amount" })
        version.values[amount] += version.values[amount] / 2
        _ = try live.apply(EventChange(event: 0, row: 0, version: version))
        // 150 000 / 100 000
        #expect(try pay("anna", "scored") == "1500.00 RUB")
        _ = try live.apply(try change(.targets, "sales", try person("anna"), "2026-01", 125_000))
        // 150 000 / 125 000
        #expect(try pay("anna", "scored") == "1200.00 RUB")
    }

    @Test("a target for the year does not touch months that have their own")
    func otherPeriod() throws {
        #expect(try live.apply(try change(.targets, "sales", try person("anna"), "2026", 1)).isEmpty)
    }

    @Test("a target that is taken back leaves nothing to reach; set again, it pays again")
    func takenBack() throws {
        _ = try live.apply(try change(.targets, "sales", try person("boris"), "2026-01", nil))
        #expect(try pay("boris", "reached") == "-")
        #expect(try pay("boris", "fee") == "-")
        _ = try live.apply(try change(.targets, "sales", try person("boris"), "2026-01", 20_000))
        // 10 000 × 2; 1 % of 20 000 and 2 % of 20 000
        #expect(try pay("boris", "reached") == "20000.00 RUB")
        #expect(try pay("boris", "fee") == "600.00 RUB")
    }

    @Test("after a changed target, a changed sale is priced by the new tiers")
    func saleAfterTarget() throws {
        _ = try live.apply(try change(.targets, "sales", try person("anna"), "2026-01", 80_000))
        var version = try #require(live.version(0, row: 1))
        let amount = try #require(model.eventKinds[0].fields.firstIndex { $0.name == "amount" })
        version.values[amount] /= 2
        _ = try live.apply(EventChange(event: 0, row: 1, version: version))
        // 60 000 + 30 000: 1 % of 80 000 and 2 % of 10 000
        #expect(try pay("anna", "fee") == "1000.00 RUB")
    }

    @Test("an entered amount: 500 becomes 800, and is not paid when taken back")
    func entered() throws {
        #expect(try pay("anna", "grant") == "500.00 RUB")
        let moved = try live.apply(try change(.entered, "grant", try person("anna"), "2026-01", 800))
        #expect(try pay("anna", "grant") == "800.00 RUB")
        #expect(names(moved) == ["2026-01 anna grant"])
        _ = try live.apply(try change(.entered, "grant", try person("anna"), "2026-01", nil))
        #expect(try pay("anna", "grant") == "-")
    }

    @Test("a fund of 1 000 becomes 2 000: 120 000 and 40 000 of sales share it 3 : 1")
    func fund() throws {
        #expect(try pay("anna", "pool") == "750.00 RUB")
        #expect(try pay("boris", "pool") == "250.00 RUB")
        let moved = try live.apply(try change(.entered, "purse", .unit(0), "2026-01", 2_000))
        #expect(try pay("anna", "pool") == "1500.00 RUB")
        #expect(try pay("boris", "pool") == "500.00 RUB")
        #expect(Set(names(moved)) == ["2026-01 anna pool", "2026-01 boris pool"])
    }

    // MARK: What is refused

    @Test(
        "what the company does not know is refused, and nothing has changed",
        arguments: [
            (RecordedTable.targets, 99, RecordedSubject.everybody, RecordedChange.Refusal.unknownMetric(99)),
            (.targets, 0, .person(2), .unknownPerson(2)),
            (.targets, 0, .person(-1), .unknownPerson(-1)),
            (.targets, 0, .unit(7), .unknownUnit(7)),
            (.entered, 0, .everybody, .notEntered("sales")),
        ])
    func refused(
        table: RecordedTable, metric: Int, subject: RecordedSubject, refusal: RecordedChange.Refusal
    ) throws {
        let before = live.lines
        let period = try #require(model.calendar.parse("2026-01"))
        #expect(throws: refusal) {
            try live.apply(RecordedChange(table, metric: metric, subject: subject, period: period, value: 1))
        }
        #expect(live.lines == before)
        #expect(live.recordedChanges.isEmpty)
        #expect(!refusal.text.en.isEmpty && !refusal.text.ru.isEmpty)
    }
}
