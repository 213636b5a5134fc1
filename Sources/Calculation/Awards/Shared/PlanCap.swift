internal import Formulas
internal import Messages
internal import Quantities

/// What a plan's cap takes away.
enum PlanCap {
    /// The cut of each award, so that together they are no more than the cap: from the last award backwards, none below zero.
    ///
    ///     5.00 and 3.00 under a cap of 5.00 → 0 and 3.00
    static func cuts(_ awards: [Outcome<Money>], most: Money) -> [Int64] {
        cuts(awards, taking: max(0, total(awards) - Int128(most.minorUnits)))
    }

    /// The sum of the awards that have a value, in minor units.
    static func total(_ awards: [Outcome<Money>]) -> Int128 {
        awards.compactMap(\.value).reduce(Int128(0)) { $0 + Int128($1.minorUnits) }
    }

    /// The cut of each award, from the last backwards: an amount is taken from awards above zero, none falls below it; a
    /// negative amount is given back to awards below zero, none rises above it.
    static func cuts(_ awards: [Outcome<Money>], taking amount: Int128) -> [Int64] {
        var rest = amount
        var cuts = [Int64](repeating: 0, count: awards.count)
        for index in awards.indices.reversed() where rest != 0 {
            guard case .value(let award) = awards[index] else { continue }
            let cut =
                rest > 0 ? min(rest, max(0, Int128(award.minorUnits))) : max(rest, min(0, Int128(award.minorUnits)))
            cuts[index] = Int64(cut)
            rest -= cut
        }
        return cuts
    }

    /// What is left of an amount under a cap on a running sum: min(cap, sum with it) − min(cap, sum before).
    ///
    ///     22 after 160 under a cap of 170 → 10
    static func left(of amount: Int128, after before: Int128, most: Money) -> Int128 {
        let most = Int128(most.minorUnits)
        return min(most, before + amount) - min(most, before)
    }
}

extension Remark {
    static func cappedByPlan(_ cut: Int64, _ currency: Currency) -> Remark {
        let taken = Money(minorUnits: cut, currency: currency).amount
        let amount = ExactMoney(taken, currency)
        return Remark(
            "cut-by-plan-cap", ["taken": .money(taken, currency)], en: "the plan's cap took away \(amount)",
            ru: "потолок плана срезал \(amount)")
    }
}
