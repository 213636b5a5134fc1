public import Company
internal import Formulas
internal import Messages
internal import Synchronization

/// How much may be calculated for a text that comes from outside: a statement that a stranger signed.
///
/// Every formula has its limits, but a text may have thousands of them and rows without end. When the budget is spent, nothing
/// has a value any more, so that the calculation comes to its end at once.
public final class WorkBudget: Sendable {
    /// Parts of formulas: more than a hundred times what a large company's month takes for one person, and some seconds' work.
    public static let ofStatement = 50_000_000

    private let left: Atomic<Int>

    /// A budget of so many parts of formulas.
    public init(_ parts: Int) {
        left = Atomic(parts)
    }

    /// Whether it was spent: what was calculated since is not to be used.
    public var isSpent: Bool { left.load(ordering: .relaxed) < 0 }

    /// Takes as many parts as a formula has; `false` when there are not so many left.
    func afford(_ formula: Checked<Measure>) -> Bool {
        take(formula.partCount)
    }

    /// Takes what laying the figures out for all events takes; `false` when there is not so much left.
    ///
    /// A part of a formula over events is looked at in blocks of rows, which costs less than one for a person.
    public func affordEvents(of model: CompanyModel) -> Bool {
        for aggregate in model.aggregates {
            let parts = 1 + (aggregate.value?.partCount ?? 0) + (aggregate.filter?.partCount ?? 0)
            let (work, overflow) = parts.multipliedReportingOverflow(by: model.events[aggregate.event].rowCount)
            guard !overflow, take(work / 8) else {
                _ = take(.max)
                return false
            }
        }
        return true
    }

    private func take(_ parts: Int) -> Bool {
        // Once spent it stays so; far below zero nothing is taken that could wrap.
        guard left.load(ordering: .relaxed) >= 0 else { return false }
        let taken = min(parts, 1 << 60)
        return left.wrappingSubtract(taken, ordering: .relaxed).newValue >= 0
    }
}

extension Checked {
    /// How many parts are written in the formula itself, at most as many as one is allowed to have.
    fileprivate var partCount: Int {
        var count = 1
        switch node {
        case .number, .text, .day, .flag, .reference: break
        case .negation(let operand), .not(let operand), .emptiness(let operand, _): count += operand.partCount
        case .binary:
            let chain = Chain(self)
            count += chain.first.partCount
            for link in chain.links { count += link.right.partCount }
        case .conditional(let condition, let first, let second):
            count += condition.partCount + first.partCount + second.partCount
        case .function(_, let arguments):
            for argument in arguments { count += argument.partCount }
        }
        return count
    }
}

extension Reason {
    /// A text from outside asks for more work than it is worth.
    static let tooMuchWork = Reason(
        "too-much-work", LocalizedText(en: "there is too much to calculate", ru: "вычислять нужно слишком много"))
}
