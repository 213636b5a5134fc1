internal import Messages
public import Periods
public import Quantities

/// How many of the promises due in a period were kept in time, and what became of the others.
///
/// Kept in time: done within its day, confirmed by somebody else by `day`, and written down before it was easy. Moved and
/// void ones are not due; they are shown beside it.
public struct KeptRate: Hashable, Sendable {
    /// Due: all that fell due in the period, without the void and the moved in time.
    public private(set) var due = Tally()
    /// Kept in time and counting.
    public private(set) var inTime = Tally()
    /// Kept in time, but written down late or when done: due, and not counted as kept.
    public private(set) var notCounting = Tally()
    /// Confirmed, but done after the day.
    public private(set) var late = Tally()
    /// Not done in time, or denied.
    public private(set) var broken = Tally()
    /// Done and not confirmed yet, or its day not over.
    public private(set) var open = Tally()
    /// Moved in time with the client's consent.
    public private(set) var moved = Tally()
    /// Released by the client.
    public private(set) var void = Tally()

    /// How many promises, and their weight.
    public struct Tally: Hashable, Sendable {
        /// How many.
        public private(set) var count = 0
        /// The sum of weights.
        public private(set) var weight = 0

        mutating func add(_ promise: Promise) {
            count += 1
            weight += promise.weight.value
        }
    }

    /// The promises due in a period, as they stand on a day; a number that comes twice counts once, with its last row.
    public init(
        _ promises: some Sequence<Promise>, dueIn period: DayRange, on day: CivilDay, _ calendar: WorkingCalendar
    ) {
        var last: [Key<Promise>: Promise] = [:]
        for promise in promises where period.contains(promise.dueOn) { last[promise.id] = promise }
        for promise in last.values {
            switch promise.state {
            case .void: void.add(promise)
            case .renegotiated: moved.add(promise)
            default: addDue(promise, on: day, calendar)
            }
        }
    }

    private mutating func addDue(_ promise: Promise, on day: CivilDay, _ calendar: WorkingCalendar) {
        due.add(promise)
        let isConfirmed = promise.confirmation.map { $0.day <= day } ?? false
        switch promise.state {
        case .kept where isConfirmed && promise.isKeptInTime:
            if promise.counts(calendar) { inTime.add(promise) } else { notCounting.add(promise) }
        case .kept where isConfirmed: late.add(promise)
        case .broken: broken.add(promise)
        case .kept, .done: open.add(promise)
        default: if day > promise.dueOn { broken.add(promise) } else { open.add(promise) }
        }
    }

    /// Σ weight kept in time ÷ Σ weight due; without value when nothing is due.
    public func byWeight() throws(NoFigure) -> FixedDecimal {
        try Exact.share(inTime.weight, of: due.weight, Self.name)
    }

    /// The same by number of promises.
    public func byCount() throws(NoFigure) -> FixedDecimal {
        try Exact.share(inTime.count, of: due.count, Self.name)
    }

    /// What may be paid: by weight, and without value below a number of promises, of which one would decide too much.
    public func paid(atLeast least: Int = 5) throws(NoFigure) -> FixedDecimal {
        guard due.count >= least else { throw .tooFew(Self.name, count: due.count, needed: least) }
        return try byWeight()
    }

    private static let name = LocalizedText(en: "promises due", ru: "обещания со сроком в периоде")
}
