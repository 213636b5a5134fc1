internal import Formulas
internal import Quantities

/// What a plan's cap takes away.
enum PlanCap {
    /// The cut of each award, so that together they are no more than the cap: from the last award backwards, none below zero.
    ///
    ///     5.00 and 3.00 under a cap of 5.00 → 0 and 3.00
    static func cuts(_ awards: [Outcome<Money>], most: Money) -> [Int64] {
        let total = awards.compactMap(\.value).reduce(Int128(0)) { $0 + Int128($1.minorUnits) }
        var excess = total - Int128(most.minorUnits)
        var cuts = [Int64](repeating: 0, count: awards.count)
        for index in awards.indices.reversed() where excess > 0 {
            guard case .value(let award) = awards[index], award.minorUnits > 0 else { continue }
            let cut = min(excess, Int128(award.minorUnits))
            cuts[index] = Int64(cut)
            excess -= cut
        }
        return cuts
    }
}

extension Remark {
    static func cappedByPlan(_ cut: Int64, _ currency: Currency) -> Remark {
        let amount = FigureText.money(Money(minorUnits: cut, currency: currency).amount, currency)
        return Remark("cut-by-plan-cap", en: "the plan's cap took away \(amount)", ru: "потолок плана срезал \(amount)")
    }
}
