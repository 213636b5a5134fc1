internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension LiveRun {
    /// Follows a change of a target or an entered value; gives the awards that are different now.
    ///
    /// The rows are computed anew whose formulas name the value for one of their days, with the line-level commissions whose
    /// tiers it bounds and the pools it funds.
    ///
    /// - Throws: ``RecordedChange/Refusal``; nothing has changed then.
    @discardableResult
    public func apply(_ change: RecordedChange) throws(RecordedChange.Refusal) -> [MovedAwards] {
        try change.check(model)
        guard canRecompute, !movesPeriods(change) else { throw .needsNewLayout }
        evaluator.recordedChanges?.put(change.recorded(model), change.table, change.key)
        recorded(change)
        if change.table == .targets { boundTiers(change) }
        var moved = recomputeWholePlans()
        for plan in plans {
            plan.mark(change)
            moved += plan.recompute(isRecorded: true)
        }
        return moved
    }

    /// Bounds the tiers of line-level commissions by a changed target and prices the lines of those it concerns.
    private func boundTiers(_ change: RecordedChange) {
        for plan in plans {
            for (number, component) in plan.blocks.plan.components.enumerated() {
                guard let target = component.linePricing?.target, target.asks(target: change.metric, model)
                else { continue }
                let key = LineAward.Key(plan: plan.blocks.number, component: number)
                bound(key, target, plan.blocks, change)
            }
        }
    }

    private func bound(
        _ key: LineAward.Key, _ target: Checked<Measure>, _ plan: PlanBlocks, _ change: RecordedChange
    ) {
        var people: Range<Int32> = 0..<Int32(model.people.count)
        if case .person(let person) = change.subject, !target.asksOthers(model) { people = person..<person + 1 }
        bound(key, target, plan, people)
    }

    /// Bounds the tiers of some people by their targets as they are now, and prices the lines of those whose bounds differ.
    func bound(
        _ key: LineAward.Key, _ target: Checked<Measure>, _ plan: PlanBlocks, _ people: Range<Int32>
    ) {
        events.bound(key, people) { period, person in
            var context = EvaluationContext(
                .person(person), days: period.range, period: period, audience: plan.plan.audience)
            context.dayCount = plan.plan.proration
            return evaluator.number(target, in: context).value
        }
    }
}

extension Checked where Reference == Measure {
    /// Whether the formula, or a metric it names, asks for the target of a metric.
    fileprivate func asks(target metric: Int, _ model: CompanyModel) -> Bool {
        references.contains { reference in
            switch reference {
            case .target(let number): return number == metric
            case .metric(let number):
                guard case .formula(let formula) = model.metrics[number].source else { return false }
                return formula.asks(target: metric, model)
            case .window(_, let inner), .subject(_, let inner): return inner.asks(target: metric, model)
            case .aggregate, .person, .parameter, .days, .workingDays, .variable: return false
            }
        }
    }

    /// Whether the formula, or a metric it names, looks at other people.
    func asksOthers(_ model: CompanyModel) -> Bool {
        references.contains { reference in
            switch reference {
            case .subject: return true
            case .metric(let number):
                guard case .formula(let formula) = model.metrics[number].source else { return false }
                return formula.asksOthers(model)
            case .window(_, let inner): return inner.asksOthers(model)
            case .target, .aggregate, .person, .parameter, .days, .workingDays, .variable: return false
            }
        }
    }
}
