internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    func readOrganisation() {
        let kind = names.assignmentKind
        assignmentColumns = kind.fields.map { EventColumn.empty(for: $0.type) }
        for (file, spec) in files(for: "assignments", kind: "assignment") {
            appendAssignments(read(file, spec, Self.assignmentColumns(kind)), file)
        }
        checkOverlaps()
        organisation = Organisation(
            assignments: assignments, people: records[BuiltInKind.person]?.count ?? 0,
            unitParents: resolvedUnitParents())
        checkReportingLines()
    }

    private func appendAssignments(_ table: ColumnTable, _ file: SourceFile) {
        guard table.rowCount > 0, let people = recordNumbers(table, "person", BuiltInKind.person, file),
            let positions = recordNumbers(table, "position", BuiltInKind.position, file),
            let units = recordNumbers(table, "unit", BuiltInKind.unit, file),
            let managers = recordNumbers(table, "manager", BuiltInKind.person, file)
        else { return }
        let firstRow = assignmentRows
        for row in 0..<table.rowCount {
            let place = self.place(file, line: table.lineNumbers[row])
            guard people[row] >= 0, positions[row] >= 0, units[row] >= 0,
                let validity = validity(table, row, place)
            else { continue }
            let share = table.number("share", row) ?? .one
            guard share > .zero, share <= .one else {
                findings.report(
                    "bad-share", at: place,
                    LocalizedText(
                        en: "a share of time of \(share.percentText) is not between 0 and 100 %",
                        ru: "доля времени \(share.percentText) не между 0 и 100 %"),
                    remedy: LocalizedText(
                        en: "100 % is full time; leave the cell empty for that",
                        ru: "100 % — полная ставка; для неё ячейку можно не заполнять"))
                continue
            }
            assignments.append(
                Assignment(
                    person: people[row], position: positions[row], unit: units[row],
                    manager: managers[row] >= 0 ? managers[row] : nil, validity: validity, share: share,
                    row: firstRow + row, line: Int(table.lineNumbers[row])))
            assignmentPlaces.append(place)
        }
        for (index, field) in names.assignmentKind.fields.enumerated() {
            append(table, field, file, to: &assignmentColumns[index], as: .level)
        }
        assignmentRows += table.rowCount
    }

    func recordNumbers(_ table: ColumnTable, _ column: String, _ kind: String, _ file: SourceFile) -> [Int32]? {
        guard case .code(let codes)? = table.columns[column] else {
            return [Int32](repeating: EventColumn.emptyCode, count: table.rowCount)
        }
        let numbers = numbers(of: codes, kind, file, names: column)
        return codes.codes.map { $0 < 0 ? EventColumn.emptyCode : numbers[Int($0)] }
    }

    func validity(_ table: ColumnTable, _ row: Int, _ place: Place) -> DayRange? {
        let from = table.day("from", row) ?? .earliest
        let until = table.day("until", row) ?? .latest
        if let range = DayRange(from: from, until: until), !range.isEmpty { return range }
        findings.report(
            "empty-range", at: place,
            LocalizedText(
                en: "no day is left: it begins on \(from) and has ended on \(until)",
                ru: "не остаётся ни дня: начало \(from), а \(until) уже всё"),
            remedy: LocalizedText(en: "'until' is the first day after", ru: "«until» — первый день после окончания"))
        return nil
    }

    /// Two assignments may hold at once only when their shares of time fit into one person.
    private func checkOverlaps() {
        let byPerson = Dictionary(grouping: assignments.indices) { assignments[$0].person }
        for (_, indices) in byPerson.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
            for overlap in Organisation.overlaps(indices, among: assignments) {
                let (place, other) = (assignmentPlaces[overlap.assignment], assignmentPlaces[overlap.other])
                reportOverlap(assignments[overlap.assignment], place, other, overlap.total)
            }
        }
    }

    private func reportOverlap(_ assignment: Assignment, _ place: Place, _ other: Place, _ total: FixedDecimal) {
        let person = records[BuiltInKind.person]?.id(assignment.person) ?? "?"
        let percent = (try? total.multiplied(by: 100)) ?? total
        findings.report(
            "overlapping-assignments", at: place,
            LocalizedText(
                en:
                    "on \(assignment.validity.from) '\(person)' already holds an assignment (\(other.address)); together \(percent) % of full time",
                ru:
                    "на \(assignment.validity.from) у «\(person)» уже есть назначение (\(other.address)); вместе \(percent) % ставки"
            ),
            remedy: LocalizedText(
                en: "end the earlier one with 'until', or give both a 'share'",
                ru: "закончите прежнее в «until» или укажите доли в «share»"))
    }

    private func resolvedUnitParents() -> [Int32?] {
        guard let units = records[BuiltInKind.unit] else { return [] }
        var parents = [Int32?](repeating: nil, count: units.count)
        for (unit, (parent, place)) in unitParents.sorted(by: { $0.key < $1.key }) {
            guard let number = units.number(of: unit) else { continue }
            guard let above = units.number(of: parent) else {
                reportUnknown(parent, BuiltInKind.unit, units, place)
                continue
            }
            parents[Int(number)] = above
        }
        for unit in parents.indices where Self.isCyclic(from: unit, parents) {
            findings.report(
                "cycle", at: unitParents[units.id(Int32(unit))]?.place,
                LocalizedText(
                    en: "the unit '\(units.id(Int32(unit)))' is below itself",
                    ru: "подразделение «\(units.id(Int32(unit)))» входит само в себя"),
                remedy: LocalizedText(en: "mend its 'parent'", ru: "исправьте его «parent»"))
            parents[unit] = nil
        }
        return parents
    }

    private static func isCyclic(from unit: Int, _ parents: [Int32?]) -> Bool {
        var above = parents[unit]
        for _ in parents.indices {
            guard let next = above else { return false }
            if Int(next) == unit { return true }
            above = parents[Int(next)]
        }
        return false
    }

    /// Nobody may report to himself through others on any day.
    private func checkReportingLines() {
        for (index, assignment) in assignments.enumerated() {
            guard let line = organisation.lineBack(to: assignment.person, from: index) else { continue }
            let person = records[BuiltInKind.person]?.id(assignment.person) ?? "?"
            guard line.last == assignment.person else {
                findings.report(
                    "too-deep", at: assignmentPlaces[index],
                    LocalizedText(
                        en: "above '\(person)' stand more than \(Organisation.lineLimit) managers, one above the other",
                        ru: "над «\(person)» больше \(Organisation.lineLimit) руководителей друг над другом"),
                    remedy: LocalizedText(en: "mend the column 'manager'", ru: "исправьте столбец «manager»"))
                continue
            }
            let names = line.map { records[BuiltInKind.person]?.id($0) ?? "?" }.joined(separator: " → ")
            findings.report(
                "cycle", at: assignmentPlaces[index],
                LocalizedText(
                    en: "the reporting line of '\(person)' leads back to where it began: \(names)",
                    ru: "подчинение «\(person)» замыкается в круг: \(names)"),
                remedy: LocalizedText(en: "mend the column 'manager'", ru: "исправьте столбец «manager»"))
        }
    }

    // MARK: Teams

    func readTeams() {
        for (file, spec) in files(for: "teams", kind: "team") {
            let columns = [
                TableSchema.Column("subject", .code), TableSchema.Column("role", .code),
                TableSchema.Column("person", .code), TableSchema.Column("from", .day, isOptional: true),
                TableSchema.Column("until", .day, isOptional: true),
            ]
            let table = read(file, spec, columns)
            guard let people = recordNumbers(table, "person", BuiltInKind.person, file) else { continue }
            for row in 0..<table.rowCount where people[row] >= 0 {
                let place = self.place(file, line: table.lineNumbers[row])
                guard let subject = table.text("subject", row), let role = table.text("role", row),
                    let days = validity(table, row, place)
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
        records.values.contains { $0.number(of: id) != nil }
    }

    private func reportUnknownSubject(_ id: String, _ place: Place) {
        if isConsequence(id, records.keys.sorted(), at: place) { return }
        findings.report(
            "unknown-record", at: place,
            LocalizedText(en: "no record has the id '\(id)'", ru: "нет записи с id «\(id)»"),
            remedy: Suggestion.remedy(forRecord: id, among: records.values.flatMap(\.ids))
                ?? LocalizedText(
                    en: "name a client, a territory or another record by its id",
                    ru: "назовите клиента, территорию или другую запись по её id"), cell: id)
    }

    private func add(_ member: TeamMember, _ role: String, _ subject: String, _ place: Place) {
        if let other = teams.members[role]?[subject]?.first(where: { $0.validity.overlaps(member.validity) }) {
            let person = records[BuiltInKind.person]?.id(other.person) ?? "?"
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
