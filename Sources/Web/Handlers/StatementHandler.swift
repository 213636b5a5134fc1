internal import Calculation
internal import Company
internal import Documents
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// The page of somebody's statement: the run that a period stands on, else the rows of now.
enum StatementHandler {
    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let reading = try PayReading(asked, permit.subject)
        guard let period = permit.subject.period else { throw Problem.absent }
        let own = try reading.recorded().first { $0.run.period == period.description && $0.isSeen }
        let maker = StatementModel(reading: reading, period: period)
        var statement: Statement
        if let own {
            statement = try await maker.recorded(own)
        } else {
            statement = try await maker.now()
        }
        statement.hasSignedFile =
            own != nil && SignedStatementHandler.isHandedOut(to: permit) && (try? asked.site.signingKey()) != nil
        return asked.page(StatementPage(statement, language: asked.language))
    }

    /// The kinds of events as people call them.
    static func kinds(_ model: CompanyModel, _ language: PageLanguage) -> [EventKindName] {
        model.eventKinds.map { EventKindName($0.name, title: $0.title[language]) }
    }

    /// The company that a period's statement is explained by.
    static func company(_ reading: PayReading, _ period: Period) async throws -> AskedCompanies.Known {
        if let own = try reading.recorded().first(where: { $0.run.period == period.description && $0.isSeen }) {
            return try await reading.asked.site.asked.company(of: own.run, reading.cycle)
        }
        return try await reading.asked.site.asked.companyNow(reading.cycle)
    }
}

/// Makes the model of a statement.
private struct StatementModel {
    let reading: PayReading
    let period: Period

    private var asked: Asked { reading.asked }
    private var language: PageLanguage { reading.language }
    private var label: String { period.description }
    private var person: String? { reading.pay.isOwn ? nil : reading.pay.person }

    /// What a run has recorded, explained by the rules and rows of that run.
    func recorded(_ own: RecordedPay) async throws -> Statement {
        let known = try await asked.site.asked.company(of: own.run, reading.cycle)
        let recorded = try reading.cycle.payStatement(own, of: reading.pay.person)
        let amounts = Amounts(currency: recorded.currency, language: language)
        var statement = begun(
            state: PayReading.tag(own.state, language), payable: amounts.money(own.pay.payable), recorded.awarded,
            amounts)
        let explained = AwardSteps(of: reading.pay.person, in: period, known.company.model, known.source)
        statement.steps = steps(explained, known, amounts)
        if explained.sum != recorded.awarded {
            statement.notices.append(
                asked.word(
                    ru: "Объяснение составлено этой версией программы и отличается от расчёта. Верны суммы расчёта.",
                    en:
                        "The explanation is made by this version of the program and differs from the run. The run's sums hold."
                ))
        }
        statement.waterfall = StatementWaterfall.chart(recorded, reasons: explained, in: language)
        statement.corrections = recorded.corrections.map { correction in
            (
                PeriodNames.title(correction.period, language) + " · " + correction.component[language],
                amounts.change(correction.amount)
            )
        }
        statement.movements = recorded.movements.map { movement in
            (title: movement.title[language].beginning, amount: amounts.money(movement.amount))
        }
        statement.facts = facts(recorded)
        statement.canDispute =
            reading.pay.isOwn && asked.reader?.rights[.openDispute] != nil
            && own.state != .open && own.state != .calculated
        statement.eventKinds = StatementHandler.kinds(known.company.model, language)
        statement.hasFiles = true
        if own.state == .calculated || own.state == .inReview {
            statement.notices.append(
                asked.word(ru: "Это черновик: он ещё может измениться.", en: "This is a draft: it may still change."))
        }
        return statement
    }

    /// What the rows and rules of now give.
    func now() async throws -> Statement {
        let known = try await asked.site.asked.companyNow(reading.cycle)
        let amounts = Amounts(currency: known.company.model.currency, language: language)
        let explained = AwardSteps(of: reading.pay.person, in: period, known.company.model, known.source)
        guard !explained.steps.isEmpty else { throw Problem.absent }
        var statement = begun(
            state: PayReading.tag(.open, language),
            payable: amounts.absent(asked.word(ru: "период ещё не рассчитан", en: "the period is not calculated yet")),
            explained.sum, amounts)
        statement.steps = steps(explained, known, amounts)
        statement.notices = [
            asked.word(
                ru: "Период ещё не рассчитан: показано, что набралось по данным на сейчас.",
                en: "The period is not calculated yet: this is what the rows of now give.")
        ]
        statement.eventKinds = StatementHandler.kinds(known.company.model, language)
        return statement
    }

    private func begun(state: StateTag, payable: Amount, _ awarded: Int128, _ amounts: Amounts) -> Statement {
        var statement = Statement(
            name: reading.name, person: person, period: label, periodTitle: PeriodNames.title(label, language),
            currency: amounts.currency.code, state: state, payable: payable,
            awarded: amounts.figure(awarded) ?? Figure(hundredths: 0))
        statement.isPrint = asked.query["view"] == "print"
        if statement.isPrint || asked.query["open"] == "all" {
            statement.unfolding = .all
        } else if let node = asked.query["at"] {
            statement.unfolding = .to(node)
        }
        return statement
    }

    private func steps(
        _ explained: AwardSteps, _ known: AskedCompanies.Known, _ amounts: Amounts
    ) -> [HTML.Explanation] {
        let makes = StatementSteps(model: known.company.model, period: label, person: person, amounts: amounts)
        return explained.steps.map(makes.step)
    }

    private func facts(_ recorded: PayStatement) -> [SummaryRow] {
        var rows = [
            SummaryRow(asked.word(ru: "Компания", en: "Company"), .name(recorded.company[language], nil)),
            SummaryRow(asked.word(ru: "Сотрудник", en: "Person"), .name(recorded.person, nil)),
            SummaryRow(asked.word(ru: "Расчёт", en: "Run"), .text(String(recorded.run.prefix(12)))),
        ]
        if !recorded.approvers.isEmpty {
            rows.append(
                SummaryRow(
                    asked.word(PeriodWords.approvers),
                    .name(recorded.approverNames.map { $0[language] }.joined(separator: ", "), nil)))
        }
        return rows
    }
}

/// The page that says whose an event is and why.
enum EventHandler {
    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let reading = try PayReading(asked, permit.subject)
        guard let period = permit.subject.period else { throw Problem.absent }
        let known = try await StatementHandler.company(reading, period)
        let model = known.company.model
        let kind = asked.query.text("kind")
        let id = asked.query.text("id")
        let person = permit.subject.isOwn ? nil : permit.subject.person
        let number = model.people.number(of: permit.subject.person)
        let kinds = StatementHandler.kinds(model, asked.language)
        guard let inquiry = EventInquiry(model, kind: kind, id: id) else {
            let page = EventPage(
                title: asked.word(PayTitles.whyNot), period: period.description, person: person, kinds: kinds,
                empty: id.isEmpty
                    ? nil
                    : StateWords(
                        asked.word(ru: "Такого события нет: \(id)", en: "There is no such event: \(id)"),
                        asked.word(
                            ru: "Проверьте вид и номер. Возможно, оно ещё не загружено.",
                            en: "Check its kind and number. It may not have been imported yet.")),
                language: asked.language)
            return asked.page(page, status: id.isEmpty ? 200 : 404)
        }
        let explanation = inquiry.explanation(for: number)
        let figures = explanation.children.compactMap { child -> EventPage.Figures? in
            guard case .answer(let counts) = child.content else { return nil }
            return EventPage.Figures(
                child.label[asked.language], counting: counts,
                counts: asked.word(counts ? PayTitles.yes : PayTitles.no),
                note: child.note?[asked.language] ?? "")
        }
        // What it says is shown to those whose it is and to those who see everybody's pay: a number is easily guessed, and deals
        // of others are no business of whoever asks why one is not his.
        let isSeen = figures.contains(where: \.counting) || permit.reader.mayAll(.seePay)
        let facts = explanation.children.filter { child in
            if case .answer = child.content { false } else { isSeen }
        }
        return asked.page(
            EventPage(
                title: explanation.label[asked.language], period: period.description, person: person, kinds: kinds,
                facts: facts.map { $0.label[asked.language] }, figures: figures, language: asked.language))
    }
}

private enum PayTitles {
    static let whyNot = Words(ru: "Почему сделка не моя?", en: "Why not me?")
    static let yes = Words(ru: "да", en: "yes")
    static let no = Words(ru: "нет", en: "no")
}
