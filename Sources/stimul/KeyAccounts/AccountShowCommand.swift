import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account show`: one client on one page.
struct AccountShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said(en: "Show one client on one page.", ru: "Показать одного клиента на одной странице."))

    @OptionGroup var account: AccountOptions
    @Argument(help: .said(en: "The client.", ru: "Клиент."))
    var client: String

    func run() async throws {
        let desk = try await account.opened()
        let id = try account.options.name(
            LocalizedText(en: "client", ru: "клиент"), client, among: desk.model.records(BuiltInKind.client).known)
        guard let dossier = desk.book.dossier(of: Key(id), on: desk.day) else {
            account.console.fail(
                LocalizedText(
                    en: "'\(id)' was no key account by \(desk.day)", ru: "«\(id)» на \(desk.day) не ключевой клиент"))
            throw ExitStatus.faults
        }
        let report = AccountDossierReport(desk: desk, dossier: dossier)
        switch account.format {
        case .table: account.console.print(report.text)
        case .csv: account.console.print(AccountListReport(desk: desk, lines: [dossier.line]).csv)
        case .json: account.console.print(try report.json())
        }
    }
}

/// A dossier as a page.
struct AccountDossierReport {
    let desk: AccountDesk
    let dossier: AccountDossier

    private var line: AccountLine { dossier.line }

    var text: String {
        let rung = line.rung.map { " · " + desk.word("rung \($0.title.en)", "ступень \($0.title.ru)") } ?? ""
        let head =
            desk.name(line.client)
            + desk.word(" · tier \(line.standing.tier ?? "—")", " · класс \(line.standing.tier ?? "—")") + rung
            + " · \(desk.person(line.manager)) · \(desk.day(desk.day))"
        let figures = TextTable(rows: self.figures.map { ["  " + $0.0, $0.1] }, amountColumns: []).text
        return ([head, figures] + [people, promises, claims, radar].compactMap(\.self)).joined(separator: "\n\n")
    }

    private var figures: [(String, String)] {
        var rows = [
            (desk.word("health", "здоровье"), desk.health(line.health) + healthParts),
            (
                desk.word("sales, 91 days", "продажи, 91 день"),
                desk.amount(line.sales)
                    + desk.word(
                        " · to peers: revenue \(desk.share(line.change?.revenue, signed: true)), orders \(desk.share(line.change?.orders, signed: true))",
                        " · к остальным: выручка \(desk.share(line.change?.revenue, signed: true)), заказы \(desk.share(line.change?.orders, signed: true))"
                    )
            ),
            (
                desk.word("overdue", "просрочено"),
                line.overdueDays == 0
                    ? "—"
                    : desk.amount(line.overdue) + ", "
                        + desk.word(
                            "\(CountedWords.en(line.overdueDays, "day", "days"))",
                            "\(CountedWords.ru(line.overdueDays, "день", "дня", "дней"))")
            ),
            (desk.word("next call by", "звонок не позже"), desk.day(line.callDue)),
            (desk.word("influence", "влияние"), influence),
            (desk.word("power covered", "охват влияния"), coverage),
            (desk.word("promises, 90 days", "обещания, 90 дней"), kept),
        ]
        if let wallet = dossier.wallet {
            rows.append(
                (
                    desk.word("share of wallet, \(wallet.period)", "доля у клиента, \(wallet.period)"),
                    share(wallet.share)
                ))
        }
        if case .success(let rivals) = dossier.rivals {
            rows.append((desk.word("in their eyes", "в их глазах"), comparison(rivals)))
        }
        if let ladder = dossier.ladder, let next = ladder.next {
            let lacking = ladder.lacking.map(\.text).joined(separator: ", ")
            rows.append(
                (
                    desk.word("way to \(next.title.en)", "путь к «\(next.title.ru)»"),
                    desk.share(try? ladder.way()) + desk.word(", lacking: \(lacking)", ", не хватает: \(lacking)")
                ))
        }
        return rows
    }

    /// What takes most from the health, with what each part loses.
    private var healthParts: String {
        guard let health = line.health else { return "" }
        let lost = health.parts.compactMap { part -> (String, FixedDecimal)? in
            let value = part.value ?? .zero
            guard let gap = try? FixedDecimal.one.subtracting(value), let loss = try? gap.multiplied(by: part.weight),
                loss > .zero
            else { return nil }
            return (desk.healthPart(part), loss)
        }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3)
        return lost.isEmpty ? "" : " · " + lost.map { "\($0.0) −\(desk.share($0.1))" }.joined(separator: ", ")
    }

    private var influence: String {
        switch dossier.influence {
        case .success(let influence):
            return desk.share(influence.value)
                + desk.word(" · lever: \(desk.contact(influence.lever))", " · рычаг: \(desk.contact(influence.lever))")
        case .failure(let reason): return reason.text[desk.language]
        }
    }

    private var coverage: String {
        let met = "\(dossier.coverage.met.count)/\(dossier.coverage.required.count)"
        let thread = dossier.thread.flatMap { try? $0.share() }
        return desk.share(try? dossier.coverage.share())
            + desk.word(
                " · functions met \(met) · one contact \(desk.share(thread))",
                " · служб \(met) · один контакт \(desk.share(thread))")
    }

    private var kept: String {
        let rate = dossier.kept
        return desk.word(
            "\(rate.inTime.count) of \(rate.due.count) kept in time, moved \(rate.moved.count)",
            "в срок \(rate.inTime.count) из \(rate.due.count), перенесено \(rate.moved.count)")
    }

    private func share(_ wallet: Result<WalletShare, NoFigure>) -> String {
        switch wallet {
        case .success(let share): "\(desk.share(share.share)) (\(desk.share(share.low)) – \(desk.share(share.high)))"
        case .failure(let reason): reason.text[desk.language]
        }
    }

    private func comparison(_ rivals: KeyFactors.Comparison) -> String {
        let gaps = [rivals.worst, rivals.best].compactMap(\.self).map { "\($0.factor) \(desk.ratio($0.points))" }
        return "\(rivals.rival) \(desk.ratio(rivals.relative)) · " + gaps.joined(separator: ", ")
    }

    private func section(_ title: String, _ rows: [[String]]) -> String? {
        if rows.isEmpty { return nil }
        return title + "\n"
            + TextTable(rows: rows.map { ["  " + ($0.first ?? "")] + $0.dropFirst() }, amountColumns: []).text
    }

    private var people: String? {
        section(
            desk.word(
                "Who decides (power · relation, last touch)", "Кто решает (влияние · отношение, последний контакт)"),
            dossier.people.map { person in
                [
                    desk.contact(person.contact.id), person.contact.function?.text ?? "—",
                    "\(person.contact.power.value) · \(person.relation.map { "\($0.value)" } ?? "?")",
                    desk.day(person.last),
                ]
            })
    }

    private var promises: String? {
        section(
            desk.word("Promises open", "Открытые обещания"),
            dossier.open.map { [desk.day($0.dueOn), $0.id.text, $0.text, $0.state.words[desk.language]] })
    }

    private var claims: String? {
        section(
            desk.word("Claims open", "Открытые претензии"),
            dossier.claims.map { claim in
                let days = claim.openedOn.days(until: desk.day)
                return [
                    claim.id.text, desk.day(claim.openedOn),
                    desk.word(
                        "\(CountedWords.en(days, "day", "days"))", "\(CountedWords.ru(days, "день", "дня", "дней"))"),
                    claim.rootCause ?? desk.word("no cause yet", "причина не найдена"),
                ]
            })
    }

    private var radar: String? {
        section(
            desk.word("Radar", "Радар"),
            dossier.findings.map { placed in
                [
                    placed.finding.rule.name, placed.finding.rule.title[desk.language], desk.evidence(placed),
                    "→ " + placed.finding.rule.firstAction[desk.language],
                ]
            })
    }

    func json() throws -> String {
        try RecordJSON.text(
            Entry(
                client: line.client.text, title: desk.client(line.client), manager: line.manager?.text,
                tier: line.standing.tier, rung: line.rung?.id.text, health: line.health?.value.description,
                known: line.health?.known.description,
                parts: line.health?.parts.map {
                    Part(part: $0.id.text, weight: $0.weight.description, value: $0.value?.description, age: $0.age)
                } ?? [],
                sales91: line.sales?.description, changeOfRevenue: line.change?.revenue.description,
                changeOfOrders: line.change?.orders.description, overdueDays: line.overdueDays,
                influence: (try? dossier.influence.get().value)?.description,
                people: dossier.people.map {
                    Contact(
                        contact: $0.contact.id.text, function: $0.contact.function?.text, power: $0.contact.power.value,
                        relation: $0.relation?.value, last: $0.last?.description)
                }, findings: dossier.findings.map { AccountFindingEntry($0, desk) }))
    }

    private struct Entry: Encodable {
        let client: String
        let title: String
        let manager: String?
        let tier: String?
        let rung: String?
        let health: String?
        let known: String?
        let parts: [Part]
        let sales91: String?
        let changeOfRevenue: String?
        let changeOfOrders: String?
        let overdueDays: Int
        let influence: String?
        let people: [Contact]
        let findings: [AccountFindingEntry]
    }

    private struct Part: Encodable {
        let part: String
        let weight: String
        let value: String?
        let age: Int
    }

    private struct Contact: Encodable {
        let contact: String
        let function: String?
        let power: Int
        let relation: Int?
        let last: String?
    }
}
