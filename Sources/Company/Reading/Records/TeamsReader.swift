internal import Formulas
internal import Messages
internal import Periods

extension Teams {
    /// Reads who has which role for which record, and when.
    init(_ tables: TableSource, _ findings: Findings) {
        var reader = TeamsReader(tables: tables, finder: RecordFinder(tables), findings: findings)
        reader.readAll()
        self = reader.teams
    }
}

private struct TeamsReader {
    let tables: TableSource
    let finder: RecordFinder
    let findings: Findings
    var teams = Teams()

    mutating func readAll() {
        for (file, spec) in tables.files(for: "teams", kind: "team") {
            let columns = [
                TableSchema.Column("subject", .code), TableSchema.Column("role", .code),
                TableSchema.Column("person", .code), TableSchema.Column("from", .day, isOptional: true),
                TableSchema.Column("until", .day, isOptional: true),
            ]
            let table = tables.read(file, spec, columns)
            guard let people = finder.recordNumbers(table, "person", BuiltInKind.person, file) else { continue }
            for row in 0..<table.rowCount where people[row] >= 0 {
                let place = tables.place(file, line: table.lineNumbers[row])
                guard let subject = table.text("subject", row), let role = table.text("role", row),
                    let days = tables.validity(table, row, place)
                else { continue }
                guard isRecord(subject) else {
                    reportUnknownSubject(subject, place)
                    continue
                }
                add(TeamMember(person: people[row], validity: days), role, subject, place)
            }
        }
    }

    /// Whether any kind has a record of this identifier: a team's subject may be a client, a territory, a product.
    private func isRecord(_ id: String) -> Bool {
        finder.records.values.contains { $0.number(of: id) != nil }
    }

    private func reportUnknownSubject(_ id: String, _ place: Place) {
        if tables.isConsequence(id, finder.records.keys.sorted(), at: place) { return }
        findings.report(
            "unknown-record", at: place,
            LocalizedText(en: "no record has the id '\(id)'", ru: "нет записи с id «\(id)»"),
            remedy: Suggestion.remedy(forRecord: id, among: finder.records.values.flatMap(\.ids))
                ?? LocalizedText(
                    en: "name a client, a territory or another record by its id",
                    ru: "назовите клиента, территорию или другую запись по её id"), cell: id)
    }

    private mutating func add(_ member: TeamMember, _ role: String, _ subject: String, _ place: Place) {
        if let other = teams.members[role]?[subject]?.first(where: { $0.validity.overlaps(member.validity) }) {
            let person = finder.records[BuiltInKind.person]?.id(other.person) ?? "?"
            findings.report(
                "overlapping-roles", at: place,
                LocalizedText(
                    en: "'\(person)' already has the role '\(role)' for '\(subject)' on some of these days",
                    ru: "роль «\(role)» для «\(subject)» в часть этих дней уже у «\(person)»"),
                remedy: LocalizedText(en: "end the earlier one with 'until'", ru: "закончите прежнюю в «until»"))
            return
        }
        teams.members[role, default: [:]][subject, default: []].append(member)
    }
}
