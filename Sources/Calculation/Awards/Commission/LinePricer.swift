internal import Company
internal import Quantities

/// What a person is credited with of one event, and what it earns.
struct PricedLine: Hashable, Sendable {
    var event: CreditedEvent
    var rate: FixedDecimal
    /// What the rate is applied to: the line itself, or with tiers what the total grows by in worth.
    var worth = FixedDecimal.zero
    /// The slices of the total with this line; kept for the last one.
    var slices: [TierTable.Slice] = []
    /// What the line earns, in whole minor units.
    var earned = FixedDecimal.zero

    init(event: CreditedEvent, rate: FixedDecimal) {
        self.event = event
        self.rate = rate
    }
}

/// Prices lines one after the other.
struct LinePricer {
    var tiers: TierTable?
    /// What the bounds of the tiers are shares of.
    var target: FixedDecimal?
    var currency: Currency
    var rounding: Rounding

    /// The lines with what each earns, rounded like a pay line.
    ///
    /// With tiers a line is worth the price of the total with it less the price of the total before it; the total begins at 0.
    func prices(of lines: [PricedLine]) throws(QuantityError) -> [PricedLine] {
        var priced = lines
        var total = FixedDecimal.zero
        var before = FixedDecimal.zero
        for index in priced.indices {
            priced[index].worth = priced[index].event.value
            if let tiers {
                total = try total.adding(priced[index].event.value)
                let slices = try tiers.slices(of: total, target: target)
                let now = try slices.earned()
                priced[index].worth = try now.subtracting(before)
                before = now
                if index == priced.indices.last { priced[index].slices = slices }
            }
            let exact = try priced[index].worth.multiplied(by: priced[index].rate)
            priced[index].earned = try Money(payLine: exact, in: currency, rounding).amount
        }
        return priced
    }

    /// Whether there are tiers and the total of the lines reaches none of them.
    func isBelowFirstTier(_ lines: [PricedLine]) -> Bool { tiers != nil && lines.last?.slices.isEmpty ?? false }
}
