internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension CompanyModel {
    /// The company with some assignments changed, cancelled or added, all at once, when they fit the company and each other.
    ///
    /// What is looked at is what is looked at when a company is read: people, positions and units that exist, values for the
    /// fields, no more than full time for anybody, and reporting lines that end. Split an assignment in two, or let two people
    /// change places, by one call.
    ///
    /// - Parameter earlier: Changes that were made before; numbers are those of this company, with what was added since.
    /// - Throws: ``AssignmentChange/Refusal``.
    public func checked(
        _ changes: [AssignmentChange], after earlier: [AssignmentChange] = []
    ) throws(AssignmentChange.Refusal) -> CompanyModel {
        var versions: [Int: AssignmentVersion?] = [:]
        for change in earlier { versions[change.number] = .some(change.version) }
        var next = max(organisation.assignments.count, (versions.keys.max() ?? -1) + 1)
        var people: Set<Int32> = []
        for change in changes {
            guard 0...next ~= change.number else { throw .unknownAssignment(change.number) }
            let before = versions[change.number] ?? version(ofAssignment: change.number)
            if let before { people.insert(before.person) }
            if let after = change.version {
                try check(after)
                people.insert(after.person)
            } else if before == nil {
                throw .unknownAssignment(change.number)
            }
            versions[change.number] = .some(change.version)
            next = max(next, change.number + 1)
        }
        let changed = self.changed(by: earlier + changes)
        for person in people.sorted() { try changed.checkAssignments(of: person) }
        return changed
    }

    // MARK: One assignment

    private func check(_ version: AssignmentVersion) throws(AssignmentChange.Refusal) {
        for person in [version.person, version.manager].compactMap({ $0 })
        where !(0..<people.count ~= Int(person)) {
            throw .unknownPerson(person)
        }
        guard 0..<records(BuiltInKind.position).count ~= Int(version.position) else {
            throw .unknownPosition(version.position)
        }
        guard 0..<units.count ~= Int(version.unit) else { throw .unknownUnit(version.unit) }
        guard !version.validity.isEmpty else { throw .noDays(version.validity) }
        guard version.share > .zero, version.share <= .one else { throw .badShare(version.share) }
        let fields = assignmentKind.fields
        guard version.values.count == fields.count else {
            throw .valueCount(version.values.count, expected: fields.count)
        }
        for (number, field) in fields.enumerated() { try check(version.values[number], field, number) }
    }

    private func check(
        _ value: FormulaValue, _ field: Field, _ number: Int
    ) throws(AssignmentChange.Refusal) {
        guard value != .empty else {
            if field.isOptional { return }
            throw .emptyField(field.name)
        }
        guard EventColumn.holds(value, field.type) else { throw .badValue(field: field.name) }
        if case .number(let decimal) = value, !assignmentColumns[number].fits(decimal) {
            throw .badValue(field: field.name)
        }
        if case .record(let kind) = field.type, case .text(let id) = value, records(kind).number(of: id) == nil {
            throw .unknownRecord(field: field.name, id: id)
        }
    }

    // MARK: What assignments are to each other

    /// A person's assignments, and the lines of everybody below him, which have become longer with his.
    private func checkAssignments(of person: Int32) throws(AssignmentChange.Refusal) {
        let own = organisation.byPerson[Int(person)]
        if let overlap = Organisation.overlaps(own, among: organisation.assignments).first {
            throw .overlaps(
                person: people.id(person), on: organisation.assignments[overlap.assignment].validity.from)
        }
        for index in organisation.assignments(below: person) {
            let below = organisation.assignments[index].person
            guard let line = organisation.lineBack(to: below, from: index) else { continue }
            throw line.last == below ? .cycle(line.map { people.id($0) }) : .tooDeep(person: people.id(below))
        }
    }
}
