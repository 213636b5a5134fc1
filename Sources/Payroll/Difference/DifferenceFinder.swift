internal import Calculation
internal import Company
internal import Formulas
internal import Ledger
internal import Periods
internal import Quantities
internal import Storage

extension PayCycle {
    /// Above how many changed rows of one kind they are put in place together instead of one by one.
    public static let singleRowLimit = 12

    /// Why two runs of one period pay differently.
    ///
    /// Beginning with the first run, its text and rows are replaced by those of the second, one cause after the other, and what is
    /// paid is calculated after each. The steps lead from one run to the other, so what they change sums exactly to the difference.
    /// A change that makes no sense without another (a row that a later rule asks for) is put in place together with it.
    public func difference(
        from first: String, to second: String, rowLimit: Int = singleRowLimit
    ) async throws(PayrollFailure) -> RunDifference {
        let (before, after, sides) = try read { snapshot in
            let before = try snapshot.run(first)
            let after = try snapshot.run(second)
            return (before, after, try DifferenceSides(before, after, snapshot))
        }
        guard before.period == after.period else { throw .otherPeriods(before.period, after.period) }
        var state = sides.start
        var amounts = try await paid(state, before.period)
        var difference = RunDifference(period: before.period, causes: [], before: amounts, after: amounts)
        var waiting: Cause?
        for (cause, step) in sides.steps(rowLimit) {
            step(&state)
            let joined = waiting.map { $0.joined(cause) } ?? cause
            do throws(PayrollFailure) {
                let next = try await paid(state, before.period)
                difference.causes.append(CauseEffect(cause: joined, changes: next.less(amounts)))
                amounts = next
                waiting = nil
            } catch {
                guard case .company = error else { throw error }
                waiting = joined
            }
        }
        difference.after = amounts
        return difference
    }

    /// What a company pays for a period: the awards of the plans and the adjustments.
    private func paid(_ state: DifferenceState, _ name: String) async throws(PayrollFailure) -> [PaidItem: Int64] {
        let tables = state.tables.values.sorted { $0.kind < $1.kind }
        let version = try await CompanyVersion(text: state.text, tables: tables, threads: threads) {
            model throws(PayrollFailure) in try payPeriod(name, model).range.until
        }
        let period = try payPeriod(name, version.model)
        let calculator = StandingCalculator(version.run, known: version.known, end: period.range.until)
        do {
            let awards = try await calculator.awards(of: period, threads: threads)
            let target = try Posting.Target([awards], state.adjustments.filter { $0.period == name }, version.model)
            return target.standings.reduce(into: [:]) { items, standing in
                guard let item = PaidItem(standing.key), standing.value.earned != 0 else { return }
                items[item] = standing.value.earned
            }
        } catch {
            throw PayrollFailure(error)
        }
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

extension [PaidItem: Int64] {
    /// What is different from another state.
    func less(_ other: [PaidItem: Int64]) -> [PaidItem: Int64] {
        var changes: [PaidItem: Int64] = [:]
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
