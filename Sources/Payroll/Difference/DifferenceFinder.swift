internal import Calculation
internal import Company
internal import Ledger
internal import Messages
internal import Periods
internal import Quantities
internal import Storage
internal import Vesting

extension PayCycle {
    /// Above how many changed rows of one kind they are put in place together instead of one by one.
    public static let singleRowLimit = 12

    /// Why two runs of one period award differently, corrections of earlier periods included.
    ///
    /// Beginning with the first run, its text and rows are replaced by those of the second, one cause after the other, and what is
    /// awarded is calculated after each. The steps lead from one run to the other, so what they change sums exactly to the
    /// difference. A change that makes no sense without another (a row that a later rule asks for) is put in place together with it.
    public func difference(
        from first: String, to second: String, rowLimit: Int = singleRowLimit
    ) async throws(PayrollFailure) -> RunDifference {
        let sides = try read { snapshot in
            let (before, after) = (try snapshot.run(first), try snapshot.run(second))
            guard before.period == after.period else { throw Refusal.otherPeriods(before.period, after.period) }
            return try DifferenceSides(before, after, snapshot)
        }
        return try await difference(sides, rowLimit)
    }

    /// Why a run moves what is posted: what its rows change in earlier periods, and what its own period awards.
    ///
    /// - Parameter person: Only why awards of this person in earlier periods are corrected; then nothing else is calculated.
    /// - Throws: ``PayrollFailure/nothingToCompare(_:runs:)`` when nothing was posted before it.
    public func differenceFromPosted(
        to run: String, person: String? = nil, rowLimit: Int = singleRowLimit
    ) async throws(PayrollFailure) -> RunDifference {
        let sides = try read { snapshot in
            let run = try snapshot.run(run)
            guard let sides = try DifferenceSides(postedBefore: run, correcting: person, snapshot) else {
                throw Refusal.nothingToCompare(period: run.period, runs: 1)
            }
            return sides
        }
        return try await difference(sides, rowLimit, person: person)
    }

    private func difference(
        _ sides: DifferenceSides, _ rowLimit: Int, person: String? = nil
    ) async throws(PayrollFailure) -> RunDifference {
        var state = sides.start
        let (all, currency) = try await awarded(state, sides.period)
        var amounts = sides.concerned(all)
        let before = sides.stored(before: amounts)
        var difference = RunDifference(
            period: sides.period, runs: sides.names, currency: currency, causes: [],
            before: before, after: before)
        var program = amounts.less(before)
        var waiting: (cause: Cause, failure: PayrollFailure)?
        for (cause, step) in sides.steps(rowLimit, person: person) {
            step(&state)
            let joined = waiting.map { $0.cause.joined(cause) } ?? cause
            do throws(PayrollFailure) {
                let next = sides.concerned(try await awarded(state, sides.period).amounts)
                let changes = next.less(amounts)
                // Whose corrections alone are asked for, his own causes alone are told.
                if person == nil || !changes.isEmpty {
                    difference.causes.append(CauseEffect(cause: joined, changes: changes))
                }
                amounts = next
                waiting = nil
            } catch {
                guard case .company = error else { throw error }
                waiting = (joined, error)
            }
        }
        if let waiting { throw waiting.failure }
        difference.after = sides.stored(after: amounts)
        program = program.plus(difference.after.less(amounts))
        if !program.isEmpty { difference.causes.append(CauseEffect(cause: Cause(kinds: [.program]), changes: program)) }
        return difference
    }

    /// Why the last two runs of a period award differently; when there is one, why it moves what is posted.
    ///
    /// - Throws: ``PayrollFailure/nothingToCompare(_:runs:)``.
    public func difference(ofLastRunsOf period: String) async throws(PayrollFailure) -> RunDifference {
        let runs = try read { try $0.runs(period: period) }
        if runs.count == 1 { return try await differenceFromPosted(to: runs[0].id) }
        guard runs.count >= 2 else { throw .refused(.nothingToCompare(period: period, runs: runs.count)) }
        return try await difference(from: runs[runs.count - 2].id, to: runs[runs.count - 1].id)
    }

    /// What a company awards for a period and for the earlier ones that were posted, and the adjustments.
    private func awarded(
        _ state: DifferenceState, _ name: String
    ) async throws(PayrollFailure) -> (amounts: [PaidItem: Int128], currency: Currency) {
        let tables = state.tables.values.sorted { $0.kind < $1.kind }
        var versions: [String: CompanyVersion] = [:]
        var awards: [PeriodAwards] = []
        let now = try await version(state.text, tables, name, &versions)
        let end = try payPeriod(name, now.model).range.until
        for (period, text) in state.earlier + (state.countsOwnPeriod ? [(name, state.text)] : []) {
            let version = try await version(text, tables, name, &versions)
            let calculator = VestingCalculator(version.run, known: version.known, end: end)
            let asked = try payPeriod(period, version.model)
            do { awards.append(try await calculator.awards(of: asked, threads: threads)) } catch {
                throw PayrollFailure(error)
            }
        }
        do throws(QuantityError) {
            let target = try Posting.Target(awards, state.adjustments, now.model)
            let amounts = target.standings.reduce(into: [PaidItem: Int128]()) { items, standing in
                guard let item = PaidItem(standing.key), standing.value.earned != 0 else { return }
                items[item] = Int128(standing.value.earned)
            }
            return (amounts, now.model.currency)
        } catch {
            throw .quantity(error)
        }
    }

    /// Each text is read once, however many periods stand on it.
    private func version(
        _ text: CompanyText, _ tables: [PlainTable], _ period: String, _ versions: inout [String: CompanyVersion]
    ) async throws(PayrollFailure) -> CompanyVersion {
        if let known = versions[text.digest] { return known }
        let version = try await CompanyVersion(text: text.files, tables: tables, threads: threads) {
            model throws(PayrollFailure) in try payPeriod(period, model).range.until
        }
        versions[text.digest] = version
        return version
    }
}

extension PaidItem {
    /// The item of an award or an adjustment.
    init?(_ obligation: Obligation) {
        switch obligation.matter {
        case .award(let plan, let component, let period):
            self.init(person: obligation.person, plan: plan, component: component, period: period)
        case .adjustment(let number):
            self.init(person: obligation.person, plan: "", component: String(number), period: "")
        case .draw, .pay: return nil
        }
    }
}

extension [PaidItem: Int128] {
    /// What each person gets of it, in all; only what is not zero.
    var byPerson: [String: Int128] {
        reduce(into: [:]) { $0[$1.key.person, default: 0] += $1.value }.filter { $0.value != 0 }
    }

    /// Two changes together.
    func plus(_ other: [PaidItem: Int128]) -> [PaidItem: Int128] { less(other.mapValues { -$0 }) }

    /// What is different from another state.
    func less(_ other: [PaidItem: Int128]) -> [PaidItem: Int128] {
        var changes: [PaidItem: Int128] = [:]
        for item in Set(keys).union(other.keys) {
            let change = (self[item] ?? 0) - (other[item] ?? 0)
            if change != 0 { changes[item] = change }
        }
        return changes
    }
}

extension Cause {
    /// Two causes as one.
    func joined(_ other: Cause) -> Cause {
        Cause(
            kinds: kinds + other.kinds.filter { !kinds.contains($0) }, lines: lines + other.lines,
            rows: rows + other.rows, adjustments: adjustments + other.adjustments)
    }
}
