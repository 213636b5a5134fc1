internal import Company
internal import Formulas
internal import Messages
internal import Periods

extension DataNotes {
    /// Optional columns of events and records that are absent or always empty although pay is computed from them.
    static func emptyColumns(_ model: CompanyModel, _ reach: PayReach) -> [Diagnostic] {
        let figures = reach.lines.reduce(into: Set<Int>()) { figures, part in
            figures.formUnion(part.asked.figures.union(part.asked.companyFigures))
        }
        var uses: [Column: Set<Int>] = [:]
        for number in figures {
            for column in model.columns(of: model.aggregates[number]) { uses[column, default: []].insert(number) }
        }
        return uses.compactMap { column, figures in model.isEmpty(column) ? (column, figures) : nil }
            .map { emptyColumn($0, $1, model, reach) }
            .sorted { $0.message.en < $1.message.en }
    }

    /// A column of an event kind's or a record kind's table.
    enum Column: Hashable {
        case event(kind: Int, field: Int)
        case record(kind: String, field: Int)
    }

    private static func emptyColumn(
        _ column: Column, _ figures: Set<Int>, _ model: CompanyModel, _ reach: PayReach
    ) -> Diagnostic {
        let (name, kind, rows, file) = model.described(column)
        let users = reach.users(
            of: { asked in !asked.figures.isDisjoint(with: figures) || !asked.companyFigures.isDisjoint(with: figures)
            },
            directly: { $0.asksDirectly(figures) })
        let rests = users ?? LocalizedText("")
        return Diagnostic(
            .warning, code: "empty-column", at: file.map { Place(file: $0) },
            LocalizedText(
                en: "'\(name)' is absent or empty in all rows of '\(kind)' (\(rows)); \(rests.en) is computed from it",
                ru:
                    "колонки «\(name)» нет, или она пуста во всех строках «\(kind)» (\(rows)); по ней считается \(rests.ru)"
            ),
            remedy: LocalizedText(
                en: "fill it, or say which column it is under 'tables'; if it is meant to be empty, leave it",
                ru: "заполните её или укажите в «tables», какая это колонка; если она и должна быть пустой, оставьте"))
    }

    // MARK: People

    /// Personal fields that are empty for somebody whose pay takes them.
    static func emptyPersonalFields(_ model: CompanyModel, _ reach: PayReach) -> [Diagnostic] {
        guard let span = Run(model, EventEngine(lazily: model)).recordedDays else { return [] }
        return reach.lines.flatMap { part -> [Diagnostic] in
            let plan = model.plans[part.plan]
            guard let days = plan.validity.intersection(span) else { return [] }
            let held = model.organisation.assignments.filter {
                $0.validity.overlaps(days) && plan.audience.admits($0, model.organisation)
            }
            return part.asked.fields.compactMap { field -> Diagnostic? in
                let empty = held.filter { model.isEmpty(field, of: $0) }
                guard !empty.isEmpty else { return nil }
                return emptyField(field, empty, of: held, part, model)
            }.sorted { $0.message.en < $1.message.en }
        }
    }

    private static func emptyField(
        _ field: PersonField, _ empty: [Assignment], of held: [Assignment], _ part: PayReach.OfLine,
        _ model: CompanyModel
    ) -> Diagnostic {
        let name = model.text(of: .person(field))
        var ids: [String] = []
        for assignment in empty where !ids.contains(model.people.id(assignment.person)) {
            ids.append(model.people.id(assignment.person))
        }
        let list = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
        let others = empty.count < held.count
        let plan = model.plans[part.plan].name
        let pay = part.line.map { "\(plan): \($0.name)" } ?? plan
        return Diagnostic(
            .warning, code: "empty-personal-field", at: part.line?.place ?? model.plans[part.plan].place,
            LocalizedText(
                en: "'\(pay)' takes \(name), which is empty for \(list)\(others ? " (others have it)" : "")",
                ru: "«\(pay)» берёт \(name), а это поле пусто: \(list)\(others ? " (у других заполнено)" : "")"),
            remedy: LocalizedText(
                en: "fill the column; 'otherwise(\(name), …)' in the formula says what holds where it is empty",
                ru: "заполните колонку; «otherwise(\(name), …)» в формуле скажет, что считать, когда она пуста"))
    }
}

extension CompanyModel {
    /// The columns that a figure rests on, but for those that say whose an event is: events of nobody are told apart.
    fileprivate func columns(of figure: Aggregate) -> Set<DataNotes.Column> {
        var references = figure.filter?.references ?? []
        var tables = figure.value?.rateTables ?? []
        for reference in figure.value?.references ?? [] {
            if case .field(let field) = reference { references.append(field) }
        }
        if let rates = figure.rates { tables.insert(rates) }
        references += tables.flatMap { $0.dimensions.map(\.field) }
        references.append(FieldReference(event: figure.event, field: figure.date))
        return references.reduce(into: []) { columns, reference in columns.formUnion(self.columns(of: reference)) }
    }

    private func columns(of reference: FieldReference) -> Set<DataNotes.Column> {
        let kind = eventKinds[reference.event]
        var columns: Set<DataNotes.Column> = []
        let own = kind.ownFields.count
        if reference.field < own {
            columns.insert(.event(kind: reference.event, field: reference.field))
        } else if kind.gathered.indices.contains(reference.field - own) {
            let gathered = kind.gathered[reference.field - own]
            columns.insert(.event(kind: reference.event, field: gathered.reference))
            if let field = gathered.field { columns.insert(.event(kind: gathered.event, field: field)) }
        }
        if let record = reference.recordField, let field = record.field {
            columns.insert(.record(kind: record.kind, field: field))
        }
        return columns
    }

    /// Whether a column that may be empty is so in every row; one of a table without rows is not.
    fileprivate func isEmpty(_ column: DataNotes.Column) -> Bool {
        switch column {
        case .event(let kind, let field):
            guard eventKinds[kind].fields[field].isOptional, events[kind].rowCount > 0 else { return false }
            return events[kind].columns[field].isEmptyThroughout
        case .record(let kind, let field):
            let table = records(kind)
            guard table.kind.fields[field].isOptional, table.count > 0 else { return false }
            return table.columns[safe: field]?.isEmptyThroughout ?? true
        }
    }

    fileprivate func described(_ column: DataNotes.Column) -> (name: String, kind: String, rows: Int, file: String?) {
        switch column {
        case .event(let kind, let field):
            let table = events[kind]
            return (
                eventKinds[kind].fields[field].name, eventKinds[kind].name, table.rowCount, table.origin(of: 0)?.file
            )
        case .record(let kind, let field):
            let table = records(kind)
            return (table.kind.fields[field].name, kind, table.count, table.places.first?.file)
        }
    }

    /// Whether a personal field has no value in an assignment, or of the person who holds it.
    fileprivate func isEmpty(_ field: PersonField, of assignment: Assignment) -> Bool {
        switch field {
        case .assignment(let index):
            assignmentColumns[safe: index].map { $0.value(at: assignment.row) == .empty } ?? true
        case .record(let index):
            people.columns[safe: index].map { $0.value(at: Int(assignment.person)) == .empty } ?? true
        case .share, .tenure: false
        }
    }
}

extension EventColumn {
    fileprivate var isEmptyThroughout: Bool {
        switch self {
        case .day(let days): days.allSatisfy { $0 == Self.emptyDay }
        case .decimal(let numbers, _): numbers.allSatisfy { $0 == Self.emptyNumber }
        case .text(let codes, _), .record(let codes): codes.allSatisfy { $0 == Self.emptyCode }
        case .flag(let flags): flags.allSatisfy { $0 == Self.emptyFlag }
        }
    }
}

extension Checked where Reference == Measure {
    /// Whether the formula itself asks for one of the figures; the metrics it names answer for themselves.
    fileprivate func asksDirectly(_ figures: Set<Int>) -> Bool {
        references.contains { reference in
            switch reference {
            case .aggregate(let number): figures.contains(number)
            case .window(_, let inner), .subject(_, let inner): inner.asksDirectly(figures)
            case .metric, .target, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
