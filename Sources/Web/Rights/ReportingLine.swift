internal import Company
internal import Periods

/// Who reports to whom, and on which days, by the assignments of the company.
struct ReportingLine {
    let model: CompanyModel

    /// Everybody below a person on some days of a range, directly or through others, each with his days there.
    ///
    /// Whoever has moved away is there for the days on which he was.
    func below(_ person: String, in range: DayRange) -> [Int32: [DayRange]] {
        guard let top = model.people.number(of: person) else { return [:] }
        var found: [Int32: [DayRange]] = [:]
        var open = [(person: top, days: range)]
        while let (manager, days) = open.popLast() {
            guard model.organisation.reporting.indices.contains(Int(manager)) else { continue }
            for index in model.organisation.reporting[Int(manager)] {
                let assignment = model.organisation.assignments[index]
                guard assignment.person != top, let own = assignment.validity.intersection(days), !own.isEmpty,
                    // A circle of managers ends where it comes back to the same days.
                    !(found[assignment.person] ?? []).contains(where: { $0.contains(own) })
                else { continue }
                found[assignment.person, default: []].append(own)
                open.append((assignment.person, own))
            }
        }
        return found
    }

    /// The identifiers of everybody below a person in a pay period.
    func team(of person: String, in period: Period) -> Set<String> {
        Set(below(person, in: period.range).keys.map { model.people.id($0) })
    }
}
