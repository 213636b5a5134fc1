internal import Periods
public import Quantities

/// Rows that come, change or leave, as changes of a company that was read before them.
///
/// What the rows mean is decided where it always is: they are read with the small tables into a company of their own, the *news*,
/// together with the rows that they name. Here its numbers of events, texts and decimals become those of the company that is
/// followed, and events that came since keep the numbers that they were given then.
public struct RowFollower: Sendable {
    /// The company as it was read.
    private let model: CompanyModel
    private let indices: [Once<EventKeyIndex>]
    /// By kind the numbers of the events that came since, by their identifiers.
    private var came: [[String: Int]]
    private var assignments: [AssignmentVersion?]

    /// Follows a company.
    public init(_ model: CompanyModel) {
        self.model = model
        indices = model.events.map { table in Once { EventKeyIndex(table.keys) } }
        came = model.events.map { _ in [:] }
        assignments = model.organisation.assignments.indices.map { model.version(ofAssignment: $0) }
    }

    /// A row of a large table that is another one now.
    public struct Row: Hashable, Sendable {
        /// Its table: a kind of events, `targets` or `entered`.
        public var kind: String
        /// What identifies it.
        public var key: String
        /// Whether it was there before.
        public var wasThere: Bool
        /// Whether it is there now.
        public var isThere: Bool

        /// Names a row.
        public init(kind: String, key: String, wasThere: Bool, isThere: Bool) {
            self.kind = kind
            self.key = key
            self.wasThere = wasThere
            self.isThere = isThere
        }
    }

    /// A change, and the row that it comes from; of assignments none.
    public struct Followed: Sendable {
        /// The change, in the numbers of the company that is followed.
        public var change: LiveRowChange
        /// The row.
        public var row: Row?
    }

    /// A change that rows make.
    public enum LiveRowChange: Sendable {
        /// Of an event.
        case event(EventChange)
        /// Of a target or an entered value.
        case recorded(isTarget: Bool, RecordedValues.Key, FixedDecimal?)
        /// Of assignments.
        case assignments([AssignmentChange])
    }

    // MARK: Events

    /// What changed events are.
    ///
    /// - Parameters:
    ///   - rows: Rows of kinds of events, those that came in the order in which they stand.
    ///   - news: The small tables of now with these rows, those that they name, and the shares of all of them.
    /// - Returns: Events that are named before those that name them, and those that left last; `nil` when the company has to be
    ///   calculated anew, for instance because a text or a decimal place is new to it.
    public mutating func events(_ rows: [Row], news: CompanyModel) -> [Followed]? {
        guard news.eventKinds.count == model.eventKinds.count, model.hasSameRecords(as: news) else { return nil }
        var numbers: [[Int32]] = []
        for event in model.eventKinds.indices {
            guard let own = number(event, rows, news) else { return nil }
            numbers.append(own)
        }
        var followed: [Followed] = []
        var gone: [Followed] = []
        let order = model.eventsNamedFirst
        for event in order {
            let own = rows.filter { $0.kind == model.eventKinds[event].name }
            if own.isEmpty { continue }
            guard let columns = columns(event, news, numbers) else { return nil }
            let split = news.ownSplits(of: event).first
            let places = EventKeyIndex(news.events[event].keys)
            let keys = KeyColumn(own.map(\.key))
            for (place, row) in own.enumerated() {
                if !row.isThere {
                    guard let number = known(event, row.key) else { return nil }
                    gone.append(
                        Followed(change: .event(EventChange(event: event, row: number, version: nil)), row: row))
                    continue
                }
                guard let new = places.row(named: place, in: keys) else { return nil }
                let version = EventVersion(
                    values: columns.map { $0[Int(new)] }, shares: split.map { news.shares($0, row: Int(new)) } ?? [])
                let change = EventChange(event: event, row: Int(numbers[event][Int(new)]), version: version)
                followed.append(Followed(change: .event(change), row: row))
            }
        }
        let last = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        return followed
            + gone.sorted { left, right in (last[left.event] ?? 0) > (last[right.event] ?? 0) }
    }

    /// The number of an event that the company knows.
    private func known(_ event: Int, _ key: String) -> Int? {
        came[event][key] ?? indices[event].value.row(named: 0, in: KeyColumn([key])).map { Int($0) }
    }

    /// The numbers of the news of a kind; events that come get the next ones.
    private mutating func number(_ event: Int, _ rows: [Row], _ news: CompanyModel) -> [Int32]? {
        let name = model.eventKinds[event].name
        let coming = Set(rows.filter { $0.kind == name && $0.isThere }.map(\.key))
        var next = model.events[event].rowCount + came[event].count
        var numbers: [Int32] = []
        for row in 0..<news.events[event].rowCount {
            let key = news.events[event].keys[row]
            if let known = known(event, key) {
                numbers.append(Int32(truncatingIfNeeded: known))
                continue
            }
            guard coming.contains(key) else { return nil }
            came[event][key] = next
            numbers.append(Int32(truncatingIfNeeded: next))
            next += 1
        }
        return numbers
    }

    /// The values of the news of a kind in the numbers of the company, by field and row.
    private func columns(_ event: Int, _ news: CompanyModel, _ numbers: [[Int32]]) -> [[Int64]]? {
        let kind = model.eventKinds[event]
        guard news.eventKinds[event].fields.count == kind.fields.count else { return nil }
        var columns: [[Int64]] = []
        for index in kind.fields.indices {
            let own = news.events[event].columns[index]
            let named = model.eventReferences.first { $0.event == event && $0.field == index }?.named
            guard
                let values = values(
                    own, old: model.events[event].columns.shape(of: index), named: named.map { numbers[$0] },
                    count: news.events[event].rowCount)
            else { return nil }
            columns.append(values)
        }
        return columns
    }

    private func values(_ own: EventColumn, old: EventColumn, named: [Int32]?, count: Int) -> [Int64]? {
        let values = (0..<count).map { own.number(at: $0) }
        switch (own, old) {
        case (.day, .day), (.flag, .flag): return values
        case (.record, .record):
            guard let named else { return values }
            return values.map { $0 == EventVersion.none ? $0 : Int64(named[Int($0)]) }
        case (.decimal(_, let scale), .decimal(_, let places)):
            // What was read has as many places as its longest number; zeros at their ends are none.
            guard scale > places else { return EventColumn.rescaled(values, from: scale, to: places) }
            return EventColumn.shortened(values, by: scale - places)
        case (.text(_, let texts), .text(_, let dictionary)):
            let wanted = Set(texts)
            var codes: [String: Int64] = [:]
            for (code, text) in dictionary.enumerated() where wanted.contains(text) { codes[text] = Int64(code) }
            var translated: [Int64] = []
            for value in values {
                guard value != EventVersion.none else {
                    translated.append(value)
                    continue
                }
                guard let code = codes[texts[Int(value)]] else { return nil }
                translated.append(code)
            }
            return translated
        default: return nil
        }
    }

    // MARK: Targets, entered values, assignments

    /// What changed targets or entered values are.
    ///
    /// - Parameters:
    ///   - rows: Their rows, all of one table.
    ///   - before: A company with these rows as they were.
    ///   - news: A company with them as they are.
    public func recorded(_ rows: [Row], isTarget: Bool, before: CompanyModel, news: CompanyModel) -> [Followed]? {
        guard model.hasSameRecords(as: news), model.hasSameRecords(as: before) else { return nil }
        let old = isTarget ? before.targets.values : before.entered.values
        let new = isTarget ? news.targets.values : news.entered.values
        let order = Dictionary(rows.enumerated().map { ($1.key, $0) }) { first, _ in first }
        var followed: [(place: Int, one: Followed)] = []
        for key in Set(old.keys).union(new.keys) where old[key]?.value != new[key]?.value {
            let name = name(of: key)
            let place = order[name]
            followed.append(
                (
                    place ?? rows.count,
                    Followed(
                        change: .recorded(isTarget: isTarget, key, new[key]?.value), row: place.map { rows[$0] })
                ))
        }
        return followed.sorted { $0.place < $1.place }.map(\.one)
    }

    /// The key of the row in which a value stands.
    private func name(of key: RecordedValues.Key) -> String {
        let subject: String =
            switch key.subject {
            case .person(let person): model.people.id(person)
            case .unit(let unit): model.units.id(unit)
            case .everybody: ""
            }
        return [model.metrics[key.metric].name, subject, key.period == .all ? "" : key.period.description].joined(
            separator: "\u{1F}")
    }

    /// What has become of assignments; `nil` when the company has to be calculated anew, nothing when they are the same.
    ///
    /// One that is other for the same person is changed in its place; what is left of those before has ended, what is left of
    /// those now has begun.
    public mutating func assignments(news: CompanyModel) -> [AssignmentChange]? {
        guard model.hasSameRecords(as: news) else { return nil }
        let all = news.organisation.assignments.indices.compactMap { news.version(ofAssignment: $0) }
        var unmet: [AssignmentVersion: Int] = [:]
        for version in all { unmet[version, default: 0] += 1 }
        var left: [Int] = []
        for (number, version) in assignments.enumerated() {
            guard let version else { continue }
            if let count = unmet[version], count > 0 { unmet[version] = count - 1 } else { left.append(number) }
        }
        var coming: [AssignmentVersion] = []
        for version in all.reversed() {
            guard let count = unmet[version], count > 0 else { continue }
            unmet[version] = count - 1
            coming.insert(version, at: 0)
        }
        var changes: [AssignmentChange] = []
        for number in left {
            let person = assignments[number]?.person
            if let next = coming.firstIndex(where: { $0.person == person }) {
                changes.append(AssignmentChange(number, coming.remove(at: next)))
            } else {
                changes.append(AssignmentChange(number, nil))
            }
        }
        for version in coming {
            changes.append(AssignmentChange(assignments.count, version))
            assignments.append(nil)
        }
        for change in changes { assignments[change.number] = change.version }
        return changes
    }
}

extension RowFollower.Followed {
    fileprivate var event: Int {
        if case .event(let change) = change { change.event } else { 0 }
    }
}

extension CompanyModel {
    /// The kinds of events in an order in which those that are named stand before those that name them.
    fileprivate var eventsNamedFirst: [Int] {
        var order: [Int] = []
        var open = Set(eventKinds.indices)
        while !open.isEmpty {
            let free = open.filter { event in
                !eventReferences.contains { $0.event == event && $0.named != event && open.contains($0.named) }
            }
            // Kinds that name each other in a circle have no order; they come as they are declared.
            let next = (free.isEmpty ? open : free).sorted()
            order += next
            open.subtract(next)
        }
        return order
    }
}

extension EventColumn {
    /// Numbers with fewer places; `nil` when one would lose something.
    fileprivate static func shortened(_ numbers: [Int64], by places: Int) -> [Int64]? {
        guard places <= 18 else { return nil }
        let factor = (0..<places).reduce(Int64(1)) { product, _ in product * 10 }
        var shortened: [Int64] = []
        for number in numbers {
            guard number != emptyNumber else {
                shortened.append(number)
                continue
            }
            guard number % factor == 0 else { return nil }
            shortened.append(number / factor)
        }
        return shortened
    }
}
