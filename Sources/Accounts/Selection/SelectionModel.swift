public import Messages
public import Periods
public import Quantities

/// The two axes that an account is judged on.
public enum SelectionAxis: String, Hashable, Sendable, CaseIterable {
    /// How much the account is worth to us.
    case attractiveness
    /// How strong we are with it, against the best rival.
    case strength
}

/// One question of an axis, with its weight and with words for its marks.
public struct Criterion: Hashable, Sendable {
    /// Its name in tables, such as `payment`.
    public let id: Key<Criterion>
    /// Its name for people.
    public let title: LocalizedText
    /// Its share of the axis, above 0; the criteria of an axis total one.
    public let weight: FixedDecimal
    /// What a mark means, such as 10: "over 20 m a year"; marks without words lie between those that have some.
    public let anchors: [Int: LocalizedText]

    /// A criterion; whether weights total one is a question to the axis.
    public init(
        _ id: Key<Criterion>, _ title: LocalizedText, weight: FixedDecimal, anchors: [Int: LocalizedText] = [:]
    ) {
        (self.id, self.title, self.weight, self.anchors) = (id, title, weight, anchors)
    }
}

/// By what and by whom accounts are chosen: one version of the rules, for as long as it is valid.
///
/// A changed text is a new version; rounds keep the version they were opened with.
public struct SelectionModel: Hashable, Sendable {
    /// Its name, such as `key_2026`.
    public let id: String
    /// The days on which rounds may be opened with it.
    public let valid: DayRange
    /// The departments that score, in the order in which they are shown.
    public let departments: [Key<Department>]
    /// The criteria of attractiveness.
    public let attractiveness: [Criterion]
    /// The criteria of strength.
    public let strength: [Criterion]
    /// Where key accounts begin.
    public let bounds: SelectionBounds

    /// A version of the rules.
    ///
    /// - Throws: ``Refusal`` for weights of an axis that do not total 100 %, a name used twice, an anchor outside 1–10,
    ///   or fewer than two departments.
    public init(
        id: String, valid: DayRange, departments: [Key<Department>], attractiveness: [Criterion],
        strength: [Criterion], bounds: SelectionBounds = .usual
    ) throws(Refusal) {
        guard departments.count >= 2 else { throw .tooFewDepartments(id, departments.count) }
        try Self.requireDifferent(departments.map(\.text), id)
        try Self.requireDifferent((attractiveness + strength).map(\.id.text), id)
        for (axis, criteria) in [(SelectionAxis.attractiveness, attractiveness), (.strength, strength)] {
            try Exact.requireWhole(criteria.map(\.weight), "\(id), \(axis.rawValue)")
        }
        for criterion in attractiveness + strength {
            for mark in criterion.anchors.keys.sorted() { _ = try Score(mark) }
        }
        (self.id, self.valid, self.departments) = (id, valid, departments)
        (self.attractiveness, self.strength, self.bounds) = (attractiveness, strength, bounds)
    }

    /// The criteria of one axis.
    public func criteria(_ axis: SelectionAxis) -> [Criterion] {
        switch axis {
        case .attractiveness: attractiveness
        case .strength: strength
        }
    }

    /// Every criterion of both axes.
    public var criteria: [Criterion] { attractiveness + strength }

    private static func requireDifferent(_ names: [String], _ place: String) throws(Refusal) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .usedTwice(name, place) }
    }
}

/// The numbers that decide: all bounds are inclusive.
public struct SelectionBounds: Hashable, Sendable {
    /// The least attractiveness of a key account.
    public var attractiveness: FixedDecimal
    /// The least strength against the best rival of an account to invest in.
    public var relativeStrength: FixedDecimal
    /// The spread of departments from which on a session is held.
    public var spread: FixedDecimal
    /// The agreement W below which a decision needs its reason in writing.
    public var agreement: Double
    /// The least attractiveness of tier A and of tier B; key accounts below are C.
    public var tierA: FixedDecimal
    /// See ``tierA``.
    public var tierB: FixedDecimal
    /// How many accounts may be key: 15–35 are usual, over 50 too many (McDonald and Woodburn).
    public var most: Int

    /// Bounds that differ from the usual ones.
    public init(
        attractiveness: FixedDecimal = 6, relativeStrength: FixedDecimal = .one, spread: FixedDecimal = 3,
        agreement: Double = 0.70, tierA: FixedDecimal = 8, tierB: FixedDecimal = 7, most: Int = 35
    ) {
        (self.attractiveness, self.relativeStrength) = (attractiveness, relativeStrength)
        (self.spread, self.agreement) = (spread, agreement)
        (self.tierA, self.tierB, self.most) = (tierA, tierB, most)
    }

    /// Attractiveness 6, strength 1.00, spread 3, W 0.70, tier A from 8, B from 7, 35 accounts.
    public static let usual = SelectionBounds()
}
