internal import Formulas
internal import Messages
internal import Quantities

/// Everything a formula of a company may name, and the figures out of events that formulas have asked for.
///
/// Kinds make it. Each later step that defines names adds its own, and formulas add what they ask for.
final class Names {
    let currency: Currency
    let recordKinds: [String: RecordKind]
    let assignmentKind: RecordKind
    private(set) var eventKinds: [EventKind]
    private(set) var splitKinds: [SplitKind]
    /// Names of formulas over events, by the event kind's number.
    private(set) var computed: [Int: [String: ComputedValue]]
    private(set) var rateTables: [String: NamedRateTable] = [:]
    /// Rate tables that are not read, or whose own declaration is at fault.
    private(set) var faultyRateTables: Set<String> = []
    private(set) var metrics: [String: (number: Int, unit: Unit)] = [:]
    /// Metrics whose own definition is at fault: what is built on them is not faulted once more.
    private(set) var faulty: Set<String> = []
    private(set) var parameters: [String: (number: Int, unit: Unit)] = [:]
    private(set) var aggregates: [Aggregate] = []
    private var aggregateNumbers: [Aggregate: Int] = [:]

    /// Knows the kinds of a company.
    ///
    /// - Parameter computed: The names of formulas over events, whose formulas are not read yet.
    init(
        _ currency: Currency, _ recordKinds: [String: RecordKind], _ assignmentKind: RecordKind,
        _ eventKinds: [EventKind], _ splitKinds: [SplitKind], computed: [Int: [String: ComputedValue]] = [:]
    ) {
        self.currency = currency
        self.recordKinds = recordKinds
        self.assignmentKind = assignmentKind
        self.eventKinds = eventKinds
        self.splitKinds = splitKinds
        self.computed = computed
    }

    // MARK: Defining

    /// Says whose the events of a kind are.
    func define(credit: CreditRule, of event: Int) { eventKinds[event].credit = credit }

    /// Makes the names of rate tables known before any of them is read.
    func announce(rateTables: [String]) { faultyRateTables = Set(rateTables) }

    /// Defines a rate table.
    func define(rateTable: NamedRateTable, _ name: String) {
        rateTables[name] = rateTable
        faultyRateTables.remove(name)
    }

    /// Gives a computed value of events its formula.
    func define(computed value: ComputedValue, _ name: String, of event: Int) { computed[event]?[name] = value }

    /// Defines a parameter.
    func define(parameter name: String, number: Int, _ unit: Unit) { parameters[name] = (number, unit) }

    /// Defines a metric.
    func define(metric name: String, number: Int, _ unit: Unit) { metrics[name] = (number, unit) }

    /// Notes a metric whose definition is at fault.
    func refuse(metric name: String) { faulty.insert(name) }

    // MARK: What formulas ask for

    /// The number of a figure out of events; the same figure asked for twice is one.
    func register(_ aggregate: Aggregate) -> Int {
        if let number = aggregateNumbers[aggregate] { return number }
        aggregates.append(aggregate)
        aggregateNumbers[aggregate] = aggregates.count - 1
        return aggregates.count - 1
    }

    /// The column of a kind that repeats a field of the event it names; it is added when something asks for it first.
    func gather(_ event: Int, _ source: GatheredField) -> Int {
        let own = eventKinds[event].ownFields.count
        if let known = eventKinds[event].gathered.firstIndex(of: source) { return own + known }
        let other = source.field.map { eventKinds[source.event].fields[$0] } ?? Field("id", .text)
        let name = "\(eventKinds[event].fields[source.reference].name).\(other.name)"
        eventKinds[event].gathered.append(source)
        eventKinds[event].fields.append(Field(name, other.type, isOptional: true))
        return eventKinds[event].fields.count - 1
    }

    /// The number of the table that gives each event the shares of the event it names.
    func inherit(_ split: Int, _ event: Int, _ reference: Int) -> Int {
        let source = SplitKind.InheritedSplit(split: split, reference: reference)
        if let known = splitKinds.firstIndex(where: { $0.event == event && $0.inherited == source }) { return known }
        splitKinds.append(SplitKind(name: splitKinds[split].name, event: event, inherited: source))
        return splitKinds.count - 1
    }

    // MARK: Finding

    func eventKind(named name: String) -> Int? {
        eventKinds.firstIndex { $0.name == name }
    }

    func splitKind(named name: String) -> Int? {
        splitKinds.firstIndex { $0.name == name }
    }

    /// A field of a person's assignment or record, by name; the assignment's comes first.
    func personField(named name: String) -> (field: PersonField, type: FormulaType)? {
        if name == "share" { return (.share, .number(.plain)) }
        if let index = assignmentKind.field(named: name), assignmentKind.fields[index].isInFormulas {
            return (.assignment(index), assignmentKind.fields[index].type.formulaType(currency))
        }
        if let kind = recordKinds[BuiltInKind.person], let index = kind.field(named: name),
            kind.fields[index].isInFormulas
        {
            return (.record(index), kind.fields[index].type.formulaType(currency))
        }
        // A company that records a tenure of its own means that one.
        return name == "tenure" ? (.tenure, .number(.plain)) : nil
    }

    var personFieldNames: [String] {
        (["share", "tenure"]
            + (assignmentKind.fields + (recordKinds[BuiltInKind.person]?.fields ?? [])).filter(\.isInFormulas).map(
                \.name))
            .map { "person.\($0)" }
    }
}
