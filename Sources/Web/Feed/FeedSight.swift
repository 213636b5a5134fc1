internal import Company
internal import Payroll
internal import Periods

/// Whose pay readers may see, for what a feed tells them: by the same rules as ``Gate``, for many people at once.
struct FeedSight {
    let company: CompanyModel

    /// Of people in a pay period those whose pay a reader may see.
    func seen(by reader: Reader, of people: Set<String>, in period: String) -> Set<String> {
        switch reader.rights[.seePay] {
        case nil: return []
        case .all: return people
        case .own: return people.contains(reader.person) ? [reader.person] : []
        case .team:
            guard let period = company.calendar.parse(period) else { return people.intersection([reader.person]) }
            let team = ReportingLine(model: company).team(of: reader.person, in: period)
            return people.intersection(team.union([reader.person]))
        }
    }

    /// Whose pay has moved, by the pay period into which the award falls.
    func byPeriod(_ moves: [FigureMove]) -> [String: Set<String>] {
        var people: [String: Set<String>] = [:]
        for move in moves {
            let period = move.period.range.until.adding(days: -1).flatMap {
                company.calendar.period(company.ledgerRules.period, containing: $0)
            }
            people[period?.description ?? "", default: []].insert(move.person)
        }
        return people
    }
}
