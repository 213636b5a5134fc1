import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// `select SalesPersonID, sum(SubTotal) * CommissionPct … group by SalesPersonID`, computed outside in exact decimals and
/// rounded once, half away from zero: 275 is 9 293 903.0046 × 1.2 % = 111 526.8360552.
@Suite("Adventure Works: commission on everything recorded")
struct AdventureWorksCommissionTests {
    private let company = ExampleCompany.adventureWorks

    @Test(
        "equals the reference to the cent",
        arguments: [
            ("275", "111526.84"), ("276", "155505.11"), ("277", "150987.05"), ("278", "36094.47"), ("279", "71710.13"),
            ("280", "33251.03"), ("281", "64270.06"), ("282", "88896.28"), ("283", "44759.34"), ("284", "43938.37"),
            ("286", "25592.60"), ("288", "32887.20"), ("289", "170066.77"), ("290", "72158.22"),
        ])
    func reference(person: String, amount: String) throws {
        let (model, engine) = try company.required()
        let run = Run(model, engine)
        let number = try #require(model.people.number(of: person))
        let tasks = run.tasks(in: .always).filter { model.plans[$0.plan].name == "commission_to_date" }
        let lines = tasks.flatMap { run.lines($0) }.filter { $0.participation.person == number }
        #expect(lines.map(\.amount.value?.text) == [amount])
    }

    @Test("is zero for the managers, whose rate is 0 %", arguments: ["274", "285", "287"])
    func managers(person: String) throws {
        #expect(try company.amount("commission", person, "all") == "0.00")
    }

    @Test("is not paid to the vice president, and that is said")
    func vicePresident() throws {
        let (model, _) = try company.required()
        let vicePresident = try #require(model.people.number(of: "273"))
        #expect(!(try company.lines()).contains { $0.participation.person == vicePresident })
        let notes = DataNotes.notes(model).filter { $0.code == "unpaid-people" }
        #expect(notes.map(\.message.en) == ["no plan pays 1 of 18 people: 273"])
    }

    // MARK: Orders without a day

    @Test("counts the 190 orders without a day, and only over everything")
    func undated() throws {
        // 80 487 704.1832 of all orders − 3 424 508.2853 of those without a day = 77 063 195.8979.
        #expect(try company.total("sales", "all") == exactly("80487704.1832"))
        #expect(try company.total("orders", "all") == exactly("3806"))
        let years = ["2017", "2018", "2019", "2020"]
        #expect(try sum(years.map { try company.total("sales", $0) }) == exactly("77063195.8979"))
        #expect(try sum(years.map { try company.total("orders", $0) }) == exactly("3616"))
    }

    @Test("says how many orders have no day, what they come to, and where they do not count")
    func undatedNote() throws {
        let note = try #require(DataNotes.notes(try company.required().model).first { $0.code == "undated-events" })
        #expect(
            note.message.en == """
                190 of 3806 'order' have no day (date), amount 3 424 508.2853 USD; they are in no month and in no team's \
                figure, only in those of a person or of the company over everything
                """)
        #expect(note.place?.line == 2040)
    }

    @Test("explains an order without a day: whose it is, and that no month has it")
    func undatedOrder() throws {
        let (model, _) = try company.required()
        let inquiry = try #require(EventInquiry(model, kind: "order", id: "71781"))
        let figures = inquiry.explanation(for: model.people.number(of: "289")).children.filter { $0.content != .none }
        let sales = try #require(figures.first { $0.label.en.hasSuffix("→ sales") })
        #expect(sales.content == .answer(true))
        #expect(
            sales.note?.en
                == "credited to 289: order.seller = 289; no day in 'date', so in no month, only over everything")
        let region = try #require(figures.first { $0.label.en.hasSuffix("→ region_sales") })
        #expect(region.content == .answer(false))
        let other = inquiry.explanation(for: model.people.number(of: "288")).children
        #expect(!other.contains { $0.content == .answer(true) })
    }
}
