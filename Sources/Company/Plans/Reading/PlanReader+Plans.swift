internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension PlanReader {
    /// The plans, in the order in which they are written.
    func read() -> [Plan] {
        documents.definitions(.plans, findings).compactMap { definition in
            guard var plan = plan(definition) else { return nil }
            supposed.move(&plan, findings)
            return plan
        }
    }

    private func plan(_ definition: Documents.Definition) -> Plan? {
        guard let fields = Fields(definition.value, findings) else { return nil }
        let scope = MeasureScope(names)
        let money = FormulaType.number(.money(names.currency))
        var plan = Plan(
            name: definition.name,
            title: fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(definition.name),
            audience: fields.require("for").map { audience($0) } ?? Eligibility(),
            validity: fields.take("valid").flatMap { validity($0) } ?? .always,
            goal: fields.take("goal").flatMap { findings.choice($0, SalesGoal.self) },
            period: fields.require("period").flatMap { findings.choice($0, PeriodKind.self) } ?? .month,
            target: fields.take("target").flatMap { formula($0, scope, expecting: money) },
            proration: fields.take("proration").flatMap { findings.choice($0, DayCount.self) } ?? .calendar,
            rounding: fields.take("rounding").flatMap { rounding($0) } ?? .halfAwayFromZero,
            missingValue: fields.take("not_computable").flatMap { findings.choice($0, MissingValuePolicy.self) }
                ?? .zero,
            components: [], draw: fields.take("draw").flatMap { draw($0) }, tests: [], place: definition.key.place)
        modifyPlan(&plan, fields)
        let written = fields.require("components")
        plan.components = written.map { components($0, plan) } ?? []
        plan.guarantee = guarantee(fields, of: plan)
        plan.tests =
            fields.take("tests").map { tests($0, plan, written: written?.pairs?.compactMap(\.key.text) ?? []) } ?? []
        fields.finish()
        return plan
    }

    private func rounding(_ entry: YAMLEntry) -> Rounding? {
        guard let word = entry.text.flatMap(RoundingWord.init) else {
            findings.expected(LocalizedText(en: "half_away or half_even", ru: "half_away или half_even"), at: entry)
            return nil
        }
        switch word {
        case .half_away: return .halfAwayFromZero
        case .half_even: return .halfEven
        }
    }

    /// The words for how a pay line is rounded.
    private enum RoundingWord: String {
        case half_away, half_even
    }

    private func audience(_ entry: YAMLEntry) -> Eligibility {
        var audience = Eligibility()
        guard let fields = Fields(entry, findings) else { return audience }
        if let entry = fields.take("position") { audience.positions = recordSet(entry, BuiltInKind.position) }
        if let entry = fields.take("unit") { audience.units = recordSet(entry, BuiltInKind.unit) }
        if let entry = fields.take("people") { audience.people = recordSet(entry, BuiltInKind.person) }
        fields.finish()
        return audience
    }

    private func recordSet(_ entry: YAMLEntry, _ kind: String) -> Set<Int32> {
        let table = records.table(kind)
        let numbers = entry.elements.compactMap { element -> Int32? in
            guard let id = findings.text(element) else { return nil }
            if let number = table.number(of: id) { return number }
            records.reportUnknown(id, kind, table, element.place)
            return nil
        }
        return Set(numbers)
    }

    // MARK: Components

    private func components(_ entry: YAMLEntry, _ plan: Plan) -> [Component] {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            reportNoComponents(entry)
            return []
        }
        return pairs.compactMap { key, value in
            findings.text(key).flatMap { component($0, key, value, plan) }
        }
    }

    private func reportNoComponents(_ entry: YAMLEntry) {
        let example = LocalizedText(
            en: "for instance 'components: {commission: {commission: sales, rate: 5%}}'",
            ru: "например, «components: {commission: {commission: sales, rate: 5%}}»")
        if entry.pairs != nil || entry.text == nil && !entry.isList {
            findings.report(
                "wrong-shape", at: entry.place,
                LocalizedText(en: "a plan needs at least one component", ru: "в плане нужна хотя бы одна составляющая"),
                remedy: example)
        } else {
            findings.expected(
                LocalizedText(en: "components by name", ru: "составляющие по именам"), at: entry, remedy: example)
        }
    }

    private func component(_ name: String, _ key: YAMLEntry, _ entry: YAMLEntry, _ plan: Plan) -> Component? {
        guard let fields = Fields(entry, findings) else { return nil }
        defer { fields.finish() }
        guard hasOneKind(fields, key) else {
            fields.ignoreRest()
            return nil
        }
        let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(name)
        let kind = kind(fields, plan)
        let condition = fields.entry.pairs?.first { $0.key.text == "when" }?.value
        let modifiers = modifiers(fields, plan.period)
        if let condition, let group = kind?.definition.conditionOfGroup {
            refusePerson(in: modifiers.condition, condition, group)
        }
        let payout = payout(fields)
        guard let kind else {
            _ = fields.take("time_share")
            return nil
        }
        let rule = kind.award.timeShare
        let timeShare = rule == .never ? nil : fields.take("time_share").flatMap { findings.flag($0) }
        return Component(
            name: name, title: title, kind: kind, modifiers: modifiers,
            scalesWithTime: timeShare ?? (rule == .unlessDenied), payout: payout, place: key.place)
    }

    private static let kinds = AwardKey.allCases.map(\.rawValue)

    private func hasOneKind(_ fields: Fields, _ key: YAMLEntry) -> Bool {
        let found = (fields.entry.pairs ?? []).compactMap(\.key.text).filter { Self.kinds.contains($0) }
        if found.count == 1 { return true }
        if found.isEmpty, fields.reportMisspelt(Self.kinds) { return false }
        findings.report(
            "component-kind", at: key.place,
            LocalizedText(
                en: "a component has exactly one of \(Self.kinds.joined(separator: ", "))",
                ru: "у составляющей должно быть ровно одно из \(Self.kinds.joined(separator: ", "))"),
            remedy: found.isEmpty
                ? LocalizedText(
                    en: "for instance 'commission: sales' with 'rate: 5%'",
                    ru: "например, «commission: sales» и «rate: 5%»")
                : LocalizedText(
                    en: "make two components of it: \(found.joined(separator: ", "))",
                    ru: "сделайте две составляющие: \(found.joined(separator: ", "))"))
        return false
    }

    private func kind(_ fields: Fields, _ plan: Plan) -> Component.Kind? {
        let keys = AwardKey.allCases.compactMap { key in fields.take(key.rawValue).map { (key, $0) } }
        return keys.first.flatMap { key, entry in key.read(entry, fields, AwardReader(self, period: plan.period)) }
    }

    private func modifiers(_ fields: Fields, _ period: PeriodKind) -> Modifiers {
        let scope = MeasureScope(names)
        let caps = fields.take("cap").map { readCaps($0, period) } ?? Caps()
        return Modifiers(
            condition: fields.take("when").flatMap { formula($0, scope, expecting: .flag) },
            multiplier: fields.take("multiplier").flatMap { formula($0, scope, expecting: .number(.plain)) },
            gate: fields.take("gate").flatMap { gate($0) },
            floor: fields.take("floor").flatMap { formula($0, scope, expecting: money) },
            cap: caps.ofPeriod, longerCaps: caps.longer)
    }

    func gate(_ entry: YAMLEntry) -> Gate? {
        let scope = MeasureScope(names)
        if entry.text != nil {
            return formula(entry, scope, expecting: .flag).map { Gate(condition: $0, otherwise: .zero) }
        }
        guard let fields = Fields(entry, findings) else { return nil }
        let condition = fields.require("when").flatMap { formula($0, scope, expecting: .flag) }
        let rest = fields.take("otherwise")
        let otherwise = rest.flatMap { constant($0, in: .plain) } ?? .zero
        lookAtPercentages([rest], as: .part)
        fields.finish()
        return condition.map { Gate(condition: $0, otherwise: otherwise) }
    }
}
