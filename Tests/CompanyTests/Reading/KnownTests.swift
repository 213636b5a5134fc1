import Company
import Formulas
import Messages
import Periods
import Testing

/// What a company knew when a day began.
@Suite("The company as it was known")
struct KnownTests {
    /// The rows of invoices known before a day: the days `date`, `due_on` and `paid_on` of each, `-` where there is none.
    private func known(before day: String) throws -> [String] {
        let files = [
            "invoices.yaml": """
            events:
              invoice:
                fields: {date: day, due_on: day, paid_on: day?, seller: person, amount: money}
                credit: invoice.seller
            """,
            "invoice.csv": """
            id,date,due_on,paid_on,seller,amount
            1,2026-01-10,2026-02-10,2026-01-31,anna,1
            2,2026-01-31,2026-03-02,2026-02-01,anna,2
            3,2026-02-01,2026-03-03,2026-02-05,anna,4
            4,2026-01-05,2026-02-05,,anna,8
            5,2026-02-14,2026-03-14,,boris,16
            """,
        ]
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: files)).model)
        let known = model.known(before: try #require(CivilDay(parsing: day)))
        let kind = try #require(known.eventKinds.firstIndex { $0.name == "invoice" })
        let table = known.events[kind]
        return (0..<table.rowCount).map { row in
            table.columns.prefix(3).map { column in
                guard case .day(let days) = column, days[row] != EventColumn.emptyDay else { return "-" }
                return CivilDay(number: days[row]).description
            }.joined(separator: " ")
        }
    }

    @Test(
        "a sale of that day or later has no days, a payment of that day or later was not made; what was due was known")
    func february() throws {
        #expect(
            try known(before: "2026-02-01") == [
                "2026-01-10 2026-02-10 2026-01-31", "2026-01-31 2026-03-02 -", "- - -", "2026-01-05 2026-02-05 -",
                "- - -",
            ])
    }

    @Test("a day later the payment of 1 February and the sale of that day are known, its payment is not")
    func dayLater() throws {
        #expect(
            try known(before: "2026-02-02") == [
                "2026-01-10 2026-02-10 2026-01-31", "2026-01-31 2026-03-02 2026-02-01", "2026-02-01 2026-03-03 -",
                "2026-01-05 2026-02-05 -", "- - -",
            ])
    }

    @Test("nothing was known before the first day, and everything is known in the end")
    func ends() throws {
        #expect(try known(before: "2026-01-01") == Array(repeating: "- - -", count: 5))
        #expect(try known(before: "2026-03-01") == known(before: "9999-12-31"))
    }

    @Test("nothing else is forgotten")
    func rest() throws {
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: [:])).model)
        let known = model.known(before: .earliest)
        #expect(known.events.map(\.rowCount) == model.events.map(\.rowCount))
        #expect(known.people.count == model.people.count)
        #expect(known.organisation.assignments.count == model.organisation.assignments.count)
        #expect(known.plans.count == model.plans.count)
        // The seller and the amount of an event stay: only its days are gone, so that it lies in no period.
        for (column, original) in zip(known.events[0].columns.dropFirst(), model.events[0].columns.dropFirst()) {
            #expect("\(column)" == "\(original)")
        }
    }
}
