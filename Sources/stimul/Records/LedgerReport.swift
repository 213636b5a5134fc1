import Ledger
internal import Messages
import Payroll
import Quantities
import Storage

/// A part of the ledger in the forms in which it is shown.
struct LedgerReport {
    let extract: LedgerExtract
    let language: Language

    /// Before anything was calculated there is no amount to write.
    private var amounts: AmountText { AmountText(currency: extract.currency ?? .unknown) }

    private var isEmpty: Bool {
        extract.entries.isEmpty && extract.balances.totals.values.allSatisfy { $0 == 0 }
    }

    private var nothing: String {
        word("no entries, and nothing stands on any account", "проводок нет, и на счетах ничего нет")
    }

    // MARK: For people

    /// The balances of each person, and of all.
    var summary: String {
        if isEmpty { return nothing }
        var people: [String: [Account: Int128]] = [:]
        for (obligation, balances) in extract.balances.accounts {
            for (account, amount) in balances {
                people[obligation.person, default: [:]][account, default: 0] += Int128(amount)
            }
        }
        let used = Account.allCases.filter { account in people.values.contains { ($0[account] ?? 0) != 0 } }
        var rows = [[word("person", "сотрудник")] + used.map { $0.title[language] }]
        rows += people.sorted { $0.key < $1.key }.map { person, balances in
            [person] + used.map { amounts.readable(balances[$0] ?? 0)[language] }
        }
        rows.append([word("all", "все")] + used.map { amounts.readable(extract.balances.totals[$0] ?? 0)[language] })
        return TextTable(rows: rows, amountColumns: Set(1..<used.count + 1)).text + "\n\n" + sum
    }

    /// The balances of one person by account, then the entries.
    var account: String {
        if isEmpty { return nothing }
        var balances = [[word("account", "счёт"), word("amount", "сумма")]]
        for account in Account.allCases {
            guard let amount = extract.balances.totals[account], amount != 0 else { continue }
            balances.append([account.title[language], amounts.readable(amount)[language]])
        }
        let header = [
            "№", word("period", "период"), word("what for", "за что"), word("cause", "причина"),
            word("from → to", "откуда → куда"), word("amount", "сумма"),
        ]
        let entries = extract.entries.map { posted in
            let entry = posted.entry
            return [
                String(posted.number), entry.period, entry.obligation.matter.title[language],
                entry.cause.title[language], "\(entry.from.title[language]) → \(entry.to.title[language])",
                amounts.readable(entry.amount)[language],
            ]
        }
        return [
            TextTable(rows: balances, amountColumns: [1]).text, sum,
            TextTable(rows: [header] + entries, amountColumns: [5]).text,
        ].joined(separator: "\n\n")
    }

    /// All accounts together.
    private var sum: String {
        word("sum over all accounts: ", "сумма по всем счетам: ") + amounts.readable(extract.balances.sum)[language]
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }

    // MARK: For programs

    var csv: String {
        let header = [
            "number", "period", "person", "matter", "plan", "component", "earned_in", "adjustment", "cause", "from",
            "to", "amount", "currency", "run",
        ]
        return RecordCSV.text(
            header,
            lines.map { line in
                [
                    .figure(String(line.number)), .text(line.period), .text(line.person), .text(line.matter),
                    .text(line.plan ?? ""), .text(line.component ?? ""), .text(line.earnedIn ?? ""),
                    .figure(line.adjustment.map(String.init) ?? ""), .text(line.cause), .text(line.from),
                    .text(line.to), .figure(line.amount), .text(extract.currency?.code ?? ""), .text(line.run),
                ]
            })
    }

    func json() throws -> String {
        let balances = extract.balances.accounts.sorted { $0.key < $1.key }.flatMap { obligation, accounts in
            accounts.sorted { $0.key.rawValue < $1.key.rawValue }.map { account, amount in
                Balance(
                    obligation.matter, person: obligation.person, account: account.rawValue,
                    amount: amounts.plain(amount))
            }
        }
        return try RecordJSON.text(
            Form(
                currency: extract.currency?.code, balances: balances, sum: amounts.plain(extract.balances.sum),
                entries: lines))
    }

    private var lines: [Line] {
        extract.entries.map { Line($0, amount: amounts.plain($0.entry.amount)) }
    }
}

extension LedgerReport {
    private struct Form: Encodable {
        let currency: String?
        let balances: [Balance]
        let sum: String
        let entries: [Line]
    }

    private struct Balance: Encodable {
        let person: String
        let matter: String
        let plan: String?
        let component: String?
        let earnedIn: String?
        let adjustment: Int64?
        let account: String
        let amount: String

        init(_ matter: PayItem, person: String, account: String, amount: String) {
            let names = MatterNames(matter)
            self.person = person
            self.matter = names.kind
            (plan, component, earnedIn, adjustment) = (names.plan, names.component, names.earnedIn, names.adjustment)
            self.account = account
            self.amount = amount
        }
    }

    private struct Line: Encodable {
        let number: Int64
        let period: String
        let person: String
        let matter: String
        let plan: String?
        let component: String?
        let earnedIn: String?
        let adjustment: Int64?
        let cause: String
        let from: String
        let to: String
        let amount: String
        let run: String

        init(_ posted: PostedEntry, amount: String) {
            let entry = posted.entry
            let names = MatterNames(entry.obligation.matter)
            number = posted.number
            period = entry.period
            person = entry.obligation.person
            matter = names.kind
            (plan, component, earnedIn, adjustment) = (names.plan, names.component, names.earnedIn, names.adjustment)
            cause = entry.cause.rawValue
            from = entry.from.rawValue
            to = entry.to.rawValue
            self.amount = amount
            run = posted.run
        }
    }

    /// What is owed, in columns.
    private struct MatterNames {
        var kind: String
        var plan: String?
        var component: String?
        var earnedIn: String?
        var adjustment: Int64?

        init(_ matter: PayItem) {
            switch matter {
            case .award(let plan, let component, let period):
                (kind, self.plan, self.component, earnedIn) = ("award", plan, component, period)
            case .adjustment(let number): (kind, adjustment) = ("adjustment", number)
            case .draw(let plan): (kind, self.plan) = ("draw", plan)
            case .pay: kind = "pay"
            }
        }
    }
}
