import Calculation
import Company
import Live
internal import Messages
import Payroll
import Periods
import Storage
import StoredColumns

/// A what-if of single events, followed instead of calculated twice.
struct FollowedWhatIf {
    let comparison: PayComparison
    let model: CompanyModel
    /// The range that was asked for.
    let range: DayRange
    /// What is supposed.
    let changes: [EventChange]
}

/// A company whose calculation can follow rows.
struct FollowableCompany {
    let asked: AskedCompany
    /// What was done to have it, as `--timings` calls it.
    let phase: String
    /// The rows of a scenario as changes of it; `nil` when it has to be read as a whole to know what they are.
    let changes: (Scenario) -> [EventChange]?
}

extension Console {
    /// A company to be followed: out of stored columns when they are those of its files, else read.
    ///
    /// - Returns: `nil` when something is wrong with it, which a reading of everything tells of.
    func followable(_ path: String, threads: Int) async throws -> FollowableCompany? {
        if let opened = try await openFresh(path, threads: threads) {
            return FollowableCompany(opened, AskedCompany(opened.model, lines: opened.tables, opened.columns))
        }
        let files = try files(of: path)
        let reading = CompanyReader.reading(files, threads: threads)
        guard let model = reading.model else { return nil }
        let small = files.filter { !reading.storedFiles.contains($0.path) }
        return FollowableCompany(OpenedCompany(model: model, small: small), AskedCompany(model))
    }

    /// A company to be followed out of its workspace; `nil` when it has to be read row by row.
    func followableRows(_ path: String, threads: Int) async throws -> FollowableCompany? {
        let cycle = try payCycle(path, threads: threads)
        return try await stopping { try await cycle.storedNow() }.map { asked in
            FollowableCompany(asked: asked, phase: "open") { asked.changes($0) }
        }
    }
}

extension FollowableCompany {
    fileprivate init(_ opened: OpenedCompany, _ asked: AskedCompany) {
        self.init(asked: asked, phase: opened.phase) {
            CompanyReader.changes($0, of: opened.model, small: opened.small)
        }
    }
}

extension AskedCompany {
    /// What rows would move: the calculation of the company follows them and goes back.
    ///
    /// - Parameter person: Somebody who is asked for, whatever moves.
    /// - Returns: `nil` when both sides have to be calculated.
    func followed(
        _ changes: [EventChange], in range: DayRange, person: String?, threads: Int, _ stopwatch: inout Stopwatch
    ) async -> PayComparison? {
        let engine = await everybody(threads: threads)
        stopwatch.finish("lay out")
        let live = LiveRun(engine, in: range)
        stopwatch.finish("calculate")
        let asked = person.flatMap { model.people.number(of: $0) }
        guard !live.tasks.isEmpty, let comparison = live.comparison(supposing: changes, person: asked),
            columns?.lateDamage == nil
        else { return nil }
        stopwatch.finish("follow")
        return comparison
    }
}
