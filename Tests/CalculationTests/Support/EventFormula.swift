/// Writes random formulas over the fields of ``RandomEvents``, every part in parentheses.
struct EventFormula {
    private var random: SplitMix64
    private var budget = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func flag(size: Int) -> String {
        budget = size
        return flag()
    }

    mutating func money(size: Int) -> String {
        budget = size
        return money()
    }

    mutating func text(size: Int) -> String {
        budget = size
        return text()
    }

    private mutating func isLeaf() -> Bool {
        budget -= 1
        return budget <= 0
    }

    private mutating func money() -> String {
        if isLeaf() { return random.pick(["e.a", "e.b", "e.c.lim", "\(random.integer(0...9)).5 RUB", "0 RUB"]) }
        switch random.integer(0...10) {
        case 0: return "(\(money()) + \(money()))"
        case 1: return "(\(money()) - \(money()))"
        case 2: return "(\(money()) * \(plain()))"
        case 3: return "(\(money()) / \(random.chance(85) ? "\(random.integer(1...9))" : plain()))"
        case 4: return "(-\(money()))"
        case 5: return "(if \(flag()) then \(money()) else \(money()))"
        case 6: return "otherwise(\(money()), \(money()))"
        case 7: return random.pick(["min", "max"]) + "(\(money()), \(money()))"
        case 8:
            if random.chance(25) {
                return "ceil_to(\(money()), \(random.chance(90) ? "2.5 RUB" : random.pick(["e.a", "e.b"])))"
            }
            return random.pick(["abs", "floor", "ceil"]) + "(\(money()))"
        case 9: return "clamp(\(money()), \(money()), \(money()))"
        default: return "round(\(money()), 1)"
        }
    }

    private mutating func plain() -> String {
        if isLeaf() { return random.pick(["e.n", "\(random.integer(1...12))", "0.25"]) }
        switch random.integer(0...3) {
        case 0: return "(\(plain()) * \(plain()))"
        case 1: return "(\(plain()) - \(plain()))"
        case 2: return "(\(days()) / \(random.integer(1...5)) days)"
        default: return "(\(money()) / \(random.integer(1...9)) RUB)"
        }
    }

    private mutating func days() -> String {
        if isLeaf() || random.chance(40) { return "\(random.integer(0...9)) days" }
        return "(\(day()) - \(day()))"
    }

    private mutating func day() -> String {
        if isLeaf() { return random.pick(["e.d1", "e.d2", "e.c.since", "2026-01-0\(random.integer(1...9))"]) }
        switch random.integer(0...2) {
        case 0: return "(\(day()) + \(days()))"
        case 1: return "(\(day()) - \(days()))"
        default: return "(if \(flag()) then \(day()) else \(day()))"
        }
    }

    private mutating func text() -> String {
        if isLeaf() || random.chance(60) {
            return random.pick(["e.t", "e.u", "e.c.seg", "e.c.id", "\"x\"", "\"y\"", "\"c2\"", "\"nowhere\""])
        }
        return "(if \(flag()) then \(text()) else \(text()))"
    }

    private mutating func flag() -> String {
        if isLeaf() { return random.pick(["e.f", "e.g", "e.c.ok", "(e.t = e.u)", "(e.a > e.b)", "(e.c is empty)"]) }
        let order = random.pick(["=", "!=", "<", "<=", ">", ">="])
        let equality = random.pick(["=", "!="])
        let empty = random.pick(["is empty", "is not empty"])
        switch random.integer(0...11) {
        case 0: return "(\(flag()) and \(flag()))"
        case 1: return "(\(flag()) or \(flag()))"
        case 2: return "(not \(flag()))"
        case 3: return "(\(money()) \(order) \(money()))"
        case 4: return "(\(plain()) \(order) \(plain()))"
        case 5: return "(\(day()) \(order) \(day()))"
        case 6, 7: return "(\(text()) \(equality) \(text()))"
        case 8: return "(if \(flag()) then \(flag()) else \(flag()))"
        case 9: return "(\(random.pick(["e.a", "e.t", "e.d1", "e.f", "e.c", "e.c.seg", "e.c.since"])) \(empty))"
        case 10: return "(\(money()) \(empty))"
        default: return "(\(text()) \(empty))"
        }
    }
}
