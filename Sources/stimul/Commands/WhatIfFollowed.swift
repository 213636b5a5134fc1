import Calculation
import Company
import Formulas
import Live
import Periods
import Storage

/// A what-if of single events, followed instead of calculated twice.
struct FollowedWhatIf {
    let comparison: PayComparison
    let model: CompanyModel
    /// The range that was asked for.
    let range: DayRange
    /// What is supposed.
    let changes: [EventChange]
}

extension Console {
    /// A company to be followed: out of stored columns when they are those of its files, else read.
    ///
    /// - Returns: `nil` when something is wrong with it, which a reading of everything tells of.
    func followable(_ path: String, threads: Int) async throws -> OpenedCompany? {
        if let opened = try await openFresh(path, threads: threads) { return opened }
        let files = try files(of: path)
        let reading = CompanyReader.reading(files, threads: threads)
        guard let model = reading.model else { return nil }
        return OpenedCompany(model: model, small: files.filter { !reading.storedFiles.contains($0.path) })
    }
}

extension Scenario {
    /// Whether nothing but rows is supposed.
    var isOnlyRows: Bool { definitions.isEmpty && withoutPlans.isEmpty && plansFrom == nil && !rows.isEmpty }
}

extension OpenedCompany {
    /// What rows would move: the calculation of the company follows them and goes back.
    ///
    /// - Parameter person: Somebody who is asked for, whatever moves.
    /// - Returns: `nil` when both sides have to be calculated.
    func followed(
        _ changes: [EventChange], in range: DayRange, person: String?, threads: Int, _ stopwatch: inout Stopwatch
    ) async -> PayComparison? {
        let engine = await LineEngine.computed(model, tables: tables, packed: packed, threads: threads)
        stopwatch.finish("lay out")
        let live = LiveRun(engine, in: range)
        stopwatch.finish("calculate")
        let asked = person.flatMap { model.people.number(of: $0) }
        let trial = try? live.trial(changes.map { .event($0) }) { run, moved in
            let people = Set(moved + [asked].compactMap { $0 }).sorted()
            return (people: people, lines: run.lines(ofPeople: people), total: run.total)
        }
        guard let then = trial?.result, !live.tasks.isEmpty, columns?.lateDamage == nil else { return nil }
        let comparison = PayComparison(
            model, now: live.lines(ofPeople: then.people), then: then.lines,
            total: PayComparison.Sides(now: live.total, then: then.total))
        stopwatch.finish("follow")
        return comparison
    }
}
