public import Periods
import Quantities

/// Looks at rows known on a day and says what needs somebody. It has no memory and no clock.
public struct Radar: Sendable {
    /// From where on each rule speaks.
    public let thresholds: RadarThresholds
    /// Working days.
    public let calendar: WorkingCalendar

    /// A radar.
    public init(_ calendar: WorkingCalendar, thresholds: RadarThresholds = RadarThresholds()) {
        (self.thresholds, self.calendar) = (thresholds, calendar)
    }

    /// What it finds about one account, by rule.
    ///
    /// - Parameter market: the sales of all key clients, beside which a fall counts.
    public func findings(_ account: RadarAccount, market: SalesTrend?, on day: CivilDay) -> [Finding] {
        let all =
            promises(account, on: day) + calls(account, on: day) + silence(account, on: day)
            + trade(account, market: market, on: day) + claims(account, on: day) + people(account, on: day)
            + meetings(account, on: day) + knowledge(account, on: day) + standing(account, on: day)
            + plans(account, on: day)
        return all.sorted { $0.key < $1.key }
    }

    /// What it finds about all accounts, beside the sum of their sales.
    public func findings(_ accounts: [RadarAccount], on day: CivilDay) -> [Finding] {
        let market = Self.total(accounts.compactMap(\.sales))
        return accounts.flatMap { findings($0, market: market, on: day) }.sorted { $0.key < $1.key }
    }

    /// The sum of trends; nil where there is none, or the numbers are out of range.
    public static func total(_ trends: [SalesTrend]) -> SalesTrend? {
        guard !trends.isEmpty, let revenue = try? trends.map(\.revenue).total(),
            let before = try? trends.map(\.revenueBefore).total()
        else { return nil }
        return SalesTrend(
            revenue: revenue, before: before, orders: trends.reduce(0) { $0 + $1.orders },
            before: trends.reduce(0) { $0 + $1.ordersBefore })
    }

    /// The days from one on, counted from 1 on the day after.
    func age(_ from: CivilDay, _ day: CivilDay) -> Int { from.days(until: day) }

    /// A product that stops at the largest number instead of trapping on an absurd threshold.
    static func times(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = max(left, 0).multipliedReportingOverflow(by: max(right, 0))
        return overflow ? .max : product
    }

    /// How many working days have gone by after a day, up to and with another.
    func workingDays(after from: CivilDay, through day: CivilDay) -> Int {
        guard let next = from.adding(days: 1), let end = day.adding(days: 1) else { return 0 }
        return calendar.workingDays(in: DayRange(from: next, clampingUntil: end))
    }
}
