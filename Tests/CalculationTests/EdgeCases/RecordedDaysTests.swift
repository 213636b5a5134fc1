import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Which periods there are when none is named: all in which anything stands that plans count, by whatever day.
struct RecordedDaysTests {
    private static let events = """
        company: {name: Test, currency: RUB}
        events:
          sale: {fields: {date: day, seller: person, amount: money, paid_on: day?}, date: date, credit: sale.seller}
          payment: {fields: {date: day, sale: sale, due: day?, amount: money}, date: date, credit: payment.sale.seller}

        """

    private static func company(
        _ metric: String, _ plan: String = "commission: figure, rate: 10%", sales: String = "", payments: String = "",
        tables: [String: String] = [:]
    ) throws -> TestCompany {
        let yaml =
            events + """
                metrics:
                  figure: {unit: RUB, \(metric)}
                plans:
                  p: {for: {position: seller}, period: month, components: {c: {\(plan)}}}
                """
        let files = [
            "sale.csv": "id,date,seller,amount,paid_on\n" + sales,
            "payment.csv": "id,date,sale,due,amount\n" + payments,
        ].merging(tables) { $1 }
        return try TestCompany(staff: "anna", yaml, files)
    }

    /// The periods over everything, each with what Anna is paid.
    private func periods(_ company: TestCompany) async throws -> [String] {
        let tasks = company.run.tasks(in: .always)
        let fast = Run(company.model, await LineEngine.computed(company.model))
        #expect(fast.tasks(in: .always) == tasks)
        return try tasks.map { task in
            let lines = company.run.lines(task)
            #expect(fast.lines(task).map(\.amount) == lines.map(\.amount))
            let amount = try #require(lines.first).amount
            return "\(task.period) \(amount.value.map { "\($0.minorUnits)" } ?? amount.reason?.code ?? "")"
        }
    }

    @Test("a sale of December that is paid in January pays in January: 1 000 × 10 % = 100.00")
    func otherDate() async throws {
        let company = try Self.company(
            "value: sum(sale.amount), date: sale.paid_on", sales: "1,2026-12-20,anna,1000,2027-01-15\n")
        #expect(try await periods(company) == ["2026-12 0", "2027-01 10000"])
    }

    @Test("a payment that stands on the day of its sale, or on a day of its own, counts there")
    func namedDate() async throws {
        // The sale is of October, its payment of December, due in January.
        let sales = "1,2026-10-20,anna,1000,\n"
        let payments = "1,2026-12-05,1,2027-01-10,500\n"
        let bySale = try Self.company(
            "value: sum(payment.amount), date: payment.sale.date", sales: sales, payments: payments)
        #expect(try await periods(bySale) == ["2026-10 5000", "2026-11 0", "2026-12 0"])
        let byDue = try Self.company(
            "value: sum(payment.amount), date: payment.due", sales: sales, payments: payments)
        #expect(
            try await periods(byDue) == ["2026-10 0", "2026-11 0", "2026-12 0", "2027-01 5000"])
    }

    @Test("a day that no plan counts by makes no period")
    func unused() async throws {
        let company = try Self.company(
            "value: sum(sale.amount)", sales: "1,2026-12-20,anna,1000,2027-01-15\n")
        #expect(try await periods(company) == ["2026-12 10000"])
    }

    @Test("entered values stand in their periods, with events and without")
    func entered() async throws {
        // Loyalty 100 % in January and 90 % in February, of 1 000: 1 000.00 and 900.00.
        let entered =
            "metric,subject,period,value,author\nfigure,anna,2026-01,1000,olga\nfigure,anna,2026-02,900,olga\n"
        let alone = try Self.company(
            "value: entered", "bonus: figure", tables: ["entered.csv": entered])
        #expect(try await periods(alone) == ["2026-01 100000", "2026-02 90000"])
        let both = try Self.company(
            "value: entered", "bonus: figure", sales: "1,2026-01-20,anna,1000,\n", tables: ["entered.csv": entered])
        #expect(try await periods(both) == ["2026-01 100000", "2026-02 90000"])
    }

    @Test("nothing at all is no period")
    func nothing() async throws {
        #expect(try await periods(Self.company("value: sum(sale.amount)")).isEmpty)
    }

    @Test("a figure has data from the first day on which it places an event, and says so of the events it lists")
    func begun() async throws {
        // Engaged in November 2016, closed in March 2017: counted where it was begun, one deal of 10.00.
        let yaml = """
            company: {name: Test, currency: RUB}
            events:
              deal: {fields: {date: day, seller: person, engaged: day, closed: day}, date: closed, credit: deal.seller}
            metrics:
              opened: {unit: pieces, value: count(deal), date: deal.engaged}
              won: {unit: pieces, value: count(deal)}
            plans:
              p: {for: {position: seller}, period: month, components: {c: {bonus: 10 RUB, per: opened}}}
            """
        let files = [
            "deal.csv": "id,date,seller,engaged,closed\n1,2017-03-01,anna,2016-11-15,2017-03-01\n",
            "assignments.csv": "person,position,unit,from\nanna,seller,sales,2015-01-01\n",
        ]
        let company = try TestCompany(staff: "anna", yaml, files)
        #expect(
            try await periods(company)
                == ["2016-11 1000", "2016-12 0", "2017-01 0", "2017-02 0", "2017-03 0"])
        #expect(try company.figure("opened", of: "anna", "2016-11") == "1 pcs")
        #expect(try company.figure("opened", of: "company", "2016-11") == "1 pcs")
        #expect(try company.figure("opened", of: "anna", "2016-10") == "no-data")
        // What is counted by the closing has data from the first closing on, as before.
        #expect(try company.figure("won", of: "anna", "2016-11") == "no-data")
        #expect(try company.figure("won", of: "anna", "2017-02") == "no-data")
        #expect(try company.figure("won", of: "anna", "2017-03") == "1 pcs")
    }
}
