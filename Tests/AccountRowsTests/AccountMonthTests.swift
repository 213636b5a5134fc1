import AccountRows
import Accounts
import Company
import Periods
import Testing

/// The months of an account, computed from touches, sales and statuses.
struct AccountMonthTests {
    private func sums(_ model: CompanyModel, from: String, through: String) throws -> (days: Int, inNorm: Int) {
        let book = try #require(model.accountBook)
        let (first, last) = (try #require(CivilDay(parsing: from)), try #require(CivilDay(parsing: through)))
        let rows = book.months().filter { $0.day >= first && $0.day <= last }
        return (rows.reduce(0) { $0 + $1.days }, rows.reduce(0) { $0 + $1.daysInNorm })
    }

    @Test("Norm 14 days: due 4 May, since 1 May is a holiday, and 27 May; missed by 7 and 32 days: 52 of 91")
    func secondQuarter() throws {
        let sums = try sums(SmallBook.model(), from: "2026-04-01", through: "2026-06-30")
        #expect(sums == (91, 52))
    }

    @Test("The month stands beside the same one a year before; what came back is taken off where it came")
    func retention() throws {
        let model = try SmallBook.model(["return.csv": "id,date,client,amount\n1,2026-04-20,c1,15000"])
        let rows = SmallBook.rows("account_month", ["sales", "before", "retained", "known"], in: model)
        #expect(rows.first { $0.hasPrefix("c1 2026-04") } == "c1 2026-04 | 80000 | 100000 | 80000 | yes")
        // A year back there was no record in March 2025.
        #expect(rows.first { $0.hasPrefix("c1 2026-03") } == "c1 2026-03 | 0 | – | – | no")
    }

    @Test("A handover cuts a month: each has the days on which the client was his, the money stands in the last part")
    func handover() throws {
        let model = try SmallBook.model([
            "teams.csv": "subject,role,person,from,until\nc1,kam,anna,2025-01-01,2026-04-11\nc1,kam,boris,2026-04-11,"
        ])
        let rows = SmallBook.rows("account_month", ["days", "days_in_norm", "sales"], in: model)
            .filter { $0.hasPrefix("c1 2026-04") }
        // 1–7 April lie within 14 days of 24 March, the 6th begins anew: all ten days of Anna, all twenty of Boris.
        #expect(rows == ["c1 2026-04 | 10 | 10 | –", "c1 2026-04-2 | 20 | 20 | 95000"])
        let whole = try sums(model, from: "2026-04-01", through: "2026-06-30")
        #expect(whole == (91, 52))
    }

    @Test("Power is that of the last day, covered within the norm")
    func power() throws {
        // On 30 June Olga was called the day before; Ivan, of power 5, never.
        let rows = SmallBook.rows("account_month", ["power", "power_covered"], in: try SmallBook.model())
        #expect(rows.first { $0.hasPrefix("c1 2026-06") } == "c1 2026-06 | 13 | 8")
    }

    @Test("A promise counts when it was written down within two working days and before it was done")
    func counts() throws {
        let table =
            RowFaultTests.head + """
                p1,2026-04-01,2026-04-10,c1,anna,,promise,1,In time,2026-04-03,made,,,,,,
                p2,2026-04-01,2026-04-10,c1,anna,,promise,1,Late,2026-04-06,made,,,,,,
                p3,2026-04-01,2026-04-10,c1,anna,,promise,1,Done already,2026-04-02,done,2026-04-02,,,,,
                """
        let model = try SmallBook.model(["commitment.csv": table])
        #expect(SmallBook.rows("commitment", ["counts"], in: model) == ["p1 | yes", "p2 | no", "p3 | no"])
    }
}
