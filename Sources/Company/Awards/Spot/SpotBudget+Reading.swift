internal import Formulas
internal import Messages
internal import Quantities

extension SpotBudget: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> SpotBudget? {
        reader.spotBudget(entry, fields)
    }

    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] { [] }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] { [] }

    var conditionOfGroup: PersonInGroup? { .conditionOfSpot }
}

extension AwardReader {
    fileprivate func spotBudget(_ entry: YAMLEntry, _ fields: Fields) -> SpotBudget? {
        let budget = groupFormula(entry, expecting: money, .amount)
        let group = fields.take("group").flatMap { findings.choice($0, AwardGroup.self) } ?? .plan
        return budget.map { SpotBudget(budget: $0, group: group) }
    }
}

extension PersonInGroup {
    /// The condition of a budget of rewards.
    fileprivate static let conditionOfSpot = PersonInGroup(
        remedy: LocalizedText(
            en: "'when' of a budget is asked of the group; what is asked of each person is 'gate: …'",
            ru: "«when» бюджета спрашивают о группе; о каждом человеке спрашивает «gate: …»"))
}
