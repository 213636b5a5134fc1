internal import Formulas
internal import Messages
internal import Quantities

extension GoalPay: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> GoalPay? {
        reader.goalPay(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { nil }
}

extension AwardReader {
    fileprivate func goalPay(_ entry: YAMLEntry, _ fields: Fields) -> GoalPay? {
        let amount = formula(entry, MeasureScope(names), expecting: money)
        let (thresholdEntry, capEntry) = (fields.take("threshold"), fields.take("cap"))
        let threshold = thresholdEntry.flatMap { constant($0, in: .plain) }
        let cap = capEntry.flatMap { constant($0, in: .plain) }
        lookAtPercentages([thresholdEntry, capEntry], as: .level)
        let payout = payout(fields, of: LocalizedText(en: "goals have", ru: "у целей бывает"))
        return amount.map { GoalPay(amount: $0, threshold: threshold, cap: cap, payout: payout) }
    }
}
