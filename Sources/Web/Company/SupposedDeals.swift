internal import Credentials
internal import Live
internal import Synchronization

/// What deals would bring for which the whole company has to be calculated anew: worked out aside, for one person one at a time, and
/// kept for a while for whoever looks again.
final class SupposedDeals: Sendable {
    /// A deal that is supposed.
    struct Key: Hashable {
        let person: String
        let period: String
        /// In units of the deal's column.
        let amount: Int64
    }

    /// How far one has come.
    enum State: Sendable {
        case working
        case done([Move])
        case failed
    }

    private struct Entry {
        let key: Key
        var state: State
        var at: Instant
    }

    private let entries = Mutex<[Entry]>([])
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant
    private let most = 64
    /// After so many seconds it is worked out anew, for rows go on coming.
    private let lasts: Int64 = 120

    /// - Parameter threads: On which the company is calculated, one after the other.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
    }

    /// What is known of a deal within a moment; what nobody has asked for of late is begun.
    func settled(_ key: Key, _ make: @escaping @Sendable () async throws -> [Move]) async throws -> State {
        begin(key, make)
        for _ in 0..<60 {
            let state = entries.withLock { $0.first { $0.key == key }?.state } ?? .failed
            guard case .working = state else { return state }
            try await Task.sleep(for: .milliseconds(20))
        }
        return .working
    }

    private func begin(_ key: Key, _ make: @escaping @Sendable () async throws -> [Move]) {
        let now = clock()
        let isNew = entries.withLock { entries in
            entries.removeAll { entry in
                if case .working = entry.state { return false }
                return now.seconds(since: entry.at) >= lasts
            }
            let isBusy = entries.contains { entry in
                guard case .working = entry.state else { return false }
                return entry.key.person == key.person
            }
            if isBusy || entries.contains(where: { $0.key == key }) { return false }
            entries.insert(Entry(key: key, state: .working, at: now), at: 0)
            if entries.count > most { entries.removeLast() }
            return true
        }
        guard isNew else { return }
        Task(executorPreference: threads) { [self] in
            let state: State
            do { state = .done(try await make()) } catch { state = .failed }
            entries.withLock { entries in
                for place in entries.indices where entries[place].key == key {
                    entries[place].state = state
                    entries[place].at = clock()
                }
            }
        }
    }
}
