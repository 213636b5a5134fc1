internal import Formulas
public import Messages
public import Periods

/// What is supposed of a company, beside what its files say: other definitions, and rows added, changed or cancelled.
///
/// A company under a scenario is read from the same files as the company itself, so nothing that is stored changes, and
/// whatever a file may hold may be supposed.
public struct Scenario: Sendable {
    /// YAML files whose definitions take the place of those with the same name in the same section; others are added.
    public var definitions: [SourceFile] = []
    /// The plans of the company that are left out.
    public var withoutPlans: [String] = []
    /// The day from which the plans among the definitions are in force, in place of the one they name.
    public var plansFrom: CivilDay?
    /// The rows, in the order in which they were said.
    public var rows: [RowEdit] = []

    /// What stands before the name of a part, `add`, `without`, `from`, where a place in it is named: on a command line the
    /// parts are options.
    public var placePrefix = ""

    /// Supposes nothing.
    public init() {}

    /// One row that is supposed to be other than it is.
    public struct RowEdit: Sendable, Hashable {
        /// What becomes of it.
        public var action: Action
        /// Which row, and with which values.
        public var said: Said

        /// Supposes a row that is written as on a command line: `sale: date=2026-03-20, amount=300 000 RUB`,
        /// `sale 1042: amount=…`, `sale 1042`.
        public init(_ action: Action, _ text: String) {
            self.action = action
            said = .text(text)
        }

        /// Supposes a row by its parts; none of them can be taken for another, whatever characters it has.
        ///
        /// The place of a fault is the number of the row among those of its action; the finding itself names the field.
        public init(_ action: Action, kind: String, id: String?, cells: [Cell] = []) {
            self.action = action
            said = .parts(kind: kind, id: id, cells: cells)
        }

        /// Which row, and with which values.
        public enum Said: Sendable, Hashable {
            /// As one line.
            case text(String)
            /// By its parts.
            case parts(kind: String, id: String?, cells: [Cell])
        }

        /// A value with the name of its field.
        public struct Cell: Sendable, Hashable {
            /// The name of the field.
            public var name: String
            /// The value as a table has it, or with a unit as a formula has it.
            public var value: String

            /// Makes a cell.
            public init(_ name: String, _ value: String) {
                self.name = name
                self.value = value
            }
        }
    }

    /// Whether nothing but rows is supposed.
    public var isOnlyRows: Bool { definitions.isEmpty && withoutPlans.isEmpty && plansFrom == nil && !rows.isEmpty }

    /// What becomes of a row; the word stands for the file in the places of diagnostics.
    public enum Action: String, Sendable, CaseIterable {
        /// It is there as well.
        case add
        /// Some of its values are different.
        case change
        /// It is not there.
        case cancel
    }
}

extension CompanyReader {
    /// A company as it would be under a scenario.
    ///
    /// Faults of the scenario are found as those of files are. Their place is the part of the scenario and the number
    /// of its use: `add:1:24`.
    public static func read(
        _ files: [SourceFile], supposing scenario: Scenario
    ) -> (model: CompanyModel?, diagnostics: [Diagnostic]) {
        let company = ReadCompany(ReadingRequest(files, supposing: scenario))
        return (company.findings.hasErrors ? nil : company.model, company.diagnostics)
    }
}
