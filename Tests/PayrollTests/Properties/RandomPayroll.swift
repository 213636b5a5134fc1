import Samples
import Storage

/// Half a year of a small company as it might go: late sales, returns, corrections, payments, people who move and leave,
/// adjustments, months that are opened again, rates that change.
struct RandomPayroll {
    /// Something that happens.
    enum Step {
        /// Rows come in, by table.
        case rows([String: String])
        case adjust(person: String, period: String, roubles: Int64, Adjustment.Kind)
        /// The rate of the commission becomes another.
        case rate(Int)
        /// A month is calculated and approved, paid when it is said, and then closed.
        case month(String, isPaid: Bool)
        case reopen(String)
    }

    private(set) var steps: [Step] = []
    let people: [String]
    let text: String
    private var random: SeededGenerator
    private var sales: [String: Sale] = [:]
    private var payments = 0
    /// The assignments by their first day and person; a person has one at a time.
    private var held: [String: (from: String, unit: String)] = [:]

    private struct Sale {
        var day: String
        var seller: String
        var amount: Int
    }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        people = (1...random.within(2...4)).map { "p\($0)" }
        text = Self.text(&random)
        steps.append(.rows(start()))
        for month in 1...random.within(2...4) { happen(month) }
    }

    static func rate(_ percent: Int) -> String { "rate: \(percent)%" }

    // MARK: The company

    private static func text(_ random: inout SeededGenerator) -> String {
        let recovery = random.within(0...4) * 25
        let hold = ["", ", hold: {release: collected / sold}", ", hold: {for: 1 month}"][random.within(0...2)]
        let draw = ["", "    draw: {amount: 1 000 RUB, limit: 2 500 RUB, recover: 50%}\n"][random.within(0...1)]
        let leaver = ["forfeit", "keep", "pay"][random.within(0...2)]
        return """
            company: {name: Test, currency: RUB, ledger: {recovery: \(recovery)%}}
            positions: {seller: Seller}
            units: {north: North, south: South}
            events:
              sale: {fields: {date: day, seller: person, amount: money, paid: money?, paid_on: day?}, credit: sale.seller}
              payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}
            metrics:
              sold: {unit: RUB, value: sum(sale.amount)}
              collected: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
              loyalty: {unit: percent, value: entered}
            plans:
              seller:
                for: {position: seller}
                period: month
            \(draw)    components:
                  commission: {commission: sold, rate: 10%\(hold)}
              unit:
                for: {position: seller}
                period: month
                components:
                  fund: {pool: company(sold) × 1%, weights: "otherwise(sold, 0 RUB)", nobody: cancel, group: unit}
                  stay:
                    bonus: 300 RUB
                    when: sold > 0 RUB
                    defer: [{share: 50%}, {share: 30%, after: 1 month, when: loyalty >= 50%}, {share: 20%, after: 2 months}]
                    leaver: \(leaver)
            """
    }

    private mutating func start() -> [String: String] {
        for person in people { held[person] = ("2025-01-01", random.happens(permille: 500) ? "north" : "south") }
        let assignments = people.map { "\($0),seller,\(held[$0]?.unit ?? ""),2025-01-01,,,50000" }
        return [
            "people.csv": PayCompany.table("people.csv", people.map { "\($0),\($0)" }),
            "assignments.csv": PayCompany.table("assignments.csv", assignments),
            "sale.csv": PayCompany.table("sale.csv", [sell(1)]),
        ]
    }

    // MARK: What happens

    private mutating func happen(_ month: Int) {
        for _ in 1...random.within(1...2) { steps.append(.rows(rows(month))) }
        if random.happens(permille: 200) { steps.append(.rate(random.within(5...15))) }
        if random.happens(permille: 400) { steps.append(adjustment(month)) }
        let name = Self.month(month)
        steps.append(.month(name, isPaid: random.happens(permille: 750)))
        guard random.happens(permille: 300) else { return }
        steps.append(.reopen(name))
        if random.happens(permille: 700) { steps.append(.rows(rows(month))) }
        if random.happens(permille: 300) { steps.append(.rate(random.within(5...15))) }
        steps.append(.month(name, isPaid: random.happens(permille: 750)))
    }

    private mutating func rows(_ month: Int) -> [String: String] {
        var found: [String: [String]] = [:]
        for _ in 1...random.within(1...4) { found["sale.csv", default: []].append(sell(month)) }
        if random.happens(permille: 400) { found["sale.csv", default: []].append(correct()) }
        for _ in 1...2 where random.happens(permille: 600) { found["payment.csv", default: []].append(pay(month)) }
        if random.happens(permille: 200) { found["assignments.csv"] = move(month) }
        if random.happens(permille: 500) {
            let person = people[random.within(0...people.count - 1)]
            found["entered.csv"] = ["loyalty,\(person),\(Self.month(month)),\(random.within(30...70))%,belov"]
        }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key, PayCompany.table($0.key, $0.value)) })
    }

    /// A sale of this month, late for an earlier one or known early for a later; every fourth is a return.
    private mutating func sell(_ month: Int) -> String {
        let id = "s\(sales.count + 1)"
        let amount = random.within(1...20_000) * (random.happens(permille: 250) ? -1 : 1)
        let when = month - random.within(0...2) + (random.happens(permille: 100) ? 2 : 0)
        let sale = Sale(day: day(max(1, when)), seller: people[random.within(0...people.count - 1)], amount: amount)
        sales[id] = sale
        return row(id)
    }

    /// A sale that turns out to be another's, of another day or of another amount.
    private mutating func correct() -> String {
        let id = "s\(random.within(1...sales.count))"
        switch random.within(1...3) {
        case 1:
            let amount = random.within(-5_000...20_000)
            sales[id]?.amount = amount
        case 2:
            let seller = people[random.within(0...people.count - 1)]
            sales[id]?.seller = seller
        default:
            let day = day(random.within(1...5))
            sales[id]?.day = day
        }
        return row(id)
    }

    private func row(_ id: String) -> String {
        guard let sale = sales[id] else { return "" }
        return "\(id),\(sale.day),\(sale.seller),\(sale.amount),,"
    }

    private mutating func pay(_ month: Int) -> String {
        payments += 1
        let amount = random.within(-2_000...15_000)
        return "y\(payments),\(day(month)),s\(random.within(1...sales.count)),\(amount)"
    }

    /// Somebody goes to the other unit, or goes for good.
    private mutating func move(_ month: Int) -> [String] {
        let person = people[random.within(0...people.count - 1)]
        let day = day(month)
        guard let (from, unit) = held[person], from < day else { return [] }
        let ended = "\(person),seller,\(unit),\(from),\(day),,50000"
        if random.happens(permille: 300) {
            held[person] = nil
            return [ended]
        }
        let other = unit == "north" ? "south" : "north"
        held[person] = (day, other)
        return [ended, "\(person),seller,\(other),\(day),,,50000"]
    }

    private mutating func adjustment(_ month: Int) -> Step {
        let person = people[random.within(0...people.count - 1)]
        let period = Self.month(random.within(1...month))
        let isCut = random.happens(permille: 400)
        return .adjust(
            person: person, period: period, roubles: Int64(random.within(isCut ? -20_000 ... -1 : -2_000...2_000)),
            isCut ? .discipline : .adjustment)
    }

    private static func month(_ number: Int) -> String { "2026-0\(number)" }

    private mutating func day(_ month: Int) -> String {
        let day = random.within(1...28)
        return "\(Self.month(month))-\(day < 10 ? "0" : "")\(day)"
    }
}
