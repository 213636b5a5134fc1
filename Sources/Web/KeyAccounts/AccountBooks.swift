internal import AccountRows
internal import Company
internal import Pages
internal import Payroll
internal import Storage
internal import Synchronization

/// The book of key accounts by the rows and rules of now, kept between requests.
///
/// A company whose book is made quickly is always shown as it is. Where it takes longer, readers go on with the book there is while
/// the next is made, but whoever has just written waits for the one that holds what he wrote.
final class AccountBooks: Sendable {
    /// A book, with the company it was read from.
    struct Shown: Sendable {
        /// The book.
        let book: AccountBook
        /// The company with all its tables.
        let model: CompanyModel
    }

    /// What is said on the page that follows a step.
    struct Notice {
        let name: String
        let person: String
        let words: Words
    }

    private struct State: Hashable {
        let head: Int64
        let text: Int
    }

    private struct Known {
        var state: State?
        var shown: Shown?
        /// How long it took to make.
        var cost = Duration.zero
        var making: (state: State, task: Task<Shown?, any Error>)?
    }

    private let known = Mutex(Known())
    /// What is said on the pages that follow steps, the oldest first.
    let notices = Mutex<[Notice]>([])
    /// The thread on which books are made.
    private let threads = WaitingThreads(1)
    /// A book that takes longer is not waited for by readers.
    private static let quick = Duration.milliseconds(400)

    /// The book; `nil` for a company that keeps none.
    ///
    /// - Parameter fresh: Whether only the book of now will do.
    func shown(_ company: CompanyNow, fresh: Bool = false) async throws -> Shown? {
        let cycle = try company.cycle()
        guard try company.reference().keepsAccounts else { return nil }
        let state = State(
            head: try company.workspace.read { try $0.factHead }, text: try company.version().text)
        let (old, task) = known.withLock { known -> (Shown?, Task<Shown?, any Error>?) in
            if known.state == state { return (known.shown, nil) }
            let task: Task<Shown?, any Error>
            if let making = known.making, making.state == state {
                task = making.task
            } else {
                task = Task(executorPreference: threads) { try await self.made(cycle, state) }
                known.making = (state, task)
            }
            let isOldGood = !fresh && known.cost > Self.quick && known.state?.text == state.text
            return (isOldGood ? known.shown : nil, task)
        }
        guard let task else { return old }
        if let old { return old }
        return try await task.value
    }

    /// The book that was made last, which may be one of before; it is made where there is none yet.
    func lastKnown(_ company: CompanyNow) -> Shown? {
        let (shown, isIdle) = known.withLock { ($0.shown, $0.state == nil && $0.making == nil) }
        if isIdle { Task { _ = try? await self.shown(company) } }
        return shown
    }

    private func made(_ cycle: PayCycle, _ state: State) async throws -> Shown? {
        let start = ContinuousClock.now
        defer {
            known.withLock { known in
                if known.making?.state == state { known.making = nil }
            }
        }
        let model = try await cycle.asked(upTo: state.head).model
        let shown = model.accountBook.map { Shown(book: $0, model: model) }
        let cost = ContinuousClock.now - start
        known.withLock { known in
            // Rows are only added to, so the higher version is the newer one.
            if let newer = known.state, newer.text == state.text, newer.head > state.head { return }
            (known.state, known.shown, known.cost) = (state, shown, cost)
        }
        return shown
    }
}
