import AccountRows
import Accounts
import Foundation
import Messages
import Periods
import Quantities
import Samples

/// Times the book of key accounts of a drawn company: to read its rows, one person's week, the radar of everybody.
struct AccountBooks {
    private let clients: Int
    private let touches: Int

    /// How many clients an account manager has, and how many managers a head has.
    private static let book = 25, team = 20
    private static let day = CivilDay(year: 2026, month: 10, day: 15) ?? .earliest

    /// `100000 1000000`: so many clients, and so many touches of all of them within a year.
    init?(_ words: ArraySlice<String>) {
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == 2, words.count == 2, numbers[0] > 0, numbers[1] >= 0 else { return nil }
        (clients, touches) = (numbers[0], numbers[1])
    }

    /// Prints one line of JSON: seconds, milliseconds and megabytes.
    func run() {
        let clock = ContinuousClock()
        let source = drawn()
        var rules = AccountRules()
        rules.tiers = ["A": TierRule(callNorm: 14), "B": TierRule(callNorm: 30), "C": TierRule(callNorm: 60)]
        rules.functions = Set(Self.functions.map { Key($0) })
        var start = clock.now
        let book = AccountBook(source, rules)
        let read = clock.now - start

        // The first week of a day finds out what the market does; those after it are told.
        var weeks: [Double] = []
        for manager in stride(from: 0, to: max(clients / Self.book, 1), by: max(clients / Self.book / 200, 1)) {
            start = clock.now
            _ = book.week(of: Self.manager(manager), on: Self.day)
            weeks.append((clock.now - start) / .milliseconds(1))
        }
        let first = weeks.first ?? 0
        let sorted = weeks.dropFirst().sorted()

        start = clock.now
        let findings = book.findings(on: Self.day.adding(days: 1) ?? Self.day)
        let radar = clock.now - start
        let parts = [
            "\"clients\": \(clients), \"touches\": \(touches), \"faults\": \(book.faults.count)",
            "\"read_s\": \(read / .seconds(1)), \"first_week_ms\": \(first)",
            "\"week_p50_ms\": \(sorted.isEmpty ? first : sorted[sorted.count / 2])",
            "\"week_p99_ms\": \(sorted.isEmpty ? first : sorted[sorted.count * 99 / 100])",
            "\"radar_s\": \(radar / .seconds(1)), \"findings\": \(findings.count), \"peak_mb\": \(Self.peak)",
        ]
        print("{" + parts.joined(separator: ", ") + "}")
    }

    /// The most memory that the process has had, in MB.
    private static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) / 1024
    }

    // MARK: What is drawn

    private static let functions = ["purchasing", "category", "logistics", "finance"]

    private static func manager(_ number: Int) -> Key<Person> { Key("m\(number)") }

    /// A year of clients looked after since its beginning, each with four contacts, twelve orders and two promises.
    private func drawn() -> AccountSource {
        let seed = SeededGenerator(seed: 20)
        var source = AccountSource(calendar: .fiveDays, year: .civil)
        let start = Self.day.adding(days: -400) ?? Self.day
        let always = DayRange(from: start, clampingUntil: .latest)
        let managers = (clients + Self.book - 1) / Self.book
        for number in 0..<managers {
            source.people.insert(Self.manager(number))
            let head: Key<Person> = Key("h\(number / Self.team)")
            source.workplaces[Self.manager(number)] = [Dated(.init(unit: "u\(number / Self.team)", head: head), always)]
        }
        var managed: [Key<Client>: [Dated<Key<Person>>]] = [:]
        for client in 0..<clients { managed[Key("c\(client)")] = [Dated(Self.manager(client / Self.book), always)] }
        source.roles[AccountSource.managerRole] = managed
        source.trades = trades(seed.stream("trade"), from: start)
        source.tables = [
            "account": accounts(from: start), "contact": contacts(from: start), "relation": relations(),
            "touch": touches(seed.stream("touch")), "commitment": promises(seed.stream("promise")),
        ]
        return source
    }

    private func trades(_ seed: SeededGenerator, from start: CivilDay) -> [AccountSource.Trade] {
        var random = seed
        return (0..<clients * 12).map { number in
            let day = start.adding(days: random.below(400)) ?? start
            return AccountSource.Trade(
                Key("c\(number / 12)"), on: day, amount: FixedDecimal(10_000 + random.below(900_000)), isOrder: true,
                due: day.adding(days: 30), paid: day.adding(days: 20 + random.below(15)))
        }
    }

    private func accounts(from start: CivilDay) -> DrawnTable {
        DrawnTable(
            "a", count: clients,
            [
                "client": .texts { "c\($0)" }, "status": .texts { _ in "key" },
                "tier": .texts { ["A", "B", "C"][$0 % 3] }, "from": .days { _ in start },
            ])
    }

    private func contacts(from start: CivilDay) -> DrawnTable {
        DrawnTable(
            "k", count: clients * 4,
            [
                "client": .texts { "c\($0 / 4)" }, "function": .texts { Self.functions[$0 % 4] },
                "role": .texts { $0 % 4 == 0 ? "decides" : "influences" },
                "power": .numbers { FixedDecimal(10 - 2 * ($0 % 4)) }, "from": .days { _ in start },
            ])
    }

    private func relations() -> DrawnTable {
        let day = Self.day.adding(days: -60) ?? Self.day
        return DrawnTable(
            "r", count: clients * 4,
            [
                "contact": .texts { "k\($0)" }, "day": .days { _ in day },
                "relation": .numbers { FixedDecimal(1 + $0 % 5) }, "by": .texts { "m\($0 / 4 / Self.book)" },
            ])
    }

    private func touches(_ seed: SeededGenerator) -> DrawnTable {
        var random = seed
        let drawn = (0..<touches).map { _ in
            (
                client: random.below(clients), contact: random.below(4), ago: random.below(365),
                minute: random.below(1440)
            )
        }
        return DrawnTable(
            "t", count: touches,
            [
                "at": .moments {
                    CivilMoment(day: Self.day.adding(days: -drawn[$0].ago) ?? Self.day, minute: drawn[$0].minute)
                },
                "client": .texts { "c\(drawn[$0].client)" },
                "contact": .texts { "k\(drawn[$0].client * 4 + drawn[$0].contact)" },
                "person": .texts { "m\(drawn[$0].client / Self.book)" }, "kind": .texts { _ in "call" },
                "direction": .texts { $0 % 4 == 0 ? "in" : "out" },
                "purpose": .texts { $0 % 4 == 0 ? "reply" : "proactive" }, "message": .texts { _ in "news" },
                "minutes": .numbers { FixedDecimal(1 + $0 % 20) }, "source": .texts { _ in "telephony" },
            ])
    }

    private func promises(_ seed: SeededGenerator) -> DrawnTable {
        var random = seed
        let drawn = (0..<clients * 2).map { _ in (made: 10 + random.below(200), isKept: random.below(10) > 0) }
        @Sendable func day(_ number: Int, _ days: Int) -> CivilDay {
            Self.day.adding(days: days - drawn[number].made) ?? Self.day
        }
        @Sendable func isOver(_ number: Int) -> Bool { drawn[number].made > 30 && drawn[number].isKept }
        return DrawnTable(
            "p", count: clients * 2,
            [
                "made_on": .days { day($0, 0) }, "due_on": .days { day($0, 21) }, "client": .texts { "c\($0 / 2)" },
                "contact": .texts { "k\($0 / 2 * 4)" }, "owner": .texts { "m\($0 / 2 / Self.book)" },
                "kind": .texts { _ in "promise" }, "weight": .numbers { _ in .one }, "text": .texts { "promise \($0)" },
                "state": .texts { isOver($0) ? "kept" : "made" }, "done_on": .days { isOver($0) ? day($0, 14) : nil },
                "confirmed_on": .days { isOver($0) ? day($0, 15) : nil },
                "confirmed_by": .texts { isOver($0) ? "act \($0)" : nil },
            ])
    }
}

/// A table whose cells are computed from the number of the row.
private struct DrawnTable: AccountTable {
    enum Cells {
        case texts(@Sendable (Int) -> String?)
        case days(@Sendable (Int) -> CivilDay?)
        case moments(@Sendable (Int) -> CivilMoment?)
        case numbers(@Sendable (Int) -> FixedDecimal?)
    }

    private let prefix: String
    let rowCount: Int
    private let cells: [String: Cells]

    init(_ prefix: String, count: Int, _ cells: [String: Cells]) {
        (self.prefix, self.rowCount, self.cells) = (prefix, count, cells)
    }

    var fields: [String] { cells.keys.sorted() }
    func id(of row: Int) -> String { "\(prefix)\(row)" }
    func place(of row: Int) -> Place? { nil }
    func text(_ field: String, _ row: Int) -> String? {
        if case .texts(let text)? = cells[field] { text(row) } else { nil }
    }
    func day(_ field: String, _ row: Int) -> CivilDay? {
        switch cells[field] {
        case .days(let day): day(row)
        case .moments(let moment): moment(row)?.day
        case .texts, .numbers, nil: nil
        }
    }
    func moment(_ field: String, _ row: Int) -> CivilMoment? {
        if case .moments(let moment)? = cells[field] { moment(row) } else { nil }
    }
    func number(_ field: String, _ row: Int) -> FixedDecimal? {
        if case .numbers(let number)? = cells[field] { number(row) } else { nil }
    }
    func flag(_ field: String, _ row: Int) -> Bool? { nil }
}
