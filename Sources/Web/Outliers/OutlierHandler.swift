internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// What is unusual in the run of a period, to be looked at before it is approved.
enum OutlierHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        asked.page(try await page(asked, permit.reader))
    }

    static let mark: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let period = try cycle.payPeriod(asked.part("period"), try cycle.reference()).description
        let word = asked.form.text("word")
        let key = asked.form.text("outlier")
        guard !word.isEmpty else {
            let errors = [FieldError(field: "word", asked.word(OutlierWords.wordMissing))]
            return asked.page(try await page(asked, permit.reader, marking: key, errors), status: 422)
        }
        guard try await found(period, cycle, asked).contains(where: { $0.key == key }) else { throw Problem.absent }
        try cycle.markSeen(key, of: period, word: String(word.prefix(500)), by: permit.reader.principal())
        return .redirect(Addresses.of(["periods", period, "outliers"]))
    }

    /// What is unusual in a period's run.
    static func found(_ period: String, _ cycle: PayCycle, _ asked: Asked) async throws -> [Outlier] {
        let run = try cycle.reviewed(period).run
        let sellers = try await asked.site.unpaidSellers.found(run, cycle)
        return try cycle.outliers(of: period) { sellers.intersection($0) }
    }

    /// The same as far as it is known within a moment: whatever needs the rows of the company is looked for aside.
    private static func foundSoFar(
        _ period: String, _ cycle: PayCycle, _ asked: Asked
    ) async throws -> (outliers: [Outlier], isWhole: Bool) {
        let sellers = try await asked.site.unpaidSellers.settled(try cycle.reviewed(period).run, cycle)
        return (try cycle.outliers(of: period) { sellers?.intersection($0) ?? [] }, sellers != nil)
    }

    private static func page(
        _ asked: Asked, _ reader: Reader, marking key: String? = nil, _ errors: [FieldError] = []
    ) async throws -> SectionPage {
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let period = try cycle.payPeriod(asked.part("period"), company).description
        var page = SectionPage(
            title: asked.word(OutlierWords.title) + ", " + PeriodNames.title(period, asked.language),
            path: [
                NavigationItem(asked.word(SectionWords.periods), Addresses.of(["periods"])),
                NavigationItem(PeriodNames.title(period, asked.language), Addresses.period(period)),
            ])
        let life = try cycle.workspace.read { try $0.life(of: period) }
        guard !life.run.isEmpty else {
            page.sections = [
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(OutlierWords.notCalculated),
                        text: asked.word(OutlierWords.notCalculatedText)))
            ]
            return page
        }
        let (outliers, isWhole) = try await foundSoFar(period, cycle, asked)
        if !isWhole {
            page.refreshAfter = 3
            page.sections.append(.notice(asked.word(OutlierWords.lookedFor), .info))
        }
        let open = outliers.filter { $0.seen == nil }
        page.lead = asked.word(outliers.isEmpty ? OutlierWords.none : OutlierWords.open(open.count, outliers.count))
        let mayMark = reader.mayAll(.review) || reader.mayAll(.approve)
        if mayMark, let chosen = key ?? asked.query["mark"], let outlier = outliers.first(where: { $0.key == chosen }) {
            page.sections.append(.form(form(outlier, period, company, asked, errors)))
        }
        if !outliers.isEmpty {
            page.sections.append(
                .table(table(open + outliers.filter { $0.seen != nil }, period, company, asked, mayMark)))
        }
        return page
    }

    private static func form(
        _ outlier: Outlier, _ period: String, _ company: CompanyModel, _ asked: Asked, _ errors: [FieldError]
    ) -> SectionForm {
        SectionForm(
            name: "mark",
            heading: asked.word(OutlierWords.kind(outlier.kind.rawValue)) + ": "
                + DisputeHandler.title(of: outlier.person, company, asked.language),
            text: [outlier.note[asked.language].beginning + "."],
            action: Addresses.of(["periods", period, "outliers"]), hidden: [(name: "outlier", value: outlier.key)],
            fields: [
                .field(
                    FormField(
                        name: "word", label: asked.word(OutlierWords.word), hint: asked.word(OutlierWords.wordHint),
                        errors: errors, control: .line(value: asked.form.text("word")), in: asked.language))
            ], errors: errors, button: asked.word(OutlierWords.mark))
    }

    private static func table(
        _ outliers: [Outlier], _ period: String, _ company: CompanyModel, _ asked: Asked, _ mayMark: Bool
    ) -> DataTable {
        let amounts = Amounts(currency: company.currency, language: asked.language)
        return DataTable(
            name: "outliers", caption: asked.word(OutlierWords.title) + ", " + company.currency.code,
            columns: [
                Column(asked.word(PeriodWords.person)), Column(asked.word(OutlierWords.what)),
                Column(asked.word(OutlierWords.amount), figures: true),
                Column(asked.word(OutlierWords.median), figures: true), Column(asked.word(OutlierWords.note)),
                Column(asked.word(OutlierWords.seen)),
            ],
            rows: outliers.map { outlier in
                TableRow(
                    .name(
                        DisputeHandler.title(of: outlier.person, company, asked.language),
                        Addresses.statement(period, of: outlier.person)),
                    [
                        .text(asked.word(OutlierWords.kind(outlier.kind.rawValue))),
                        .amount(amounts.money(outlier.amount)),
                        outlier.median.map { .amount(amounts.money($0)) } ?? .empty,
                        .name(outlier.note[asked.language], nil), seen(outlier, period, company, asked, mayMark),
                    ])
            }, language: asked.language)
    }

    private static func seen(
        _ outlier: Outlier, _ period: String, _ company: CompanyModel, _ asked: Asked, _ mayMark: Bool
    ) -> Cell {
        if let seen = outlier.seen {
            let actor = DisputeHandler.title(of: seen.actor, company, asked.language)
            return .name("\(seen.word) (\(actor), \(asked.shown(seen.at)))", nil)
        }
        guard mayMark else { return .state(StateTag(asked.word(OutlierWords.notSeen), .warn)) }
        return .name(
            asked.word(OutlierWords.mark),
            Addresses.of(["periods", period, "outliers"], query: [(name: "mark", value: outlier.key)]))
    }

    /// For the page where a period is approved: what nobody has looked at yet, as a row with the way there.
    static func row(_ period: String, _ cycle: PayCycle, _ asked: Asked) async throws -> SummaryRow {
        let (outliers, isWhole) = try await foundSoFar(period, cycle, asked)
        let open = outliers.count { $0.seen == nil }
        return SummaryRow(
            asked.word(OutlierWords.title),
            open == 0 && isWhole
                ? .text(asked.word(OutlierWords.allSeen))
                : .state(StateTag(OutlierWords.unseen.text(open, in: asked.language), .warn)),
            note: isWhole ? nil : asked.word(OutlierWords.lookedFor),
            change: NavigationItem(asked.word(OutlierWords.look), Addresses.of(["periods", period, "outliers"])))
    }
}
