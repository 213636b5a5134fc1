internal import Credentials
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
    private let clock: @Sendable () -> Instant

    /// - Parameter threads: On which it is calculated, one after the other.
    init(_ threads: WaitingThreads, _ store: ServerStore, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.store = store
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
            return (number, true)
        }
        guard isNew else { return number }
        Task(executorPreference: threads) { [self] in
            do {
                let run = try await cycle.calculate(period, by: principal).run.id
                try? store.finish(number, result: run, at: clock())
                states.withLock { $0[period] = nil }
            } catch {
                let problem = Problem(error)
                try? store.fail(number, problem, at: clock())
                states.withLock { $0[period] = State(progress: .failed(problem), job: number) }
            }
        }
        return number
    }

    /// Forgets that one failed, once somebody has read it.
    func forget(_ period: String) {
        states.withLock { states in
            if case .failed? = states[period]?.progress { states[period] = nil }
        }
    }
}
