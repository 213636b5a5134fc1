public import Calculation
public import Company
internal import Messages
public import Periods

/// What somebody will be paid for a period if it goes on like this: what may still come is priced by the company itself, so steps, caps
/// and what the head has of it count.
public struct PayForecast: Sendable {
    /// What the period brings, in units of the deal's column.
    public let sales: PaceForecast
    /// What is paid more than now in the middle case, in minor units.
    public let middle: Int128
    /// In one of ten cases less.
    public let low: Int128
    /// In one of ten cases more.
    public let high: Int128

    /// Why there is none.
    public enum Reason: Error, Hashable, Sendable {
        /// The period is over or has not begun.
        case notNow
        /// It begins to say something on this day, the third working day.
        case tooEarly(CivilDay)
        /// There are fewer than two earlier periods with deals.
        case tooFew
    }

    /// So many cases are priced.
    static let cases = 60
    /// Of so many deals at most a case consists; larger ones stand for more.
    static let mostDeals = 6
}

/// Everything by which a period is looked ahead: what has come, what came in earlier ones, what may come.
public struct PayOutlook: Sendable {
    private let usual: UsualDeal
    private let pace: PaceForecast
    private let amounts: [Int64]
    private let day: CivilDay
    private let seed: UInt64

    /// Looks at a person's deals.
    ///
    /// - Parameters:
    ///   - period: The pay period that goes on.
    ///   - today: The day; nothing after it is looked at.
    ///   - changes: The events that have come since the company was read.
    public init(
        of person: Int32, _ usual: UsualDeal, in model: CompanyModel, _ period: Period, today: CivilDay,
        after changes: [EventChange] = []
    ) throws(PayForecast.Reason) {
        guard period.range.contains(today), let tomorrow = today.adding(days: 1) else { throw .notNow }
        let work = model.workingCalendar
        let days = work.workingDays(in: period.range)
        let gone = work.workingDays(in: DayRange(from: period.range.from, clampingUntil: tomorrow))
        if gone < 3 {
            let before = period.range.from.adding(days: -1) ?? period.range.from
            throw .tooEarly(work.adding(workingDays: 3, to: before) ?? today)
        }
        var past: [PaceForecast.Past] = []
        var amounts: [Int64] = []
        var earlier = period
        for _ in 0..<12 {
            guard let last = earlier.range.from.adding(days: -1),
                let before = model.calendar.period(period.kind, containing: last)
            else { break }
            earlier = before
            let deals = usual.deals(of: person, in: model, before.range, after: changes)
            // Before the first deal of all he may not have been here.
            past.append(Self.past(deals, before.range, work))
            amounts += deals.map(\.amount)
        }
        while past.last?.deals.isEmpty == true { past.removeLast() }
        let own = usual.deals(
            of: person, in: model, DayRange(from: period.range.from, clampingUntil: tomorrow), after: changes)
        let soFar = own.reduce(0) { $0 + Double($1.amount) }
        guard days > 0,
            let pace = PaceForecast(
                soFar: soFar, gone: Double(gone) / Double(days), days: days, past: past)
        else { throw .tooFew }
        self.usual = usual
        self.pace = pace
        self.amounts = amounts.sorted()
        day = today
        seed = UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: today.number))
    }

    private static func past(
        _ deals: [(day: CivilDay, amount: Int64)], _ range: DayRange, _ work: WorkingCalendar
    ) -> PaceForecast.Past {
        let days = work.workingDays(in: range)
        return PaceForecast.Past(
            days: days,
            deals: deals.map { deal in
                let until = DayRange(from: range.from, clampingUntil: deal.day.adding(days: 1) ?? deal.day)
                let place = days > 0 ? Double(work.workingDays(in: until)) / Double(days) : 0
                return PaceForecast.Deal(place: place, amount: Double(deal.amount))
            })
    }

    /// What may still come, case by case: deals of one day whose amounts add up to what the case brings.
    public func supposed(_ run: LiveRun) -> [[LiveChange]] {
        pace.draws(PayForecast.cases, seed: seed).map { brought in
            let total = Int64(brought.rounded())
            guard total > 0, let middle = amounts.isEmpty ? nil : amounts[amounts.count / 2] else { return [] }
            let count = min(max(1, total / max(1, middle)), Int64(PayForecast.mostDeals))
            let (each, rest) = total.quotientAndRemainder(dividingBy: count)
            return (0..<count).map { number in
                usual.supposed(number == 0 ? each + rest : each, on: day, run, after: Int(number))
            }
        }
    }

    /// What the cases say of somebody's pay.
    ///
    /// - Parameter moves: What each of them moves.
    public func forecast(of person: Int32, _ moves: [Moves]) -> PayForecast? {
        let gains = moves.map { moves in
            moves.moves.lazy.filter { $0.person == person }.reduce(Int128(0)) { $0 + $1.difference }
        }.sorted()
        guard let last = gains.last else { return nil }
        func at(_ tenths: Int) -> Int128 {
            let place = gains.count * tenths / 10
            return place < gains.count ? gains[place] : last
        }
        return PayForecast(sales: pace, middle: at(5), low: at(1), high: at(9))
    }
}
