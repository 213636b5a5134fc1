internal import Formulas
internal import Messages
internal import Quantities

extension Commission {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        tierFindings(component) + Linter.goalFindings(component, plan, paysPerDeal: !base.isGrowth)
            + firstTierFindings(component)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        [Linter.targetFinding(tierTarget, of: component.name, at: component.place)].compactMap { $0 }
            + linkedFindings(component)
    }

    /// What the bounds of its tiers are shares of.
    private var tierTarget: Checked<Measure>? {
        switch pricing {
        case .tiers(let tiers): tiers.target
        case .events(let events): events.target
        case .rate, .rates: nil
        }
    }

    /// A tier table whose pay falls, or jumps, as sales rise.
    private func tierFindings(_ component: Component) -> [Diagnostic] {
        guard case .tiers(let tiers) = pricing else { return [] }
        let (table, target) = (tiers.table, tiers.target)
        return zip(table.tiers, table.tiers.dropFirst()).compactMap { lower, upper in
            guard let jump = Self.jump(from: lower, to: upper, table, hasTarget: target != nil), !jump.isZero else {
                return nil
            }
            let bound = Linter.bound(upper.from, hasTarget: target != nil, base.unit)
            return jump.isNegative
                ? Self.fall(component, bound) : Self.cliff(component, bound, isMarginal: table.mode == .marginal)
        }
    }

    /// How much the award changes at a bound, in the units of the bound's own scale (of the target when bounds are shares).
    private static func jump(
        from lower: TierTable.Tier, to upper: TierTable.Tier, _ table: TierTable, hasTarget: Bool
    ) -> FixedDecimal? {
        guard let rise = try? upper.rate.subtracting(lower.rate) else { return nil }
        switch table.mode {
        case .marginal: return upper.fixed
        case .whole:
            return try? rise.multiplied(by: upper.from).adding(upper.fixed.subtracting(lower.fixed))
        case .overage:
            guard let above = try? upper.from.subtracting(.one), above > .zero else { return upper.fixed }
            return try? rise.multiplied(by: above).adding(upper.fixed)
        }
    }

    /// Below the first bound nothing is earned; who knows tables that begin at zero may not expect it.
    private func firstTierFindings(_ component: Component) -> [Diagnostic] {
        let (table, hasTarget): (TierTable?, Bool) =
            switch pricing {
            case .tiers(let tiers): (tiers.table, tiers.target != nil)
            case .events(let events): (events.tiers, events.target != nil)
            case .rate, .rates: (nil, false)
            }
        guard let first = table?.tiers.first, first.from > .zero else { return [] }
        let bound = Linter.bound(first.from, hasTarget: hasTarget, base.unit)
        return [
            Diagnostic(
                .note, code: "first-tier", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' earns nothing below \(bound), where its first tier begins",
                    ru: "«\(component.name)» до \(bound), где начинается первая ступень, не платит ничего"),
                remedy: LocalizedText(
                    en: "if it should earn from the beginning, add a tier that begins at 0",
                    ru: "если платить надо с самого начала, добавьте ступень, которая начинается с 0"))
        ]
    }

    private static func fall(_ component: Component, _ bound: LocalizedText) -> Diagnostic {
        Diagnostic(
            .warning, code: "falling-tiers", at: component.place,
            LocalizedText(
                en: "at \(bound) the pay of '\(component.name)' falls though sales rise",
                ru: "на \(bound) выплата «\(component.name)» падает, хотя продажи растут"),
            remedy: LocalizedText(
                en: "use 'marginal', or a rate that rises", ru: "возьмите «marginal» или растущую ставку"))
    }

    private static func cliff(_ component: Component, _ bound: LocalizedText, isMarginal: Bool) -> Diagnostic {
        Diagnostic(
            .warning, code: "cliff", at: component.place,
            LocalizedText(
                en: "at \(bound) the pay of '\(component.name)' jumps: deals will be moved between periods",
                ru: "на \(bound) выплата «\(component.name)» прыгает: сделки станут переносить между периодами"),
            remedy: isMarginal
                ? LocalizedText(
                    en: "without a 'fixed' part 'marginal' has no cliffs", ru: "без «fixed» у «marginal» скачков нет")
                : LocalizedText(en: "'marginal' has no cliffs", ru: "у «marginal» скачков нет"))
    }

    /// A tier that begins exactly at `up_to` is entered without the condition: seldom what "up to" was meant to say.
    private func linkedFindings(_ component: Component) -> [Diagnostic] {
        guard case .tiers(let tiers) = pricing, let linked = tiers.linked,
            tiers.table.tiers.contains(where: { $0.from == linked.upTo }),
            !linked.upTo.isZero
        else { return [] }
        let bound = Linter.bound(linked.upTo, hasTarget: tiers.target != nil, base.unit)
        return [
            Diagnostic(
                .warning, code: "linked-bound", at: component.place,
                LocalizedText(
                    en:
                        "the tier that begins at \(bound), exactly at 'up_to', is entered also when the linked condition is not met",
                    ru:
                        "ступень, которая начинается с \(bound), ровно с «up_to», действует и тогда, когда связанное условие не выполнено"
                ),
                remedy: LocalizedText(
                    en: "if it is to be withheld too, name an 'up_to' below it; if not, leave it",
                    ru: "если её тоже надо удерживать, укажите «up_to» ниже неё; если нет, оставьте"))
        ]
    }
}

extension Checked where Reference == Measure {
    /// Whether the figure is a difference to last year: growth of accounts, not single deals.
    fileprivate var isGrowth: Bool {
        if case .reference(.window(.growth, _)) = node { true } else { false }
    }
}
