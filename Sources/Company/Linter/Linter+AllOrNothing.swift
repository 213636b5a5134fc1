internal import Formulas

extension Linter {
    /// Nothing below a target and everything at it: deals move between periods, and who is far below stops trying.
    static func allOrNothingFindings(_ component: Component) -> [Diagnostic] {
        guard component.isPaidAtOnceOnTarget else { return [] }
        return [
            Diagnostic(
                .warning, code: "all-or-nothing", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' pays nothing below the target and everything at it: "
                        + "deals will be moved between periods",
                    ru: "«\(component.name)» ниже плана не платит ничего, а на плане — всё: "
                        + "сделки станут переносить между периодами"),
                remedy: LocalizedText(
                    en: "let the pay grow from a threshold on, or accept it knowingly",
                    ru: "пусть выплата растёт от порога, или примите это осознанно"))
        ]
    }
}

extension Component {
    /// Whether reaching a target pays everything and missing it nothing.
    fileprivate var isPaidAtOnceOnTarget: Bool {
        if case .contest(let contest) = kind, case .goal(_, let goal) = contest.form { return goal.comparesWithTarget }
        return isPaidAtOnce && modifiers.condition?.comparesWithTarget ?? false
    }

    /// Whether its amount does not depend on how far a condition is exceeded.
    fileprivate var isPaidAtOnce: Bool {
        switch kind {
        case .bonus(let bonus): bonus.per == nil
        case .pool: true
        case .scorecard, .commission, .contest, .goals, .spot, .milestones: false
        }
    }
}

extension Checked where Reference == Measure {
    /// Whether a target stands in the formula, also inside a group's figure.
    fileprivate var comparesWithTarget: Bool {
        references.contains { reference in
            switch reference {
            case .target: true
            case .subject(_, let inner), .window(_, let inner): inner.comparesWithTarget
            case .metric, .aggregate, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
