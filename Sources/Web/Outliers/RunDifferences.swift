internal import Credentials
internal import Payroll
internal import Synchronization

/// Why the last two runs of periods differ: found aside, one at a time, and kept for whoever looks next.
final class RunDifferences: Sendable {
    /// How far one has come.
    enum State: Sendable {
        case working(since: Instant)
        case done(RunDifference)
        case failed(Problem)
    }

    private let states = Mutex<[(key: String, state: State)]>([])
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant
    private let most = 8

    /// - Parameter threads: On which it is calculated, one after the other.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
    }

    /// What is known of a period and the run that it stands on; what nobody has asked for yet is begun.
    func state(_ period: String, run: String, _ cycle: PayCycle) -> State {
        let key = period + " " + run
        let (known, isNew) = states.withLock { states in
            if let known = states.first(where: { $0.key == key }) { return (known.state, false) }
            let state = State.working(since: clock())
            states.insert((key, state), at: 0)
            if states.count > most { states.removeLast() }
            return (state, true)
        }
        guard isNew else { return known }
        Task(executorPreference: threads) { [self] in
            let found: State
            do {
                found = .done(try await cycle.difference(ofLastRunsOf: period))
            } catch {
                found = .failed(Problem(error))
            }
            states.withLock { states in
                for place in states.indices where states[place].key == key { states[place].state = found }
            }
        }
        return known
    }
}
