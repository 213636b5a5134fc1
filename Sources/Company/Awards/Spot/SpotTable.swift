internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension SpotBudget {
    static let tableForm = AwardTableForm(
        content: .events, keyColumns: nil,
        columns: [
            "person": .record(BuiltInKind.person), "author": .record(BuiltInKind.person),
            "amount": .money(currency: nil, field: nil),
        ])
}

/// Reads rewards that were given on the spot, in `spot.csv`.
struct SpotRewardsReader {
    let tables: TableSource
    let finder: RecordFinder
    let findings: Findings

    init(_ tables: TableSource, _ findings: Findings) {
        self.tables = tables
        finder = RecordFinder(tables)
        self.findings = findings
    }

    /// The rewards, in the order of giving.
    func read() -> [SpotReward] {
        var rewards: [SpotReward] = []
        var places: [String: Place] = [:]
        let table = AwardTable.spot.rawValue
        for (file, spec) in tables.files(for: table, kind: table) {
            let columns = [
                TableSchema.Column("id", .key), TableSchema.Column("person", .code),
                TableSchema.Column("given", .code), TableSchema.Column("amount", .decimal),
                TableSchema.Column("author", .code), TableSchema.Column("reason", .code),
                TableSchema.Column("event", .code, isOptional: true),
                TableSchema.Column("happened", .code, isOptional: true),
            ]
            let table = tables.read(file, spec, columns)
            guard let people = finder.recordNumbers(table, "person", BuiltInKind.person, file),
                let authors = finder.recordNumbers(table, "author", BuiltInKind.person, file)
            else { continue }
            for row in 0..<table.rowCount {
                let place = tables.place(file, line: table.lineNumbers[row])
                guard let id = table.text("id", row), isNew(id, place, &places), people[row] >= 0, authors[row] >= 0,
                    let reward = reward(id, table, row, people[row], authors[row], place)
                else { continue }
                rewards.append(reward)
            }
        }
        return rewards.inOrderOfGiving
    }

    /// A reward has one id; a second one would be paid twice.
    private func isNew(_ id: String, _ place: Place, _ places: inout [String: Place]) -> Bool {
        guard let first = places[id] else {
            places[id] = place
            return true
        }
        findings.report(
            "duplicate-id", at: place,
            LocalizedText(
                en: "the reward '\(id)' is there already, at \(first.address)",
                ru: "вознаграждение «\(id)» уже есть: \(first.address)"),
            remedy: .idOfEachRow)
        return false
    }

    private func reward(
        _ id: String, _ table: ColumnTable, _ row: Int, _ person: Int32, _ author: Int32, _ place: Place
    ) -> SpotReward? {
        let given = table.text("given", row).flatMap { moment($0, place) }
        let happened = table.text("happened", row).map { moment($0, place) }
        guard let given, happened != .some(nil), let amount = table.number("amount", row),
            isPayable(amount, place), isByAnother(person, author, place), isAfter(given, happened ?? nil, place)
        else { return nil }
        return SpotReward(
            id: id, person: person, given: given, amount: amount, author: author,
            reason: table.text("reason", row) ?? "", event: table.text("event", row) ?? "",
            happened: happened ?? nil, place: place)
    }

    private func moment(_ text: String, _ place: Place) -> CivilMoment? {
        if let moment = CivilMoment(parsing: text) { return moment }
        findings.report(
            "bad-moment", at: place,
            LocalizedText(en: "'\(text)' is not a day and a time", ru: "«\(text)» — не день и время"),
            remedy: LocalizedText(
                en: "write 2026-03-05 14:30 or 05.03.2026 14:30", ru: "пишите 2026-03-05 14:30 или 05.03.2026 14:30"))
        return nil
    }

    /// Whole minor units, so that what a budget has left is what was paid out of it.
    private func isPayable(_ amount: FixedDecimal, _ place: Place) -> Bool {
        if amount > .zero, (try? amount.rounded(toPlaces: tables.names.currency.minorDigits)) == amount { return true }
        findings.report(
            "bad-amount", at: place,
            LocalizedText(
                en: "a reward of \(amount) is not an amount above zero that can be paid",
                ru: "вознаграждение \(amount) — не сумма больше нуля, которую можно выплатить"),
            remedy: LocalizedText(
                en: "write it with at most \(tables.names.currency.minorDigits) decimal places",
                ru: "знаков после точки — не больше \(tables.names.currency.minorDigits)"))
        return false
    }

    private func isByAnother(_ person: Int32, _ author: Int32, _ place: Place) -> Bool {
        guard person == author else { return true }
        findings.report(
            "own-reward", at: place,
            LocalizedText(en: "nobody rewards himself", ru: "никто не награждает сам себя"),
            remedy: LocalizedText(en: "name another person as 'author'", ru: "укажите в «author» другого"))
        return false
    }

    private func isAfter(_ given: CivilMoment, _ happened: CivilMoment?, _ place: Place) -> Bool {
        guard let happened, given < happened else { return true }
        findings.report(
            "given-before", at: place,
            LocalizedText(
                en: "given on \(given), before it happened on \(happened)",
                ru: "дано \(given), раньше, чем случилось: \(happened)"),
            remedy: LocalizedText(
                en: "a reward follows what earned it; mend one of the two",
                ru: "сначала событие, потом награда; исправьте одно из двух"))
        return false
    }
}
