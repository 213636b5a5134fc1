import Calculation
import Company
import Ledger
import Messages
import Periods
import Testing
import Vesting

/// Anna sells for 1 000 in January; nobody has entered her survey or the amount of her draw.
@Suite("What would free an award, or a term of a draw, has no value")
struct UndecidedTests {
    /// What is named of January's awards at the end of a pay period, with the code of the reason.
    private func undecided(
        _ plan: String, entered: String = "", end: String = "2026-01"
    ) async throws -> [String: String] {
        let files = LedgerCompany.seller(
            plan, "1,2026-01-10,anna,,1000,,\n",
            metrics: "  survey: {unit: percent, value: entered}\n  quota: {unit: RUB, value: entered}",
            tables: ["entered.csv": "metric,subject,period,value,author\n" + entered])
        let (model, diagnostics) = CompanyReader.read(
            files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        let read = try #require(model, "\(diagnostics.map { $0.rendered(in: .en) })")
        let period = try #require(read.calendar.parse("2026-01"))
        let last = try #require(read.calendar.parse(end))
        let run = Run(read, EventEngine(read))
        let awards = try await VestingCalculator(run, known: run, end: last.range.until)
            .awards(of: period, threads: 1)
        let tranches = awards.undecidedTranches.values.map { ("tranche", $0.code) }
        return Dictionary(
            tranches
                + awards.undecided.map { obligation, reason in
                    if case .draw = obligation.matter { return ("draw", reason.code) }
                    return ("award", reason.code)
                }
        ) { first, _ in first }
    }

    @Test(
        "an award that is held for it is named, with the reason",
        arguments: ["survey >= 80%", "survey", "if survey >= 80% then 100% else 50%"])
    func release(release: String) async throws {
        let plan = "    components: {fee: {commission: sales, rate: 10%, hold: {release: '\(release)'}}}"
        #expect(try await undecided(plan) == ["award": "not-entered"])
        #expect(try await undecided(plan, entered: "survey,anna,2026-01,70%,vera\n").isEmpty)
    }

    @Test(
        "so is a draw whose amount, limit or recovery is not known",
        arguments: ["amount: quota", "amount: 500 RUB, limit: quota", "amount: 500 RUB, recover: quota"])
    func draw(terms: String) async throws {
        let plan = "    draw: {\(terms)}\n    components: {fee: {commission: sales, rate: 10%}}"
        #expect(try await undecided(plan) == ["draw": "not-entered"])
        #expect(try await undecided(plan, entered: "quota,anna,2026-01,900,vera\n").isEmpty)
    }

    @Test(
        "so is a tranche that is due and waits for it; before it is due nothing is missing",
        arguments: ["when: survey >= 80%", "pays: survey"])
    func tranche(terms: String) async throws {
        let plan = """
                components:
                  fee:
                    commission: sales
                    rate: 10%
                    defer: [{share: 50%}, {share: 50%, after: 1 month, \(terms)}]
                    leaver: forfeit
            """
        #expect(try await undecided(plan).isEmpty)
        #expect(try await undecided(plan, end: "2026-02") == ["tranche": "not-entered"])
        #expect(try await undecided(plan, entered: "survey,anna,2026-02,70%,vera\n", end: "2026-02").isEmpty)
    }

    @Test("a draw that is over asks for no amount any more")
    func over() async throws {
        let plan = "    draw: {amount: quota, first: 2}\n    components: {fee: {commission: sales, rate: 10%}}"
        #expect(try await undecided(plan).isEmpty)
    }
}
