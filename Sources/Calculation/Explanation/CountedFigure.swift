public import Company
internal import Formulas
public import Periods
public import Quantities

/// A figure on which somebody's pay rests, with the events that count in it for him, all of them.
public struct CountedFigure: Sendable, Hashable {
    /// The figure as a formula writes it: `sum(sale.amount)`.
    public var name: String
    /// The kind of its events.
    public var kind: String
    /// Its unit.
    public var unit: MetricUnit
    /// The events, in the order of their rows.
    public var events: [Counted]

    /// An event that counts.
    public struct Counted: Sendable, Hashable {
        /// Its identifier.
        public var id: String
        /// What it adds to the figure, as credited.
        public var value: FixedDecimal

        /// An event.
        public init(id: String, value: FixedDecimal) {
            self.id = id
            self.value = value
        }
    }

    /// A figure.
    public init(name: String, kind: String, unit: MetricUnit, events: [Counted]) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.events = events
    }
}

extension AwardExplainer {
    /// The figures that the awards of a person in a range ask for of the period itself, each once, with all events that count.
    public func countedFigures(of person: Int32, in range: DayRange) -> [CountedFigure] {
        let reach = PayReach(model)
        var order: [Int] = []
        var found: [Int: [Int: FixedDecimal]] = [:]
        for line in lines(of: person, in: range) {
            let name = model.plans[line.plan].line(line.component).name
            let participation = line.participation
            let context = EvaluationContext(
                .person(person), days: participation.days, period: participation.period)
            for part in reach.lines where part.plan == line.plan && part.line?.name == name {
                for figure in part.asked.figures.sorted() {
                    if found[figure] == nil { order.append(figure) }
                    for event in events(figure, in: context) { found[figure, default: [:]][event.row] = event.value }
                }
            }
        }
        return order.compactMap { figure in found[figure].map { counted(figure, $0) } }
    }

    private func counted(_ figure: Int, _ values: [Int: FixedDecimal]) -> CountedFigure {
        let aggregate = model.aggregates[figure]
        let keys = model.events[aggregate.event].keys
        return CountedFigure(
            name: aggregate.text, kind: model.eventKinds[aggregate.event].name, unit: MetricUnit(aggregate.unit),
            events: values.sorted { $0.key < $1.key }.map { .init(id: keys[$0.key], value: $0.value) })
    }
}
