import Company
import Formulas
import Messages
import Testing

@Suite("Supposed values are read as cells of a table and as constants of a formula are")
struct ScenarioReadingTests {
    private static let files: [String: String] = SmallCompany.files.merging(
        [
            "company.yaml": """
            company: {name: Alfa, currency: RUB}
            positions: {seller: Seller}
            units: {sales_team: Sales}
            events:
              sale:
                fields: {date: day, seller: person, amount: money, count: pieces?, term: days?, margin: percent?, paid: flag?, note: text?}
                credit: sale.seller
              export: {fields: {date: day, seller: person, currency: text, amount: money(currency)}}
            """,
            "exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,80\n",
        ]) { $1 }

    private func model(_ action: Scenario.Action, _ texts: String...) throws -> CompanyModel {
        var scenario = Scenario()
        scenario.rows = texts.map { Scenario.RowEdit(action, $0) }
        let files = Self.files.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
        let (model, diagnostics) = CompanyReader.read(files, supposing: scenario)
        return try #require(model, "\(diagnostics.map { $0.rendered(in: .en) })")
    }

    /// A cell as its table holds it: numbers with their decimal places, texts as they are.
    private func cell(_ model: CompanyModel, _ kind: String, _ field: String, row: Int) throws -> String {
        let event = try #require(model.eventKinds.firstIndex { $0.name == kind })
        let column = model.events[event].columns[try #require(model.eventKinds[event].field(named: field))]
        switch column {
        case .day(let days): return "\(days[row])"
        case .decimal(let numbers, let scale):
            return numbers[row] == EventColumn.emptyNumber ? "" : "\(numbers[row])/10^\(scale)"
        case .text(let codes, let dictionary): return codes[row] < 0 ? "" : dictionary[Int(codes[row])]
        case .record(let codes): return codes[row] < 0 ? "" : model.people.id(codes[row])
        case .flag(let flags): return flags[row] < 0 ? "" : "\(flags[row])"
        }
    }

    @Test(
        "values",
        arguments: [
            ("amount=300 000 RUB", "amount", "300000/10^0"), ("amount=300 000.50 ₽", "amount", "3000005/10^1"),
            ("amount=1234.5", "amount", "12345/10^1"), ("amount=-700 руб", "amount", "-700/10^0"),
            ("count=3 pcs", "count", "3/10^0"), ("term=2 weeks", "term", "14/10^0"),
            ("margin=12.5%", "margin", "125/10^3"), ("margin=0.125", "margin", "125/10^3"),
            ("paid=да", "paid", "1"), ("paid=", "paid", ""), ("date=31.01.2026", "date", "20484"),
            ("note=late, as agreed", "note", "late, as agreed"), (#"note="late, amount=2""#, "note", "late, amount=2"),
            (#"note=the "big" one"#, "note", #"the "big" one"#), ("seller=boris", "seller", "boris"),
            (#"note=5" pipe, amount=70"#, "note", #"5" pipe"#), (#"note=5" pipe, amount=70"#, "amount", "70/10^0"),
            (#"note= "a, b=c" , amount=70"#, "note", "a, b=c"), (#"note="open, amount=70"#, "amount", "70/10^0"),
        ])
    func values(text: String, field: String, expected: String) throws {
        #expect(try cell(try model(.change, "sale 1: \(text)"), "sale", field, row: 0) == expected)
    }

    @Test("an amount in another currency says which one it is, and is converted at the rate of its day")
    func currency() throws {
        let model = try model(.add, "export: date=2026-01-31, seller=anna, amount=100 USD")
        #expect(try cell(model, "export", "amount", row: 0) == "800000/10^2")
        #expect(try cell(model, "export", "currency", row: 0) == "USD")
    }

    @Test("a changed row keeps its place and its other values, the rows around it keep theirs")
    func changed() throws {
        let model = try model(.change, "sale 1: amount=150.25, seller=boris")
        let cells = try (0..<2).map { row in
            try ["seller", "amount", "date"].map { try cell(model, "sale", $0, row: row) }
        }
        #expect(cells == [["boris", "15025/10^2", "20463"], ["boris", "20000/10^2", "20464"]])
        #expect((0..<2).map { model.events[0].keys[$0] } == ["1", "2"])
    }

    @Test("an added row comes last under a name of its own or the one it is given, a cancelled one leaves its table")
    func rows() throws {
        let added = try model(
            .add, "sale: date=2026-01-01, seller=anna, amount=1", "sale A:7: date=2026-01-01, seller=anna, amount=1",
            "sale: id=B 8, date=2026-01-01, seller=anna, amount=1")
        #expect((0..<5).map { added.events[0].keys[$0] } == ["1", "2", "what-if-1", "A:7", "B 8"])
        let cancelled = try model(.cancel, "sale 1")
        #expect(cancelled.events[0].rowCount == 1)
        #expect(cancelled.events[0].keys[0] == "2")
        #expect(cancelled.events[0].origin(of: 0)?.line == 3)
    }
}
