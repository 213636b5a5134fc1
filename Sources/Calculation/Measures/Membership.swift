internal import Company
internal import Periods

/// Works out who belonged to a group on which days.
///
/// A person who belongs to it twice on a day (two assignments) counts once.
struct Membership {
    private let organisation: Organisation
    private let people: Int
    private let plans: [Plan]

    init(_ model: CompanyModel) {
        organisation = model.organisation
        people = model.people.count
        plans = model.plans
    }

    func parts(of subject: Subject, in days: DayRange) -> [GroupPart] {
        var found: [Int32: [DayRange]] = [:]
        switch subject {
        case .person(let person): found[person] = [days]
        case .rollup(let person):
            found[person] = [days]
            collectReports(of: person, in: days, into: &found)
        case .unit(let unit):
            for unit in organisation.unitWithSubunits(unit) {
                for index in organisation.byUnit[Int(unit)] { add(organisation.assignments[index], days, &found) }
            }
        case .plan(let number):
            let plan = plans[Int(number)]
            guard let inForce = plan.validity.intersection(days) else { break }
            for assignment in organisation.assignments where plan.audience.admits(assignment, organisation) {
                add(assignment, inForce, &found)
            }
        case .company:
            for person in 0..<people { found[Int32(person)] = [days] }
        }
        return found.sorted { $0.key < $1.key }.flatMap { person, ranges in
            Self.union(ranges).map { GroupPart(person: person, days: $0) }
        }
    }

    private func add(_ assignment: Assignment, _ days: DayRange, _ found: inout [Int32: [DayRange]]) {
        if let common = assignment.validity.intersection(days) { found[assignment.person, default: []].append(common) }
    }

    /// Reports of reports, each for the days on which the whole line up to the person held.
    private func collectReports(of person: Int32, in days: DayRange, into found: inout [Int32: [DayRange]]) {
        var open = [(person: person, days: days, depth: 0)]
        while let (manager, days, depth) = open.popLast() {
            for index in organisation.reporting[Int(manager)] {
                let assignment = organisation.assignments[index]
                guard let common = assignment.validity.intersection(days) else { continue }
                found[assignment.person, default: []].append(common)
                // A reporting line is never longer than there are people; cycles are refused when the company is read.
                if depth < people { open.append((assignment.person, common, depth + 1)) }
            }
        }
    }

    /// Ranges without overlaps, in order; ranges that touch become one.
    static func union(_ ranges: [DayRange]) -> [DayRange] {
        var result: [DayRange] = []
        for range in ranges.sorted(by: { $0.from < $1.from }) {
            if let last = result.last, range.from <= last.until {
                result[result.count - 1] = DayRange(from: last.from, clampingUntil: max(last.until, range.until))
            } else {
                result.append(range)
            }
        }
        return result
    }
}
