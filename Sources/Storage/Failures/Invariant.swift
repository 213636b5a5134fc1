public import Ledger
public import Messages

/// What the records never hold, whoever writes: the last guard behind the rules of those who ask.
///
/// Whoever writes makes sure beforehand that none of it comes up, and says in his own words why something may not be done.
public enum Invariant: Error, Sendable, Hashable {
    /// A step that the life of its period does not allow.
    case lifeCycle(LifeCycleRefusal)
    /// A step says that somebody else made it.
    case otherActor
    /// Somebody writes or decides about his own pay.
    case ownPay
    /// Somebody decides about what he wrote himself.
    case ownProposal
    /// An amount that no pay is changed by, or that has no sum with the others.
    case amountTooLarge
    /// What was decided or answered is decided or answered again.
    case decidedTwice
    /// A proposal to withdraw what does not count, or waits to be withdrawn already.
    case nothingToWithdraw
    /// An entry that moves nothing.
    case emptyEntry

    /// What would not hold any more.
    public var text: LocalizedText {
        let (en, ru) = words
        return LocalizedText(
            en: "the records do not take this: \(en)", ru: "записи этого не принимают: \(ru)")
    }

    private var words: (en: String, ru: String) {
        switch self {
        case .lifeCycle(let refusal):
            ("\(refusal.period) is not where this step begins", "\(refusal.period) не в том состоянии для этого шага")
        case .otherActor: ("nobody acts in the name of somebody else", "никто не действует от чужого имени")
        case .ownPay: ("nobody decides about his own pay", "о собственной выплате не решают")
        case .ownProposal: ("nobody decides about what he wrote himself", "о написанном самим решает другой человек")
        case .amountTooLarge: ("the amount has no sum with the others", "сумма не складывается с остальными")
        case .decidedTwice: ("it was decided before", "решение уже принято")
        case .nothingToWithdraw: ("there is nothing to withdraw", "отзывать нечего")
        case .emptyEntry:
            (
                "an entry moves an amount above zero between two different accounts",
                "проводка переносит сумму больше нуля между разными счетами"
            )
        }
    }
}
