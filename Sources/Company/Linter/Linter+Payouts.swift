internal import Formulas
internal import Quantities

extension Linter {
    /// A payout curve that pays less for more, of a scorecard or of goals.
    static func payoutFindings(_ component: Component) -> [Diagnostic] {
        let payout: PayoutCurve
        switch component.kind {
        case .scorecard(let scorecard): payout = scorecard.payout
        case .goals(let goals): payout = goals.payout
        case .commission, .bonus, .pool, .contest, .spot, .milestones: return []
        }
        let payouts = payout.points.map(\.payout)
        guard zip(payouts, payouts.dropFirst()).contains(where: { $0 > $1 }) else { return [] }
        return [
            Diagnostic(
                .warning, code: "falling-curve", at: component.place,
                LocalizedText(en: "the payout falls as attainment rises", ru: "выплата падает с ростом выполнения"),
                remedy: LocalizedText(
                    en: "let the payout rise from point to point", ru: "пусть выплата растёт от точки к точке"))
        ]
    }

    /// A contest whose next step, or better place, wins less.
    static func contestFindings(_ component: Component) -> [Diagnostic] {
        guard case .contest(let contest) = component.kind else { return [] }
        let prizes: [Checked<Measure>]
        switch contest.form {
        case .ranking(let byPlace): prizes = byPlace.reversed()
        case .steps(let steps): prizes = steps.map(\.prize)
        case .pot, .goal: return []
        }
        let amounts = prizes.compactMap(\.constant)
        guard amounts.count == prizes.count, zip(amounts, amounts.dropFirst()).contains(where: { $0 > $1 }) else {
            return []
        }
        return [
            Diagnostic(
                .warning, code: "falling-prizes", at: component.place,
                LocalizedText(
                    en: "in '\(component.name)' a better result wins less",
                    ru: "в «\(component.name)» за лучший результат приз меньше"),
                remedy: LocalizedText(
                    en: "let the prizes rise with the result", ru: "пусть призы растут вместе с результатом"))
        ]
    }
}
