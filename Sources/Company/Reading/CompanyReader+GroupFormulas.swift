internal import Formulas

/// What somebody meant who asks for a field of a person where a figure of a group is asked for.
enum PersonInGroup {
    /// The condition of a contest.
    case conditionOfContest
    /// The condition of a pool.
    case conditionOfPool
    /// The condition of a budget of rewards.
    case conditionOfSpot
    /// A fund, a prize, a pot or a budget.
    case amount
    /// The result of units, or what they need to take part.
    case ofUnits

    /// What to write instead.
    fileprivate var remedy: LocalizedText {
        switch self {
        case .conditionOfContest:
            LocalizedText(
                en: "'when' of a contest is asked of the group; who takes part is said by 'minimum: …'",
                ru: "«when» конкурса спрашивают о группе; кто участвует, говорит «minimum: …»")
        case .conditionOfPool:
            LocalizedText(
                en: "'when' of a pool is asked of the group; who shares it is said by weights: 'if … then 1 else 0'",
                ru: "«when» фонда спрашивают о группе; кто его делит, говорят веса: «if … then 1 else 0»")
        case .conditionOfSpot:
            LocalizedText(
                en: "'when' of a budget is asked of the group; what is asked of each person is 'gate: …'",
                ru: "«when» бюджета спрашивают о группе; о каждом человеке спрашивает «gate: …»")
        case .amount:
            LocalizedText(
                en: "a fund, a prize and a budget are figures of the group; write a figure of it, such as 'sales'",
                ru: "фонд, приз и бюджет — показатели группы; напишите её показатель, например «sales»")
        case .ofUnits:
            LocalizedText(
                en: "between units 'by' and 'minimum' are figures of the unit; what is each person's is 'divided: …'",
                ru:
                    "между подразделениями «by» и «minimum» — показатели подразделения; показатель каждого — «divided: …»"
            )
        }
    }
}

extension CompanyReader {
    /// A formula that is asked of a group; a field of a person never has a value in it, which is an error.
    func groupFormula(
        _ entry: Entry, expecting type: FormulaType? = nil, _ meant: PersonInGroup
    ) -> Checked<Measure>? {
        let formula = formula(entry, MeasureScope(names), expecting: type)
        refusePerson(in: formula, entry, meant)
        return formula
    }

    /// Reports a field of a person in a formula that is asked of a group.
    func refusePerson(in formula: Checked<Measure>?, _ entry: Entry, _ meant: PersonInGroup) {
        guard let part = formula?.partAboutPerson else { return }
        findings.add(
            [
                FormulaFault(
                    "person-of-group", at: part.span,
                    LocalizedText(
                        en: "a group is no person and has no 'person.…'",
                        ru: "группа — не человек, у неё нет «person.…»"),
                    remedy: meant.remedy)
            ], in: entry)
    }
}

extension Component.Kind {
    /// Of whom the component's condition is asked, when that is a group.
    var conditionOfGroup: PersonInGroup? {
        switch self {
        case .contest: .conditionOfContest
        case .pool: .conditionOfPool
        case .spot: .conditionOfSpot
        case .scorecard, .commission, .bonus, .goals, .milestones, .guarantee: nil
        }
    }
}

extension Checked where Reference == Measure {
    /// The first part that asks for a field of the person.
    fileprivate var partAboutPerson: Checked? {
        switch node {
        case .number, .text, .day, .flag: nil
        case .reference(.person): self
        case .reference(.window(_, let inner)), .reference(.subject(_, let inner)): inner.partAboutPerson
        case .reference: nil
        case .negation(let operand), .not(let operand), .emptiness(let operand, _): operand.partAboutPerson
        case .binary(_, let left, let right): left.partAboutPerson ?? right.partAboutPerson
        case .conditional(let condition, let first, let second):
            condition.partAboutPerson ?? first.partAboutPerson ?? second.partAboutPerson
        case .function(_, let arguments): arguments.lazy.compactMap(\.partAboutPerson).first
        }
    }
}
