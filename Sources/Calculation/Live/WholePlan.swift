internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// A plan in which something acts on several lines or periods together, such as a cap for the year: after every change all
/// its lines are computed anew.
struct WholePlan {
    let number: Int
    private let tasks: [Run.Task]
    private(set) var lines: [Run.Task: [AwardLine]] = [:]

    init(_ number: Int, _ tasks: [Run.Task], _ model: CompanyModel, _ engine: LineEngine) {
        self.number = number
        self.tasks = tasks
        lines = compute(model, engine)
    }

    private func compute(_ model: CompanyModel, _ engine: LineEngine) -> [Run.Task: [AwardLine]] {
        let run = Run(model, engine)
        let lines =
            PlanColumns(run, tasks)?.lines(tasks) ?? run.lines(tasks, MeasureEvaluator(model, engine))
        return Dictionary(zip(tasks, lines)) { first, _ in first }
    }

    /// A component for a participation.
    private struct Place: Hashable {
        let participation: Participation
        let component: Int
    }

    /// What is paid otherwise than before, no longer, or newly.
    private static func different(_ before: [AwardLine], _ after: [AwardLine]) -> [Place] {
        var left = Dictionary(before.map { (Place(participation: $0.participation, component: $0.component), $0) }) {
            first, _ in first
        }
        var different: [Place] = []
        for line in after {
            let place = Place(participation: line.participation, component: line.component)
            if left.removeValue(forKey: place) != line { different.append(place) }
        }
        return different
            + left.keys.sorted {
                ($0.participation.person, $0.participation.days.from) < (
                    $1.participation.person, $1.participation.days.from
                )
            }
    }

    /// Computes the lines anew after a change; gives the awards that are different.
    mutating func recompute(_ model: CompanyModel, _ engine: LineEngine) -> [LiveRun.MovedAwards] {
        let before = lines
        lines = compute(model, engine)
        return tasks.flatMap { task -> [LiveRun.MovedAwards] in
            var people: [Int: [Int32]] = [:]
            for place in Self.different(before[task] ?? [], lines[task] ?? []) {
                people[place.component, default: []].append(place.participation.person)
            }
            return people.sorted { $0.key < $1.key }.map {
                LiveRun.MovedAwards(plan: number, period: task.period, component: $0.key, people: $0.value)
            }
        }
    }
}
