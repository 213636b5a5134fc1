import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Company

@Suite("Steps of reading: what formulas say")
struct RuleStepTests {
    private let events = "events: {sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}}\n"

    private func metrics(_ steps: Steps) -> MetricChains {
        let parameters = ParametersReader.read(steps.documents, steps.names, steps.findings)
        return MetricsReader(
            documents: steps.documents, names: steps.names, parameters: parameters, findings: steps.findings
        ).read()
    }

    private func formulas(_ steps: Steps) -> FormulaReader {
        FormulaReader(names: steps.names, chains: metrics(steps), parameters: [], findings: steps.findings)
    }

    @Test("computed values: each is known to those below it, and a faulty one to none")
    func computed() {
        let steps = Steps(
            "events: {sale: {fields: {date: day, amount: money}, computed: {half: sale.amount / 2, more: sale.half + sale.mount}}}"
        )
        let kinds = Kinds(steps.documents, Currency(code: "RUB"), steps.findings)
        ComputedValuesReader(written: kinds.computed, names: kinds.names, findings: steps.findings).read()
        guard case .formula? = kinds.names.computed[0]?["half"], case .faulty? = kinds.names.computed[0]?["more"] else {
            Issue.record("half is a formula, more is faulty")
            return
        }
        #expect(steps.found == ["unknown-name"])
    }

    @Test("rate tables: the fields that choose a rate, and the rows")
    func rateTables() throws {
        let steps = Steps(
            events + "rate_tables: {rates: {by: {who: sale.seller}, rate: percent, otherwise: 1%}}",
            ["people.csv": "id,name\nanna,Anna", "rates.csv": "who,rate\nanna,3%\nboris,4%"])
        let records = Records(steps.documents, steps.tables, steps.findings)
        RateTablesReader(steps.documents, steps.tables.knowing(records), steps.findings).read()
        let table = try #require(steps.names.rateTables["rates"])
        #expect(!table.isMoney && table.table.rows.map(\.cells) == [["anna"], ["boris"]])
        #expect(table.table.otherwise == (try FixedDecimal(parsing: "0.01")))
        #expect(steps.found == ["unknown-record"])
    }

    @Test("parameters: each value holds until the next begins")
    func parameters() {
        let steps = Steps(
            "parameters: {rate: 5%, fee: [{from: 2026-02-01, value: 20 RUB}, {from: 2026-01-01, value: 10 RUB}]}")
        let parameters = ParametersReader.read(steps.documents, steps.names, steps.findings)
        #expect(parameters.map(\.name) == ["rate", "fee"])
        #expect(parameters.map(\.unit.isPercent) == [true, false])
        #expect(parameters[1].values.entries.map(\.value) == [FixedDecimal(10), FixedDecimal(20)])
        #expect(steps.names.parameters["fee"]?.number == 1)
    }

    @Test("metrics may name each other in any order; a circle is broken where it closes")
    func chains() {
        let steps = Steps(
            events
                + "metrics: {twice: {unit: RUB, value: sales * 2}, sales: {unit: RUB, value: sum(sale.amount)}, a: {unit: RUB, value: b}, b: {unit: RUB, value: a}}"
        )
        let chains = metrics(steps)
        #expect(chains.metrics.map(\.name) == ["twice", "sales", "a", "b"])
        #expect(chains.sizes[0].height == 3 && chains.sizes[1].height == 1)
        #expect(
            chains.metrics.map { if case .entered = $0.source { true } else { false } } == [false, false, true, false])
        #expect(steps.names.aggregates.map(\.text) == ["sum(sale.amount)"])
        #expect(steps.found == ["cycle"])
    }

    @Test("targets and entered values: by metric, subject and period")
    func values() {
        let steps = Steps(
            events + "metrics: {sales: {unit: RUB, value: sum(sale.amount)}, mark: {unit: percent, value: entered}}",
            [
                "people.csv": "id,name\nanna,Anna",
                "targets.csv":
                    "metric,subject,period,value\nsales,anna,2026-01,100\nsales,,2026-01,500\nsale,,2026-01,1",
                "entered.csv":
                    "metric,subject,period,value,author\nmark,anna,2026-01,90%,anna\nsales,anna,2026-01,1,anna",
            ])
        let records = Records(steps.documents, steps.tables, steps.findings)
        let values = WrittenValues(metrics(steps).metrics, steps.tables.knowing(records), steps.findings)
        #expect(values.targets.values.count == 2 && values.entered.values.count == 1)
        #expect(values.entered.values.map(\.value.value) == [try? FixedDecimal(parsing: "0.9")])
        #expect(steps.found == ["not-entered", "unknown-name"])
    }

    @Test("goals: those of a person and a period weigh 100 % together")
    func goals() {
        let steps = Steps(
            "",
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris",
                "goals.csv": "person,period,goal,weight\nanna,2026-Q1,b,60%\nanna,2026-Q1,a,40%\nboris,2026-Q1,a,90%",
            ])
        let records = Records(steps.documents, steps.tables, steps.findings)
        let goals = GoalsReader(steps.tables.knowing(records), steps.findings).read()
        #expect(Set(goals.values.values.map { $0.map(\.id) }) == [["a", "b"], ["a"]])
        #expect(steps.found.contains("weights-total"))
    }

    @Test("rewards on the spot: in the order of giving, by another person")
    func rewards() {
        let steps = Steps(
            "",
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris",
                "spot.csv":
                    "id,person,given,amount,author,reason\n2,anna,2026-03-06 10:00,100,boris,a\n1,anna,2026-03-05 10:00,50,boris,b\n3,anna,2026-03-07 10:00,1,anna,c",
            ])
        let records = Records(steps.documents, steps.tables, steps.findings)
        let rewards = SpotRewardsReader(steps.tables.knowing(records), steps.findings).read()
        #expect(rewards.map(\.id) == ["1", "2"])
        #expect(steps.found.contains("own-reward"))
    }

    @Test("plans and reports: a report knows the plans, and of one too faulty to be read nothing is said twice")
    func plansAndReports() {
        let steps = Steps(
            events
                + """
                metrics: {sales: {unit: RUB, value: sum(sale.amount)}}
                plans:
                  base: {for: {}, period: month, components: {fee: {commission: sales, rate: 5%}}}
                  bad: [1]
                reports:
                  sheet: {plan: base, columns: {sales: sales, fee: pay(fee)}}
                  other: {plan: bad, columns: {sales: sales}}
                  third: {plan: bas, columns: {sales: sales}}
                """)
        let records = RecordFinder(steps.tables.knowing(Records(steps.documents, steps.tables, steps.findings)))
        let formulas = formulas(steps)
        let plans = PlanReader(steps.documents, SupposedPlans(), records, formulas, steps.findings).read()
        #expect(plans.map(\.name) == ["base"])
        #expect(steps.found == ["wrong-shape"])
        let reports = ReportsReader(
            documents: steps.documents, plans: plans, formulas: formulas, findings: steps.findings
        ).read()
        #expect(reports.map(\.name) == ["sheet"])
        #expect(reports[0].columns.map(\.name) == ["sales", "fee"])
        #expect(steps.found == ["wrong-shape", "unknown-name"])
    }

    @Test("columns that formulas ask for in named events are filled when all formulas are read")
    func gathered() {
        let steps = Steps(
            """
            events:
              sale: {fields: {date: day, amount: money}}
              payment: {fields: {paid: day, sale: sale}, date: paid}
            metrics: {paid: {unit: RUB, value: sum(payment.sale.amount)}}
            """, ["sale.csv": "id,date,amount\n7,2026-01-10,100", "payment.csv": "id,paid,sale\n1,2026-02-01,7"])
        let events = Events(ExchangeRates(), steps.tables, steps.findings)
        #expect(events.tables[1].columns.count == 2)
        _ = metrics(steps)
        #expect(steps.names.eventKinds[1].fields.map(\.name) == ["paid", "sale", "sale.amount"])
        let gathered = events.gathered(steps.names)
        #expect(gathered.tables[1].columns.count == 3 && events.tables[1].columns.count == 2)
        #expect(steps.found == [])
    }
}
