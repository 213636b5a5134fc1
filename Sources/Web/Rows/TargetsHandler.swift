internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Targets of one metric as a grid: people and units down, periods across.
enum TargetsHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let grid = try TargetGrid(asked, asked.query, permit.reader.mayAll(.setTargets) ? .writing : .looking)
        var page = try grid.page(isSaved: asked.query["done"] != nil)
        if permit.reader.mayAll(.setTargets) { page.sections += try TargetProposalsHandler.waiting(grid) }
        return asked.page(page)
    }

    static let save: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let grid = try TargetGrid(asked, asked.form, .writing)
        let (sheets, errors) = try grid.written()
        guard errors.isEmpty else { return asked.page(try grid.page(errors), status: 422) }
        guard asked.form.text("digest") == grid.digest else {
            return asked.page(try grid.page(grid.conflicts, isConflict: true), status: 412)
        }
        let writing = RowWriting(cycle: grid.cycle, principal: permit.reader.principal())
        for (place, sheet) in sheets.enumerated() {
            let found = try writing.write(sheet) { books in
                // Asked again where it is written, since somebody may have come in between; not of what was written just before.
                guard try place > 0 || TargetGrid.digest(grid.keys, books) == grid.digest else {
                    throw Refusal.rowsMovedOn
                }
            }
            if let first = found.first {
                let error = FieldError(field: grid.firstChanged ?? "", first.message[asked.language].beginning)
                return asked.page(try grid.page([error]), status: 422)
            }
        }
        return .redirect(grid.address(isDone: true))
    }
}

/// A part of the targets of a metric, with what stands there.
struct TargetGrid {
    let asked: Asked
    let cycle: PayCycle
    let company: CompanyModel
    private let purpose: Purpose
    let metric: Metric
    private let periods: [Period]
    private let subjects: [(id: String, title: String)]
    private let hasMore: Bool
    private let first: Int
    private let rows: [String: RowSince]

    /// What somebody does with it.
    enum Purpose {
        /// Looks.
        case looking
        /// Writes targets.
        case writing
        /// Proposes targets of people; what stands in a cell is what was proposed.
        case proposing(people: (DayRange) -> Set<Int32>, TargetProposals)
    }

    /// Values by the keys of targets.
    typealias TargetProposals = [String: String]

    /// Periods beside each other.
    private static let width = 6
    /// People and units below each other.
    private static let height = 30

    /// - Parameter fields: Where metric, first period and first row are named.
    init(_ asked: Asked, _ fields: FormFields, _ purpose: Purpose) throws {
        self.asked = asked
        self.purpose = purpose
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        (self.cycle, self.company) = (cycle, company)
        let known = company.targets.values.keys
        let name = fields.text("metric")
        let usual = known.map(\.metric).min().map { company.metrics[$0] } ?? company.metrics.first
        guard let metric = company.metrics.first(where: { $0.name == name }) ?? (name.isEmpty ? usual : nil) else {
            throw Problem.absent
        }
        self.metric = metric
        let number = company.metric(named: metric.name)
        let kinds = Dictionary(grouping: known.filter { $0.metric == number && $0.period != .all }, by: \.period.kind)
        let kind =
            kinds.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }?.key
            ?? company.ledgerRules.period
        let periods = try Self.periods(from: fields.text("from"), kind, asked, company)
        self.periods = periods
        let all = Self.subjects(company, periods, asked.language, purpose)
        first = max(0, Int(fields.text("first")) ?? 0)
        subjects = Array(all.dropFirst(first).prefix(Self.height))
        hasMore = all.count > first + subjects.count
        let keys = subjects.flatMap { subject in periods.map { Self.key(metric.name, subject.id, $0) } }
        let found = try cycle.workspace.read { try $0.rows(of: "targets", keys: keys) }
        rows = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
        self.keys = keys
        digest = RowDigest.of(found)
    }

    /// The keys of all cells.
    let keys: [String]
    /// What stands in them.
    let digest: String

    /// What stands in cells now.
    static func digest(_ keys: [String], _ books: ReadTransaction) throws -> String {
        RowDigest.of(try books.rows(of: "targets", keys: keys))
    }

    private static func key(_ metric: String, _ subject: String, _ period: Period) -> String {
        [metric, subject, period.description].joined(separator: "\u{1F}")
    }

    private static func periods(
        from label: String, _ kind: PeriodKind, _ asked: Asked, _ company: CompanyModel
    ) throws -> [Period] {
        let start: Period?
        if label.isEmpty {
            let now = company.calendar.period(kind, containing: asked.site.today)
            start = now.flatMap { company.calendar.period(after: $0, by: -1) } ?? now
        } else {
            start = company.calendar.parse(label).flatMap { $0.description == label && $0.kind == kind ? $0 : nil }
        }
        guard let start else { throw Problem.absent }
        return (0..<width).compactMap { company.calendar.period(after: start, by: $0) }
    }

    /// Units, then people who work there in these periods.
    private static func subjects(
        _ company: CompanyModel, _ periods: [Period], _ language: PageLanguage, _ purpose: Purpose
    ) -> [(id: String, title: String)] {
        guard let from = periods.first?.range.from, let until = periods.last?.range.until,
            let range = DayRange(from: from, until: until)
        else { return [] }
        let people = Set(company.organisation.assignments.filter { $0.validity.overlaps(range) }.map(\.person))
        func sorted(_ table: RecordTable, _ numbers: some Sequence<Int32>) -> [(id: String, title: String)] {
            numbers.map { (id: table.id($0), title: table.title($0)[language]) }
                .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        }
        if case .proposing(let own, _) = purpose { return sorted(company.people, people.intersection(own(range))) }
        return sorted(company.units, 0..<Int32(company.units.count)) + sorted(company.people, people)
    }

    // MARK: What was written

    func field(_ subject: String, _ period: Period) -> String { "v." + subject + "." + period.description }

    private func shown(_ subject: String, _ period: Period) -> String {
        let key = Self.key(metric.name, subject, period)
        var value = rows[key]?.cell("value") ?? ""
        if case .proposing(_, let proposals) = purpose { value = proposals[key] ?? "" }
        return EnteredNumber.shown(value, asked.language)
    }

    /// The target that holds now.
    private func standing(_ subject: String, _ period: Period) -> String {
        EnteredNumber.shown(rows[Self.key(metric.name, subject, period)]?.cell("value") ?? "", asked.language)
    }

    /// The cells in which somebody has written something else than stands there.
    var changed: [(subject: String, period: Period, text: String)] {
        subjects.flatMap { subject in
            periods.compactMap { period in
                let name = field(subject.id, period)
                guard asked.form[name] != nil else { return nil }
                let text = asked.form.text(name)
                // What was shown to him decides, not what has come since.
                let before = asked.form["o." + name] ?? shown(subject.id, period)
                return text == before ? nil : (subject.id, period, text)
            }
        }
    }

    /// The field of the first change.
    var firstChanged: String? { changed.first.map { field($0.subject, $0.period) } }

    /// The rows to be written, by source; what is no number is told at its field.
    func written() throws -> ([RowWriting.Sheet], [FieldError]) {
        var sheets: [String: RowWriting.Sheet] = [:]
        var errors: [FieldError] = []
        for (subject, period, text) in changed {
            let key = Self.key(metric.name, subject, period)
            let source = rows[key]?.source ?? ""
            var sheet =
                sheets[source]
                ?? RowWriting.Sheet(
                    kind: "targets", columns: ["metric", "subject", "period", "value"], source: source)
            if text.isEmpty {
                if rows[key] != nil { sheet.gone.insert(key) }
            } else if let plain = EnteredNumber.plain(text, asked.language) {
                sheet.rows.append([metric.name, subject, period.description, plain])
            } else {
                errors.append(FieldError(field: field(subject, period), asked.word(TargetWords.noNumber)))
                continue
            }
            sheets[source] = sheet
        }
        return (sheets.values.filter { !$0.rows.isEmpty || !$0.gone.isEmpty }.sorted { $0.source < $1.source }, errors)
    }

    /// Where somebody else has written since, at the fields that he and the reader have both changed.
    var conflicts: [FieldError] {
        changed.compactMap { subject, period, _ in
            let name = field(subject, period)
            let now = shown(subject, period)
            guard let before = asked.form["o." + name], before != now else { return nil }
            return FieldError(field: name, asked.word(TargetWords.standsNow(now.isEmpty ? "—" : now)))
        }
    }

    // MARK: The page

    /// The grid; what the reader has written stays in it.
    func page(_ errors: [FieldError] = [], isSaved: Bool = false, isConflict: Bool = false) throws -> SectionPage {
        var page = SectionPage(
            title: asked.word(isProposing ? TargetWords.propose : TargetWords.targets),
            path: isProposing
                ? [NavigationItem(asked.word(SectionWords.team), Addresses.of(["team"]))]
                : [NavigationItem(asked.word(DataWords.data), Addresses.of(["data"]))],
            lead: metric.title[asked.language] + unit)
        if isSaved {
            page.sections.append(.notice(asked.word(isProposing ? TargetWords.proposed : TargetWords.saved), .gain))
        }
        if isConflict { page.sections.append(.notice(asked.word(TargetWords.conflict), .warn)) }
        page.sections.append(.form(choice))
        if subjects.isEmpty {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(TargetWords.nobody), text: asked.word(TargetWords.nobodyText))))
            return page
        }
        switch purpose {
        case .looking: page.sections.append(.table(table))
        case .writing: page.sections.append(.grid(grid(errors)))
        case .proposing: page.sections += [.grid(grid(errors)), .table(table)]
        }
        page.sections.append(.links(ways))
        return page
    }

    private var isProposing: Bool {
        if case .proposing = purpose { true } else { false }
    }

    private var path: [String] { isProposing ? ["team", "targets"] : ["data", "targets"] }

    private var unit: String {
        metric.unit.isPercent ? ", %" : metric.unit.unit.isPlain ? "" : ", \(metric.unit.unit)"
    }

    private var choice: SectionForm {
        SectionForm(
            name: "metric", heading: asked.word(TargetWords.which), action: Addresses.of(path),
            method: .get,
            fields: [
                .field(
                    FormField(
                        name: "metric", label: asked.word(TargetWords.metric),
                        control: .list(
                            company.metrics.map { Choice($0.name, $0.title[asked.language]) }, chosen: metric.name),
                        in: asked.language)),
                .field(
                    FormField(
                        name: "from", label: asked.word(TargetWords.from), hint: asked.word(TargetWords.fromHint),
                        isOptional: true, control: .line(value: periods.first?.description ?? ""), in: asked.language)),
            ], button: asked.word(TargetWords.show), isMain: false)
    }

    private var headings: [String] { periods.map { PeriodNames.heading($0.description, asked.language) } }

    private func grid(_ errors: [FieldError]) -> GridForm {
        // What was written is kept, and beside it what stood there when it was.
        var hidden = place + [(name: "digest", value: digest)]
        let written = Set(changed.map { field($0.subject, $0.period) })
        let rows = subjects.map { subject in
            GridForm.Row(
                subject.title,
                periods.map { period in
                    let name = field(subject.id, period)
                    let now = shown(subject.id, period)
                    hidden.append((name: "o." + name, value: now))
                    return GridForm.Field(name, written.contains(name) ? asked.form.text(name) : now)
                })
        }
        return GridForm(
            name: "targets",
            heading: asked.word(isProposing ? TargetWords.propose : TargetWords.targets) + ": "
                + metric.title[asked.language],
            text: [asked.word(isProposing ? TargetWords.proposeText : TargetWords.text)], action: Addresses.of(path),
            hidden: hidden,
            corner: asked.word(TargetWords.whose), columns: headings, rows: rows, errors: errors,
            button: asked.word(isProposing ? TargetWords.propose : TargetWords.save))
    }

    private var table: DataTable {
        DataTable(
            name: "stand", caption: asked.word(TargetWords.targets) + ": " + metric.title[asked.language],
            columns: [Column(asked.word(TargetWords.whose))] + headings.map { Column($0, figures: true) },
            rows: subjects.map { subject in
                TableRow(.name(subject.title, nil), periods.map { .text(standing(subject.id, $0)) })
            }, language: asked.language)
    }

    private var place: [(name: String, value: String)] {
        [
            (name: "metric", value: metric.name), (name: "from", value: periods.first?.description ?? ""),
            (name: "first", value: String(first)),
        ]
    }

    /// Its address.
    func address(isDone: Bool = false) -> Address {
        Addresses.of(path, query: place + (isDone ? [(name: "done", value: "1")] : []))
    }

    private var ways: [NavigationItem] {
        func way(_ words: Words, _ from: Period?, _ first: Int) -> NavigationItem? {
            from.map { from in
                NavigationItem(
                    asked.word(words),
                    Addresses.of(
                        path,
                        query: [
                            (name: "metric", value: metric.name), (name: "from", value: from.description),
                            (name: "first", value: String(first)),
                        ]))
            }
        }
        let start = periods.first
        return [
            way(TargetWords.earlier, start.flatMap { company.calendar.period(after: $0, by: -Self.width) }, first),
            way(TargetWords.following, start.flatMap { company.calendar.period(after: $0, by: Self.width) }, first),
            first > 0 ? way(TargetWords.before, start, max(0, first - Self.height)) : nil,
            hasMore ? way(TargetWords.after, start, first + Self.height) : nil,
        ].compactMap(\.self)
    }
}
