internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension GoalPay {
    static let tableForm = AwardTableForm(
        content: .values, keyColumns: ["person", "period", "goal"],
        columns: [
            "person": .record(BuiltInKind.person), "assessor": .record(BuiltInKind.person), "period": .period,
        ])
}

/// Reads the goals of people, in `goals.csv`.
struct GoalsReader {
    let tables: TableSource
    let finder: RecordFinder
    let findings: Findings

    init(_ tables: TableSource, _ findings: Findings) {
        self.tables = tables
        finder = RecordFinder(tables)
        self.findings = findings
    }

    /// The goals of each person and period; that their weights are not 100 % is reported.
    func read() -> PersonalGoals {
        var reading = GoalReading()
        var read = PersonalGoals()
        let table = AwardTable.goals.rawValue
        for (file, spec) in tables.files(for: table, kind: table) { readGoals(file, spec, &reading) }
        for (key, goals) in reading.goals {
            read.values[key] = goals.sorted { $0.id < $1.id }
        }
        guard reading.isComplete else { return read }
        let keys = reading.goals.keys.sorted { ($0.period, $0.person) < ($1.period, $1.person) }
        for key in keys where !reading.incomplete.contains(key) {
            checkWeights(reading.goals[key] ?? [], key)
        }
        return read
    }

    /// The goals of all tables while they are read.
    private struct GoalReading {
        var goals: [PersonalGoals.Key: [PersonalGoal]] = [:]
        /// Lists with a row that could not be taken: the sum of their weights would say nothing.
        var incomplete: Set<PersonalGoals.Key> = []
        /// Whether it is known of every row whose it is and for which period.
        var isComplete = true
    }

    private func readGoals(_ file: SourceFile, _ spec: TableSpec, _ reading: inout GoalReading) {
        let columns = [
            TableSchema.Column("person", .code), TableSchema.Column("period", .code),
            TableSchema.Column("goal", .code), TableSchema.Column("title", .code, isOptional: true),
            TableSchema.Column("weight", .percent), TableSchema.Column("reached", .percent, isOptional: true),
            TableSchema.Column("assessor", .code, isOptional: true),
            TableSchema.Column("evidence", .code, isOptional: true),
            TableSchema.Column("date", .day, isOptional: true),
        ]
        let table = tables.read(file, spec, columns)
        if table.rejectedRows > 0 { reading.isComplete = false }
        guard let people = finder.recordNumbers(table, "person", BuiltInKind.person, file),
            let assessors = finder.recordNumbers(table, "assessor", BuiltInKind.person, file)
        else { return }
        if case .decimal(let reached)? = table.columns["reached"] {
            tables.lookAtPercentages(reached, .column("reached"), table, file, as: .figure)
        }
        for row in 0..<table.rowCount {
            let place = tables.place(file, line: table.lineNumbers[row])
            guard people[row] >= 0, let period = tables.period(table.text("period", row) ?? "", place) else {
                reading.isComplete = false
                continue
            }
            let key = PersonalGoals.Key(person: people[row], period: period)
            guard let goal = goal(table, row, people[row], assessors[row], place) else {
                reading.incomplete.insert(key)
                continue
            }
            if let first = reading.goals[key]?.first(where: { $0.id == goal.id }) {
                reportRepeated(goal, first)
                reading.incomplete.insert(key)
            } else {
                reading.goals[key, default: []].append(goal)
            }
        }
    }

    private func goal(_ table: ColumnTable, _ row: Int, _ person: Int32, _ assessor: Int32, _ place: Place)
        -> PersonalGoal?
    {
        guard let id = table.text("goal", row), let weight = table.number("weight", row) else { return nil }
        guard weight > .zero else {
            findings.report(
                "bad-weight", at: place,
                LocalizedText(en: "a weight must be above 0 %", ru: "вес должен быть больше 0 %"),
                remedy: LocalizedText(en: "drop what weighs nothing", ru: "уберите то, что ничего не весит"))
            return nil
        }
        var goal = PersonalGoal(
            id: id, title: table.text("title", row) ?? id, weight: weight, assessment: nil, place: place)
        guard let reached = table.number("reached", row) else { return goal }
        guard isAssessed(reached, table, row, person, assessor, place) else { return nil }
        goal.assessment = PersonalGoal.Assessment(
            reached: reached, assessor: assessor, evidence: table.text("evidence", row) ?? "",
            date: table.day("date", row))
        return goal
    }

    /// What was reached needs somebody else who says so, and what he says it by.
    private func isAssessed(
        _ reached: FixedDecimal, _ table: ColumnTable, _ row: Int, _ person: Int32, _ assessor: Int32, _ place: Place
    ) -> Bool {
        if reached.isNegative {
            findings.report(
                "bad-assessment", at: place,
                LocalizedText(
                    en: "a goal cannot be reached below 0 %", ru: "цель нельзя выполнить меньше чем на 0 %"),
                remedy: LocalizedText(en: "0 % is nothing reached", ru: "0 % — не выполнено ничего"))
            return false
        }
        for column in ["assessor", "evidence"] where table.text(column, row) == nil {
            findings.report(
                "bad-assessment", at: place,
                LocalizedText(
                    en: "'reached' is filled in, but '\(column)' is not", ru: "«reached» заполнено, а «\(column)» — нет"
                ),
                remedy: LocalizedText(
                    en: "say who assessed it and by what; leave 'reached' empty until then",
                    ru: "укажите, кто оценил и по чему; до оценки оставьте «reached» пустым"))
            return false
        }
        if assessor == person {
            findings.report(
                "own-assessment", at: place,
                LocalizedText(en: "nobody assesses his own goals", ru: "никто не оценивает собственные цели"),
                remedy: LocalizedText(en: "name another person as 'assessor'", ru: "укажите в «assessor» другого"))
        }
        return assessor >= 0 && assessor != person
    }

    private func reportRepeated(_ goal: PersonalGoal, _ first: PersonalGoal) {
        findings.report(
            "duplicate-value", at: goal.place,
            LocalizedText(
                en: "the goal '\(goal.id)' of this person and period is there already, at \(first.place.address)",
                ru: "цель «\(goal.id)» этого сотрудника и периода уже есть: \(first.place.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте одну"))
    }

    private func checkWeights(_ goals: [PersonalGoal], _ key: PersonalGoals.Key) {
        let total = goals.reduce(FixedDecimal.zero) { sum, goal in (try? sum.adding(goal.weight)) ?? sum }
        guard total != .one else { return }
        let percent = (try? total.multiplied(by: 100)) ?? total
        let person = finder.records[BuiltInKind.person]?.id(key.person) ?? "?"
        let last = goals.max { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
        findings.report(
            "weights-total", at: last?.place,
            LocalizedText(
                en: "the goals of '\(person)' for \(key.period) weigh \(percent) %, not 100 %",
                ru: "веса целей «\(person)» за \(key.period) дают \(percent) %, а не 100 %"),
            remedy: LocalizedText(
                en: "the weights of a person's goals for a period must total exactly 100 %",
                ru: "веса целей сотрудника за период должны давать ровно 100 %"))
    }
}
