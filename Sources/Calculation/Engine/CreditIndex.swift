internal import Company
internal import Periods

/// The rows of an event table in the order in which they are asked for: by credited person, then by day, then as they were read.
///
/// One slice of it answers every question about a person and a stretch of time.
struct CreditIndex: Sendable {
    /// Where each person's rows begin; one more than people.
    let offsets: [Int]
    /// Event rows.
    let rows: [Int32]
    /// The day of each row; ``EventColumn/emptyDay`` sorts first.
    let days: [Int32]
    /// The credited share of each row in 10^-9; empty when every row is credited whole.
    let shares: [Int64]

    static let wholeShare: Int64 = 1_000_000_000

    /// The positions of a person's rows in a range of days.
    func positions(of person: Int32, in range: DayRange) -> Range<Int> {
        positions(between: offsets[Int(person)], offsets[Int(person) + 1], range)
    }

    private func positions(between start: Int, _ end: Int, _ range: DayRange) -> Range<Int> {
        if range == .always { return start..<end }
        let low = firstPosition(notBefore: range.from.number, start, end)
        return low..<firstPosition(notBefore: range.until.number, low, end)
    }

    private func firstPosition(notBefore day: Int32, _ start: Int, _ end: Int) -> Int {
        var low = start
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The person a position is credited to.
    func person(at position: Int) -> Int32 {
        var low = 0
        var high = offsets.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if offsets[middle] <= position { low = middle } else { high = middle }
        }
        return Int32(low)
    }

    func share(at position: Int) -> Int64 { shares.isEmpty ? Self.wholeShare : shares[position] }
}

// MARK: - Building

extension CreditIndex {
    /// Sorts an event table by a credit rule and a day field.
    init(_ model: CompanyModel, event: Int, credit: CreditRule, date: Int) {
        let table = model.events[event]
        let days = Self.days(table.columns[date], count: table.rowCount)
        let byDay = Self.sortedByDay(days)
        let crediting = Crediting(model, event: event, rule: credit, days: days)
        self.init(byDay: byDay, days: days, people: model.people.count, crediting: crediting)
    }

    /// All rows under one imaginary person: the company.
    init(wholeCompany model: CompanyModel, event: Int, date: Int) {
        let days = Self.days(model.events[event].columns[date], count: model.events[event].rowCount)
        let rows = Self.sortedByDay(days)
        offsets = [0, rows.count]
        self.rows = rows
        self.days = rows.map { days[Int($0)] }
        shares = []
    }

    private init(byDay: [Int32], days: [Int32], people: Int, crediting: Crediting) {
        var counts = [Int](repeating: 0, count: people + 1)
        for row in byDay { crediting.forEach(Int(row)) { person, _ in counts[Int(person) + 1] += 1 } }
        for person in 0..<people { counts[person + 1] += counts[person] }
        offsets = counts
        let total = counts[people]
        var next = counts
        var rows = [Int32](repeating: 0, count: total)
        var sortedDays = [Int32](repeating: 0, count: total)
        var shares = crediting.isShared ? [Int64](repeating: 0, count: total) : []
        for row in byDay {
            crediting.forEach(Int(row)) { person, share in
                let position = next[Int(person)]
                next[Int(person)] += 1
                rows[position] = row
                sortedDays[position] = days[Int(row)]
                if crediting.isShared { shares[position] = share }
            }
        }
        self.rows = rows
        self.days = sortedDays
        self.shares = shares
    }

    static func days(_ column: EventColumn, count: Int) -> [Int32] {
        if case .day(let days) = column { return days }
        return [Int32](repeating: EventColumn.emptyDay, count: count)
    }

    /// Row numbers by day, rows of one day as they were read: a counting sort, since days are few.
    private static func sortedByDay(_ days: [Int32]) -> [Int32] {
        var first = Int32.max
        var last = Int32.min
        for day in days where day != EventColumn.emptyDay {
            first = min(first, day)
            last = max(last, day)
        }
        guard first <= last else { return (0..<days.count).map { Int32($0) } }
        // Slot 0 is for rows without a day.
        var starts = [Int](repeating: 0, count: Int(last - first) + 3)
        for day in days { starts[slot(day, first) + 1] += 1 }
        for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
        var sorted = [Int32](repeating: 0, count: days.count)
        for (row, day) in days.enumerated() {
            let slot = slot(day, first)
            sorted[starts[slot]] = Int32(row)
            starts[slot] += 1
        }
        return sorted
    }

    private static func slot(_ day: Int32, _ first: Int32) -> Int {
        day == EventColumn.emptyDay ? 0 : Int(day - first) + 1
    }
}

/// Answers for each row who is credited with how much of it.
struct Crediting {
    private let people: [Int32]
    private let split: SplitTable?

    /// Whether rows may be credited in parts.
    var isShared: Bool { split != nil }

    init(_ model: CompanyModel, event: Int, rule: CreditRule, days: [Int32]) {
        let table = model.events[event]
        switch rule {
        case .field(let field):
            people = Self.records(table.columns[field], table.rowCount)
            split = nil
        case .split(let number, let otherwise):
            people = otherwise.map { Self.records(table.columns[$0], table.rowCount) } ?? Self.nobody(table.rowCount)
            split = model.splits[number]
        case .team(let field, let role):
            people = Self.team(model, event, field, role, days)
            split = nil
        case .nobody:
            people = Self.nobody(table.rowCount)
            split = nil
        }
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

    @inline(__always)
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
