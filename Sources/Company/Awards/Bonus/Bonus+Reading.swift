internal import Formulas
internal import Messages
internal import Quantities

extension Bonus: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Bonus? {
        reader.bonus(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { nil }
}

extension AwardReader {
    fileprivate func bonus(_ entry: YAMLEntry, _ fields: Fields) -> Bonus? {
        let scope = MeasureScope(names)
        let per = fields.take("per").flatMap { formula($0, scope, expecting: .number(.pieces)) }
        guard let amount = formula(entry, scope) else { return nil }
        let perPiece = (try? Unit.money(names.currency).divided(by: .pieces)).map { FormulaType.number($0) }
        guard amount.type == money || (per != nil && amount.type == perPiece) else {
            findings.add(
                [
                    .wrongType(
                        expected: money.described, found: amount.type.described, amount.span,
                        remedy: FormulaFault.unitRemedy(for: money, found: amount.type))
                ], in: entry)
            return nil
        }
        lookAtFactors(of: amount, in: entry)
        return Bonus(amount: amount, per: per)
    }
}
