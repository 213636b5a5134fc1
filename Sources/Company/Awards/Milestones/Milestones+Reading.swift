internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Milestones: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Milestones? {
        reader.milestones(entry, fields)
    }

    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] { [] }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] { [] }

    var conditionOfGroup: PersonInGroup? { nil }
}

extension AwardReader {
    fileprivate func milestones(_ entry: YAMLEntry, _ fields: Fields) -> Milestones? {
        let of = fields.require("of")
        let figure = of.flatMap { formula($0, MeasureScope(names)) }
        let over = fields.take("over")
        // Without a word the year, or what the plan itself pays for when that is no shorter.
        let kind =
            over.map { longerPeriod($0, than: period, of: .partsOfYear + [.all], orEqual: true) } ?? max(period, .year)
        guard let of, let figure, let kind, kind == period || hasTotal(figure, of) else { return nil }
        guard case .number(let unit) = figure.type else {
            findings.add(
                [
                    .wrongType(
                        expected: LocalizedText(en: "a number", ru: "число"), found: figure.type.described,
                        figure.span)
                ], in: of)
            return nil
        }
        return milestoneTable(entry, unit).map { Milestones(figure: figure, table: $0, over: kind) }
    }

    private func milestoneTable(_ entry: YAMLEntry, _ unit: Unit) -> TierTable? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(
                LocalizedText(
                    en: "milestones such as {1 000 000 RUB: 10 000 RUB}",
                    ru: "вехи вида {1 000 000 RUB: 10 000 RUB}"), at: entry)
            return nil
        }
        let steps = pairs.compactMap { key, value -> TierTable.Tier? in
            guard let bound = constant(key, in: unit), isAboveZero(bound, key),
                let amount = constant(value, in: .money(names.currency))
            else { return nil }
            return TierTable.Tier(from: bound, rate: .zero, fixed: amount)
        }
        guard steps.count == pairs.count, isRising(steps.map(\.from), entry) else { return nil }
        return TierTable(.marginal, steps)
    }

    private func isAboveZero(_ bound: FixedDecimal, _ entry: YAMLEntry) -> Bool {
        if bound > .zero { return true }
        findings.report(
            "milestone-bound", at: entry.place,
            LocalizedText(
                en: "a milestone at or below zero is passed by nobody's work",
                ru: "веха не выше нуля пройдена и без всякой работы"),
            remedy: LocalizedText(en: "write bounds above zero", ru: "пишите границы больше нуля"))
        return false
    }
}
