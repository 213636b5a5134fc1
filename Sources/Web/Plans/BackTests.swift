internal import Company
internal import Credentials
internal import Payroll
internal import Periods
internal import Synchronization

/// Drafts of plans that are tried on past periods: one at a time, aside, with progress; what came of each is kept for whoever looks next.
final class BackTests: Sendable {
    /// How far one has come.
    enum State: Sendable {
        case working(done: Int, of: Int, since: Instant, actor: String)
        case done(BackTest, at: Instant)
        case failed(Problem)
    }

    /// What is tried: a plan by its name, with the texts of both sides and the rows of a state.
    struct Subject: Hashable, Sendable {
        let plan: String
        let now: String
        let then: String
        let head: Int64
    }

    private struct Entry {
        let subject: Subject
        var state: State
        var isStopped = false
    }

    private let entries = Mutex<[Entry]>([])
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant
    private let most = 8

    /// - Parameter threads: On which it is calculated, one after the other.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
    }

    /// How far a subject has come; nil when it was never tried, or is forgotten.
    func state(of subject: Subject) -> State? {
        entries.withLock { $0.first { $0.subject == subject }?.state }
    }

    /// Begins one; of two at once the second is the same.
    func begin(
        _ subject: Subject, _ cycle: PayCycle, now: [SourceFile], then: [SourceFile], periods: [Period],
        by actor: String
    ) {
        let isNew = entries.withLock { entries in
            if let known = entries.first(where: { $0.subject == subject }) {
                switch known.state {
                case .working, .done: return false
                case .failed: entries.removeAll { $0.subject == subject }
                }
            }
            entries.insert(
                Entry(
                    subject: subject, state: .working(done: 0, of: periods.count, since: clock(), actor: actor)), at: 0)
            if entries.count > most { entries.removeLast() }
            return true
        }
        guard isNew else { return }
        Task(executorPreference: threads) { [self] in
            do {
                let sides = (try await cycle.run(of: now), try await cycle.run(of: then))
                let test = try await BackTest.calculated(
                    subject.plan, now: sides.0, then: sides.1, periods: periods, threads: cycle.threads
                ) { note($0, of: subject) }
                set(.done(test, at: clock()), of: subject)
            } catch is CancellationError {
                entries.withLock { $0.removeAll { $0.subject == subject } }
            } catch {
                set(.failed(Problem(error)), of: subject)
            }
        }
    }

    /// Ends one after the period that it is at; nothing of it is left.
    func stop(_ subject: Subject) {
        entries.withLock { entries in
            for place in entries.indices where entries[place].subject == subject { entries[place].isStopped = true }
        }
    }

    private func note(_ done: Int, of subject: Subject) -> Bool {
        entries.withLock { entries in
            guard let place = entries.firstIndex(where: { $0.subject == subject }), !entries[place].isStopped,
                case .working(_, let count, let since, let actor) = entries[place].state
            else { return false }
            entries[place].state = .working(done: done, of: count, since: since, actor: actor)
            return true
        }
    }

    private func set(_ state: State, of subject: Subject) {
        entries.withLock { entries in
            for place in entries.indices where entries[place].subject == subject { entries[place].state = state }
        }
    }
}
