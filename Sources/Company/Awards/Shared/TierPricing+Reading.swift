internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension AwardReader {
    /// - Parameters:
    ///   - unit: The unit of the volume.
    ///   - rates: The unit of what the rates are for, when it is another: factors are for money.
    func tiers(_ entry: YAMLEntry, _ unit: Unit, rates: Unit? = nil, _ period: PeriodKind) -> TierPricing? {
        guard let fields = Fields(entry, findings) else { return nil }
        let target = fields.take("target").flatMap { formula($0, MeasureScope(names), expecting: .number(unit)) }
        let hasTarget = fields.entry.pairs?.contains { $0.key.text == "target" } ?? false
        let over = fields.take("over").map { longerPeriod($0, than: period, of: .partsOfYear) }
        let linked = fields.take("linked")
        let belowZero = fields.take("below_zero")
        let modes = TierTable.Mode.allCases.compactMap { mode in fields.take(mode.rawValue).map { (mode, $0) } }
        // Bounds without a word for their meaning would only be called unknown keys, one by one.
        let isMisspelt = modes.isEmpty && fields.reportMisspelt(TierTable.Mode.allCases.map(\.rawValue))
        if modes.isEmpty { fields.ignoreRest() }
        fields.finish()
        if isMisspelt { return nil }
        guard modes.count == 1, let (mode, table) = modes.first else {
            findings.report(
                "tier-mode", at: entry.place,
                LocalizedText(
                    en: "tiers must say what they mean: exactly one of marginal, whole, overage",
                    ru: "ступени должны сказать, что они значат: ровно одно из marginal, whole, overage"),
                remedy: LocalizedText(
                    en:
                        "marginal: each slice at its own rate; whole: the tier reached prices everything; overage: the tier reached prices all above the target",
                    ru:
                        "marginal: каждая часть по своей ставке; whole: достигнутая ступень на всё; overage: достигнутая ступень на всё сверх плана"
                ))
            return nil
        }
        if mode == .overage, !hasTarget {
            findings.report(
                "missing-key", at: entry.place,
                LocalizedText(en: "'overage' needs a 'target'", ru: "для «overage» нужен «target»"),
                remedy: .sharesOfTarget)
            return nil
        }
        if hasTarget, target == nil { return nil }
        let bounds: Unit = hasTarget ? .plain : unit
        // Factors of a rate go above 100 %; what is paid of money does not.
        let role: PercentageRole = rates == nil ? .rate : .level
        guard var table = tierTable(table, mode, bounds: bounds, rates ?? unit, role), over != .some(nil) else {
            return nil
        }
        if let belowZero {
            guard let rule = self.belowZero(belowZero, table) else { return nil }
            table.belowZero = rule
        }
        var pricing = TierPricing(table: table, target: target, over: over ?? nil, linked: nil)
        if let linked {
            guard let quota = linkedQuota(linked, bounds, table) else { return nil }
            pricing.linked = quota
        }
        return pricing
    }

    private func tierTable(
        _ entry: YAMLEntry, _ mode: TierTable.Mode, bounds: Unit, _ unit: Unit, _ role: PercentageRole
    ) -> TierTable? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(
                LocalizedText(
                    en: "tiers such as {0 RUB: 3%, 1 000 000 RUB: 5%}",
                    ru: "ступени вида {0 RUB: 3%, 1 000 000 RUB: 5%}"), at: entry)
            return nil
        }
        let tiers = pairs.compactMap { key, value -> TierTable.Tier? in
            guard let from = bound(key, bounds, unit) else { return nil }
            return tier(value, from: from, unit)
        }
        let rates = pairs.map { pair in
            pair.value.pairs == nil ? pair.value : pair.value.pairs?.first { $0.key.text == "rate" }?.value
        }
        if unit.isMoney { lookAtPercentages(rates, as: role) }
        if bounds == .plain { lookAtPercentages(pairs.map(\.key), as: .level) }
        guard tiers.count == pairs.count, isRising(tiers.map(\.from), entry) else { return nil }
        if tiers.contains(where: { $0.from.isNegative }) {
            findings.report(
                "negative-bound", at: entry.place,
                LocalizedText(en: "a tier cannot begin below zero", ru: "ступень не может начинаться ниже нуля"),
                remedy: LocalizedText(
                    en: "negative volume earns minus what the positive earns",
                    ru: "отрицательный объём стоит минус столько же"))
            return nil
        }
        return TierTable(mode, tiers)
    }

    /// Where a tier begins: a volume, or a share of the target.
    private func bound(_ key: YAMLEntry, _ bounds: Unit, _ volume: Unit) -> FixedDecimal? {
        if let text = key.text, Self.isRange(text) {
            findings.report(
                "tier-range", at: key.place,
                LocalizedText(
                    en: "a tier is written by where it begins, not as a range",
                    ru: "ступень пишут по тому, откуда она начинается, а не отрезком"),
                remedy: LocalizedText(
                    en: "it ends where the next one begins: '{0 \(volume): 3%, 1 000 000 \(volume): 5%}'",
                    ru: "она кончается там, где начинается следующая: «{0 \(volume): 3%, 1 000 000 \(volume): 5%}»"))
            return nil
        }
        guard bounds.isPlain, !volume.isPlain else { return constant(key, in: bounds) }
        guard let (value, unit) = constant(key) else { return nil }
        if unit.isPlain { return value }
        findings.report(
            "wrong-unit", at: key.place,
            LocalizedText(
                en: "with a 'target' tiers begin at shares of it, found \(FormulaType.number(unit).described.en)",
                ru:
                    "если есть «target», ступени начинаются с долей от него, а здесь \(FormulaType.number(unit).described.ru)"
            ),
            remedy: .sharesOfTarget)
        return nil
    }

    /// Whether two numbers with a dash between them are written: `0-1000000`.
    private static func isRange(_ text: String) -> Bool {
        let parts = text.split { "-–—".contains($0) }
        return parts.count == 2
            && parts.allSatisfy { part in
                part.contains(where: \.isNumber)
                    && part.allSatisfy { $0.isNumber || $0.isWhitespace || $0.isLetter || "%.,".contains($0) }
            }
    }

    private func tier(_ entry: YAMLEntry, from: FixedDecimal, _ unit: Unit) -> TierTable.Tier? {
        guard entry.pairs != nil else {
            return rateConstant(entry, on: unit).map { TierTable.Tier(from: from, rate: $0) }
        }
        guard let fields = Fields(entry, findings) else { return nil }
        let rate = fields.take("rate").map { rateConstant($0, on: unit) } ?? .zero
        let fixed = fields.take("fixed").map { constant($0, in: .money(names.currency)) } ?? .zero
        fields.finish()
        guard let rate, let fixed else { return nil }
        return TierTable.Tier(from: from, rate: rate, fixed: fixed)
    }

    /// Only slices without fixed parts can be continued below zero.
    private func belowZero(_ entry: YAMLEntry, _ table: TierTable) -> TierTable.BelowZero? {
        guard let rule = findings.choice(entry, TierTable.BelowZero.self) else { return nil }
        if table.mode == .marginal, table.tiers.allSatisfy({ $0.fixed.isZero }) { return rule }
        findings.report(
            "below-zero", at: entry.place,
            LocalizedText(
                en: "'below_zero' belongs to marginal tiers without fixed parts",
                ru: "«below_zero» бывает только у ступеней marginal без фиксированных частей"),
            remedy: LocalizedText(
                en: "remove it: negative volume earns minus what the positive earns",
                ru: "уберите его: отрицательный объём стоит минус столько же"))
        return nil
    }

    // MARK: Linked quotas

    private func linkedQuota(_ entry: YAMLEntry, _ bounds: Unit, _ table: TierTable) -> LinkedQuota? {
        guard let fields = Fields(entry, findings) else { return nil }
        let condition = fields.require("when").flatMap { formula($0, MeasureScope(names), expecting: .flag) }
        let upTo = fields.require("up_to")
        let bound = upTo.flatMap { constant($0, in: bounds) }
        fields.finish()
        guard let condition, let upTo, let bound else { return nil }
        if bounds == .plain { lookAtPercentages([upTo], as: .level) }
        guard table.tiers.contains(where: { $0.from > bound }) else {
            findings.report(
                "linked-nothing", at: upTo.place,
                LocalizedText(
                    en: "no tier begins above 'up_to', so the condition withholds nothing",
                    ru: "выше «up_to» не начинается ни одна ступень, и условие ничего не удерживает"),
                remedy: LocalizedText(
                    en: "a tier that begins exactly there is entered; name a bound below the first tier to be withheld",
                    ru: "ступень, которая начинается ровно там, действует; укажите границу ниже первой удерживаемой"))
            return nil
        }
        return LinkedQuota(condition: condition, upTo: bound)
    }
}

extension LocalizedText {
    /// How tiers over a target are written.
    static let sharesOfTarget = LocalizedText(
        en:
            "inside 'tiers', bounds as shares of the target: 'tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}'",
        ru: "внутри «tiers», границы — доли плана: «tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}»")
}
