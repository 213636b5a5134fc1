internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Pay periods for programs: how far each has come, and its steps.
enum PeriodAPI {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let periods = try cycle.overview()
        let currency = periods.isEmpty ? nil : try cycle.reference().currency
        return APIValues.answer(
            .object(["periods": .list(periods.compactMap { overview in currency.map { value(overview, $0) } })]))
    }

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        try answer(asked.part("period"), try asked.site.company.cycle())
    }

    /// Takes a step; one that an earlier sending of the request has taken is not taken again.
    static func take(_ step: StepWords, _ asked: Asked, _ permit: Permit<Everybody>) async throws -> Answer {
        let cycle = try asked.site.company.cycle()
        let period = try cycle.payPeriod(asked.part("period"), try cycle.reference()).description
        let principal = try asked.principal(permit.reader)
        if step == .calculate { return try calculate(period, cycle, asked, principal) }
        if asked.earlier?.isEmpty ?? true { try act(step, period, cycle, asked, principal) }
        return try answer(period, cycle)
    }

    private static func act(
        _ step: StepWords, _ period: String, _ cycle: PayCycle, _ asked: Asked, _ principal: Principal
    ) throws {
        switch step {
        case .calculate: break
        case .review: try cycle.review(period, by: principal)
        case .approve: try cycle.approve(period, run: asked.body["run"]?.text, by: principal)
        case .pay: try cycle.pay(period, by: principal)
        case .close: try cycle.close(period, by: principal)
        case .reopen: try cycle.reopen(period, reason: asked.body["reason"]?.text ?? "", by: principal)
        }
    }

    /// Begins a calculation aside, and says where it can be asked for.
    private static func calculate(
        _ period: String, _ cycle: PayCycle, _ asked: Asked, _ principal: Principal
    ) throws -> Answer {
        if let refusal = try cycle.refusal(of: .calculate(period: period), by: principal) { throw refusal }
        let number = try asked.site.calculations.begin(period, cycle, by: principal)
        guard let job = try asked.site.store.job(number) else { throw Problem.absent }
        return Answer.json(JobAPI.value(job, asked.language), status: 202)
            .with("Location", Addresses.of(["api", "v1", "jobs", String(number)]).text)
    }

    private static func answer(_ period: String, _ cycle: PayCycle) throws -> Answer {
        guard let overview = try cycle.overview().first(where: { $0.life.period == period }) else {
            throw Problem.absent
        }
        return APIValues.answer(value(overview, try cycle.reference().currency))
    }

    private static func value(_ overview: PayCycle.PeriodOverview, _ currency: Currency) -> JSONValue {
        .object([
            "period": .text(overview.life.period), "state": .text(overview.life.state.rawValue),
            "run": overview.life.run.isEmpty ? .null : .text(overview.life.run),
            "approvers": .list(overview.life.approvers.map(JSONValue.text)),
            "payable": APIValues.money(overview.payable, currency), "paid": APIValues.money(overview.paid, currency),
            "open_disputes": .whole(Int64(overview.openDisputes)),
        ])
    }
}
