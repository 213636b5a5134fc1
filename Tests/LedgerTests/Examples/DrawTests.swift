import Ledger
import Quantities
import Testing

/// A recoverable draw: an advance when a plan earns less, earned back when it earns more.
@Suite("Draws are advanced and earned back")
struct DrawTests {
    @Test("draw 1 000; earned 500, 700, 400: advances 500, 300, 600; paid 1 000 each; owed 500, 800, 1 400")
    func advances() throws {
        var draw = DrawAccount()
        var book = Book()
        var standings: [Obligation: TargetBalance] = [:]
        var history: [[Int]] = []
        for (month, earned) in [("2026-01", 500), ("2026-02", 700), ("2026-03", 400)] as [(String, Int64)] {
            let advance = try draw.take(earned: earned, DrawTerms(amount: 1_000))
            standings[.commission(month)] = TargetBalance(earned: earned)
            let before = book.paid()
            try book.post(month, Posting.Target(standings, own: month, owed: [.draw(): draw.owed]))
            try book.pay(month)
            history.append([Int(advance), book.paid() - before, -book.total(.drawn)])
        }
        #expect(history == [[500, 1_000, 500], [300, 1_000, 800], [600, 1_000, 1_400]])
    }

    @Test("the entries of an advance and of a recovery")
    func entries() throws {
        var book = Book()
        let first: [Obligation: TargetBalance] = [.commission("2026-01"): TargetBalance(earned: 500)]
        #expect(
            try book.post("2026-01", Posting.Target(first, own: "2026-01", owed: [.draw(): 500])).map(\.text) == [
                "award: earned → accrued 500", "draw: drawn → accrued 500", "settlement: accrued → payable 1000",
            ])
        let second = first.merging([.commission("2026-02"): TargetBalance(earned: 1_300)]) { $1 }
        #expect(
            try book.post("2026-02", Posting.Target(second, own: "2026-02", owed: [.draw(): 200])).map(\.text) == [
                "award: earned → accrued 1300", "draw_recovery: accrued → drawn 300",
                "settlement: accrued → payable 1000",
            ])
    }

    @Test(
        "how much of 600 above the draw is taken back of 1 400 owed",
        arguments: [
            (DrawTerms.Recovery.share(.one), 600), (.none, 0), (.amount(250), 250), (.amount(900), 600),
            (.amount(-5), 0),
        ] as [(DrawTerms.Recovery, Int64)])
    func recovery(rule: DrawTerms.Recovery, taken: Int64) throws {
        var draw = DrawAccount()
        _ = try draw.take(earned: -400, DrawTerms(amount: 1_000))
        #expect(try draw.take(earned: 1_600, DrawTerms(amount: 1_000, recovery: rule)) == -taken)
        #expect(draw.owed == 1_400 - taken)
    }

    @Test("half of what is earned above the draw, and never more than is owed")
    func share() throws {
        var draw = DrawAccount()
        _ = try draw.take(earned: 600, DrawTerms(amount: 1_000))
        let half = DrawTerms(amount: 1_000, recovery: .share(try exactly("0.5")))
        #expect(try draw.take(earned: 1_500, half) == -250)
        #expect(try draw.take(earned: 9_000, half) == -150)
        #expect(try draw.take(earned: 9_000, half) == 0)
    }

    @Test(
        "no more is advanced than the limit leaves",
        arguments: [(150, 100, 50), (100, 100, 0), (40, 40, 0)] as [(Int64, Int64, Int64)])
    func limit(limit: Int64, first: Int64, second: Int64) throws {
        var draw = DrawAccount()
        let terms = DrawTerms(amount: 100, limit: limit)
        #expect(try draw.take(earned: 0, terms) == first)
        #expect(try draw.take(earned: 0, terms) == second)
    }

    @Test(
        "without a draw in the period nothing is advanced, and earnings go to what is owed",
        arguments: [(0, -300, 0), (0, 250, -250), (-1_000, 250, -250), (-1_000, -300, 0)] as [(Int64, Int64, Int64)])
    func noMoreDraw(amount: Int64, earned: Int64, change: Int64) throws {
        var draw = DrawAccount()
        _ = try draw.take(earned: 0, DrawTerms(amount: 1_000))
        #expect(try draw.take(earned: earned, DrawTerms(amount: amount)) == change)
    }

    /// What is advanced with December 2025 to somebody who has sold nothing in the year.
    private func advanced(_ plan: String, _ assignments: String) async throws -> String {
        var files = LedgerCompany.seller("", "1,2025-01-01,vera,,0,,\n", people: ["anna", "vera"])
        files["plans.yaml"] = "plans:\n  seller:\n    for: {position: seller, people: [anna]}\n" + plan
        files["fields.yaml"] = "records: {assignment: {fields: {target_bonus: money}}}"
        files["assignments.csv"] =
            "person,position,unit,from,until,share,target_bonus\nvera,seller,sales,2024-01-01,,,0\n" + assignments
        var company = try LedgerCompany(files)
        try await company.post("2025-12")
        return try company.total(.payable)
    }

    @Test("what changed inside the period is averaged and goes by time without being rounded in between")
    func average() async throws {
        // 306.67 × 257 ÷ 261 + 901 × 33.3333 % × 4 ÷ 261 = 301.97 + 4.6027… = 306.5728…: 257 and 4 of the year's 261 weekdays.
        // Rounded to 309.74 first it would be 306.58.
        let plan = """
                period: year
                proration: working
                draw: {amount: person.target_bonus}
                components: {pay: {commission: sales, rate: 10%}}
            """
        let advanced = try await advanced(
            plan, "anna,seller,sales,2024-01-01,2025-12-26,,306.67\nanna,seller,sales,2025-12-26,,33.3333%,901\n")
        #expect(advanced == "306.57")
    }

    @Test("'first' is asked of each stay: who comes back begins anew, and the draw is for the days of that stay alone")
    func secondStay() async throws {
        let plan = """
                period: month
                draw: {amount: 310 RUB, first: 1}
                components: {pay: {commission: sales, rate: 10%}}
            """
        // In December she is in her 24th month until the 11th, and in the first of a new run from the 21st: 11 of 31 days.
        let rows = "anna,seller,sales,2024-01-01,2025-12-11,,0\nanna,seller,sales,2025-12-21,,,0\n"
        #expect(try await advanced(plan, rows) == "110.00")
        // Without 'first' both stays count: 10 + 11 of 31 days.
        #expect(try await advanced(plan.replacing(", first: 1", with: ""), rows) == "210.00")
    }
}
