internal import AccountRows
public import AccountSteps
public import Accounts
public import Company
internal import Messages
public import Periods
public import Storage

extension PayCycle {
    /// Takes a step of key account work: reads the book as it is now, asks the rules, and writes the rows of the step, all or none.
    ///
    /// No right is needed: who may take a step is said by its rules, and they write no rows but its own. The record names the step.
    ///
    /// - Parameters:
    ///   - subject: What it acts on; empty for a step that begins something.
    ///   - values: What was given, by field.
    ///   - seen: What ``AccountSteps/seen(_:_:in:)`` told whoever asks; `nil` where he has looked at nothing.
    ///   - now: Now, on the company's clock.
    ///   - condition: Is asked in the transaction before anything is written; what it throws stops it.
    /// - Returns: What it came to, or why the rules refuse it.
    public func takeStep(
        _ step: AccountStep, with subject: String = "", _ values: [String: String], seen: String? = nil,
        at now: CivilMoment, by principal: Principal, onlyIf condition: (ReadTransaction) throws -> Void = { _ in }
    ) async throws(PayrollFailure) -> Result<StepOutcome, Accounts.Refusal> {
        guard let person = principal.person else { throw .refused(.notAPerson(actor: principal.name)) }
        // What was found good beside the rows of a moment is written beside just these; when others came in, once more.
        for _ in 0..<Self.attempts {
            let head = try read { try $0.factHead }
            let model = try await asked(upTo: head).model
            guard let book = model.accountBook else { return .failure(.noBook) }
            let request = StepRequest(
                book: book, actor: StepActor(person, in: model, on: now.day), now: now, subject: subject, values: values
            )
            let outcome: StepOutcome
            do { outcome = try AccountSteps.take(step, request, seen: seen) } catch { return .failure(error) }
            let isTaken = try write(by: principal) { tx in
                try condition(tx)
                guard try tx.factHead == head else { return false }
                try StepTables(outcome.rows, tx).write(RowStep(step.name, with: outcome.subject), text, tx)
                return true
            }
            if isTaken { return .success(outcome) }
        }
        throw .refused(.rowsMovedOn)
    }
}

extension StepActor {
    /// One of a company's people with the positions that he holds on a day.
    public init(_ person: String, in model: CompanyModel, on day: CivilDay) {
        let positions = model.records(BuiltInKind.position)
        let number = model.people.number(of: person)
        let held = model.organisation.assignments.filter { $0.person == number && $0.validity.contains(day) }
        self.init(Key(person), positions: Set(held.map { positions.id($0.position) }))
    }
}

extension Accounts.Refusal {
    /// The company has no section `accounts`.
    fileprivate static var noBook: Accounts.Refusal {
        Accounts.Refusal(
            "no-book",
            LocalizedText(
                en: "this company keeps no book of key accounts", ru: "эта компания не ведёт ключевых клиентов"),
            remedy: LocalizedText(
                en: "add a section 'accounts' to its text", ru: "добавьте в её текст раздел «accounts»"))
    }
}
