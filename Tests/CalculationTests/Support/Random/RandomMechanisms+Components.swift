/// Components of every kind, in all the forms they have.
extension RandomMechanisms {
    mutating func component(_ period: String) -> [String] {
        let base = random.pick(Self.money + ["received_parts", "returned"])
        switch random.integer(0...16) {
        case 0, 1, 2: return tiered(base, longer(than: period))
        case 3: return milestones(base, period)
        case 4, 5, 6, 7: return contest()
        case 8, 9: return pool()
        case 10:
            has("each event")
            return [
                "commission: \(random.pick(["received", "foreign", "received_of_sale"]))",
                "tiers: {marginal: {0 RUB: 1%, 3 000 RUB: 2.25%}}", "each: event",
            ]
        case 11:
            let group = random.pick(["plan", "unit"])
            if group == "unit" { has("spot rewards of a unit") }
            return ["spot: \(random.pick(["2 000 RUB", "unit(sales) * 5%"]))", "group: \(group)"]
        case 12:
            has("goals")
            return ["goals: 8 000 RUB", random.pick(["threshold: 40%", "steps: {50%: 50%, 100%: 100%}"])]
        case 13: return ["bonus: '\(money(5))'"]
        case 15: return matrix(base)
        case 14: return ["bonus: 3.35 RUB", "per: \(random.pick(["visits", "settled"]))"]
        default: return scorecard()
        }
    }

    private mutating func tiered(_ base: String, _ longer: [String]) -> [String] {
        let isOfTarget = random.chance(40)
        if isOfTarget { has("tiers against a target") }
        let bounds =
            isOfTarget ? ["0%", "80%", "120%"] : ["\(random.pick(["0", "100.5"])) RUB", "4 000 RUB", "9 000 RUB"]
        let mode = random.pick(isOfTarget ? ["marginal", "whole", "overage"] : ["marginal", "whole"])
        let middle = random.chance(40) ? "{rate: 2%, fixed: 30.05 RUB}" : "2.5%"
        var tiers = "\(mode): {\(bounds[0]): 1%, \(bounds[1]): \(middle), \(bounds[2]): 4%}"
        if isOfTarget { tiers += ", target: \(random.pick(["target(sales)", "3 000 RUB"]))" }
        if !longer.isEmpty, random.chance(60) {
            has("tiers over a longer period")
            tiers += ", over: \(random.pick(longer))"
        }
        if random.chance(35) {
            has("tiers linked to a condition")
            tiers += ", linked: {when: '\(flag(2))', up_to: \(random.pick([bounds[0], bounds[1]]))}"
        }
        return ["commission: \(base)", "tiers: {\(tiers)}"]
    }

    private mutating func milestones(_ base: String, _ period: String) -> [String] {
        has("milestones over a time")
        let over = period == "all" ? "all" : random.pick(longer(than: period) + ["all", "all"])
        return [
            "milestones: {500 RUB: 7 RUB, 8 000.5 RUB: 25 RUB, 20 000 RUB: 60 RUB}", "of: \(base)", "over: \(over)",
        ]
    }

    private mutating func contest() -> [String] {
        let score = random.pick(["sales", "received", "deals", "visits", "loyalty"])
        let unit = ["deals", "visits"].contains(score) ? "pcs" : score == "loyalty" ? "%" : "RUB"
        func bound(_ number: Int) -> String { unit == "%" ? "\(number * 10)%" : "\(number) \(unit)" }
        var parts: [String]
        switch random.integer(0...4) {
        case 0:
            has("contest by rank")
            parts = ["contest: [700.01 RUB, 300 RUB, 'unit(sales) * 1%']"]
        case 1:
            has("contest by steps")
            parts = ["contest: {steps: {\(bound(1)): 100 RUB, \(bound(5)): 250.33 RUB}}"]
        case 2:
            has("contest for a pot")
            parts = ["contest: {pot: \(random.pick(["1 000 RUB", "company(sales) * 2%"]))}"]
        default:
            has("contest with goals")
            let goal = random.pick([bound(3), score == "sales" ? "target(sales)" : bound(7), "previous(\(score))"])
            parts = ["contest: {prize: 500.5 RUB}", "goal: \(goal)"]
        }
        parts.append("by: \(score)")
        if random.chance(40) {
            has("contest with a minimum")
            parts.append("minimum: '\(flag(2))'")
        }
        if !parts[0].contains("prize"), random.chance(35) {
            has("contest between units")
            parts.append("between: units")
            if random.chance(50) { parts.append("divided: '\(random.pick(["sales", "deals", "received"]))'") }
            // A unit is no person, and has no field of one.
            parts = parts.map { $0.replacing("person.target_bonus", with: "500 RUB") }
        } else if random.chance(30) {
            parts.append("group: unit")
        }
        return parts
    }

    private mutating func pool() -> [String] {
        let group = random.pick(["unit", "plan"])
        has("pool of a \(group)")
        let nobody = random.pick(["cancel", "carry"])
        if nobody == "carry" { has("pool that carries") }
        var parts = [
            "pool: '\(random.pick(["5 000.05 RUB", "received * 3%", "company(foreign) * 1%", "otherwise(grant, 0 RUB)"]))'",
            "weights: '\(random.pick(["sales", "visits", "otherwise(loyalty, 0%)", "1", "received"]))'",
            "group: \(group)",
            "nobody: \(nobody)",
        ]
        if random.chance(30) {
            has("pool on a condition")
            parts.append("when: '\(random.pick(["sales > 0 RUB", "deals >= 3", "company(received) > 100 RUB"]))'")
        }
        return parts
    }

    private mutating func matrix(_ base: String) -> [String] {
        let isLines = random.chance(50)
        has(isLines ? "matrix with lines" : "matrix by steps")
        let areShares = random.chance(60)
        func cell(_ number: Int) -> String { areShares ? "\(number)%" : "\(number)0.15 RUB" }
        var table = "columns: [\(random.pick(["0", "1"])) pcs, 3 pcs, 6 pcs]"
        for (row, bound) in ["\(random.pick(["-100", "0"])) RUB", "2 000.5 RUB", "7 000 RUB"].enumerated() {
            let cells = (0...2).map { cell(random.integer(0...2) * row * 20 + $0 * random.integer(0...30)) }
            table += ", \(bound): [\(cells.joined(separator: ", "))]"
        }
        var parts = ["matrix: {\(table)}", "rows: \(base)", "columns: \(random.pick(["deals", "visits"]))"]
        if areShares, random.chance(50) { parts.append("target: person.target_bonus") }
        return parts + (isLines ? ["form: lines"] : [])
    }

    private mutating func scorecard() -> [String] {
        has("scorecard with base and tolerance")
        return [
            "scorecard: [{kpi: received, weight: 50%, target: target(sales)}, "
                + "{kpi: visits, weight: 30%, target: 4 pcs, attainment: 1 - abs(actual - target) / tolerance, tolerance: 6 pcs}, "
                + "{kpi: loyalty, weight: 20%, target: 90%, attainment: (base - actual) / (base - target), base: 20%}]",
            random.pick(["curve: {20%: 10%, 100%: 100%, 150%: 130%}", "steps: {50%: 50%, 90%: 100%}"]),
        ]
    }
}
