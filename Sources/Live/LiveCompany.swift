public import Calculation
internal import Company
public import Messages
public import Periods
internal import Synchronization

/// The company now: its calculation, followed change by change, and what everybody is paid, for many readers at once.
///
/// Changes come one after the other on a thread of the company's own. Readers never wait for them: they take the ``board``, which
/// does not change any more.
public actor LiveCompany {
    private nonisolated let thread: OwnThread
    private let range: DayRange
    private var run: LiveRun
    private nonisolated let shown: Mutex<Board>

    /// On whose thread changes are followed.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// What everybody is paid now.
    public nonisolated var board: Board { shown.withLock { $0 } }

    /// Begins to follow a company.
    ///
    /// - Parameters:
    ///   - engine: Its figures; they are copied, so whoever has the engine keeps what was computed.
    ///   - range: The periods that end within it are computed.
    ///   - head: How far the changes in the company reach, in the numbers of whoever brings them.
    public static func following(
        _ engine: LineEngine, in range: DayRange = .always, head: Int64 = 0
    ) async -> LiveCompany {
        let thread = OwnThread("stimul.live")
        let run = await thread.making { LiveRun(engine, in: range) }
        return LiveCompany(thread, run, range, head)
    }

    private init(_ thread: OwnThread, _ run: sending LiveRun, _ range: DayRange, _ head: Int64) {
        self.thread = thread
        self.range = range
        shown = Mutex(Board(version: 0, head: head, basis: 0, run))
        self.run = run
    }

    // MARK: Changes

    /// Follows changes, all of them or none, and shows a board with them.
    ///
    /// What cannot be followed, such as an event in a month that was not laid out, is calculated anew while readers go on with
    /// the board they have; rows and assignments have other numbers after that.
    ///
    /// - Parameters:
    ///   - changes: By the numbers of ``Board/model``.
    ///   - basis: The ``Board/basis`` of the board by whose numbers they are.
    ///   - head: How far they reach; `nil` leaves it where it is.
    /// - Throws: ``Refusal``; nothing has changed then.
    @discardableResult
    public func apply(_ changes: [LiveChange], basis: Int, head: Int64? = nil) throws(Refusal) -> Moves {
        let last = board
        guard basis == last.basis else { throw .renumbered }
        let head = head ?? last.head
        let followed: LiveRun.Followed
        do { followed = try run.follow(changes) } catch {
            if case .change(let refusal) = error, refusal.needsNewLayout { return recompute(changes, last, head) }
            throw refusal(error)
        }
        let after = run.lines(followed.moved)
        let next = last.followed(head: head, by: zip(followed.moved, after).map { ($0.number, $1) })
        shown.withLock { $0 = next }
        let before = followed.moved.map {
            TaskLines(task: $0.task, person: $0.person, lines: last.lines(of: $0.person, task: $0.number))
        }
        return Moves(changes, zip(before, after).map { (before: $0, after: $1) })
    }

    /// Follows changes one after the other, all of them or none, and shows one board with them; what each has moved is told by
    /// itself, and adds up to the difference of the boards.
    ///
    /// Unlike ``apply(_:basis:head:)`` it never calculates anew.
    ///
    /// - Parameters:
    ///   - changes: By the numbers of ``Board/model``.
    ///   - basis: The ``Board/basis`` of the board by whose numbers they are.
    ///   - head: How far they reach.
    /// - Throws: ``Refusal``, also when the company would have to be calculated anew; nothing has changed then.
    public func follow(_ changes: [LiveChange], basis: Int, head: Int64) throws(Refusal) -> [Moves] {
        var next = board
        guard basis == next.basis else { throw .renumbered }
        var inverses: [LiveChange] = []
        var all: [Moves] = []
        for change in changes {
            let followed: LiveRun.Followed
            do { followed = try run.follow([change]) } catch {
                let left = run.takeBack(inverses)
                throw refusal(left.isEmpty ? error : .stuck(left))
            }
            inverses += followed.inverses
            let after = run.lines(followed.moved)
            let before = followed.moved.map {
                TaskLines(task: $0.task, person: $0.person, lines: next.lines(of: $0.person, task: $0.number))
            }
            all.append(Moves([change], zip(before, after).map { (before: $0, after: $1) }))
            next = next.followed(head: head, by: zip(followed.moved, after).map { ($0.number, $1) })
        }
        if changes.isEmpty { next = next.followed(head: head, by: []) }
        let last = next
        shown.withLock { $0 = last }
        return all
    }

    /// What changes would move, without making them: nobody sees a board with them.
    ///
    /// - Parameters:
    ///   - changes: By the numbers of ``Board/model``.
    ///   - basis: The ``Board/basis`` of the board by whose numbers they are.
    ///   - reading: Looks at the calculation while they are made, and at whose awards they move.
    /// - Throws: ``Refusal``, also when the company would have to be calculated anew.
    public func trial<Result: Sendable>(
        _ changes: [LiveChange], basis: Int, reading: @Sendable (LiveRun, [Int32]) -> Result
    ) throws(Refusal) -> (moves: Moves, result: Result) {
        guard basis == board.basis else { throw .renumbered }
        do { return try run.trial(changes, reading: reading) } catch { throw refusal(error) }
    }

    /// As ``trial(_:basis:reading:)``.
    public func trial(_ changes: [LiveChange], basis: Int) throws(Refusal) -> Moves {
        try trial(changes, basis: basis) { _, _ in () }.moves
    }

    /// What each of several suppositions would move by itself, all of them looked at on the same company.
    ///
    /// - Parameters:
    ///   - basis: The ``Board/basis`` of the board by whose numbers they are.
    ///   - supposed: Makes them; it is told the run, whose next rows are those of now.
    /// - Throws: As ``trial(_:basis:)``.
    public func trials(
        basis: Int, _ supposed: @Sendable (LiveRun) -> [[LiveChange]]
    ) throws(Refusal) -> [Moves] {
        var all: [Moves] = []
        for changes in supposed(run) { all.append(try trial(changes, basis: basis)) }
        return all
    }

    /// As ``trials(basis:_:)``, up to the first supposition for which the company would have to be calculated anew,
    /// such as a deal far larger than any before: nothing is told of it and of those behind it.
    ///
    /// - Throws: ``Refusal``, but for that.
    public func trialsWhileFollowed(
        basis: Int, _ supposed: @Sendable (LiveRun) -> [[LiveChange]]
    ) throws(Refusal) -> [Moves] {
        var all: [Moves] = []
        for changes in supposed(run) {
            do { all.append(try trial(changes, basis: basis)) } catch {
                guard case .change(let refusal) = error, refusal.needsNewLayout else { throw error }
                return all
            }
        }
        return all
    }

    /// What changes would move where the company has to be calculated anew with them, such as a deal far larger than any before.
    ///
    /// It is calculated by whoever asks, beside the company, which goes on meanwhile.
    ///
    /// - Parameters:
    ///   - basis: The ``Board/basis`` of the board by whose numbers they are.
    ///   - supposed: Makes them; it is told the run, whose next rows are those of now.
    /// - Throws: ``Refusal/renumbered``.
    public nonisolated func movesCalculatedAnew(
        basis: Int, _ supposed: @Sendable (LiveRun) -> [LiveChange]
    ) async throws(Refusal) -> Moves {
        let (changes, model, board) = try await supposition(basis: basis, supposed)
        let run = LiveRun(LineEngine.computedHere(model), in: range)
        return Moves(changes, board, Board(version: board.version + 1, head: board.head, basis: basis + 1, run))
    }

    private func supposition(
        basis: Int, _ supposed: @Sendable (LiveRun) -> [LiveChange]
    ) throws(Refusal) -> (changes: [LiveChange], model: CompanyModel, board: Board) {
        guard basis == board.basis else { throw .renumbered }
        let changes = supposed(run)
        return (changes, run.model.changed(by: changes, after: run), board)
    }

    /// Reads the calculation as it is now.
    public func read<Result: Sendable>(_ reading: @Sendable (LiveRun) -> Result) -> Result { reading(run) }

    // MARK: Calculating anew

    /// What a caller is told; a run that could not go back is calculated anew as it was.
    private func refusal(_ failure: LiveRun.TrialFailure) -> Refusal {
        switch failure {
        case .change(let refusal): return .change(refusal)
        case .stuck(let left):
            _ = recompute(left, board, board.head)
            return .renumbered
        }
    }

    private func recompute(_ changes: [LiveChange], _ last: Board, _ head: Int64) -> Moves {
        run = LiveRun(LineEngine.computedHere(run.model.changed(by: changes, after: run)), in: range)
        let next = Board(version: last.version + 1, head: head, basis: last.basis + 1, run)
        shown.withLock { $0 = next }
        return Moves(changes, last, next)
    }
}

extension LiveCompany {
    /// Why changes are not followed; nothing has changed then.
    public enum Refusal: Error, Hashable {
        /// One of them is wrong, or has to be calculated anew.
        case change(LiveChange.Refusal)
        /// The company was calculated anew since, and rows and assignments have other numbers.
        case renumbered

        /// Whether a calculation of the changed company would give what following does not.
        public var needsNewLayout: Bool {
            switch self {
            case .change(let refusal): refusal.needsNewLayout
            case .renumbered: true
            }
        }

        /// What is wrong and what to do.
        public var text: LocalizedText {
            switch self {
            case .change(let refusal): refusal.text
            case .renumbered:
                LocalizedText(
                    en: "the company was calculated anew meanwhile; take its board and say the change by its numbers",
                    ru: "компания тем временем пересчитана; возьмите её состояние заново и номера из него")
            }
        }
    }
}
