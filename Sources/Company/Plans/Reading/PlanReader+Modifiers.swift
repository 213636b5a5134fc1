internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The limits that one key `cap` sets.
struct Caps {
    /// For the plan's own period.
    var ofPeriod: Checked<Measure>?
    /// For longer periods, the shortest first.
    var longer: [LongerCap] = []
}

extension PlanReader {
    func modifyPlan(_ plan: inout Plan, _ fields: Fields) {
        let caps = fields.take("cap").map { readCaps($0, plan.period) } ?? Caps()
        plan.cap = caps.ofPeriod
        plan.modifiers = PlanModifiers(
            multiplier: fields.take("multiplier").flatMap {
                formula($0, MeasureScope(names), expecting: .number(.plain))
            },
            gate: fields.take("gate").flatMap { gate($0) }, longerCaps: caps.longer)
        plan.ramp = fields.take("ramp").map { ramp($0) } ?? []
    }

    // MARK: Caps

    /// A money formula for the plan's period, `{amount: …, per: year}` for a longer one, or a list of such.
    func readCaps(_ entry: YAMLEntry, _ period: PeriodKind) -> Caps {
        var caps = Caps()
        for element in entry.elements {
            if element.pairs == nil {
                guard let amount = formula(element, MeasureScope(names), expecting: money) else { continue }
                if caps.ofPeriod != nil { reportSecondCap(element) }
                caps.ofPeriod = amount
            } else if let cap = longerCap(element, period) {
                if caps.longer.contains(where: { $0.per == cap.per }) { reportSecondCap(element) }
                caps.longer.append(cap)
            }
        }
        caps.longer.sort { $0.per < $1.per }
        return caps
    }

    private func longerCap(_ entry: YAMLEntry, _ period: PeriodKind) -> LongerCap? {
        guard let fields = Fields(entry, findings) else { return nil }
        let amount = fields.require("amount").flatMap { formula($0, MeasureScope(names), expecting: money) }
        let per = fields.require("per").flatMap { longerPeriod($0, than: period, of: .partsOfYear) }
        fields.finish()
        guard let amount, let per else { return nil }
        return LongerCap(amount: amount, per: per)
    }

    private func reportSecondCap(_ entry: YAMLEntry) {
        findings.report(
            "second-cap", at: entry.place,
            LocalizedText(
                en: "there is a cap for the same period already", ru: "для того же периода уже есть потолок"),
            remedy: LocalizedText(en: "keep the lower one", ru: "оставьте меньший"))
    }

    // MARK: Ramp

    private func ramp(_ entry: YAMLEntry) -> [FixedDecimal] {
        lookAtPercentages(entry.elements, as: .part)
        return entry.elements.compactMap { element in
            guard let share = constant(element, in: .plain) else { return nil }
            if share > .zero { return share }
            findings.report(
                "ramp-share", at: element.place,
                LocalizedText(
                    en: "a share of \(share.percentText) leaves no target to reach",
                    ru: "доля \(share.percentText) не оставляет плана, который можно выполнить"),
                remedy: LocalizedText(en: "write shares above 0 %", ru: "пишите доли больше 0 %"))
            return nil
        }
    }
}
