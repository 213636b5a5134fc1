internal import Ledger
internal import Periods

/// The order of pay periods: by their days, not by their names.
struct PeriodOrder {
    /// The company's calendar of now.
    let calendar: YearCalendar

    /// Whether a period begins before another.
    ///
    /// - Throws: ``Refusal/payPeriodChanged(posted:)`` where the calendar knows one of them no more.
    func isBefore(_ first: String, _ second: String) throws(Refusal) -> Bool {
        try period(first) < period(second)
    }

    /// Those of several periods that begin before one of them, first to last.
    func before(_ name: String, _ lives: [PeriodLife]) throws(Refusal) -> [PeriodLife] {
        let end = try period(name)
        var earlier: [(Period, PeriodLife)] = []
        for life in lives {
            let other = try period(life.period)
            if other < end { earlier.append((other, life)) }
        }
        return earlier.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func period(_ name: String) throws(Refusal) -> Period {
        guard let period = calendar.parse(name) else { throw .payPeriodChanged(posted: name) }
        return period
    }
}
