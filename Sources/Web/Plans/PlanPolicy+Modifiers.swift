internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// What acts on the parts of a plan, and on all of it.
extension PlanPolicy {
    func modifiers(_ modifiers: Modifiers) -> [String] {
        var lines: [String] = []
        if let condition = modifiers.condition {
            lines.append(
                word(
                    ru: "Платится, только если \(words.text(condition)).", en: "Paid only if \(words.text(condition)).")
            )
        }
        if let multiplier = modifiers.multiplier {
            lines.append(
                word(ru: "Умножается на: \(words.text(multiplier)).", en: "Multiplied by \(words.text(multiplier))."))
        }
        lines += modifiers.gate.map { [text($0)] } ?? []
        if let floor = modifiers.floor {
            lines.append(word(ru: "Не меньше: \(words.text(floor)).", en: "At least \(words.text(floor))."))
        }
        if let cap = modifiers.cap {
            lines.append(word(ru: "Не больше: \(words.text(cap)).", en: "At most \(words.text(cap))."))
        }
        return lines + modifiers.longerCaps.map(text)
    }

    func text(_ gate: Company.Gate) -> String {
        gate.otherwise.isZero
            ? word(
                ru: "Если не выполнено условие «\(words.text(gate.condition))», не платится ничего.",
                en: "Nothing is paid unless \(words.text(gate.condition)).")
            : word(
                ru:
                    "Если не выполнено условие «\(words.text(gate.condition))», остаётся \(words.percent(gate.otherwise)).",
                en: "Unless \(words.text(gate.condition)), \(words.percent(gate.otherwise)) of it is left.")
    }

    func text(_ cap: LongerCap) -> String {
        word(
            ru: "Не больше \(words.text(cap.amount)) за \(cap.per.russianAccusative).",
            en: "At most \(words.text(cap.amount)) a \(cap.per.rawValue).")
    }

    func text(_ payout: Payout) -> [String] {
        switch payout {
        case .hold(.share(let formula)):
            return [
                word(
                    ru: "Выплачивается в доле: \(words.text(formula)); остальное удерживается.",
                    en: "Free to be paid in this share: \(words.text(formula)); the rest is held.")
            ]
        case .hold(.condition(let formula)):
            return [
                word(
                    ru: "Удерживается, пока не выполнено: \(words.text(formula)).",
                    en: "Held until \(words.text(formula)).")
            ]
        case .hold(.time(let step)):
            return [
                word(
                    ru: "Удерживается после конца периода: \(name(step)).",
                    en: "Held for \(name(step)) after its period.")
            ]
        case .hold(.day(let day)):
            let text = day.text(in: language.ofTexts)
            return [word(ru: "Удерживается до \(text).", en: "Held until \(text).")]
        case .deferral(let deferral): return [text(deferral)]
        }
    }

    func text(_ deferral: Deferral) -> String {
        let parts = deferral.tranches.map { tranche in
            [
                words.percent(tranche.share),
                tranche.after.map { word(ru: "через: \(name($0))", en: "after \(name($0))") }
                    ?? word(ru: "сразу", en: "at once"),
                tranche.condition.map { word(ru: "если \(words.text($0))", en: "if \(words.text($0))") },
                tranche.pays.map { word(ru: "в доле: \(words.text($0))", en: "in this share: \(words.text($0))") },
            ].compactMap(\.self).joined(separator: " ")
        }.joined(separator: "; ")
        let leaver: String
        switch deferral.leaver {
        case .forfeit: leaver = word(ru: "Ушедший теряет остаток.", en: "Whoever leaves loses the rest.")
        case .keep:
            leaver = word(ru: "Ушедший получает остаток в свой срок.", en: "Whoever leaves is paid the rest in time.")
        case .pay: leaver = word(ru: "Ушедшему остаток платят сразу.", en: "Whoever leaves is paid the rest at once.")
        }
        return word(ru: "Платится частями: \(parts). ", en: "Paid in parts: \(parts). ") + leaver
    }

    func name(_ step: TimeStep) -> String { PlanWords.time(step.kind).text(step.count, in: language) }

    /// What acts on all components together; nil when nothing does.
    var whole: PlanPart? {
        var lines: [String] = []
        if let target = plan.target {
            lines.append(
                word(ru: "Целевая выплата: \(words.text(target)).", en: "The target pay: \(words.text(target))."))
        }
        if !plan.ramp.isEmpty {
            let shares = plan.ramp.map { words.percent($0) }.joined(separator: ", ")
            lines.append(
                word(
                    ru: "Новичку планы считаются в доле: \(shares) — по его первым периодам.",
                    en: "For whoever is new, targets count in these shares of his first periods: \(shares)."))
        }
        if let multiplier = plan.modifiers.multiplier {
            lines.append(
                word(
                    ru: "Все выплаты умножаются на: \(words.text(multiplier)).",
                    en: "Everything is multiplied by \(words.text(multiplier))."))
        }
        lines += plan.modifiers.gate.map { [text($0)] } ?? []
        lines += plan.guarantee.map { [text($0)] } ?? []
        if let cap = plan.cap {
            lines.append(
                word(
                    ru: "Всего не больше \(words.text(cap)) \(words.perPeriod(plan.period)).",
                    en: "Altogether at most \(words.text(cap)) \(words.perPeriod(plan.period))."))
        }
        lines += plan.modifiers.longerCaps.map(text)
        lines += plan.draw.map { [text($0)] } ?? []
        if plan.components.contains(where: { if case .scorecard = $0.kind { true } else { false } }) {
            lines.append(text(plan.missingValue))
        }
        return lines.isEmpty
            ? nil
            : .clause(
                name: "whole", heading: word(ru: "Для всего плана", en: "For the whole plan"), lines: lines, table: nil)
    }

    func text(_ policy: MissingValuePolicy) -> String {
        switch policy {
        case .zero:
            word(
                ru: "Показатель без значения считается невыполненным.",
                en: "A figure without a value counts as not reached.")
        case .redistribute:
            word(
                ru: "Вес показателя без значения переходит к остальным.",
                en: "The weight of a figure without a value goes to the others.")
        case .exclude:
            word(
                ru: "Если у показателя нет значения, выплаты по нему ждут.",
                en: "While a figure has no value, what rests on it is not paid.")
        }
    }

    func text(_ guarantee: Guarantee) -> String {
        let first = guarantee.first.map {
            word(ru: ", первые периоды на плане: \($0)", en: ", in the first periods on the plan: \($0)")
        }
        let per = words.perPeriod(guarantee.per ?? plan.period)
        return word(
            ru: "Гарантия: не меньше \(words.text(guarantee.amount)) \(per)\(first ?? "").",
            en: "Guaranteed: at least \(words.text(guarantee.amount)) \(per)\(first ?? "").")
    }

    func text(_ draw: Draw) -> String {
        let limit = draw.limit.map {
            word(ru: " Долг по авансу не больше \(words.text($0)).", en: " At most \(words.text($0)) may be owed.")
        }
        return word(
            ru: "Возвратный аванс до \(words.text(draw.amount)) за период.",
            en: "A recoverable advance up to \(words.text(draw.amount)) for a period.") + (limit ?? "")
    }
}
