import Company
import Foundation
import Ledger
import Messages
import Payroll
import Samples
import Storage

/// The books of Alfa over a year: what came in is imported, calculated, approved by two, paid and closed, month by month.
actor AlfaBooks {
    private let folder: String
    private let workspace: Workspace
    let cycle: PayCycle
    /// What was posted and paid in each month, January first.
    private(set) var months: [Month] = []
    /// The sum of all accounts after every step; each must be zero.
    private(set) var sums: [Int128] = []

    struct Month: Sendable {
        var rejected = 0
        var problems: [String] = []
        var entries: [LedgerEntry] = []
        var withoutValue: [String] = []
        /// What stood where after the month was closed.
        var balances = Balances()
    }

    init() throws {
        folder = NSTemporaryDirectory() + "stimul-alfa-\(UUID().uuidString)"
        workspace = try Workspace.create(at: folder) { "2026-02-03T09:00:00Z" }
        cycle = PayCycle(workspace, text: try Self.text())
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A year in which every month knows what had come in by then.
    static func asItCame() async throws -> AlfaBooks {
        let books = try AlfaBooks()
        for (month, files) in AlfaYear.increments().enumerated() { try await books.take(month + 1, files) }
        return books
    }

    /// A year in which everything was known from the start.
    static func allAtOnce() async throws -> AlfaBooks {
        let books = try AlfaBooks()
        for month in 1...12 { try await books.take(month, month == 1 ? AlfaCompany.files() : []) }
        return books
    }

    private func take(_ number: Int, _ files: [SampleFile]) async throws {
        let period = "2026-\(number < 10 ? "0" : "")\(number)"
        var month = Month()
        if !files.isEmpty {
            let imported = try cycle.importTables(
                files.map { SourceFile(path: $0.path, bytes: $0.bytes) }, source: "", complete: false, by: "rybakova")
            month.rejected = imported.rejected
            month.problems = imported.diagnostics.filter { $0.severity == .error }.map(\.message.en)
        }
        let calculated = try await cycle.calculate(period, by: "rybakova")
        month.withoutValue = calculated.run.withoutValue.map { "\($0.award.person) \($0.award.matter)" }.sorted()
        try cycle.review(period, by: "rybakova")
        if number == 5, files.contains(where: { $0.path == "sale.csv" }) { try dispute(period) }
        try cycle.approve(period, by: "rybakova")
        try cycle.approve(period, by: "litvinova")
        try note()
        try cycle.pay(period, by: "rybakova")
        try note()
        try cycle.close(period, by: "rybakova")
        month.entries = try workspace.read { try $0.entries(period: period).map(\.entry) }
        month.balances = try workspace.read { try $0.balances() }
        months.append(month)
    }

    /// Semyonova misses her share of a sale; as long as nobody has answered, nobody can approve.
    private func dispute(_ period: String) throws {
        let number = try workspace.write(by: "semenova") {
            try $0.dispute(period: period, person: "semenova", text: "S1379: 30 % моих")
        }
        refusedWhileDisputed = (try? cycle.approve(period, by: "litvinova")) == nil
        try workspace.write(by: "litvinova") {
            try $0.resolveDispute(number, answer: "Верно, доля будет внесена в июне")
        }
    }

    /// Whether an approval was refused while a dispute was open.
    private(set) var refusedWhileDisputed = false

    private func note() throws { sums.append(try workspace.read { try $0.balances().sum }) }

    private static func text() throws -> [SourceFile] {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Examples/alfa").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map {
            SourceFile(path: $0, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
        }
    }
}
