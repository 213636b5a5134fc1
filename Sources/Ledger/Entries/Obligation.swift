/// What an amount is owed for.
///
/// Identified by names, not by numbers of a model: plans come and go, entries stay.
public enum PayItem: Sendable, Hashable, Codable {
    /// An award: the plan, its component and the period that earned it.
    case award(plan: String, component: String, period: String)
    /// A manual adjustment, by its number.
    case adjustment(Int64)
    /// The recoverable draw of a plan.
    case draw(plan: String)
    /// All of a person's pay together: what becomes payable, is paid, carried and recovered.
    case pay
}

/// Something owed to a person.
public struct Obligation: Sendable, Hashable, Codable {
    /// The person's identifier.
    public var person: String
    /// What it is owed for.
    public var matter: PayItem

    /// Makes an obligation.
    public init(person: String, _ matter: PayItem) {
        self.person = person
        self.matter = matter
    }
}

extension PayItem: Comparable {
    /// By kind, then by period, plan and component: the order in which entries are written and shown.
    public static func < (left: PayItem, right: PayItem) -> Bool { left.sortKey < right.sortKey }

    private var sortKey: SortKey {
        switch self {
        case .award(let plan, let component, let period): SortKey(0, period, plan, component)
        case .adjustment(let number): SortKey(1, number: number)
        case .draw(let plan): SortKey(2, plan)
        case .pay: SortKey(3)
        }
    }

    private struct SortKey: Comparable {
        var kind: Int
        var first: String
        var second: String
        var third: String
        var number: Int64

        init(_ kind: Int, _ first: String = "", _ second: String = "", _ third: String = "", number: Int64 = 0) {
            (self.kind, self.first, self.second, self.third, self.number) = (kind, first, second, third, number)
        }

        static func < (left: SortKey, right: SortKey) -> Bool {
            (left.kind, left.number, left.first, left.second, left.third)
                < (right.kind, right.number, right.first, right.second, right.third)
        }
    }
}

extension Obligation: Comparable {
    /// By person, then by matter.
    public static func < (left: Obligation, right: Obligation) -> Bool {
        (left.person, left.matter) < (right.person, right.matter)
    }
}
