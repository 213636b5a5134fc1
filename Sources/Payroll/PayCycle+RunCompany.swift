public import Company
internal import Messages
public import Quantities
public import Storage

/// The company as a run saw it: what was decided is told in the words of its own text and rows, not of those of today.
extension PayCycle {
    /// The company of a run without its large tables: who worked there, what plans were called, in what currency was paid.
    ///
    /// - Throws: ``PayrollFailure/company(_:)`` when this version cannot read what an earlier one could.
    public func reference(of run: StoredRun) throws(PayrollFailure) -> CompanyModel {
        let company = try read { try smallRows.company(upTo: run.dataHead, try $0.model(run.model), $0) }
        guard let model = company.model else { throw .company(company.found) }
        return model
    }

    /// The currency in which the last run pays; `nil` while nothing was calculated.
    public func recordedCurrency() throws(PayrollFailure) -> Currency? {
        try lastRun().map { run throws(PayrollFailure) in try reference(of: run).currency }
    }

    /// What the last run came from, without its lines and entries; `nil` while nothing was calculated.
    public func lastRun() throws(PayrollFailure) -> StoredRun? {
        try read { snapshot in try snapshot.runs().last.map { try snapshot.runHead($0.id) } }
    }
}
