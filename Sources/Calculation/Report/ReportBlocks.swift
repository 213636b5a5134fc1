public import Company
internal import Formulas
internal import Messages
public import Periods
internal import Quantities

/// Computes a report in columns; the rows are those of ``ReportRows``.
public struct ReportBlocks: Sendable {
    private let report: Report
    private let engine: LineEngine
    private let roster: PlanRoster

    /// Makes the columns of one of the company's reports.
    public init(_ report: Report, _ engine: LineEngine) {
        self.report = report
        self.engine = engine
        roster = PlanRoster(engine.model.plans[report.plan], engine.model, ranksOfPeople: engine.model.people.ranks)
    }

    /// The periods of the report's plan that end within a range, in order.
    public func tasks(in range: DayRange) -> [Run.Task] { Run(engine.model, engine).tasks(in: range, of: report) }

    /// Hands on what `each` makes of the rows of every period, in the order of the periods; computed on as many threads as are
    /// asked for, and the same however many.
    ///
    /// - Parameter take: Called by one thread at a time; what it throws ends the work.
    public func forEach<Result: Sendable, Failure: Error>(
        _ tasks: [Run.Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in },
        _ each: @escaping @Sendable (ReportBlock) -> Result, _ take: (Result) throws(Failure) -> Void
    ) async throws(Failure) {
        try await Parallel.forEach(
            tasks.count, threads: threads, progress: progress, { each(block(tasks[$0])) }, take)
    }

    /// The rows of a period.
    private func block(_ task: Run.Task) -> ReportBlock {
        let model = engine.model
        let plan = PlanBlocks(task.plan, BlockEvaluator(engine), roster)
        guard PlanBlocks.canCompute(plan.plan, model) else {
            return ReportBlock(ReportRows(report, Run(model, engine)).rows(of: task), task.period, report)
        }
        let members = plan.members(task.period)
        let pay = showsPay ? plan.pay(members) : nil
        let others = self.others(members, pay, plan)
        let people = members.people + others.map(\.person)
        let order = others.isEmpty ? nil : people.indices.sorted { people[$0] < people[$1] }
        let columns = report.columns.enumerated().map { number, column -> ReportBlock.Column in
            let cells = others.map { $0.cells[number] }
            switch column.source {
            case .formula(let formula):
                let block = NumberBlock(
                    joining: members.contexts.map { plan.blocks.numbers(formula, $0) }
                        + (cells.isEmpty ? [] : [NumberBlock(cells)]))
                return ReportBlock.Column(order.map { block.inOrder($0) } ?? block)
            case .pay(let component):
                let amounts =
                    Self.sums(pay, component) + cells.map { $0.flatMap { $0.units(scale: model.currency.minorDigits) } }
                return ReportBlock.Column(pay: order.map { $0.map { amounts[$0] } } ?? amounts)
            }
        }
        return ReportBlock(period: task.period, people: order.map { $0.map { people[$0] } } ?? people, columns: columns)
    }

    /// The rows of those who are in no block.
    private func others(
        _ members: PlanBlocks.Members, _ pay: PeriodPay?, _ plan: PlanBlocks
    ) -> [(person: Int32, cells: [FixedDecimal?])] {
        guard !members.others.isEmpty else { return [] }
        let lines = members.others.indices.map {
            pay?.lines(ofOther: $0, task: plan.number, engine.model.currency) ?? []
        }
        return ReportRows(report, Run(engine.model, engine)).rows(members.others, lines, plan.calculator).map { row in
            let cells = row.cells.map { cell in
                switch cell {
                case .figure(let figure): figure.value
                case .pay(let pay): pay.value?.amount
                }
            }
            return (row.person, cells)
        }
    }

    private var showsPay: Bool {
        report.columns.contains { if case .pay = $0.source { true } else { false } }
    }

    /// What a component, or all of them, pay those in blocks; a part without an amount leaves the sum open.
    private static func sums(_ pay: PeriodPay?, _ component: Int?) -> [Int64?] {
        guard let pay else { return [] }
        var sums = [Int64?](repeating: 0, count: pay.people.count)
        for (number, block) in pay.components.enumerated() where component == nil || component == number {
            for row in sums.indices {
                guard let sum = sums[row], let amount = block.amount(row) else {
                    sums[row] = nil
                    continue
                }
                let (total, overflow) = sum.addingReportingOverflow(amount)
                sums[row] = overflow ? nil : total
            }
        }
        return sums
    }
}

extension ReportBlock.Column {
    init(_ block: NumberBlock) {
        switch block.numbers {
        case .narrow(let units, let scale): self = .figures(units, scale: scale, missing: block.missing)
        case .wide: self = .wide((0..<block.count).map { block.isMissing($0) ? nil : block[$0] })
        }
    }

    init(pay: [Int64?]) {
        let missing = pay.contains { $0 == nil } ? pay.map { $0 == nil } : nil
        self = .pay(pay.map { $0 ?? 0 }, missing: missing)
    }
}

extension ReportBlock {
    /// Rows that were computed one by one.
    init(_ rows: [ReportRow], _ period: Period, _ report: Report) {
        self.period = period
        people = rows.map(\.person)
        columns = report.columns.indices.map { number in
            switch report.columns[number].source {
            case .formula:
                Column(
                    NumberBlock(
                        rows.map { row in
                            if case .figure(let figure) = row.cells[number] { figure.value } else { nil }
                        }))
            case .pay:
                Column(
                    pay: rows.map { row in
                        if case .pay(let pay) = row.cells[number] { pay.value?.minorUnits } else { nil }
                    })
            }
        }
    }
}
