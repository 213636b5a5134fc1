public import Company
internal import Formulas
public import Messages
internal import Periods
internal import Quantities

/// What is worth knowing about data that are legal but will surprise: rows without a day, people without a plan.
///
/// The rule: whatever can change pay and is absent is named, with the first place and what to do.
public enum DataNotes {
    /// The notes: what pay is computed from and is absent, events without a day and of nobody, people, rewards and goals without a
    /// plan.
    public static func notes(_ model: CompanyModel) -> [Diagnostic] {
        absent(model) + model.eventKinds.indices.compactMap { undated($0, model) }
            + credits(model).compactMap { uncredited($0, model) }
            + unpaid(model) + AwardTable.allCases.flatMap { $0.unpaidRows(model) }
    }

    /// What who calculates a company must know: what its text and tables say that can hardly be meant, and the notes.
    public static func ofPay(_ model: CompanyModel) -> [Diagnostic] { model.doubts + notes(model) }

    /// What would silently pay too little or too much.
    private static func absent(_ model: CompanyModel) -> [Diagnostic] {
        let far = farEvents(model)
        let reach = PayReach(model)
        let days = loneDays(model)
        return far + outsidePay(model, reach) + days + missingTargets(model, reach)
            + emptyColumns(model, reach) + emptyPersonalFields(model, reach)
    }

    /// The first ten names.
    static func list(_ names: [String]) -> String {
        names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    }

    /// What concerns one person: that no plan pays him.
    public static func notes(_ model: CompanyModel, of person: Int32) -> [Diagnostic] {
        unpaid(model, among: [Int(person)])
    }

    private static func undated(_ event: Int, _ model: CompanyModel) -> Diagnostic? {
        let kind = model.eventKinds[event]
        let table = model.events[event]
        let days = CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
        let rows = days.indices.filter { days[$0] == EventColumn.emptyDay }
        guard let first = rows.first else { return nil }
        let sums = sums(rows, kind, table, model)
        return Diagnostic(
            .note, code: "undated-events", at: table.origin(of: first).map { Place(file: $0.file, line: $0.line) },
            LocalizedText(
                en:
                    "\(rows.count) of \(table.rowCount) '\(kind.name)' have no day (\(kind.fields[kind.dateField].name))\(sums.en); they are in no month and in no team's figure, only in those of a person or of the company over everything",
                ru:
                    "без даты (\(kind.fields[kind.dateField].name)) \(CountedWords.grouped(rows.count, .ru)) из \(CountedWords.ru(table.rowCount, "события", "событий", "событий")) «\(kind.name)»\(sums.ru); их нет ни в одном месяце и ни в одной команде, только в итогах сотрудника и компании за всё время"
            ),
            remedy: LocalizedText(en: "the first stands here", ru: "первое стоит здесь"))
    }

    /// A credit rule in use: that of an event kind, or one of its own that metrics have.
    private struct Credit {
        let event: Int
        let rule: CreditRule
        let date: Int
    }

    private static func credits(_ model: CompanyModel) -> [Credit] {
        var found = model.eventKinds.enumerated().map { Credit(event: $0, rule: $1.credit, date: $1.dateField) }
        for other in model.aggregates
        where !found.contains(where: { $0.event == other.event && $0.rule == other.credit }) {
            found.append(Credit(event: other.event, rule: other.credit, date: other.date))
        }
        return found.filter { $0.rule != .nobody }
    }

    private static func uncredited(_ credit: Credit, _ model: CompanyModel) -> Diagnostic? {
        let kind = model.eventKinds[credit.event]
        let table = model.events[credit.event]
        let days = CreditIndex.days(table.columns[credit.date], count: table.rowCount)
        let crediting = Crediting(model, event: credit.event, rule: credit.rule, days: days)
        let rows = (0..<table.rowCount).filter { row in
            var credited = false
            crediting.forEach(row) { _, _ in credited = true }
            return !credited && days[row] != EventColumn.emptyDay
        }
        guard let first = rows.first else { return nil }
        let sums = sums(rows, kind, table, model)
        let users = credit.rule == kind.credit ? LocalizedText("") : users(of: credit, model)
        return Diagnostic(
            .note, code: "uncredited-events", at: table.origin(of: first).map { Place(file: $0.file, line: $0.line) },
            LocalizedText(
                en:
                    "\(rows.count) of \(table.rowCount) '\(kind.name)' are credited to nobody\(users.en)\(sums.en)",
                ru:
                    "\(CountedWords.grouped(rows.count, .ru)) из \(CountedWords.ru(table.rowCount, "события", "событий", "событий")) «\(kind.name)» никому не засчитаны\(users.ru)\(sums.ru)"
            ),
            remedy: LocalizedText(en: "the first stands here", ru: "первое стоит здесь"), advice: .explainEvent(nil))
    }

    /// The metrics that count events by a rule of their own: ` in 'territory_sales'`.
    private static func users(of credit: Credit, _ model: CompanyModel) -> LocalizedText {
        let names = model.metrics.filter { metric in
            guard case .formula(let formula) = metric.source else { return false }
            return formula.references.contains { reference in
                guard case .aggregate(let number) = reference else { return false }
                return model.aggregates[number].event == credit.event && model.aggregates[number].credit == credit.rule
            }
        }.map(\.name)
        return LocalizedText(
            en: names.isEmpty ? "" : " in '\(names.joined(separator: "', '"))'",
            ru: names.isEmpty ? "" : " в «\(names.joined(separator: "», «"))»")
    }

    /// People whose assignments no plan is for: somebody may have forgotten them, unless their position says so.
    private static func unpaid(_ model: CompanyModel, among asked: [Int]? = nil) -> [Diagnostic] {
        let people = (asked ?? Array(model.organisation.byPerson.indices)).filter { person in
            model.organisation.byPerson.indices.contains(person)
                && !model.organisation.byPerson[person].contains { index in
                    let assignment = model.organisation.assignments[index]
                    if model.unpaidPositions.contains(assignment.position) { return true }
                    return model.plans.contains {
                        $0.audience.admits(assignment, model.organisation) && $0.validity.overlaps(assignment.validity)
                    }
                }
        }
        guard !people.isEmpty, !model.plans.isEmpty else { return [] }
        let more = people.count > 10 ? ", …" : ""
        let ids = people.prefix(10).map { model.people.id(Int32($0)) }.joined(separator: ", ") + more
        return [
            Diagnostic(
                .note, code: "unpaid-people",
                LocalizedText(
                    en: "no plan pays \(people.count) of \(model.people.count) people: \(ids)",
                    ru: "ни один план не платит сотрудникам (\(people.count) из \(model.people.count)): \(ids)"),
                advice: .explainPerson)
        ]
    }

    /// What the rows come to in each money field: `, amount 1 234.50 RUB`.
    private static func sums(_ rows: [Int], _ kind: EventKind, _ table: EventTable, _ model: CompanyModel)
        -> LocalizedText
    {
        let parts = kind.ownFields.indices.compactMap { field -> LocalizedText? in
            guard kind.fields[field].type == .money, case .decimal(let numbers, let scale) = table.columns[field] else {
                return nil
            }
            let sum = rows.reduce(Int128(0)) { total, row in
                numbers[row] == EventColumn.emptyNumber ? total : total + Int128(numbers[row])
            }
            guard let amount = try? ExactSum([sum]).decimal(places: scale) else { return nil }
            let (name, money) = (kind.fields[field].name, ExactMoney(amount, model.currency))
            return LocalizedText(en: ", \(name) \(money)", ru: ", \(name) \(money)")
        }
        return parts.joined(separator: "")
    }
}
