internal import Formulas
public import Messages
public import Quantities

/// What a component pays a person for a period.
public struct AwardLine: Sendable, Hashable {
    /// The plan's number.
    public var plan: Int
    /// The component's number in the plan.
    public var component: Int
    /// Whom it pays, when, for which days.
    public var participation: Participation
    /// The amount, rounded; or why there is none.
    public var amount: Outcome<Money>
    /// What a reader should know: a gate that failed, what a cap took away, a KPI without a value.
    public var remarks: [Remark]
}

/// A thing worth saying about an award.
public struct Remark: Sendable, Hashable {
    /// A stable identifier of the kind of remark; never translated.
    public var code: String
    /// The values that the text names.
    public var arguments: [MessageArgument]
    /// The remark as people read it.
    public var text: LocalizedText

    init(_ code: String, _ arguments: MessageArguments = [:], en: EnglishText, ru: RussianText) {
        self.code = code
        self.arguments = [MessageArgument](arguments)
        text = LocalizedText(en: en, ru: ru)
    }

    /// The remark with its code, as it is kept.
    public var message: CodedMessage { CodedMessage(code, arguments, text) }

    /// Whether it says that something on which the award rests has no value, though the award has one: a KPI, a goal, or the
    /// result of somebody with whom the person competes.
    public var namesMissingValue: Bool { Self.codesOfMissingValues.contains(code) }

    /// The codes of remarks that say so.
    public static let codesOfMissingValues: Set<String> = ["kpi-missing", "goal-not-assessed", "place-open"]
}

/// The award of a component before rounding, with the remarks on the way.
struct RawAward {
    var amount: Outcome<FixedDecimal>
    var remarks: [Remark] = []

    init(_ amount: Outcome<FixedDecimal>, _ remarks: [Remark] = []) {
        self.amount = amount
        self.remarks = remarks
    }
}
