import AccountRows
import Accounts
import Foundation
import Messages
import Periods
import Quantities
import Testing

/// How long one manager's week takes beside 100,000 clients: STIMUL_MEASURE=1 swift test -c release --filter AccountSpeedTests
@Suite(.enabled(if: ProcessInfo.processInfo.environment["STIMUL_MEASURE"] != nil))
struct AccountSpeedTests {
    private static let clients = 100_000
    private static let managers = 1_000

    @Test("a week is one manager's, however many clients the company has")
    func week() throws {
        let day = try #require(CivilDay(parsing: "2026-10-15"))
        let clock = ContinuousClock()
        var book: AccountBook?
        let made = clock.measure { book = try? Self.book() }
        let known = try #require(book)
        let first = clock.measure { _ = known.week(of: "m1", on: day) }
        var times: [Duration] = []
        for number in 2..<22 { times.append(clock.measure { _ = known.week(of: Key("m\(number)"), on: day) }) }
        let middle = times.sorted()[times.count / 2]
        print("book \(made), first week \(first), another's \(middle)")
        #expect(middle < .milliseconds(50))
    }

    private static func book() throws -> AccountBook {
        let start = try #require(CivilDay(parsing: "2026-01-01"))
        var source = AccountSource(calendar: WorkingCalendar(weekend: [.saturday, .sunday]), year: .civil)
        source.people = Set((0..<managers).map { Key("m\($0)") })
        let always = DayRange(from: start, clampingUntil: .latest)
        for number in 0..<managers {
            source.workplaces[Key("m\(number)")] = [Dated(AccountSource.Workplace(unit: "u", head: "boss"), always)]
        }
        var managed: [Key<Client>: [Dated<Key<Person>>]] = [:]
        for number in 0..<clients { managed[Key("c\(number)")] = [Dated(Key("m\(number % managers)"), always)] }
        source.roles[AccountSource.managerRole] = managed
        source.trades = (0..<clients * 12).map { number in
            AccountSource.Trade(
                Key("c\(number / 12)"), on: start.adding(days: number % 12 * 24) ?? start,
                amount: FixedDecimal(1_000 + number % 977), isOrder: true)
        }
        source.tables = [
            "account": Rows(count: clients) { row, field in
                switch field {
                case "client": "c\(row)"
                case "status": "key"
                case "tier": "A"
                default: nil
                }
            } day: { _, _ in
                start
            },
            "contact": Rows(count: clients * 2) { row, field in
                switch field {
                case "client": "c\(row / 2)"
                case "function": row % 2 == 0 ? "purchasing" : "logistics"
                case "role": "decides"
                default: nil
                }
            } day: { _, field in
                field == "from" ? start : nil
            },
            "touch": Rows(count: clients * 8) { row, field in
                switch field {
                case "client": "c\(row / 8)"
                case "contact": "\(row / 8 * 2)"
                case "person": "m\(row / 8 % managers)"
                case "kind": "call"
                case "direction": "out"
                case "purpose": "proactive"
                case "message": "news"
                case "source": "telephony"
                default: nil
                }
            } day: { row, _ in
                start.adding(days: row % 8 * 35)
            },
            "commitment": Rows(count: clients * 2) { row, field in
                switch field {
                case "client": "c\(row / 2)"
                case "owner": "m\(row / 2 % managers)"
                case "kind": "promise"
                case "text": "promise \(row)"
                case "state": "made"
                default: nil
                }
            } day: { row, field in
                switch field {
                case "made_on": start.adding(days: 200 + row % 60)
                case "due_on": start.adding(days: 270 + row % 60)
                default: nil
                }
            },
        ]
        var rules = AccountRules()
        rules.tiers = ["A": TierRule(callNorm: 30)]
        rules.functions = ["purchasing", "logistics"]
        return AccountBook(source, rules)
    }

    /// A table whose cells follow from their row.
    private struct Rows: AccountTable {
        let rowCount: Int
        let texts: @Sendable (Int, String) -> String?
        let days: @Sendable (Int, String) -> CivilDay?

        init(
            count: Int, _ texts: @escaping @Sendable (Int, String) -> String?,
            day days: @escaping @Sendable (Int, String) -> CivilDay?
        ) {
            (rowCount, self.texts, self.days) = (count, texts, days)
        }

        var fields: [String] { [] }
        func id(of row: Int) -> String { "\(row)" }
        func place(of row: Int) -> Place? { nil }
        func text(_ field: String, _ row: Int) -> String? { texts(row, field) }
        func day(_ field: String, _ row: Int) -> CivilDay? { days(row, field) }
        func moment(_ field: String, _ row: Int) -> CivilMoment? {
            days(row, field).flatMap { CivilMoment(day: $0, minute: 600) }
        }
        func number(_ field: String, _ row: Int) -> FixedDecimal? {
            switch field {
            case "power": 8
            case "weight": 1
            case "minutes": 9
            default: nil
            }
        }
        func flag(_ field: String, _ row: Int) -> Bool? { nil }
    }
}
