internal import Company
internal import Periods
internal import Synchronization

/// The events of a company while single ones change: what each is now, and the lines of the people it concerns.
///
/// The tables that were read stay as they are. What differs lies beside them: versions of events by row, and tables of
/// their own for people whose lines changed.
final class LiveEvents {
    let model: CompanyModel
    private let engine: LineEngine
    /// By pass the line-level commissions, with the tiers of targets as they are now.
    var awards: [[LineAward]]
    private let versions: EventVersions
    /// For each pass the lines of people whose lines have changed, open to further change.
    private var changed: [[Int32: PersonLines]]

    /// By pass and figure the fields that decide it.
    private let fieldsOfFigures: [[EventFields]]

    /// Whom a change of an event concerns in a pass, and on which days.
    struct Touched {
        /// The pass; `nil` for figures of the whole company only.
        let pass: Int?
        /// The person; `nil` where nobody is credited.
        let person: Int32?
        /// The days of the old and the new version by field; only those of day fields count.
        var days: [Days]
        /// The fields that are different.
        var fields: EventFields
    }

    /// The day in a field before and after a change; ``EventColumn/emptyDay`` when there is none, `nil` when there is no event.
    struct Days {
        var before: Int32?
        var after: Int32?

        /// Whether the event counted on some days, or does now.
        func lie(in range: DayRange) -> Bool {
            if let before, range.holds(before) { return true }
            if let after, after != before, range.holds(after) { return true }
            return false
        }
    }

    /// Why a change cannot be followed and everything has to be computed anew.
    struct NeedsNewLayout: Error {}

    init(_ engine: LineEngine) {
        self.engine = engine
        model = engine.model
        awards = engine.layout.passes.map(\.awards)
        versions = EventVersions()
        fieldsOfFigures = engine.layout.passes.enumerated().map { number, pass in
            pass.figures.indices.map { figure in
                let place = LineLayout.Place(pass: number, figure: figure)
                let aggregates = engine.layout.aggregates[number].filter { engine.layout.places[$0] == place }
                return EventFields(ofAny: aggregates.map { engine.model.aggregates[$0] }, engine.model)
            }
        }
        changed = engine.layout.passes.map { _ in [:] }
    }

    /// What an event is now; `nil` when there is none.
    func version(_ event: Int, _ row: Int) -> EventVersion? {
        if let version = versions.version(event, row) { return version }
        return row < model.events[event].rowCount ? model.version(of: event, row: row) : nil
    }

    /// Every change since the tables were read.
    var changes: [EventChange] { versions.changes }

    /// Puts a version in place of an event and computes the figures of the people it concerns anew.
    func apply(_ change: EventChange) throws(NeedsNewLayout) -> [Touched] {
        let before = version(change.event, change.row)
        try checkDays(before, change)
        var replaced: [(pass: Int, people: [(person: Int32, lines: PersonLines, table: LineTable)])] = []
        for (number, pass) in engine.layout.passes.enumerated() where pass.table.key.event == change.event {
            replaced.append((number, try replace(before, change, number)))
        }
        // Nothing is changed before everything is known to fit.
        versions.put(change)
        let days = days(before, change)
        let fields = EventFields(differentIn: before, change.version)
        var touched = [Touched(pass: nil, person: nil, days: days, fields: fields)]
        for (pass, people) in replaced {
            for (person, lines, table) in people {
                changed[pass][person] = lines
                engine.changes.put(table, of: person, pass: pass)
                compute(person, table, pass, fields)
                touched.append(Touched(pass: pass, person: person, days: days, fields: fields))
            }
        }
        let (model, versions) = (model, versions)
        engine.askOthers { model.changed(by: versions.changes) }
        return touched
    }

    /// Months are laid out from the first event to the last, and before the first day there are no data.
    private func checkDays(_ before: EventVersion?, _ change: EventChange) throws(NeedsNewLayout) {
        let field = model.eventKinds[change.event].dateField
        let (old, new) = (before?.values[field], change.version?.values[field])
        guard let first = engine.layout.firstDay.map({ Int64($0.number) }), old != first || new == first else {
            throw NeedsNewLayout()
        }
        if let new, new != EventVersion.none {
            guard new >= first, engine.layout.slots.isMonth(of: Int32(truncatingIfNeeded: new)) else {
                throw NeedsNewLayout()
            }
        }
    }

    /// Changes the lines of a pass; gives whose they are, as they are now.
    private func replace(
        _ before: EventVersion?, _ change: EventChange, _ number: Int
    ) throws(NeedsNewLayout) -> [(person: Int32, lines: PersonLines, table: LineTable)] {
        let table = engine.layout.passes[number].table
        let old = before.map { credited($0, table.key) } ?? []
        let new = change.version.map { credited($0, table.key) } ?? []
        if table.shares == nil, new.contains(where: { $0.share != CreditIndex.wholeShare }) { throw NeedsNewLayout() }
        var people: [(person: Int32, lines: PersonLines, table: LineTable)] = []
        for person in old.map(\.person) + new.map(\.person) where !people.contains(where: { $0.person == person }) {
            var lines = changed[number][person] ?? PersonLines(table, of: Int(person))
            if old.contains(where: { $0.person == person }) { lines.remove(row: Int32(change.row)) }
            if let version = change.version, let share = new.first(where: { $0.person == person }) {
                let day = version.values[table.key.date]
                lines.insert(
                    row: Int32(change.row), day: day == EventVersion.none ? EventColumn.emptyDay : Int32(day),
                    share: Int32(share.share)
                ) { source in
                    if case .field(let field) = source { version.values[field] } else { EventVersion.none }
                }
            }
            guard let own = lines.table() else { throw NeedsNewLayout() }
            people.append((person, lines, own))
        }
        return people
    }

    /// Computes the figures that look at some fields, and the line-level awards, of a person of a pass from his lines.
    private func compute(_ person: Int32, _ table: LineTable, _ number: Int, _ fields: EventFields) {
        let pass = engine.layout.passes[number]
        let cells = engine.cells[number]
        let concerned = pass.figures.indices.filter { !fieldsOfFigures[number][$0].isDisjoint(with: fields) }
        let part = LinePass(
            table: table, program: pass.program, figures: concerned.map { pass.figures[$0] }, awards: awards[number],
            slots: pass.slots)
        let partCells = LinePass.Cells(
            sums: concerned.map { cells.sums[$0] }, within: concerned.map { cells.within[$0] })
        part.clear(Int(person), in: partCells)
        part.run(0..<1, into: partCells, firstPerson: Int(person))
    }

    /// Prices the lines of a person of a pass anew.
    func price(_ person: Int32, _ number: Int) {
        let lines = changed[number][person] ?? PersonLines(engine.layout.passes[number].table, of: Int(person))
        guard let table = lines.table() else { return }
        compute(person, table, number, .none)
    }

    // MARK: Whose, and when

    private func credited(_ version: EventVersion, _ key: LineTable.Key) -> [EventVersion.Share] {
        let person: Int64
        switch key.credit {
        case .field(let field): person = version.values[field]
        case .split(_, let otherwise):
            if !version.shares.isEmpty { return version.shares }
            person = otherwise.map { version.values[$0] } ?? EventVersion.none
        case .team(let field, let role):
            person = member(version, field, role, key).map { Int64($0) } ?? EventVersion.none
        case .nobody: person = EventVersion.none
        }
        return person < 0 ? [] : [EventVersion.Share(person: Int32(person), share: CreditIndex.wholeShare)]
    }

    private func member(_ version: EventVersion, _ field: Int, _ role: String, _ key: LineTable.Key) -> Int32? {
        guard case .record(let kind) = model.eventKinds[key.event].fields[field].type, version.values[field] >= 0,
            version.values[key.date] != EventVersion.none
        else { return nil }
        let record = model.records(kind).id(Int32(version.values[field]))
        return model.teams.person(role: role, subject: record, on: CivilDay(number: Int32(version.values[key.date])))
    }

    /// The days that place the event, before and after, by the field.
    private func days(_ before: EventVersion?, _ change: EventChange) -> [Days] {
        func day(_ version: EventVersion?, _ field: Int) -> Int32? {
            version.map { $0.values[field] == EventVersion.none ? EventColumn.emptyDay : Int32($0.values[field]) }
        }
        return model.eventKinds[change.event].fields.enumerated().map { field, definition in
            guard definition.type == .day else { return Days() }
            return Days(before: day(before, field), after: day(change.version, field))
        }
    }
}

/// What events are that are not as their tables have them.
private final class EventVersions: Sendable {
    private struct Row: Hashable {
        let event: Int
        let row: Int
    }

    private let versions = Mutex<[Row: EventVersion?]>([:])

    /// What an event is now, `nil` inside when it is cancelled; `nil` when it is as its table has it.
    func version(_ event: Int, _ row: Int) -> EventVersion?? { versions.withLock { $0[Row(event: event, row: row)] } }

    func put(_ change: EventChange) {
        versions.withLock { $0[Row(event: change.event, row: change.row)] = .some(change.version) }
    }

    /// All of them, by kind and row.
    var changes: [EventChange] {
        versions.withLock { $0 }
            .map { EventChange(event: $0.key.event, row: $0.key.row, version: $0.value) }
            .sorted { ($0.event, $0.row) < ($1.event, $1.row) }
    }
}
