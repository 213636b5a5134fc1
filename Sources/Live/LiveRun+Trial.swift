public import Calculation
internal import Company
internal import Messages
internal import Periods

extension LiveRun {
    /// What changes would move, without making them.
    ///
    /// - Parameters:
    ///   - changes: By the numbers of ``model``.
    ///   - reading: Looks at the calculation while they are made, and at whose awards they move.
    /// - Throws: Why they cannot be followed; nothing has changed then.
    public func trial<Result>(
        _ changes: [LiveChange], reading: (LiveRun, [Int32]) -> Result
    ) throws(TrialFailure) -> (moves: Moves, result: Result) {
        let followed: Followed
        do { followed = try follow(changes) } catch { throw error }
        let result = reading(self, Set(followed.moved.map(\.person)).sorted())
        let after = lines(followed.moved)
        let left = takeBack(followed.inverses)
        if !left.isEmpty { throw .stuck(left) }
        let before = lines(followed.moved)
        return (Moves(changes, zip(before, after).map { (before: $0, after: $1) }), result)
    }

    /// As ``trial(_:reading:)``.
    public func trial(_ changes: [LiveChange]) throws(TrialFailure) -> Moves {
        try trial(changes) { _, _ in () }.moves
    }

    /// Why a trial says nothing.
    public enum TrialFailure: Error {
        /// A change cannot be followed; the run is what it was.
        case change(LiveChange.Refusal)
        /// Changes were made and these of their inverses could not be: the run has to be calculated anew with them.
        case stuck([LiveChange])
    }

    /// A person of a task whose awards may be other ones.
    struct Place: Hashable {
        /// The place of the task among ``tasks``.
        let number: Int
        let task: Run.Task
        let person: Int32
    }

    /// What changes did.
    struct Followed {
        /// What takes each of them back.
        var inverses: [LiveChange] = []
        var moved: [Place] = []
    }

    /// Follows changes, all of them or none.
    func follow(_ changes: [LiveChange]) throws(TrialFailure) -> Followed {
        var followed = Followed()
        var awards: [MovedAwards] = []
        for change in changes {
            let inverse = self.inverse(of: change)
            do { awards += try apply(change) } catch {
                let left = takeBack(followed.inverses)
                throw left.isEmpty ? TrialFailure.change(error) : TrialFailure.stuck(left)
            }
            followed.inverses.append(inverse)
        }
        followed.moved = places(awards)
        return followed
    }

    /// Takes changes back, the last one first; gives those that cannot be, in the order in which they are to be made.
    func takeBack(_ inverses: [LiveChange]) -> [LiveChange] {
        var left = inverses
        while let inverse = left.last {
            do { try takeBack(inverse) } catch { return left.reversed() }
            left.removeLast()
        }
        return []
    }

    /// Who is named by moved awards, in the order of a run.
    private func places(_ awards: [MovedAwards]) -> [Place] {
        if awards.isEmpty { return [] }
        var people: [Run.Task: Set<Int32>] = [:]
        for own in awards { people[Run.Task(plan: own.plan, period: own.period), default: []].formUnion(own.people) }
        return tasks.enumerated().flatMap { number, task in
            (people[task]?.sorted() ?? []).map { Place(number: number, task: task, person: $0) }
        }
    }

    /// The lines of places as they are now.
    func lines(_ places: [Place]) -> [TaskLines] {
        var lines: [TaskLines] = []
        lines.reserveCapacity(places.count)
        var start = 0
        while start < places.count {
            let task = places[start].task
            let end = places[start...].firstIndex { $0.number != places[start].number } ?? places.count
            let people = places[start..<end].map(\.person)
            for (person, own) in zip(people, self.lines(of: task, people)) {
                lines.append(TaskLines(task: task, person: person, lines: own))
            }
            start = end
        }
        return lines
    }
}
