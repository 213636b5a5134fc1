internal import Calculation
internal import Company
internal import Credentials
internal import Live
internal import Payroll
internal import Storage
internal import Synchronization

/// What everybody earns by the rows and rules of now; calculated aside when they have changed, while readers go on with what there is.
final class LiveFigures: Sendable {
    /// What readers are shown.
    struct Shown: Sendable {
        /// Everybody's lines.
        let board: Board
        /// When it was calculated.
        let at: Instant
        /// Whether something has changed since, and is being calculated.
        let isOld: Bool
    }

    private struct State {
        var company: LiveCompany?
        var at = Instant(seconds: 0)
        var text: [SourceFile] = []
        var head: Int64 = -1
        var isWorking = false
        var failure: String?
    }

    private let state = Mutex(State())
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant

    /// - Parameter threads: On which it is calculated.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
    }

    /// The figures of now, or those of before while newer ones are calculated; nil while there are none.
    func shown(_ cycle: PayCycle) throws -> Shown? {
        let head = try cycle.workspace.read { try $0.factHead }
        let (shown, mustWork) = state.withLock { state in
            let isOld = state.head != head || !Self.isSame(state.text, cycle.text)
            let mustWork = isOld && !state.isWorking
            if mustWork { state.isWorking = true }
            let shown = state.company.map { Shown(board: $0.board, at: state.at, isOld: isOld) }
            return (shown, mustWork)
        }
        if mustWork { begin(cycle, head) }
        return shown
    }

    /// Whether figures were calculated, or it is known that there are none.
    var isReady: Bool { state.withLock { $0.head >= 0 } }

    private func begin(_ cycle: PayCycle, _ head: Int64) {
        Task(executorPreference: threads) { [self] in
            // Rows may be gone or at fault; then there are no figures, and the next change is another chance.
            let company = try? await Self.company(cycle, head)
            state.withLock { state in
                state.company = company ?? state.company
                state.at = clock()
                state.text = cycle.text
                state.head = head
                state.isWorking = false
            }
        }
    }

    private static func company(_ cycle: PayCycle, _ head: Int64) async throws -> LiveCompany? {
        guard try cycle.hasRows() else { return nil }
        let asked = try await cycle.askedNow()
        return await LiveCompany.following(await asked.everybody(), head: head)
    }

    private static func isSame(_ left: [SourceFile], _ right: [SourceFile]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
}
