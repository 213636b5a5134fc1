import Company
import Foundation
import Ledger
import Messages
import Payroll
import Quantities
import Storage
import StoredColumns
import Testing

/// A company written down in a test, with a workspace in a folder of its own in which its months are paid one by one.
final class PayCompany {
    let workspace: Workspace
    let folder: String
    private var texts: [String: String]
    var threads = 1
    /// Where columns are kept between calculations; nowhere unless a test asks for it.
    var columns: WorkspaceColumns?

    /// - Parameters:
    ///   - yaml: The company's text.
    ///   - tables: Rows that come in at once.
    init(_ yaml: String, _ tables: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        workspace = try Workspace.create(at: folder, clock: { "2026-02-03T09:00:00Z" })
        texts = ["company.yaml": yaml]
        if !tables.isEmpty {
            let imported = try learn(tables)
            try #require(imported.rejected == 0, "\(imported.diagnostics.map { $0.rendered(in: .en) })")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var cycle: PayCycle { PayCycle(workspace, text: Self.files(texts), threads: threads, columns: columns) }

    /// Changes the company's text from now on.
    func rewrite(_ old: String, _ new: String) throws {
        let text = try #require(texts["company.yaml"])
        try #require(text.contains(old))
        texts["company.yaml"] = text.replacing(old, with: new)
    }

    // MARK: Rows

    /// Takes rows in.
    @discardableResult
    func learn(
        _ tables: [String: String], source: String = "", complete: Bool = false
    ) throws -> PayCycle.Imported {
        try cycle.importTables(Self.files(tables), source: source, complete: complete, by: "olga")
    }

    /// Takes rows in, none of which may be refused.
    func accept(_ table: String, _ rows: String...) throws {
        let text = ([Self.header(of: table)] + rows).map { $0 + "\n" }.joined()
        let imported = try learn([table: text])
        try #require(imported.rejected == 0, "\(imported.diagnostics.map { $0.rendered(in: .en) })")
    }

    private static func files(_ texts: [String: String]) -> [SourceFile] {
        texts.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
    }

    // MARK: Steps

    @discardableResult
    func calculate(_ period: String) async throws -> PayCycle.Calculated {
        try await cycle.calculate(period, by: "olga")
    }

    /// Calculates a period and has it approved by two.
    @discardableResult
    func approve(_ period: String) async throws -> StoredRun {
        let run = try await calculate(period).run
        try cycle.review(period, by: "olga")
        try cycle.approve(period, by: "boris")
        try cycle.approve(period, by: "vera")
        return run
    }

    /// A period's whole life, from the calculation to the end.
    @discardableResult
    func finish(_ period: String) async throws -> StoredRun {
        let run = try await approve(period)
        try cycle.pay(period, by: "olga")
        try cycle.close(period, by: "olga")
        return run
    }

    /// Enters an adjustment and has it approved; in whole roubles.
    func adjust(
        _ person: String, _ period: String, _ roubles: Int64, _ kind: Adjustment.Kind = .adjustment
    ) throws {
        let number = try workspace.write(by: "olga") {
            try $0.adjust(person, period: period, amount: roubles * 100, kind: kind, order: "order 7", reason: "test")
        }
        try workspace.write(by: "boris") { try $0.decide(number, .approved) }
    }

    // MARK: What came of it

    var balances: Balances { get throws { try workspace.read { try $0.balances() } } }

    /// What stands in an account for a person, in roubles: `1 250.50`.
    func total(_ account: Account, _ person: String = "anna") throws -> String {
        Self.roubles(Int64(try balances.total(account, of: person)))
    }

    /// The entries of a pay period: `correction anna: accrued → earned 270.00`.
    func entries(_ period: String? = nil) throws -> [String] {
        try workspace.read { try $0.entries(period: period) }.map { Self.text(of: $0.entry) }
    }

    static func text(of entry: LedgerEntry) -> String {
        let moved = "\(entry.from.rawValue) → \(entry.to.rawValue) \(roubles(entry.amount))"
        return "\(entry.cause.rawValue) \(entry.obligation.person): \(moved)"
    }

    static func roubles(_ minorUnits: Int64) -> String {
        (try? FixedDecimal(minorUnits: minorUnits, places: 2).text(places: 2, group: " ")) ?? "?"
    }

    /// Why a step is refused, in English; nothing when it is not.
    static func refusal(_ step: () async throws -> Void) async -> String? {
        do {
            try await step()
            return nil
        } catch {
            return PayrollFailure(error).text.en
        }
    }
}
