internal import Formulas
public import Messages

extension CompanyReader {
    /// The names that a company's text declares, without looking at anything behind them.
    public struct Declared: Sendable {
        /// Kinds of events and of their splits.
        public var events: [String] = []
        /// Rate tables.
        public var rates: [String] = []
        /// The tables that may have millions of rows: events, their splits, targets and entered values.
        public var large: Set<String> { Set(events).union(["targets", "entered"]) }
        /// Plans, with the place where each begins.
        public var plans: [(name: String, place: Place)] = []
    }

    /// How the tables of events hang together, as a company's text declares it.
    public struct DeclaredEvents: Sendable {
        /// A table of events.
        public struct Kind: Sendable {
            /// Its name.
            public var name: String
            /// The fields by which its rows name rows of another table.
            public var references: [Reference]
        }

        /// A field by which a row names a row of another table.
        public struct Reference: Sendable {
            /// The field's name.
            public var field: String
            /// The field's index.
            public var index: Int
            /// The table whose rows it names.
            public var names: String
        }

        /// The tables of events, in the order of the model's event kinds.
        public var kinds: [Kind] = []
        /// The tables of shares, with the table whose events each divides.
        public var splits: [String: String] = [:]
    }

    /// How the tables of events hang together, as far as the text can be read.
    public static func declaredEvents(in text: [SourceFile]) -> DeclaredEvents {
        let (documents, findings) = documents(in: text)
        let names = Kinds(documents, CompanySettings(documents, findings).currency, findings).names
        var declared = DeclaredEvents()
        declared.kinds = names.eventKinds.map { kind in
            let references = kind.ownFields.enumerated().compactMap { index, field -> DeclaredEvents.Reference? in
                guard case .event(let name) = field.type else { return nil }
                return DeclaredEvents.Reference(field: field.name, index: index, names: name)
            }
            return DeclaredEvents.Kind(name: kind.name, references: references)
        }
        for split in names.splitKinds where split.inherited == nil {
            declared.splits[split.name] = names.eventKinds[split.event].name
        }
        return declared
    }

    /// The columns of the tables whose rows programs may send, by table: events, targets, entered values and assignments.
    public static func sentColumns(in text: [SourceFile]) -> [String: [String]] {
        let (documents, findings) = documents(in: text)
        let names = Kinds(documents, CompanySettings(documents, findings).currency, findings).names
        var columns = Dictionary(names.eventKinds.map { ($0.name, $0.tableColumns.map(\.name)) }) { first, _ in first }
        columns["targets"] = RecordedValues.tableColumns(entered: false).map(\.name)
        columns["entered"] = RecordedValues.tableColumns(entered: true).map(\.name)
        columns["assignments"] = names.assignmentKind.assignmentColumns.map(\.name)
        return columns
    }

    /// The names that a company's text declares.
    public static func declaredTables(in text: [SourceFile]) -> Declared {
        let documents = documents(in: text).documents
        var declared = Declared()
        declared.events = (documents[.events] + documents[.splits]).map(\.name)
        declared.rates = documents[.rateTables].map(\.name)
        declared.plans = documents[.plans].map { ($0.name, $0.key.place) }
        return declared
    }

    /// What the YAML files among a company's files define, and what is wrong with them.
    static func documents(in text: [SourceFile]) -> (documents: Documents, findings: Findings) {
        let findings = Findings(text)
        return (Documents(ofCompany: CompanyFiles(text).texts, findings), findings)
    }
}
