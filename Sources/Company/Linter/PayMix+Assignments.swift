internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The pay mix as the data of assignments tells it.
extension PayMix {
    /// The largest share that target variable pay has among the people of a plan; `nil` when it cannot be told
    /// (a target that is no constant and no field of the person, or nobody with base pay).
    static func largestVariableShare(_ plan: Plan, _ model: CompanyModel) -> FixedDecimal? {
        guard let target = plan.target, let pay = model.assignmentKind.field(named: "base_pay"),
            model.assignmentColumns.indices.contains(pay)
        else { return nil }
        var largest: FixedDecimal?
        for assignment in model.organisation.assignments {
            guard plan.audience.positions.isEmpty || plan.audience.positions.contains(assignment.position),
                let monthly = number(model.assignmentColumns[pay], assignment.row), monthly > .zero,
                let base = try? plan.period.basePay(monthly), let variable = value(target, assignment, model),
                !variable.isNegative,
                let share = try? PayMix(fixed: base, variable: variable).variableShare
            else { continue }
            largest = max(largest ?? share, share)
        }
        return largest
    }

    private static func value(_ target: Checked<Measure>, _ assignment: Assignment, _ model: CompanyModel)
        -> FixedDecimal?
    {
        target.evaluateNumber { reference in
            guard case .person(.assignment(let field)) = reference,
                let number = number(model.assignmentColumns[field], assignment.row)
            else { return .notComputable(.empty) }
            return .value(.number(number))
        }.value
    }

    private static func number(_ column: EventColumn, _ row: Int) -> FixedDecimal? {
        guard case .decimal(let values, let scale) = column, values.indices.contains(row),
            values[row] != EventColumn.emptyNumber
        else { return nil }
        return try? FixedDecimal(minorUnits: values[row], places: scale)
    }
}

extension PeriodKind {
    /// The base pay of a period; it is stated by the month.
    fileprivate func basePay(_ monthly: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        switch self {
        case .day: try monthly.multiplied(by: 12, dividedBy: 365)
        case .week: try monthly.multiplied(by: 12, dividedBy: 52)
        case .month: monthly
        case .quarter: try monthly.multiplied(by: 3)
        case .half: try monthly.multiplied(by: 6)
        case .year, .all: try monthly.multiplied(by: 12)
        }
    }
}
