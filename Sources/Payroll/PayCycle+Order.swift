internal import Ledger
internal import Periods
internal import Quantities
internal import Storage

extension PayCycle {
    /// A period that was posted, with the run whose entries stand for it.
    struct Posted {
        let period: Period
        let run: StoredRun
    }

    /// What was posted before a period, in order.
    ///
    /// Refuses a period that does not follow on it: one behind a later posted one does not know what that has posted, and one
    /// that is passed over would never be paid.
    func posted(
        before period: Period, _ lives: [PeriodLife], _ calendar: YearCalendar
    ) throws(PayrollFailure) -> [Posted] {
        var posted: [Posted] = []
        for life in lives where !life.postedRun.isEmpty {
            guard let other = calendar.parse(life.period), other.kind == period.kind else {
                throw .refused(.payPeriodChanged(posted: life.period))
            }
            if other.range.from > period.range.from {
                throw .refused(.laterApproved(period: period.description, later: life.period))
            }
            if other.range.from < period.range.from {
                posted.append(Posted(period: other, run: try read { try $0.run(life.postedRun) }))
            }
        }
        posted.sort { $0.period.range.from < $1.period.range.from }
        if let last = posted.last { try checkNothingIsPassedOver(between: last.period, and: period, lives, calendar) }
        return posted
    }

    /// Refuses another currency than the one in which was posted: amounts of two currencies have no sum.
    func checkCurrency(_ currency: Currency, _ lives: [PeriodLife]) throws(PayrollFailure) {
        guard let life = lives.first(where: { !$0.postedRun.isEmpty }) else { return }
        let posted = try read { snapshot in
            try Self.currency(try snapshot.model(try snapshot.runHead(life.postedRun).model))
        }
        guard posted == currency else { throw .refused(.currencyChanged(posted: posted, now: currency)) }
    }

    private func checkNothingIsPassedOver(
        between last: Period, and period: Period, _ lives: [PeriodLife], _ calendar: YearCalendar
    ) throws(PayrollFailure) {
        let begun = Set(lives.filter { $0.state != .open }.map(\.period))
        var next = last.range.until
        while next < period.range.from, let between = calendar.period(period.kind, containing: next) {
            guard begun.contains(between.description) else {
                throw .refused(
                    .earlierUnapproved(period: period.description, earlier: between.description))
            }
            next = between.range.until
        }
    }
}
