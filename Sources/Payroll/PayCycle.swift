public import Company
internal import Formulas
internal import Ledger
public import Periods
public import Storage

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
    let smallRows = SmallRows()

    /// Makes a cycle over a workspace.
    public init(_ workspace: Workspace, text: [SourceFile], threads: Int = 2, columns: WorkspaceColumns? = nil) {
        self.workspace = workspace
        self.text = text
        self.threads = threads
        self.columns = columns
    }

    /// Reads, with failures of the storage as failures of the cycle.
    func read<Value>(
        _ body: (Reading) throws -> Value
    ) throws(PayrollFailure) -> Value {
        do { return try workspace.read(body) } catch { throw PayrollFailure(error) }
    }

    /// Writes, with every failure as one of the cycle.
    @discardableResult
    func write<Value>(by actor: String, _ body: (Writing) throws -> Value) throws(PayrollFailure) -> Value {
        do { return try workspace.write(by: actor, body) } catch { throw PayrollFailure(error) }
    }

    /// A pay period by its name.
    ///
    /// - Throws: ``PayrollFailure/noSuchPeriod(_:)``, ``PayrollFailure/notAPayPeriod(_:kind:)``.
    public func payPeriod(_ name: String, _ model: CompanyModel) throws(PayrollFailure) -> Period {
        // One name for one period: a day written in another way would be a period of its own.
        guard let period = model.calendar.parse(name), period.description == name else { throw .noSuchPeriod(name) }
        guard period.kind == model.ledgerRules.period else {
            throw .notAPayPeriod(name, kind: model.ledgerRules.period.rawValue)
        }
        return period
    }
}
