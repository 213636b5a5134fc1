internal import Company
internal import Ledger
internal import Periods
internal import Storage

/// Who may do what, and when: every rule of it, asked of one state of the records.
///
/// What the workspace and its schema refuse beside these protects the books and is told of nobody: it is never met by a command
/// that was checked here.
struct Rules {
    let cycle: PayCycle
    let principal: Principal
    let books: ReadTransaction

    /// Makes sure that nothing stands against a command.
    func check(_ command: Command) throws {
        switch command {
        case .importRows, .calculate: try checkRight(command.right)
        case .review(let period): try step(.review, period)
        case .approve(let period, let run): _ = try approval(of: period, run)
        case .pay(let period, let afterRestore): _ = try payment(of: period, afterRestore: afterRestore)
        case .close(let period): try close(period)
        case .reopen(let period, let reason): try reopen(period, reason)
        case .adjust(let adjustment): _ = try adjustmentAmount(adjustment)
        case .decide(let number, let verdict, let reason): try decide(number, verdict, reason)
        case .withdraw(let number, let reason): try withdraw(number, reason)
        case .dispute(let person, let period, let text): try dispute(person, period, text)
        case .answer(let number, let text): try answer(number, text)
        }
    }

    // MARK: Rights and texts

    /// Makes sure that whoever acts has a right that reaches everybody.
    func checkRight(_ right: Right) throws(Refusal) {
        if !principal.may(right) { throw .notAllowed(actor: principal.name, right) }
    }

    /// Makes sure that whoever acts has a right that reaches a person.
    func checkRight(_ right: Right, for person: String) throws(Refusal) {
        if principal.may(right, for: person) { return }
        throw principal.rights[right] == nil
            ? .notAllowed(actor: principal.name, right)
            : .outOfReach(actor: principal.name, right, person: person)
    }

    /// Makes sure that a text says something.
    func checkWritten(_ text: String, _ part: Refusal.WrittenPart) throws(Refusal) {
        if text.allSatisfy(\.isWhitespace) { throw .empty(part) }
    }

    // MARK: The life of a period

    /// Makes sure that a period may take a step now; tells it before and after.
    @discardableResult
    func step(
        _ action: PeriodStep.Action, _ period: String, run: String? = nil, reason: String = ""
    ) throws -> (before: PeriodLife, after: PeriodLife, step: PeriodStep) {
        try checkRight(Self.right(of: action))
        let before = try books.life(of: period)
        if try books.steps(of: period).isEmpty { _ = try cycle.payPeriod(period, try cycle.reference(in: books)) }
        let step = PeriodStep(action, by: principal.name, run: run ?? before.run, reason: reason)
        var after = before
        try after.take(step)
        return (before, after, step)
    }

    private static func right(of action: PeriodStep.Action) -> Right {
        switch action {
        case .calculate: .calculate
        case .review: .review
        case .approve: .approve
        case .pay: .pay
        case .close: .close
        case .reopen: .reopen
        }
    }

    /// The order of the periods by the company's calendar of now.
    func order() throws -> PeriodOrder { PeriodOrder(calendar: try cycle.reference(in: books).calendar) }

    private func close(_ period: String) throws {
        try step(.close, period)
        let posted = try books.periods().filter { !$0.postedRun.isEmpty }
        let earlier = try order().before(period, posted).first { $0.state != .closed }
        if let earlier { throw Refusal.earlierUnclosed(period: period, earlier: earlier.period, earlier.state) }
    }

    private func reopen(_ period: String, _ reason: String) throws {
        try checkRight(.reopen)
        try checkWritten(reason, .reason)
        let life = try step(.reopen, period, reason: reason).before
        if life.postedRun.isEmpty { return }
        let order = try order()
        for other in try books.periods() where !other.postedRun.isEmpty {
            if try order.isBefore(period, other.period) {
                throw Refusal.laterApproved(period: period, later: other.period)
            }
        }
    }
}
