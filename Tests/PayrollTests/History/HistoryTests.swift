import Ledger
import Payroll
import Storage
import Testing

@Suite("History tells who did what, when and why")
struct HistoryTests {
    /// Anna sells 1 000.00 and Boris 500.00 in January, at 10 %: 100.00 and 50.00.
    private func company() async throws -> PayCompany {
        let company = try PayCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller}
            units: {north: North}
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller: {for: {position: seller}, period: month, components: {commission: {commission: sales, rate: 10%}}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nivan,Ivan\nboris2,Boris\n",
                "assignments.csv":
                    "person,position,unit,from\nanna,seller,north,2025-01-01\nboris2,seller,north,2025-01-01\n",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,1000\n2,2026-01-12,boris2,500\n",
            ])
        try await company.approve("2026-01")
        try company.cycle.pay("2026-01", by: "olga")
        try company.adjust("anna", "2026-02", 30)
        try company.workspace.write(by: "anna") {
            try $0.dispute(period: "2026-01", person: "anna", text: "too little")
        }
        try company.cycle.resolveDispute(1, answer: "it is right", by: "olga")
        try company.cycle.reopen("2026-01", reason: "wrong rate", by: "vera")
        return company
    }

    private func text(_ entry: HistoryEntry) -> String {
        let amount = entry.amount.map { PayCompany.roubles($0) } ?? "—"
        return [entry.actor, "\(entry.deed)", entry.period ?? "—", entry.person ?? "—", amount, entry.reason]
            .joined(separator: " | ")
    }

    @Test("every deed once, with its amount and its reason")
    func everything() async throws {
        let entries = try await company().cycle.history().map(text)
        #expect(entries[0].hasPrefix("olga | imported(source: \"\", ["))
        #expect(
            Array(entries.dropFirst()) == [
                "olga | calculated(newText: true) | 2026-01 | — | 150.00 | ",
                "olga | reviewed | 2026-01 | — | 150.00 | ",
                "boris | approved(by: 1) | 2026-01 | — | 150.00 | ",
                "vera | approved(by: 2) | 2026-01 | — | 150.00 | ",
                "olga | paid | 2026-01 | — | 150.00 | ",
                "olga | adjusted(1) | 2026-02 | anna | 30.00 | test",
                "boris | decided(1, Storage.Adjustment.Decision.Verdict.approved) | 2026-02 | anna | 30.00 | ",
                "anna | disputed(1) | 2026-01 | anna | — | too little",
                "olga | answered(1) | 2026-01 | anna | — | it is right",
                "vera | reopened | 2026-01 | — | — | wrong rate",
            ])
    }

    @Test("of one period, by one person, of one person's pay with his amounts alone")
    func filtered() async throws {
        let cycle = try await company().cycle
        let february = try cycle.history(HistoryFilter(period: "2026-02"))
        #expect(february.map(\.deed) == [.adjusted(1), .decided(1, .approved)])
        let vera = try cycle.history(HistoryFilter(actor: "vera"))
        #expect(vera.map(\.deed) == [.approved(by: 2), .reopened])
        // Boris's part of the run is 50.00; the adjustment and the dispute are not his.
        let boris = try cycle.history(HistoryFilter(person: "boris2"))
        #expect(boris.map(\.amount) == [5_000, 5_000, 5_000, 5_000, 5_000, nil])
        #expect(try cycle.history(HistoryFilter(person: "ivan")).isEmpty)
    }
}
