internal import Company

extension Run {
    /// The lines of many tasks, in the order of the tasks, computed on as many threads as are asked for.
    ///
    /// Every task, and every range of people of a large one, is computed by itself, so the result does not depend on the
    /// number of threads.
    public func lines(
        _ tasks: [Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> [AwardLine] {
        let pieces = pieces(of: tasks, threads)
        return await Parallel.map(
            pieces.count, threads: threads, progress: { progress($0 * tasks.count / pieces.count) },
            { number in
                let piece = pieces[number]
                return lines(piece.task, MeasureEvaluator(model, source), people: piece.people)
            }
        ).flatMap { $0 }
    }

    private struct Piece {
        let task: Task
        let people: Range<Int>?
    }

    /// A few tasks would leave threads idle at the end, so they are cut by people where nobody's pay needs the others'.
    private func pieces(of tasks: [Task], _ threads: Int) -> [Piece] {
        let wanted = 8 * max(1, threads)
        guard threads > 1, tasks.count < wanted else { return tasks.map { Piece(task: $0, people: nil) } }
        let people = model.people.count
        let size = max(250, people * max(1, tasks.count) / wanted)
        return tasks.flatMap { task -> [Piece] in
            if model.plans[task.plan].components.contains(where: \.isShared) { return [Piece(task: task, people: nil)] }
            return stride(from: 0, to: people, by: size).map {
                Piece(task: task, people: $0..<min($0 + size, people))
            }
        }
    }
}
