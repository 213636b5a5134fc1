/// A run that an approval or a payment relies on, and the record it was kept by.
struct ReliedRun {
    let number: Int64
    let record: Int64

    /// Its rows of a bulky table; `nil` when runs have none there.
    func rows(of table: KeptTable, on connection: Connection) throws(StorageFailure) -> CoveredRows? {
        switch table.name {
        case "runs": try CoveredRows(table, where: "number", is: number, on: connection)
        case "run_lines", "run_entries", "run_notes": try CoveredRows(table, where: "run", is: number, on: connection)
        default: nil
        }
    }
}

extension ReadTransaction {
    /// What is not as it was written of all that an approval or a payment relies on: the chain, the steps, the ledger,
    /// adjustments and disputes as a whole, and of the runs those that are named.
    ///
    /// Imported rows, kept texts and other runs are not read, so it costs little where they are many; what they were is told by
    /// the digests that the run names.
    ///
    /// - Parameter runs: The whole identifiers of the runs; one that is not kept is left out.
    public func reliedFaults(runs: [String]) throws(StorageFailure) -> [AuditFault] {
        var relied: [ReliedRun] = []
        for id in Set(runs) {
            let run = try connection.first("SELECT number, record FROM runs WHERE id = ?", [.text(id)]) {
                ReliedRun(number: $0.integer(0), record: $0.integer(1))
            }
            if let run { relied.append(run) }
        }
        return try ChainAudit.run(on: connection, AuditReport(), expectedHead: nil, relied: relied).faults
    }

    /// Refuses to go on when something relied on is not as it was written.
    ///
    /// - Throws: ``StorageFailure/notAsWritten(path:faults:)``.
    public func checkRelied(runs: [String]) throws(StorageFailure) {
        let faults = try reliedFaults(runs: runs)
        if !faults.isEmpty { throw .notAsWritten(path: connection.path, faults: faults) }
    }
}
