internal import Messages
public import Periods
public import Quantities

/// How often a client is called of our own accord, and how well that was kept.
///
/// A day is in the norm when a call lies no further back than the norm that holds on it; where that day falls on a day
/// off, the call may come on the next working day. Days are counted, not calls: five on one day are one.
public struct CallNorm: Sendable {
    /// How many days may pass, by the days on which that holds.
    public let norm: Timeline<Int>
    /// The days on which the client is looked after as a key account, or watched.
    public let days: [DayRange]
    /// Days with a call, in rising order.
    public let calls: [CivilDay]
    private let calendar: WorkingCalendar

    /// A client's norm and calls; refused with a norm outside 1 to 366 days.
    public init(
        norm: Timeline<Int>, days: [DayRange], calls: [CivilDay], _ calendar: WorkingCalendar
    ) throws(Refusal) {
        for entry in norm.entries where !(1...366).contains(entry.value) {
            throw .outsideScale(
                LocalizedText(en: "norm of calls, days", ru: "норма звонков, дней"), entry.value, 1...366)
        }
        self.norm = norm
        self.days = days.filter { !$0.isEmpty }.sorted { $0.from < $1.from }
        self.calls = Set(calls).sorted()
        self.calendar = calendar
    }

    /// The last day on which the next call is in time, seen from a day: nil on days without norm, and the day from which
    /// the client is looked after where he was never called.
    public func due(on day: CivilDay) -> CivilDay? {
        guard let norm = norm.value(on: day), let span = days.first(where: { $0.contains(day) }) else { return nil }
        guard let last = lastCall(on: day) else { return span.from }
        return due(after: last, norm: norm)
    }

    /// How many days a call is late on a day, 0 when it is not.
    public func lateness(on day: CivilDay) -> Int {
        max(due(on: day)?.days(until: day) ?? 0, 0)
    }

    /// Whether a call lies near enough on a day; nil on days without norm.
    public func isInNorm(on day: CivilDay) -> Bool? {
        guard let due = due(on: day) else { return nil }
        // Never called: also the first day lacks a call.
        return lastCall(on: day) != nil && day <= due
    }

    /// The same as it was known on a day: calls after it had not been made.
    public func known(by day: CivilDay) -> CallNorm? {
        try? CallNorm(norm: norm, days: days, calls: calls.filter { $0 <= day }, calendar)
    }

    /// What became of the days of a period.
    public func tally(in period: DayRange) -> Tally {
        var tally = Tally()
        for span in days {
            guard let part = span.intersection(period) else { continue }
            for day in part.eachDay { tally.add(isInNorm(on: day)) }
        }
        return tally
    }

    /// The same by who was the client's account manager on each day.
    public func tally(in period: DayRange, by managers: Timeline<Key<Person>>) -> [Key<Person>: Tally] {
        var tallies: [Key<Person>: Tally] = [:]
        for piece in managers.pieces(in: period) {
            tallies[piece.value, default: Tally()].add(tally(in: piece.validity))
        }
        return tallies
    }

    /// Gaps of a period, each with the days that passed after its call was due.
    public func gaps(in period: DayRange) -> [Gap] {
        var gaps: [Gap] = []
        for span in days {
            guard let part = span.intersection(period) else { continue }
            for day in part.eachDay where isInNorm(on: day) == false {
                if let last = gaps.last, last.days.until == day,
                    let longer = DayRange(from: last.days.from, through: day)
                {
                    gaps[gaps.count - 1] = Gap(due: last.due, days: longer)
                } else if let due = due(on: day), let first = DayRange(from: day, through: day) {
                    gaps.append(Gap(due: due, days: first))
                }
            }
        }
        return gaps
    }

    /// Days in a row on which a call was late.
    public struct Gap: Hashable, Sendable {
        /// The day on which it would have been in time.
        public let due: CivilDay
        /// The days without.
        public let days: DayRange
    }

    /// Days counted.
    public struct Tally: Hashable, Sendable {
        /// Days with a norm.
        public private(set) var days = 0
        /// Those with a call near enough.
        public private(set) var inNorm = 0

        /// No days.
        public init() {}

        mutating func add(_ isInNorm: Bool?) {
            guard let isInNorm else { return }
            days += 1
            inNorm += isInNorm ? 1 : 0
        }

        /// Adds the days of another client or stretch.
        public mutating func add(_ other: Tally) {
            days += other.days
            inNorm += other.inNorm
        }

        /// Days in norm ÷ days; without value where there is no day.
        public func share() throws(NoFigure) -> FixedDecimal {
            try Exact.share(
                inNorm, of: days, LocalizedText(en: "days as key account", ru: "дни в статусе ключевого клиента"))
        }
    }

    /// The last call by a day; calls are in order.
    func lastCall(on day: CivilDay) -> CivilDay? {
        let next = calls.indices.partitioningIndex { calls[$0] > day }
        return next > 0 ? calls[next - 1] : nil
    }

    private func due(after call: CivilDay, norm: Int) -> CivilDay? {
        guard let due = call.adding(days: norm) else { return nil }
        return calendar.isWorking(due) ? due : calendar.adding(workingDays: 1, to: due)
    }
}

extension DayRange {
    /// Every day of the range, in order.
    var eachDay: some Sequence<CivilDay> {
        (from.number..<until.number).lazy.map { CivilDay(number: $0) }
    }
}
