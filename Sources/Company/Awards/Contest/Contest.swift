public import Formulas
internal import Messages
public import Quantities

/// Prizes for which people, or units, compete by a score.
public struct Contest: Sendable {
    /// How the score becomes a prize.
    public var form: Form
    /// What is compared, the largest first; of a unit when units compete.
    public var score: Checked<Measure>
    /// What must be reached to take part; of a unit when units compete.
    public var minimum: Checked<Measure>?
    /// Who competes with whom.
    public var group: AwardGroup
    /// Who competes.
    public var contenders: Contenders

    /// How a score becomes a prize.
    public enum Form: Sendable {
        /// Prizes for the first places, from the first.
        case ranking([Checked<Measure>])
        /// The prize of the highest step reached, for everyone; bounds rise.
        case steps([Step])
        /// A pot divided in proportion to the scores.
        case pot(Checked<Measure>)
        /// The prize for everyone whose score reaches a goal of his own.
        case goal(prize: Checked<Measure>, goal: Checked<Measure>)
    }

    /// A step of a contest and what reaching it wins.
    public struct Step: Sendable {
        /// The score from which the step is reached; the bound itself reaches it.
        public var from: FixedDecimal
        /// The prize.
        public var prize: Checked<Measure>
    }

    /// Who competes.
    public enum Contenders: Sendable {
        /// Each person for himself.
        case people
        /// Units; a unit's prize is divided among its members by weights, equally without them.
        case units(divided: Checked<Measure>?)
    }
}

extension Contest: AwardKind {
    package var sharedBy: AwardGroup? { group }

    package var asked: AskedByAward {
        var formulas = [score, minimum]
        var ofEachPerson: [Checked<Measure>] = []
        switch form {
        case .ranking(let prizes): formulas += prizes
        case .steps(let steps): formulas += steps.map(\.prize)
        case .pot(let pot): formulas.append(pot)
        case .goal(let prize, let goal):
            formulas += [prize, goal]
            // The prizes and the conditions of a group are its own; a goal is the person's.
            ofEachPerson = [goal]
        }
        if case .units(let divided) = contenders { formulas.append(divided) }
        return AskedByAward(
            formulas: formulas, metrics: [], figures: [], ofEachPerson: ofEachPerson, targetPay: .none, paidOn: nil,
            targetsOver: nil)
    }

    package var earlierPeriods: EarlierPeriods { .none }
    package var timeShare: TimeShare { .whenAsked }
    package static var table: AwardTable? { nil }
}
