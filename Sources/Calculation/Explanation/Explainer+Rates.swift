internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Explainer {
    /// What each row of a rate table has priced.
    func rates(_ table: RateTable, _ aggregate: Int, _ total: Outcome<FixedDecimal>, in context: EvaluationContext)
        -> Explanation
    {
        let title = table.name.map {
            LocalizedText(en: "priced by the rate table \($0)", ru: "по таблице ставок \($0)")
        }
        var node = Explanation(
            title ?? LocalizedText(en: "priced by a rate table", ru: "по таблице ставок"), total,
            MetricUnit(.money(model.currency)))
        let program = RowFormulas(model, event: table.event)
        guard evaluator.given == nil, case .value = total,
            let chosen = try? RowRates(table, program, date: model.aggregates[aggregate].date).chosen
        else { return node }
        let earned = sums(aggregate, by: chosen, in: context)
        let volumes = unpriced(aggregate).map { sums($0, by: chosen, in: context) }
        let unit = MetricUnit(model.aggregates[aggregate].unit)
        node.children = earned.sorted { UInt32(bitPattern: $0.key) < UInt32(bitPattern: $1.key) }.map { row, sum in
            priced(table, Int(row), sum, volumes?[row], unit)
        }
        return node
    }

    /// The figure before it is priced.
    private func unpriced(_ number: Int) -> Int? {
        var aggregate = model.aggregates[number]
        aggregate.rates = nil
        return model.aggregates.firstIndex(of: aggregate)
    }

    /// A figure's sums by the row of the rate table that each event got.
    private func sums(_ aggregate: Int, by chosen: [Int32], in context: EvaluationContext) -> [Int32: FixedDecimal] {
        var sums: [Int32: FixedDecimal] = [:]
        for event in evaluator.source.events(aggregate, of: evaluator.parts(in: context)) {
            let row = chosen[event.row]
            sums[row] = (try? (sums[row] ?? .zero).adding(event.value)) ?? .zero
        }
        return sums
    }

    /// `group bikes, segment large, from 2026-03-01: 120 000.00 RUB × 3 %`
    private func priced(
        _ table: RateTable, _ number: Int, _ earned: FixedDecimal, _ volume: FixedDecimal?, _ unit: MetricUnit
    ) -> Explanation {
        let money = MetricUnit(.money(model.currency))
        let row = table.rows[safe: number]
        let rate = row?.rate ?? table.otherwise ?? .zero
        let rateText = rateText(rate, unit)
        let address = row?.place.map { " (\($0.address))" } ?? ""
        return Explanation(
            row.map { label($0, table) }
                ?? (table.otherwise == nil
                    ? LocalizedText(en: "no row fits", ru: "ни одна строка не подходит")
                    : LocalizedText(en: "otherwise", ru: "остальное")),
            formula: volume.map { .product(UnitFigure($0, unit), rateText) }, .figure(earned, money),
            note: LocalizedText(en: "at \(rateText)\(address)", ru: "по ставке \(rateText)\(address)"))
    }

    /// A rate on a volume of a unit: `3 %` of money, `500.00 RUB` for a piece.
    func rateText(_ rate: FixedDecimal, _ unit: MetricUnit) -> UnitFigure {
        UnitFigure(rate, unit.unit.isMoney ? MetricUnit(.plain, isPercent: true) : MetricUnit(.money(model.currency)))
    }

    /// The filled cells of a row and its days; a table with one field in the plan needs no name for it.
    private func label(_ row: RateTable.Row, _ table: RateTable) -> LocalizedText {
        var parts = zip(table.dimensions, row.cells).compactMap { dimension, cell in
            cell.map { table.name == nil ? $0 : "\(dimension.name) \($0)" }
        }.map { LocalizedText($0) }
        if parts.isEmpty { parts.append(LocalizedText(en: "any", ru: "любые")) }
        if row.days.from != .earliest {
            parts.append(LocalizedText(en: "from \(row.days.from)", ru: "с \(row.days.from)"))
        }
        if row.days.until != .latest {
            parts.append(LocalizedText(en: "until \(row.days.until)", ru: "до \(row.days.until)"))
        }
        return parts.joined(separator: ", ")
    }

    /// `350 000.00 RUB × 7 %`
    ///
    /// - Parameter money: The unit of what a slice earns: that of the volume itself where the tiers are factors.
    func slice(_ slice: TierTable.Slice, _ unit: MetricUnit, _ money: MetricUnit) -> Explanation {
        let isShare = unit.unit.isMoney || unit == money
        let rate = UnitFigure(slice.rate, isShare ? MetricUnit(.plain, isPercent: true) : money)
        var formula = LocalizedText.product(UnitFigure(slice.volume, unit), rate)
        if !slice.fixed.isZero {
            let fixed = UnitFigure(slice.fixed, money)
            formula = LocalizedText(en: "\(formula) + \(fixed)", ru: "\(formula) + \(fixed)")
        }
        return Explanation(
            LocalizedText(
                en: "tier from \(UnitFigure(slice.from, unit))",
                ru: "ступень с \(UnitFigure(slice.from, unit))"),
            formula: formula, .figure(slice.earned, money))
    }
}

extension LocalizedText {
    /// `350 000.00 RUB × 7 %`
    static func product(_ volume: UnitFigure, _ rate: UnitFigure) -> LocalizedText {
        LocalizedText(en: "\(volume) × \(rate)", ru: "\(volume) × \(rate)")
    }
}
