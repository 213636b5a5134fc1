import Foundation
import GRDB
import Ledger
import Payroll
import Testing

@testable import Storage

/// What was changed behind Stimul's back is seen before money moves.
///
/// Anna sells 10 000 and is paid 10 % of it, 1 000.00.
struct AlteredRecordsTests {
    private func reviewed() async throws -> PayCompany {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        return company
    }

    private func refusal(_ step: () throws -> Void) async -> String { await PayCompany.refusal(step) ?? "" }

    @Test("entries that were altered between calculation and approval refuse the first approval")
    func entries() async throws {
        let company = try await reviewed()
        try company.tamper { try $0.execute(sql: "UPDATE run_entries SET amount = amount * 10") }
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(refusal.contains("was changed from outside: the rows of record 3 are not those it was written over"))
        #expect(refusal.contains("run_entries"))
        #expect(try company.entries().isEmpty)
        // And the approver is not noted either.
        #expect(try company.workspace.read { try $0.life(of: "2026-01") }.approvers == [])
    }

    @Test("… and the second approval too")
    func betweenApprovals() async throws {
        let company = try await reviewed()
        try company.cycle.approve("2026-01", by: "boris")
        try company.tamper { try $0.execute(sql: "UPDATE run_lines SET amount = amount * 10") }
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "vera") }
        #expect(refusal.contains("run_lines"))
        #expect(try company.entries().isEmpty)
    }

    @Test("entries that were altered after the approval are not paid")
    func beforePayment() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.approve("2026-01")
        try company.tamper { try $0.execute(sql: "UPDATE entries SET amount = amount * 10") }
        let refusal = await refusal { try company.cycle.pay("2026-01", by: "olga") }
        #expect(refusal.contains("(entries)"))
        #expect(try company.workspace.read { try $0.life(of: "2026-01") }.state == .approved)
    }

    @Test("an approver forged by SQL is neither believed nor shown as one")
    func forgedApprover() async throws {
        let company = try await reviewed()
        let (run, record) = try company.workspace.read { snapshot in
            (try snapshot.life(of: "2026-01").run, try snapshot.auditHead().number)
        }
        try company.tamper { database in
            try database.execute(
                sql: "INSERT INTO period_steps VALUES (3, ?, '2026-01', 'approve', 'vera', ?, '')",
                arguments: [record, run])
        }
        #expect(try !company.cycle.doubts().isEmpty)
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(refusal.contains("(period_steps)"))
        #expect(try company.entries().isEmpty)
    }

    @Test("rows that were altered after the calculation refuse the second approval")
    func rows() async throws {
        let company = try await reviewed()
        try company.cycle.approve("2026-01", by: "boris")
        try company.tamper {
            try $0.execute(sql: "UPDATE facts SET cells = replace(cells, '10000', '10001') WHERE cells LIKE '%10000%'")
        }
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "vera") }
        #expect(refusal.hasPrefix("the rows that are kept are not those from which 2026-01 was calculated"))
    }

    @Test("a text that was altered after the calculation refuses both approvals")
    func text() async throws {
        let company = try await reviewed()
        try company.tamper {
            try $0.execute(sql: "UPDATE model_files SET content = CAST(replace(content, '10%', '90%') AS BLOB)")
        }
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(refusal.hasPrefix("the text that is kept is not the one by which 2026-01 was calculated"))
    }

    /// From a time when any amount could be entered: −2⁶³ has no negation, so no entry can hold it.
    @Test("an approved adjustment that no sum can hold is named by the calculation, and can be withdrawn")
    func hugeAdjustment() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try company.workspace.write(by: "olga") { writing in
            try writing.recorded("adjustment") { () throws(StorageFailure) in
                let values = ["2026-01", "anna"].map(SQLValue.text) + [.integer(.min)]
                try writing.append(
                    to: "adjustments", values + ["adjustment", "", "a slip", "olga"].map(SQLValue.text))
                return ((), detail: [:])
            }
        }
        try company.cycle.decide(1, .approved, reason: "", by: "boris")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-01") }
        #expect(refusal?.hasPrefix("adjustment 1 of anna is so large that nothing can be added to it") == true)
        try company.cycle.withdraw(1, reason: "a slip", by: "olga")
        try company.cycle.decide(1, .approved, reason: "", by: "boris")
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 000.00")
    }

    /// Whoever may write the file may also compute digests: the chain is then whole again, and only the figures tell.
    @Test("a run that was rewritten together with the chain is caught by the reference")
    func rewrittenRun() async throws {
        let company = try await reviewed()
        try company.cycle.approve("2026-01", by: "boris")
        try company.rewriteHistory { database in
            try database.execute(sql: "UPDATE run_lines SET amount = amount * 10")
            try database.execute(sql: "UPDATE run_entries SET amount = amount * 10")
        }
        #expect(try company.workspace.audit().isSound)
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "vera") }
        // 1 000.00 came out; ten times that is proposed.
        #expect(
            refusal.contains(
                "anna, seller · commission · 2026-01 · 2026-01-01…2026-02-01: the run says 1000000, the reference comes to 100000"
            ), "\(refusal)")
        #expect(try company.entries().isEmpty)
    }

    @Test("entries that were rewritten with the chain, but not the lines, are caught at the first approval")
    func rewrittenEntries() async throws {
        let company = try await reviewed()
        try company.rewriteHistory { try $0.execute(sql: "UPDATE run_entries SET amount = amount * 10") }
        let refusal = await refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(
            refusal.contains("anna, seller · commission · 2026-01: the entries come to 1000000, the lines to 100000"),
            "\(refusal)")
    }
}

extension PayCompany {
    /// Does something behind Stimul's back: without its triggers, which are put back afterwards.
    func tamper(_ body: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: workspace.path, configuration: configuration)
        try queue.write { database in
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try body(database)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
    }

    /// As ``tamper(_:)``, and writes the digests of all records anew, as whoever knows the form can.
    func rewriteHistory(_ body: (Database) throws -> Void) throws {
        try tamper { database in
            try body(database)
            let connection = Connection(database, path: workspace.path, .current)
            let records = try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number")
            var previous: [UInt8] = []
            for row in records {
                let number: Int64 = row["number"]
                var content = SHA256Stream()
                for table in Schema.current.covered {
                    try CoveredRows(table, where: "record", is: number, on: connection).digestAll(into: &content)
                }
                let record = AuditRecord(
                    number: number, at: row["at"], actor: row["actor"], action: row["action"], detail: row["detail"],
                    content: content.finish().bytes, previous: previous)
                previous = record.digest
                try database.execute(
                    sql: "UPDATE audit SET content = ?, previous = ?, digest = ? WHERE number = ?",
                    arguments: [Data(record.content), Data(record.previous), Data(record.digest), number])
            }
        }
    }
}
