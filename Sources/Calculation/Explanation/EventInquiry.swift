public import Company
internal import Formulas
internal import Messages
public import Periods
internal import Quantities

/// Answers "whose is this event, and why was I not credited for it?" by the rules it did and did not match.
public struct EventInquiry {
    private let model: CompanyModel
    private let event: Int
    private let row: Int

    /// The event of a kind with an identifier; `nil` when there is none.
    public init?(_ model: CompanyModel, kind: String, id: String) {
        guard let event = model.eventKinds.firstIndex(where: { $0.name == kind }),
            let row = model.events[event].keys.row(of: id)
        else { return nil }
        self.model = model
        self.event = event
        self.row = row
    }

    /// The event's fields, and for every figure over its kind: whether it counts, for whom, and if not for this person, why.
    public func explanation(for person: Int32?) -> Explanation {
        let kind = model.eventKinds[event]
        let table = model.events[event]
        var label = "\(kind.name) \(table.keys[row])"
        if let origin = table.origin(of: row) { label += " (\(origin.file):\(origin.line))" }
        // What no formula sees decides no pay, and what is personal is no part of why somebody is paid.
        let fields = kind.fields.indices.filter { kind.fields[$0].isInFormulas }.map { field -> Explanation in
            let value = equation(kind.fields[field].name, text(field))
            guard let before = model.conversion(event, field, row: row)?.text else { return Explanation(value) }
            return Explanation(LocalizedText(en: "\(value) (\(before))", ru: "\(value) (\(before))"))
        }
        let figures = model.aggregates.indices.filter { model.aggregates[$0].event == event }.map { figure($0, person) }
        return Explanation(LocalizedText(label), children: fields + figures)
    }

    /// `paid = yes`
    private func equation(_ name: String, _ value: LocalizedText) -> LocalizedText {
        LocalizedText(en: "\(name) = \(value)", ru: "\(name) = \(value)")
    }

    private func text(_ field: Int) -> LocalizedText {
        text(model.events[event].columns[field], row, model.eventKinds[event].fields[field].type)
    }

    private func text(_ column: EventColumn, _ row: Int, _ type: FieldType) -> LocalizedText {
        if case .record(let kind) = type, case .record(let numbers) = column {
            return LocalizedText(numbers[row] < 0 ? "—" : model.records(kind).id(numbers[row]))
        }
        if case .event(let kind) = type, case .record(let rows) = column,
            let event = model.eventKinds.firstIndex(where: { $0.name == kind })
        {
            return LocalizedText(rows[row] < 0 ? "—" : model.events[event].keys[Int(rows[row])])
        }
        switch column.value(at: row) {
        case .number(let number):
            let unit = type.formulaType(model.currency).unit ?? .plain
            return LocalizedText(UnitFigure(number, MetricUnit(unit, isPercent: type == .percent)))
        case .day(let day): return LocalizedText(CivilDay(number: day))
        case .flag(let flag): return LocalizedText(en: flag ? "yes" : "no", ru: flag ? "да" : "нет")
        case .text(let text): return LocalizedText(text)
        case .empty: return LocalizedText("—")
        }
    }

    /// Everybody for whom the event counts in some figure.
    public var credited: Set<Int32> {
        let counting = model.aggregates.filter { $0.event == event && whyItDoesNotCount($0) == nil }
        return Set(counting.flatMap { credits($0).map(\.person) })
    }

    /// The day of the event; `nil` when it has none.
    public var day: CivilDay? {
        guard case .day(let day) = model.events[event].columns[model.eventKinds[event].dateField].value(at: row) else {
            return nil
        }
        return CivilDay(number: day)
    }

    // MARK: One figure

    private func figure(_ number: Int, _ person: Int32?) -> Explanation {
        let aggregate = model.aggregates[number]
        let users = model.metrics.filter { metric in
            guard case .formula(let formula) = metric.source else { return false }
            return formula.references.contains(.aggregate(number))
        }.map(\.name)
        let name = aggregate.text + (users.isEmpty ? "" : "  → \(users.joined(separator: ", "))")
        if let fault = whyItDoesNotCount(aggregate) {
            return Explanation(LocalizedText(name), .answer(false), note: fault)
        }
        let credited = credits(aggregate)
        let mine = person.map { person in credited.contains { $0.person == person } } ?? !credited.isEmpty
        var note = note(aggregate, credited, person)
        if let undated = undatedNote(aggregate) {
            note = LocalizedText(en: "\(note.en); \(undated.en)", ru: "\(note.ru); \(undated.ru)")
        } else if mine, let person, !model.plans.isEmpty {
            let pay = payNote(number, person)
            note = LocalizedText(en: "\(note.en); \(pay.en)", ru: "\(note.ru); \(pay.ru)")
        }
        return Explanation(LocalizedText(name), .answer(mine), note: note)
    }

    /// Whether what is the person's figure is in his pay too.
    private func payNote(_ figure: Int, _ person: Int32) -> LocalizedText {
        let reach = PayReach(model)
        let plans = reach.plans(asking: [figure])
        guard !plans.isEmpty,
            case .day(let day) = model.events[event].columns[model.aggregates[figure].date].value(at: row)
        else {
            return LocalizedText(
                en: "not in his pay: no plan takes it", ru: "в выплате нет: ни один план этого не считает")
        }
        if let why = PayDays(model, plans: plans).whyNot(person, on: CivilDay(number: day)) {
            return LocalizedText(
                en: "not in his pay: on \(CivilDay(number: day)), \(why.en)",
                ru: "в выплате нет: \(CivilDay(number: day)), \(why.ru)")
        }
        let parts = reach.lines.filter { part in
            part.asked.figures.contains(figure) && part.line != nil
                && PayDays(model, plans: [part.plan]).whyNot(person, on: CivilDay(number: day)) == nil
        }.compactMap { part in part.line.map { "\(model.plans[part.plan].name): \($0.name)" } }
        let list = (parts.isEmpty ? plans.map { model.plans[$0].name } : parts).joined(separator: ", ")
        return LocalizedText(en: "in his pay by \(list)", ru: "в выплате: \(list)")
    }

    /// An event without a day is still someone's, but only in figures over everything.
    private func undatedNote(_ aggregate: Aggregate) -> LocalizedText? {
        guard model.events[event].columns[aggregate.date].value(at: row) == .empty else { return nil }
        let field = model.eventKinds[event].fields[aggregate.date].name
        return LocalizedText(
            en: "no day in '\(field)', so in no month, only over everything",
            ru: "в поле «\(field)» нет даты, поэтому ни в одном месяце его нет, только за всё время")
    }

    private func whyItDoesNotCount(_ aggregate: Aggregate) -> LocalizedText? {
        guard let filter = aggregate.filter else { return nil }
        return failing(filter).map { condition in
            LocalizedText(en: "the rule that does not hold: \(condition)", ru: "не выполнено правило: \(condition)")
        }
    }

    /// The first part of a filter, joined by `and`, that does not hold.
    private func failing(_ filter: Checked<FieldReference>) -> LocalizedText? {
        if case .binary(.and, let left, let right) = filter.node { return failing(left) ?? failing(right) }
        if RowFormulas(model, event: event).holds(filter, row: row) { return nil }
        let condition = filter.syntax { .name(path($0), TextSpan(0, 0)) }.text
        let found = filter.references.map { equation(path($0).joined(separator: "."), value($0)) }
        return ([LocalizedText(condition)] + found).joined(separator: "; ")
    }

    private func path(_ reference: FieldReference) -> [String] {
        let kind = model.eventKinds[event]
        var path = [kind.name, kind.fields[reference.field].name]
        if let record = reference.recordField {
            path.append(record.field.map { model.records(record.kind).kind.fields[$0].name } ?? "id")
        }
        return path
    }

    private func value(_ reference: FieldReference) -> LocalizedText {
        guard let record = reference.recordField,
            case .record(let numbers) = model.events[event].columns[reference.field],
            numbers[row] >= 0
        else { return text(reference.field) }
        let records = model.records(record.kind)
        guard let field = record.field else { return LocalizedText(records.id(numbers[row])) }
        guard let column = records.columns[safe: field] else { return LocalizedText("—") }
        return text(column, Int(numbers[row]), records.kind.fields[field].type)
    }

    private func credits(_ aggregate: Aggregate) -> [(person: Int32, share: Int64)] {
        let days = CreditIndex.days(model.events[event].columns[aggregate.date], count: model.events[event].rowCount)
        var found: [(person: Int32, share: Int64)] = []
        Crediting(model, event: event, rule: aggregate.credit, days: days).forEach(row) { found.append(($0, $1)) }
        return found
    }

    private func note(_ aggregate: Aggregate, _ credited: [(person: Int32, share: Int64)], _ person: Int32?)
        -> LocalizedText
    {
        let rule = rule(aggregate)
        if credited.isEmpty {
            return LocalizedText(en: "credited to nobody: \(rule.en)", ru: "никому не засчитано: \(rule.ru)")
        }
        let people = credited.map { part in
            let id = model.people.id(part.person)
            guard part.share != CreditIndex.wholeShare else { return LocalizedText(id) }
            let share = Percentage(.scaled(Int128(part.share), places: 9))
            return LocalizedText(en: "\(id) \(share)", ru: "\(id) \(share)")
        }.joined(separator: ", ")
        return LocalizedText(en: "credited to \(people): \(rule.en)", ru: "засчитано: \(people); \(rule.ru)")
    }

    /// The credit rule with the values it looked at.
    private func rule(_ aggregate: Aggregate) -> LocalizedText {
        let kind = model.eventKinds[event]
        switch aggregate.credit {
        case .field(let field):
            return equation("\(kind.name).\(kind.fields[field].name)", text(field))
        case .split(let split, let otherwise):
            let table = model.splitKinds[split].name
            guard model.splits[split].range(of: row).isEmpty else {
                return LocalizedText(en: "by the shares in \(table)", ru: "по долям в \(table)")
            }
            guard let field = otherwise else {
                return LocalizedText(en: "no shares for it in \(table)", ru: "в \(table) нет его долей")
            }
            return LocalizedText(
                en: "no shares in \(table), so \(kind.fields[field].name) = \(text(field))",
                ru: "в \(table) нет его долей, поэтому \(kind.fields[field].name) = \(text(field))")
        case .team(let field, let role):
            let day = text(aggregate.date)
            return LocalizedText(
                en: "the '\(role)' of \(kind.fields[field].name) \(text(field)) on \(day), by teams.csv",
                ru: "роль «\(role)» у \(kind.fields[field].name) \(text(field)) на \(day), по teams.csv")
        case .nobody:
            return LocalizedText(en: "the company's figure only", ru: "только показатель компании")
        }
    }
}

extension Array {
    /// The element, if there is one.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
