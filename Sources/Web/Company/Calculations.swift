internal import Credentials
internal import Pages
internal import Payroll
internal import Storage
internal import Synchronization

/// Calculations of pay periods that were begun: one at a time, aside, and how far each has come.
final class Calculations: Sendable {
    /// How far one has come.
    enum Progress: Sendable {
        case working(since: Instant, actor: String)
        case failed(Problem)
    }

    private struct State {
        var progress: Progress
        let job: Int64
    }

    private let states = Mutex<[String: State]>([:])
    private let threads: WaitingThreads
    private let store: ServerStore
    private let running: RunningJobs
    private let clock: @Sendable () -> Instant

    /// - Parameters:
    ///   - threads: On which it is calculated, one after the other.
    ///   - running: Where each can be stopped by its number.
    init(
        _ threads: WaitingThreads, _ store: ServerStore, _ running: RunningJobs,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.threads = threads
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// How far the calculation of a period has come; nil when none goes on and none failed.
    func progress(of period: String) -> Progress? { states.withLock { $0[period]?.progress } }

    /// Begins one, and tells the number of the work; of two at once the second is the same.
    @discardableResult
    func begin(_ period: String, _ cycle: PayCycle, by principal: Principal) throws -> Int64 {
        // Of two at once the one that comes second waits for the number of the first.
        let (number, isNew) = try states.withLock { states in
            if let state = states[period], case .working = state.progress { return (state.job, false) }
            let number = try store.begin(.run, period, by: principal.name, at: clock())
            states[period] = State(progress: .working(since: clock(), actor: principal.name), job: number)
            running.begin(number)
            return (number, true)
        }
        guard isNew else { return number }
        let task = Task(executorPreference: threads) { [self] in
            do {
                // One that was stopped while it waited for its turn is not begun.
                if Task.isCancelled { throw PayrollFailure.refused(.stopped(period: period)) }
                let run = try await cycle.calculate(period, by: principal, keepingIf: { self.running.mayKeep(number) })
                try? store.finish(number, result: run.run.id, at: clock())
                end(period, number, nil)
            } catch PayrollFailure.refused(.stopped) {
                // Whoever has stopped it has noted that.
            } catch {
                let problem = Problem(error)
                try? store.fail(number, problem, at: clock())
                end(period, number, .failed(problem))
            }
            running.end(number)
        }
        running.note(task, of: number)
        return number
    }

    private func end(_ period: String, _ number: Int64, _ progress: Progress?) {
        states.withLock { states in
            // Another one may have been begun since this one was stopped.
            guard states[period]?.job == number else { return }
            states[period] = progress.map { State(progress: $0, job: number) }
        }
    }

    /// The job that calculates a period now; nil when none does.
    func job(of period: String) -> Int64? {
        states.withLock { states in
            guard let state = states[period], case .working = state.progress else { return nil }
            return state.job
        }
    }

    /// Stops one; nothing of it is left. False when its run is being kept already.
    @discardableResult
    func stop(_ number: Int64) throws -> Bool {
        guard running.stop(number) else { return false }
        try store.fail(number, .stopped, at: clock())
        states.withLock { states in
            for (period, state) in states where state.job == number { states[period] = nil }
        }
        return true
    }

    /// Forgets that one failed, once somebody has read it.
    func forget(_ period: String) {
        states.withLock { states in
            if case .failed? = states[period]?.progress { states[period] = nil }
        }
    }
}

extension Problem {
    /// Somebody has stopped a job.
    static let stopped = Problem(
        status: 409, code: "stopped", title: Words(ru: "Остановлено", en: "Stopped"),
        text: Words(ru: "Работу остановили; от неё ничего не осталось.", en: "It was stopped; nothing of it was kept."))
}
