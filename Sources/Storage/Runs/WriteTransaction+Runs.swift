internal import Messages

extension WriteTransaction {
    /// Keeps a run; one whose identifier is known is kept already, and nothing is written.
    ///
    /// - Throws: ``StorageFailure/noSuchModel(_:)`` when its model is not kept.
    public func save(_ run: StoredRun) throws(StorageFailure) {
        if try runNumber(run.id) != nil { return }
        let model = try connection.first("SELECT 1 FROM models WHERE digest = ?", [.text(run.model)]) { $0.integer(0) }
        guard model != nil else { throw .noSuchModel(run.model) }
        for entry in run.entries { try check(entry) }
        try recorded("run") { () throws(StorageFailure) in
            let number = try append(to: "runs", Self.values(of: run))
            for line in run.lines { try append(to: "run_lines", Self.values(of: line, number)) }
            for entry in run.entries { try append(to: "run_entries", entry.values(run: number)) }
            for note in run.notes { try append(to: "run_notes", Self.values(of: note, number)) }
            let detail: [String: DetailValue] = [
                "id": .text(run.id), "period": .text(run.period), "lines": .number(Int64(run.lines.count)),
                "entries": .number(Int64(run.entries.count)),
            ]
            return ((), detail: detail)
        }
    }

    private static func values(of run: StoredRun) -> [SQLValue] {
        [
            .text(run.id), .text(run.period), .text(run.model), .integer(run.dataHead), .text(run.dataDigest),
            .text(run.adjustments.map(String.init).joined(separator: " ")), .integer(run.ledgerHead),
        ]
    }

    private static func values(of line: RunLine, _ run: Int64) -> [SQLValue] {
        [
            .integer(run), .text(line.person), .text(line.plan), .text(line.component), .text(line.period),
            .text(line.from), .text(line.until), .optional(line.amount),
            .text(line.kept),
        ]
    }

    private static func values(of note: RunNote, _ run: Int64) -> [SQLValue] {
        [
            .integer(run), .text(note.severity.rawValue), .text(note.place),
            .text(LineRemarks.text(of: note.message)), .text(note.remedy?.en ?? ""),
            .text(note.remedy?.ru ?? ""),
        ]
    }
}
