internal import Company

/// Marginal tiers laid out along totals: what a total is worth, and how far it is to the next bound.
struct TierLadder {
    private var rungs: [Rung]
    private let starts: [Int64]
    private let continuesBelowZero: Bool

    /// A tier: from which total it begins, what that total is worth, and the factor of what lies above.
    private struct Rung {
        var from: Int64 = 0
        var worth: Int64 = 0
        var factor: Int64
    }

    /// Totals between which worth grows evenly.
    struct Stretch {
        var least: Int64
        var most: Int64
        /// What one unit more is worth.
        var factor: Int64

        /// Without tiers a line is worth its value, whatever the total.
        static let everything = Stretch(least: .min, most: .max, factor: 1)
    }

    /// The tiers of an award; none of `nil`.
    init(_ tiers: LineTiers?) {
        rungs = (tiers?.factors ?? []).map { Rung(factor: $0) }
        starts = tiers?.starts ?? []
        continuesBelowZero = tiers?.belowZero == .first
    }

    /// Places the bounds for a target; 1 where there is none.
    mutating func place(_ target: Int64) {
        for rung in rungs.indices {
            rungs[rung].from = target &* starts[rung]
            guard rung > 0 else { continue }
            let below = rungs[rung - 1]
            rungs[rung].worth = below.worth &+ below.factor &* (rungs[rung].from &- below.from)
        }
    }

    /// Whether a total does not reach the first tier.
    func isBelow(_ total: Int64) -> Bool {
        guard let first = rungs.first, !(total < 0 && continuesBelowZero) else { return false }
        return abs(total) < first.from
    }

    /// What a total is worth: each slice at the factor of its own tier.
    func worth(of total: Int64) -> Int64 {
        if total < 0, continuesBelowZero { return total &* rungs[0].factor }
        let size = abs(total)
        guard let rung = rung(of: size) else { return 0 }
        let worth = rung.worth &+ rung.factor &* (size &- rung.from)
        return total < 0 ? 0 &- worth : worth
    }

    /// The stretch that a total lies in.
    func stretch(around total: Int64) -> Stretch {
        if continuesBelowZero, let first = rungs.first {
            let end = first.from > 0 ? 0 : rungs.count > 1 ? rungs[1].from : .max
            if total < end { return Stretch(least: .min, most: end &- 1, factor: first.factor) }
        }
        let size = abs(total)
        let rung = rung(of: size)
        let (least, factor) = (rung?.from ?? 0, rung?.factor ?? 0)
        let most = rungs.first { $0.from > size }.map { $0.from &- 1 } ?? .max
        // Below zero everything is mirrored.
        if least == 0, !continuesBelowZero { return Stretch(least: -most, most: most, factor: factor) }
        return total < 0
            ? Stretch(least: -most, most: -least, factor: factor) : Stretch(least: least, most: most, factor: factor)
    }

    private func rung(of size: Int64) -> Rung? { rungs.last { $0.from <= size } }
}
