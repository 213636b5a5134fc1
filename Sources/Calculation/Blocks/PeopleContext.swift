internal import Company
internal import Periods

/// Where a formula is evaluated for many people at once: the days and the period are everybody's, each has his own figure.
struct PeopleContext {
    /// Whose figure a person's row is about.
    enum Scope: Hashable {
        /// His own.
        case own
        /// That of him and of all who report to him.
        case rollup
    }

    /// The people, by number.
    let people: [Int32]
    /// Which of several blocks these people are: what is known of one is not known of another.
    var number = 0
    var scope = Scope.own
    /// The context of any of them, but for the subject.
    var context: EvaluationContext

    var count: Int { people.count }

    /// The same block without somebody.
    func without(_ person: Int32) -> PeopleContext {
        PeopleContext(people: people.filter { $0 != person }, number: number, scope: scope, context: context)
    }

    /// The context of one of them.
    func context(of row: Int) -> EvaluationContext {
        var context = context
        context.subject = scope == .own ? .person(people[row]) : .rollup(people[row])
        return context
    }

    /// The same people on other days.
    func on(_ other: EvaluationContext) -> PeopleContext {
        var moved = self
        moved.context = other
        return moved
    }
}
