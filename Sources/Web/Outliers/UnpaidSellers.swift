internal import Calculation
internal import Company
internal import Formulas
internal import Messages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage
internal import Synchronization

/// Who has sold something in the period of a run and is paid nothing by it: worked out aside, once for each run, since that takes the
/// company with all its rows.
final class UnpaidSellers: Sendable {
    private struct Entry {
        let run: String
        let task: Task<Set<String>, any Error>
        var found: Set<String>?
    }

    private let entries = Mutex<[Entry]>([])
    private let companies: AskedCompanies
    private let threads: WaitingThreads
    private let most = 8

    /// - Parameter threads: On which it is worked out, one after the other.
    init(_ companies: AskedCompanies, _ threads: WaitingThreads) {
        self.companies = companies
        self.threads = threads
    }

    /// Those of a run, once they are known.
    func found(_ run: StoredRun, _ cycle: PayCycle) async throws -> Set<String> { try await begin(run, cycle).value }

    /// The same, or nil where they are not known within a moment.
    func settled(_ run: StoredRun, _ cycle: PayCycle) async throws -> Set<String>? {
        begin(run, cycle)
        for _ in 0..<25 {
            if let found = entries.withLock({ $0.first { $0.run == run.id }?.found }) { return found }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }

    /// Begins to look for them, unless they are looked for or known.
    @discardableResult
    func begin(_ run: StoredRun, _ cycle: PayCycle) -> Task<Set<String>, any Error> {
        entries.withLock { entries in
            if let known = entries.first(where: { $0.run == run.id }) { return known.task }
            let task = Task(executorPreference: threads) { [self] in
                do {
                    let found = try await look(run, cycle)
                    note(found, of: run.id)
                    return found
                } catch {
                    // Whoever asks next tries anew.
                    self.entries.withLock { $0.removeAll { $0.run == run.id } }
                    throw error
                }
            }
            entries.insert(Entry(run: run.id, task: task), at: 0)
            if entries.count > most { entries.removeLast() }
            return task
        }
    }

    private func note(_ found: Set<String>, of run: String) {
        entries.withLock { entries in
            for place in entries.indices where entries[place].run == run { entries[place].found = found }
        }
    }

    private func look(_ run: StoredRun, _ cycle: PayCycle) async throws -> Set<String> {
        let known = try await companies.company(of: run, cycle)
        let sellers = Sellers(model: known.company.model, source: known.source)
        let paid = Set(run.lines.filter { ($0.amount ?? 0) > 0 }.map(\.person))
        let model = known.company.model
        let others = (0..<model.people.count).map { model.people.id(Int32($0)) }.filter { !paid.contains($0) }
        return sellers.among(Set(others), run.period)
    }
}

/// Who has sold: to whom some figure over events credits something in a period.
private struct Sellers {
    let model: CompanyModel
    let source: any AggregateSource

    func among(_ people: Set<String>, _ label: String) -> Set<String> {
        guard let period = model.calendar.parse(label) else { return [] }
        let evaluator = MeasureEvaluator(model, source)
        let figures = commissioned
        return people.filter { id in
            guard let person = model.people.number(of: id) else { return false }
            let context = EvaluationContext(.person(person), period)
            return figures.contains { (evaluator.number($0, in: context).value ?? .zero) > .zero }
        }
    }

    /// What plans pay commission on, each figure once.
    private var commissioned: [Checked<Measure>] {
        var seen: Set<Checked<Measure>> = []
        return model.plans.flatMap(\.components).compactMap { component in
            guard case .commission(let commission) = component.kind, seen.insert(commission.base).inserted else {
                return nil
            }
            return commission.base
        }
    }
}
