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

/// What an import would do, as sections of the file's page: rows, pay, and the button that does it.
struct ImportTrial {
    let asked: Asked
    let upload: KeptUpload
    let looked: Looked
    let tried: Tried

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: tried.currency, language: language) }
    private var written: Int { tried.imported.report.total.written }

    func add(to page: inout SectionPage) throws {
        let moved = tried.pay.byPerson.filter(\.sides.differ)
        let people = DataWords.people.text(moved.count, in: language)
        let sum = tried.pay.total.difference
        page.sections.append(
            written == 0
                ? .notice(asked.word(DataWords.nothingNew), .info)
                : .notice(
                    moved.isEmpty
                        ? asked.word(DataWords.noPay)
                        : asked.word(DataWords.sentence(people, amounts.changeText(sum))), .info))
        page.sections.append(.table(ImportTables(asked: asked).counts(counts)))
        if tried.imported.leftMissing || upload.isComplete && !looked.setAside.isEmpty {
            page.sections.append(.notice(asked.word(DataWords.notCancelled), .warn))
        }
        page.sections += cancelled
        if !moved.isEmpty {
            page.sections.append(.table(byPerson(moved)))
            page.sections.append(.table(byAward))
            if try hasPosted() { page.sections.append(.text([asked.word(DataWords.posted)])) }
        }
        page.sections += doubts
        if written > 0 { page.sections.append(.form(confirmation)) }
    }

    /// The counts, with the rows that could not be read among those set aside.
    private var counts: [String: [Int]] {
        var counts = tried.imported.countsByTable
        if let kind = looked.kind?.name, !looked.setAside.isEmpty {
            let table = counts[kind] == nil ? counts.keys.sorted().first ?? kind : kind
            var own = counts[table] ?? [0, 0, 0, 0, 0]
            own[4] += looked.setAside.count
            counts[table] = own
        }
        return counts
    }

    private var cancelled: [PageSection] {
        let kinds = tried.imported.report.counts.filter { $0.value.cancelled > 0 }
        guard !kinds.isEmpty else { return [] }
        let keys = kinds.keys.sorted().map { kind -> String in
            let shown = (tried.gone[kind] ?? []).map { $0.replacing("\u{1F}", with: " ") }
            return kind + ": " + shown.joined(separator: ", ")
        }
        return [.text([asked.word(DataWords.cancels) + ":"] + keys)]
    }

    private var doubts: [PageSection] {
        let told = tried.imported.diagnostics.filter { $0.severity != .error && $0.place?.file == upload.path }
        guard !told.isEmpty else { return [] }
        return [
            .text([asked.word(DataWords.notes) + ":"] + told.prefix(10).map { "– " + $0.message[language].beginning })
        ]
    }

    private var confirmation: SectionForm {
        SectionForm(
            name: "confirmation", heading: asked.word(DataWords.confirm), text: [asked.word(DataWords.confirmText)],
            action: ImportHandler.address(upload.id, "confirmation"),
            hidden: [(name: "head", value: String(tried.head))],
            button: asked.word(DataWords.confirmRows(DataWords.rowCount.text(written, in: language))),
            key: asked.site.keys.draw())
    }

    // MARK: Pay

    private func byPerson(_ moved: [PayComparison.Total]) -> DataTable {
        let rows = moved.prefix(ImportTables.most).map { total in
            TableRow(
                .name(tried.names[total.person]?[language] ?? total.person, nil), cells(total.sides))
        }
        var total = tried.pay.total
        total.now = total.now ?? PayComparison.Pay()
        total.then = total.then ?? PayComparison.Pay()
        return DataTable(
            name: "pay", caption: asked.word(DataWords.pay) + ", " + tried.currency.code,
            columns: [Column(asked.word(DataWords.person))] + sides, rows: rows,
            totals: [TableRow(.text(asked.word(DataWords.everybody)), cells(total))], language: language)
    }

    private var byAward: DataTable {
        let rows = tried.pay.moved.prefix(ImportTables.most).map { award in
            let plan = tried.plans[award.key.plan]
            let component = plan?.components[award.key.component]?[language] ?? award.key.component
            return TableRow(
                .name(tried.names[award.key.person]?[language] ?? award.key.person, nil),
                [
                    .text(PeriodNames.title(award.key.period.description, language)),
                    .name((plan?.title[language] ?? award.key.plan) + ": " + component, nil),
                ] + cells(award.sides))
        }
        return DataTable(
            name: "awards", caption: asked.word(DataWords.awards) + ", " + tried.currency.code,
            columns: [
                Column(asked.word(DataWords.person)), Column(asked.word(DataWords.period)),
                Column(asked.word(DataWords.award)),
            ] + sides, rows: Array(rows), language: language)
    }

    private var sides: [Column] {
        [DataWords.now, DataWords.then, DataWords.difference].map { Column(asked.word($0), figures: true) }
    }

    private func cells(_ sides: PayComparison.Sides) -> [Cell] {
        [amount(sides.now), amount(sides.then), .amount(amounts.change(sides.difference))]
    }

    private func amount(_ pay: PayComparison.Pay?) -> Cell {
        guard let pay else { return .amount(amounts.absent(asked.word(DataWords.notPaid))) }
        guard let reason = pay.reasons.first, pay.minorUnits == 0 else { return .amount(amounts.money(pay.minorUnits)) }
        return .amount(amounts.absent(reason.text[language]))
    }

    /// Whether some of it would be a correction.
    private func hasPosted() throws -> Bool {
        let cycle = try asked.site.company.cycle()
        let posted = Set(try cycle.workspace.read { try $0.periods() }.filter { !$0.postedRun.isEmpty }.map(\.period))
        return tried.pay.moved.contains { posted.contains($0.key.period.description) }
    }
}
