internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Reports
internal import Storage

/// The pay periods, and one of them: what blocks it, what it pays whom, who did what.
enum PeriodHandler {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let periods = try cycle.overview()
        var page = SectionPage(title: asked.word(SectionWords.periods))
        if periods.isEmpty {
            page.sections = [
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(PeriodWords.none), text: asked.word(PeriodWords.noneText)))
            ]
        } else {
            let company = try cycle.reference()
            page.sections = [
                .table(table(periods, asked, company))
            ]
        }
        if permit.reader.mayAll(.calculate) {
            page.sections.append(
                .form(
                    SectionForm(
                        name: "another", heading: asked.word(PeriodWords.another),
                        action: Addresses.of(["periods", "new", "calculate"]), method: .get,
                        fields: [
                            .field(
                                FormField(
                                    name: "period", label: asked.word(PeriodWords.period),
                                    hint: asked.word(PeriodWords.periodHint), control: .line(value: ""),
                                    in: asked.language))
                        ], button: asked.word(StepWords.calculate.title), isMain: false)))
        }
        return asked.page(page)
    }

    private static func table(
        _ periods: [PayCycle.PeriodOverview], _ asked: Asked, _ company: CompanyModel
    ) -> DataTable {
        let amounts = Amounts(currency: company.currency, language: asked.language)
        return DataTable(
            name: "periods", caption: asked.word(PeriodWords.table) + ", " + company.currency.code,
            columns: [
                Column(asked.word(PeriodWords.period)), Column(asked.word(PeriodWords.state)),
                Column(asked.word(PeriodWords.payable), figures: true),
                Column(asked.word(PeriodWords.paid), figures: true),
                Column(asked.word(PeriodWords.disputes), figures: true),
            ],
            rows: periods.reversed().map { overview in
                TableRow(
                    .name(
                        PeriodNames.heading(overview.life.period, asked.language),
                        Addresses.period(overview.life.period)),
                    [
                        .state(PayReading.tag(overview.life.state, asked.language)),
                        .amount(amounts.money(overview.payable)), .amount(amounts.money(overview.paid)),
                        .text(FigureTexts.count(overview.openDisputes, asked.language)),
                    ])
            }, language: asked.language)
    }

    static let choose: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let name = asked.query.text("period")
        let cycle = try asked.site.company.cycle()
        let period = try cycle.payPeriod(name, try cycle.reference())
        return .redirect(Addresses.step("calculate", of: period.description))
    }

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        asked.page(try PeriodModel(asked: asked, reader: permit.reader).page)
    }

    /// Stops the calculation of a period; one that is over stays as it was.
    static let stop: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let period = try cycle.payPeriod(asked.part("period"), try cycle.reference()).description
        if let job = asked.site.calculations.job(of: period) { try asked.site.calculations.stop(job) }
        return .redirect(Addresses.period(period))
    }

    static let payroll: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let period = try cycle.payPeriod(asked.part("period"), company).description
        let sheet = try cycle.payroll(period).sheet(company, in: asked.language.ofTexts)
        return try workbook([sheet], name: "payroll-\(period)", asked)
    }

    /// A workbook to be saved.
    static func workbook(_ sheets: [Sheet], name: String, _ asked: Asked) throws -> Answer {
        .file(
            try SheetXLSX.bytes(sheets, language: asked.language.ofTexts), type: SheetXLSX.mediaType,
            name: name + ".xlsx")
    }
}

/// Counts in tables.
enum FigureTexts {
    static func count(_ count: Int, _ language: PageLanguage) -> String { HTML.FigureText.text(count, in: language) }
}

/// Makes the page of one period.
private struct PeriodModel {
    let asked: Asked
    let reader: Reader
    let cycle: PayCycle
    let company: CompanyModel
    let label: String

    init(asked: Asked, reader: Reader) throws {
        self.asked = asked
        self.reader = reader
        cycle = try asked.site.company.cycle()
        company = try cycle.reference()
        label = try cycle.payPeriod(asked.part("period"), company).description
    }

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: company.currency, language: language) }

    var page: SectionPage {
        get throws {
            let life = try cycle.workspace.read { try $0.life(of: label) }
            var page = SectionPage(
                title: PeriodNames.heading(label, language), state: PayReading.tag(life.state, language),
                path: [NavigationItem(asked.word(SectionWords.periods), Addresses.of(["periods"]))])
            if let done = asked.query["done"].flatMap(StepWords.init(rawValue:)) {
                page.sections.append(.notice(asked.word(done.done), .gain))
            }
            addProgress(to: &page)
            page.lead = try sentence(life)
            let steps = try steps(life)
            page.sections += steps.next.map { [.action($0)] } ?? []
            page.sections.append(.links(steps.others + looks(life)))
            if !life.run.isEmpty { try addRun(life, to: &page) }
            page.sections += try history()
            return page
        }
    }

    private func addProgress(to page: inout SectionPage) {
        switch asked.site.calculations.progress(of: label) {
        case .working(let since, let actor):
            page.refreshAfter = 2
            page.sections.append(
                .panel(
                    StatePanel(
                        .waiting(done: nil), heading: asked.word(PeriodWords.calculating),
                        text: asked.word(PeriodWords.since(asked.shown(since), actor)))))
            if reader.mayAll(.calculate) {
                page.sections.append(
                    .form(
                        SectionForm(
                            name: "stop", heading: asked.word(DataWords.stop),
                            action: Addresses.of(["periods", label, "stop"]), button: asked.word(DataWords.stop),
                            isMain: false)))
            }
        case .failed(let problem):
            asked.site.calculations.forget(label)
            page.sections.append(
                .panel(
                    StatePanel(.error, heading: asked.word(PeriodWords.failed), text: asked.word(problem.text))))
        case nil: break
        }
    }

    /// What stands against the next step, or that nothing does.
    private func sentence(_ life: PeriodLife) throws -> String {
        if let blocked = try blockedByDispute(life) { return blocked }
        guard let next = Self.next(life.state) else { return asked.word(life.state.title.words.asSentence) }
        guard let right = reader.rights[PeriodStepHandler.right(of: next)], right == .all else {
            return asked.word(Problem.forbidden([PeriodStepHandler.right(of: next)]).text)
        }
        guard let refusal = try cycle.refusal(of: PeriodStepHandler.command(next, label, nil), by: reader.principal())
        else { return asked.word(PeriodWords.nothingBlocks) }
        return asked.word(refusal.text.words.asSentence)
    }

    /// Which dispute the approval waits for, and for whom that waits; nil where it waits for none.
    private func blockedByDispute(_ life: PeriodLife) throws -> String? {
        guard life.state == .inReview || life.state == .halfApproved else { return nil }
        let open = try cycle.openDisputes(of: label, company)
        guard let first = open.first else { return nil }
        return asked.word(
            ComparisonWords.blocked(
                first.dispute.number, DisputeHandler.title(of: first.dispute.person, company, language),
                DisputeStandingSections.heads(first, company, language),
                asked.shown(first.records.opened), more: open.count - 1))
    }

    private static func next(_ state: PeriodState) -> StepWords? {
        switch state {
        case .open: .calculate
        case .calculated: .review
        case .inReview, .halfApproved: .approve
        case .approved: .pay
        case .paid: .close
        case .closed: nil
        }
    }

    /// What may be looked at before a step is taken.
    private func looks(_ life: PeriodLife) -> [NavigationItem] {
        guard !life.run.isEmpty else { return [] }
        return [(DifferenceWords.title, "differences"), (OutlierWords.title, "outliers")].map { words, part in
            NavigationItem(asked.word(words), Addresses.of(["periods", label, part]))
        }
    }

    /// The steps that nothing stands against, for this reader.
    private func steps(_ life: PeriodLife) throws -> (next: NavigationItem?, others: [NavigationItem]) {
        var next: NavigationItem?
        var items: [NavigationItem] = []
        for step in StepWords.allCases where reader.mayAll(PeriodStepHandler.right(of: step)) {
            // Opening again always asks for its reason, so it is asked here with one.
            let command = PeriodStepHandler.command(step, label, nil, reason: "?")
            if try cycle.refusal(of: command, by: reader.principal()) == nil,
                step != .calculate || life.state.isBeforePosting
            {
                let item = NavigationItem(asked.word(step.title), Addresses.step(step.rawValue, of: label))
                if step == Self.next(life.state) { next = item } else { items.append(item) }
            }
        }
        if !life.run.isEmpty {
            items.append(NavigationItem(asked.word(PeriodWords.approvalSheet), Addresses.approvalSheet(label)))
        }
        if reader.mayAll(.pay), life.state == .paid || life.state == .closed {
            items.append(
                NavigationItem(asked.word(PeriodWords.payroll), Addresses.of(["periods", label, "payroll"])))
        }
        return (next, items)
    }

    private func addRun(_ life: PeriodLife, to page: inout SectionPage) throws {
        let reviewed = try cycle.reviewed(label)
        // Whoever approves asks for them next.
        if life.state == .inReview || life.state == .halfApproved {
            asked.site.unpaidSellers.begin(reviewed.run, cycle)
        }
        var rows = [SummaryRow(asked.word(PeriodWords.run), .text(String(life.run.prefix(12))))]
        if !life.approvers.isEmpty {
            rows.append(
                SummaryRow(
                    asked.word(PeriodWords.approvers),
                    .name(
                        life.approvers.map { DisputeHandler.title(of: $0, company, language) }.joined(separator: ", "),
                        nil)))
        }
        page.sections.append(.summary(name: "run", heading: asked.word(PeriodWords.run), rows))
        let remarks = remarks(reviewed.run)
        if !remarks.isEmpty {
            page.sections.append(.summary(name: "remarks", heading: asked.word(PeriodWords.remarks), remarks))
        }
        page.sections.append(.table(try people(reviewed)))
    }

    private func remarks(_ run: StoredRun) -> [SummaryRow] {
        let missing = run.withoutValue.prefix(20).map { award, reason in
            SummaryRow(
                DisputeHandler.title(of: award.person, company, language), .text(reason.text[language]),
                change: NavigationItem(
                    asked.word(ru: "Листок", en: "Statement"), Addresses.statement(label, of: award.person)))
        }
        let found = run.findings.prefix(20).map { note in
            SummaryRow(
                note.place.isEmpty ? asked.word(ru: "Компания", en: "Company") : note.place,
                .text(note.message.text[language]), note: note.remedy?[language])
        }
        return Array(missing) + found
    }

    private func people(_ reviewed: PayCycle.Reviewed) throws -> DataTable {
        var total = (Int128(0), Int128(0), Int128(0), Int128(0), Int128(0))
        let rows = try reviewed.people.map { person, pay -> TableRow in
            let parts = [pay.awards, try pay.changes, try pay.withheld, try pay.advances, pay.payable]
            total.0 += Int128(parts[0])
            total.1 += Int128(parts[1])
            total.2 += Int128(parts[2])
            total.3 += Int128(parts[3])
            total.4 += Int128(parts[4])
            return TableRow(
                .name(DisputeHandler.title(of: person, company, language), Addresses.statement(label, of: person)),
                parts.map { .amount(amounts.money($0)) })
        }
        let sums = [total.0, total.1, total.2, total.3, total.4]
        return DataTable(
            name: "people", caption: asked.word(PeriodWords.people) + ", " + company.currency.code,
            columns: [
                Column(asked.word(PeriodWords.person)), Column(asked.word(PeriodWords.awards), figures: true),
                Column(asked.word(PeriodWords.changes), figures: true),
                Column(asked.word(PeriodWords.withheld), figures: true),
                Column(asked.word(PeriodWords.advances), figures: true),
                Column(asked.word(PeriodWords.payable), figures: true),
            ], rows: rows,
            totals: [TableRow(.text(asked.word(PeriodWords.total)), sums.map { .amount(amounts.money($0)) })],
            language: language)
    }

    private func history() throws -> [PageSection] {
        let entries = try cycle.history(HistoryFilter(period: label))
        guard !entries.isEmpty else { return [] }
        return [
            .table(HistoryTable(asked, company).table(entries))
        ]
    }
}

extension PeriodState {
    /// Whether a calculation can still take the place of another one.
    fileprivate var isBeforePosting: Bool {
        switch self {
        case .open, .calculated, .inReview, .halfApproved: true
        case .approved, .paid, .closed: false
        }
    }
}
