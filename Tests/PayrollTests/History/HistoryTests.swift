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

    @Test("the withdrawal of an adjustment: who proposed it, who decided it, and that one was rejected")
    func withdrawal() async throws {
        let company = try await company()
        try company.workspace.write(by: "olga") { try $0.withdraw(1, reason: "entered twice") }
        try company.workspace.write(by: "boris") { try $0.decide(1, .rejected, reason: "only once") }
        try company.workspace.write(by: "vera") { try $0.withdraw(1, reason: "twice after all") }
        try company.workspace.write(by: "boris") { try $0.decide(1, .approved) }
        let told = [
            "olga | withdrawn(1) | 2026-02 | anna | 30.00 | entered twice",
            "boris | withdrawalDecided(1, Storage.Adjustment.Decision.Verdict.rejected) | 2026-02 | anna | 30.00 | only once",
            "vera | withdrawn(1) | 2026-02 | anna | 30.00 | twice after all",
            "boris | withdrawalDecided(1, Storage.Adjustment.Decision.Verdict.approved) | 2026-02 | anna | 30.00 | ",
        ]
        #expect(try company.cycle.history().suffix(4).map(text) == told)
        #expect(try company.cycle.history(HistoryFilter(person: "anna")).suffix(4).map(text) == told)
        #expect(try company.cycle.history(HistoryFilter(person: "boris2")).suffix(1).map(\.deed) == [.reopened])
    }

    @Test("a restore tells what it undid, to whomever is asked about")
    func restored() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-13,bella,20000,,")
        try await company.approve("2026-01")
        let backup = "\(company.folder)/copy.sqlite"
        try company.workspace.backup(to: backup)
        try company.cycle.pay("2026-01", by: "olga")
        try company.workspace.close()
        let found = try Workspace.restoration(of: backup, to: company.folder)
        try Workspace.restore(
            from: backup, to: company.folder, seen: found, by: "olga", reason: "the disk was damaged",
            clock: { "2026-02-04T09:00:00Z" })
        let cycle = PayCycle(
            try Workspace.open(at: company.folder, clock: { "2026-02-05T09:00:00Z" }), text: company.cycle.text)
        // 10 % of 10 000 and of 20 000 were paid; the payment itself is no longer among the records.
        for person in [nil, "anna"] {
            let history = try cycle.history(HistoryFilter(person: person))
            #expect(history.last.map(text) == "olga | restored | — | — | -3 000.00 | the disk was damaged")
            #expect(!history.contains { $0.deed == .paid })
        }
    }
}
