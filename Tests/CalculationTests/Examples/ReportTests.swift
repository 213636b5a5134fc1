import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("A report: a row for each person and period, with figures and pay")
struct ReportTests {
    /// Sellers get 3 % of what they sold, and 5 000 for a month of 300 000.
    private static let plan = """
        positions: {seller: Seller, office: Office}
        units: {sales: Sales}
        events: {sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}}
        metrics: {credited: {unit: RUB, value: sum(sale.amount)}}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              fee: {commission: credited, rate: 3%}
              prize: {bonus: 5 000 RUB, when: credited >= 300 000 RUB, time_share: no}

        """

    private static let tables = [
        "people.csv": "id,name\nvera,Vera\nanna,Anna\nboris,Boris\negor,Egor\ndmitry,Dmitry\n",
        // Vera is away from 11 to 20 January; Dmitry comes in February; Egor is on no plan.
        "assignments.csv": """
        person,position,unit,from,until
        vera,seller,sales,2026-01-01,2026-01-11
        vera,seller,sales,2026-01-21,2026-02-01
        anna,seller,sales,2026-01-01,
        boris,seller,sales,2026-01-01,2026-02-01
        egor,office,sales,2026-01-01,
        dmitry,seller,sales,2026-02-01,
        """,
        "sale.csv": """
        id,date,seller,amount
        1,2026-01-10,anna,390000
        2,2026-01-11,boris,1000.50
        3,2026-01-05,vera,100000
        4,2026-01-15,vera,50000
        5,2026-01-25,vera,20000
        6,2026-02-10,dmitry,300000
        """,
        "targets.csv": "metric,subject,period,value\ncredited,anna,2026-01,400000\ncredited,dmitry,2026-02,300000\n",
    ]

    /// The rows as they would be read aloud: `2026-01 anna 0.975 11700.00`, `-` for an empty cell.
    private func rows(
        _ columns: String, plan: String = plan, tables: [String: String] = tables, period: String = "all",
        threads: Int = 2
    ) async throws -> [String] {
        let company = try TestCompany(plan + "reports: {month: {plan: seller, columns: \(columns)}}\n", tables)
        return try await rows(company, period, threads)
    }

    private func rows(_ company: TestCompany, _ period: String = "all", _ threads: Int = 2) async throws -> [String] {
        let report = try #require(company.model.reports.first)
        let table = ReportRows(report, company.run)
        let range = try #require(company.model.calendar.parse(period)).range
        return await table.rows(table.tasks(in: range), threads: threads).map { text($0, company.model) }
    }

    private func text(_ row: ReportRow, _ model: CompanyModel) -> String {
        let cells = row.cells.map { cell in
            switch cell {
            case .figure(let figure): figure.value?.description ?? "-"
            case .pay(let pay): pay.value?.text ?? "-"
            }
        }
        return ([row.period.description, model.people.id(row.person)] + cells).joined(separator: " ")
    }

    @Test("by period, then as the people stand in people.csv; who is not on the plan in a period has no row")
    func order() async throws {
        #expect(
            try await rows("{sold: credited}") == [
                "2026-01 vera 170000", "2026-01 anna 390000", "2026-01 boris 1000.5",
                "2026-02 anna 0", "2026-02 dmitry 300000",
            ])
        #expect(try await rows("{sold: credited}", period: "2026-02") == ["2026-02 anna 0", "2026-02 dmitry 300000"])
    }

    @Test("figures are plain decimals, a percentage is a ratio, and what cannot be computed is empty")
    func figures() async throws {
        // 390 000 / 400 000; nobody else has a target for that month.
        #expect(
            try await rows("{sold: credited, attainment: credited / target(credited)}", period: "2026-01") == [
                "2026-01 vera 170000 -", "2026-01 anna 390000 0.975", "2026-01 boris 1000.5 -",
            ])
    }

    @Test("pay has the currency's minor digits: of one component, and of all together")
    func pay() async throws {
        // Anna: 3 % of 390 000 and 5 000. Boris: 3 % of 1 000.50 is 30.015, paid as 30.02.
        #expect(
            try await rows("{fee: pay(fee), prize: pay(prize), total: pay}", period: "2026-01").suffix(2) == [
                "2026-01 anna 11700.00 5000.00 16700.00", "2026-01 boris 30.02 0.00 30.02",
            ])
    }

    @Test("with two stretches in a period figures go from the first day to the last, pay is the sum of both stretches")
    func stretches() async throws {
        // 100 000 + 50 000 + 20 000 were sold; the 50 000 fell on days she was away: 3 000.00 + 600.00.
        #expect(
            try await rows("{sold: credited, fee: pay(fee)}", period: "2026-01").first == "2026-01 vera 170000 3600.00")
    }

    @Test("pay that has no value is empty, and so is the sum it belongs to")
    func openPay() async throws {
        let plan = Self.plan.replacing(
            "      prize:", with: "      open: {commission: credited, rate: 4 000 RUB / target(credited)}\n      prize:"
        )
        // Anna: 4 000 / 400 000 = 1 % of 390 000. The others have no target.
        #expect(
            try await rows("{open: pay(open), fee: pay(fee), total: pay}", plan: plan, period: "2026-01") == [
                "2026-01 vera - 3600.00 -", "2026-01 anna 3900.00 11700.00 20600.00", "2026-01 boris - 30.02 -",
            ])
    }

    @Test("what stands behind all components is shown under its own name and in the sum")
    func guarantee() async throws {
        let plan = Self.plan.replacing("    components:", with: "    guarantee: 10 000 RUB\n    components:")
        // Boris: 10 000.00 − 30.02.
        #expect(
            try await rows("{top_up: pay(guarantee), total: pay}", plan: plan, period: "2026-01").last
                == "2026-01 boris 9969.98 10000.00")
    }

    @Test("a column may ask for the whole company, though nothing else does")
    func wholeCompany() async throws {
        // 390 000 of 561 000.50 sold by all.
        #expect(
            try await rows("{all: company(credited), own: sum(sale.amount)}", period: "2026-01")[1]
                == "2026-01 anna 561000.5 390000")
    }

    @Test("a column may ask how long a person has been on the plan, though nothing else does")
    func tenure() async throws {
        #expect(
            try await rows("{n: person.tenure}", period: "2026-02") == ["2026-02 anna 2", "2026-02 dmitry 1"])
    }

    @Test("prizes that people share are theirs whatever the number of threads")
    func shared() async throws {
        let plan = Self.plan.replacing(
            "      prize:",
            with: "      fund: {pool: 7 000 RUB, weights: credited, group: plan, nobody: cancel}\n      prize:")
        for threads in [1, 2, 8] {
            // January: weights 120 000 (her own stretches), 390 000 and 1 000.50 of 511 000.50.
            let january = try await rows("{fund: pay(fund)}", plan: plan, period: "2026-01", threads: threads)
            #expect(january == ["2026-01 vera 1643.83", "2026-01 anna 5342.46", "2026-01 boris 13.71"])
        }
    }

    @Test("a quarter's plan has a row for the quarter")
    func quarter() async throws {
        let plan = Self.plan.replacing("period: month", with: "period: quarter")
        #expect(
            try await rows("{sold: credited}", plan: plan, period: "2026-03") == [
                "2026-Q1 vera 170000", "2026-Q1 anna 390000", "2026-Q1 boris 1000.5", "2026-Q1 dmitry 300000",
            ])
    }

    @Test("six hundred people are the same rows on one thread, two and eight")
    func threads() async throws {
        let staff = (0..<600).map { "p\($0)" }
        let sales = staff.enumerated().map { number, id in
            "\(2 * number),2026-01-10,\(id),\(number)\n\(2 * number + 1),2026-02-10,\(id),\(2 * number)\n"
        }
        let plan = Self.plan.replacing("positions: {seller: Seller, office: Office}\nunits: {sales: Sales}\n", with: "")
        let company = try TestCompany(
            staff: staff.joined(separator: " "),
            plan + "reports: {month: {plan: seller, columns: {sold: credited, fee: pay(fee)}}}\n",
            ["sale.csv": "id,date,seller,amount\n" + sales.joined()])
        let alone = try await rows(company, "all", 1)
        // 3 % of 100, and in February of 200.
        #expect(alone.count == 1_200)
        #expect(alone[100] == "2026-01 p100 100 3.00" && alone[700] == "2026-02 p100 200 6.00")
        for threads in [2, 8] { #expect(try await rows(company, "all", threads) == alone) }
    }

    @Test("the report of the example company shows what its plan pays, to the kopeck")
    func alfa() async throws {
        let (model, engine) = try ExampleCompany.alfa.required()
        let report = try #require(model.reports.first { $0.name == "sales_managers" })
        let table = ReportRows(report, Run(model, engine))
        let march = await table.rows(table.tasks(in: try ExampleCompany.alfa.period("2026-03").range))
        // 2 082 116.49 of 2 600 000; 15 000 + 582 116.49 × 2 % = 26 642.33; with the bonus 40 890.14.
        #expect(
            march.map { text($0, model) }.filter { $0.contains("semenova") } == [
                "2026-03 semenova 2082116.49 0.8008140346153846 0.2260442642188574 26642.33 14247.81 40890.14"
            ])
    }

    @Test("the column of all pay is what a run of the plan pays each person in each period of the year")
    func likeTheRun() async throws {
        let (model, engine) = try ExampleCompany.alfa.required()
        let report = try #require(model.reports.first { $0.name == "sales_managers" })
        let run = Run(model, engine)
        let table = ReportRows(report, run)
        let tasks = table.tasks(in: .always)
        var paid: [String: Int64] = [:]
        for line in tasks.flatMap({ run.lines($0) }) {
            let key = "\(line.participation.period) \(model.people.id(line.participation.person))"
            paid[key, default: 0] += try #require(line.amount.value).minorUnits
        }
        let shown = await table.rows(tasks).map { row -> (String, Int64?) in
            guard case .pay(let pay)? = row.cells.last else { return ("", nil) }
            return ("\(row.period) \(model.people.id(row.person))", pay.value?.minorUnits)
        }
        #expect(Dictionary(shown, uniquingKeysWith: { first, _ in first }) == paid.mapValues { Optional($0) })
        #expect(shown.count == paid.count && paid.count > 100)
    }
}
