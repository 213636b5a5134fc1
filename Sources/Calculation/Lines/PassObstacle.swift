internal import Company

/// Why a figure is not computed in the pass over lines but event by event, which takes many times as long.
enum PassObstacle: String, Sendable {
    case division = "divides"
    case applied = "applies a function that is computed number by number, such as a root"
    case texts = "compares texts of two fields, or by more than equality"
    case recordField = "names something of a record that is not stored by its number"
    case rateTable = "chooses rates by several fields or by the day"
    case rounding = "rounds to tens, or to places that are calculated"
    case decimals = "multiplies to more decimal places than a number has"
    case range = "may come to numbers that do not fit 64 bits"
    case order = "needs every value: an average, a median, the smallest, the largest, the last"
    case share = "sums something of shared events that is not multiplied by the share"
    case otherDay = "counts different values by another day than the event's own"
    case manyTexts = "counts different values that are no texts, or very many"
    case kinds = "puts together what is not of one kind"
}

/// A figure or a commission that leaves the fast path.
public struct SlowFigure: Sendable, Hashable {
    /// The figure as it is written in a formula, or the commission as `plan.component`.
    public let name: String
    /// Why it does.
    public let why: String
}

extension LineEngine {
    /// What is not computed in the passes over lines, with the reason; it is computed event by event where plans ask for it.
    public var slowFigures: [SlowFigure] {
        let figures = layout.obstacles.sorted { $0.key < $1.key }.map { number, obstacle in
            SlowFigure(name: model.aggregates[number].text, why: obstacle.rawValue)
        }
        let early =
            layout.slots.isCut
            ? [SlowFigure(name: "all figures", why: "are kept by month for the last 1,200 months of the data only")]
            : []
        return early + figures + commissions
    }

    /// Commissions for each event that no pass prices.
    private var commissions: [SlowFigure] {
        model.plans.enumerated().flatMap { plan, rule in
            rule.components.enumerated().compactMap { number, component -> SlowFigure? in
                guard component.linePricing != nil,
                    layout.awards[LineAward.Key(plan: plan, component: number)] == nil
                else { return nil }
                return SlowFigure(
                    name: "\(rule.name).\(component.name)", why: "is priced event by event by a formula of its own")
            }
        }
    }
}
