import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account list`: key accounts, the most pressing first.
struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said(
            en: "List key accounts, the most pressing first.", ru: "Список ключевых клиентов, самые срочные первыми."))

    @OptionGroup var account: AccountOptions
    @Option(help: .said(en: "Only this account manager's.", ru: "Только этого менеджера."))
    var of: String?
    @Option(help: .said(en: "Only of this unit, with its subunits.", ru: "Только этого подразделения с дочерними."))
    var unit: String?

    func run() async throws {
        let desk = try await account.opened()
        let person = try of.map { try account.person($0, desk) }
        let units = try unit.map { try self.units($0, desk) }
        let lines = desk.book.lines(on: desk.day) { manager in
            if let person, manager != person { return false }
            guard let units else { return true }
            return manager.flatMap { desk.book.source.workplace(of: $0, on: desk.day)?.unit }.map(units.contains)
                ?? false
        }
        let report = AccountListReport(desk: desk, lines: lines)
        switch account.format {
        case .table: account.console.print(lines.isEmpty ? report.nothing : report.table)
        case .csv: account.console.print(report.csv)
        case .json: account.console.print(try report.json())
        }
    }

    /// A unit with everything below it.
    private func units(_ written: String, _ desk: AccountDesk) throws -> Set<String> {
        let units = desk.model.units
        let id = try account.options.name(
            LocalizedText(en: "unit", ru: "подразделение"), written, among: units.known)
        guard let number = units.number(of: id) else { return [] }
        return Set(desk.model.organisation.unitWithSubunits(number).map { units.id($0) })
    }
}

/// The list in the forms in which it is shown.
struct AccountListReport {
    let desk: AccountDesk
    let lines: [AccountLine]

    var nothing: String { desk.word("no key account that day", "в этот день ключевых клиентов нет") }

    var table: String {
        var table = TextTable(
            [
                desk.word("client", "клиент"), desk.word("tier", "класс"), desk.word("manager", "менеджер"),
                desk.word("health", "здоровье"), desk.word("91 days", "91 день"),
                desk.word("to peers", "к остальным"), desk.word("overdue", "просрочка"),
                desk.word("next call", "звонок до"), desk.word("promises", "обещания"),
                desk.word("first", "первое"),
            ], amountColumns: [4, 5])
        for line in lines {
            table.add([
                desk.name(line.client), tier(line), desk.person(line.manager), desk.health(line.health),
                desk.amount(line.sales), desk.share(line.change?.revenue, signed: true), overdue(line),
                desk.day(line.callDue), promises(line),
                line.first.map { "\($0.finding.rule.name) \($0.finding.rule.title[desk.language])" } ?? "—",
            ])
        }
        return table.text
    }

    private func tier(_ line: AccountLine) -> String {
        let rung = line.rung.map { " · \($0.title[desk.language])" } ?? ""
        let watch = line.standing.status == .watch ? " · " + line.standing.status.words[desk.language] : ""
        return (line.standing.tier ?? "—") + rung + watch
    }

    private func overdue(_ line: AccountLine) -> String {
        guard line.overdueDays > 0 else { return "—" }
        return desk.word(
            "\(CountedWords.en(line.overdueDays, "day", "days"))",
            "\(CountedWords.ru(line.overdueDays, "день", "дня", "дней"))")
    }

    private func promises(_ line: AccountLine) -> String {
        line.promises.late == 0
            ? "\(line.promises.open)"
            : desk.word(
                "\(line.promises.open), \(line.promises.late) late",
                "\(line.promises.open), просрочено \(line.promises.late)")
    }

    var csv: String {
        RecordCSV.text(
            [
                "client", "title", "manager", "tier", "status", "rung", "health", "known", "sales_91", "change_revenue",
                "change_orders", "overdue_days", "overdue", "call_due", "promises_open", "promises_late", "rule",
                "severity",
            ],
            lines.map { line in
                [
                    .text(line.client.text), .text(desk.client(line.client)), .text(line.manager?.text ?? ""),
                    .text(line.standing.tier ?? ""), .text(line.standing.status.rawValue),
                    .text(line.rung?.id.text ?? ""), .figure(line.health?.value.description ?? ""),
                    .figure(line.health?.known.description ?? ""), .figure(line.sales?.description ?? ""),
                    .figure(line.change?.revenue.description ?? ""), .figure(line.change?.orders.description ?? ""),
                    .figure("\(line.overdueDays)"), .figure(line.overdue?.description ?? ""),
                    .text(line.callDue?.description ?? ""), .figure("\(line.promises.open)"),
                    .figure("\(line.promises.late)"), .text(line.first?.finding.rule.name ?? ""),
                    .text(line.first.map { "\($0.finding.severity)" } ?? ""),
                ]
            })
    }

    func json() throws -> String { try RecordJSON.text(lines.map(entry)) }

    private func entry(_ line: AccountLine) -> Entry {
        Entry(
            client: line.client.text, title: desk.client(line.client), manager: line.manager?.text,
            tier: line.standing.tier, status: line.standing.status.rawValue, rung: line.rung?.id.text,
            health: line.health?.value.description, known: line.health?.known.description,
            sales91: line.sales?.description, changeOfRevenue: line.change?.revenue.description,
            changeOfOrders: line.change?.orders.description, overdueDays: line.overdueDays,
            overdue: line.overdue?.description, callDue: line.callDue?.description, promisesOpen: line.promises.open,
            promisesLate: line.promises.late, first: line.first.map { AccountFindingEntry($0, desk) })
    }

    private struct Entry: Encodable {
        let client: String
        let title: String
        let manager: String?
        let tier: String?
        let status: String
        let rung: String?
        let health: String?
        let known: String?
        let sales91: String?
        let changeOfRevenue: String?
        let changeOfOrders: String?
        let overdueDays: Int
        let overdue: String?
        let callDue: String?
        let promisesOpen: Int
        let promisesLate: Int
        let first: AccountFindingEntry?
    }
}
