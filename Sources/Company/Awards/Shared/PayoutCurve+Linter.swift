internal import Formulas
internal import Messages
internal import Quantities

extension PayoutCurve {
    /// A payout curve that pays less for more, of a scorecard or of goals.
    func fallingFindings(_ component: Component) -> [Diagnostic] {
        let payouts = points.map(\.payout)
        guard zip(payouts, payouts.dropFirst()).contains(where: { $0 > $1 }) else { return [] }
        return [
            Diagnostic(
                .warning, code: "falling-curve", at: component.place,
                LocalizedText(en: "the payout falls as attainment rises", ru: "выплата падает с ростом выполнения"),
                remedy: LocalizedText(
                    en: "let the payout rise from point to point", ru: "пусть выплата растёт от точки к точке"))
        ]
    }
}
