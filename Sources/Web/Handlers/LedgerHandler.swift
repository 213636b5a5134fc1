internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Quantities
internal import Storage

/// What stands where, and the entries that brought it there.
enum LedgerHandler {
    static let show: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        var person: String?
        switch permit.subject {
        case .own(let own): person = own
        case .all: person = asked.query["person"].flatMap { $0.isEmpty ? nil : $0 }
        }
        let extract = try asked.site.company.cycle().ledger(person: person)
        return asked.page(try LedgerModel(asked: asked, extract: extract, person: person).page)
    }
}

private struct LedgerModel {
    let asked: Asked
    let extract: LedgerExtract
    let person: String?

    private static let pageSize = 50

    private var language: PageLanguage { asked.language }

    var page: SectionPage {
        get throws {
            var page = SectionPage(title: asked.word(SectionWords.ledger))
            page.lead = person
            guard let currency = extract.currency, !extract.entries.isEmpty else {
                page.sections = [
                    .panel(
                        StatePanel(
                            .empty, heading: asked.word(LedgerWords.none), text: asked.word(LedgerWords.noneText)))
                ]
                return page
            }
            let amounts = Amounts(currency: currency, language: language)
            page.sections = [
                .table(balances(amounts)),
                entries(amounts),
            ]
            return page
        }
    }

    private func balances(_ amounts: Amounts) -> DataTable {
        let totals = extract.balances.totals
        return DataTable(
            name: "balances", caption: asked.word(LedgerWords.balances) + ", " + amounts.currency.code,
            columns: [
                Column(asked.word(LedgerWords.account)), Column(asked.word(LedgerWords.amount), figures: true),
            ],
            rows: Account.allCases.map { account in
                TableRow(.text(account.title[language]), [.amount(amounts.money(totals[account] ?? 0))])
            },
            totals: [
                TableRow(.text(asked.word(LedgerWords.sum)), [.amount(amounts.money(extract.balances.sum))])
            ], language: language)
    }

    /// The latest first, fifty at once.
    private func entries(_ amounts: Amounts) -> PageSection {
        let before = asked.query["before"].flatMap { Int64($0) } ?? .max
        let rest = extract.entries.reversed().drop { $0.number >= before }
        let shown = Array(rest.prefix(Self.pageSize))
        var query: [(name: String, value: String)] = []
        if let person = asked.query["person"] { query.append((name: "person", value: person)) }
        let next = shown.last.flatMap { last -> Address? in
            rest.count > Self.pageSize
                ? Addresses.of(["ledger"], query: query + [(name: "before", value: String(last.number))]) : nil
        }
        let words = LedgerWords.shown(
            HTML.FigureText.text(shown.count, in: language), HTML.FigureText.text(extract.entries.count, in: language))
        return .table(
            table(shown, amounts),
            pages: CursorPages(
                shown: asked.word(words), first: before == .max ? nil : Addresses.of(["ledger"], query: query),
                next: next, in: language))
    }

    private func table(_ entries: [PostedEntry], _ amounts: Amounts) -> DataTable {
        DataTable(
            name: "entries", caption: asked.word(LedgerWords.entries) + ", " + amounts.currency.code,
            columns: [
                Column(asked.word(LedgerWords.number)), Column(asked.word(LedgerWords.period)),
                Column(asked.word(LedgerWords.person)), Column(asked.word(LedgerWords.matter)),
                Column(asked.word(LedgerWords.cause)), Column(asked.word(LedgerWords.from)),
                Column(asked.word(LedgerWords.to)), Column(asked.word(LedgerWords.amount), figures: true),
            ],
            rows: entries.map { posted in
                let entry = posted.entry
                return TableRow(
                    .text(String(posted.number)),
                    [
                        .text(entry.period), .name(entry.obligation.person, nil),
                        .name(entry.obligation.matter.title[language], nil), .text(entry.cause.title[language]),
                        .text(entry.from.title[language]), .text(entry.to.title[language]),
                        .amount(amounts.money(entry.amount)),
                    ])
            }, language: language)
    }
}

/// The chain of records: its end, and whether everything is as it was written.
enum AuditHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        asked.page(try page(asked, permit.reader, nil))
    }

    static let check: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let report = try asked.site.company.workspace.audit()
        return asked.page(try page(asked, permit.reader, report))
    }

    private static func page(_ asked: Asked, _ reader: Reader, _ report: AuditReport?) throws -> SectionPage {
        let cycle = try asked.site.company.cycle()
        let head = try cycle.workspace.read { try $0.auditHead() }
        var page = SectionPage(title: asked.word(SectionWords.audit))
        if let report {
            page.sections.append(
                report.isSound
                    ? .notice(asked.word(LedgerWords.sound), .gain) : .notice(asked.word(LedgerWords.faults), .loss))
            page.sections += report.faults.prefix(50).map { .notice($0.text[asked.language], .loss) }
        }
        page.sections.append(
            .summary(
                name: "head", heading: asked.word(LedgerWords.head),
                [
                    SummaryRow(asked.word(LedgerWords.record), .text(String(head.number))),
                    SummaryRow(
                        asked.word(LedgerWords.digest), .text(head.digest), note: asked.word(LedgerWords.headText)),
                ]))
        if reader.mayAll(.checkRecords) {
            page.sections.append(
                .form(
                    SectionForm(
                        name: "check", heading: asked.word(LedgerWords.check),
                        action: Addresses.of(["audit", "checks"]), button: asked.word(LedgerWords.check),
                        isMain: false)))
        }
        // What was done names people and sums, which the keeper of the system does not see.
        if reader.mayAll(.readLedger) {
            let company = try cycle.reference()
            let entries = Array(try cycle.history().suffix(100))
            page.sections.append(
                .table(HistoryTable(asked, company).table(entries)))
        }
        return page
    }
}
