internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension EventEngine {
    /// A figure with the indices it is laid out for.
    struct Column: Sendable {
        var index: Int
        var companyIndex: Int?
        var byPerson: AggregateColumn?
        /// Only for figures that some formula asks for the whole company.
        var byCompany: AggregateColumn?
        /// Why the figure cannot be computed at all.
        var failure: Reason?
    }

    /// What has to be laid out for a company: its parts do not depend on each other.
    struct Layout: Sendable {
        /// Rows in an order that several figures may share.
        struct Key: Hashable, Sendable {
            var event: Int
            /// `nil` for the whole company.
            var credit: CreditRule?
            var date: Int
        }

        private let model: CompanyModel
        /// Whether formulas are walked event by event, as the reference does.
        private let isReference: Bool
        /// The indices that figures need.
        private(set) var keys: [Key] = []
        private var columns: [Column] = []

        init(_ model: CompanyModel, isReference: Bool) {
            self.model = model
            self.isReference = isReference
            var numbers: [Key: Int] = [:]
            let askedOfCompany = Self.aggregatesOfCompany(model)
            for (number, aggregate) in model.aggregates.enumerated() {
                let key = Key(event: aggregate.event, credit: aggregate.credit, date: aggregate.date)
                let wholeCompany = Key(event: aggregate.event, credit: nil, date: aggregate.date)
                columns.append(
                    Column(
                        index: add(key, &numbers),
                        companyIndex: askedOfCompany.contains(number) ? add(wholeCompany, &numbers) : nil))
            }
        }

        private mutating func add(_ key: Key, _ numbers: inout [Key: Int]) -> Int {
            if let number = numbers[key] { return number }
            numbers[key] = keys.count
            keys.append(key)
            return keys.count - 1
        }

        /// The figures that some formula asks for the whole company.
        private static func aggregatesOfCompany(_ model: CompanyModel) -> Set<Int> {
            var asked: Set<Int> = []
            var metrics: Set<Int> = []
            let poolsOfPlan = model.plans.contains { plan in plan.components.contains { $0.sharesWholePlan } }
            for formula in model.allFormulas {
                formula.collectAggregates(model, inCompany: poolsOfPlan, into: &asked, metrics: &metrics)
            }
            return asked
        }

        func index(_ number: Int) -> CreditIndex {
            let key = keys[number]
            guard let credit = key.credit else {
                return CreditIndex(wholeCompany: model, event: key.event, date: key.date)
            }
            return CreditIndex(model, event: key.event, credit: credit, date: key.date)
        }

        /// A figure of the whole company that no formula asks for.
        func company(_ number: Int) throws(QuantityError) -> (AggregateColumn, CreditIndex) {
            let aggregate = model.aggregates[number]
            let index = CreditIndex(wholeCompany: model, event: aggregate.event, date: aggregate.date)
            return (try laidOut(RowValues(aggregate, formulas(of: aggregate)), aggregate, index), index)
        }

        private func formulas(of aggregate: Aggregate) -> RowFormulas {
            RowFormulas(model, event: aggregate.event, date: aggregate.date, isReference: isReference)
        }

        private func laidOut(
            _ rows: RowValues, _ aggregate: Aggregate, _ index: CreditIndex
        ) throws(QuantityError) -> AggregateColumn {
            try AggregateColumn(aggregate.function, rows.laidOut(index, aggregate, formulas(of: aggregate)), index)
        }

        func column(_ number: Int, _ index: (Int) -> CreditIndex) -> Column {
            let aggregate = model.aggregates[number]
            var column = columns[number]
            do throws(QuantityError) {
                let rows = try RowValues(aggregate, formulas(of: aggregate))
                let byPerson = try laidOut(rows, aggregate, index(column.index))
                if let companyIndex = column.companyIndex {
                    column.byCompany = try laidOut(rows, aggregate, index(companyIndex))
                }
                column.byPerson = byPerson
            } catch {
                column.failure = Reason(error)
            }
            return column
        }
    }
}
