public import Formulas
internal import Messages
public import Periods
public import Quantities

/// What is known of an assignment: who holds which position in which unit under whom, on which days.
public struct AssignmentVersion: Hashable, Sendable {
    /// The person's number.
    public var person: Int32
    /// The position's number.
    public var position: Int32
    /// The unit's number.
    public var unit: Int32
    /// The number of the person reported to; `nil` at the top.
    public var manager: Int32?
    /// The days, half-open.
    public var validity: DayRange
    /// The share of full time, a plain number.
    public var share: FixedDecimal
    /// The other columns, by the index of the field in ``CompanyModel/assignmentKind``; records by their identifiers.
    public var values: [FormulaValue]

    /// Makes a version.
    public init(
        person: Int32, position: Int32, unit: Int32, manager: Int32?, validity: DayRange, share: FixedDecimal = .one,
        values: [FormulaValue]
    ) {
        self.person = person
        self.position = position
        self.unit = unit
        self.manager = manager
        self.validity = validity
        self.share = share
        self.values = values
    }
}

/// One assignment that is added, changed or cancelled.
public struct AssignmentChange: Hashable, Sendable {
    /// The number of the assignment in ``Organisation/assignments``; for a new one the number that follows the last.
    public var number: Int
    /// What it is from now on; `nil` when it is cancelled.
    public var version: AssignmentVersion?

    /// Makes a change.
    public init(_ number: Int, _ version: AssignmentVersion?) {
        self.number = number
        self.version = version
    }
}

extension CompanyModel {
    /// An assignment as it stands in its table; `nil` when there is none of this number.
    public func version(ofAssignment number: Int) -> AssignmentVersion? {
        guard organisation.assignments.indices.contains(number) else { return nil }
        let own = organisation.assignments[number]
        return AssignmentVersion(
            person: own.person, position: own.position, unit: own.unit, manager: own.manager, validity: own.validity,
            share: own.share, values: assignmentKind.fields.indices.map { value(ofField: $0, own.row) })
    }

    private func value(ofField field: Int, _ row: Int) -> FormulaValue {
        guard case .record(let kind) = assignmentKind.fields[field].type,
            case .record(let numbers) = assignmentColumns[field]
        else { return assignmentColumns[field].value(at: row) }
        guard numbers.indices.contains(row), numbers[row] >= 0 else { return .empty }
        return .text(records(kind).id(numbers[row]))
    }

    /// The company with some assignments changed, cancelled or added; of several changes of one the last counts.
    ///
    /// A cancelled assignment leaves the organisation, so the numbers behind it move up; one that is added comes last. Whether
    /// they fit together is not looked at: ``checked(_:after:)`` does that.
    public func changed(by changes: [AssignmentChange]) -> CompanyModel {
        var model = self
        var all = organisation.assignments.map(Optional.some)
        let count = all.count
        let firstNewRow = (organisation.assignments.map(\.row).max() ?? -1) + 1
        for change in changes {
            while all.count <= change.number { all.append(nil) }
            guard let version = change.version else {
                all[change.number] = nil
                continue
            }
            let known = change.number < count ? organisation.assignments[change.number] : nil
            let row = known?.row ?? firstNewRow + change.number - count
            all[change.number] = Assignment(
                person: version.person, position: version.position, unit: version.unit, manager: version.manager,
                validity: version.validity, share: version.share, row: row, line: known?.line ?? 0)
            for (field, value) in version.values.enumerated() { model.put(value, field, row) }
        }
        model.organisation = organisation.with(all.compactMap { $0 })
        return model
    }

    private mutating func put(_ value: FormulaValue, _ field: Int, _ row: Int) {
        guard assignmentColumns.indices.contains(field) else { return }
        let type = assignmentKind.fields[field].type
        assignmentColumns[field].pad(to: row + 1, type)
        if case .record(let kind) = type {
            var number: Int32?
            if case .text(let id) = value { number = records(kind).number(of: id) }
            assignmentColumns[field].put(number.map { Int64($0) } ?? EventVersion.none, at: row)
        } else {
            assignmentColumns[field].put(value, at: row)
        }
    }
}

extension Organisation {
    /// The same units with other assignments.
    fileprivate func with(_ assignments: [Assignment]) -> Organisation {
        var parents = [Int32?](repeating: nil, count: subunits.count)
        for (unit, below) in subunits.enumerated() {
            for child in below { parents[Int(child)] = Int32(unit) }
        }
        return Organisation(assignments: assignments, people: byPerson.count, unitParents: parents)
    }
}
