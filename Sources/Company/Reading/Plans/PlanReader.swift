internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads the section `plans`.
final class PlanReader: RuleReading {
    let documents: Documents
    /// The plans that a scenario defines.
    let supposed: SupposedPlans
    /// Whom a plan is for.
    let records: RecordFinder
    /// What formulas may say.
    let formulas: FormulaReader
    let findings: Findings
    /// The metrics through which each asks for a field of the person, as far as they were looked at.
    var chainsToPerson: [Int: [Int]] = [:]

    init(
        _ documents: Documents, _ supposed: SupposedPlans, _ records: RecordFinder, _ formulas: FormulaReader,
        _ findings: Findings
    ) {
        self.documents = documents
        self.supposed = supposed
        self.records = records
        self.formulas = formulas
        self.findings = findings
    }
}
