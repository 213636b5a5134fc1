public import Formulas
internal import Messages
public import Periods
public import Quantities

/// When an award that was earned becomes free to be paid; without one it is free at once.
public enum Payout: Sendable {
    /// All of it waits for the client, a day or a condition.
    case hold(Hold)
    /// Parts of it come later.
    case deferral(Deferral)
}

/// Keeps an award back.
public enum Hold: Sendable {
    /// Free in this share of it: a formula of the period that earned it, with what is known by the end of the period that pays.
    case share(Checked<Measure>)
    /// Free when this is true of the period that earned it, with what is known by the end of the period that pays.
    case condition(Checked<Measure>)
    /// Free so long after the end of the period that earned it.
    case time(TimeStep)
    /// Free on this day.
    case day(CivilDay)
}

/// Pays an award in tranches.
public struct Deferral: Sendable {
    /// The tranches; their shares total exactly 1.
    public var tranches: [Tranche]
    /// What becomes of tranches not yet due when their owner leaves.
    public var leaver: LeaverRule

    /// A part of an award with its own day.
    public struct Tranche: Sendable {
        /// The share of the award.
        public var share: FixedDecimal
        /// How long after the end of the period that earned it; `nil` for at once.
        public var after: TimeStep?
        /// What must be true of the plan's period of the day before the tranche is due, once that period has ended.
        public var condition: Checked<Measure>?
        /// The share of the tranche that is paid, 0 to 1, by that same period; the rest is forfeited.
        public var pays: Checked<Measure>?
    }
}

/// What becomes of tranches not yet due when their owner leaves.
public enum LeaverRule: String, Sendable, CaseIterable {
    /// They are lost.
    case forfeit
    /// They stay, and become due as if he had not left.
    case keep
    /// They become due in full with his last day.
    case pay
}

/// An advance for periods in which a plan earns less than this; to be earned back.
public struct Draw: Sendable {
    /// The least that is paid for a whole period at full time.
    public var amount: Checked<Measure>
    /// The most that may be owed; without it there is no limit.
    public var limit: Checked<Measure>?
    /// How much a period may take back: money, or a share of what it earned above the draw. All of that when `nil`.
    public var recovery: Checked<Measure>?
    /// In which periods something is taken back: those that end with a period of this kind. Every period when `nil`.
    public var interval: PeriodKind?
    /// In how many of a person's first periods on the plan there is an advance; in all when `nil`.
    public var first: Int?
}

/// How a company settles and pays.
public struct LedgerRules: Sendable, Hashable {
    /// How often it pays.
    public var period = PeriodKind.month
    /// The largest share of a person's pay that may be taken for what earlier periods left below zero.
    public var recovery = FixedDecimal.one
    /// What the limit of a disciplinary cut is measured on.
    public var disciplineBase = DisciplineBase.basePay

    /// The usual rules: monthly, recovered in full, cautious with cuts.
    public init() {}

    /// What 20 % is taken of when a bonus is cut for a disciplinary sanction. Commentators on art. 135 of the Russian labour
    /// code differ; base pay alone is the cautious reading.
    public enum DisciplineBase: String, Sendable, CaseIterable {
        /// The month's base pay alone.
        case basePay = "base_pay"
        /// The month's base pay and the bonus.
        case wholePay = "whole_pay"
    }
}
