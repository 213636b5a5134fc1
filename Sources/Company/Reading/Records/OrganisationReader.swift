internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Who works where and under whom: the table of assignments, with the tree of units.
struct CompanyOrganisation {
    /// One column for each field that the company adds to an assignment.
    fileprivate(set) var columns: [EventColumn] = []
    fileprivate(set) var organisation = Organisation(assignments: [], people: 0, unitParents: [])

    /// Reads the table.
    init(_ records: Records, _ tables: TableSource, _ findings: Findings) {
        var reader = OrganisationReader(
            records: records, tables: tables, finder: RecordFinder(tables), findings: findings,
            read: CompanyOrganisation())
        reader.readAll()
        self = reader.read
    }

    /// Knows nobody.
    init() {}
}

private struct OrganisationReader {
    let records: Records
    let tables: TableSource
    let finder: RecordFinder
    let findings: Findings
    var read: CompanyOrganisation
    private var assignments: [Assignment] = []
    /// Where each assignment stands.
    private var places: [Place] = []
    /// How many rows the tables have, including those set aside.
    private var rows = 0

    init(
        records: Records, tables: TableSource, finder: RecordFinder, findings: Findings, read: CompanyOrganisation
    ) {
        self.records = records
        self.tables = tables
        self.finder = finder
        self.findings = findings
        self.read = read
    }

    mutating func readAll() {
        let kind = tables.names.assignmentKind
        read.columns = kind.fields.map { EventColumn.empty(for: $0.type) }
        for (file, spec) in tables.files(for: "assignments", kind: RecordKind.assignment) {
            append(tables.read(file, spec, kind.assignmentColumns), file)
        }
        checkOverlaps()
        read.organisation = Organisation(
            assignments: assignments, people: finder.records[BuiltInKind.person]?.count ?? 0,
            unitParents: resolvedUnitParents())
        checkReportingLines()
    }

    private mutating func append(_ table: ColumnTable, _ file: SourceFile) {
        guard table.rowCount > 0, let people = finder.recordNumbers(table, "person", BuiltInKind.person, file),
            let positions = finder.recordNumbers(table, "position", BuiltInKind.position, file),
            let units = finder.recordNumbers(table, "unit", BuiltInKind.unit, file),
            let managers = finder.recordNumbers(table, "manager", BuiltInKind.person, file)
        else { return }
        let firstRow = rows
        for row in 0..<table.rowCount {
            let place = tables.place(file, line: table.lineNumbers[row])
            guard people[row] >= 0, positions[row] >= 0, units[row] >= 0,
                let validity = tables.validity(table, row, place)
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
            places.append(place)
        }
        for (index, field) in tables.names.assignmentKind.fields.enumerated() {
            finder.append(table, field, file, to: &read.columns[index], as: .level)
        }
        rows += table.rowCount
    }

    /// Two assignments may hold at once only when their shares of time fit into one person.
    private func checkOverlaps() {
        let byPerson = Dictionary(grouping: assignments.indices) { assignments[$0].person }
        for (_, indices) in byPerson.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
            for overlap in Organisation.overlaps(indices, among: assignments) {
                let (place, other) = (places[overlap.assignment], places[overlap.other])
                reportOverlap(assignments[overlap.assignment], place, other, overlap.total)
            }
        }
    }

    private func reportOverlap(_ assignment: Assignment, _ place: Place, _ other: Place, _ total: FixedDecimal) {
        let person = finder.records[BuiltInKind.person]?.id(assignment.person) ?? "?"
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
        guard let units = finder.records[BuiltInKind.unit] else { return [] }
        var parents = [Int32?](repeating: nil, count: units.count)
        for (unit, (parent, place)) in records.unitParents.sorted(by: { $0.key < $1.key }) {
            guard let number = units.number(of: unit) else { continue }
            guard let above = units.number(of: parent) else {
                finder.reportUnknown(parent, BuiltInKind.unit, units, place)
                continue
            }
            parents[Int(number)] = above
        }
        for unit in parents.indices where Self.isCyclic(from: unit, parents) {
            findings.report(
                "cycle", at: records.unitParents[units.id(Int32(unit))]?.place,
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
        for (index, assignment) in read.organisation.assignments.enumerated() {
            guard let line = read.organisation.lineBack(to: assignment.person, from: index) else { continue }
            let person = finder.records[BuiltInKind.person]?.id(assignment.person) ?? "?"
            guard line.last == assignment.person else {
                findings.report(
                    "too-deep", at: places[index],
                    LocalizedText(
                        en: "above '\(person)' stand more than \(Organisation.lineLimit) managers, one above the other",
                        ru: "над «\(person)» больше \(Organisation.lineLimit) руководителей друг над другом"),
                    remedy: LocalizedText(en: "mend the column 'manager'", ru: "исправьте столбец «manager»"))
                continue
            }
            let names = line.map { finder.records[BuiltInKind.person]?.id($0) ?? "?" }.joined(separator: " → ")
            findings.report(
                "cycle", at: places[index],
                LocalizedText(
                    en: "the reporting line of '\(person)' leads back to where it began: \(names)",
                    ru: "подчинение «\(person)» замыкается в круг: \(names)"),
                remedy: LocalizedText(en: "mend the column 'manager'", ru: "исправьте столбец «manager»"))
        }
    }
}
