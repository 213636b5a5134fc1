extension Run {
    /// The lines of many tasks, in the order of the tasks, computed on as many threads as are asked for.
    ///
    /// Every task is computed by itself, so the result does not depend on the number of threads.
    public func lines(
        _ tasks: [Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> [AwardLine] {
        var results = [[AwardLine]](repeating: [], count: tasks.count)
        await withTaskGroup(of: (Int, [AwardLine]).self) { group in
            var next = 0
            while next < min(max(1, threads), tasks.count) {
                let number = next
                group.addTask { (number, self.lines(tasks[number])) }
                next += 1
            }
            var done = 0
            for await (number, lines) in group {
                results[number] = lines
                done += 1
                progress(done)
                if next < tasks.count {
                    let number = next
                    group.addTask { (number, self.lines(tasks[number])) }
                    next += 1
                }
            }
        }
        return results.flatMap { $0 }
    }
}
