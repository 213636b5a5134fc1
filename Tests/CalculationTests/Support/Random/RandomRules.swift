/// The text of a random company: metrics of every kind over the sales of ``RandomTables``, and plans with random components.
struct RandomRules {
    private(set) var yaml: String
    private var random: SplitMix64
    private var formulas: RandomMeasure
    private static let money = [
        "sales", "cost", "credited", "fees", "big", "paid_sales", "late_sales", "urgent_sales", "segment_sales",
        "typical", "middle", "largest", "smallest", "latest", "portfolio", "scaled", "bounded", "weighted",
    ]
    private static let pieces = ["deals", "clients", "kinds", "paid_deals", "old_deals", "segments"]

    init(isCivil: Bool, _ random: inout SplitMix64) {
        self.random = SplitMix64(seed: random.next())
        yaml = """
            company:
              name: Random
              currency: RUB
              calendar: \(isCivil ? "civil" : "{pattern: 4-4-5, ends: last saturday of january}")
              holidays: [2026-01-01, 2026-01-02]
            parameters: {factor: [{from: 2025-04-01, value: 110%}, {from: 2026-02-01, value: 95%}]}
            positions: {seller: {title: Seller}, head: {title: Head}}
            units:
              all: {title: All}
              north: {title: N, parent: all}
              south: {title: S, parent: all}
              west: {title: W, parent: south}
              east: {title: E, parent: south}
            records:
              person: {fields: {grade: number}}
              client: {fields: {segment: text?, level: money?, since: day?, vip: flag?}}
              product: {fields: {group: text}}
              assignment: {fields: {target_bonus: money}}

            """
        formulas = RandomMeasure(
            money: Self.money, pieces: Self.pieces, plain: ["margin", "share_of_big"], seed: self.random.next())
        addEvents()
        addMetrics()
        addPlans()
        addReports()
    }

    private mutating func addEvents() {
        let credit = random.pick([
            "sale.seller", "sale.seller", "split(share, sale.seller)", "split(share)", "team(sale.client, \"kam\")",
        ])
        yaml += """
            events:
              sale:
                fields: {date: day?, paid: day?, seller: person?, client: client?, product: product, amount: money, cost: money?, kind: text?, urgent: flag, n: number?}
                credit: '\(credit)'
                computed:
                  signed: if sale.kind = "return" then -sale.amount else sale.amount
                  credited: round_half_even(sale.signed * share, 2)
                  fee: round_half_even(sale.credited * rate(by_group), 2)
            splits: {share: {of: sale}}
            rate_tables:
              by_group: {by: {group: sale.product.group}, rate: percent, otherwise: \(random.pick(["1%", "0%"]))}
              by_two: {by: {group: sale.product.group, segment: sale.client.segment}, rate: percent}

            """
    }

    private mutating func addMetrics() {
        let condition = random.pick(["sale.urgent", "sale.kind != \"sample\"", "sale.kind is empty", "not sale.urgent"])
        yaml += """
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              cost: {unit: RUB, value: sum(sale.cost)}
              credited: {unit: RUB, value: sum(sale.credited)}
              fees: {unit: RUB, value: sum(sale.fee)}
              big: {unit: RUB, value: sum(sale.amount where sale.amount >= 100.5 RUB or sale.cost < -5 RUB)}
              paid_sales: {unit: RUB, value: sum(sale.amount), date: sale.paid}
              late_sales: {unit: RUB, value: sum(sale.amount where sale.paid - sale.date > 30 days or sale.date < sale.client.since)}
              urgent_sales: {unit: RUB, value: 'sum(sale.amount where \(condition))'}
              segment_sales: {unit: RUB, value: 'sum(sale.amount where sale.client.segment \(random.pick(["=", "!="])) "key" and sale.product != "g3")'}
              typical: {unit: RUB, value: average(sale.amount)}
              middle: {unit: RUB, value: median(sale.cost)}
              largest: {unit: RUB, value: max(sale.amount)}
              smallest: {unit: RUB, value: min(sale.cost)}
              latest: {unit: RUB, value: last(sale.amount)}
              portfolio: {unit: RUB, value: sum(sale.amount), credit: 'team(sale.client, "kam")'}
              scaled: {unit: RUB, value: 'sum(round(if sale.urgent then sale.amount * 0.5 + 5 RUB else otherwise(sale.cost, 0.5 RUB) * share, \(random.integer(0...3))))'}
              bounded: {unit: RUB, value: 'sum(clamp(abs(sale.amount) * share - otherwise(sale.client.level, 3 RUB), 0 RUB, max(500 RUB, floor(sale.amount))))'}
              weighted: {unit: RUB, value: 'sum(sale.amount * otherwise(sale.n, 0.5) * share * rate(\(random.pick(["by_group", "by_two"]))))'}
              deals: {unit: pieces, value: count(sale)}
              clients: {unit: pieces, value: distinct(sale.client)}
              kinds: {unit: pieces, value: distinct(sale.kind where \(condition))}
              segments: {unit: pieces, value: distinct(sale.client.segment)}
              paid_deals: {unit: pieces, value: count(sale where sale.n > 0.5 or sale.n < 5), date: sale.paid}
              old_deals: {unit: pieces, value: count(sale where sale.client is not empty and sale.date < 2025-10-15)}
              margin: {unit: percent, value: (sales - cost) / sales}
              share_of_big: {unit: percent, value: 'otherwise(big / company(big), 10%)'}

            """
        yaml = yaml.replacing("working_count", with: "deals")
        for number in 0...4 { yaml += "  money\(number): {unit: RUB, value: '\(money(9))'}\n" }
        for number in 0...2 { yaml += "  plain\(number): {unit: percent, value: '\(plain(7))'}\n" }
    }

    private mutating func money(_ size: Int) -> String { written(formulas.money(size: size)) }
    private mutating func plain(_ size: Int) -> String { written(formulas.plain(size: size)) }
    private mutating func flag(_ size: Int) -> String { written(formulas.flag(size: size)) }
    private func written(_ formula: String) -> String { formula.replacing("working_count", with: "deals") }

    // MARK: Plans

    private mutating func addPlans() {
        yaml += "plans:\n"
        for (number, position) in ["seller", "[seller, head]", "head"].enumerated() {
            let cut = random.chance(25) ? random.pick(["2025-03-10", "2026-01-01", "2026-01-15"]) : "2025-01-01"
            yaml += """
                  plan\(number):
                    for: {position: \(position)}
                    valid: {from: \(cut), until: \(random.chance(20) ? "2026-03-20" : "2027-01-01")}
                    period: \(number == 1 ? "quarter" : random.pick(["month", "month", "month", "half"]))
                    proration: \(random.pick(["calendar", "working"]))
                    rounding: \(random.pick(["half_away", "half_even"]))
                    not_computable: \(random.pick(["zero", "redistribute", "exclude"]))
                    target: \(random.pick(["30 000 RUB", "person.target_bonus", "person.base_pay * 20%"]))

                """
            if random.chance(15) { yaml += "    cap: 20 000 RUB\n" }
            if random.chance(10) { yaml += "    ramp: [50%, 75%]\n" }
            if random.chance(10) { yaml += "    multiplier: factor\n" }
            yaml += "    components:\n"
            for part in 0...random.integer(2...5) { yaml += component("part\(part)") }
        }
    }

    private mutating func component(_ name: String) -> String {
        let isSimple = random.chance(50)
        let base = isSimple ? random.pick(["sales", "big", "credited", "portfolio", "paid_sales"]) : money(6)
        var parts: [String]
        switch random.integer(0...15) {
        case 0: parts = ["commission: '\(base)'", "rate: \(random.pick(["5%", "0.125%", "factor * 1%"]))"]
        case 1:
            parts = ["commission: \(random.pick(["sales", "big"]))", "rates: \(random.pick(["by_group", "by_two"]))"]
        case 2: parts = ["commission: '\(base)'", "tiers: {marginal: {0 RUB: 1%, 500 RUB: {rate: 2%, fixed: 10 RUB}}}"]
        case 3:
            parts = [
                "commission: sales",
                "tiers: {\(random.pick(["whole", "overage"])): {80%: 1%, 100%: 3%}, target: target(sales)}",
            ]
        case 4, 5, 6: parts = eachEvent()
        case 7: parts = ["bonus: '\(money(5))'"]
        case 8:
            parts = ["bonus: \(random.integer(1...99)).5 RUB", "per: \(random.pick(["deals", "clients", "kinds"]))"]
        case 9, 10, 11: parts = scorecard()
        case 12, 13:
            let weights = random.pick(["sales", "deals", "clients", "otherwise(margin, 0%)", "money1"])
            let fund = random.pick(["unit(sales) * 1%", "7 777.77 RUB", "0 RUB", "company(deals) * 10 RUB / 1 pcs"])
            parts = [
                "pool: '\(fund)'", "weights: '\(weights)'", "group: \(random.pick(["unit", "plan"]))",
                "nobody: \(random.pick(["cancel", "cancel", "carry"]))",
            ]
        case 14: parts = ["contest: [500 RUB, 300.01 RUB]", "by: \(random.pick(["sales", "deals"]))"]
        default:
            parts = [
                random.pick([
                    "spot: 3 000 RUB", "goals: 10 000 RUB",
                    "milestones: {1 000 RUB: 10 RUB, 9 000 RUB: 25 RUB}, of: sales",
                ])
            ]
        }
        // The cap of goals is one of each goal, not of the award; milestones know no share of time.
        let modifiers = modifiers().filter { modifier in
            !(modifier.hasPrefix("cap") && parts[0].hasPrefix("goals"))
                && !(modifier.hasPrefix("time") && parts[0].hasPrefix("milestones"))
        }.map { modifier in
            // The condition of what is shared is asked of the group, which has no field of a person.
            modifier.hasPrefix("when") && ["pool", "contest", "spot"].contains { parts[0].hasPrefix($0) }
                ? modifier.replacing("person.target_bonus", with: "500 RUB") : modifier
        }
        return "      \(name): {\((parts + modifiers).joined(separator: ", "))}\n"
    }

    private mutating func eachEvent() -> [String] {
        let base = random.pick(["sales", "big", "credited", "portfolio", "paid_sales", "urgent_sales"])
        let zero = random.chance(40) ? ", below_zero: first" : ""
        switch random.integer(0...3) {
        case 0: return ["commission: \(base)", "rates: \(random.pick(["by_group", "by_two"]))", "each: event"]
        case 1: return ["commission: \(base)", "rate: 3.5%", "each: event"]
        case 2:
            let first = random.pick(["0 RUB", "250.5 RUB"])
            return ["commission: \(base)", "tiers: {marginal: {\(first): 1%, 5 000 RUB: 2.5%}\(zero)}", "each: event"]
        default:
            let tiers = "{\(random.pick(["0%", "30%"])): 50%, 80%: 100%, 100%: 150%, 200%: 0%}"
            let target = random.pick(["target(sales)", "target(sales) * 50%", "ytd(target(sales))"])
            return [
                "commission: \(base)", "rates: by_group",
                "tiers: {marginal: \(tiers), target: \(target)\(zero)}", "each: event",
            ]
        }
    }

    private mutating func scorecard() -> [String] {
        let items = [
            "{kpi: sales, weight: 60%, target: target(sales)\(random.chance(50) ? ", threshold: 50%, cap: 150%" : "")}",
            "{kpi: \(random.pick(["deals", "money2", "plain1"])), weight: 40%, target: \(random.pick(["target(deals)", "3 pcs"]))"
                + "\(random.chance(50) ? ", cap: 120%" : "")}",
        ].map { item in
            item.contains("money2") || item.contains("plain1")
                ? item.replacing("target(deals)", with: item.contains("money2") ? "500 RUB" : "40%")
                    .replacing("3 pcs", with: item.contains("money2") ? "target(sales) * 3" : "factor") : item
        }
        let curve = random.pick([
            [], ["curve: {50%: 0%, 100%: 100%, 150%: 200%}"], ["steps: {80%: 50%, 100%: 100%}"],
            ["curve: {33%: 10%, 90%: 77.7%}"],
        ])
        return ["scorecard: [\(items.joined(separator: ", "))]"] + curve
    }

    private mutating func modifiers() -> [String] {
        var parts: [String] = []
        if random.chance(20) { parts.append("when: '\(flag(4))'") }
        if random.chance(20) { parts.append("multiplier: '\(plain(4))'") }
        if random.chance(15) { parts.append("gate: {when: '\(flag(4))', otherwise: 50%}") }
        if random.chance(15) { parts.append("floor: '\(money(2))'") }
        if random.chance(15) { parts.append("cap: '\(random.pick(["100 RUB", "sales", "1 500.55 RUB"]))'") }
        if random.chance(10) { parts.append("time_share: \(random.pick(["yes", "no"]))") }
        return parts
    }

    private mutating func addReports() {
        yaml += """
            reports:
              month:
                plan: plan0
                columns:
                  a: '\(money(5))'
                  b: '\(plain(5))'
                  c: rollup(sales)
                  d: pay(part0)
                  e: pay
            """
    }
}
