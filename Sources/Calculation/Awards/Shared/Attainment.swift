internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// How what was reached of KPIs and goals counts.
enum Attainment {
    /// Σ weight × attainment of KPIs or goals; redistributing, the weights of those without a value go to the others in
    /// proportion.
    static func index(
        _ parts: [(weight: FixedDecimal, attainment: FixedDecimal?)], redistributing: Bool
    ) throws(QuantityError) -> FixedDecimal {
        var sum = FixedDecimal.zero
        var weights = FixedDecimal.zero
        for part in parts {
            guard let attainment = part.attainment else { continue }
            sum = try sum.adding(part.weight.multiplied(by: attainment))
            weights = try weights.adding(part.weight)
        }
        guard redistributing, weights != .one else { return sum }
        return try sum.divided(by: weights)
    }

    /// Never below 0; below the threshold nothing; never above the cap. Reaching the threshold exactly is enough.
    static func counted(_ attainment: FixedDecimal, _ threshold: FixedDecimal?, _ cap: FixedDecimal?) -> FixedDecimal {
        if attainment.isNegative { return .zero }
        if let threshold, attainment < threshold { return .zero }
        if let cap, attainment > cap { return cap }
        return attainment
    }

    /// What stands beside a weighted attainment whose weights were not all used.
    static func partsDivided(by weights: FixedDecimal) -> LocalizedText {
        let percent = Percentage(weights)
        return LocalizedText(
            en: "the parts ÷ \(percent): the weights without a value go to the others",
            ru: "сумма частей ÷ \(percent): веса без значения отданы остальным")
    }

    static func boundNote(_ reached: FixedDecimal, _ threshold: FixedDecimal?, _ cap: FixedDecimal?) -> LocalizedText {
        if let threshold, reached < threshold {
            let percent = Percentage(threshold)
            return LocalizedText(en: "below the threshold of \(percent)", ru: "ниже порога \(percent)")
        }
        if reached.isNegative { return LocalizedText(en: "never below 0", ru: "не ниже 0") }
        let percent = Percentage(cap ?? reached)
        return LocalizedText(en: "above the cap of \(percent)", ru: "выше потолка \(percent)")
    }
}

extension Remark {
    static func belowCurve(_ reached: FixedDecimal) -> Remark {
        let percent = Percentage(reached)
        return Remark(
            "below-curve", ["reached": .figure(reached, unit: "percent")],
            en: "\(percent) is below the first point of the payout curve",
            ru: "\(percent) — ниже первой точки кривой выплат")
    }
}

extension PayoutCurve {
    /// `80%: 50%, 100%: 100%`
    var text: LocalizedText {
        points.map { point in
            let (attainment, payout) = (Percentage(point.attainment), Percentage(point.payout))
            return LocalizedText(en: "\(attainment): \(payout)", ru: "\(attainment): \(payout)")
        }.joined(separator: ", ")
    }
}
