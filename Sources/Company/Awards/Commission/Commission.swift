public import Formulas
internal import Messages
internal import Periods

/// Commission: a rate on a figure.
public struct Commission: Sendable {
    /// The figure it is paid on.
    public var base: Checked<Measure>
    /// How it is priced.
    public var pricing: Pricing

    /// How a commission is priced.
    public enum Pricing: Sendable {
        /// One rate for everything.
        case rate(Checked<Measure>)
        /// A rate for each event, already inside the aggregate; the table is kept for the explanation.
        case rates(RateTable, aggregate: Int)
        /// Rates by the volume reached.
        case tiers(TierPricing)
        /// Every credited part of an event by itself.
        case events(EventPricing)
    }
}

extension Commission: AwardKind {
    package var sharedBy: AwardGroup? { nil }

    package var asked: AskedByAward {
        let formulas: [Checked<Measure>?]
        var figures: [Int] = []
        var targetsOver: PeriodKind?
        switch pricing {
        case .rate(let rate): formulas = [rate]
        case .rates(_, let aggregate): (formulas, figures) = ([], [aggregate])
        case .tiers(let tiers):
            formulas = [tiers.target, tiers.linked?.condition]
            targetsOver = tiers.over
        case .events(let events):
            formulas = [events.rate, events.target]
            figures = [events.aggregate] + [events.rates?.aggregate].compactMap { $0 }
        }
        return AskedByAward(
            formulas: [base] + formulas, metrics: [], figures: figures, ofEachPerson: [], targetPay: .none,
            paidOn: base, targetsOver: targetsOver)
    }

    package var earlierPeriods: EarlierPeriods {
        switch pricing {
        case .tiers(let tiers): tiers.over == nil ? .none : .figures
        case .rate, .rates, .events: .none
        }
    }

    package var timeShare: TimeShare { .whenAsked }
    package static var table: AwardTable? { nil }
}
