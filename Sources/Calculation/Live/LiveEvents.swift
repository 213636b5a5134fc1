internal import Company
internal import Periods

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
    /// By pass and figure the fields that decide it.
    private let fieldsOfFigures: [[EventFields]]

    /// Which events name which.
    let naming: NamingEvents

    /// Whom a change of an event concerns in a pass, and on which days.
    struct Touched {
        /// The kind of the event.
        let event: Int
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

    /// An event that is different now: the one that was changed, or one that names it.
    struct Move {
        let event: Int
        let row: Int
        let before: EventVersion?
        let after: EventVersion?
        /// The fields that are different.
        let fields: EventFields
    }

    /// The lines of a person of a pass while a change is being made.
    private struct Staged {
        let pass: Int
        let person: Int32
        var lines: LineTable
        var fields: EventFields
    }

    init(_ engine: LineEngine) {
        self.engine = engine
        model = engine.model
        awards = engine.layout.passes.map(\.awards)
        versions = EventVersions()
        naming = NamingEvents(engine.model)
        fieldsOfFigures = engine.layout.passes.enumerated().map { number, pass in
            pass.figures.indices.map { figure in
                let place = LineLayout.Place(pass: number, figure: figure)
                let aggregates = engine.layout.aggregates[number].filter { engine.layout.places[$0] == place }
                return EventFields(ofAny: aggregates.map { engine.model.aggregates[$0] }, engine.model)
            }
        }
    }

    /// What an event is now; `nil` when there is none.
    func version(_ event: Int, _ row: Int) -> EventVersion? {
        if let version = versions.version(event, row) { return version }
        return read(event, row)
    }

    /// What an event was when the tables were read; `nil` when there was none.
    private func read(_ event: Int, _ row: Int) -> EventVersion? {
        row < model.events[event].rowCount ? model.version(of: event, row: row) : nil
    }

    /// Every change since the tables were read.
    var changes: [EventChange] { versions.changes }

    /// Puts a version in place of an event, lets those that name it follow, and computes the figures of the people they
    /// concern anew.
    ///
    /// - Parameter takesBack: Whether the event is again what it was before the change last followed, when its days are known to fit.
    func apply(_ change: EventChange, takesBack: Bool) throws(LiveRun.CannotFollow) -> [Touched] {
        // A figure over rows that are computed from others moves with rows that are not its own.
        if model.asksForDerivedRows { throw .needsNewLayout }
        let change = try settled(change)
        let moves = try moves(change)
        var staged: [Staged] = []
        var touched: [Touched] = []
        for move in moves {
            if !takesBack { try checkDays(move) }
            let days = days(move)
            touched.append(Touched(event: move.event, pass: nil, person: nil, days: days, fields: move.fields))
            for (number, pass) in engine.layout.passes.enumerated() where pass.table.key.event == move.event {
                let people = try replace(move, change, number, &staged)
                // Nobody's events count for the whole company too.
                for person in people.isEmpty ? [nil] : people.map(Optional.some) {
                    touched.append(
                        Touched(event: move.event, pass: number, person: person, days: days, fields: move.fields))
                }
            }
        }
        // Nothing is changed before everything is known to fit.
        for move in moves {
            let change = EventChange(event: move.event, row: move.row, version: move.after)
            move.after == read(move.event, move.row) ? versions.forget(change) : versions.put(change)
            naming.put(move)
        }
        for staged in staged {
            engine.changes.put(staged.lines, of: staged.person, pass: staged.pass)
            compute(staged.person, staged.lines, staged.pass, staged.fields)
        }
        let (model, versions) = (model, versions)
        engine.askOthers { model.changed(by: versions.changes) }
        return touched
    }

    /// Months are laid out from the first event to the last, and before the first day of a figure there are no data.
    private func checkDays(_ move: Move) throws(LiveRun.CannotFollow) {
        let own = model.eventKinds[move.event].dateField
        let (old, new) = (move.before?.values[own], move.after?.values[own])
        guard let days = engine.layout.recorded.own, old != Int64(days.lowerBound) || new == old else {
            throw .needsNewLayout
        }
        if let new, new != EventVersion.none {
            guard new >= Int64(days.lowerBound), engine.layout.slots.isMonth(of: Int32(truncatingIfNeeded: new)) else {
                throw .needsNewLayout
            }
        }
        for (number, aggregate) in model.aggregates.enumerated()
        where aggregate.event == move.event && aggregate.date != own {
            try checkDays(move, aggregate.date, engine.layout.recorded.days(number) ?? days)
        }
    }

    /// Days other than an event's own may reach further; what they reach says from when on there are data, and which periods
    /// there are.
    private func checkDays(
        _ move: Move, _ field: Int, _ days: ClosedRange<Int32>
    ) throws(LiveRun.CannotFollow) {
        let (old, new) = (move.before?.values[field], move.after?.values[field])
        if old == new { return }
        guard let own = engine.layout.recorded.own else { throw .needsNewLayout }
        let (first, last) = (Int64(min(own.lowerBound, days.lowerBound)), Int64(max(own.upperBound, days.upperBound)))
        if let old, old == first, first < Int64(own.lowerBound) { throw .needsNewLayout }
        if let old, old == last, last > Int64(own.upperBound) { throw .needsNewLayout }
        guard let new, new != EventVersion.none else { return }
        guard new >= first, new <= last || engine.layout.slots.isMonth(of: Int32(truncatingIfNeeded: new)) else {
            throw .needsNewLayout
        }
    }

    /// Changes the lines of a pass; gives whose they are.
    private func replace(
        _ move: Move, _ change: EventChange, _ number: Int, _ staged: inout [Staged]
    ) throws(LiveRun.CannotFollow) -> [Int32] {
        let table = engine.layout.passes[number].table
        let old = move.before.map { credited($0, move.row, table.key, nil) } ?? []
        let new = move.after.map { credited($0, move.row, table.key, change) } ?? []
        if table.shares == nil, new.contains(where: { $0.share != CreditIndex.wholeShare }) { throw .needsNewLayout }
        var people: [Int32] = []
        for person in old.map(\.person) + new.map(\.person) where !people.contains(person) {
            let place = staged.firstIndex { $0.pass == number && $0.person == person } ?? staged.count
            if place == staged.count {
                staged.append(Staged(pass: number, person: person, lines: lines(of: person, number), fields: .none))
            }
            var line: NewLine?
            if let version = move.after, let part = new.first(where: { $0.person == person }) {
                line = newLine(version, move.row, part.share, table.key)
            }
            let wasThere = old.contains { $0.person == person }
            guard
                let lines = staged[place].lines.replacing(wasThere ? Int32(move.row) : nil, with: line)
            else { throw .needsNewLayout }
            // Sums of more lines were not shown to fit.
            guard lines.count <= table.expectedCount else { throw .needsNewLayout }
            staged[place].fields.formUnion(move.fields)
            staged[place].lines = lines
            people.append(person)
        }
        return people
    }

    private func newLine(_ version: EventVersion, _ row: Int, _ share: Int64, _ key: LineTable.Key) -> NewLine {
        let day = version.values[key.date]
        return NewLine(
            row: Int32(row), day: day == EventVersion.none ? EventColumn.emptyDay : Int32(day), share: Int32(share),
            version: version)
    }

    /// The lines of a person of a pass as they are now.
    private func lines(of person: Int32, _ number: Int) -> LineTable {
        engine.changes.table(of: person, pass: number) ?? engine.layout.passes[number].table.lines(of: Int(person))
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
        compute(person, lines(of: person, number), number, .none)
    }

    // MARK: Whose, and when

    /// - Parameter change: A change that is being made; `nil` for what was before it.
    private func credited(
        _ version: EventVersion, _ row: Int, _ key: LineTable.Key, _ change: EventChange?
    ) -> [EventVersion.Share] {
        let person: Int64
        switch key.credit {
        case .field(let field): person = version.values[field]
        case .split(let split, let otherwise):
            let shares = shares(split, version, row, change)
            if !shares.isEmpty { return shares }
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
    private func days(_ move: Move) -> [Days] {
        func day(_ version: EventVersion?, _ field: Int) -> Int32? {
            version.map { $0.values[field] == EventVersion.none ? EventColumn.emptyDay : Int32($0.values[field]) }
        }
        return model.eventKinds[move.event].fields.enumerated().map { field, definition in
            guard definition.type.isDated else { return Days() }
            return Days(before: day(move.before, field), after: day(move.after, field))
        }
    }
}
