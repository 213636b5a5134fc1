internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Who holds which position in which unit under whom, with the days.
enum AssignmentsHandler {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        asked.page(try AssignmentList(asked).page)
    }

    static let form: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        asked.page(try AssignmentForm(asked).page())
    }

    static let save: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let form = try AssignmentForm(asked)
        guard asked.form.text("digest") == form.digest else {
            return asked.page(form.page(isConflict: true), status: 412)
        }
        let errors = form.missing
        guard errors.isEmpty else { return asked.page(form.page(errors), status: 422) }
        let writing = RowWriting(cycle: form.cycle, principal: permit.reader.principal())
        let found = try writing.write(form.sheet) { books in
            guard try AssignmentForm.digest(form.key, books) == form.digest else { throw Refusal.rowsMovedOn }
        }
        guard found.isEmpty else {
            let told = found.map { fault in
                FieldError(
                    field: form.field(of: fault),
                    [fault.message[asked.language].beginning, fault.remedy?[asked.language]].compactMap { $0 }
                        .joined(separator: "; "))
            }
            return asked.page(form.page(Array(told.prefix(5))), status: 422)
        }
        return .redirect(Addresses.of(["data", "assignments"], query: [(name: "done", value: "1")]))
    }
}

/// The assignments that are kept.
struct KeptAssignments {
    /// One of them.
    struct Row {
        let number: Int64
        let key: String
        let source: String
        let cells: [String: String]
    }

    let rows: [Row]

    init(_ books: ReadTransaction) throws {
        let positions = try books.positions(of: "assignments")
        var rows: [Row] = []
        for source in try books.sourcesOfTables()["assignments"] ?? [] {
            for table in try books.tables(where: { $0 == "assignments" && $1 == source }) {
                rows += table.rows.map { row in
                    Row(
                        number: positions[row.key] ?? 0, key: row.key, source: source,
                        cells: Dictionary(zip(table.columns, row.cells)) { first, _ in first })
                }
            }
        }
        self.rows = rows.sorted { $0.number < $1.number }
    }
}

/// The list of assignments.
private struct AssignmentList {
    let asked: Asked
    let company: CompanyModel
    let rows: [KeptAssignments.Row]
    private static let most = 200

    init(_ asked: Asked) throws {
        self.asked = asked
        let cycle = try asked.site.company.cycle()
        company = try cycle.reference()
        let today = asked.site.today.description
        let all = try cycle.workspace.read { try KeptAssignments($0) }.rows
        rows =
            asked.query["all"] != nil
            ? all
            : all.filter { row in
                let until = row.cells["until"] ?? ""
                return until.isEmpty || until > today
            }
    }

    private var isAll: Bool { asked.query["all"] != nil }
    private var first: Int { max(0, Int(asked.query.text("first")) ?? 0) }

    var page: SectionPage {
        var page = SectionPage(
            title: asked.word(TargetWords.assignments),
            path: [NavigationItem(asked.word(DataWords.data), Addresses.of(["data"]))])
        if asked.query["done"] != nil { page.sections.append(.notice(asked.word(TargetWords.savedAssignment), .gain)) }
        page.sections += [
            .action(
                NavigationItem(
                    asked.word(TargetWords.newAssignment), Addresses.of(["data", "assignments", "new"]))),
            .links([
                isAll
                    ? NavigationItem(asked.word(TargetWords.today), Addresses.of(["data", "assignments"]))
                    : NavigationItem(
                        asked.word(TargetWords.everyDay),
                        Addresses.of(["data", "assignments"], query: [(name: "all", value: "1")]))
            ]),
        ]
        guard !rows.isEmpty else {
            page.sections.append(
                .panel(
                    StatePanel(.empty, heading: asked.word(TargetWords.none), text: asked.word(TargetWords.noneText))))
            return page
        }
        page.sections.append(.table(table, pages: pages))
        return page
    }

    private var pages: CursorPages? {
        guard rows.count > Self.most else { return nil }
        func address(_ first: Int) -> Address {
            Addresses.of(
                ["data", "assignments"],
                query: (isAll ? [(name: "all", value: "1")] : []) + [(name: "first", value: String(first))])
        }
        let last = min(rows.count, first + Self.most)
        let shown = LedgerWords.shown(
            FigureTexts.count(max(0, last - first), asked.language), FigureTexts.count(rows.count, asked.language))
        return CursorPages(
            shown: asked.word(shown), first: first > 0 ? address(0) : nil,
            next: last < rows.count ? address(last) : nil, in: asked.language)
    }

    private var table: DataTable {
        DataTable(
            name: "assignments", caption: asked.word(TargetWords.assignments),
            columns: [
                TargetWords.person, TargetWords.position, TargetWords.unit, TargetWords.manager, TargetWords.start,
                TargetWords.end, TargetWords.share,
            ].map { Column(asked.word($0)) },
            rows: rows.dropFirst(first).prefix(Self.most).map { row in
                TableRow(
                    .name(
                        title("person", row.cells["person"]),
                        Addresses.of(["data", "assignments", String(row.number)])),
                    [
                        .name(title("position", row.cells["position"]), nil),
                        .name(title("unit", row.cells["unit"]), nil),
                        .name(title("person", row.cells["manager"]), nil), .text(row.cells["from"] ?? ""),
                        .text(row.cells["until"] ?? ""), .text(row.cells["share"] ?? ""),
                    ])
            }, language: asked.language)
    }

    private func title(_ kind: String, _ id: String?) -> String {
        guard let id, !id.isEmpty else { return "" }
        let table = company.records(kind)
        return table.number(of: id).map { table.title($0)[asked.language] } ?? id
    }
}

/// One assignment as a form, or a new one.
private struct AssignmentForm {
    let asked: Asked
    let cycle: PayCycle
    private let company: CompanyModel
    private let row: KeptAssignments.Row?
    /// What identifies it; empty for a new one.
    let key: String
    /// What it was when it was shown.
    let digest: String

    private static let fixed = ["person", "position", "unit", "from"]

    init(_ asked: Asked) throws {
        self.asked = asked
        cycle = try asked.site.company.cycle()
        company = try cycle.reference()
        let number = asked.part("row")
        if number == "new" {
            row = nil
        } else {
            let rows = try cycle.workspace.read { try KeptAssignments($0) }.rows
            guard let found = rows.first(where: { String($0.number) == number }) else { throw Problem.absent }
            row = found
        }
        let key = row?.key ?? ""
        self.key = key
        digest = try cycle.workspace.read { try Self.digest(key, $0) }
    }

    static func digest(_ key: String, _ books: ReadTransaction) throws -> String {
        key.isEmpty ? "new" : RowDigest.of(try books.rows(of: "assignments", keys: [key]))
    }

    private var columns: [String] {
        ["person", "position", "unit", "manager", "from", "until", "share"] + company.assignmentKind.fields.map(\.name)
    }

    private func label(_ column: String) -> String {
        switch column {
        case "person": asked.word(TargetWords.person)
        case "position": asked.word(TargetWords.position)
        case "unit": asked.word(TargetWords.unit)
        case "manager": asked.word(TargetWords.manager)
        case "from": asked.word(TargetWords.start)
        case "until": asked.word(TargetWords.end)
        case "share": asked.word(TargetWords.share)
        default: column
        }
    }

    private func hint(_ column: String) -> String? {
        switch column {
        case "from": asked.word(TargetWords.dayHint)
        case "until": asked.word(TargetWords.open)
        case "share": asked.word(TargetWords.whole)
        default: nil
        }
    }

    private func value(_ column: String) -> String {
        asked.form[column].map { _ in asked.form.text(column) } ?? row?.cells[column] ?? ""
    }

    // MARK: The page

    func page(_ errors: [FieldError] = [], isConflict: Bool = false) -> SectionPage {
        let words = row == nil ? TargetWords.newAssignment : TargetWords.changeAssignment
        var page = SectionPage(
            title: asked.word(words),
            path: [
                NavigationItem(asked.word(DataWords.data), Addresses.of(["data"])),
                NavigationItem(asked.word(TargetWords.assignments), Addresses.of(["data", "assignments"])),
            ])
        if isConflict { page.sections.append(.notice(asked.word(TargetWords.changedSince), .warn)) }
        if let row {
            let shown = isConflict ? columns : Self.fixed
            page.sections.append(
                .summary(
                    name: "stands", heading: name(row),
                    shown.map { SummaryRow(label($0), .name(row.cells[$0] ?? "", nil)) }))
        }
        let asking = row == nil ? columns : columns.filter { !Self.fixed.contains($0) }
        page.sections.append(
            .form(
                SectionForm(
                    name: "assignment", heading: asked.word(words),
                    text: row == nil ? [] : [asked.word(TargetWords.keyText)],
                    action: Addresses.of(["data", "assignments", asked.part("row")]),
                    hidden: [(name: "digest", value: digest)],
                    fields: asking.map { .field(field($0, errors)) }, errors: errors,
                    button: asked.word(TargetWords.saveAssignment))))
        return page
    }

    private func name(_ row: KeptAssignments.Row) -> String {
        let person = row.cells["person"] ?? ""
        return company.people.number(of: person).map { company.people.title($0)[asked.language] } ?? person
    }

    private func field(_ column: String, _ errors: [FieldError]) -> FormField {
        FormField(
            name: column, label: label(column), hint: hint(column), errors: errors,
            isOptional: !Self.fixed.contains(column), control: control(column), in: asked.language)
    }

    private func control(_ column: String) -> FormField.Control {
        switch column {
        case "person": .list(choices("person", DataWords.choose), chosen: value(column))
        case "position": .list(choices("position", DataWords.choose), chosen: value(column))
        case "unit": .list(choices("unit", DataWords.choose), chosen: value(column))
        case "manager": .list(choices("person", TargetWords.nobodyAbove), chosen: value(column))
        default: .line(value: value(column))
        }
    }

    private func choices(_ kind: String, _ none: Words) -> [Choice] {
        let table = company.records(kind)
        let all = (0..<Int32(table.count)).map {
            Choice(table.id($0), table.title($0)[asked.language] + " (\(table.id($0)))")
        }
        return [Choice("", asked.word(none))] + all
    }

    // MARK: What was written

    /// What has to be there and is not.
    var missing: [FieldError] {
        guard row == nil else { return [] }
        return Self.fixed.filter { value($0).isEmpty }.map {
            FieldError(field: $0, label($0) + ": " + asked.word(DataWords.choose))
        }
    }

    /// The row as it is to be; other columns of it stay.
    var sheet: RowWriting.Sheet {
        var cells = row?.cells ?? [:]
        for column in columns where row == nil || !Self.fixed.contains(column) { cells[column] = value(column) }
        let names = columns + cells.keys.filter { !columns.contains($0) }.sorted()
        return RowWriting.Sheet(
            kind: "assignments", columns: names, rows: [names.map { cells[$0] ?? "" }], source: row?.source ?? "")
    }

    /// The field that a fault is told at: the one whose value it names.
    func field(of fault: Diagnostic) -> String {
        let asking = row == nil ? columns : columns.filter { !Self.fixed.contains($0) }
        return asking.first { !value($0).isEmpty && fault.message.en.contains("'\(value($0))'") } ?? asking.first ?? ""
    }
}
