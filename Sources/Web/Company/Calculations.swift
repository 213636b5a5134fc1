internal import Credentials
internal import Payroll
internal import Synchronization

/// Calculations of pay periods that were begun from a page: one at a time, aside, and how far each has come.
final class Calculations: Sendable {
    /// How far one has come.
    enum Progress: Sendable {
        case working(since: Instant, actor: String)
        case failed(Problem)
    }

    private let states = Mutex<[String: Progress]>([:])
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant

    /// - Parameter threads: On which it is calculated, one after the other.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
    }

    /// How far the calculation of a period has come; nil when none goes on and none failed.
    func progress(of period: String) -> Progress? { states.withLock { $0[period] } }

    /// Begins one; of two at once the second is the same.
    func begin(_ period: String, _ cycle: PayCycle, by principal: Principal) {
        let isNew = states.withLock { states in
            if case .working = states[period] { return false }
            states[period] = .working(since: clock(), actor: principal.name)
            return true
        }
        guard isNew else { return }
        Task(executorPreference: threads) { [self] in
            do {
                _ = try await cycle.calculate(period, by: principal)
                states.withLock { $0[period] = nil }
            } catch {
                states.withLock { $0[period] = .failed(Problem(error)) }
            }
        }
    }

    /// Forgets that one failed, once somebody has read it.
    func forget(_ period: String) {
        states.withLock { states in
            if case .failed = states[period] { states[period] = nil }
        }
    }
}
