internal import Company

extension Run {
    /// The lines of many tasks, in the order of the tasks, computed on as many threads as are asked for.
    ///
    /// Every task, and every range of people of a large one, is computed by itself, so the result does not depend on the
    /// number of threads.
    public func lines(
        _ tasks: [Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> [AwardLine] {
        let columns = PlanColumns(self, tasks)
        return await map(tasks, threads: threads, progress: progress, whole: { columns?.compute($0) ?? false }) {
            piece in
            columns?.lines(piece.task) ?? lines(piece.task, MeasureEvaluator(model, source), people: piece.people)
        }
    }

    /// What the pieces of tasks give, in the order of the tasks and the people.
    ///
    /// - Parameters:
    ///   - progress: Called with how many tasks are done.
    ///   - whole: Which tasks are not to be cut.
    func map<Result: Sendable>(
        _ tasks: [Task], threads: Int, progress: @Sendable (Int) -> Void, whole: (Task) -> Bool = { _ in false },
        _ part: @escaping @Sendable (Piece) -> [Result]
    ) async -> [Result] {
        let pieces = pieces(of: tasks, threads, whole)
        return await Parallel.map(
            pieces.count, threads: threads, progress: { progress($0 * tasks.count / pieces.count) },
            { part(pieces[$0]) }
        ).flatMap { $0 }
    }

    /// A task, or a range of its people.
    struct Piece {
        let task: Task
        let people: Range<Int>?
    }

    /// A few tasks would leave threads idle at the end, so they are cut by people where nobody's pay needs the others'.
    private func pieces(of tasks: [Task], _ threads: Int, _ whole: (Task) -> Bool) -> [Piece] {
        let wanted = 8 * max(1, threads)
        guard threads > 1, tasks.count < wanted else { return tasks.map { Piece(task: $0, people: nil) } }
        let people = model.people.count
        let size = max(250, people * max(1, tasks.count) / wanted)
        return tasks.flatMap { task -> [Piece] in
            if whole(task) || model.plans[task.plan].components.contains(where: \.isShared) {
                return [Piece(task: task, people: nil)]
            }
            return stride(from: 0, to: people, by: size).map {
                Piece(task: task, people: $0..<min($0 + size, people))
            }
        }
    }
}
