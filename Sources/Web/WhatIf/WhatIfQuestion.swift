internal import Calculation
internal import Company
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What somebody supposes: rows added, changed, cancelled, other definitions; and for which periods he asks.
struct WhatIfQuestion: Sendable {
    /// What is supposed.
    let scenario: Scenario
    /// The periods that end within it are compared.
    let range: DayRange
    /// As it was asked for; empty for all.
    let period: String

    /// The path that stands for definitions that were sent.
    static let plan = "what-if.yaml"
    /// The most rows of each kind of change.
    static let mostRows = 100

    /// Reads a body that is as its schema says.
    init(_ body: JSONValue, _ calendar: YearCalendar) throws {
        period = body["period"]?.text ?? ""
        if period.isEmpty {
            range = .always
        } else {
            guard let period = calendar.parse(period) else {
                throw Problem.invalid([BodyFault(pointer: "/period", text: WhatIfWords.noPeriod)], code: "bad-body")
            }
            range = period.range
        }
        var scenario = Scenario()
        for action in Scenario.Action.allCases {
            for row in body[action.rawValue]?.list ?? [] {
                let cells = (row["fields"]?.members ?? [:]).sorted { $0.key < $1.key }
                scenario.rows.append(
                    Scenario.RowEdit(
                        action, kind: row["kind"]?.text ?? "", id: row["id"]?.text,
                        cells: cells.map { Scenario.RowEdit.Cell($0.key, $0.value.cell) }))
            }
        }
        if let text = body["plan"]?.text {
            scenario.definitions = [SourceFile(path: Self.plan, bytes: Array(text.utf8))]
        }
        scenario.withoutPlans = body["without"]?.list?.compactMap(\.text) ?? []
        scenario.plansFrom = body["from"]?.text.flatMap { CivilDay(parsing: $0) }
        self.scenario = scenario
        let isEmpty = scenario.rows.isEmpty && scenario.definitions.isEmpty && scenario.withoutPlans.isEmpty
        if isEmpty { throw Problem.invalid([BodyFault(pointer: "", text: WhatIfWords.nothing)], code: "bad-body") }
    }

    /// Whether another plan is supposed, and not rows alone.
    var isOfPlans: Bool { !scenario.isOnlyRows }

    // MARK: Answering

    /// What people are paid now, and what they would be paid: single events are followed through one calculation where that goes, else
    /// both sides are read and calculated.
    ///
    /// - Parameter person: Who is asked for, if only somebody.
    func comparison(
        _ cycle: PayCycle, _ companies: AskedCompanies, person: String?, tellingAll: Bool
    ) async throws -> PayComparison {
        if scenario.isOnlyRows {
            let company = try await companies.companyNow(cycle).company
            if let changes = company.changes(scenario) {
                let live = LiveRun(await company.everybody(threads: cycle.threads), in: range)
                let number = person.flatMap { company.model.people.number(of: $0) }
                if !live.tasks.isEmpty, let comparison = live.comparison(supposing: changes, person: number) {
                    return comparison
                }
            }
        }
        try Task.checkCancellation()
        let (now, then, found) = try cycle.reading(supposing: scenario)
        guard let then else { throw try problem(found, tellingAll: tellingAll) }
        try Task.checkCancellation()
        return await WhatIfRun(now: now, then: then).comparison(in: range, threads: cycle.threads)
    }

    // MARK: What is wrong with it

    /// What a reading has found, by the members of the body.
    ///
    /// - Parameter tellingAll: Whether remedies may name rows that resemble a wrong one: others' are no business of whoever sees his
    ///   own pay alone.
    /// - Throws: What is wrong with the company itself.
    private func problem(_ found: [Diagnostic], tellingAll: Bool) throws -> Problem {
        let errors = found.filter { $0.severity == .error }
        let faults = errors.compactMap { diagnostic in
            pointer(to: diagnostic.place).map { pointer in
                BodyFault(
                    pointer: pointer, text: tellingAll ? told(diagnostic) : diagnostic.message.words.asSentence)
            }
        }
        guard !faults.isEmpty else { throw PayrollFailure.company(errors) }
        return .invalid(Array(faults.prefix(20)), code: "bad-scenario")
    }

    private func told(_ diagnostic: Diagnostic) -> Words {
        guard let place = diagnostic.place, place.file == Self.plan, place.line > 0 else { return diagnostic.words }
        return Words(
            ru: "Строка \(place.line): \(diagnostic.words.ru)", en: "Line \(place.line): \(diagnostic.words.en)")
    }

    /// The member of the body that a place is in; nil for a place in the company.
    private func pointer(to place: Place?) -> String? {
        guard let place else { return nil }
        if place.file == Self.plan { return "/plan" }
        if place.file == "from" { return "/from" }
        if place.file == "without" { return "/without/\(max(0, place.line - 1))" }
        guard let action = Scenario.Action(rawValue: place.file) else { return nil }
        // The finding itself names the field.
        return "/\(action.rawValue)/\(max(0, place.line - 1))"
    }
}

/// The words of what is supposed.
enum WhatIfWords {
    static let ask = Words(ru: "Что было бы, если", en: "What would be paid if")
    static let noPeriod = Words(ru: "Такого периода не бывает.", en: "There is no such period.")
    static let nothing = Words(
        ru: "Не сказано, что предположить: «add», «change», «cancel», «plan» или «without».",
        en: "It is not said what to suppose: add, change, cancel, plan or without.")
    static let notYours = Words(
        ru: "Такого вашего события нет. Предполагать можно только свои сделки.",
        en: "There is no such event of yours. You can only suppose your own deals.")
}
