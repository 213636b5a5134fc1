internal import Formulas
internal import Messages
internal import Quantities

extension Pool: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Pool? {
        reader.pool(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { .conditionOfPool }
}

extension AwardReader {
    fileprivate func pool(_ entry: YAMLEntry, _ fields: Fields) -> Pool? {
        let scope = MeasureScope(names)
        let weight = fields.require("weights").flatMap { formula($0, scope) }
        let group = fields.take("group").flatMap { findings.choice($0, AwardGroup.self) } ?? .unit
        let nobody = fields.require("nobody").flatMap { findings.choice($0, NobodyRule.self) }
        guard let fund = groupFormula(entry, expecting: money, .amount), let weight, let nobody else { return nil }
        return Pool(fund: fund, weight: weight, group: group, carriesOver: nobody == .carry)
    }

    /// What becomes of a fund that nobody can share.
    private enum NobodyRule: String, CaseIterable {
        case cancel, carry
    }
}

extension PersonInGroup {
    /// The condition of a pool.
    fileprivate static let conditionOfPool = PersonInGroup(
        remedy: LocalizedText(
            en: "'when' of a pool is asked of the group; who shares it is said by weights: 'if … then 1 else 0'",
            ru: "«when» фонда спрашивают о группе; кто его делит, говорят веса: «if … then 1 else 0»"))
}
