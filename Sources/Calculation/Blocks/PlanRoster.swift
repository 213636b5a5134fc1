internal import Company
internal import Periods
internal import Quantities

/// Who is on a plan, prepared once for all its periods.
struct PlanRoster: Sendable {
    /// People with exactly one assignment ever, which the plan admits, at full time; with its days and unit.
    private var steady: [Steady] = []
    /// The unit of each of them, by person; -1 for everybody else.
    private var units: [Int32]
    /// The place of each person in the order of the identifiers, which decides between equal claims.
    private let ranks: [Int32]
    /// Everybody else whom some assignment may put on the plan.
    private var others: [Int32] = []

    private struct Steady: Sendable {
        var person: Int32
        var days: DayRange
        var unit: Int32
    }

    init(_ plan: Plan, _ model: CompanyModel, ranksOfPeople: [Int32]) {
        units = [Int32](repeating: -1, count: model.people.count)
        ranks = ranksOfPeople
        for person in model.organisation.byPerson.indices { add(Int32(person), plan, model.organisation) }
    }

    private mutating func add(_ person: Int32, _ plan: Plan, _ organisation: Organisation) {
        let own = organisation.byPerson[Int(person)]
        let admitted = own.map { organisation.assignments[$0] }.filter { plan.audience.admits($0, organisation) }
        guard let first = admitted.first else { return }
        if own.count == 1, first.share == .one {
            steady.append(Steady(person: person, days: first.validity, unit: first.unit))
            units[Int(person)] = first.unit
        } else {
            others.append(person)
        }
    }

    /// Looks anew at people who have other assignments.
    mutating func follow(_ people: [Int32], _ plan: Plan, _ model: CompanyModel) {
        steady.removeAll { people.contains($0.person) }
        others.removeAll { people.contains($0) }
        for person in people {
            units[Int(person)] = -1
            add(person, plan, model.organisation)
        }
        steady.sort { $0.person < $1.person }
    }

    /// Those who are on the plan for the whole of a period, and those who have to be looked at one by one.
    func members(_ period: Period, _ plan: Plan) -> (whole: [Int32], others: [Int32]) {
        guard plan.validity.contains(period.range) else { return ([], (steady.map(\.person) + others).sorted()) }
        var whole: [Int32] = []
        var others = others
        whole.reserveCapacity(steady.count)
        for member in steady {
            if member.days.contains(period.range) {
                whole.append(member.person)
            } else if member.days.overlaps(period.range) {
                others.append(member.person)
            }
        }
        return (whole, others.sorted())
    }

    /// The unit of somebody in a block.
    func unit(of person: Int32) -> Int32? { units[Int(person)] >= 0 ? units[Int(person)] : nil }

    func rank(of person: Int32) -> Int32 { ranks[Int(person)] }
}
