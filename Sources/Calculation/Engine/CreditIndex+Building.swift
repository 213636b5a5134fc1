internal import Company
internal import Periods

extension CreditIndex {
    /// Sorts an event table by a credit rule and a day field.
    convenience init(_ model: CompanyModel, event: Int, credit: CreditRule, date: Int) {
        let days = Self.days(model, event: event, date: date)
        let crediting = Crediting(model, event: event, rule: credit, days: days)
        let lines = LineOrder(crediting, days, people: model.people.count).lines(threads: 1)
        self.init(lines, shared: crediting.split.map { SharedParts($0, lines) })
    }

    /// All rows under one imaginary person: the company.
    convenience init(wholeCompany model: CompanyModel, event: Int, date: Int) {
        let days = Self.days(model, event: event, date: date)
        let company = Crediting(people: [Int32](repeating: 0, count: days.count), split: nil)
        let lines = LineOrder(company, days, people: 1).lines(threads: 1)
        self.init(lines, shared: nil)
    }

    private convenience init(_ lines: OrderedLines, shared: SharedParts?) {
        self.init(
            offsets: lines.offsets, rows: lines.rows.array, days: lines.days.array, shares: lines.shares?.array ?? [],
            shared: shared)
    }

    /// The days that place the rows of an event table.
    private static func days(_ model: CompanyModel, event: Int, date: Int) -> [Int32] {
        days(model.events[event].columns[date], count: model.events[event].rowCount)
    }

    static func days(_ column: EventColumn, count: Int) -> [Int32] {
        if case .day(let days) = column { return days }
        return [Int32](repeating: EventColumn.emptyDay, count: count)
    }
}

extension SharedParts {
    /// Finds the parts of split rows among the lines.
    fileprivate init(_ split: SplitTable, _ lines: OrderedLines) {
        let (firstParts, persons) = (split.offsets, split.persons)
        var positions = [Int32](repeating: 0, count: persons.count)
        for person in 0..<lines.offsets.count - 1 where !firstParts.isEmpty {
            // Parts of a row that go to the same person follow each other.
            var part = -1
            for position in lines.offsets[person]..<lines.offsets[person + 1] {
                let row = Int(lines.rows.base[position])
                let parts = Int(firstParts[row])..<Int(firstParts[row + 1])
                if parts.isEmpty { continue }
                part = parts.contains(part) ? part + 1 : parts.lowerBound
                while Int(persons[part]) != person { part += 1 }
                positions[part] = Int32(truncatingIfNeeded: position)
            }
        }
        self.init(split, positions)
    }
}
