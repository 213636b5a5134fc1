internal import Company
internal import Formulas
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// What has come in, from where, and how old it is.
enum DataHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let rows = try cycle.workspace.read { try $0.rowCounts() }
        var page = SectionPage(title: asked.word(DataWords.data))
        page.sections = [
            .action(NavigationItem(asked.word(DataWords.bring), Addresses.of(["data", "imports"]))),
            .links([
                NavigationItem(asked.word(TargetWords.targets), Addresses.of(["data", "targets"])),
                NavigationItem(asked.word(TargetWords.assignments), Addresses.of(["data", "assignments"])),
            ]),
        ]
        let waiting = asked.site.uploads.kept().filter { $0.done == nil }
        if !waiting.isEmpty {
            page.sections.append(.notice(asked.word(DataWords.unconfirmed), .info))
            page.sections.append(
                .links(waiting.prefix(10).map { NavigationItem($0.name, ImportHandler.address($0.id)) }))
        }
        if rows.isEmpty {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(DataWords.nothing), text: asked.word(DataWords.nothingText))))
            return asked.page(page)
        }
        let company = try cycle.reference()
        let imports = LastImports(try cycle.history())
        page.sections.append(.table(table(rows, imports, company, asked)))
        return asked.page(page)
    }

    private static func table(
        _ rows: [TableRows], _ imports: LastImports, _ company: CompanyModel, _ asked: Asked
    ) -> DataTable {
        DataTable(
            name: "sources", caption: asked.word(DataWords.sources),
            columns: [
                Column(asked.word(DataWords.table)), Column(asked.word(DataWords.source)),
                Column(asked.word(DataWords.rows), figures: true), Column(asked.word(DataWords.last)),
                Column(asked.word(DataWords.age)), Column(asked.word(DataWords.who)),
            ],
            rows: rows.map { own in
                let last = imports.last(own.kind, own.source)
                return TableRow(
                    .text(title(of: own.kind, company, asked.language)),
                    [
                        .name(own.source.isEmpty ? asked.word(DataWords.own) : own.source, nil),
                        .text(FigureTexts.count(own.count, asked.language)),
                        .text(last.map { String($0.at.prefix(16)).replacing("T", with: " ") } ?? "—"),
                        age(last, of: own.kind, company, asked),
                        .name(last.map { DisputeHandler.title(of: $0.actor, company, asked.language) } ?? "—", nil),
                    ])
            }, language: asked.language)
    }

    /// A table as people call it, with its own name.
    static func title(of kind: String, _ company: CompanyModel, _ language: PageLanguage) -> String {
        guard let event = company.eventKinds.first(where: { $0.name == kind }), event.title[language] != kind else {
            return kind
        }
        return event.title[language] + " (" + kind + ")"
    }

    private static func age(
        _ last: HistoryEntry?, of kind: String, _ company: CompanyModel, _ asked: Asked
    ) -> Cell {
        guard let last, let day = CivilDay(parsing: last.at.prefix(10)) else { return .text("—") }
        let days = Int(asked.site.today.number - day.number)
        let words =
            days <= 0 ? asked.word(DataWords.today) : DataWords.days.text(days, in: asked.language)
        guard let metric = company.strictest(readFrom: kind), let most = metric.card.maxAge, days > most else {
            return .text(words)
        }
        return .state(
            StateTag(
                asked.word(
                    DataWords.tooOld(
                        words + " > " + DataWords.days.text(most, in: asked.language), metric.title[asked.language])),
                .warn))
    }
}

/// The last import of each table from each source.
private struct LastImports {
    private var known: [String: HistoryEntry] = [:]

    init(_ entries: [HistoryEntry]) {
        for entry in entries {
            guard case .imported(let source, let counts) = entry.deed else { continue }
            for kind in counts.keys { known[kind + "\u{1F}" + source] = entry }
        }
    }

    func last(_ kind: String, _ source: String) -> HistoryEntry? { known[kind + "\u{1F}" + source] }
}

extension CompanyModel {
    /// The metric with the smallest age that its card allows, among those that are read from a table.
    fileprivate func strictest(readFrom kind: String) -> Metric? {
        metrics.filter { metric in
            guard metric.card.maxAge != nil else { return false }
            switch metric.source {
            case .entered: return kind == "entered"
            case .formula(let formula): return reads(formula, kind)
            }
        }.min { ($0.card.maxAge ?? .max) < ($1.card.maxAge ?? .max) }
    }

    /// Whether a formula asks for rows of a table, by itself or through other metrics; circles are refused when a company is read.
    private func reads(_ formula: Checked<Measure>, _ kind: String) -> Bool {
        formula.references.contains { reference in
            switch reference {
            case .aggregate(let number): eventKinds[aggregates[number].event].name == kind
            case .metric(let number):
                switch metrics[number].source {
                case .entered: kind == "entered"
                case .formula(let inner): reads(inner, kind)
                }
            case .window(_, let inner), .subject(_, let inner): reads(inner, kind)
            case .target, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
