public import Accounts
public import Periods
import Quantities

/// The health of a client out of its rows. It is for the account manager and is never paid.
extension AccountBook {
    /// The health on a day.
    ///
    /// - Parameter market: The sales of all key accounts, beside which a fall counts.
    public func health(_ record: AccountRecord, market: SalesTrend?, on day: CivilDay) -> Health? {
        let promises = promises(of: record, on: day)
        let change = (try? trend(of: record, on: day)).flatMap { trend in
            market.flatMap { try? Radar.change(trend, against: $0) }
        }
        let overdue = overdueSince(record, on: day).map { $0.days(until: day) } ?? 0
        let quarter = Self.window(90, endingOn: day)
        let kept = try? KeptRate(promises, dueIn: quarter, on: day, source.calendar).byWeight()
        let influence = try? influence(record, on: day)
        let satisfaction = try? satisfaction(record, on: day)
        let contact = try? coverage(record, on: day).share()
        let assessed = record.relations.map(\.day).filter { $0 <= day }.max()
        let parts = [
            // A fall counts by its size; growth is no more than whole.
            part("sales", 25, change.flatMap { try? FixedDecimal.one.adding($0.revenue) }, norm: 30),
            // Nothing is left of it after sixty days.
            part("payment", 15, try? FixedDecimal(60 - min(overdue, 60)).divided(by: 60), norm: 30),
            part("promises", 15, kept, norm: 30),
            part("claims", 10, claimsInTime(record, on: day), norm: 30),
            part(
                "influence", 15, assessed == nil ? nil : influence?.value, age: assessed?.days(until: day) ?? 0,
                norm: Relation.life),
            part(
                "satisfaction", 10, satisfaction?.share, age: satisfaction?.newest.days(until: day) ?? 0, norm: 100),
            part("contact", 10, contact, norm: 30),
        ]
        var vetoes: Set<HealthVeto> = []
        if promises.contains(where: {
            [.made, .accepted, .broken].contains($0.state) && $0.deniedOn == nil
                && $0.dueOn.days(until: day) >= rules.thresholds.overdueWatch
        }) {
            vetoes.insert(.promise)
        }
        if let change, let drop = try? rules.thresholds.drop.negated(), change.revenue <= drop, change.orders <= drop {
            vetoes.insert(.sales)
        }
        if overdue > rules.thresholds.moneyAlarm { vetoes.insert(.payment) }
        return try? Health(parts, vetoes: vetoes)
    }

    private func part(
        _ id: Key<HealthPart>, _ percent: Int, _ value: FixedDecimal?, age: Int = 0, norm: Int
    ) -> HealthPart {
        HealthPart(
            id, weight: FixedDecimal(raw: Int128(percent) * 100_000_000_000_000),
            value: value.map { min(max($0, .zero), .one) }, age: max(age, 0), norm: norm)
    }

    /// The share of claims of the last 180 days that were closed, or are not late yet; whole where there was none.
    private func claimsInTime(_ record: AccountRecord, on day: CivilDay) -> FixedDecimal? {
        let open = record.claims.filter { $0.openedOn <= day && $0.closedOn.map { $0 > day } ?? true }
        let recent = record.claims.filter { $0.openedOn <= day && $0.openedOn.days(until: day) < 180 }
        let counted = Set(open.map(\.id)).union(recent.map(\.id)).count
        guard counted > 0 else { return .one }
        let late = open.count { claim in
            source.calendar.adding(workingDays: rules.thresholds.claimWarning, to: claim.openedOn).map { day > $0 }
                ?? false
        }
        return try? FixedDecimal(counted - late).divided(by: FixedDecimal(counted))
    }
}
