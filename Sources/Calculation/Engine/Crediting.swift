internal import Company
internal import Periods

/// Answers for each row who is credited with how much of it.
struct Crediting {
    /// Whose each row is when it is not split; ``EventColumn/emptyCode`` when it is nobody's.
    let people: [Int32]
    /// Who shares which rows.
    let split: SplitTable?

    init(_ model: CompanyModel, event: Int, rule: CreditRule, days: [Int32]) {
        let table = model.events[event]
        switch rule {
        case .field(let field):
            people = Self.records(table.columns[field], table.rowCount)
            split = nil
        case .split(let number, let otherwise):
            people = otherwise.map { Self.records(table.columns[$0], table.rowCount) } ?? Self.nobody(table.rowCount)
            split = model.splits[number].rowCount == nil ? nil : model.splits[number].loaded
        case .team(let field, let role):
            people = Self.team(model, event, field, role, days)
            split = nil
        case .nobody:
            people = Self.nobody(table.rowCount)
            split = nil
        }
    }

    init(people: [Int32], split: SplitTable?) {
        self.people = people
        self.split = split
    }

    private static func nobody(_ count: Int) -> [Int32] {
        [Int32](repeating: EventColumn.emptyCode, count: count)
    }

    private static func records(_ column: EventColumn, _ count: Int) -> [Int32] {
        if case .record(let numbers) = column { return numbers }
        return nobody(count)
    }

    /// Looks each record's members up once; rows then only compare days.
    private static func team(_ model: CompanyModel, _ event: Int, _ field: Int, _ role: String, _ days: [Int32])
        -> [Int32]
    {
        guard case .record(let kind) = model.eventKinds[event].fields[field].type,
            case .record(let numbers) = model.events[event].columns[field]
        else { return nobody(days.count) }
        let byId = model.teams.members[role] ?? [:]
        let members = model.records(kind).ids.map { byId[$0] ?? [] }
        return numbers.enumerated().map { row, number in
            guard number >= 0, days[row] != EventColumn.emptyDay else { return EventColumn.emptyCode }
            let day = CivilDay(number: days[row])
            return members[Int(number)].first { $0.validity.contains(day) }?.person ?? EventColumn.emptyCode
        }
    }

    /// Calls with the persons credited with one row and their shares in 10^-9.
    func forEach(_ row: Int, _ body: (Int32, Int64) -> Void) {
        if let split {
            let range = split.range(of: row)
            if !range.isEmpty {
                for part in range { body(split.persons[part], split.shares[part]) }
                return
            }
        }
        let person = people[row]
        if person >= 0 { body(person, CreditIndex.wholeShare) }
    }
}
