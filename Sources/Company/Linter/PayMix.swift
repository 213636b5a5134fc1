internal import Formulas
internal import Periods
internal import Quantities

/// The share of variable pay in the whole, as the data of assignments tells it.
enum PayMix {
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
                let base = try? monthly.multiplied(by: FixedDecimal(plan.period.monthsTimes52), dividedBy: 52),
                let variable = value(target, assignment, model),
                let whole = try? base.adding(variable), whole > .zero,
                let share = try? variable.divided(by: whole)
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
    /// How many months of base pay a period has, in 52nds of a month: base pay is stated by the month.
    fileprivate var monthsTimes52: Int {
        switch self {
        case .day: 12 * 52 / 365
        case .week: 12
        case .month: 52
        case .quarter: 3 * 52
        case .half: 6 * 52
        case .year, .all: 12 * 52
        }
    }
}
