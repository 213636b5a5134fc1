internal import Company
internal import Periods

/// Answers for each row who is credited with how much of it.
struct Crediting {
    /// Whose each row is when it is not split; ``EventColumn/emptyCode`` when it is nobody's.
    let people: [Int32]
    /// Who shares which rows.
    let split: SplitTable?

    init(_ model: CompanyModel, event: Int, rule: CreditRule, days: [Int32]) {
        self.init(model, event: event, rule: rule, days: days) { model.events[event].columns[$0] }
    }

    /// - Parameter column: Gives the fields of the events.
    init(
        _ model: CompanyModel, event: Int, rule: CreditRule, days: [Int32], column: (_ field: Int) -> EventColumn
    ) {
        let count = model.events[event].rowCount
        switch rule {
        case .field(let field):
            people = Self.records(column(field), count)
            split = nil
        case .split(let number, let otherwise):
            people = otherwise.map { Self.records(column($0), count) } ?? Self.nobody(count)
            split = model.splits[number].rowCount == nil ? nil : model.splits[number].loaded
        case .team(let field, let role):
            people = Self.team(model, event, column(field), field, role, days)
            split = nil
        case .nobody:
            people = Self.nobody(count)
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
    private static func team(
        _ model: CompanyModel, _ event: Int, _ column: EventColumn, _ field: Int, _ role: String, _ days: [Int32]
    ) -> [Int32] {
        guard case .record(let kind) = model.eventKinds[event].fields[field].type, case .record(let numbers) = column
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
