public import Messages
public import Quantities

/// Why two runs of one period award differently: what each cause changed for each person, summing exactly to the whole difference.
public struct RunDifference: Sendable {
    /// The period of both runs.
    public var period: String
    /// The identifiers of the runs; of the second alone, when the first side is what was posted before it.
    public var runs: [String]
    /// The currency of all amounts.
    public var currency: Currency
    /// What changed between them, in the order in which it was put in place, with what it changed.
    public var causes: [CauseEffect]
    /// What each award and adjustment comes to in the first run, in minor units.
    public var before: [PaidItem: Int128]
    /// What it comes to in the second.
    public var after: [PaidItem: Int128]

    /// Every person that either run awards something, by identifier.
    public var people: [String] { Set(before.keys.map(\.person)).union(after.keys.map(\.person)).sorted() }

    /// The change of each person's pay, for those it changed for.
    public var byPerson: [String: Int128] { after.less(before).byPerson }
}

/// Something a run pays a person for.
public struct PaidItem: Sendable, Hashable, Comparable {
    /// The person's identifier.
    public var person: String
    /// The plan; empty for an adjustment.
    public var plan: String
    /// The component, or the adjustment's number.
    public var component: String
    /// The plan's period.
    public var period: String

    /// By person, plan, component and period.
    public static func < (left: PaidItem, right: PaidItem) -> Bool {
        (left.person, left.plan, left.component, left.period)
            < (right.person, right.plan, right.component, right.period)
    }
}

/// A cause and what it changed.
public struct CauseEffect: Sendable {
    /// What changed.
    public var cause: Cause
    /// By how much it changed what is paid, in minor units; only what it did change.
    public var changes: [PaidItem: Int128]

    /// By how much it changed each person's pay.
    public var byPerson: [String: Int128] { changes.byPerson }
}

/// What can change between two runs.
public struct Cause: Sendable {
    /// The kinds of change it is made of: one, unless they make sense only together.
    public var kinds: [Kind]
    /// The lines of text that changed.
    public var lines: [TextChange] = []
    /// The rows that changed.
    public var rows: [RowChange] = []
    /// The adjustments that one run has and the other has not.
    public var adjustments: [Int64] = []

    /// A kind of change.
    public enum Kind: String, Sendable, CaseIterable {
        /// Metrics, plans, parameters, calendars.
        case rules
        /// People, positions, units, assignments, roles, clients, products.
        case organisation
        /// Exchange rates and rate tables.
        case rates
        /// Targets, entered values, personal goals.
        case targets
        /// What happened.
        case events
        /// Adjustments by hand.
        case adjustments
        /// The period itself, which was not posted before: all that it awards.
        case period
        /// The program itself, which calculates otherwise than when a run was stored.
        case program
    }
}

/// A line of the company's text that only one of two versions has.
public struct TextChange: Sendable, Hashable {
    /// The file.
    public var file: String
    /// The line's number in the version that has it.
    public var line: Int
    /// The line.
    public var text: String
    /// Whether the later version has it.
    public var isAdded: Bool
    /// The plan whose definition it stands in; empty when it stands in none.
    public var plan: String
}

/// A row that differs between two moments.
public struct RowChange: Sendable, Hashable {
    /// The table.
    public var kind: String
    /// The row's key.
    public var key: String
    /// What its cells were; empty when it was not there.
    public var before: [String: String]
    /// What they are; empty when it is not there any more.
    public var after: [String: String]
}

extension Cause.Kind {
    /// The kind as people read it.
    public var title: LocalizedText {
        switch self {
        case .rules: LocalizedText(en: "rules", ru: "правила")
        case .organisation: LocalizedText(en: "organisation", ru: "организация")
        case .rates: LocalizedText(en: "rates", ru: "ставки и курсы")
        case .targets: LocalizedText(en: "targets", ru: "планы и оценки")
        case .events: LocalizedText(en: "events", ru: "события")
        case .adjustments: LocalizedText(en: "adjustments", ru: "корректировки")
        case .period: LocalizedText(en: "the period itself", ru: "сам период")
        case .program: LocalizedText(en: "program", ru: "программа")
        }
    }
}
