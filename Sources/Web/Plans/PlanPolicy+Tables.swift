internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// The tables of a plan: weights, steps, rates, cells.
extension PlanPolicy {
    func table(of component: Company.Component) -> DataTable? {
        let name = "table/" + component.name
        let title = component.title[language]
        switch component.kind {
        case .scorecard(let scorecard): return table(scorecard, name, title)
        case .commission(let commission):
            switch commission.pricing {
            case .rate: return nil
            case .rates(let rates, _): return table(rates, name, title)
            case .tiers(let tiers):
                return table(
                    tiers.table, tiers.target == nil ? unit(commission.base) : MetricUnit(.plain, isPercent: true),
                    name,
                    title)
            case .events(let pricing):
                if let tiers = pricing.tiers {
                    let unit = pricing.target == nil ? unit(commission.base) : MetricUnit(.plain, isPercent: true)
                    return table(tiers, unit, name, title)
                }
                return pricing.rates.flatMap { table($0.table, name, title) }
            }
        case .milestones(let milestones):
            return table(milestones.table, unit(milestones.figure), name, title)
        case .matrix(let matrix): return table(matrix, name, title)
        case .bonus, .pool, .contest, .goals, .spot: return nil
        }
    }

    func table(_ scorecard: Scorecard, _ name: String, _ title: String) -> DataTable {
        DataTable(
            name: name, caption: title,
            columns: [
                Column(word(ru: "Показатель", en: "Figure")), Column(word(ru: "Вес", en: "Weight"), figures: true),
                Column(word(ru: "Цель", en: "Target")), Column(word(ru: "Выполнение", en: "Attainment")),
                Column(word(ru: "Порог", en: "Threshold"), figures: true),
                Column(word(ru: "Потолок", en: "Cap"), figures: true),
            ],
            rows: scorecard.items.map { item in
                let metric = model.metrics[item.metric]
                return TableRow(
                    .name(metric.title[language], Addresses.of(["kpis", metric.name])),
                    [
                        .amount(.words(words.percent(item.weight))), .text(target(item)),
                        .text(words.text(item.attainment)), share(item.threshold), share(item.cap),
                    ])
            },
            totals: [
                TableRow(
                    .text(word(ru: "Всего", en: "Total")),
                    [
                        .amount(
                            .words(
                                words.percent(
                                    scorecard.items.reduce(FixedDecimal.zero) { (try? $0.adding($1.weight)) ?? $0 })))
                    ])
            ], language: language)
    }

    /// A target that is written out stands in the unit of its figure.
    func target(_ item: Scorecard.Item) -> String {
        if case .number(let number) = item.target.node { return words.figure(number, model.metrics[item.metric].unit) }
        return words.text(item.target)
    }

    func share(_ share: FixedDecimal?) -> Cell { share.map { .amount(.words(words.percent($0))) } ?? .text("—") }

    func table(_ tiers: TierTable, _ unit: MetricUnit, _ name: String, _ title: String) -> DataTable {
        let hasFixed = tiers.tiers.contains { !$0.fixed.isZero }
        let hasRates = tiers.tiers.contains { !$0.rate.isZero }
        let isMoney = unit.unit.isMoney || unit.isPercent
        var columns = [Column(word(ru: "Ступень: от", en: "Step: from"))]
        if hasRates || !hasFixed { columns.append(Column(word(ru: "Ставка", en: "Rate"), figures: true)) }
        if hasFixed { columns.append(Column(word(ru: "Сумма", en: "Amount"), figures: true)) }
        return DataTable(
            name: name, caption: title, columns: columns,
            rows: tiers.tiers.map { tier in
                var cells: [Cell] = []
                if hasRates || !hasFixed {
                    let rate =
                        isMoney ? words.percent(tier.rate) : words.figure(tier.rate, MetricUnit(.money(model.currency)))
                    cells.append(.amount(.words(rate)))
                }
                if hasFixed {
                    cells.append(.amount(.words(words.figure(tier.fixed, MetricUnit(.money(model.currency))))))
                }
                return TableRow(.text(words.figure(tier.from, unit)), cells)
            }, language: language)
    }

    private static let mostRates = 50

    func table(_ rates: RateTable, _ name: String, _ title: String) -> DataTable? {
        guard !rates.rows.isEmpty else { return nil }
        let rest = rates.rows.count - Self.mostRates
        return DataTable(
            name: name, caption: title,
            columns: [
                Column(word(ru: "Для чего", en: "For")), Column(word(ru: "Дни", en: "Days")),
                Column(word(ru: "Ставка", en: "Rate"), figures: true),
            ],
            rows: rates.rows.prefix(Self.mostRates).map { row in
                let cells = row.cells.compactMap(\.self)
                return TableRow(
                    .name(cells.isEmpty ? word(ru: "всё", en: "everything") : cells.joined(separator: ", "), nil),
                    [
                        .text(
                            row.days == .always ? word(ru: "всегда", en: "always") : row.days.text(in: language.ofTexts)
                        ),
                        .amount(.words(words.percent(row.rate))),
                    ])
            } + (rest > 0 ? [TableRow(.text(word(ru: "и ещё \(rest)", en: "and \(rest) more")), [])] : []),
            language: language)
    }

    func table(_ matrix: PayMatrix, _ name: String, _ title: String) -> DataTable {
        let (rowUnit, columnUnit) = (share(matrix.rowFigure), share(matrix.columnFigure))
        let cellUnit: MetricUnit
        switch matrix.cells {
        case .amounts: cellUnit = MetricUnit(.money(model.currency))
        case .shares: cellUnit = MetricUnit(.plain, isPercent: true)
        }
        return DataTable(
            name: name, caption: title,
            columns: [Column(word(ru: "От", en: "From"))]
                + matrix.table.columns.map { Column(words.figure($0, columnUnit), figures: true) },
            rows: zip(matrix.table.rows, matrix.table.values).map { row, values in
                TableRow(
                    .text(words.figure(row, rowUnit)),
                    values.map { .amount(.words(words.figure($0, cellUnit))) })
            }, language: language)
    }

    /// A plain ratio of a matrix is a share of something.
    func share(_ formula: Checked<Measure>) -> MetricUnit {
        let own = unit(formula)
        return own.unit.isPlain ? MetricUnit(.plain, isPercent: true) : own
    }
}
