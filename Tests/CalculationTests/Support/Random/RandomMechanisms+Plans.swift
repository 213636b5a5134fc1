/// Plans of random periods and people, with rules of their own and components of every kind.
extension RandomMechanisms {
    mutating func addPlans() {
        yaml += "plans:\n"
        for number in 0...2 { addPlan(number) }
    }

    private mutating func addPlan(_ number: Int) {
        // Days are many: they are drawn seldom.
        let period =
            number == 1 && random.chance(4)
            ? "day" : random.pick(["week", "month", "month", "month", "quarter", "half", "year", "all"])
        has(period == "all" ? "all time" : period == "half" ? "halves" : "\(period)s")
        yaml += """
              more\(number):
                for: \(audience())
                valid: {from: \(random.pick(["2025-01-01", "2025-01-01", "2025-04-15", "2026-01-01"])), until: 2027-01-01}
                period: \(period)
                proration: \(random.pick(["calendar", "working"]))
                rounding: \(random.pick(["half_away", "half_even"]))
                not_computable: \(random.pick(["zero", "redistribute", "exclude"]))
                target: \(random.pick(["20 000 RUB", "person.target_bonus"]))

            """
        addPlanRules(longer(than: period), period)
        yaml += "    components:\n"
        for part in 0...random.integer(2...4) {
            let kind = component(period)
            // The cap of goals is one of each goal, not of the award.
            let modifiers = modifiers(period).filter { !($0.hasPrefix("cap") && kind[0].hasPrefix("goals")) }
            let parts = kind + modifiers + payout()
            yaml += "      \(period)\(part): {\(parts.joined(separator: ", "))}\n"
        }
    }

    private mutating func audience() -> String {
        switch random.integer(0...9) {
        case 0:
            has("plan for a unit")
            return "{unit: \(random.pick(["south", "all"]))}"
        case 1:
            has("plan for people")
            return "{people: ['\(random.integer(2...people))', '\(random.integer(1...people))']}"
        case 2: return "{position: [seller, head], unit: south}"
        default: return "{position: \(random.pick(["seller", "[seller, head]"]))}"
        }
    }

    /// Which periods are longer than a plan's own, of those that a total can run over.
    func longer(than period: String) -> [String] {
        switch period {
        case "day", "week", "month": ["quarter", "half", "year"]
        case "quarter": ["half", "year"]
        case "half": ["year"]
        default: []
        }
    }

    private mutating func addPlanRules(_ longer: [String], _ period: String) {
        if random.chance(25) {
            let own = "\(random.integer(1...30))000.5 RUB"
            if let per = longer.isEmpty ? nil : random.pick(longer), period != "day", random.chance(70) {
                has("plan's cap for a longer period")
                yaml += "    cap: [\(own), {amount: \(random.integer(5...90))000 RUB, per: \(per)}]\n"
            } else {
                yaml += "    cap: \(own)\n"
            }
        }
        if random.chance(15) {
            has("plan's gate")
            yaml += "    gate: {when: '\(flag(3))', otherwise: 40%}\n"
        }
        if random.chance(15) {
            has("plan's multiplier")
            yaml +=
                "    multiplier: '\(random.pick(["factor", "if person.tenure = 1 then 50% else 100%", plain(3)]))'\n"
            if yaml.hasSuffix("else 100%'\n") { has("tenure") }
        }
        if random.chance(20), period != "all" {
            has("ramp")
            yaml += "    ramp: [50%, 75%]\n"
        }
        addGuarantee(longer, period)
        addDraw(period)
    }

    private mutating func addGuarantee(_ longer: [String], _ period: String) {
        guard random.chance(35), period != "all" else { return }
        switch random.integer(0...2) {
        case 0:
            has("guarantee")
            yaml += "    guarantee: \(random.pick(["3 000 RUB", "person.target_bonus * 10%"]))\n"
        case 1:
            has("guarantee of the first periods")
            yaml += "    guarantee: {amount: 5 000.01 RUB, first: \(random.integer(1...3))}\n"
        default:
            guard !longer.isEmpty else { return }
            has("guarantee for a longer period")
            yaml += "    guarantee: {amount: 9 000 RUB, per: \(random.pick(longer))}\n"
        }
    }

    private mutating func addDraw(_ period: String) {
        guard random.chance(25), period != "all" else { return }
        has("draw")
        if random.chance(50) {
            has("draw with a limit")
            yaml += "    draw: {amount: person.target_bonus, limit: 12 000 RUB, recover: \(random.integer(1...9))0%}\n"
        } else {
            yaml += "    draw: {amount: 2 000 RUB, first: \(random.integer(1...6))}\n"
        }
    }

    private mutating func modifiers(_ period: String) -> [String] {
        var parts: [String] = []
        let longer = longer(than: period)
        // A plan by the day with caps for a year is right, and slow: other tests measure it.
        if !longer.isEmpty, period != "day", random.chance(25) {
            let cap = "{amount: \(random.integer(1...40))00 RUB, per: \(random.pick(longer))}"
            has("cap for a longer period")
            if random.chance(50) {
                has("two caps")
                parts.append("cap: [\(random.integer(1...9))00.5 RUB, \(cap)]")
            } else {
                parts.append("cap: \(cap)")
            }
        }
        if random.chance(10) { parts.append("multiplier: '\(plain(3))'") }
        if random.chance(10) { parts.append("gate: '\(flag(3))'") }
        if random.chance(10) { parts.append("floor: 10 RUB") }
        return parts
    }

    private mutating func payout() -> [String] {
        switch random.integer(0...11) {
        case 0:
            has("hold released by a share")
            return ["hold: {release: '\(random.pick(["received_of_sale / sales", plain(3)]))'}"]
        case 1:
            has("hold released by a condition")
            return ["hold: {release: '\(random.pick(["received >= sales", flag(3)]))'}"]
        case 2:
            has("hold for a time")
            return ["hold: {for: \(random.pick(["1 month", "45 days", "2 quarters"]))}"]
        case 3:
            has("hold until a day")
            return ["hold: {until: 2025-11-01}"]
        case 4, 5:
            has("deferral")
            let leaver = random.pick(["forfeit", "keep", "pay"])
            return [
                "defer: [{share: 50%}, {share: 30%, after: 1 month, when: '\(flag(2))'}, "
                    + "{share: 20%, after: 1 quarter, pays: '\(random.pick(["loyalty", plain(2)]))'}]",
                "leaver: \(leaver)",
            ]
        default: return []
        }
    }

    mutating func money(_ size: Int) -> String { written(formulas.money(size: size)) }
    mutating func plain(_ size: Int) -> String { written(formulas.plain(size: size)) }
    mutating func flag(_ size: Int) -> String { written(formulas.flag(size: size)) }
    private func written(_ formula: String) -> String { formula.replacing("working_count", with: "deals") }
}
