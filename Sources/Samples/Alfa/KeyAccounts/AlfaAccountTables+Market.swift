import Periods

/// What clients bought, as far as the tables of key account work rest on it.
struct AlfaAccountBook {
    let accounts: [AlfaAccount]
    let sales: [AlfaSale]
    let returns: [AlfaReturn]
    let claims: [AlfaClaim]

    /// The days of claims by the place of their client.
    var claimDays: [Int: [CivilDay]] { Dictionary(grouping: claims, by: \.client).mapValues { $0.map(\.day) } }

    /// Orders less returns of a quarter in kopecks.
    func net(_ account: AlfaAccount, quarter: Int) -> Int {
        let months = (3 * quarter + 1)...(3 * quarter + 3)
        let sold = sales.filter { $0.client == account.place && months.contains($0.day.month) }
        let back = returns.filter { $0.sale.client == account.place && months.contains($0.day.month) }
        return sold.reduce(0) { $0 + $1.amount } - back.reduce(0) { $0 + $1.amount }
    }
}

/// Rivals, wallets, risks, causes, answers, rungs and incentives.
extension AlfaAccountTables {
    static var rivals: SampleFile {
        var table = TableBytes(columns: "id", "title")
        table.row("vektor", "ТД «Вектор»")
        table.row("severtorg", "Северторг")
        return table.file("rival.csv")
    }

    /// Our share goes up and down, but for the planted client, whose spend was 18, 9 and 8 million: 50.6, 37.1, 29.2 %.
    static func wallets(_ book: AlfaAccountBook) -> SampleFile {
        var table = TableBytes(columns: "id", "day", "client", "period", "spend", "confidence", "source", "by")
        var number = 0
        for quarter in 0..<4 {
            for account in book.accounts {
                let shares = [[42, 45, 43, 46], [51, 49, 52, 50], [36, 40, 38, 41]][account.place % 3]
                let net = book.net(account, quarter: quarter)
                let isPlanted = account.id == AlfaPlanted.emerald
                // Bought in whole thousands, as a client says it.
                let spend =
                    isPlanted
                    ? [18_000_000, 9_000_000, 8_000_000, 8_500_000][quarter] * 100
                    : net * 100 / shares[quarter] / 100_000 * 100_000
                guard spend > 0, let day = SampleYear.months[3 * quarter + 2].last else { continue }
                number += 1
                table.cells(
                    identifier("w", number, width: 3), day.description, account.id, "2026-Q\(quarter + 1)")
                table.cell(kopecks: spend)
                table.row("medium", "разговор о плане", account.manager(on: day))
            }
        }
        return table.file("wallet.csv")
    }

    /// Marks of two contacts for the largest accounts, twice a year; at the planted one we fall behind in September.
    static func factors(_ accounts: [AlfaAccount]) -> SampleFile {
        let names = ["delivery", "quality", "price", "range", "service"]
        var table = TableBytes(columns: "id", "day", "client", "factor", "subject", "seen_by", "score", "source")
        var number = 0
        for (half, day) in [SampleYear.day(3, 16), SampleYear.day(9, 15)].enumerated() {
            for account in accounts where account.tier == .a {
                let isBehind = account.id == AlfaPlanted.emerald && half == 1
                let marks: [(String, [Int])] = [
                    ("we", isBehind ? [7, 9, 6, 8, 5] : [8, 8, 7, 8, 8]),
                    ("vektor", isBehind ? [8, 7, 8, 7, 6] : [7, 7, 8, 7, 7]),
                ]
                for person in account.people.prefix(2) {
                    for (subject, scores) in marks {
                        for (factor, score) in zip(names, scores) {
                            number += 1
                            table.cells(
                                identifier("m", number, width: 4), day.description, account.id, factor, subject,
                                person.id)
                            table.cell(number: score)
                            table.row("разговор")
                        }
                    }
                }
            }
        }
        return table.file("factor_score.csv")
    }

    static var risks: SampleFile {
        var table = TableBytes(columns: "id", "seen_on", "client", "kind", "owner", "state")
        table.row("h001", "2026-03-02", "c060", "credit", "galeev", "owned")
        table.row("h002", "2026-09-21", AlfaPlanted.ownerless, "law", "", "seen")
        table.row("h003", "2026-06-15", "c093", "quality", "voronin", "closed")
        return table.file("risk.csv")
    }

    /// Every claim that was settled has its cause; at one client it was the same three times.
    static func causes(_ book: AlfaAccountBook, _ generator: SeededGenerator) -> SampleFile {
        var generator = generator.stream("causes")
        var table = TableBytes(columns: "id", "day", "client", "claim", "cause", "measure")
        let keys = Set(book.accounts.map(\.place))
        var planted = 0
        for (number, claim) in book.claims.enumerated() where keys.contains(claim.client) {
            let cause = generator.pick(["упаковка", "пересорт", "документы", "срок", "водитель"]) ?? "упаковка"
            let account = book.accounts.first { $0.place == claim.client }
            let isPlanted =
                account?.id == AlfaPlanted.sameCause && claim.day >= SampleYear.day(4, 20)
                && claim.day <= AlfaPlanted.day && planted < 3
            if isPlanted { planted += 1 }
            guard let settled = claim.settledOn ?? (isPlanted ? claim.day : nil), let account else { continue }
            // Causes differ from claim to claim, so that none comes again by chance.
            let own = isPlanted ? "погрузка" : cause + " \(number % 7 + 1)"
            table.row(
                identifier("y", number + 1, width: 3), settled.description, account.id,
                identifier("Q", number + 1, width: 3), own, "")
        }
        return table.file("claim_cause.csv")
    }

    static func answers(_ accounts: [AlfaAccount], _ generator: SeededGenerator) -> SampleFile {
        var table = TableBytes(
            columns: "id", "date", "client", "contact", "question", "score", "of", "remark", "tag", "tagged_on",
            "asked_by")
        var number = 0
        for month in [2, 5, 8, 11] {
            for account in accounts where account.id != AlfaPlanted.blind || month < 5 {
                var generator = generator.stream("answers \(account.id) \(month)")
                for person in account.people.prefix(2) {
                    let day = SampleYear.working(SampleYear.day(month, 10), plus: generator.within(0...12))
                    let score = generator.happens(permille: 880) ? generator.within(4...5) : 3
                    number += 1
                    let hasRemark = generator.happens(permille: 300)
                    let isRead = account.desk.branch != 1 || month < 8
                    table.cells(
                        identifier("o", number, width: 3), day.description, account.id, person.id, "Довольны ли вы")
                    table.cell(number: score)
                    table.cell(number: 5)
                    table.cells(
                        hasRemark ? "Хотим отгрузку раньше" : "", hasRemark && isRead ? "доставка" : "",
                        hasRemark && isRead ? SampleYear.after(day, workingDays: 5).description : "")
                    table.row("rybakova")
                }
            }
        }
        return table.file("answer.csv")
    }

    // MARK: Rungs

    /// Contracts of a year; one ends in November.
    static func proofs(_ accounts: [AlfaAccount]) -> SampleFile {
        var table = TableBytes(columns: "id", "from", "client", "rung", "piece", "document")
        for (number, account) in accounts.filter({ $0.tier == .a }).enumerated() {
            let from = account.id == AlfaPlanted.callLate ? "2025-11-03" : "2026-01-01"
            table.row(
                identifier("v", number + 1, width: 3), from, account.id, "approved", "contract",
                "договор \(account.number)/26")
        }
        return table.file("proof.csv")
    }

    static func rungs(_ accounts: [AlfaAccount]) -> SampleFile {
        let examiners = ["khasanova", "tikhonov", "belov"]
        var table = TableBytes(columns: "id", "from", "client", "rung", "claimed_by", "examined_by", "state")
        var number = 0
        for account in accounts where account.tier == .a {
            number += 1
            table.row(
                identifier("g", number, width: 3), "2026-02-02", account.id, "approved",
                account.manager(on: SampleYear.day(2, 2)), examiners[account.desk.branch], "held")
        }
        table.row(
            identifier("g", number + 1, width: 3), "2026-05-04", AlfaPlanted.emerald, "preferred", "gromov",
            "khasanova",
            "held")
        return table.file("rung.csv")
    }

    // MARK: Incentives

    /// Four chains; one gets 5.5 % of what it bought, one brings nothing two quarters running.
    static func incentives(_ book: AlfaAccountBook) -> [SampleFile] {
        var table = TableBytes(
            columns: "id", "from", "until", "client", "kind", "premium", "services", "trader", "state", "contract")
        var paid = TableBytes(columns: "id", "date", "incentive", "client", "bought", "margin", "cost")
        var row = 0
        let chains: [(client: String, permille: Int, gains: [Int])] = [
            ("c059", 25, [140, 150, 130, 150]), ("c093", 55, [120, 125, 130, 120]), ("c098", 30, [150, 140, 160, 150]),
            (AlfaPlanted.idle, 20, [110, 90, 85, 100]),
        ]
        for (number, chain) in chains.enumerated() {
            guard let account = book.accounts.first(where: { $0.id == chain.client }) else { continue }
            let id = identifier("u", number + 1, width: 3)
            // Premium and services of what was bought by the end of the third quarter.
            let bought = (0..<3).reduce(0) { $0 + book.net(account, quarter: $1) }
            let cost = bought / 1_000 * chain.permille
            table.cells(id, "2026-01-12", "2027-01-01", chain.client, "premium")
            table.cell(kopecks: cost * 6 / 10)
            table.cell(kopecks: cost - cost * 6 / 10)
            table.row("yes", "running", "договор \(account.number)/26-П")
            for quarter in 0..<4 {
                guard let day = SampleYear.months[3 * quarter + 2].last else { continue }
                row += 1
                let own = book.net(account, quarter: quarter) / 1_000 * chain.permille
                paid.cells(identifier("x", row, width: 3), day.description, id, chain.client)
                paid.cell(kopecks: book.net(account, quarter: quarter))
                paid.cell(kopecks: own / 100 * chain.gains[quarter])
                paid.cell(kopecks: own)
                paid.endRow()
            }
        }
        return [table.file("incentive.csv"), paid.file("incentive_paid.csv")]
    }

    // MARK: Facts

    static var facts: [SampleFile] {
        var facts = TableBytes(
            columns: "id", "stated_on", "client", "topic", "statement", "expires", "author", "state", "reported_on")
        var sources = TableBytes(columns: "id", "day", "fact", "contact", "agrees")
        facts.row(
            "f001", "2026-08-24", "c060", "reorganisation", "Новый склад весной", "2026-12-31", "galeev", "reported",
            "2026-09-01")
        facts.row(
            "f007", "2026-10-05", AlfaPlanted.rumour, "order outlook", "В ноябре закупка вдвое", "2026-12-31", "galeev",
            "reported", "2026-10-07")
        for (place, contact) in ["k0600", "k0601", "k0602"].enumerated() {
            sources.row(identifier("q", place + 1, width: 3), "2026-08-2\(place + 5)", "f001", contact, "yes")
        }
        sources.row("q004", "2026-10-05", "f007", "k0620", "yes")
        return [facts.file("fact.csv"), sources.file("fact_source.csv")]
    }
}
