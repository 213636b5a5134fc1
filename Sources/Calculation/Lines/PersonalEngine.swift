internal import Company
internal import Formulas
public import Messages
public import Periods
public import Quantities
internal import Synchronization

/// Answers figures of a few people, event by event, out of their own events alone: who asks about one person pays for one person.
///
/// Figures of many people, of the whole company, and those in which a division by zero of somebody else's event leaves everybody
/// without a value are answered as for everybody. What comes out is the same either way.
public final class PersonalEngine: AggregateSource {
    private let model: CompanyModel
    private let everybody: LineEngine
    /// By figure whether the events of others cannot leave it without a value.
    private let standsAlone: [Bool]
    /// The people asked about so far, each time with those of before while they are few.
    private let known = Mutex<[OwnEvents]>([])

    /// Of more people together the events of everybody are laid out.
    private static let few = 200

    /// Makes it beside an engine of everybody, which lays out what it is asked for and nothing before.
    public init(_ everybody: LineEngine) {
        self.everybody = everybody
        model = everybody.model
        standsAlone = everybody.layout.standsAlone(model)
    }

    /// As ``AggregateSource/figure(_:of:in:)``.
    public func figure(_ aggregate: Int, of parts: [GroupPart], in days: DayRange) -> Outcome<FixedDecimal> {
        guard let own = own(aggregate, parts), !everybody.noData(aggregate, until: days.until) else {
            return everybody.figure(aggregate, of: parts, in: days)
        }
        return own.engine.figure(aggregate, of: parts, in: days)
    }

    /// As ``AggregateSource/figureOfCompany(_:in:countsUndated:)``.
    public func figureOfCompany(
        _ aggregate: Int, in days: DayRange, countsUndated: Bool
    ) -> Outcome<FixedDecimal> {
        everybody.figureOfCompany(aggregate, in: days, countsUndated: countsUndated)
    }

    /// As ``AggregateSource/events(_:of:)``.
    public func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent] {
        guard let own = own(aggregate, parts) else { return everybody.events(aggregate, of: parts) }
        let rows = own.rows[model.aggregates[aggregate].event]
        return own.engine.events(aggregate, of: parts).map { event in
            var event = event
            event.row = Int(rows[event.row])
            return event
        }
    }

    /// The events of the people of parts; `nil` where those of everybody have to be asked.
    private func own(_ aggregate: Int, _ parts: [GroupPart]) -> OwnEvents? {
        guard standsAlone[aggregate] else { return nil }
        let people = Set(parts.lazy.map(\.person))
        guard people.count <= Self.few else { return nil }
        return known.withLock { known in
            if let own = known.last(where: { $0.people.isSuperset(of: people) }) { return own }
            let more = people.union(known.last?.people ?? [])
            let own = OwnEvents(of: more.count <= Self.few ? more : people, model, everybody)
            known.append(own)
            return own
        }
    }
}

/// The events that some people are credited with.
private struct OwnEvents: Sendable {
    let people: Set<Int32>
    /// By event kind the rows of the company's table.
    let rows: [[Int32]]
    let engine: EventEngine

    init(of people: Set<Int32>, _ model: CompanyModel, _ everybody: LineEngine) {
        var rows = model.events.map { _ in Set<Int32>() }
        for table in everybody.tables {
            for person in people {
                for position in table.positions(of: Int(person)..<Int(person) + 1) {
                    rows[table.key.event].insert(table.rows[position])
                }
            }
        }
        let sorted = rows.map { $0.sorted() }
        self.people = people
        self.rows = sorted
        engine = EventEngine(shapedLike: model, recordedLike: model) { model.keeping(sorted) }
    }
}

extension LineLayout {
    /// By figure whether it is certain that no event leaves it without a value: what has a program cannot fail.
    fileprivate func standsAlone(_ model: CompanyModel) -> [Bool] {
        var certain = model.aggregates.map { _ in false }
        for (pass, numbers) in zip(passes, aggregates) {
            var program = pass.program
            for number in numbers { certain[number] = program.cannotFail(model.aggregates[number]) }
        }
        return certain
    }
}

extension LineProgram {
    fileprivate mutating func cannotFail(_ aggregate: Aggregate) -> Bool {
        do throws(NotCompilable) {
            if let filter = aggregate.filter { _ = try narrow(flag(filter.asLine)) }
            if let value = aggregate.value { _ = try narrow(compile(value)) }
            if let rates = aggregate.rates {
                _ = try narrow(compile(Checked(.reference(.rate(rates)), .number(.plain), .nowhere)))
            }
            return true
        } catch {
            return false
        }
    }
}
