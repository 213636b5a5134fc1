internal import Calculation
internal import Company
public import Formulas
public import Ledger
internal import Periods
internal import Quantities
public import Storage

extension PayCycle {
    /// A run and what a reviewer should know of it.
    public struct Calculated: Sendable {
        /// The run as it was stored.
        public var run: StoredRun
        /// Awards of the period without a value, with the reason.
        public var withoutValue: [Obligation: Reason]
    }

    /// Everything a calculation rests on, read in one moment.
    private struct Basis {
        let tables: [PlainTable]
        let dataHead: Int64
        let dataDigest: String
        let ledgerHead: Int64
        let balances: Balances
        let lives: [PeriodLife]
        let adjustments: [ApprovedAdjustment]
    }

    /// Calculates a pay period with the text and the rows of now, and every earlier one that was posted with its own text and the
    /// rows of now: what comes out differently there is posted here.
    ///
    /// The same text, rows, adjustments and ledger give the same run, under the same identifier.
    public func calculate(_ name: String, by actor: String) async throws(PayrollFailure) -> Calculated {
        let basis = try read { try Self.basis($0) }
        guard !basis.tables.isEmpty else { throw .nothingImported }
        var life = basis.lives.first { $0.period == name } ?? PeriodLife(name)
        do { try life.take(PeriodStep(.calculate, by: actor)) } catch { throw .lifeCycle(error) }
        // The target of an earlier period does not know what a later one has posted.
        let later = basis.lives.first { $0.period > name && !$0.postedRun.isEmpty }
        if let later { throw .lifeCycle(.laterApproved(name, later: later.period)) }

        let now = try await CompanyVersion(text: text, tables: basis.tables, threads: threads) {
            model throws(PayrollFailure) in try payPeriod(name, model).range.until
        }
        let period = try payPeriod(name, now.model)
        var awards = try await earlierAwards(before: period, basis, now)
        awards.append(try await self.awards(of: period, now, end: period.range.until))
        let included = basis.adjustments.filter { $0.period <= name }
        let entries: [Entry]
        do throws(QuantityError) {
            let target = try Posting.Target(awards, included, now.model)
            entries = try Posting(period: name, now.model.ledgerRules).entries(from: basis.balances, to: target)
        } catch {
            throw .quantity(error)
        }
        let own = awards[awards.count - 1]
        let digest = Reading.modelDigest(of: text)
        let numbers = included.map(\.number)
        let run = StoredRun(
            id: StoredRun.id(
                period: name, model: digest, data: basis.dataDigest, adjustments: numbers,
                ledgerHead: basis.ledgerHead),
            period: name, model: digest, dataHead: basis.dataHead, dataDigest: basis.dataDigest,
            adjustments: numbers, ledgerHead: basis.ledgerHead,
            lines: own.lines.map { RunLine($0, now.model) }, entries: entries)
        try save(run, by: actor)
        return Calculated(run: run, withoutValue: own.withoutValue)
    }

    private static func basis(_ snapshot: Reading) throws(StorageFailure) -> Basis {
        let head = try snapshot.factHead
        return Basis(
            tables: try snapshot.tables(upTo: head), dataHead: head, dataDigest: try snapshot.dataDigest(upTo: head),
            ledgerHead: try snapshot.ledgerHead, balances: try snapshot.balances(), lives: try snapshot.periods(),
            adjustments: try snapshot.adjustments().compactMap(\.approved))
    }

    // MARK: Earlier periods

    /// The awards of every earlier period that was posted, under the text that was in force for it.
    private func earlierAwards(
        before period: Period, _ basis: Basis, _ now: CompanyVersion
    ) async throws(PayrollFailure) -> [PeriodAwards] {
        let earlier = basis.lives.filter { !$0.postedRun.isEmpty }.compactMap { life in
            now.model.calendar.parse(life.period).map { (life, $0) }
        }.filter { $0.1.range.until <= period.range.from }.sorted { $0.1 < $1.1 }
        var versions = [Reading.modelDigest(of: text): now]
        var awards: [PeriodAwards] = []
        for (life, earlierPeriod) in earlier {
            let digest = try read { try $0.run(life.postedRun).model }
            let version = try await version(digest, of: life.period, basis, end: period.range.until, &versions)
            awards.append(try await self.awards(of: earlierPeriod, version, end: period.range.until))
        }
        return awards
    }

    private func version(
        _ digest: String, of period: String, _ basis: Basis, end: CivilDay, _ versions: inout [String: CompanyVersion]
    ) async throws(PayrollFailure) -> CompanyVersion {
        if let known = versions[digest] { return known }
        let text = try read { try $0.model(digest) }
        do throws(PayrollFailure) {
            let version = try await CompanyVersion(text: text, tables: basis.tables, threads: threads) { _ in end }
            versions[digest] = version
            return version
        } catch {
            if case .company(let diagnostics) = error { throw .earlierCompany(period: period, diagnostics) }
            throw error
        }
    }

    private func awards(
        of period: Period, _ version: CompanyVersion, end: CivilDay
    ) async throws(PayrollFailure) -> PeriodAwards {
        let calculator = StandingCalculator(version.run, known: version.known, end: end)
        do { return try await calculator.awards(of: period, threads: threads) } catch { throw PayrollFailure(error) }
    }

    // MARK: Keeping

    /// Keeps the run and moves the period to it, unless the ledger has moved on meanwhile.
    private func save(_ run: StoredRun, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { tx in
            if try tx.ledgerHead != run.ledgerHead { throw LifeCycleRefusal.stale(run.period) }
            try tx.saveModel(text)
            try tx.save(run)
            try tx.append(PeriodStep(.calculate, by: actor, run: run.id), period: run.period)
        }
    }
}

extension StoredRun {
    /// The identifier of a run: a digest of everything that decides what comes out.
    static func id(
        period: String, model: String, data: String, adjustments: [Int64], ledgerHead: Int64
    ) -> String {
        let parts = [period, model, data, adjustments.map(String.init).joined(separator: " "), String(ledgerHead)]
        return SHA256Digest.of(Array(parts.joined(separator: "\n").utf8)).hex
    }
}

extension Adjustment {
    /// The adjustment as a posting takes it; `nil` unless it was approved.
    var approved: ApprovedAdjustment? {
        guard decision?.verdict == .approved else { return nil }
        return ApprovedAdjustment(
            number: number, person: person, period: period, amount: amount, isDisciplinary: kind == .discipline)
    }
}

extension RunLine {
    /// A line as it is kept: names instead of numbers.
    init(_ line: AwardLine, _ model: CompanyModel) {
        let plan = model.plans[line.plan]
        self.init(
            person: model.people.id(line.stint.person), plan: plan.name,
            component: plan.components[line.component].name, period: line.stint.period.description,
            from: line.stint.days.from.description, until: line.stint.days.until.description,
            amount: line.amount.value?.minorUnits, remarks: line.amount.reason?.code ?? "")
    }
}
