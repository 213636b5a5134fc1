internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Finds the commissions that a pass over lines can price, and prepares their tiers for every person and period.
struct LineAwardCompiler {
    let model: CompanyModel
    let evaluator: BlockEvaluator
    let slots: Slots

    /// The award of a component, with its steps in the program of its lines; `nil` when lines are priced one by one.
    func award(
        _ key: LineAward.Key, _ pricing: EventPricing, _ program: inout LineProgram, _ table: LineTable
    ) -> LineAward? {
        let plan = model.plans[key.plan]
        let aggregate = model.aggregates[pricing.aggregate]
        guard pricing.rate == nil, aggregate.function == .sum, aggregate.date == table.key.date, plan.period != .all,
            let figure = try? program.figure(aggregate, table), case .sum(let step, let scale) = figure.kind,
            !program.readsParts([step]),
            let (periods, periodOfCell) = periods(plan.period, table.key)
        else { return nil }
        var rate: (step: Int, scale: Int)?
        if let rates = pricing.rates {
            let formula = Checked<LineReference>(.reference(.rate(rates.table)), .number(.plain), .nowhere)
            guard let value = try? program.narrow(program.compile(formula)), case .number(let scale) = value.kind else {
                return nil
            }
            rate = (value.step, scale)
        }
        var tiers: LineTiers?
        if let table = pricing.tiers {
            guard let prepared = prepare(table, pricing.target, scale, key.plan, periods) else { return nil }
            tiers = prepared
        }
        guard fits(program.values[step], rate.map { program.values[$0.step] }, tiers, lines: table.expectedCount) else {
            return nil
        }
        let award = LineAward(
            key: key, value: (step, scale), filter: figure.filter, rate: rate, tiers: tiers, rounding: plan.rounding,
            minorDigits: model.currency.minorDigits, periodOfCell: periodOfCell, periods: periods,
            results: LineAwardCells(people: table.people, periods: periods.count))
        // More places than a decimal has are rounded away by it, line by line.
        return award.worthScale <= FixedDecimal.scale ? award : nil
    }

    /// The plan's periods that are made of whole months, with the period of each cell.
    private func periods(_ kind: PeriodKind, _ key: LineTable.Key) -> (periods: [Period], ofCell: [Int32])? {
        // Of a period that begins before the first month or ends after the last only a part is seen. That is all there is
        // as long as the months are those of the day that places the lines, and there are not too many of them.
        guard kind >= .month, kind != .all, !slots.isCut, key.date == model.eventKinds[key.event].dateField else {
            return nil
        }
        var periods: [Period] = []
        var ofCell = [Int32](repeating: -1, count: slots.width)
        for cell in 2..<max(2, slots.width - 1) {
            guard let day = slots.firstDay(ofCell: cell), let period = model.calendar.period(kind, containing: day)
            else { return nil }
            if periods.last != period { periods.append(period) }
            ofCell[cell] = Int32(periods.count - 1)
        }
        return periods.isEmpty ? nil : (periods, ofCell)
    }

    // MARK: Tiers

    private func prepare(
        _ table: TierTable, _ target: Checked<Measure>?, _ valueScale: Int, _ plan: Int, _ periods: [Period]
    ) -> LineTiers? {
        guard table.mode == .marginal, table.tiers.allSatisfy({ $0.fixed.isZero }), !table.tiers.isEmpty,
            target.map({ !evaluator.evaluator.facts.asksEvents($0) }) ?? true
        else { return nil }
        let factorScale = table.tiers.map { $0.rate.shortest.scale }.max() ?? 0
        let factors = table.tiers.compactMap { $0.rate.units(scale: factorScale) }
        guard factors.count == table.tiers.count else { return nil }
        let boundScale = table.tiers.map { $0.from.shortest.scale }.max() ?? 0
        let targets = target.map { target in periods.map { self.targets(target, plan, $0) } }
        var scale = max(valueScale, boundScale)
        for block in targets ?? [] {
            guard case .narrow(_, let own) = block.numbers else { return nil }
            scale = max(scale, own + boundScale)
        }
        guard scale - valueScale <= 6, scale + factorScale <= FixedDecimal.scale else { return nil }
        let own = targets?.compactMap { block in if case .narrow(_, let scale) = block.numbers { scale } else { nil } }
        let targetScale = own?.max() ?? 0
        var narrow: FlatColumn<Int64>?
        if let targets {
            guard let column = column(targets, targetScale) else { return nil }
            narrow = column
        }
        let starts = table.tiers.compactMap { $0.from.units(scale: scale - targetScale) }
        guard starts.count == table.tiers.count else { return nil }
        return LineTiers(
            factors: factors, factorScale: factorScale, scale: scale, step: PowersOfTen.int64(scale - valueScale),
            belowZero: table.belowZero, starts: starts, targets: narrow, targetScale: targetScale)
    }

    /// The targets of everybody by person and period; nobody has bounds that are not above zero.
    private func column(_ targets: [NumberBlock], _ scale: Int) -> FlatColumn<Int64>? {
        let blocks = targets.compactMap { block in block.narrow(scale: scale).map { ($0, block.missing) } }
        guard blocks.count == targets.count else { return nil }
        let people = model.people.count
        return FlatColumn(count: people * blocks.count) { column in
            for (period, (units, missing)) in blocks.enumerated() {
                for person in 0..<people {
                    let isKnown = missing?[person] != true && units[person] > 0
                    column[person * blocks.count + period] = isKnown ? units[person] : LineColumn.empty
                }
            }
        }
    }

    /// The target of everybody for a period.
    private func targets(_ target: Checked<Measure>, _ plan: Int, _ period: Period) -> NumberBlock {
        var context = EvaluationContext(
            .company, days: period.range, period: period, audience: model.plans[plan].audience)
        context.dayCount = model.plans[plan].proration
        evaluator.begin()
        return evaluator.numbers(
            target, PeopleContext(people: (0..<model.people.count).map { Int32($0) }, context: context))
    }

    /// Whether no total, no worth and no product with a rate can leave 64 bits.
    private func fits(_ value: LineValue, _ rate: LineValue?, _ tiers: LineTiers?, lines: Int) -> Bool {
        var worth = value.bounds
        if let tiers {
            worth = worth.times(LineBounds(tiers.step...tiers.step))
            guard worth.fitsSum(of: lines), let factor = tiers.factors.map(\.magnitude).max(),
                factor < UInt64(Int32.max)
            else { return false }
            let factors = LineBounds(-Int64(factor)...Int64(factor))
            guard let narrow = worth.narrow else { return false }
            worth = LineBounds(narrow).times(factors)
            guard worth.fitsSum(of: lines), bounded(tiers) else { return false }
        }
        guard let narrow = worth.narrow else { return false }
        if let rate { worth = LineBounds(narrow).times(rate.bounds) }
        guard let narrow = worth.narrow else { return false }
        // Minor units may be smaller than the last decimal place of what they are made of.
        let places = (tiers?.worthScale ?? value.scale) + (rate?.scale ?? 0)
        let lack = PowersOfTen.int64(max(0, model.currency.minorDigits - places))
        guard let earned = LineBounds(narrow).times(LineBounds(lack...lack)).narrow else { return false }
        // What is added up are rounded minor units.
        let dropped = PowersOfTen.int64(min(18, max(0, places - model.currency.minorDigits)))
        return LineBounds(earned).divided(by: dropped).fitsSum(of: lines)
    }

    /// Whether what the bounds themselves are worth fits.
    private func bounded(_ tiers: LineTiers) -> Bool {
        guard let targets = tiers.targets else { return tiers.fits(1) }
        var largest: Int64 = 0
        for place in 0..<targets.count { largest = max(largest, targets.base[place]) }
        return tiers.fits(largest)
    }
}

extension FixedDecimal {
    /// The number in units of 10^-scale; `nil` when it has more places or does not fit.
    func units(scale: Int) -> Int64? {
        let factor = PowersOfTen.rawUnits(places: scale)
        return raw % factor == 0 ? Int64(exactly: raw / factor) : nil
    }
}
