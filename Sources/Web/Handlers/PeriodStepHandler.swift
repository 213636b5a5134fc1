internal import Company
internal import HTML
internal import Ledger
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// A step of a period in three pages: what will happen, the doing, and what was done.
enum PeriodStepHandler {
    /// The right that a step takes.
    static func right(of step: StepWords) -> Right {
        switch step {
        case .calculate: .calculate
        case .review: .review
        case .approve: .approve
        case .pay: .pay
        case .close: .close
        case .reopen: .reopen
        }
    }

    /// The step as the rules are asked about it.
    static func command(_ step: StepWords, _ period: String, _ run: String?, reason: String = "") -> Command {
        switch step {
        case .calculate: .calculate(period: period)
        case .review: .review(period: period)
        case .approve: .approve(period: period, run: run)
        case .pay: .pay(period: period, afterRestore: false)
        case .close: .close(period: period)
        case .reopen: .reopen(period: period, reason: reason)
        }
    }

    /// The page where the step is looked at.
    static func check(_ step: StepWords, _ asked: Asked, _ permit: Permit<Everybody>) async throws -> Answer {
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let label = try cycle.payPeriod(asked.part("period"), company).description
        let life = try cycle.workspace.read { try $0.life(of: label) }
        let asking = command(step, label, life.run, reason: "?")
        if let refusal = try cycle.refusal(of: asking, by: permit.reader.principal()) { throw refusal }
        var page = try page(step, label, life, cycle, company, asked)
        if step == .approve {
            // Whoever approves is told what nobody has looked at yet.
            page.sections.insert(
                .summary(
                    name: "outliers", heading: asked.word(OutlierWords.title),
                    [try await OutlierHandler.row(label, cycle, asked)]), at: 1)
        }
        return asked.page(page)
    }

    private static func page(
        _ step: StepWords, _ label: String, _ life: PeriodLife, _ cycle: PayCycle, _ company: CompanyModel,
        _ asked: Asked, _ errors: [FieldError] = []
    ) throws -> SectionPage {
        let amounts = Amounts(currency: company.currency, language: asked.language)
        var rows = [
            SummaryRow(asked.word(PeriodWords.period), .text(PeriodNames.title(label, asked.language)))
        ]
        var sum: String?
        var people: String?
        if !life.run.isEmpty, step != .calculate {
            let reviewed = try cycle.reviewed(label)
            let payable = reviewed.people.reduce(Int128(0)) { $0 + Int128($1.pay.payable) }
            rows.append(SummaryRow(asked.word(PeriodWords.run), .text(String(life.run.prefix(12)))))
            rows.append(
                SummaryRow(
                    asked.word(PeriodWords.people),
                    .text(HTML.FigureText.text(reviewed.people.count, in: asked.language))))
            rows.append(
                SummaryRow(
                    asked.word(PeriodWords.payable) + ", " + company.currency.code, .amount(amounts.money(payable))))
            if step == .approve || step == .pay {
                sum = amounts.text(payable)
                people = PeriodWords.forPeople.text(reviewed.people.count, in: asked.language)
            }
        }
        rows.append(SummaryRow(asked.word(PeriodWords.follows), .text(asked.word(step.follows))))
        let fields: [SectionForm.Field] =
            step == .reopen
            ? [
                .field(
                    FormField(
                        name: "reason", label: asked.word(PeriodWords.reason),
                        hint: asked.word(PeriodWords.reasonHint), errors: errors,
                        control: .lines(value: asked.form["reason"] ?? "", rows: 3), in: asked.language))
            ] : []
        return SectionPage(
            title: asked.word(step.title) + ": " + PeriodNames.title(label, asked.language),
            path: [
                NavigationItem(asked.word(SectionWords.periods), Addresses.of(["periods"])),
                NavigationItem(PeriodNames.title(label, asked.language), Addresses.period(label)),
            ],
            sections: [
                .summary(name: "check", heading: asked.word(PeriodWords.check), rows),
                .form(
                    SectionForm(
                        name: "step", heading: asked.word(step.title),
                        action: Addresses.step(step.rawValue, of: label),
                        hidden: [(name: "run", value: life.run)], fields: fields, errors: errors,
                        button: step.button(sum, people, asked.language), key: asked.site.keys.draw())),
            ])
    }

    /// Takes the step; sent twice, it is taken once.
    static func take(_ step: StepWords, _ asked: Asked, _ permit: Permit<Everybody>) async throws -> Answer {
        let key = asked.form.text("key")
        if let location = asked.site.keys.answer(to: key, of: permit.reader.person) {
            return .redirect(SignInHandler.address(of: location))
        }
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let label = try cycle.payPeriod(asked.part("period"), company).description
        let reason = asked.form.text("reason")
        if step == .reopen, reason.isEmpty {
            let life = try cycle.workspace.read { try $0.life(of: label) }
            let errors = [
                FieldError(field: "reason", asked.word(Problem(Refusal.empty(.reason)).text))
            ]
            return asked.page(try page(step, label, life, cycle, company, asked, errors), status: 422)
        }
        try await act(step, label, reason, cycle, asked, permit.reader.principal())
        let query: [(name: String, value: String)] = step == .calculate ? [] : [(name: "done", value: step.rawValue)]
        let address = Addresses.of(["periods", label], query: query)
        asked.site.keys.note(key, of: permit.reader.person, address.text)
        return .redirect(address)
    }

    private static func act(
        _ step: StepWords, _ label: String, _ reason: String, _ cycle: PayCycle, _ asked: Asked,
        _ principal: Principal
    ) async throws {
        switch step {
        case .calculate:
            if let refusal = try cycle.refusal(of: .calculate(period: label), by: principal) { throw refusal }
            try asked.site.calculations.begin(label, cycle, by: principal)
        case .review: try cycle.review(label, by: principal)
        case .approve:
            // The approval is for the run that was shown, whatever has been calculated since.
            try cycle.approve(label, run: asked.form.text("run"), by: principal)
        case .pay: try cycle.pay(label, by: principal)
        case .close: try cycle.close(label, by: principal)
        case .reopen: try cycle.reopen(label, reason: reason, by: principal)
        }
    }
}
