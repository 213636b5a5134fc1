public import Accounts
public import Periods
import Quantities

/// What bears the rungs of a client: documents with their life, and figures, which are looked at on the first day of each
/// month and hold for it.
extension AccountBook {
    /// The days of each piece of evidence, as far as it is known on a day; `nil` without a ladder.
    func radarLadder(_ record: AccountRecord, on day: CivilDay) -> RadarLadder? {
        guard let ladder = rules.ladder else { return nil }
        return RadarLadder(ladder, evidence: evidence(record, on: day), claims: record.ladder.claims)
    }

    /// Where a client's ladder stands on a day; `nil` without a ladder.
    public func standingOnLadder(_ record: AccountRecord, on day: CivilDay) -> LadderStanding? {
        rules.ladder.map {
            LadderStanding($0, evidence: evidence(record, on: day), claims: record.ladder.claims, on: day)
        }
    }

    /// The rungs gained and lost by a day.
    public func rungSteps(_ record: AccountRecord, through day: CivilDay) -> [RungStep] {
        guard let ladder = rules.ladder, let from = record.standings.first?.from,
            let range = DayRange(from: from, through: day)
        else { return [] }
        return ladder.steps(evidence: evidence(record, on: day), claims: record.ladder.claims, in: range)
    }

    private func evidence(_ record: AccountRecord, on day: CivilDay) -> EvidenceDays {
        var evidence: EvidenceDays = [:]
        for (place, proof) in rules.proofs {
            switch proof {
            case .document(let life):
                evidence[place] = (record.ladder.documents[place] ?? []).map { days in
                    guard let life, let end = days.from.adding(days: life) else { return days }
                    return DayRange(from: days.from, clampingUntil: min(end, days.until))
                }
            case .figure(let figure, let bound, let window):
                let months = months(record, through: day)
                evidence[place] = months.enumerated().filter { _, month in
                    value(of: figure, record, days: window, on: month.from).map { $0 >= bound } ?? false
                }.map { number, month in
                    // What the next month will show is not known: a figure ends when it is seen to.
                    number + 1 == months.count ? DayRange(from: month.from, clampingUntil: .latest) : month
                }
            }
        }
        return evidence
    }

    /// The months from the client's first to the one of a day.
    private func months(_ record: AccountRecord, through day: CivilDay) -> [DayRange] {
        guard let from = record.standings.first?.from, let range = DayRange(from: from, through: day) else { return [] }
        return source.year.periods(.month, in: range).map(\.range)
    }

    /// A figure as it was known when a day began; `nil` where it has no value: then it bears no rung.
    private func value(
        of figure: AccountFigure, _ record: AccountRecord, days: Int, on day: CivilDay
    ) -> FixedDecimal? {
        guard let yesterday = day.adding(days: -1) else { return nil }
        let window = Self.window(days, endingOn: yesterday)
        switch figure {
        case .shareOfWallet: return try? walletShares(record, on: day).last?.share.get().share
        case .satisfied: return try? satisfaction(record, on: yesterday).share
        case .functionsMet: return FixedDecimal(coverage(record, within: days, on: yesterday).met.count)
        case .relativeFactors: return relativeInTheirEyes(record, on: yesterday).last
        case .paidInTime:
            let due = record.trades.filter { trade in trade.isOrder && trade.due.map { window.contains($0) } ?? false }
            let inTime = due.count { trade in trade.paid.map { $0 <= trade.due ?? $0 } ?? false }
            return due.isEmpty ? nil : try? FixedDecimal(inTime).divided(by: FixedDecimal(due.count))
        case .orders: return FixedDecimal(record.trades(in: window).count(where: \.isOrder))
        case .influence: return try? influence(record, on: yesterday).value
        case .covered: return try? coverage(record, within: days, on: yesterday).share()
        }
    }
}
