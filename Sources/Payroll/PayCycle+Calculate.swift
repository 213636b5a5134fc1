internal import Calculation
internal import Company
internal import Ledger
public import Messages
internal import Periods
internal import Quantities
public import Storage
public import StoredColumns
internal import Vesting

extension PayCycle {
    /// A run and what a reviewer should know of it.
    public struct Calculated: Sendable {
        /// The run as it was stored.
        public var run: StoredRun
        /// Rows that came after an earlier period and that its rules cannot read: in that period they do not count.
        public var setAside: [Diagnostic]
        /// What the company's text and rows of now say that would silently pay wrong, or lack.
        public var notes: [Diagnostic]
        /// Why the columns of large tables could not be used or stored; the rows themselves were read then.
        public var columnFailure: ColumnFailure?
    }

    /// Everything a calculation rests on beside the rows, read in one moment.
    private struct Basis {
        let kept: KeptRows?
        let dataHead: Int64
        let ledgerHead: Int64
        let balances: Balances
        let lives: [PeriodLife]
        let adjustments: [ApprovedAdjustment]
    }

    /// A run that is not stored yet.
    private struct Proposal {
        let run: StoredRun
        let now: CompanyVersion
        let setAside: [Diagnostic]
        let notes: [Diagnostic]
    }

    /// Calculates a pay period with the text and the rows of now, and every earlier one that was posted with its own text and the
    /// rows of now: what comes out differently there is posted here.
    ///
    /// The same text, rows, adjustments and ledger give the same run, under the same identifier.
    public func calculate(
        _ name: String, by principal: Principal, keepingIf isKept: @Sendable () -> Bool = { true }
    ) async throws(PayrollFailure) -> Calculated {
        try check(.calculate(period: name), by: principal)
        let basis = try read { try Self.basis($0, text) }
        guard basis.dataHead > 0 else { throw .refused(.nothingImported) }
        var life = basis.lives.first { $0.period == name } ?? PeriodLife(name)
        do { try life.take(PeriodStep(.calculate, by: principal.name)) } catch { throw .refused(error) }

        let (stored, failure) = await proposalFromColumns(name, basis)
        if let stored {
            guard isKept() else { throw .refused(.stopped(period: name)) }
            var calculated = try finish(stored.proposal, failure, by: principal)
            do { try store(stored.proposal.now, stored.rows, as: basis.kept) } catch {
                calculated.columnFailure = error
            }
            return calculated
        }
        let rows = try rows(upTo: basis.dataHead)
        guard rows.tables.contains(where: { !$0.rows.isEmpty }) else { throw .refused(.nothingImported) }
        let proposal = try await proposal(name, basis, rows)
        guard isKept() else { throw .refused(.stopped(period: name)) }
        var calculated = try finish(proposal, failure, by: principal)
        do { try store(proposal.now, rows, as: basis.kept) } catch { calculated.columnFailure = error }
        return calculated
    }

    /// A proposal out of stored columns; `nil` when there are none, when they turn out to be damaged, which is told, or when the
    /// company is at fault: what is wrong is said of its rows.
    private func proposalFromColumns(
        _ name: String, _ basis: Basis
    ) async -> ((proposal: Proposal, rows: CalculationRows)?, ColumnFailure?) {
        do {
            guard let rows = try await storedRows(basis.kept) else { return (nil, nil) }
            let proposal = try await proposal(name, basis, rows)
            if let damage = rows.large?.columns.lateDamage { return (nil, damage) }
            return ((proposal, rows), nil)
        } catch {
            return (nil, error as? ColumnFailure)
        }
    }

    private func proposal(
        _ name: String, _ basis: Basis, _ rows: CalculationRows
    ) async throws(PayrollFailure) -> Proposal {
        let now = try await company(name, rows)
        let period = try payPeriod(name, now.model)
        try checkCurrency(now.model.currency, basis.lives)
        let posted = try self.posted(before: period, basis.lives, now.model.calendar)
        let earlier = EarlierRules(cycle: self, rows: rows, end: period.range.until, now: now)
        var (awards, setAside) = try await earlier.awards(of: posted)
        awards.append(try await self.awards(of: period, now, end: period.range.until))
        let included = try Self.due(basis.adjustments, period, now.model.calendar)
        let entries: [LedgerEntry]
        do throws(QuantityError) {
            let target = try Posting.Target(awards, included, now.model)
            entries = try Posting(period: name, now.model.ledgerRules).entries(from: basis.balances, to: target)
        } catch {
            throw Self.tooLarge(included) ?? .quantity(error)
        }
        let own = awards[awards.count - 1]
        let notes = DataNotes.ofPay(now.model)
        let digest = ReadTransaction.modelDigest(of: text)
        let numbers = included.map(\.number)
        let run = StoredRun(
            id: StoredRun.id(
                period: name, model: digest, data: rows.digest, adjustments: numbers,
                ledgerHead: basis.ledgerHead, earlier: posted.map { "\($0.period) \($0.run.model)" }),
            period: name, model: digest, dataHead: basis.dataHead, dataDigest: rows.digest,
            adjustments: numbers, ledgerHead: basis.ledgerHead,
            lines: own.lines.map { RunLine($0, now.model) }, entries: entries,
            notes: own.undecided.sorted { $0.key < $1.key }.map { RunNote(undecided: $0.key, $0.value) }
                // A tranche is due long after the period that earned it.
                + awards.flatMap { $0.undecidedTranches.sorted { $0.key < $1.key } }
                .map { RunNote(undecided: $0.key, $0.value, isTranche: true) }
                + (setAside + notes).map { RunNote($0) })
        return Proposal(run: run, now: now, setAside: setAside, notes: notes)
    }

    /// The company of now as it is known at the end of a pay period.
    private func company(_ name: String, _ rows: CalculationRows) async throws(PayrollFailure) -> CompanyVersion {
        if let large = rows.large {
            let end = try payPeriod(name, large.model).range.until
            return await CompanyVersion(large.model, large, threads: threads, end: end)
        }
        return try await CompanyVersion(text: text, tables: rows.tables, threads: threads) {
            model throws(PayrollFailure) in try payPeriod(name, model).range.until
        }
    }

    /// The adjustments of what begins before a pay period ends.
    private static func due(
        _ adjustments: [ApprovedAdjustment], _ period: Period, _ calendar: YearCalendar
    ) throws(PayrollFailure) -> [ApprovedAdjustment] {
        var due: [ApprovedAdjustment] = []
        for adjustment in adjustments {
            guard let own = calendar.parse(adjustment.period) else {
                throw .refused(.adjustmentOfNoPeriod(adjustment.number, period: adjustment.period))
            }
            if own.range.from < period.range.until { due.append(adjustment) }
        }
        return due
    }

    /// The adjustment that no sum can hold: one of a time when any amount could be entered.
    private static func tooLarge(_ adjustments: [ApprovedAdjustment]) -> PayrollFailure? {
        adjustments.first { $0.amount.magnitude > Adjustment.largestAmount.magnitude }.map {
            .refused(.adjustmentHasNoSum($0.number, person: $0.person))
        }
    }

    private func finish(
        _ proposal: Proposal, _ failure: ColumnFailure?, by principal: Principal
    ) throws(PayrollFailure) -> Calculated {
        try save(proposal.run, by: principal)
        return Calculated(
            run: proposal.run, setAside: proposal.setAside, notes: proposal.notes, columnFailure: failure)
    }

    private static func basis(_ snapshot: ReadTransaction, _ text: [SourceFile]) throws(StorageFailure) -> Basis {
        Basis(
            kept: try snapshot.keptRows(as: text), dataHead: try snapshot.factHead,
            ledgerHead: try snapshot.ledgerHead, balances: try snapshot.balances(), lives: try snapshot.periods(),
            adjustments: try snapshot.adjustments().compactMap(\.approved))
    }

    func awards(
        of period: Period, _ version: CompanyVersion, end: CivilDay
    ) async throws(PayrollFailure) -> PeriodAwards {
        let calculator = VestingCalculator(version.run, known: version.known, end: end)
        do { return try await calculator.awards(of: period, threads: threads) } catch { throw PayrollFailure(error) }
    }

    // MARK: Keeping

    /// Keeps the run and moves the period to it, unless the ledger has moved on meanwhile.
    private func save(_ run: StoredRun, by principal: Principal) throws(PayrollFailure) {
        try write(by: principal) { tx in
            if try tx.ledgerHead != run.ledgerHead { throw Refusal.stale(period: run.period) }
            try tx.saveModel(text)
            try tx.save(run)
            try tx.append(PeriodStep(.calculate, by: principal.name, run: run.id), period: run.period)
        }
    }
}

extension StoredRun {
    /// The identifier of a run: a digest of everything that decides what comes out.
    ///
    /// - Parameter earlier: The earlier periods that were posted, each with the digest of its own rules: reopening one may change
    ///   them without an entry.
    static func id(
        period: String, model: String, data: String, adjustments: [Int64], ledgerHead: Int64, earlier: [String]
    ) -> String {
        let parts =
            [period, model, data, adjustments.map(String.init).joined(separator: " "), String(ledgerHead)] + earlier
        return SHA256Digest.of(Array(parts.joined(separator: "\n").utf8)).hex
    }
}

extension Adjustment {
    /// The adjustment as a posting takes it now; `nil` unless it was approved and stays so.
    var approved: ApprovedAdjustment? { isInForce ? asPosted : nil }

    /// The adjustment as a run took it that includes it, whatever was decided about it since.
    var asPosted: ApprovedAdjustment {
        ApprovedAdjustment(
            number: number, person: person, period: period, amount: amount, isDisciplinary: kind == .discipline)
    }
}
