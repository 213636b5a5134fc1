internal import Formulas
internal import Quantities

/// Everything a formula of a company may name, and the figures out of events that formulas have asked for.
final class Names {
    var currency: Currency
    var eventKinds: [EventKind] = []
    var splitKinds: [SplitKind] = []
    var recordKinds: [String: RecordKind] = [:]
    var assignmentKind = RecordKind(name: "assignment", fields: [])
    /// Names of formulas over events, by the event kind's number.
    var computed: [Int: [String: ComputedValue]] = [:]
    var rateTables: [String: NamedRateTable] = [:]
    /// Rate tables whose own declaration is at fault.
    var faultyRateTables: Set<String> = []
    var metrics: [String: (number: Int, unit: Unit)] = [:]
    /// Metrics whose own definition is at fault: what is built on them is not faulted once more.
    var faulty: Set<String> = []
    var parameters: [String: (number: Int, unit: Unit)] = [:]
    private(set) var aggregates: [Aggregate] = []
    private var aggregateNumbers: [Aggregate: Int] = [:]

    init(currency: Currency) {
        self.currency = currency
    }

    /// The number of a figure out of events; the same figure asked for twice is one.
    func register(_ aggregate: Aggregate) -> Int {
        if let number = aggregateNumbers[aggregate] { return number }
        aggregates.append(aggregate)
        aggregateNumbers[aggregate] = aggregates.count - 1
        return aggregates.count - 1
    }

    func eventKind(named name: String) -> Int? {
        eventKinds.firstIndex { $0.name == name }
    }

    func splitKind(named name: String) -> Int? {
        splitKinds.firstIndex { $0.name == name }
    }

    /// A field of a person's assignment or record, by name; the assignment's comes first.
    func personField(named name: String) -> (field: PersonField, type: FormulaType)? {
        if name == "share" { return (.share, .number(.plain)) }
        if let index = assignmentKind.field(named: name) {
            return (.assignment(index), assignmentKind.fields[index].type.formulaType(currency))
        }
        if let kind = recordKinds[BuiltInKind.person], let index = kind.field(named: name) {
            return (.record(index), kind.fields[index].type.formulaType(currency))
        }
        // A company that records a tenure of its own means that one.
        return name == "tenure" ? (.tenure, .number(.plain)) : nil
    }

    var personFieldNames: [String] {
        (["share", "tenure"] + assignmentKind.fields.map(\.name)
            + (recordKinds[BuiltInKind.person]?.fields.map(\.name) ?? []))
            .map { "person.\($0)" }
    }
}
