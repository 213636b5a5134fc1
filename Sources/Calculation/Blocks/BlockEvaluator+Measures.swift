internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension BlockEvaluator {
    /// The numbers that a name or a function stands for.
    func measured(
        _ measure: Measure, _ formula: Checked<Measure>, _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> NumberBlock {
        switch measure {
        case .metric(let number):
            if let block = metric(number, people) { return block }
        case .aggregate(let number):
            if let block = people.scope == .own ? source.figures(number, people) : below(number, people) {
                return block
            }
        case .variable(let variable):
            return variables[variable] ?? .none(people.count)
        case .days, .workingDays, .parameter:
            return same(formula, people)
        case .target(let metric):
            let isChanged = evaluator.recordedChanges?.concern(target: metric, people.frame.period) ?? false
            if !isChanged,
                let block = records.targets(metric, people, isAdditive: evaluator.isAdditive[metric])
            {
                return block
            }
        case .person(let field):
            if let block = records.personField(field, people) { return block }
        case .window(let window, let inner):
            if let block = self.window(window, inner, people) { return block }
        case .subject(let scope, let inner):
            if let block = subject(scope, inner, people) { return block }
        }
        if case .numbers(let block) = oneByOne(formula, people, variables) { return block }
        return .none(people.count)
    }

    /// The numbers of a metric, computed once for a block; `nil` when it has no formula.
    func metric(_ number: Int, _ people: PeopleFrame) -> NumberBlock? {
        // From the bottom up, so that a high tower of metrics needs no deep stack.
        for other in evaluator.facts.below[number] ?? [] { _ = known(other, people) }
        return known(number, people)
    }

    private func known(_ number: Int, _ people: PeopleFrame) -> NumberBlock? {
        guard case .formula(let formula) = model.metrics[number].source else { return nil }
        let key = MetricKey(
            metric: number, block: people.number, scope: people.scope, days: people.frame.days,
            period: people.frame.period, ownDays: people.frame.ownDays)
        if let block = known[key] { return block }
        let block = numbers(formula, people)
        known[key] = block
        return block
    }

    /// What is the same for everybody.
    private func same(_ formula: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock {
        guard people.count > 0, let number = evaluator.number(formula, in: people.frame(of: 0)).value else {
            return .none(people.count)
        }
        return NumberBlock(number, count: people.count)
    }

    private func window(_ window: Window, _ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock? {
        switch window {
        case .variation: return nil
        case .growth:
            guard let before = self.window(.yearAgo, inner, people) else { return nil }
            return NumberBlock.combine(.minus, numbers(inner, people), before)
        case .yearToDate, .trailing, .previous, .yearAgo, .toDate:
            guard let other = evaluator.frame(window, from: people.frame) else { return .none(people.count) }
            return numbers(inner, people.on(other))
        }
    }

    private func subject(_ scope: SubjectScope, _ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock? {
        switch scope {
        case .company:
            guard people.count > 0 else { return .none(0) }
            let outcome = evaluator.number(inner, in: people.frame(of: 0).with(subject: .company))
            return outcome.value.map { NumberBlock($0, count: people.count) } ?? .none(people.count)
        case .rollup where people.scope == .own:
            var below = people.on(people.frame.with(subject: people.frame.subject))
            below.scope = .rollup
            return numbers(inner, below)
        case .unit where people.scope == .own: return ofUnits(inner, people)
        // A group seen from a group.
        case .rollup, .unit: return nil
        }
    }

    /// A figure of each person's unit, evaluated once for each unit.
    private func ofUnits(_ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock {
        var known: [Int32: FixedDecimal?] = [:]
        return NumberBlock(
            (0..<people.count).map { row -> FixedDecimal? in
                let frame = people.frame(of: row)
                guard case .unit(let unit)? = evaluator.resolve(.unit, in: frame) else { return nil }
                if let number = known[unit] { return number }
                let number = evaluator.number(inner, in: frame.with(subject: .unit(unit))).value
                known[unit] = .some(number)
                return number
            })
    }
}
