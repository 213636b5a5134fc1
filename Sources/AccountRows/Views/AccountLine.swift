public import Accounts
public import Periods
public import Quantities

/// A client in the list of key accounts on a day. A figure that nobody knows is absent.
public struct AccountLine: Sendable {
    /// The client.
    public let client: Key<Client>
    /// Who looks after it.
    public let manager: Key<Person>?
    /// What it is to us.
    public let standing: Standing
    /// The rung held; `nil` without a ladder.
    public let rung: Ladder.Rung?
    /// Its health.
    public let health: Health?
    /// Orders less returns of the last 91 days.
    public let sales: FixedDecimal?
    /// How its revenue and orders changed against all key accounts.
    public let change: (revenue: FixedDecimal, orders: FixedDecimal)?
    /// Days since the oldest unpaid order was due; 0 where nothing is overdue.
    public let overdueDays: Int
    /// What is overdue.
    public let overdue: FixedDecimal?
    /// The last day on which the next call is in time.
    public let callDue: CivilDay?
    /// Promises open, and those of them whose day is over.
    public let promises: (open: Int, late: Int)
    /// What presses most.
    public let first: PlacedFinding?
}

extension AccountBook {
    /// The key accounts of a day, those that press most first and then by sales.
    ///
    /// - Parameter isWanted: Whose clients are listed, by account manager.
    public func lines(on day: CivilDay, where isWanted: (Key<Person>?) -> Bool = { _ in true }) -> [AccountLine] {
        let market = market(on: day)
        return sorted(
            lookedAfter(on: day).filter { isWanted($0.manager(on: day)) }.compactMap { record in
                line(record, market: market, findings(of: record.client, on: day), on: day)
            })
    }

    /// Those that press most first, and then by sales.
    private func sorted(_ lines: [AccountLine]) -> [AccountLine] {
        lines.sorted { left, right in
            let (first, second) = (left.first?.finding.severity, right.first?.finding.severity)
            if first != second { return (first?.rawValue ?? -1) > (second?.rawValue ?? -1) }
            return (right.sales ?? .zero, left.client) < (left.sales ?? .zero, right.client)
        }
    }

    /// The lines of some clients, in the same order.
    public func lines(of clients: Set<Key<Client>>, on day: CivilDay) -> [AccountLine] {
        let market = market(on: day)
        return sorted(
            clients.compactMap { client in
                records[client].flatMap { line($0, market: market, findings(of: client, on: day), on: day) }
            })
    }

    /// One client's line.
    func line(
        _ record: AccountRecord, market: SalesTrend?, _ findings: [PlacedFinding], on day: CivilDay
    ) -> AccountLine? {
        guard let standing = record.standing(on: day) else { return nil }
        let trend = try? trend(of: record, on: day)
        let promises = promises(of: record, on: day).filter { [.made, .accepted].contains($0.state) }
        let rung = standingOnLadder(record, on: day).flatMap { standing in rules.ladder?.rungs[standing.held] }
        return AccountLine(
            client: record.client, manager: record.manager(on: day), standing: standing, rung: rung,
            health: health(record, market: market, on: day), sales: trend?.revenue,
            change: trend.flatMap { trend in market.flatMap { try? Radar.change(trend, against: $0) } },
            overdueDays: overdueSince(record, on: day).map { $0.days(until: day) } ?? 0,
            overdue: try? overdueAmount(record, on: day), callDue: record.calls?.due(on: day),
            promises: (promises.count, promises.count { $0.dueOn < day }), first: Self.mostPressing(findings))
    }

    /// The finding that presses most; of equal ones the first by rule.
    static func mostPressing(_ findings: [PlacedFinding]) -> PlacedFinding? {
        findings.max { left, right in
            (left.finding.severity, right.finding.key) < (right.finding.severity, left.finding.key)
        }
    }
}
