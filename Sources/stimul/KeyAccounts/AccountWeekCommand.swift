import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account week`: what somebody does this week, on one screen.
struct AccountWeekCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: .said(
            en: "What somebody does this week: calls, promises, meetings, and what it means for his pay.",
            ru: "Что человек делает на этой неделе: звонки, обещания, встречи и что это значит для выплаты."))

    @OptionGroup var account: AccountOptions
    @Option(
        help: .said(
            en: "Whose week (default: everybody's with key accounts).",
            ru: "Чья неделя (по умолчанию всех, у кого есть ключевые клиенты)."))
    var of: String?

    func run() async throws {
        let desk = try await account.opened()
        let people =
            try of.map { [try account.person($0, desk)] }
            ?? Set(desk.book.lookedAfter(on: desk.day).compactMap { $0.manager(on: desk.day) }).sorted()
        let weeks = people.compactMap { desk.book.week(of: $0, on: desk.day) }
        switch account.format {
        case .table:
            account.console.print(
                weeks.map { AccountWeekReport(desk: desk, week: $0).text }.joined(separator: "\n\n\n"))
        case .csv: account.console.print(AccountWeekReport.csv(weeks))
        case .json: account.console.print(try RecordJSON.text(weeks.map { AccountWeekEntry($0, desk) }))
        }
    }
}

/// A week as a screen.
struct AccountWeekReport {
    let desk: AccountDesk
    let week: AccountWeek

    var text: String {
        let last = week.days.until.adding(days: -1) ?? week.days.until
        let head = desk.word(
            "\(desk.person(week.person)) · \(week.days.from) – \(last), seen on \(week.day) · accounts: \(week.clients.count)",
            "\(desk.person(week.person)) · \(week.days.from) – \(last), на \(week.day) · клиентов: \(week.clients.count)"
        )
        return ([head] + [first, calls, promises, meetings, changes, others, pay].compactMap(\.self))
            .joined(separator: "\n\n")
    }

    private func section(_ title: String, _ rows: [[String]]) -> String? {
        if rows.isEmpty { return nil }
        return title + "\n"
            + TextTable(rows: rows.map { ["  " + ($0.first ?? "")] + $0.dropFirst() }, amountColumns: []).text
    }

    private func row(_ placed: PlacedFinding) -> [String] {
        [
            placed.finding.rule.name, desk.subject(placed), placed.finding.rule.title[desk.language],
            desk.evidence(placed), "→ " + placed.finding.rule.firstAction[desk.language],
        ]
    }

    private var first: String? { section(desk.word("First", "Сначала"), week.first.map(row)) }

    private var calls: String? {
        section(
            desk.word("Calls of our own accord", "Упреждающие звонки"),
            week.calls.map { call in
                [
                    desk.day(call.due), desk.name(call.client), call.contact.map { desk.contact($0) } ?? "—",
                    call.late > 0
                        ? desk.word(
                            "\(CountedWords.en(call.late, "day late", "days late"))",
                            "опоздание \(CountedWords.ru(call.late, "день", "дня", "дней"))")
                        : "",
                    call.last.map { desk.word("last \($0)", "последний \($0)") }
                        ?? desk.word("never called", "не звонили"),
                ]
            })
    }

    private var promises: String? {
        let owed = section(
            desk.word("Promises owed", "Обещано"),
            week.owed.map { promise in
                [
                    desk.day(promise.dueOn), desk.name(promise.client), promise.text,
                    promise.state.words[desk.language],
                    promise.receiver.map { desk.word("with \(desk.person($0))", "исполняет \(desk.person($0))") } ?? "",
                    promise.dueOn < week.day ? desk.word("overdue", "просрочено") : "",
                ]
            })
        return owed
    }

    private var meetings: String? {
        section(
            desk.word("Meetings", "Встречи"),
            week.meetings.map { meeting in
                let lacks = meeting.isImportant ? meeting.sheetFaults.map { $0.words[desk.language] } : []
                return [
                    meeting.at.text(in: desk.language), desk.name(meeting.client), meeting.agenda,
                    lacks.isEmpty ? desk.word("ready", "готова") : lacks.joined(separator: "; "),
                ]
            })
    }

    private var changes: String? {
        let shown = Set(week.first.map(\.finding.key))
        let new = week.new.filter { !shown.contains($0.finding.key) }
        return section(
            desk.word("Since last week", "С прошлой недели"),
            new.map { ["+ " + $0.finding.rule.name, desk.subject($0), desk.evidence($0)] }
                + week.gone.map {
                    ["− " + $0.finding.rule.name, desk.subject($0), $0.finding.rule.title[desk.language]]
                })
    }

    private var others: String? {
        let new = Set(week.new.map(\.finding.key))
        let rest = week.others.filter { !new.contains($0.finding.key) }
        return section(
            desk.word("Also open", "Ещё открыто"),
            rest.map {
                [$0.finding.rule.name, desk.subject($0), $0.finding.rule.title[desk.language], desk.evidence($0)]
            })
    }

    private var pay: String? {
        let (now, pay) = (week.pay, week.pay)
        return section(
            desk.word("What it means for pay, \(now.quarter)", "Что это значит для выплаты, \(now.quarter)"),
            [
                [
                    desk.word("days in norm", "дни в норме"), tally(pay.norm),
                    desk.word(
                        "if nobody calls any more: \(tally(pay.normAtEnd))",
                        "если больше не звонить: \(tally(pay.normAtEnd))"),
                ],
                [
                    desk.word("promises kept", "сдержано обещаний"), kept(pay.kept),
                    desk.word(
                        "if nothing more is done: \(kept(pay.keptAtEnd))",
                        "если больше ничего не сделать: \(kept(pay.keptAtEnd))"),
                ],
            ])
    }

    private func tally(_ tally: CallNorm.Tally) -> String {
        desk.word(
            "\(tally.inNorm) of \(tally.days), \(desk.share(try? tally.share()))",
            "\(tally.inNorm) из \(tally.days), \(desk.share(try? tally.share()))")
    }

    private func kept(_ rate: KeptRate) -> String {
        let count = desk.word("\(rate.inTime.count) of \(rate.due.count)", "\(rate.inTime.count) из \(rate.due.count)")
        do throws(NoFigure) {
            return count + ", " + desk.share(try rate.paid(atLeast: week.pay.fewest))
        } catch {
            return count + ", " + error.text[desk.language]
        }
    }

    /// Calls, promises and findings as rows of one table.
    static func csv(_ weeks: [AccountWeek]) -> String {
        RecordCSV.text(
            ["person", "what", "day", "client", "subject", "late"],
            weeks.flatMap { week -> [[RecordCSV.Cell]] in
                week.calls.map { call in
                    [
                        .text(week.person.text), "call", .text(call.due.description), .text(call.client.text),
                        .text(call.contact?.text ?? ""), .figure("\(call.late)"),
                    ]
                }
                    + week.owed.map { promise in
                        [
                            .text(week.person.text), "promise", .text(promise.dueOn.description),
                            .text(promise.client.text), .text(promise.id.text),
                            .figure("\(max(promise.dueOn.days(until: week.day), 0))"),
                        ]
                    }
                    + week.meetings.map { meeting in
                        [
                            .text(week.person.text), "meeting", .text(meeting.at.day.description),
                            .text(meeting.client.text), .text(meeting.id.text), .figure(""),
                        ]
                    }
                    + (week.first + week.others).map { placed in
                        [
                            .text(week.person.text), .text(placed.finding.rule.name),
                            .text(placed.finding.since.description), .text(placed.finding.client?.text ?? ""),
                            .text(placed.finding.key.subject), .figure(""),
                        ]
                    }
            })
    }
}

/// A week for programs.
struct AccountWeekEntry: Encodable {
    let person: String
    let day: String
    let clients: [String]
    let first: [AccountFindingEntry]
    let others: [AccountFindingEntry]
    let new: [AccountFindingEntry]
    let gone: [AccountFindingEntry]
    let calls: [Call]
    let promises: [Owed]
    let meetings: [Sheet]
    let pay: Pay

    struct Call: Encodable {
        let client: String
        let due: String
        let last: String?
        let late: Int
        let contact: String?
    }

    struct Owed: Encodable {
        let promise: String
        let client: String
        let due: String
        let owner: String
        let receiver: String?
        let state: String
        let text: String
    }

    struct Sheet: Encodable {
        let meeting: String
        let at: String
        let client: String
        let lacks: [String]
    }

    struct Pay: Encodable {
        let quarter: String
        let daysInNorm: Int
        let days: Int
        let daysInNormAtEnd: Int
        let daysAtEnd: Int
        let promisesKept: Int
        let promisesDue: Int
        let promisesKeptAtEnd: Int
        let promisesDueAtEnd: Int
    }

    init(_ week: AccountWeek, _ desk: AccountDesk) {
        (person, day, clients) = (week.person.text, week.day.description, week.clients.map(\.text))
        first = week.first.map { AccountFindingEntry($0, desk) }
        others = week.others.map { AccountFindingEntry($0, desk) }
        new = week.new.map { AccountFindingEntry($0, desk) }
        gone = week.gone.map { AccountFindingEntry($0, desk) }
        calls = week.calls.map {
            Call(
                client: $0.client.text, due: $0.due.description, last: $0.last?.description, late: $0.late,
                contact: $0.contact?.text)
        }
        promises = week.owed.map {
            Owed(
                promise: $0.id.text, client: $0.client.text, due: $0.dueOn.description,
                owner: $0.owner(on: week.day).text, receiver: $0.receiver?.text, state: $0.state.rawValue, text: $0.text
            )
        }
        meetings = week.meetings.map { meeting in
            Sheet(
                meeting: meeting.id.text, at: meeting.at.description, client: meeting.client.text,
                lacks: meeting.isImportant ? meeting.sheetFaults.map { $0.words[desk.language] } : [])
        }
        pay = Pay(
            quarter: week.pay.quarter.description, daysInNorm: week.pay.norm.inNorm, days: week.pay.norm.days,
            daysInNormAtEnd: week.pay.normAtEnd.inNorm, daysAtEnd: week.pay.normAtEnd.days,
            promisesKept: week.pay.kept.inTime.count, promisesDue: week.pay.kept.due.count,
            promisesKeptAtEnd: week.pay.keptAtEnd.inTime.count, promisesDueAtEnd: week.pay.keptAtEnd.due.count)
    }
}
