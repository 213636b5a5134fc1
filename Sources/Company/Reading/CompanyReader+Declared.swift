public import Formulas

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

    /// The names that a company's text declares.
    public static func declaredTables(in text: [SourceFile]) -> Declared {
        let reader = CompanyReader(text)
        reader.readDocuments()
        var declared = Declared()
        declared.events = [Section.events, .splits].flatMap { reader.sections[$0] ?? [] }.map(\.name)
        declared.rates = (reader.sections[.rateTables] ?? []).map(\.name)
        declared.plans = (reader.sections[.plans] ?? []).map { ($0.name, $0.key.place) }
        return declared
    }
}
