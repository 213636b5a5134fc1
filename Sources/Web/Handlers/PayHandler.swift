internal import Calculation
internal import Company
internal import HTML
internal import Ledger
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// The page of somebody's pay in a period.
enum PayHandler {
    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let reading = try PayReading(asked, permit.subject)
        let recorded = try reading.recorded()
        guard let period = permit.subject.period ?? asked.site.currentPeriod(permit.subject.company) else {
            throw Problem.absent
        }
        let maker = MyPayModel(reading: reading, period: period, recorded: recorded)
        var model = try maker.made
        if model.isMoving, model.empty == nil {
            model.outlook = await PayOutlookReading(reading, period)?.text
        }
        if model.isMoving, model.empty == nil { model.steps = await PayStepsReading(reading, period)?.steps ?? [] }
        if model.isMoving { model.oneMore = await OneMoreDealReading(reading, period)?.deal }
        return asked.page(MyPayPage(model, language: asked.language))
    }
}

/// Makes the model of the page.
private struct MyPayModel {
    let reading: PayReading
    let period: Period
    let recorded: [RecordedPay]

    private var language: PageLanguage { reading.language }
    private var amounts: Amounts { reading.amounts }
    private var label: String { period.description }
    private var asked: Asked { reading.asked }
    private var pay: PayOfPerson { reading.pay }
    private var person: String? { pay.isOwn ? nil : pay.person }

    var made: MyPay {
        get throws {
            var model = MyPay(
                name: reading.name, person: person, period: label,
                periodTitle: PeriodNames.title(label, language), currency: pay.company.currency.code,
                earned: amounts.absent(""))
            model.topic = LiveTopic(person: pay.person, period: label)
            if let own = recorded.first(where: { $0.run.period == label }), own.isSeen {
                try fill(&model, own)
            } else {
                try fillNow(&model)
            }
            model.trend = trend
            model.others = others
            model.disputes = try disputes()
            return model
        }
    }

    /// What a run has recorded.
    private func fill(_ model: inout MyPay, _ own: RecordedPay) throws {
        let earned = own.pay.granted
        model.state = PayReading.tag(own.state, language)
        model.earned = amounts.money(earned)
        model.notes = [asked.word(ru: "расчёт ", en: "run ") + own.run.id.prefix(12)]
        model.lines = own.run.lines.map(line)
        model.changes = changes(own)
        model.parts = parts(own.pay)
        model.hasStatement = true
        model.canDispute =
            pay.isOwn && asked.reader?.rights[.openDispute] != nil && own.state != .open && own.state != .calculated
    }

    private func line(_ line: RunLine) -> MyPay.Line {
        let titles = reading.titles(line.plan, line.component)
        let texts = (line.reason.map { [$0] } ?? []) + (line.remarks ?? [])
        let amount =
            line.amount.map { amounts.money($0) }
            ?? amounts.absent(line.reason?.text[language] ?? asked.word(ru: "нет значения", en: "no value"))
        return MyPay.Line(
            titles.component, plan: titles.plan, amount,
            note: texts.isEmpty ? nil : LocalizedText.joining(texts.map(\.text))[language], node: line.node)
    }

    private func changes(_ own: RecordedPay) -> [MyPay.Part] {
        own.corrections(AwardNames(pay.company)).map { correction in
            MyPay.Part(
                PeriodNames.title(correction.period, language) + ": " + correction.component[language],
                amounts.change(correction.amount), note: correction.plan[language])
        }
    }

    /// Parts that add up to what was earned: paid, free, held, put off, and what is left for or taken by advances.
    private func parts(_ pay: PayBreakdown) -> [MyPay.Part] {
        let held = -(Int128(pay.held) + Int128(pay.released))
        let deferred = -Int128(pay.deferred)
        let advances = -(Int128(pay.draw) + Int128(pay.debts))
        var parts = [
            MyPay.Part(asked.word(ru: "Выплачено", en: "Already paid"), amounts.money(pay.paid)),
            MyPay.Part(
                asked.word(ru: "К выплате", en: "Free to be paid"),
                amounts.money(Int128(pay.payable) - Int128(pay.paid))),
            MyPay.Part(
                asked.word(ru: "Удержано до условия", en: "Held until a condition"), amounts.money(held),
                note: held < 0 ? asked.word(ru: "освобождено из прежних", en: "released from earlier periods") : nil),
            MyPay.Part(asked.word(ru: "Отложено", en: "Deferred"), amounts.money(deferred)),
        ]
        if advances != 0 {
            parts.append(
                MyPay.Part(asked.word(ru: "Авансы и долги", en: "Advances and debts"), amounts.money(advances)))
        }
        return parts
    }

    /// What the rows of now give.
    private func fillNow(_ model: inout MyPay) throws {
        model.state = PayReading.tag(.open, language)
        model.isMoving = true
        guard let now = try reading.now(in: period) else {
            let isPreparing = !asked.site.live.isReady
            model.empty = StateWords(
                isPreparing
                    ? asked.word(ru: "Суммы рассчитываются", en: "Your figures are being calculated")
                    : asked.word(ru: "Данных ещё нет", en: "There are no rows yet"),
                isPreparing
                    ? asked.word(
                        ru: "Обновите страницу через несколько секунд.", en: "Reload this page in a few seconds.")
                    : asked.word(
                        ru: "Суммы появятся, когда загрузят данные.", en: "Figures appear once data is imported."))
            return
        }
        guard !now.lines.isEmpty else {
            model.empty = nothing
            return
        }
        let sum = now.lines.reduce(Int128(0)) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
        model.earned = amounts.money(sum)
        let moves = PayMovesReading(reading, period, now.shown.board.model)
        model.moves = moves.model
        model.topic?.said = moves.said(earned: sum)
        model.notes = [
            asked.word(AgeWords.asOf) + " " + asked.shown(now.shown.at)
                + (now.shown.isOld ? "; " + asked.word(AgeWords.recalculated) : ""),
            asked.word(
                ru: "Период ещё не рассчитан: столько набралось на сейчас.",
                en: "The period is not calculated yet: this is what has come together so far."),
        ]
        let company = now.shown.board.model
        model.lines = now.lines.map { line in
            let plan = company.plans[line.plan]
            let component = plan.line(line.component)
            let amount =
                line.amount.value.map { amounts.money($0.minorUnits) }
                ?? amounts.absent(line.amount.reason?.text[language] ?? "")
            let remarks = (line.amount.reason.map { [$0.text] } ?? []) + line.remarks.map(\.text)
            return MyPay.Line(
                component.title[language], plan: plan.title[language], amount,
                note: remarks.isEmpty ? nil : LocalizedText.joining(remarks)[language],
                node: line.node(company))
        }
        model.hasStatement = true
    }

    private var nothing: StateWords {
        let number = pay.company.people.number(of: pay.person)
        let held = number.map { pay.company.organisation.assignments(of: $0, in: period.range) } ?? []
        let title = PeriodNames.title(label, language)
        return StateWords(
            asked.word(ru: "В этом периоде выплат нет: \(title)", en: "Nothing is paid in \(title)"),
            held.isEmpty
                ? asked.word(
                    ru: "В эти дни нет назначения на должность.", en: "There is no assignment on its days.")
                : asked.word(
                    ru: "Ни один план не платит за этот период. Первая продажа появится здесь сразу.",
                    en: "No plan pays for this period. A first sale shows here at once."))
    }

    private var seen: [RecordedPay] { recorded.filter(\.isSeen) }

    private var trend: [MyPay.TrendPoint] {
        seen.suffix(12).map { own in
            MyPay.TrendPoint(PeriodNames.heading(own.run.period, language), amounts.figure(own.pay.granted))
        }
    }

    private var others: [NavigationItem] {
        seen.filter { $0.run.period != label }.suffix(12).reversed().map { own in
            NavigationItem(
                PeriodNames.heading(own.run.period, language), Addresses.pay(own.run.period, of: person))
        }
    }

    private func disputes() throws -> [NavigationItem] {
        try reading.cycle.disputes().filter { $0.person == pay.person && $0.period == label }.map { dispute in
            NavigationItem(asked.word(DisputeWords.title(dispute.number)), Addresses.dispute(dispute.number))
        }
    }
}

extension RecordedPay {
    /// Whether there is anything of his in it.
    var isSeen: Bool { !run.lines.isEmpty || pay.payable != 0 || pay.paid != 0 || !run.entries.isEmpty }
}

extension PayBreakdown {
    /// What the period granted: awards, corrections and adjustments.
    var granted: Int128 { Int128(awards) + Int128(corrections) + Int128(adjustments) }
}
