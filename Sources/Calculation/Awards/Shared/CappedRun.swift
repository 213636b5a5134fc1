internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// A person's awards of a component for the participations of a longer period, in their order, with what its caps have left of each.
///
/// What a cap leaves of a participation follows from the sum of all before it, so each participation is computed once, and the sums go on.
final class CappedRun {
    struct Key: Hashable {
        let plan: String
        let component: String
        let person: Int32
        /// The longest period of a cap.
        let longer: Period
    }

    /// The participations of the longest of the longer periods.
    let participations: [Participation]
    /// For each participation so far the award before any cap, after the first, after the second …
    private(set) var amounts: [[Outcome<Money>]] = []
    /// For each cap what the participations of its longer period came to before it.
    private var sums: [(longer: Period?, minorUnits: Int128)]

    init(_ participations: [Participation], caps: Int) {
        self.participations = participations
        sums = [(longer: Period?, minorUnits: Int128)](repeating: (nil, 0), count: caps)
    }

    /// Adds the next participation.
    ///
    /// - Parameters:
    ///   - own: Its award before any cap, as a pay line.
    ///   - limits: For each cap its longer period and the most it leaves there.
    func add(_ own: Outcome<Money>, _ limits: [(longer: Period?, most: Outcome<Money>)]) {
        var levels = [own]
        for (cap, limit) in limits.enumerated() {
            if sums[cap].longer != limit.longer { sums[cap] = (limit.longer, 0) }
            let before = sums[cap].minorUnits
            // What had no value was not paid.
            sums[cap].minorUnits += Int128(levels[cap].value?.minorUnits ?? 0)
            switch (levels[cap], limit.most) {
            case (.notComputable(let reason), _), (_, .notComputable(let reason)):
                levels.append(.notComputable(reason))
            case (.value(let amount), .value(let most)):
                let left = PlanCap.left(of: Int128(amount.minorUnits), after: before, most: most)
                levels.append(.value(Money(minorUnits: Int64(left), currency: amount.currency)))
            }
        }
        amounts.append(levels)
    }
}
