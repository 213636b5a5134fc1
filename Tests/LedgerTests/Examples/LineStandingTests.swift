import Calculation
import Company
import Ledger
import Messages
import Periods
import Testing
import Vesting

@Suite("What is said to be held of a person's lines is what the ledger holds")
struct LineStandingTests {
    /// Held of January 5.00, of February 8.00; March brings −10.00, April holds 4.00. Nothing is paid by a client.
    private static let files = LedgerCompany.seller(
        "    components: {commission: {commission: sales, rate: 1%, hold: {release: collected / shipped}}}",
        "1,2026-01-12,anna,,500,,\n2,2026-02-12,anna,,800,,\n3,2026-03-12,anna,,-1000,,\n4,2026-04-12,anna,,400,,\n",
        metrics: """
              shipped: {unit: RUB, value: sum(sale.amount where sale.amount > 0 RUB)}
              collected: {unit: RUB, value: sum(sale.paid) where sale.paid_on is not empty}
            """)

    /// What stands as held for the awards of a stretch of months at the end of it, by their months; and whether what came before
    /// it was asked for.
    private func held(_ first: String, _ last: String) throws -> (held: [String: Int64], isAsked: Bool) {
        let (read, diagnostics) = CompanyReader.read(
            Self.files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        let model = try #require(read, "\(diagnostics.map { $0.rendered(in: .en) })")
        let (from, until) = (
            try #require(model.calendar.parse(first)?.range.from), try #require(model.calendar.parse(last)?.range.until)
        )
        let range = try #require(DayRange(from: from, until: until))
        let explainer = AwardExplainer(model, EventEngine(model))
        let anna = try #require(model.people.number(of: "anna"))
        let run = Run(model, EventEngine(model))
        var isAsked = false
        let standings = try VestingCalculator(run, known: run, end: until)
            .standings(of: explainer.lines(of: anna, in: range)) {
                isAsked = true
                return explainer.lines(of: anna, in: .always).filter { $0.participation.period.range.until <= from }
            }
        let byMonth = standings.compactMap { obligation, standing -> (String, Int64)? in
            guard case .award(_, _, let period) = obligation.matter else { return nil }
            return (period, standing.held)
        }
        return (Dictionary(byMonth) { first, _ in first }, isAsked)
    }

    @Test("over all months it is the ledger's balance: January is set off, 3.00 of February and 4.00 of April are left")
    func all() async throws {
        var company = try LedgerCompany(Self.files)
        for label in ["2026-01", "2026-02", "2026-03", "2026-04"] { try await company.post(label) }
        #expect(try company.total(.held) == "7.00")
        #expect(try held("2026-01", "2026-04").held == ["2026-01": 0, "2026-02": 300, "2026-03": 0, "2026-04": 400])
    }

    @Test("what an earlier month holds is set off first, though nobody asked about that month")
    func earlierFirst() throws {
        let february = try held("2026-02", "2026-04")
        #expect(february.isAsked)
        #expect(february.held == ["2026-02": 300, "2026-03": 0, "2026-04": 400])
    }

    @Test("before the return, and where nothing that is asked about can be set off, nothing is")
    func notAsked() throws {
        #expect(try held("2026-01", "2026-02") == (["2026-01": 500, "2026-02": 800], false))
        #expect(try held("2026-03", "2026-03") == (["2026-03": 0], false))
    }
}
