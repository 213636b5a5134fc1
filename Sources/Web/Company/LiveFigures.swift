internal import Calculation
internal import Company
internal import Credentials
internal import Live
internal import Payroll
internal import Periods
internal import Storage
internal import Synchronization

/// What everybody earns by the rows and rules of now. Rows that come are followed; what cannot be followed is calculated anew aside,
/// while readers go on with what there is.
final class LiveFigures: Sendable {
    /// What readers are shown.
    struct Shown: Sendable {
        /// Everybody's lines.
        let board: Board
        /// Of when they are.
        let at: Instant
        /// Whether something has changed since, and is being calculated.
        let isOld: Bool
    }

    /// What has happened, for whoever listens.
    struct News: Sendable {
        /// What moved.
        let moves: [FigureMove]
        /// How far the rows reach now.
        let head: Int64
        /// Whether everything was calculated anew.
        let isAnew: Bool
        /// The company.
        let model: CompanyModel
    }

    /// A company that is followed, and by which text it was read.
    private struct Followed: Sendable {
        let company: LiveCompany
        var follower: CompanyFollower
        let text: [SourceFile]
        /// False once something went wrong on the way: then what was followed is not known.
        var isSound = true
    }

    private struct State {
        var followed: Followed?
        var at = Instant(seconds: 0)
        /// What was looked at last, whether it gave figures or not.
        var text: [SourceFile] = []
        var head: Int64 = -1
        var isWorking = false
        var log: MoveLog
    }

    private let state: Mutex<State>
    private let threads: WaitingThreads
    private let clock: @Sendable () -> Instant
    private let listener = Mutex<(@Sendable (News) -> Void)?>(nil)

    /// With fewer versions of rows than these a company begins where the day began, so that what has changed today is known after a
    /// start too; reading a larger one as it once was takes too long.
    private static let mostRowsOfADay: Int64 = 100_000

    /// - Parameter threads: On which it is followed and calculated.
    init(_ threads: WaitingThreads, clock: @escaping @Sendable () -> Instant) {
        self.threads = threads
        self.clock = clock
        state = Mutex(State(log: MoveLog(since: clock())))
    }

    /// Tells somebody from now on what happens.
    func tell(_ listener: @escaping @Sendable (News) -> Void) { self.listener.withLock { $0 = listener } }

    /// The figures of now, or those of before while newer ones are calculated; nil while there are none.
    func shown(_ cycle: PayCycle) throws -> Shown? {
        let isOld = try look(cycle)
        return state.withLock { state in
            state.followed.map { Shown(board: $0.company.board, at: state.at, isOld: isOld) }
        }
    }

    /// Looks whether something has changed, and follows it if so.
    @discardableResult
    func look(_ cycle: PayCycle) throws -> Bool {
        let head = try cycle.workspace.read { try $0.factHead }
        let (isOld, mustWork) = state.withLock { state in
            let isOld = state.head != head || !Self.isSame(state.text, cycle.text)
            let mustWork = isOld && !state.isWorking
            if mustWork { state.isWorking = true }
            return (isOld, mustWork)
        }
        if mustWork { Task(executorPreference: threads) { [self] in await work(cycle, head) } }
        return isOld
    }

    /// Whether figures were calculated, or it is known that there are none.
    var isReady: Bool { state.withLock { $0.head >= 0 && !($0.isWorking && $0.followed == nil) } }

    /// The company that is followed; nil while there are no figures.
    var company: LiveCompany? { state.withLock { $0.followed?.company } }

    /// A person's moves of awards whose periods end within some days, since an instant or since moves are known, whichever is later.
    func moves(of person: String, in days: DayRange, since instant: Instant) -> (moves: [FigureMove], since: Instant) {
        state.withLock { state in
            let since = max(instant, state.log.since)
            return (state.log.moves(of: person, in: days, since: since), since)
        }
    }

    // MARK: Following

    private func work(_ cycle: PayCycle, _ head: Int64) async {
        var followed = state.withLock { $0.followed }
        // Rows may be gone or at fault; then the figures of before stay, and the next change is another chance.
        do {
            if followed == nil { followed = try await begun(cycle, head) }
            if let known = followed { followed = try await self.followed(known, cycle, head) }
        } catch { followed?.isSound = false }
        let now = clock()
        state.withLock { state in
            if let followed {
                state.followed = followed
                state.at = now
            }
            state.text = cycle.text
            state.head = head
            state.isWorking = false
        }
    }

    /// A company to be followed from where the day began, if it is a small one, else from now.
    private func begun(_ cycle: PayCycle, _ head: Int64) async throws -> Followed? {
        guard head > 0 else { return nil }
        let now = clock()
        let today = Instant(seconds: now.seconds - now.seconds % 86_400)
        let morning = try cycle.workspace.read { try $0.factHead(before: today.description) }
        if morning > 0, morning < head, head <= Self.mostRowsOfADay,
            let first = try? await company(cycle, morning)
        {
            state.withLock { $0.log = MoveLog(since: today) }
            return first
        }
        let since = morning == head ? today : now
        let first = try await company(cycle, head)
        state.withLock { $0.log = MoveLog(since: since) }
        return first
    }

    private func company(_ cycle: PayCycle, _ head: Int64) async throws -> Followed {
        let asked = try await cycle.asked(upTo: head)
        return Followed(
            company: await LiveCompany.following(await asked.everybody(), head: head),
            follower: CompanyFollower(asked.model, text: cycle.text, head: head), text: cycle.text)
    }

    private func followed(_ known: Followed, _ cycle: PayCycle, _ head: Int64) async throws -> Followed {
        guard Self.isSame(known.text, cycle.text) else { return try await anew(known, cycle, head, .rules) }
        guard known.isSound else { return try await anew(known, cycle, head, nil) }
        var next = known
        switch try next.follower.next(cycle) {
        case .nothing: return known
        case .anew: return try await anew(known, cycle, head, nil)
        case .steps(let steps):
            for step in steps {
                do { try await follow(step, next) } catch { return try await anew(next, cycle, head, nil) }
            }
            return next
        }
    }

    private func follow(_ step: CompanyFollower.Step, _ followed: Followed) async throws {
        let board = followed.company.board
        let moves = try await followed.company.follow(
            step.changes.map(\.change), basis: board.basis, head: step.head)
        let at = Instant(recorded: step.at) ?? clock()
        let own = zip(step.changes, moves).flatMap { FigureMove.of($1, board.model, $0.cause, at: at) }
        note(own, step.head, board.model, isAnew: false)
    }

    /// Everything anew, and what differs from before; of one row it is known that it was that one.
    private func anew(
        _ known: Followed, _ cycle: PayCycle, _ head: Int64, _ cause: MoveCause?
    ) async throws -> Followed {
        let before = known.company.board
        let next = try await company(cycle, head)
        let cause = try cause ?? self.cause(since: before.head, to: head, cycle)
        let moves = FigureMove.between(before, next.company.board, cause, at: clock())
        // Whoever is told finds the new board.
        state.withLock { $0.followed = next }
        note(moves, head, next.company.board.model, isAnew: true)
        return next
    }

    private func cause(since head: Int64, to next: Int64, _ cycle: PayCycle) throws -> MoveCause {
        try cycle.workspace.read { snapshot in
            guard let rows = try snapshot.rows(since: head, limit: 1_000) else { return .tables([]) }
            if rows.count == 1, let row = rows.first {
                let deed: RowCause.Deed = row.now == nil ? .left : row.first > head ? .came : .changed
                return .row(RowCause(kind: row.kind, key: row.key, deed: deed))
            }
            return .tables(Set(rows.map(\.kind)).sorted())
        }
    }

    private func note(_ moves: [FigureMove], _ head: Int64, _ model: CompanyModel, isAnew: Bool) {
        let now = clock()
        state.withLock { state in
            state.log.add(moves)
            state.at = now
        }
        let news = News(moves: moves, head: head, isAnew: isAnew, model: model)
        listener.withLock { $0 }?(news)
    }

    private static func isSame(_ left: [SourceFile], _ right: [SourceFile]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
}

extension Instant {
    /// The time of a record, `2026-11-28T14:05:00Z`; nil when it is written otherwise.
    init?(recorded text: String) {
        let digits = text.utf8.map { Int64($0) - 48 }
        guard digits.count >= 19, let day = CivilDay(parsing: String(text.prefix(10))),
            [11, 12, 14, 15, 17, 18].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hours, minutes) = (digits[11] * 10 + digits[12], digits[14] * 10 + digits[15])
        self.init(seconds: Int64(day.number) * 86_400 + hours * 3_600 + minutes * 60 + digits[17] * 10 + digits[18])
    }
}
