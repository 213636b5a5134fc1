internal import Formulas
internal import Messages
internal import Quantities

extension AwardReader {
    /// `curve` or `steps`; without either the payout is what was reached.
    func payout(_ fields: Fields, of what: LocalizedText) -> PayoutCurve {
        let curve = fields.take("curve").flatMap { payoutCurve($0, .lines) }
        let steps = fields.take("steps").flatMap { payoutCurve($0, .steps) }
        if let other = fields.entry.pairs?.last(where: { ["curve", "steps"].contains($0.key.text) })?.key,
            curve != nil, steps != nil
        {
            findings.report(
                "two-payouts", at: other.place,
                LocalizedText(
                    en: "\(what.en) either 'curve' or 'steps'", ru: "\(what.ru) или «curve», или «steps»"),
                remedy: LocalizedText(
                    en: "curve: straight lines between the points; steps: jumps",
                    ru: "curve: прямые между точками; steps: скачки"))
        }
        return curve ?? steps ?? .proportional
    }

    private func payoutCurve(_ entry: YAMLEntry, _ form: PayoutCurve.Form) -> PayoutCurve? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(LocalizedText(en: "points such as {80%: 50%}", ru: "точки вида {80%: 50%}"), at: entry)
            return nil
        }
        let points = pairs.compactMap { key, value -> PayoutCurve.Point? in
            guard let attainment = constant(key, in: .plain), let payout = constant(value, in: .plain) else {
                return nil
            }
            return PayoutCurve.Point(attainment, payout)
        }
        guard points.count == pairs.count else { return nil }
        lookAtPercentages(pairs.flatMap { [$0.key, $0.value] }, as: .level)
        guard isRising(points.map(\.attainment), entry) else { return nil }
        return PayoutCurve(form: form, points: points)
    }
}
