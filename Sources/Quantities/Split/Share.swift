/// The exact share of one weight in an amount, cut into whole steps and the remainder.
struct Share {
    let weight: UInt128
    /// The largest multiple of the step within the exact share, in minor units.
    let wholeSteps: UInt64
    /// What the cut took off.
    let remainder: Remainder

    /// `total` is the sum of all weights: above zero and not below `weight`, hence the division cannot overflow.
    init(of amount: UInt64, weight: UInt128, total: UInt128, step: UInt64) {
        let product = weight.multipliedFullWidth(by: UInt128(amount))
        let (units, parts) = total.dividingFullWidth(product)
        let minorUnits = UInt64(truncatingIfNeeded: units)
        self.weight = weight
        remainder = Remainder(minorUnits: minorUnits % step, parts: parts)
        wholeSteps = minorUnits - remainder.minorUnits
    }

    /// A remainder of `minorUnits` + `parts` ÷ (sum of weights) minor units, compared without a rounding.
    struct Remainder: Comparable {
        let minorUnits: UInt64
        let parts: UInt128

        static func < (left: Remainder, right: Remainder) -> Bool {
            (left.minorUnits, left.parts) < (right.minorUnits, right.parts)
        }
    }
}
