internal import Ledger
internal import Messages

extension ReadTransaction {
    /// The run whose identifier is, or alone begins with, what was written.
    ///
    /// - Parameter person: Whose lines and entries alone are read; everybody's when `nil`.
    /// - Throws: ``StorageFailure/noSuchRun(_:)``, ``StorageFailure/ambiguousRun(_:candidates:)``.
    public func run(_ prefix: String, person: String? = nil) throws(StorageFailure) -> StoredRun {
        let number = try runNumber(startingWith: prefix)
        var run = try head(ofRun: number, prefix)
        run.lines = try lines(of: number, person)
        run.entries = try connection.rows(
            """
            SELECT \(LedgerEntry.columns) FROM run_entries WHERE run = ?1 AND (?2 IS NULL OR person = ?2) ORDER BY number
            """, [.integer(number), person.map(SQLValue.text) ?? .null]
        ) { row throws(StorageFailure) in try entry(row) }
        run.notes = try notes(of: number)
        return run
    }

    /// A run without its lines, entries and notes: what it came from.
    ///
    /// - Throws: As ``run(_:person:)``.
    public func runHead(_ prefix: String) throws(StorageFailure) -> StoredRun {
        try head(ofRun: try runNumber(startingWith: prefix), prefix)
    }

    private func head(ofRun number: Int64, _ prefix: String) throws(StorageFailure) -> StoredRun {
        let head = try connection.first(
            "SELECT id, period, model, data_head, data_digest, adjustments, ledger_head FROM runs WHERE number = ?",
            [.integer(number)]
        ) {
            StoredRun(
                id: $0.text(0), period: $0.text(1), model: $0.text(2), dataHead: $0.integer(3), dataDigest: $0.text(4),
                adjustments: $0.text(5).split(separator: " ").compactMap { Int64($0) }, ledgerHead: $0.integer(6))
        }
        guard let head else { throw .noSuchRun(prefix) }
        return head
    }

    /// The runs of a period, or of all, in the order in which they were kept.
    public func runs(period: String? = nil) throws(StorageFailure) -> [RunSummary] {
        try connection.rows(
            """
            SELECT id, period, model, at, actor FROM runs JOIN audit ON audit.number = record
            WHERE ?1 IS NULL OR period = ?1 ORDER BY runs.number
            """, [period.map(SQLValue.text) ?? .null]
        ) {
            RunSummary(id: $0.text(0), period: $0.text(1), model: $0.text(2), at: $0.text(3), actor: $0.text(4))
        }
    }

    /// The number of the run with exactly this identifier.
    func runNumber(_ id: String) throws(StorageFailure) -> Int64? {
        try connection.first("SELECT number FROM runs WHERE id = ?", [.text(id)]) { $0.integer(0) }
    }

    private func runNumber(startingWith prefix: String) throws(StorageFailure) -> Int64 {
        if let exact = try runNumber(prefix) { return exact }
        guard !prefix.isEmpty else { throw .noSuchRun(prefix) }
        let found = try connection.rows(
            "SELECT number, id FROM runs WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", [.text(prefix)]
        ) { (number: $0.integer(0), id: $0.text(1)) }
        guard let first = found.first else { throw .noSuchRun(prefix) }
        guard found.count == 1 else { throw .ambiguousRun(prefix, candidates: found.map(\.id)) }
        return first.number
    }

    private func lines(of run: Int64, _ person: String?) throws(StorageFailure) -> [RunLine] {
        try connection.rows(
            """
            SELECT person, plan, component, period, from_day, until_day, amount, remarks
            FROM run_lines WHERE run = ?1 AND (?2 IS NULL OR person = ?2) ORDER BY number
            """, [.integer(run), person.map(SQLValue.text) ?? .null]
        ) {
            RunLine(
                person: $0.text(0), plan: $0.text(1), component: $0.text(2), period: $0.text(3), from: $0.text(4),
                until: $0.text(5), amount: $0.optionalInteger(6), kept: $0.text(7))
        }
    }

    /// A database of the first version that is only read has no notes.
    private func notes(of run: Int64) throws(StorageFailure) -> [RunNote] {
        guard connection.schema.covered.contains(where: { $0.name == "run_notes" }) else { return [] }
        return try connection.rows(
            "SELECT severity, place, message, remedy_en, remedy_ru FROM run_notes WHERE run = ? ORDER BY number",
            [.integer(run)]
        ) { row throws(StorageFailure) in
            let severity = try connection.decoded(row.text(0), as: Diagnostic.Severity.self)
            guard let message = LineRemarks.message(row.text(2)) else {
                throw .corrupted(path: connection.path, detail: row.text(2))
            }
            let remedy = LocalizedText(en: EnglishText(row.text(3)), ru: RussianText(row.text(4)))
            return RunNote(severity, message, place: row.text(1), remedy: remedy.en.isEmpty ? nil : remedy)
        }
    }
}
