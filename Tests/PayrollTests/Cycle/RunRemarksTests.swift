import Ledger
import Messages
import Payroll
import Quantities
import Storage
import Testing

@Suite("What is to be known of a run is kept with it")
struct RunRemarksTests {
    /// Anna sells 60 000: 10 % is 6 000, the cap leaves 5 000. Boris is there from the 16th of January, 16 of 31 days. Nobody
    /// entered a target, so the bonus has none; sale 2 has no seller.
    private func company() throws -> PayCompany {
        try PayCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller}
            units: {north: North}
            events:
              sale: {fields: {date: day, seller: person?, amount: money}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  commission: {commission: sales, rate: 10%, cap: 5 000 RUB}
                  base: {bonus: 3 100 RUB}
                  extra: {bonus: 100 RUB, when: sales / target(sales) > 1}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
                "assignments.csv":
                    "person,position,unit,from\nanna,seller,north,2025-01-01\nboris,seller,north,2026-01-16\n",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,60000\n2,2026-01-12,,500\n",
            ])
    }

    private func line(_ person: String, _ component: String, _ run: StoredRun) throws -> RunLine {
        try #require(run.lines.first { $0.person == person && $0.component == component })
    }

    @Test("a cut by a cap, a part of the time and a missing value, each with its code and arguments")
    func remarks() async throws {
        let company = try company()
        let id = try await company.calculate("2026-01").run.id
        let run = try company.workspace.read { try $0.run(id) }
        #expect(run.keepsRemarks)

        let commission = try line("anna", "commission", run)
        #expect(commission.amount == 500_000)
        let cut = try #require(commission.remarks?.first)
        #expect(cut.code == "cut-by-cap")
        #expect(cut.arguments == [MessageArgument("taken", .money(1_000, Currency(code: "RUB")))])
        #expect(cut.text.en == "the cap took away 1 000.00 RUB")

        // 3 100 × 16 / 31 = 1 600.00
        let base = try line("boris", "base", run)
        #expect(base.amount == 160_000)
        let share = try #require(base.remarks?.first)
        #expect(share.code == "time-share")
        #expect(share.text.en == "51.6129 % of the period's time")

        let extra = try line("anna", "extra", run)
        #expect(extra.amount == nil)
        #expect(extra.reason?.code == "no-target")
        #expect(extra.reason?.arguments.map(\.name) == ["metric", "subject", "period"])
        #expect(run.withoutValue.map(\.award.person) == ["anna", "boris"])
    }

    @Test("what was found in the data is kept as it was at the calculation")
    func notes() async throws {
        let company = try company()
        let id = try await company.calculate("2026-01").run.id
        try company.learn(["sale.csv": "id,date,seller,amount\n2,2026-01-12,boris,500\n"])
        let notes = try company.workspace.read { try $0.run(id) }.notes
        let note = try #require(notes.first { $0.message.code == "uncredited-events" })
        #expect(note.message.text.en.hasPrefix("1 of 2 'sale' are credited to nobody"))
        #expect(note.severity == .note)
        let report = try company.workspace.audit()
        #expect(report.isSound)
        #expect(report.rows["run_notes"] == notes.count)
    }
}
