import Company
import Foundation
import GRDB
import Ledger

@testable import Storage

/// A workspace in a folder of its own, removed with it.
final class TestWorkspace: Sendable {
    let folder: String
    let workspace: Workspace

    init(_ schema: Schema = .current) throws {
        folder = Self.newFolder()
        workspace = try Workspace.create(at: folder, schema, clock: Self.clock)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var path: String { workspace.path }

    /// A second one on the same file, as another process has it.
    func another(_ schema: Schema = .current) throws -> Workspace {
        try Workspace.open(at: folder, schema, clock: Self.clock)
    }

    /// Does something behind Stimul's back: without its triggers, which are put back afterwards.
    func tamper(_ body: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { database in
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try body(database)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
    }

    static let clock: @Sendable () -> String = { "2026-02-03T09:00:00Z" }

    static func newFolder() -> String { NSTemporaryDirectory() + "stimul-\(UUID().uuidString)" }
}

extension PlainTable {
    /// A table of sales: key, client and amount.
    static func sales(_ rows: (String, String, String)...) -> PlainTable {
        PlainTable(
            kind: "sale", columns: ["id", "client", "amount"],
            rows: rows.map { PlainRow(key: $0.0, cells: [$0.0, $0.1, $0.2]) })
    }

    /// The rows as `column=cell` texts by key, without the empty cells.
    var content: [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row.key, zip(columns, row.cells).filter { !$0.1.isEmpty }.map { "\($0)=\($1)" }.sorted())
            })
    }
}
