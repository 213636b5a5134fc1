public import Accounts
public import Messages
public import Periods

/// What a client is to us from a day on.
public struct Standing: Hashable, Sendable {
    /// Whose.
    public let client: Key<Client>
    /// The first day.
    public let from: CivilDay
    /// What it is.
    public let status: AccountStatus
    /// The tier, where it is looked after.
    public let tier: String?
    /// Where the row stands.
    public let place: Place?
}

extension RowReader {
    /// What clients are to us, each client's rows by day.
    mutating func standings(_ rules: AccountRules) -> [Key<Client>: [Standing]] {
        let all = read("account") { row throws(RowProblem) -> Standing in
            let status: AccountStatus = try row.neededWord("status")
            if status == .watch { _ = try row.needed("reason") }
            if status.isLookedAfter {
                let tier = try row.needed("tier")
                guard rules.tiers[tier] != nil else {
                    throw .word("tier", found: tier, known: rules.tiers.keys.sorted())
                }
            }
            return Standing(
                client: try row.neededKey("client"), from: try row.neededDay("from"), status: status,
                tier: row.text("tier"), place: row.place)
        }
        var standings: [Key<Client>: [Standing]] = [:]
        for standing in all.sorted(by: { ($0.client, $0.from) < ($1.client, $1.from) }) {
            if let last = standings[standing.client]?.last, last.from == standing.from {
                note(
                    .word("from", found: "\(standing.from)", known: []), "account", standing.client.text,
                    standing.place)
                continue
            }
            standings[standing.client, default: []].append(standing)
        }
        return standings
    }
}

extension [Standing] {
    /// The days of each standing; the last goes on.
    var dated: [Dated<Standing>] {
        indices.map { place in
            let until = place + 1 < count ? self[place + 1].from : .latest
            return Dated(self[place], DayRange(from: self[place].from, clampingUntil: until))
        }
    }

    /// What holds on a day.
    func standing(on day: CivilDay) -> Standing? { last { $0.from <= day } }
}
