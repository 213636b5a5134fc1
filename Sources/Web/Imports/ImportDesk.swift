internal import Calculation
internal import Credentials
internal import Pages
internal import Payroll
internal import Storage
internal import Synchronization

/// Work on files that people have brought: one piece at a time for each, on the threads of calculations, so that pages stay quick.
final class ImportDesk: Sendable {
    /// How far a file has come.
    struct State: Sendable {
        /// What is being done with it, since when.
        var work: (phase: ImportWork.Phase, since: Instant)?
        /// What a look has shown.
        var looked: Looked?
        /// What a trial has shown.
        var tried: Tried?
        /// Why the last piece of work came to nothing.
        var failed: Problem?
        /// Whether somebody has stopped it.
        var isStopped = false
        fileprivate var number = 0
        fileprivate var task: Task<Void, Never>?
        fileprivate var used: Int64 = 0
    }

    private let states = Mutex<[String: State]>([:])
    private let store: UploadStore
    private let company: CompanyNow
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant
    /// What was shown is kept of so many files; of others it is found out again.
    private static let most = 20

    init(
        _ store: UploadStore, _ company: CompanyNow, _ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.company = company
        self.threads = threads
        self.clock = clock
    }

    /// How far a file has come.
    func state(of id: String) -> State { states.withLock { $0[id] ?? State() } }

    /// The same, once its work is done or a moment has passed: small files need no page that says to wait.
    func settled(_ id: String) async throws -> State {
        for _ in 0..<60 {
            let state = state(of: id)
            if state.work == nil { return state }
            try await Task.sleep(for: .milliseconds(20))
        }
        return state(of: id)
    }

    /// Looks at a file, and tries it where that was asked for; what was begun before is stopped.
    func look(_ upload: KeptUpload, by principal: Principal) {
        begin(upload, by: principal) { work, note in
            let looked = try work.look()
            note { ($0.looked, $0.tried, $0.failed) = (looked, nil, nil) }
            guard upload.isTried, looked.isReady else { return }
            let tried = try await work.rehearse()
            note { ($0.tried, $0.failed) = (tried, nil) }
        }
    }

    /// Takes a file in as it was tried.
    func takeIn(_ upload: KeptUpload, _ tried: Tried, by principal: Principal) {
        begin(upload, by: principal) { [store, clock] work, note in
            let imported: PayCycle.Imported
            do { imported = try work.takeIn(tried) } catch {
                // What was shown holds no longer.
                note { $0.tried = nil }
                throw error
            }
            let people = tried.pay.byPerson.filter(\.sides.differ).count
            try store.change(upload.id) { kept in
                kept.done = KeptUpload.Done(
                    actor: principal.name, at: clock().seconds, counts: imported.countsByTable, people: people,
                    record: try work.cycle.workspace.read { Int64(try $0.auditHead().number) })
            }
            note { $0.tried = nil }
        }
    }

    /// Stops what is being done with a file; what was found out before stays.
    func stop(_ id: String) {
        states.withLock { states in
            states[id]?.task?.cancel()
            guard states[id]?.work != nil else { return }
            states[id]?.work = nil
            states[id]?.isStopped = true
            states[id]?.number += 1
        }
    }

    /// Forgets a file.
    func forget(_ id: String) {
        stop(id)
        states.withLock { $0[id] = nil }
    }

    /// Work, told to nobody once it was stopped or something else has begun.
    private func begin(
        _ upload: KeptUpload, by principal: Principal,
        _ body: @escaping @Sendable (ImportWork, @Sendable ((inout State) -> Void) -> Void) async throws -> Void
    ) {
        stop(upload.id)
        let id = upload.id
        let number = states.withLock { states in
            var state = states[id] ?? State()
            state.number += 1
            state.work = (.waits, clock())
            state.failed = nil
            state.isStopped = false
            state.used = clock().seconds
            states[id] = state
            if states.count > Self.most,
                let oldest = states.filter({ $0.value.work == nil }).min(by: {
                    $0.value.used < $1.value.used
                })
            {
                states[oldest.key] = nil
            }
            return state.number
        }
        let note: @Sendable ((inout State) -> Void) -> Void = { [self] change in
            states.withLock { states in
                guard states[id]?.number == number, var state = states[id] else { return }
                change(&state)
                states[id] = state
            }
        }
        let task = Task(executorPreference: threads) { [self] in
            do {
                let work = ImportWork(
                    upload: upload, principal: principal, path: store.path(of: id), cycle: try company.cycle()
                ) { phase in
                    note { $0.work?.phase = phase }
                }
                try Task.checkCancellation()
                try await body(work, note)
                note { $0.work = nil }
            } catch is CancellationError {
                note { $0.work = nil }
            } catch {
                note { ($0.work, $0.failed) = (nil, Problem(error)) }
            }
        }
        states.withLock { if $0[id]?.number == number { $0[id]?.task = task } }
    }
}

extension PayCycle.Imported {
    /// By table: accepted, changed, unchanged, cancelled, rejected.
    var countsByTable: [String: [Int]] {
        var counts: [String: [Int]] = [:]
        for kind in Set(report.counts.keys).union(rejectedRows.keys) {
            let own = report.counts[kind] ?? ImportReport.Counts()
            counts[kind] = [own.accepted, own.changed, own.unchanged, own.cancelled, rejectedRows[kind] ?? 0]
        }
        return counts
    }
}
