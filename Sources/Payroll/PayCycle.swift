public import Company
internal import Ledger
internal import Messages
public import Periods
public import Storage
public import StoredColumns

/// The way of a pay period through a workspace: rows come in, a period is calculated, reviewed, approved by two, paid and closed.
///
/// Every step is one transaction: it is taken as a whole, or refused with its reason and nothing is written.
public struct PayCycle: Sendable {
    /// What is remembered.
    public let workspace: Workspace
    /// The company's text as it lies in its folder now.
    public let text: [SourceFile]
    /// On how many threads is calculated.
    public let threads: Int
    /// Where the columns of large tables are kept from one calculation to the next; `nil` when they are not.
    let columns: WorkspaceColumns?
    /// The small tables as they were read last.
    let smallRows: SmallRows

    /// Makes a cycle over a workspace.
    public init(_ workspace: Workspace, text: [SourceFile], threads: Int = 2, columns: WorkspaceColumns? = nil) {
        self.workspace = workspace
        self.text = text
        self.threads = threads
        self.columns = columns
        smallRows = SmallRows(columns)
    }

    /// Reads, with failures of the storage as failures of the cycle.
    func read<Value>(
        _ body: (ReadTransaction) throws -> Value
    ) throws(PayrollFailure) -> Value {
        do { return try workspace.read(body) } catch { throw PayrollFailure(error) }
    }

    /// Writes, with every failure as one of the cycle.
    @discardableResult
    func write<Value>(
        by principal: Principal, _ body: (WriteTransaction) throws -> Value
    ) throws(PayrollFailure) -> Value {
        do { return try workspace.write(by: principal.name, request: principal.request, body) } catch {
            throw PayrollFailure(error)
        }
    }

    /// Does what a command says in one transaction, once nothing stands against it.
    @discardableResult
    func take<Value>(
        _ command: Command, by principal: Principal, _ body: (WriteTransaction) throws -> Value
    ) throws(PayrollFailure) -> Value {
        try write(by: principal) { tx in
            try Rules(cycle: self, principal: principal, books: tx).check(command)
            return try body(tx)
        }
    }

    /// Makes sure that nothing stands against a command as far as can be told before it is done.
    func check(_ command: Command, by principal: Principal) throws(PayrollFailure) {
        try read { try Rules(cycle: self, principal: principal, books: $0).check(command) }
    }

    /// Why a command is refused, asked without doing it; `nil` when nothing stands against it.
    ///
    /// Of an import and a calculation it tells only whether they may be begun: what is wrong with rows shows when they are read.
    public func refusal(of command: Command, by principal: Principal) throws(PayrollFailure) -> Refusal? {
        do {
            try check(command, by: principal)
            return nil
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return refusal
        }
    }

    /// A pay period by its name.
    ///
    /// - Throws: ``Refusal/noSuchPeriod(_:)``, ``Refusal/notAPayPeriod(_:kind:)``.
    public func payPeriod(_ name: String, _ model: CompanyModel) throws(PayrollFailure) -> Period {
        // One name for one period: a day written in another way would be a period of its own.
        guard let period = model.calendar.parse(name), period.description == name else {
            throw .refused(.noSuchPeriod(name))
        }
        guard period.kind == model.ledgerRules.period else {
            throw .refused(.notAPayPeriod(name, kind: model.ledgerRules.period))
        }
        return period
    }
}
