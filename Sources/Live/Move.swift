public import Calculation
internal import Company
internal import Messages
public import Periods
internal import Quantities

/// What a component pays a person for a period, before and after a change.
public struct Move: Hashable, Sendable {
    /// The person's number.
    public var person: Int32
    /// The plan's number.
    public var plan: Int
    /// The component's number in the plan.
    public var component: Int
    /// The period.
    public var period: Period
    /// The lines before, by the days of their participations; none when nothing was to be paid.
    public var before: [AwardLine]
    /// The lines after.
    public var after: [AwardLine]

    /// What is paid more than before, in minor units; what has no amount is not paid.
    public var difference: Int128 { Self.paid(after) - Self.paid(before) }

    private static func paid(_ lines: [AwardLine]) -> Int128 {
        lines.reduce(0) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
    }
}

/// What some changes moved: exactly the awards that two boards differ in.
public struct Moves: Sendable {
    /// What became different.
    public var causes: [LiveChange]
    /// The awards that it moved, in the order of a run: by period, plan, person and component.
    public var moves: [Move]

    /// What is paid more than before altogether, in minor units.
    public var difference: Int128 { moves.reduce(0) { $0 + $1.difference } }
}

/// The lines of one person of a task before or after a change.
struct TaskLines {
    let task: Run.Task
    let person: Int32
    let lines: [AwardLine]
}

extension Moves {
    /// What differs between the lines of the same people and tasks.
    init(_ causes: [LiveChange], _ sides: some Sequence<(before: TaskLines, after: TaskLines)>) {
        self.causes = causes
        moves = []
        for (before, after) in sides where before.lines != after.lines {
            let components = Set((before.lines + after.lines).map(\.component)).sorted()
            for component in components {
                let own = before.lines.filter { $0.component == component }
                let others = after.lines.filter { $0.component == component }
                if own == others { continue }
                moves.append(
                    Move(
                        person: before.person, plan: before.task.plan, component: component,
                        period: before.task.period, before: own, after: others))
            }
        }
    }
}

extension Moves {
    /// What differs between two boards of one company, whatever numbers their rows have.
    init(_ causes: [LiveChange], _ before: Board, _ after: Board) {
        let (old, new) = (before.places, after.places)
        let known = Set(after.tasks)
        let gone = before.tasks.filter { !known.contains($0) }
        let tasks = (after.tasks + gone).sorted {
            ($0.period.range.until, $1.period.range.from, $0.plan)
                < ($1.period.range.until, $0.period.range.from, $1.plan)
        }
        let people = (0..<after.model.people.count).map { Int32($0) }
        self.init(
            causes,
            tasks.lazy.flatMap { task in
                people.lazy.map { person in
                    let sides = (old[task], new[task])
                    return (
                        before: TaskLines(
                            task: task, person: person,
                            lines: sides.0.map { before.lines(of: person, task: $0) } ?? []),
                        after: TaskLines(
                            task: task, person: person, lines: sides.1.map { after.lines(of: person, task: $0) } ?? [])
                    )
                }
            })
    }
}
