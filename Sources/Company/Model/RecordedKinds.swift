public import Periods
internal import Synchronization

/// A set of the kinds of periods.
public struct PeriodKinds: OptionSet, Hashable, Sendable {
    /// A bit for each kind.
    public let rawValue: UInt8

    /// The set of these bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The set of one kind.
    public init(_ kind: PeriodKind) {
        let place = PeriodKind.allCases.firstIndex(of: kind) ?? 0
        self.init(rawValue: 1 << UInt8(place))
    }

    /// Whether a kind is in the set.
    public func contains(_ kind: PeriodKind) -> Bool { contains(PeriodKinds(kind)) }
}

/// For periods of which kinds targets or entered values of each metric stand: what cannot be there is not looked for.
public struct RecordedKinds: Sendable {
    /// Whose values: of any person, of any unit, or of everybody.
    private struct Key: Hashable {
        let metric: Int
        let subject: Group
    }

    private enum Group: Int, CaseIterable {
        case people
        case units
        case everybody

        init(_ subject: RecordedSubject) {
            switch subject {
            case .person: self = .people
            case .unit: self = .units
            case .everybody: self = .everybody
            }
        }
    }

    private var kinds: [Key: PeriodKinds] = [:]

    /// No values.
    public init() {}

    init(_ recorded: RecordedValues) {
        // By metric and group, whether a period was met, by its place: a look at memory for each value.
        var seen: [[Bool]] = []
        let periods = recorded.forEach { metric, subject, period, _ in
            let row = metric * Group.allCases.count + Group(subject).rawValue
            while seen.count <= row { seen.append([]) }
            while seen[row].count <= period { seen[row].append(false) }
            seen[row][period] = true
        }
        for (row, met) in seen.enumerated() {
            guard let group = Group(rawValue: row % Group.allCases.count) else { continue }
            for (place, isMet) in met.enumerated() where isMet {
                kinds[Key(metric: row / Group.allCases.count, subject: group), default: []]
                    .formUnion(PeriodKinds(periods[place].kind))
            }
        }
    }

    /// The kinds of periods for which there are values of a metric for subjects of this sort.
    public func kinds(of metric: Int, _ subject: RecordedSubject) -> PeriodKinds {
        kinds[Key(metric: metric, subject: Group(subject))] ?? []
    }

    /// Whether there is any value of a metric.
    public func holds(_ metric: Int) -> Bool {
        Group.allCases.contains { kinds[Key(metric: metric, subject: $0)] != nil }
    }

    /// Remembers that there is a value.
    public mutating func insert(_ key: RecordedValues.Key) {
        kinds[Key(metric: key.metric, subject: Group(key.subject)), default: []]
            .formUnion(PeriodKinds(key.period.kind))
    }
}

/// Keeps the kinds of some values, found out when somebody asks first.
final class KnownKinds: Sendable {
    private let known = Mutex<RecordedKinds?>(nil)

    /// Whether somebody has asked.
    var isKnown: Bool { known.withLock { $0 != nil } }

    func kinds(of recorded: RecordedValues) -> RecordedKinds {
        known.withLock { known in
            if let known { return known }
            let kinds = RecordedKinds(recorded)
            known = kinds
            return kinds
        }
    }
}
