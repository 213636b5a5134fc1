internal import Formulas
internal import Messages
internal import Quantities

extension Contest: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Contest? {
        reader.contest(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { .conditionOfContest }
}

extension AwardReader {
    fileprivate func contest(_ entry: YAMLEntry, _ fields: Fields) -> Contest? {
        let contenders = contenders(fields)
        let result = fields.require("by")
        let score = result.flatMap { self.score($0) }
        let condition = fields.take("minimum")
        let minimum = condition.flatMap { formula($0, MeasureScope(names), expecting: .flag) }
        if case .units? = contenders {
            if let result { refusePerson(in: score, result, .ofUnits) }
            if let condition { refusePerson(in: minimum, condition, .ofUnits) }
        }
        let goal = fields.take("goal")
        let form = form(entry, goal, fields, score)
        let group = group(fields, contenders)
        guard let score, let form else { return nil }
        lookAtContest(entry, goal, score, form)
        if case .units? = contenders, case .goal = form {
            findings.report(
                "contest-form", at: entry.place,
                LocalizedText(
                    en: "a goal of one's own is for people, not between units",
                    ru: "своя цель бывает у людей, а не между подразделениями"),
                remedy: LocalizedText(
                    en: "for units take prizes by rank, 'steps' or 'pot'",
                    ru: "для подразделений возьмите призы по местам, «steps» или «pot»"))
            return nil
        }
        return Contest(form: form, score: score, minimum: minimum, group: group, contenders: contenders ?? .people)
    }

    /// Bounds and goals of a score that is a percentage.
    private func lookAtContest(_ entry: YAMLEntry, _ goal: YAMLEntry?, _ score: Checked<Measure>, _ form: Contest.Form)
    {
        guard isPercentage(score) else { return }
        let steps = entry.pairs?.first { $0.key.text == "steps" }?.value.pairs ?? []
        lookAtPercentages(steps.map(\.key), as: .level)
        if case .goal(_, let reached) = form { lookAtPercentages(of: reached, in: goal, as: .level) }
    }

    private func score(_ entry: YAMLEntry) -> Checked<Measure>? {
        guard let score = formula(entry, MeasureScope(names)) else { return nil }
        if score.type.unit != nil { return score }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a number", ru: "число"), found: score.type.described, score.span)
            ], in: entry)
        return nil
    }

    // MARK: Forms

    /// A list of prizes by rank, or a mapping with exactly one of `steps`, `pot`, `prize`.
    private func form(_ entry: YAMLEntry, _ goal: YAMLEntry?, _ outer: Fields, _ score: Checked<Measure>?) -> Contest
        .Form?
    {
        guard entry.pairs != nil else {
            refuse("goal", in: outer, because: .goalNeedsPrize)
            let prizes = entry.elements.map { groupFormula($0, expecting: money, .amount) }
            let known = prizes.compactMap { $0 }
            return known.isEmpty || known.count < prizes.count ? nil : .ranking(known)
        }
        guard let fields = Fields(entry, findings) else { return nil }
        let found = FormKey.allCases.compactMap { key in fields.take(key.rawValue).map { (key, $0) } }
        let isMisspelt = found.isEmpty && fields.reportMisspelt(FormKey.allCases.map(\.rawValue))
        fields.finish()
        if isMisspelt { return nil }
        guard found.count == 1, let (key, value) = found.first else {
            reportForm(entry)
            return nil
        }
        if key != .prize { refuse("goal", in: outer, because: .goalNeedsPrize) }
        switch key {
        case .steps: return score.flatMap { steps(value, $0.unit) }.map { .steps($0) }
        case .pot: return groupFormula(value, expecting: money, .amount).map { .pot($0) }
        case .prize: return individual(value, goal, outer, score)
        }
    }

    /// The keys that say what is won, where it is no list of prizes.
    private enum FormKey: String, CaseIterable {
        case steps, pot, prize
    }

    private func reportForm(_ entry: YAMLEntry) {
        findings.report(
            "contest-form", at: entry.place,
            LocalizedText(
                en: "a contest has a list of prizes by rank, or exactly one of steps, pot, prize",
                ru: "у конкурса или список призов по местам, или ровно одно из steps, pot, prize"),
            remedy: LocalizedText(
                en: "for instance 'contest: [60 000 RUB, 30 000 RUB]' or 'contest: {pot: 100 000 RUB}'",
                ru: "например, «contest: [60 000 RUB, 30 000 RUB]» или «contest: {pot: 100 000 RUB}»"))
    }

    private func individual(_ prize: YAMLEntry, _ goal: YAMLEntry?, _ outer: Fields, _ score: Checked<Measure>?)
        -> Contest.Form?
    {
        let prize = groupFormula(prize, expecting: money, .amount)
        guard let goal = goal ?? outer.require("goal"), let score,
            let reached = formula(goal, MeasureScope(names), expecting: .number(score.unit)), let prize
        else { return nil }
        return .goal(prize: prize, goal: reached)
    }

    /// `{1 000 000 RUB: 10 000 RUB, 2 000 000 RUB: 30 000 RUB}`: bounds in the unit of the score, prizes in money.
    private func steps(_ entry: YAMLEntry, _ unit: Unit) -> [Contest.Step]? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(
                LocalizedText(
                    en: "steps such as {1 000 000 RUB: 10 000 RUB}", ru: "ступени вида {1 000 000 RUB: 10 000 RUB}"),
                at: entry)
            return nil
        }
        let steps = pairs.compactMap { key, value -> Contest.Step? in
            let from = constant(key, in: unit)
            let prize = groupFormula(value, expecting: money, .amount)
            guard let from, let prize else { return nil }
            return Contest.Step(from: from, prize: prize)
        }
        guard steps.count == pairs.count, isRising(steps.map(\.from), entry) else { return nil }
        return steps
    }

    // MARK: Who competes

    /// The words after `between`.
    private enum Between: String, CaseIterable {
        case people, units
    }

    private func contenders(_ fields: Fields) -> Contest.Contenders? {
        let between = fields.take("between").flatMap { findings.choice($0, Between.self) }
        guard between == .units else {
            refuse("divided", in: fields, because: .dividedNeedsUnits)
            _ = fields.take("divided")
            return between.map { _ in .people }
        }
        return .units(divided: fields.take("divided").flatMap { score($0) })
    }

    /// Units compete with each other, so they cannot each be a group of their own.
    private func group(_ fields: Fields, _ contenders: Contest.Contenders?) -> AwardGroup {
        guard let entry = fields.take("group") else { return .plan }
        let group = findings.choice(entry, AwardGroup.self) ?? .plan
        if case .units? = contenders, group == .unit {
            findings.report(
                "contest-group", at: entry.place,
                LocalizedText(
                    en: "'between: units' lets units compete; 'group: unit' would keep each by itself",
                    ru:
                        "«between: units» — это состязание подразделений, а «group: unit» оставит каждое наедине с собой"
                ),
                remedy: LocalizedText(en: "drop 'group'", ru: "уберите «group»"))
        }
        return group
    }

    /// Reports a key that means nothing here.
    private func refuse(_ name: String, in fields: Fields, because reason: LocalizedText) {
        guard let key = fields.entry.pairs?.first(where: { $0.key.text == name })?.key else { return }
        findings.report(
            "misplaced-key", at: key.place,
            LocalizedText(en: "'\(name)' means nothing here", ru: "«\(name)» здесь лишнее"),
            remedy: reason)
    }
}

extension LocalizedText {
    fileprivate static let goalNeedsPrize = LocalizedText(
        en: "a goal goes with 'contest: {prize: …}'", ru: "«goal» бывает при «contest: {prize: …}»")
    fileprivate static let dividedNeedsUnits = LocalizedText(
        en: "it says how a unit's prize is divided: add 'between: units'",
        ru: "он говорит, как делят приз подразделения: добавьте «between: units»")
}

extension PersonInGroup {
    /// The condition of a contest.
    fileprivate static let conditionOfContest = PersonInGroup(
        remedy: LocalizedText(
            en: "'when' of a contest is asked of the group; who takes part is said by 'minimum: …'",
            ru: "«when» конкурса спрашивают о группе; кто участвует, говорит «minimum: …»"))
    /// The result of units, or what they need to take part.
    fileprivate static let ofUnits = PersonInGroup(
        remedy: LocalizedText(
            en: "between units 'by' and 'minimum' are figures of the unit; what is each person's is 'divided: …'",
            ru:
                "между подразделениями «by» и «minimum» — показатели подразделения; показатель каждого — «divided: …»"
        ))
}
