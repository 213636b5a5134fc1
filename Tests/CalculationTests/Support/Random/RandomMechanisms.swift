/// What ``RandomRules`` never draws, as a second text and tables beside it: payments that name sales, amounts in other
/// currencies, entered values, targets of other periods, and plans with every form that pay can have.
///
/// ``mechanisms`` says which of the documented ones were drawn, so that a test can see that none is forgotten.
struct RandomMechanisms {
    /// Every documented mechanism that these companies are to hold between them.
    static let documented: Set<String> = [
        "tiers over a longer period", "tiers linked to a condition", "tiers against a target", "milestones over a time",
        "cap for a longer period", "two caps", "plan's cap for a longer period", "plan's gate", "plan's multiplier",
        "guarantee", "guarantee of the first periods", "guarantee for a longer period", "ramp", "tenure",
        "hold released by a share", "hold released by a condition", "hold for a time", "hold until a day",
        "deferral", "draw", "draw with a limit", "contest by rank", "contest by steps", "contest for a pot",
        "contest with goals", "contest between units", "contest with a minimum", "pool of a plan", "pool of a unit",
        "pool that carries", "pool on a condition", "spot rewards of a unit", "named events", "other currencies",
        "entered values", "days", "weeks", "months", "quarters", "halves", "years", "all time", "4-4-5",
        "plan for a unit", "plan for people", "each event", "goals", "scorecard with base and tolerance",
        "matrix by steps", "matrix with lines",
    ]

    /// The text of the company's second file.
    var yaml = ""
    /// The tables it reads, by file name.
    private(set) var files: [String: String] = [:]
    /// What of ``documented`` is in it.
    private(set) var mechanisms: Set<String> = []
    private let isCivil: Bool
    let people: Int
    private let sales: Int
    var random: SplitMix64
    var formulas: RandomMeasure

    static let money = ["sales", "received", "received_of_sale", "foreign", "owed", "grant", "big", "credited"]
    private static let pieces = ["deals", "visits", "clients", "settled"]

    init(people: Int, sales: Int, isCivil: Bool, _ random: inout SplitMix64) {
        self.people = people
        self.sales = sales
        self.isCivil = isCivil
        self.random = SplitMix64(seed: random.next())
        formulas = RandomMeasure(
            money: Self.money, pieces: Self.pieces, plain: ["margin", "loyalty"], seed: self.random.next())
        if !isCivil { mechanisms.insert("4-4-5") }
        addFacts()
        addPlans()
        addPayments()
        addOrders()
        addRecords()
    }

    mutating func has(_ mechanism: String) { mechanisms.insert(mechanism) }

    // MARK: What happened

    private mutating func addFacts() {
        let credit = random.pick([
            "payment.sale.seller", "split(share, payment.sale, payment.sale.seller)",
            "team(payment.sale.client, \"kam\")",
        ])
        mechanisms.formUnion(["named events", "other currencies", "entered values"])
        yaml = """
            events:
              payment:
                fields: {date: day?, sale: sale?, amount: money}
                credit: '\(credit)'
                computed: {part: 'round(payment.amount * share, 2)'}
              order:
                fields: {date: day, seller: person?, currency: text, amount: money(currency)}
                credit: order.seller
            metrics:
              received: {unit: RUB, value: sum(payment.amount)}
              received_of_sale: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
              received_parts: {unit: RUB, value: sum(payment.part where payment.sale.client.segment = "key" or payment.sale is empty)}
              returned: {unit: RUB, value: sum(payment.sale.amount where payment.amount < 0 RUB)}
              settled: {unit: pieces, value: distinct(payment.sale)}
              owed: {unit: RUB, value: sales - received_of_sale}
              foreign: {unit: RUB, value: sum(order.amount)}
              foreign_last: {unit: RUB, value: last(order.amount where order.currency != "RUB")}
              loyalty: {unit: percent, value: entered}
              visits: {unit: pieces, value: entered}
              grant: {unit: RUB, value: entered}

            """
    }

    // MARK: Tables

    private mutating func day() -> String {
        let month = random.integer(0...17)
        let number = month % 12 + 1
        return "\(2025 + month / 12)-\(number < 10 ? "0" : "")\(number)-\(random.integer(10...28))"
    }

    private mutating func addPayments() {
        var rows = "id,date,sale,amount\n"
        for number in 1...random.integer(5...90) {
            let date = random.chance(95) ? day() : ""
            let sale = random.chance(92) ? "\(random.integer(1...sales))" : ""
            rows += "y\(number),\(date),\(sale),\(random.integer(-90_000...600_000).roubles)\n"
        }
        files["payment.csv"] = rows
    }

    private mutating func addOrders() {
        var rows = "id,date,seller,currency,amount\n"
        for number in 1...random.integer(3...60) {
            let currency = random.pick(["RUB", "USD", "EUR", "JPY"])
            let amount = currency == "JPY" ? "\(random.integer(-999...9_999))" : random.integer(-9_999...90_000).roubles
            rows +=
                "o\(number),\(day()),\(random.chance(95) ? "\(random.integer(1...people))" : ""),\(currency),\(amount)\n"
        }
        files["order.csv"] = rows
        files["exchange_rates.csv"] = """
            currency,from,rate,units
            USD,2024-12-01,78.505,
            USD,2025-08-01,80.1234,
            EUR,2024-12-01,91.7,
            JPY,2024-12-01,52.30,100
            JPY,2026-01-01,49.99,100

            """
    }

    /// Entered values by the month, of some people a quarter, and the company's own; the people's targets of `sales` that
    /// ``RandomTables`` draws stay, so only years and halves are added.
    private mutating func addRecords() {
        var rows = "metric,subject,period,value,author\n"
        for person in 1...people {
            for month in 0...17 where random.chance(70) {
                let number = month % 12 + 1
                let label = "\(2025 + month / 12)-\(isCivil ? "" : "P")\(number < 10 ? "0" : "")\(number)"
                rows += "loyalty,\(person),\(label),\(random.integer(0...110))%,chief\n"
                if random.chance(80) { rows += "visits,\(person),\(label),\(random.integer(0...9)),chief\n" }
                if random.chance(30) {
                    rows += "grant,\(person),\(label),\(random.integer(0...90_000).roubles),chief\n"
                }
            }
        }
        for quarter in 1...4 where random.chance(50) { rows += "loyalty,,2025-Q\(quarter),80%,chief\n" }
        files["entered.csv"] = rows
    }
}
