import Company
import Formulas
import Messages
import Periods
import Testing

@testable import Calculation

/// One day far from the others is a slip of the pen: what the others come to is kept and paid as without it.
@Suite("A day decades from all others")
struct FarDayTests {
    private static let yaml =
        Sales.kind + """
              deals: {unit: pieces, value: count(sale)}
              ever: {unit: RUB, value: todate(sales)}
            plans:
              seller:
                for: {position: seller}
                valid: {from: 2024-01-01}
                period: month
                components:
                  pay: {commission: sales, rate: 10%}
                  each: {commission: sales, each: event, tiers: {marginal: {0 RUB: 1%, 1 000 RUB: 2%}}}
                  ever: {bonus: 1% * ever}
                  more: {bonus: 'otherwise(growth(sales), 0 RUB) * 1%'}
            """

    private static func company(_ far: String?) throws -> TestCompany {
        let rows =
            ["2026-01-14 anna 1000", "2026-01-20 anna 500", "2026-02-03 boris 700"]
            + (far.map { ["\($0) anna 90"] } ?? [])
        let table = rows.enumerated().map { "\($0 + 1),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        return try TestCompany(staff: "anna boris", yaml, ["sale.csv": "id,date,seller,amount\n" + table])
    }

    @Test(
        "the months of the others are kept, and pay the same",
        arguments: ["0026-01-31", "1926-01-31", "2062-01-31", "9026-01-31"])
    func far(day: String) async throws {
        let company = try Self.company(day)
        let lines = await LineEngine.computed(company.model, threads: 1)
        #expect(lines.layout.slots.width < 20)
        let month = try company.range("2026-01")
        let sales = try #require(company.model.aggregates.firstIndex { $0.text == "sum(sale.amount)" })
        #expect(lines.kept(sales, month) != nil)
        for period in ["2026-01", "2026-02"] {
            let task = Run.Task(plan: 0, period: try company.period(period))
            #expect(Run(company.model, lines).lines(task) == company.run.lines(task))
        }
        #expect(
            LiveRun(lines, in: try company.range("2026")).lines
                == company.run.tasks(in: try company.range("2026")).flatMap { company.run.lines($0) })
        // 10 % of 1 500. Of an earlier day all there is up to January comes to 1 590, of a later one to 1 500; 1 % of that.
        #expect(try company.pay("anna", "pay", "2026-01") == "150.00")
        #expect(try company.pay("anna", "ever", "2026-01") == (day < "2026" ? "15.90" : "15.00"))
        // The month of the day itself is calculated when it is asked for, sale by sale.
        if day < "2026" { #expect(try company.figure("sales", of: "anna", String(day.prefix(7))) == "90.00 RUB") }
    }

    @Test(
        "the years between are not calculated when nobody asks for them",
        arguments: ["0026-01-31", "1926-01-31", "2062-01-31"])
    func between(day: String) throws {
        let company = try Self.company(day)
        let tasks = company.run.tasks(in: .always)
        // January and February 2026, and the month of the day itself where the plan is in force.
        #expect(tasks.count == (day > "2026" ? 3 : 2))
        #expect(company.run.tasks(in: try company.range("2030")).count == 12)
    }

    @Test("stretches lie ten years apart; the one in which most happened counts")
    func stretches() {
        let days: [Int32] = [20_000, 20_001, 20_400, 1_000, 1_001, EventColumn.emptyDay, 24_000, -700_000]
        let stretches = RecordedStretches([days])
        // 24 000 is 3 600 days after 20 400, within ten years; the first of them 19 000 after the seventies.
        #expect(stretches.stretches.map(\.events) == [1, 2, 4])
        #expect(stretches.busiest == RecordedStretches.Stretch(first: 20_000, last: 24_000, events: 4))
        #expect(RecordedStretches([[EventColumn.emptyDay]]).busiest == nil)
    }

    @Test("of more than a hundred years the last are kept")
    func century() throws {
        let company = try TestCompany(staff: "anna", "metrics: {}")
        let first = try company.range("1900-01").from
        let last = try company.range("2026-01").from
        let slots = Slots(company.model.calendar, from: first, through: last)
        #expect(slots.isCut)
        #expect(slots.width == 1_203)
        #expect(slots.isMonth(of: last.number))
        #expect(slots.cell(ofDay: first.number) == 1)
        #expect(!Slots(company.model.calendar, from: try company.range("1990-01").from, through: last).isCut)
    }
}
