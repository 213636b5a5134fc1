internal import Credentials
internal import Pages
internal import Payroll
internal import Synchronization

/// Work of programs that answers with a value: it goes on aside under a number; what is quick is answered at once.
final class AsideWork: Sendable {
    /// How far one has come.
    enum State: Sendable {
        case working
        case done(String)
        case failed(Problem)
    }

    private let states = Mutex<[Int64: State]>([:])
    private let threads: WaitingThreads
    private let store: ServerStore
    private let running: RunningJobs
    private let clock: @Sendable () -> Instant
    /// So many of one person go on or wait at once.
    private static let mostOfOne = 2
    private let perPerson = Mutex<[String: Int]>([:])

    /// - Parameters:
    ///   - threads: On which it is done, one after the other.
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

    /// Begins work, and tells its number.
    ///
    /// - Throws: ``Problem`` where somebody has too much of it going on.
    func begin(
        _ kind: Job.Kind, _ subject: String, by person: String, _ work: @escaping @Sendable () async throws -> String
    ) throws -> Int64 {
        try perPerson.withLock { counts in
            guard counts[person, default: 0] < Self.mostOfOne else { throw Problem.tooMany(after: 10) }
            counts[person, default: 0] += 1
        }
        let number: Int64
        do { number = try store.begin(kind, subject, by: person, at: clock()) } catch {
            leave(person)
            throw error
        }
        running.begin(number)
        states.withLock { $0[number] = .working }
        let task = Task(executorPreference: threads) { [self] in
            let state: State
            do {
                try Task.checkCancellation()
                state = .done(try await work())
            } catch {
                state = .failed(Problem(error))
            }
            end(number, state)
            leave(person)
        }
        running.note(task, of: number)
        return number
    }

    private func end(_ number: Int64, _ state: State) {
        // Of what was stopped nothing is told.
        if running.mayKeep(number) {
            switch state {
            case .working: break
            case .done(let text): try? store.finish(number, result: text, at: clock())
            case .failed(let problem): try? store.fail(number, problem.whole, at: clock())
            }
            states.withLock { if $0[number] != nil { $0[number] = state } }
        } else {
            states.withLock { if $0[number] != nil { $0[number] = .failed(.stopped) } }
        }
        running.end(number)
    }

    private func leave(_ person: String) {
        perPerson.withLock { counts in
            counts[person] = counts[person].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// How far one has come, once it is done or a moment has passed; told once, later it is asked for by its number.
    func settled(_ number: Int64) async throws -> State {
        defer { states.withLock { $0[number] = nil } }
        for _ in 0..<100 {
            switch states.withLock({ $0[number] }) {
            case .done(let text)?: return .done(text)
            case .failed(let problem)?: return .failed(problem)
            case .working?, nil: try await Task.sleep(for: .milliseconds(20))
            }
        }
        return states.withLock { $0[number] } ?? .working
    }

    /// Stops one; false when it is over.
    @discardableResult
    func stop(_ number: Int64) throws -> Bool {
        guard running.stop(number) else { return false }
        try store.fail(number, .stopped, at: clock())
        return true
    }
}

extension Problem {
    /// With what is wrong with which member in its text, where nothing but the text is kept.
    fileprivate var whole: Problem {
        var problem = self
        let all = faults.prefix(5).map { (pointer: $0.pointer, text: $0.text) }
        guard !all.isEmpty else { return problem }
        problem.text = Words(
            ru: text.ru + " " + all.map { "\($0.pointer): \($0.text.ru)" }.joined(separator: " "),
            en: text.en + " " + all.map { "\($0.pointer): \($0.text.en)" }.joined(separator: " "))
        return problem
    }
}
