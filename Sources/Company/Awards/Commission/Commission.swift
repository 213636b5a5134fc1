public import Formulas

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
        var asked: AskedByAward
        switch pricing {
        case .rate(let rate): asked = AskedByAward([base, rate])
        case .rates(_, let aggregate):
            asked = AskedByAward([base])
            asked.figures = [aggregate]
        case .tiers(let tiers):
            asked = AskedByAward([base, tiers.target, tiers.linked?.condition])
            asked.targetsOver = tiers.over
        case .events(let events):
            asked = AskedByAward([base, events.rate, events.target])
            asked.figures = [events.aggregate] + [events.rates?.aggregate].compactMap { $0 }
        }
        asked.paidOn = base
        return asked
    }

    package var earlierPeriods: EarlierPeriods {
        switch pricing {
        case .tiers(let tiers): tiers.over == nil ? .none : .figures
        case .rate, .rates, .events: .none
        }
    }

    package var timeShare: TimeShare { .whenAsked }
    package static var table: AwardTable? { nil }

    /// The lines that are priced one by one; `nil` when a total is.
    package var pricesLines: EventPricing? { if case .events(let pricing) = pricing { pricing } else { nil } }
}
