extension Run {
    /// The lines of many tasks, in the order of the tasks, computed on as many threads as are asked for.
    ///
    /// Every task is computed by itself, so the result does not depend on the number of threads.
    public func lines(
        _ tasks: [Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> [AwardLine] {
        await Parallel.map(tasks.count, threads: threads, progress: progress) { lines(tasks[$0]) }.flatMap { $0 }
    }
}
