/// Writes random formulas over the metrics of ``RandomRules``, every part in parentheses, each of the unit that is asked for.
struct RandomMeasure {
    private var random: SplitMix64
    private var budget = 0
    /// Metrics that may be named, by unit.
    private let money: [String]
    private let pieces: [String]
    private let plain: [String]

    init(money: [String], pieces: [String], plain: [String], seed: UInt64) {
        random = SplitMix64(seed: seed)
        self.money = money
        self.pieces = pieces
        self.plain = plain
    }

    mutating func money(size: Int) -> String {
        budget = size
        return moneyPart()
    }

    mutating func plain(size: Int) -> String {
        budget = size
        return plainPart()
    }

    mutating func flag(size: Int) -> String {
        budget = size
        return flagPart()
    }

    private mutating func isLeaf() -> Bool {
        budget -= 1
        return budget <= 0
    }

    private mutating func moneyPart() -> String {
        if isLeaf() { return moneyLeaf() }
        switch random.integer(0...13) {
        case 0: return "(\(moneyPart()) + \(moneyPart()))"
        case 1: return "(\(moneyPart()) - \(moneyPart()))"
        case 2: return "(\(moneyPart()) * \(plainPart()))"
        case 3: return "(\(moneyPart()) / \(random.chance(80) ? "\(random.integer(1...9))" : plainPart()))"
        case 4: return "(-\(moneyPart()))"
        case 5: return "(if \(flagPart()) then \(moneyPart()) else \(moneyPart()))"
        case 6: return "otherwise(\(moneyPart()), \(moneyPart()))"
        case 7: return random.pick(["min", "max"]) + "(\(moneyPart()), \(moneyPart()))"
        case 8:
            if random.chance(25) {
                return "ceil_to(\(moneyPart()), \(random.chance(80) ? "250 RUB" : random.pick(money)))"
            }
            return random.pick(["abs", "floor", "ceil"]) + "(\(moneyPart()))"
        case 9: return "clamp(\(moneyPart()), \(moneyPart()), \(moneyPart()))"
        case 10: return random.pick(["round", "round_half_even"]) + "(\(moneyPart()), \(random.integer(0...3)))"
        case 11: return window(random.pick(money))
        case 12: return random.pick(["rollup", "unit", "company"]) + "(\(random.pick(money)))"
        default: return window(random.pick(["rollup", "unit", "company"]) + "(\(random.pick(money)))")
        }
    }

    private mutating func moneyLeaf() -> String {
        switch random.integer(0...9) {
        case 0:
            random.pick([
                "target(sales)", "target(sales)", "unit(target(sales))", "rollup(target(sales))", "ytd(target(sales))",
                "previous(target(sales))", "company(target(sales))",
            ])
        case 1: "person.target_bonus"
        case 2: "\(random.integer(0...9))\(random.pick(["00", ".5", "000.25"])) RUB"
        case 3: "0 RUB"
        default: random.pick(money)
        }
    }

    private mutating func window(_ inner: String) -> String {
        switch random.integer(0...6) {
        case 0: "ytd(\(inner))"
        case 1: "trailing(\(inner), \(random.integer(1...5)))"
        case 2: "previous(\(inner))"
        case 3: "previous(\(inner), \(random.integer(1...13)))"
        case 4: "year_ago(\(inner))"
        case 5: "todate(\(inner))"
        default: "growth(\(inner))"
        }
    }

    private mutating func plainPart() -> String {
        if isLeaf() { return plainLeaf() }
        switch random.integer(0...8) {
        case 0: return "(\(plainPart()) * \(plainPart()))"
        case 1: return "(\(plainPart()) - \(plainPart()))"
        case 2, 3: return "(\(moneyPart()) / \(moneyPart()))"
        case 4: return "(\(piecesPart()) / \(piecesPart()))"
        case 5: return "(days(period) / 30 days)"
        case 6: return "(if \(flagPart()) then \(plainPart()) else \(plainPart()))"
        case 7: return "variation(\(random.pick(money)), \(random.integer(2...4)))"
        default: return "otherwise(sqrt(\(plainPart())), \(plainLeaf()))"
        }
    }

    private mutating func plainLeaf() -> String {
        random.chance(50) ? random.pick(plain) : random.pick(["0.25", "3", "5%", "120%", "factor", "1"])
    }

    private mutating func piecesPart() -> String {
        if isLeaf() || random.chance(50) {
            return random.chance(80) ? random.pick(pieces) : random.pick(["target(deals)", "3 pcs", "working_count"])
        }
        return random.chance(50) ? window(random.pick(pieces)) : "rollup(\(random.pick(pieces)))"
    }

    private mutating func flagPart() -> String {
        if isLeaf() { return "(\(random.pick(money)) > 1 000 RUB)" }
        let order = random.pick(["=", "!=", "<", "<=", ">", ">="])
        switch random.integer(0...6) {
        case 0: return "(\(flagPart()) and \(flagPart()))"
        case 1: return "(\(flagPart()) or \(flagPart()))"
        case 2: return "(not \(flagPart()))"
        case 3: return "(\(plainPart()) \(order) \(plainPart()))"
        case 4: return "(\(piecesPart()) \(order) \(piecesPart()))"
        default: return "(\(moneyPart()) \(order) \(moneyPart()))"
        }
    }
}
