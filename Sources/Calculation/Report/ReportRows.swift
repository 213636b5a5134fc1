public import Company
internal import Formulas
internal import Messages
public import Periods
internal import Quantities

/// Computes the rows of a report: one for each person whom its plan has in a period.
public struct ReportRows: Sendable {
    private let report: Report
    private let run: Run
    private let showsPay: Bool

    /// Makes the rows of one of the company's reports.
    public init(_ report: Report, _ run: Run) {
        self.report = report
        self.run = run
        showsPay = report.columns.contains { if case .pay = $0.source { true } else { false } }
    }

    /// The periods of the report's plan that end within a range, in order.
    public func tasks(in range: DayRange) -> [Run.Task] { run.tasks(in: range, of: report) }

    /// The rows by period, and in a period in the order of the people; computed on as many threads as are asked for.
    ///
    /// The result does not depend on the number of threads. Who is not on the plan in a period has no row.
    public func rows(
        _ tasks: [Run.Task], threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> [ReportRow] {
        await run.map(tasks, threads: threads, progress: progress) { piece in rows(piece) }
    }

    private func rows(_ piece: Run.Piece) -> [[ReportRow]] {
        let pay = PlanPay(report.plan, MeasureEvaluator(run.model, run.source), people: piece.people)
        return piece.tasks.map { task in
            let participations = pay.participations(in: task.period)
            let lines = showsPay ? pay.lines(of: participations) : participations.map { _ in [] }
            return rows(participations, lines, pay.calculator)
        }
    }

    /// The rows of a whole task.
    func rows(of task: Run.Task) -> [ReportRow] {
        rows(Run.Piece(tasks: [task], numbers: [0], people: nil)).flatMap { $0 }
    }

    /// The rows of participations and their lines; those of a person follow each other.
    func rows(_ participations: [Participation], _ lines: [[AwardLine]], _ calculator: AwardCalculator) -> [ReportRow] {
        stretches(participations).compactMap { own in row(participations[own], lines[own], calculator) }
    }

    /// Where each person's participations stand; they follow each other.
    private func stretches(_ participations: [Participation]) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in participations.indices {
            if let last = stretches.last, participations[last.lowerBound].person == participations[index].person {
                stretches[stretches.count - 1] = last.lowerBound..<index + 1
            } else {
                stretches.append(index..<index + 1)
            }
        }
        return stretches
    }

    private func row(
        _ participations: ArraySlice<Participation>, _ lines: ArraySlice<[AwardLine]>, _ calculator: AwardCalculator
    ) -> ReportRow? {
        let plan = run.model.plans[report.plan]
        guard let first = participations.first, let context = calculator.context(Array(participations), plan) else {
            return nil
        }
        let cells = report.columns.map { column -> ReportRow.Cell in
            switch column.source {
            case .formula(let formula): .figure(calculator.evaluator.number(formula, in: context))
            case .pay(let component): .pay(pay(component, lines))
            }
        }
        return ReportRow(period: first.period, person: first.person, cells: cells)
    }

    /// What a component, or all of them, pay for all participations; a line without a value leaves the sum open.
    private func pay(_ component: Int?, _ lines: ArraySlice<[AwardLine]>) -> Outcome<Money> {
        var sum = Money(minorUnits: 0, currency: run.model.currency)
        for line in lines.joined() where component == nil || line.component == component {
            let next = line.amount.then { amount throws(QuantityError) in try sum.adding(amount) }
            guard case .value(let value) = next else { return next }
            sum = value
        }
        return .value(sum)
    }
}
