internal import Calculation
internal import Company
internal import Credentials
internal import Live
internal import Messages
internal import Payroll
internal import Periods
internal import Quantities

/// What a component pays a person for a period, before and after something happened, by names: it stays true when the company is
/// calculated anew and its people and plans have other numbers.
struct FigureMove: Hashable, Sendable {
    /// The person's identifier.
    let person: String
    /// The plan's name.
    let plan: String
    /// The component's name.
    let component: String
    /// The period of the award.
    let period: Period
    /// What was paid before, in minor units; what has no amount is not paid.
    let before: Int128
    /// What is paid after.
    let after: Int128
    /// What happened.
    let cause: MoveCause
    /// When.
    let at: Instant

    /// What is paid more than before.
    var difference: Int128 { after - before }
}

/// What moved somebody's pay.
enum MoveCause: Hashable, Sendable {
    /// One row.
    case row(RowCause)
    /// Rows of these tables at once: the company was calculated anew with them.
    case tables([String])
    /// The company's text has changed.
    case rules
}

extension FigureMove {
    /// What followed changes moved.
    static func of(_ moves: Moves, _ model: CompanyModel, _ cause: RowCause, at: Instant) -> [FigureMove] {
        moves.moves.compactMap { move in
            let plan = model.plans[move.plan]
            let own = FigureMove(
                person: model.people.id(move.person), plan: plan.name, component: plan.line(move.component).name,
                period: move.period, before: paid(move.before), after: paid(move.after), cause: .row(cause), at: at)
            // Lines may differ in what is to be known of them alone.
            return own.difference == 0 ? nil : own
        }
    }

    /// What differs between two boards, by names.
    static func between(_ before: Board, _ after: Board, _ cause: MoveCause, at: Instant) -> [FigureMove] {
        let (old, new) = (sums(before), sums(after))
        return Set(old.keys).union(new.keys).compactMap { key -> FigureMove? in
            let (before, after) = (old[key] ?? 0, new[key] ?? 0)
            guard before != after else { return nil }
            return FigureMove(
                person: key.person, plan: key.plan, component: key.component, period: key.period, before: before,
                after: after, cause: cause, at: at)
        }.sorted {
            ($0.person, $0.period.range.until, $0.plan, $0.component)
                < ($1.person, $1.period.range.until, $1.plan, $1.component)
        }
    }

    private struct Key: Hashable {
        let person: String
        let plan: String
        let component: String
        let period: Period
    }

    private static func sums(_ board: Board) -> [Key: Int128] {
        var sums: [Key: Int128] = [:]
        for line in board.lines {
            let plan = board.model.plans[line.plan]
            let key = Key(
                person: board.model.people.id(line.participation.person), plan: plan.name,
                component: plan.line(line.component).name, period: line.participation.period)
            sums[key, default: 0] += Int128(line.amount.value?.minorUnits ?? 0)
        }
        return sums
    }

    private static func paid(_ lines: [AwardLine]) -> Int128 {
        lines.reduce(0) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
    }
}
