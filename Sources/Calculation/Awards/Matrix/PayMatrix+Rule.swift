internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension PayMatrix: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.matrix(self, plan, context.context(participation, plan))
    }

    /// Everybody whom the table pays something; the others have something said about them.
    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? {
        let rows = plan.blocks.numbers(rowFigure, people)
        let columns = plan.blocks.numbers(columnFigure, people)
        let values = (0..<people.count).map { person -> FixedDecimal? in
            guard !rows.isMissing(person), !columns.isMissing(person),
                let value = try? table.value(at: rows[person], columns[person]), !value.isZero
            else { return nil }
            return value
        }
        switch cells {
        case .amounts: return RawAwardBlock(NumberBlock(values))
        case .shares(let own):
            guard let target = own ?? plan.plan.target else { return nil }
            let whole = plan.blocks.numbers(target, people)
            return RawAwardBlock(NumberBlock.combine(.times, whole, NumberBlock(values)))
        }
    }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    { nil }

    var linePricing: EventPricing? { nil }
}

extension AwardContext {
    /// The cell that both results reach, or what lies between cells; of shares times the target amount.
    fileprivate func matrix(_ matrix: PayMatrix, _ plan: Plan, _ context: EvaluationContext) -> RawAward {
        let row = evaluator.number(matrix.rowFigure, in: context)
        let column = evaluator.number(matrix.columnFigure, in: context)
        let value = value(matrix, row, column)
        let place = place(matrix, row, column)
        if let trace { explain(matrix, place, value, in: context, trace) }
        let award: Outcome<FixedDecimal>
        switch matrix.cells {
        case .amounts: award = value
        case .shares(let own):
            guard let target = own ?? plan.target else { return RawAward(.notComputable(.noTargetPay)) }
            let amount = evaluator.number(target, in: context)
            trace?.add(explainer.formula(target, .targetPay, money, in: context))
            award = .both(amount, value) { amount, share throws(QuantityError) in try amount.multiplied(by: share) }
        }
        return RawAward(award, remarks(matrix, place, row, column, value))
    }

    private func value(
        _ matrix: PayMatrix, _ row: Outcome<FixedDecimal>, _ column: Outcome<FixedDecimal>
    ) -> Outcome<FixedDecimal> {
        .both(row, column) { row, column throws(QuantityError) in try matrix.table.value(at: row, column) }
    }

    private func place(
        _ matrix: PayMatrix, _ row: Outcome<FixedDecimal>, _ column: Outcome<FixedDecimal>
    ) -> PayMatrixTable.Cell? {
        guard let row = row.value, let column = column.value else { return nil }
        return matrix.table.cell(at: row, column)
    }

    /// Why nothing is paid: what lies below its first bound, or the cell that holds nothing.
    private func remarks(
        _ matrix: PayMatrix, _ place: PayMatrixTable.Cell?, _ row: Outcome<FixedDecimal>,
        _ column: Outcome<FixedDecimal>,
        _ value: Outcome<FixedDecimal>
    ) -> [Remark] {
        guard let row = row.value, let column = column.value else { return [] }
        if let place {
            return value.value?.isZero ?? false ? [.emptyCell(matrix.table, place, units(matrix))] : []
        }
        var remarks: [Remark] = []
        let (rowUnit, columnUnit) = units(matrix)
        if let first = matrix.table.rows.first, row < first {
            remarks.append(.belowMatrix(model.text(of: matrix.rowFigure), row, first, rowUnit))
        }
        if let first = matrix.table.columns.first, column < first {
            remarks.append(.belowMatrix(model.text(of: matrix.columnFigure), column, first, columnUnit))
        }
        return remarks
    }

    /// How the results of rows and of columns are shown; plain numbers are attainments.
    private func units(_ matrix: PayMatrix) -> (row: MetricUnit, column: MetricUnit) {
        (unit(matrix.rowFigure), unit(matrix.columnFigure))
    }

    private func unit(_ figure: Checked<Measure>) -> MetricUnit {
        figure.unit.isPlain ? MetricUnit(.plain, isPercent: true) : explainer.unit(of: figure)
    }

    // MARK: Explanation

    /// Both results with the row and the column that they reach, and the cell.
    private func explain(
        _ matrix: PayMatrix, _ place: PayMatrixTable.Cell?, _ value: Outcome<FixedDecimal>,
        in context: EvaluationContext,
        _ trace: Trace
    ) {
        let (rowUnit, columnUnit) = units(matrix)
        var row = explainer.formula(matrix.rowFigure, .rows, rowUnit, in: context)
        var column = explainer.formula(matrix.columnFigure, .columns, columnUnit, in: context)
        var label = LocalizedText.cell
        if let place {
            let rowText = UnitFigure(matrix.table.rows[place.row], rowUnit)
            let columnText = UnitFigure(matrix.table.columns[place.column], columnUnit)
            row.note = LocalizedText(en: "the row from \(rowText)", ru: "строка от \(rowText)")
            column.note = LocalizedText(en: "the column from \(columnText)", ru: "столбец от \(columnText)")
            label = LocalizedText(
                en: "cell \(rowText) × \(columnText)", ru: "ячейка \(rowText) × \(columnText)")
        }
        trace.add(row)
        trace.add(column)
        let unit: MetricUnit
        switch matrix.cells {
        case .amounts: unit = money
        case .shares: unit = MetricUnit(.plain, isPercent: true)
        }
        trace.add(Explanation(label, value, unit, note: note(matrix.table, place, value)))
    }

    /// Between bounds the cell is only where the way begins.
    private func note(
        _ table: PayMatrixTable, _ place: PayMatrixTable.Cell?, _ value: Outcome<FixedDecimal>
    ) -> LocalizedText? {
        guard let place, table.form == .lines, value.value != table.values[place.row][place.column] else { return nil }
        return LocalizedText(en: "between this cell and the next", ru: "между этой ячейкой и следующей")
    }
}

extension Outcome where Value == FixedDecimal {
    /// What follows from two numbers, when both have a value.
    fileprivate static func both(
        _ first: Outcome, _ second: Outcome, _ step: (Value, Value) throws(QuantityError) -> Value
    ) -> Outcome {
        switch (first, second) {
        case (.value(let first), .value(let second)):
            .computing { () throws(QuantityError) in try step(first, second) }
        case (.notComputable(let reason), _), (_, .notComputable(let reason)): .notComputable(reason)
        }
    }
}

extension Remark {
    fileprivate static func belowMatrix(
        _ figure: String, _ reached: FixedDecimal, _ first: FixedDecimal, _ unit: MetricUnit
    ) -> Remark {
        let (now, from) = (UnitFigure(reached, unit), UnitFigure(first, unit))
        return Remark(
            "below-matrix",
            ["figure": .name(figure), "reached": .figure(reached, unit), "from": .figure(first, unit)],
            en: "\(figure) is \(now); the matrix begins at \(from)",
            ru: "\(figure): \(now), а матрица начинается с \(from)")
    }

    fileprivate static func emptyCell(
        _ table: PayMatrixTable, _ cell: PayMatrixTable.Cell, _ units: (row: MetricUnit, column: MetricUnit)
    ) -> Remark {
        let (row, column) = (table.rows[cell.row], table.columns[cell.column])
        let (rowText, columnText) = (UnitFigure(row, units.row), UnitFigure(column, units.column))
        return Remark(
            "empty-cell", ["row": .figure(row, units.row), "column": .figure(column, units.column)],
            en: "the cell \(rowText) × \(columnText) pays nothing",
            ru: "ячейка \(rowText) × \(columnText) ничего не платит")
    }
}

extension LocalizedText {
    fileprivate static let rows = LocalizedText(en: "rows", ru: "строки")
    fileprivate static let columns = LocalizedText(en: "columns", ru: "столбцы")
    fileprivate static let cell = LocalizedText(en: "cell", ru: "ячейка")
}
