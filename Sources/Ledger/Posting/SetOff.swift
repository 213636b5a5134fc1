package import Quantities

/// Sets negative awards against what the same component still holds for the person, the oldest held first.
///
/// What was held was not paid, so a return of it is no debt: 10 000.00 held of January and −10 000.00 of February are nothing.
/// What is left of a negative award counts at once. Only what was earned by then is looked at, so a later award that is held
/// does not pay for it.
package struct SetOff {
    /// Whose component of which plan, whatever the period.
    private struct Component: Hashable {
        let person: String
        let plan: String
        let name: String

        init?(_ obligation: Obligation) {
            guard case .award(let plan, let name, _) = obligation.matter else { return nil }
            self.person = obligation.person
            self.plan = plan
            self.name = name
        }
    }

    /// - Parameter order: The awards in the order of their pay periods.
    package static func apply(
        to standings: inout [Obligation: TargetBalance], inOrder order: [Obligation]
    ) throws(QuantityError) {
        var holding: [Component: [Obligation]] = [:]
        for obligation in order {
            guard let component = Component(obligation), let standing = standings[obligation] else { continue }
            if standing.held > 0 {
                holding[component, default: []].append(obligation)
            } else if standing.earned < 0 {
                var left = try standing.earned.negated()
                for older in holding[component] ?? [] where left > 0 {
                    guard var held = standings[older] else { continue }
                    let part = min(left, held.held)
                    held.held -= part
                    left -= part
                    standings[older] = held
                }
            }
        }
    }

    /// Whether what a component holds and what it takes back stand side by side, so that what it held before matters too.
    package static func isAsked(_ standings: [Obligation: TargetBalance]) -> Bool {
        let holding = Set(standings.lazy.filter { $0.value.held > 0 }.compactMap { Component($0.key) })
        return standings.contains { obligation, standing in
            standing.earned < 0 && Component(obligation).map(holding.contains) ?? false
        }
    }
}
