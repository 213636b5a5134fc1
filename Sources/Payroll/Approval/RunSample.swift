internal import Calculation
internal import Company
internal import Periods
internal import Storage

/// A few people of a run, calculated again before it is posted.
///
/// Runs come from fast evaluators; the reference is slow, plain, and shares none of their code for figures and awards. So a fault of
/// the one is seen by the other before money moves, and so is a run that somebody has rewritten together with its records. The run's
/// own identifier decides who is looked at: nobody can choose, and the same run is always looked at in the same people.
struct RunSample {
    /// How many people are calculated again.
    static let size = 10

    private let run: StoredRun
    private let cycle: PayCycle

    init(_ run: StoredRun, _ cycle: PayCycle) {
        self.run = run
        self.cycle = cycle
    }

    /// Refuses a run that the reference does not come to.
    ///
    /// - Throws: ``PayrollFailure/otherBasis(_:_:)``, ``PayrollFailure/deviates(_:_:)``.
    func check() throws(PayrollFailure) {
        let people = Self.people(of: run)
        if people.isEmpty { return }
        let rows = try cycle.rows(upTo: run.dataHead)
        guard rows.digest == run.dataDigest else { throw .refused(.otherBasis(period: run.period, .rows)) }
        let text = try cycle.read { try $0.model(run.model) }
        let (model, diagnostics, _) = CompanyReader.read(text: text, tables: rows.tables)
        guard let model else { throw .company(diagnostics) }
        let period = try cycle.payPeriod(run.period, model)
        let numbers = people.compactMap { model.people.number(of: $0) }
        let lines = Run.reference(model, in: period.range, people: Set(numbers))
        let deviations = Self.deviations(
            run.lines.filter { people.contains($0.person) }, lines.map { RunLine($0, model) })
        if !deviations.isEmpty { throw .refused(.deviates(period: run.period, deviations)) }
    }

    /// The people to look at: the first of all in an order that the run's identifier makes.
    static func people(of run: StoredRun) -> Set<String> {
        let all = Set(run.lines.map(\.person)).map { person in
            (rank: SHA256Digest.of(Array("\(run.id) \(person)".utf8)).hex, person: person)
        }
        return Set(all.sorted { $0.rank < $1.rank }.prefix(size).map(\.person))
    }

    private static func deviations(_ stored: [RunLine], _ expected: [RunLine]) -> [RunDeviation] {
        let (was, comes) = (amounts(stored), amounts(expected))
        return Set(was.keys).union(comes.keys).sorted().compactMap { item in
            if was[item] == comes[item] { return nil }
            return RunDeviation(
                person: item.person, item: item.text, stored: was[item] ?? nil, expected: comes[item] ?? nil,
                against: .reference)
        }
    }

    /// What is paid for; of one component a person may have several unbroken runs of days.
    private struct Item: Hashable, Comparable {
        let person: String
        let plan: String
        let component: String
        let period: String
        let from: String
        let until: String

        var text: String { "\(plan) · \(component) · \(period) · \(from)…\(until)" }

        static func < (left: Item, right: Item) -> Bool {
            (left.person, left.text) < (right.person, right.text)
        }
    }

    private static func amounts(_ lines: [RunLine]) -> [Item: Int64?] {
        Dictionary(
            lines.map { line in
                let item = Item(
                    person: line.person, plan: line.plan, component: line.component, period: line.period,
                    from: line.from, until: line.until)
                return (item, line.amount)
            }
        ) { first, _ in first }
    }
}
