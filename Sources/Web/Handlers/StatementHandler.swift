internal import Calculation
internal import Company
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
        let amounts = Amounts(currency: known.company.model.currency, language: language)
        let awarded = own.run.lines.reduce(Int128(0)) { $0 + Int128($1.amount ?? 0) }
        var statement = begun(
            state: PayReading.tag(own.state, language), payable: amounts.money(own.pay.payable), awarded, amounts)
        let explained = steps(known, amounts)
        statement.steps = explained.steps
        if explained.sum != awarded {
            statement.notices.append(
                asked.word(
                    ru: "Объяснение составлено этой версией программы и отличается от расчёта. Верны суммы расчёта.",
                    en:
                        "The explanation is made by this version of the program and differs from the run. The run's sums hold."
                ))
        }
        statement.waterfall = own.run.lines.compactMap { line in
            guard let amount = line.amount, amount != 0 else { return nil }
            return amounts.figure(amount).map { (reading.titles(line.plan, line.component).component, $0) }
        }
        statement.corrections = corrections(own, amounts)
        statement.movements = movements(own, amounts)
        statement.facts = facts(own, known.company.model)
        statement.canDispute =
            reading.pay.isOwn && asked.reader?.rights[.openDispute] != nil
            && own.state != .open && own.state != .calculated
        statement.eventKinds = StatementHandler.kinds(known.company.model, language)
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
        let explained = steps(known, amounts)
        guard !explained.steps.isEmpty else { throw Problem.absent }
        var statement = begun(
            state: PayReading.tag(.open, language),
            payable: amounts.absent(asked.word(ru: "период ещё не рассчитан", en: "the period is not calculated yet")),
            explained.sum, amounts)
        statement.steps = explained.steps
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
        _ known: AskedCompanies.Known, _ amounts: Amounts
    ) -> (steps: [HTML.Explanation], sum: Int128) {
        let model = known.company.model
        guard let number = model.people.number(of: reading.pay.person) else { return ([], 0) }
        let explainer = AwardExplainer(model, known.source)
        let lines = explainer.lines(of: number, in: period.range)
        let makes = StatementSteps(model: model, period: label, person: person, amounts: amounts)
        return (
            lines.map { makes.step($0, explainer.explanation(of: $0)) },
            lines.reduce(Int128(0)) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
        )
    }

    private func corrections(_ own: RecordedPay, _ amounts: Amounts) -> [(title: String, amount: Amount)] {
        own.run.entries.filter { $0.cause == .correction }.compactMap { entry in
            guard case .award(let plan, let component, let period) = entry.obligation.matter else { return nil }
            let amount = entry.to == .earned ? -entry.amount : entry.amount
            let titles = reading.titles(plan, component)
            return (PeriodNames.title(period, language) + " · " + titles.component, amounts.change(amount))
        }
    }

    private func movements(_ own: RecordedPay, _ amounts: Amounts) -> [(title: String, amount: Amount)] {
        own.movements.map { movement in
            (title: movement.title[language].beginning, amount: amounts.money(movement.amount))
        }
    }

    private func facts(_ own: RecordedPay, _ model: CompanyModel) -> [SummaryRow] {
        var rows = [
            SummaryRow(asked.word(ru: "Компания", en: "Company"), .name(model.name[language], nil)),
            SummaryRow(asked.word(ru: "Сотрудник", en: "Person"), .name(reading.pay.person, nil)),
            SummaryRow(asked.word(ru: "Расчёт", en: "Run"), .text(String(own.run.id.prefix(12)))),
        ]
        if !own.approvers.isEmpty {
            rows.append(
                SummaryRow(
                    asked.word(PeriodWords.approvers), .name(own.approvers.joined(separator: ", "), nil)))
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
