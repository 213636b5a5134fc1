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
            columns?.lines(piece.tasks)
                ?? lines(piece.tasks, MeasureEvaluator(model, source, budget: budget), people: piece.people)
        }
    }

    /// What the pieces of tasks give, in the order of the tasks and the people.
    ///
    /// - Parameters:
    ///   - progress: Called with how many tasks are done.
    ///   - whole: Which tasks are not to be cut.
    ///   - part: Gives the results of each of a piece's tasks.
    func map<Result: Sendable>(
        _ tasks: [Task], threads: Int, progress: @Sendable (Int) -> Void, whole: (Task) -> Bool = { _ in false },
        _ part: @escaping @Sendable (Piece) -> [[Result]]
    ) async -> [Result] {
        let pieces = pieces(of: tasks, threads, whole)
        let results = await Parallel.map(
            pieces.count, threads: threads, progress: { progress($0 * tasks.count / pieces.count) },
            { part(pieces[$0]) })
        var byTask = tasks.map { _ in [Result]() }
        for (piece, lists) in zip(pieces, results) {
            for (number, list) in zip(piece.numbers, lists) { byTask[number] += list }
        }
        return byTask.flatMap { $0 }
    }

    /// Tasks of one plan that are computed one after the other, or a range of their people.
    struct Piece {
        let tasks: [Task]
        /// Where the tasks stand among all.
        let numbers: [Int]
        let people: Range<Int>?
    }

    /// A few tasks would leave threads idle at the end, so they are cut by people where nobody's pay needs the others'. The
    /// periods of a plan that builds on earlier ones stay together, so that what they rest on is computed once.
    private func pieces(of tasks: [Task], _ threads: Int, _ whole: (Task) -> Bool) -> [Piece] {
        var chains: [[Int]] = []
        var chainOf: [Int: Int] = [:]
        for (number, task) in tasks.enumerated() {
            if let chain = chainOf[task.plan] {
                chains[chain].append(number)
            } else {
                if model.plans[task.plan].buildsOnEarlierPeriods { chainOf[task.plan] = chains.count }
                chains.append([number])
            }
        }
        let wanted = 8 * max(1, threads)
        let people = model.people.count
        let size = max(250, people * max(1, chains.count) / wanted)
        return chains.flatMap { numbers -> [Piece] in
            let own = numbers.map { tasks[$0] }
            let isWhole =
                threads <= 1 || chains.count >= wanted || own.contains(where: whole)
                || own.contains { model.plans[$0.plan].components.contains(where: \.isShared) }
            if isWhole { return [Piece(tasks: own, numbers: numbers, people: nil)] }
            return stride(from: 0, to: people, by: size).map {
                Piece(tasks: own, numbers: numbers, people: $0..<min($0 + size, people))
            }
        }
    }
}

extension Plan {
    /// Whether what a period pays depends on what earlier ones paid or could not pay.
    var buildsOnEarlierPeriods: Bool {
        !modifiers.longerCaps.isEmpty || guarantee?.per != nil
            || components.contains { component in
                if !component.modifiers.longerCaps.isEmpty { return true }
                switch component.kind.award.earlierPeriods {
                case .pay: return true
                case .none, .figures: return false
                }
            }
    }
}
