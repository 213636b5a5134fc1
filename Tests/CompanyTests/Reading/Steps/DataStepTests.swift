import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Company

@Suite("Steps of reading: what a text defines")
struct TextStepTests {
    @Test("documents: definitions by section, in the order of the files")
    func documents() {
        let files = ["b.yaml": "metrics: {two: {}}\n", "a.yaml": "metrics: {one: {}}\nplans: {base: {}}\n"]
            .map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let findings = Findings(files)
        let documents = Documents(ofCompany: CompanyFiles(files).texts, findings)
        #expect(documents[.metrics].map(\.name) == ["one", "two"])
        #expect(documents[.plans].map(\.key.place.address) == ["a.yaml:2:9"])
        #expect(documents[.events].isEmpty && findings.diagnostics.isEmpty)
    }

    @Test("documents: a name that comes twice is said when its section is read, and the first is kept")
    func twice() {
        let steps = Steps("parameters: {sales: 1}\nmetrics: {sales: {}, calls: {}}")
        #expect(steps.documents.definitions(.metrics, steps.findings).map(\.name) == ["calls"])
        #expect(steps.found == ["duplicate-name"])
    }

    @Test("documents under a scenario: its definitions stand where those of the same name stood")
    func supposed() {
        let steps = Steps("plans: {base: {title: a}, kam: {title: b}, head: {title: c}}")
        var scenario = Scenario()
        scenario.definitions = [SourceFile(path: "with.yaml", bytes: Array("plans: {kam: {title: d}, new: {}}".utf8))]
        scenario.withoutPlans = ["head"]
        let supposed = SupposedDefinitions(steps.documents, scenario, steps.findings)
        #expect(supposed.documents[.plans].map(\.name) == ["base", "kam", "new"])
        #expect(supposed.documents[.plans][1].key.place.file == "with.yaml")
        #expect(supposed.plans.names == ["kam", "new"])
    }

    @Test("settings: the currency, the year and the rules of settling")
    func settings() {
        let steps = Steps(
            "company: {name: Alfa, currency: EUR, weekend: [friday], ledger: {recovery: 50%}, approvers: [anna]}")
        let settings = CompanySettings(steps.documents, steps.findings)
        #expect(settings.name.en == "Alfa" && settings.currency.code == "EUR" && settings.calendar == .civil)
        #expect(settings.ledgerRules.recovery == (try? FixedDecimal(parsing: "0.5")))
        #expect(settings.approvers?.elements.compactMap(\.text) == ["anna"])
    }

    @Test("settings: without a currency that of the metrics is taken, and the fault is said once")
    func likelyCurrency() {
        let steps = Steps("company: {name: Alfa}\nmetrics: {sales: {unit: USD}}")
        #expect(CompanySettings(steps.documents, steps.findings).currency.code == "USD")
        #expect(steps.found == ["missing-key"])
    }

    @Test("what is said of tables: of each one, and of all")
    func tableEntries() {
        let steps = Steps(
            """
            events: {sale: {fields: {date: day}}}
            tables:
              default: {decimal: ","}
              a.csv: {reads: sale}
              b.csv: {reads: sail}
            """, ["a.csv": "id,date", "b.csv": "id,date", "c.csv": "id,date"])
        let entries = steps.tables.entries
        #expect(entries.specs.mapValues(\.reads) == ["a.csv": "sale", "b.csv": "sail"])
        #expect(entries.spec(of: SourceFile(path: "c.csv", bytes: [])).format.decimalMark == UInt8(ascii: ","))
        #expect(entries.misread == ["b.csv"])
        #expect(steps.found == ["unknown-name"])
    }

    @Test("kinds: fields with their types, events that name events, whose an event is")
    func kinds() {
        let steps = Steps(
            """
            records: {region: {fields: {head: person}}, assignment: {fields: {grade: number?}}}
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: split(shares)}
              payment: {fields: {paid: day, sale: sale?}, date: paid}
            splits: {shares: {of: sale}}
            """)
        #expect(steps.names.recordKinds["region"]?.fields == [Field("head", .record("person"))])
        #expect(steps.names.assignmentKind.fields.map(\.name) == ["base_pay", "grade"])
        #expect(steps.names.eventKinds.map(\.name) == ["sale", "payment"])
        #expect(steps.names.eventKinds[1].fields[1].type == .event("sale"))
        #expect(steps.names.eventKinds[0].credit == .split(0, otherwise: nil))
        #expect(steps.found == [])
    }
}

@Suite("Steps of reading: what tables hold")
struct TableStepTests {
    private let text = """
        positions: {seller: Seller, driver: {title: Driver, plan: none}}
        units: {all: All, sales: {title: Sales, parent: all}}
        events: {sale: {fields: {date: day, seller: person, amount: money}, credit: split(shares)}}
        splits: {shares: {of: sale}}
        """

    @Test("records: those of the text and those of tables, numbered as they come")
    func records() {
        let steps = Steps(text, ["people.csv": "id,name\nanna,Anna\nboris,Boris"])
        let records = Records(steps.documents, steps.tables, steps.findings)
        #expect(records.tables["person"]?.ids == ["anna", "boris"])
        #expect(records.tables["unit"]?.ids == ["all", "sales"])
        #expect(records.unitParents.mapValues(\.parent) == ["sales": "all"])
        #expect(records.unpaidPositions == ["driver"])
        #expect(records.tables["client"]?.count == 0)
        #expect(steps.tables.log.kinds == ["people.csv": "people"])
    }

    @Test("organisation: who works where, and the tree of units")
    func organisation() {
        let steps = Steps(
            text,
            [
                "people.csv": "id,name\nanna,Anna",
                "assignments.csv":
                    "person,position,unit,from,share\nanna,seller,sales,2026-01-01,50%\nclara,seller,all,2026-01-01,",
            ])
        let records = Records(steps.documents, steps.tables, steps.findings)
        let read = CompanyOrganisation(records, steps.tables.knowing(records), steps.findings)
        #expect(read.organisation.assignments.map(\.person) == [0])
        #expect(read.organisation.assignments.map(\.share) == [try? FixedDecimal(parsing: "0.5")])
        #expect(read.columns.count == 1)
        #expect(steps.found == ["unknown-record"])
    }

    @Test("exchange rates: those of foreign currencies only")
    func rates() {
        let steps = Steps(
            text, ["exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,90\nRUB,2026-01-01,1\nUSD,2026-01-01,91"])
        let rates = ExchangeRatesReader(
            currency: Currency(code: "RUB"), tables: steps.tables, findings: steps.findings
        ).read()
        #expect(rates.rate(of: "USD", on: CivilDay(number: 20_500))?.rate == FixedDecimal(90))
        #expect(steps.found == ["bad-exchange-rate", "duplicate-value"])
    }

    @Test("events and their shares, with people by their numbers")
    func events() {
        let steps = Steps(
            text,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,boris,100\n2,2026-01-11,anna,200",
                "shares.csv": "sale,person,share\n2,boris,40%\n2,anna,60%\n1,anna,90%",
            ])
        let records = Records(steps.documents, steps.tables, steps.findings)
        let events = Events(ExchangeRates(), steps.tables.knowing(records), steps.findings)
        #expect(events.tables.map(\.rowCount) == [2])
        #expect(events.ids(of: 0) == ["1", "2"])
        #expect(events.splits[0].persons == [0, 0, 1])
        #expect(events.splits[0].shares == [900_000_000, 600_000_000, 400_000_000])
        #expect(
            steps.findings.diagnostics.map { $0.rendered(in: .en).split(separator: "\n")[0] } == [
                "shares.csv:4: error: the shares of '1' total 90 %, not 100 %"
            ])
    }

    @Test("a table that is read takes what a scenario supposes of its rows")
    func supposed() {
        let steps = Steps(text, ["sale.csv": "id,date,seller,amount\n1,2026-01-10,boris,100\n2,2026-01-11,anna,200"])
        var scenario = Scenario()
        scenario.rows = [
            Scenario.RowEdit(.change, "sale 1: amount=150"), Scenario.RowEdit(.cancel, "sale 2"),
            Scenario.RowEdit(.add, "sale 3: date=2026-01-12, seller=anna, amount=7"),
            Scenario.RowEdit(.cancel, "sale 9"),
        ]
        let tables = TableSource(
            steps.tables.files, steps.tables.entries, TableOptions(), steps.names, .civil,
            SupposedRows(scenario, steps.names, steps.findings), steps.findings)
        let read = tables.files(for: "sale", kind: "sale").map {
            tables.read($0.file, $0.spec, steps.names.eventKinds[0].tableColumns)
        }
        #expect(read.map(\.rowCount) == [1, 1])
        #expect(read.map { $0.number("amount", 0) } == [FixedDecimal(150), FixedDecimal(7)])
        #expect(tables.supposed.cancels("2", "sale") && !tables.supposed.cancels("1", "sale"))
        #expect(steps.found == [])
        tables.reportUnfoundRows { _ in ["1", "2"] }
        #expect(steps.found == ["unknown-event"])
    }

    @Test("what no step has read is said at the end")
    func unread() {
        let steps = Steps(text, ["sale.csv": "id,date", "notes.csv": "a,b"])
        _ = steps.tables.files(for: "sale", kind: "sale")
        steps.tables.reportUnread(among: steps.documents.tableNames)
        #expect(steps.findings.diagnostics.map { "\($0.code) \($0.place?.file ?? "")" } == ["unread-table notes.csv"])
    }
}
