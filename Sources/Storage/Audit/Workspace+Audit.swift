internal import GRDB
internal import Ledger

extension Workspace {
    /// Reads everything and compares it with what was written: the file, the tables, the chain with every row, and the ledger.
    ///
    /// - Parameter expectedHead: the end of the chain as it was noted elsewhere. Without it nothing can tell that the last records
    ///   were cut off together with their rows.
    /// - Throws: ``StorageFailure`` when the file cannot be read at all; what is wrong in it is in the report.
    public func audit(expectedHead: AuditHead? = nil) throws -> AuditReport {
        var report: AuditReport?
        do {
            try read { report = try $0.audit(expectedHead: expectedHead) }
        } catch {
            // On a damaged file even the end of a reading fails; what was found until then is the answer.
            guard let report, !report.isSound else { throw error }
            return report
        }
        return report ?? AuditReport()
    }
}

extension ReadTransaction {
    func audit(expectedHead: AuditHead?) throws(StorageFailure) -> AuditReport {
        var report = AuditReport()
        try stage(&report) { report throws(StorageFailure) in report.faults += try schemaFaults() }
        try stage(&report) { report throws(StorageFailure) in report.faults += try fileFaults() }
        try stage(&report) { report throws(StorageFailure) in
            report = try ChainAudit.run(on: connection, report, expectedHead: expectedHead)
        }
        try stage(&report) { report throws(StorageFailure) in report.faults += try ledgerFaults() }
        return report
    }

    /// Goes on to the next stage when what is damaged ends one.
    private func stage(
        _ report: inout AuditReport, _ work: (inout AuditReport) throws(StorageFailure) -> Void
    ) throws(StorageFailure) {
        do {
            try work(&report)
        } catch {
            switch error {
            case .corrupted(_, let detail), .database(_, _, let detail): report.faults.append(.damaged(detail: detail))
            default: throw error
            }
        }
    }

    private func fileFaults() throws(StorageFailure) -> [AuditFault] {
        let damages = try connection.rows("PRAGMA integrity_check") { $0.text(0) }
        let dangling = try connection.rows("PRAGMA foreign_key_check") {
            AuditFault.danglingReference(table: $0.text(0), row: $0.integer(1), to: $0.text(2))
        }
        return damages.filter { $0 != "ok" }.map { .damaged(detail: $0) } + dangling
    }

    private func ledgerFaults() throws(StorageFailure) -> [AuditFault] {
        let empty = try connection.rows(
            "SELECT number FROM entries WHERE amount <= 0 OR from_account = to_account ORDER BY number"
        ) { AuditFault.entry($0.integer(0)) }
        let sum = try balances().sum
        return empty + (sum == 0 ? [] : [.balance(sum: String(sum))])
    }

    private func schemaFaults() throws(StorageFailure) -> [AuditFault] {
        let expected = try Self.freshSchema(connection)
        let found = try Self.schema(connection)
        let names = Set(expected.keys).union(found.keys).sorted()
        return names.filter { expected[$0] != found[$0] }.map { .schema(name: $0) }
    }

    /// The schema that a new database of the same version has.
    private static func freshSchema(_ own: Connection) throws(StorageFailure) -> [String: String] {
        try Workspace.mapping(own.path) {
            let queue = try DatabaseQueue()
            try own.schema.migrator.migrate(queue)
            return try queue.read { database in try schema(Connection(database, path: own.path, own.schema)) }
        }
    }

    /// Every object of a database with its SQL, and the migrations it has gone through.
    private static func schema(_ connection: Connection) throws(StorageFailure) -> [String: String] {
        let objects = try connection.rows("SELECT name, coalesce(sql, '') FROM sqlite_master") {
            ($0.text(0), $0.text(1))
        }
        let steps = try connection.rows("SELECT identifier FROM grdb_migrations") { ("migration \($0.text(0))", "") }
        return Dictionary(objects + steps) { first, second in "\(first)\n\(second)" }
    }
}
