public import Calculation
public import Company
public import Messages
internal import Storage

extension PayCycle {
    /// What a reading of the company's text with the small tables finds, as a check of its folder does.
    ///
    /// Large tables are left out: what is wrong with their rows has nothing to do with a text that is being written.
    ///
    /// - Returns: The company unless something is wrong, and what was found.
    public func reading(of text: [SourceFile]) throws(PayrollFailure) -> (model: CompanyModel?, found: [Diagnostic]) {
        let tables = try read { snapshot in
            try smallRows.tables(
                upTo: try snapshot.factHead, without: CompanyReader.declaredTables(in: text).large, snapshot)
        }
        let reading = CompanyReader.read(text: text, tables: tables)
        return (reading.model, reading.diagnostics + (reading.model.map { CompanyReader.objections(to: $0) } ?? []))
    }

    /// The company of now with all its rows, and the same under a scenario with what is wrong with that.
    ///
    /// - Throws: ``PayrollFailure/company(_:)`` when the company itself is at fault.
    public func reading(
        supposing scenario: Scenario
    ) throws(PayrollFailure) -> (now: CompanyModel, then: CompanyModel?, found: [Diagnostic]) {
        let tables = try read { try $0.tables(upTo: try $0.factHead) }
        let now = CompanyReader.read(text: text, tables: tables)
        guard let model = now.model else { throw .company(now.diagnostics) }
        let then = CompanyReader.read(text: text, tables: tables, supposing: scenario)
        return (model, then.model, then.diagnostics)
    }

    /// A company with all its rows, laid out to be calculated.
    ///
    /// - Throws: ``PayrollFailure/company(_:)``.
    public func run(of text: [SourceFile]) async throws(PayrollFailure) -> Run {
        let company = try await PayCycle(workspace, text: text, threads: threads, columns: columns).askedNow()
        return Run(company.model, await company.everybody(threads: threads))
    }
}
