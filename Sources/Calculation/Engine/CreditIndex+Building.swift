internal import Company
internal import Periods

extension CreditIndex {
    /// Sorts an event table by a credit rule and a day field.
    convenience init(_ model: CompanyModel, event: Int, credit: CreditRule, date: Int) {
        let table = model.events[event]
        let days = Self.days(table.columns[date], count: table.rowCount)
        let crediting = Crediting(model, event: event, rule: credit, days: days)
        self.init(byDay: Self.sortedByDay(days), days, crediting, people: model.people.count)
    }

    /// All rows under one imaginary person: the company.
    convenience init(wholeCompany model: CompanyModel, event: Int, date: Int) {
        let days = Self.days(model.events[event].columns[date], count: model.events[event].rowCount)
        let rows = Self.sortedByDay(days)
        self.init(offsets: [0, rows.count], rows: rows, days: rows.map { days[Int($0)] }, shares: [], shared: nil)
    }

    /// Counts, then puts every row where it belongs: two passes, nothing is compared.
    private convenience init(byDay: [Int32], _ days: [Int32], _ crediting: Crediting, people: Int) {
        let offsets = crediting.offsets(people: people)
        let split = crediting.split
        // Taken out once: asking the table for every row would count references millions of times.
        let (firstParts, persons, partShares) = (split?.offsets ?? [], split?.persons ?? [], split?.shares ?? [])
        let isSplit = !firstParts.isEmpty
        let credited = crediting.people
        var next = offsets
        var rows = [Int32](repeating: 0, count: offsets[people])
        var sortedDays = rows
        var shares = [Int32](repeating: Int32(Self.wholeShare), count: split == nil ? 0 : rows.count)
        var positions = [Int32](repeating: 0, count: persons.count)
        for row in byDay {
            if isSplit, firstParts[Int(row)] != firstParts[Int(row) + 1] {
                for part in Int(firstParts[Int(row)])..<Int(firstParts[Int(row) + 1]) {
                    let person = Int(persons[part])
                    let position = next[person]
                    next[person] += 1
                    rows[position] = row
                    sortedDays[position] = days[Int(row)]
                    shares[position] = Int32(truncatingIfNeeded: partShares[part])
                    positions[part] = Int32(truncatingIfNeeded: position)
                }
                continue
            }
            let person = Int(credited[Int(row)])
            guard person >= 0 else { continue }
            let position = next[person]
            next[person] += 1
            rows[position] = row
            sortedDays[position] = days[Int(row)]
        }
        self.init(
            offsets: offsets, rows: rows, days: sortedDays, shares: shares,
            shared: split.map { SharedParts($0, positions) })
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
        for row in days.indices {
            let slot = slot(days[row], first)
            sorted[starts[slot]] = Int32(truncatingIfNeeded: row)
            starts[slot] += 1
        }
        return sorted
    }

    private static func slot(_ day: Int32, _ first: Int32) -> Int {
        day == EventColumn.emptyDay ? 0 : Int(day - first) + 1
    }
}
