public import Calculation
public import Company
internal import Formulas
public import Periods

/// A deal such as somebody makes: of his deals of the last year the middle one by its amount. What another one would bring is told by
/// supposing it once more, with another amount.
public struct UsualDeal: Sendable {
    /// The number of its kind.
    public let kind: Int
    /// Its row in the company.
    public let row: Int
    /// The field that holds its amount.
    public let amountField: Int
    /// Its amount, in units of the company's currency of so many places.
    public let amount: Int64
    /// The places of ``amount``.
    public let places: Int
    private let version: EventVersion
    private let dateField: Int

    /// Finds it.
    ///
    /// Looked at are the kinds of events that name the person they are credited to, and of these the one of which he has most.
    ///
    /// - Parameters:
    ///   - person: The person's number.
    ///   - day: The deals of the year that ends with it are looked at.
    /// - Returns: `nil` when he has none with an amount.
    public init?(of person: Int32, in model: CompanyModel, until day: CivilDay) {
        var best: (kind: Int, amountField: Int, rows: [Int])?
        for (kind, own) in model.eventKinds.enumerated() {
            guard let credit = Self.personField(own.credit),
                let amount = own.ownFields.firstIndex(where: { $0.type == .money && !$0.isOptional })
            else { continue }
            let rows = Self.rows(of: person, kind, credit, model, until: day)
            if rows.count > (best?.rows.count ?? 0) { best = (kind, amount, rows) }
        }
        guard let best else { return nil }
        let column = model.events[best.kind].columns[best.amountField]
        guard case .decimal(let amounts, let places) = column else { return nil }
        let ordered = best.rows.filter { amounts[$0] != EventVersion.none && amounts[$0] > 0 }
            .sorted { (amounts[$0], $0) < (amounts[$1], $1) }
        guard !ordered.isEmpty else { return nil }
        row = ordered[(ordered.count - 1) / 2]
        kind = best.kind
        amountField = best.amountField
        amount = amounts[row]
        self.places = places
        dateField = model.eventKinds[kind].dateField
        version = Self.bare(model.version(of: kind, row: row), model.eventKinds[kind])
    }

    private static func personField(_ credit: CreditRule) -> Int? {
        switch credit {
        case .field(let field): field
        case .split(_, let otherwise): otherwise
        case .team, .nobody: nil
        }
    }

    private static func rows(
        of person: Int32, _ kind: Int, _ credit: Int, _ model: CompanyModel, until day: CivilDay
    ) -> [Int] {
        guard case .record(let people) = model.events[kind].columns[credit],
            case .day(let days) = model.events[kind].columns[model.eventKinds[kind].dateField]
        else { return [] }
        return people.indices.filter {
            people[$0] == person && days[$0] <= day.number && days[$0] > day.number - 366
        }
    }

    /// The deal without what may be left empty, and without shares.
    private static func bare(_ version: EventVersion, _ kind: EventKind) -> EventVersion {
        var bare = EventVersion(values: version.values)
        for (index, field) in kind.ownFields.enumerated() where field.isOptional && index != personField(kind.credit) {
            bare.values[index] = EventVersion.none
        }
        for (number, source) in kind.gathered.enumerated() where bare.values[source.reference] == EventVersion.none {
            bare.values[kind.ownFields.count + number] = EventVersion.none
        }
        return bare
    }

    /// The same deal once more.
    ///
    /// - Parameters:
    ///   - amount: Its amount, in the units of ``amount``.
    ///   - day: Its day.
    ///   - run: Whose next row it takes.
    ///   - others: How many others are supposed before it.
    public func supposed(_ amount: Int64, on day: CivilDay, _ run: LiveRun, after others: Int = 0) -> LiveChange {
        var version = version
        version.values[amountField] = amount
        version.values[dateField] = Int64(day.number)
        return .event(EventChange(event: kind, row: run.nextRow(of: kind) + others, version: version))
    }

    /// The person's deals of this kind on some days, with amounts above zero.
    ///
    /// - Parameter changes: What has come since the company was read.
    public func deals(
        of person: Int32, in model: CompanyModel, _ days: DayRange, after changes: [EventChange]
    ) -> [(day: CivilDay, amount: Int64)] {
        guard let credit = Self.personField(model.eventKinds[kind].credit),
            case .record(let people) = model.events[kind].columns[credit],
            case .day(let dates) = model.events[kind].columns[dateField],
            case .decimal(let amounts, _) = model.events[kind].columns[amountField]
        else { return [] }
        func deal(_ owner: Int64, _ date: Int64, _ amount: Int64) -> (day: CivilDay, amount: Int64)? {
            guard owner == Int64(person), date >= Int64(days.from.number), date < Int64(days.until.number),
                amount != EventVersion.none, amount > 0
            else { return nil }
            return (CivilDay(number: Int32(truncatingIfNeeded: date)), amount)
        }
        let own = changes.filter { $0.event == kind }
        let changed = Set(own.map(\.row))
        let known = people.indices.compactMap { row in
            changed.contains(row) ? nil : deal(Int64(people[row]), Int64(dates[row]), amounts[row])
        }
        return known
            + own.compactMap(\.version).compactMap { version in
                deal(version.values[credit], version.values[dateField], version.values[amountField])
            }
    }
}
