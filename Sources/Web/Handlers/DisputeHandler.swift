internal import Company
internal import HTML
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// What people object to, and the answers.
enum DisputeHandler {
    static let list: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let gate = Gate(asked: asked)
        let seen = try cycle.disputes().filter {
            try gate.may(.seePay, of: $0.person, in: company.calendar.parse($0.period), permit.reader, company)
        }
        var page = SectionPage(title: asked.word(SectionWords.disputes))
        if seen.isEmpty {
            page.sections = [
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(DisputeWords.none), text: asked.word(DisputeWords.noneText)))
            ]
        } else {
            page.sections = [.table(table(seen, asked, company))]
        }
        return asked.page(page)
    }

    private static func table(_ disputes: [Dispute], _ asked: Asked, _ company: CompanyModel) -> DataTable {
        DataTable(
            name: "disputes", caption: asked.word(DisputeWords.table),
            columns: [
                Column(asked.word(DisputeWords.number)), Column(asked.word(DisputeWords.person)),
                Column(asked.word(DisputeWords.period)), Column(asked.word(DisputeWords.state)),
            ],
            rows: disputes.reversed().map { dispute in
                TableRow(
                    .name(asked.word(DisputeWords.title(dispute.number)), Addresses.dispute(dispute.number)),
                    [
                        .name(title(of: dispute.person, company, asked.language), nil),
                        .text(PeriodNames.title(dispute.period, asked.language)), .state(tag(dispute, asked)),
                    ])
            }, language: asked.language)
    }

    private static func tag(_ dispute: Dispute, _ asked: Asked) -> StateTag {
        dispute.answer == nil
            ? StateTag(asked.word(DisputeWords.waits), .warn) : StateTag(asked.word(DisputeWords.answered), .gain)
    }

    static func title(of person: String, _ company: CompanyModel, _ language: PageLanguage) -> String {
        company.people.number(of: person).map { company.people.title($0)[language] } ?? person
    }

    // MARK: One of them

    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        asked.page(try page(asked, try permit(asked)))
    }

    static let answer: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        let permit = try permit(asked)
        let text = asked.form.text("text")
        guard !text.isEmpty else {
            let errors = [FieldError(field: "text", asked.word(DisputeWords.emptyAnswer))]
            return asked.page(try page(asked, permit, errors), status: 422)
        }
        try asked.site.company.cycle().resolveDispute(
            permit.subject.number, answer: String(text.prefix(4_000)),
            by: try Gate(asked: asked).principal(in: permit.subject.period, permit.reader))
        return .redirect(Addresses.dispute(permit.subject.number))
    }

    private static func permit(_ asked: Asked) throws -> Permit<Dispute> {
        guard let number = Int64(asked.part("number")), number > 0 else { throw Problem.absent }
        return try Gate(asked: asked).dispute(number)
    }

    private static func page(
        _ asked: Asked, _ permit: Permit<Dispute>, _ errors: [FieldError] = []
    ) throws -> SectionPage {
        let dispute = permit.subject
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let isOwn = dispute.person == permit.reader.person
        let pay = Addresses.pay(dispute.period, of: isOwn ? nil : dispute.person)
        var rows = [
            SummaryRow(
                asked.word(DisputeWords.person), .name(title(of: dispute.person, company, asked.language), pay)),
            SummaryRow(
                asked.word(DisputeWords.period), .text(PeriodNames.title(dispute.period, asked.language))),
            SummaryRow(asked.word(DisputeWords.text), .name(dispute.text, nil)),
        ]
        if let answer = dispute.answer {
            rows.append(SummaryRow(asked.word(DisputeWords.answer), .name(answer.text, nil)))
            rows.append(
                SummaryRow(
                    asked.word(DisputeWords.answeredBy), .name(title(of: answer.actor, company, asked.language), nil)))
        }
        var page = SectionPage(
            title: asked.word(DisputeWords.title(dispute.number)), state: tag(dispute, asked),
            path: [NavigationItem(asked.word(SectionWords.disputes), Addresses.of(["disputes"]))])
        if asked.query["done"] == "sent" { page.sections.append(.notice(asked.word(DisputeWords.sent), .gain)) }
        page.sections.append(
            .summary(name: "dispute", heading: asked.word(DisputeWords.title(dispute.number)), rows))
        let standing = DisputeStandingSections(
            standing: try cycle.standing(of: dispute.number, company), company: company, asked: asked)
        page.sections += standing.turn + [standing.timeline] + standing.outcome
        let principal = try Gate(asked: asked).principal(in: dispute.period, permit.reader)
        if dispute.answer == nil {
            if isOwn {
                page.sections.append(.notice(asked.word(DisputeWords.own), .info))
            } else if principal.may(.answerDispute, for: dispute.person) {
                page.sections.append(.form(answerForm(dispute, asked, errors)))
            }
        }
        return page
    }

    private static func answerForm(_ dispute: Dispute, _ asked: Asked, _ errors: [FieldError]) -> SectionForm {
        SectionForm(
            name: "answer", heading: asked.word(DisputeWords.answer),
            action: Addresses.of(["disputes", String(dispute.number), "answer"]),
            fields: [
                .field(
                    FormField(
                        name: "text", label: asked.word(DisputeWords.answer), errors: errors,
                        control: .lines(value: asked.form["text"] ?? "", rows: 5), in: asked.language))
            ], errors: errors, button: asked.word(DisputeWords.sendAnswer))
    }
}
