import Calculation
import Company
import Credentials
import Foundation
import HTML
import HTTPTypes
import Identity
import Live
import Messages
import Payroll
import Periods
import Quantities
import Storage
import Testing

@testable import Web

/// What everybody earns now: rows that come are followed, what moved is remembered with what moved it, and pages say so.
@Suite("Live figures")
struct LiveFiguresTests {
    private func learn(_ office: Office, _ table: String, _ text: String, complete: Bool = false) throws {
        let file = SourceFile(path: table, bytes: Array(text.utf8))
        let imported = try PayCycle(office.workspace, text: Office.text, threads: 1).importTables(
            [file], source: "", complete: complete, by: .localOperator("dina"))
        #expect(imported.rejected == 0, "\(imported.diagnostics)")
    }

    private func sell(_ office: Office, _ rows: String...) throws {
        try learn(office, "sale.csv", "id,date,seller,amount\n" + rows.map { $0 + "\n" }.joined())
    }

    /// Waits until the figures are those of the rows; gives what is shown.
    private func shown(_ office: Office) async throws -> LiveFigures.Shown {
        let site = office.server.site
        let cycle = try site.company.cycle()
        for _ in 0..<500 {
            if let shown = try site.live.shown(cycle), !shown.isOld { return shown }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try #require(try site.live.shown(cycle))
    }

    private func sums(_ board: Board) -> [String: Int128] {
        var sums: [String: Int128] = [:]
        for line in board.lines {
            sums[board.model.people.id(line.participation.person), default: 0] += Int128(
                line.amount.value?.minorUnits ?? 0)
        }
        return sums.filter { $0.value != 0 }
    }

    @Test("a sale that comes is followed: the company is not calculated anew, and the page names the sale")
    func followed() async throws {
        let office = try await Office().prepared()
        let before = try await shown(office).board
        try sell(office, "5,2026-02-04,anna,1000")
        let after = try await shown(office).board
        #expect(after.basis == before.basis && after.version > before.version)
        #expect(sums(after)["anna"] == (sums(before)["anna"] ?? 0) + 100_00)
        #expect(sums(after)["vera"] == (sums(before)["vera"] ?? 0) + 10_00)
        let page = try await office.ask(.get, "/pay/2026-02", as: "anna")
        #expect(page.text.contains("7,100.00"))
        #expect(page.text.contains("sale 5: added") && page.text.contains("+100.00"), "\(page.text)")
        #expect(page.text.contains("kind=sale&amp;id=5"))
        let team = try await office.ask(.get, "/team?period=2026-02", as: "vera")
        #expect(team.text.contains("7,100.00"))
        #expect(!(try await office.ask(.get, "/pay/2026-02", as: "boris").text.contains("sale 5")))
    }

    @Test("moves add up to the difference of what was paid, whatever comes: followed, calculated anew, by other rules")
    func addUp() async throws {
        let office = try await Office().prepared()
        let first = try await shown(office).board
        let site = office.server.site
        try sell(office, "5,2026-02-04,anna,1000", "6,2026-02-05,boris,2500.50")
        _ = try await shown(office)
        // A month in which nothing was is calculated anew.
        try sell(office, "7,2026-03-04,anna,333.33")
        _ = try await shown(office)
        try sell(office, "5,2026-02-04,boris,900")
        _ = try await shown(office)
        try learn(
            office, "sale.csv",
            "id,date,seller,amount\n1,2026-01-10,anna,50000\n2,2026-01-20,boris,61000\n5,2026-02-04,boris,900\n",
            complete: true)
        let last = try await shown(office).board
        let (before, after) = (sums(first), sums(last))
        for person in ["anna", "boris", "gleb", "vera"] {
            let moves = site.live.moves(of: person, in: .always, since: Instant(seconds: 0)).moves
            let sum = moves.reduce(Int128(0)) { $0 + $1.difference }
            #expect(sum == (after[person] ?? 0) - (before[person] ?? 0), "\(person)")
        }
        // And what is shown is what a company that was read just now pays.
        let cycle = try site.company.cycle()
        let anew = await LiveCompany.following(try await cycle.askedNow().everybody())
        #expect(sums(anew.board) == after)
        #expect(after["gleb"] == nil)
    }

    @Test("of one row that everything was calculated anew for it is said that it was that one")
    func oneRowAnew() async throws {
        let office = try await Office().prepared()
        _ = try await shown(office)
        try sell(office, "7,2026-03-04,anna,333.33")
        _ = try await shown(office)
        let moves = office.server.site.live.moves(of: "anna", in: .always, since: Instant(seconds: 0)).moves
        #expect(moves.map(\.cause) == [.row(RowCause(kind: "sale", key: "7", deed: .came))])
        #expect(moves.map(\.difference) == [33_33])
    }

    @Test("a server that starts knows what has changed since the morning")
    func startsWithTheMorning() async throws {
        let office = try await Office().prepared()
        office.pass(86_400)
        try sell(office, "5,2026-02-04,anna,1000")
        office.pass(60)
        try sell(office, "6,2026-02-04,anna,500")
        let live = LiveFigures(WaitingThreads(1), clock: office.server.site.clock)
        let cycle = try office.server.site.company.cycle()
        for _ in 0..<500 where try live.shown(cycle)?.isOld != false { try await Task.sleep(for: .milliseconds(10)) }
        let (moves, since) = live.moves(of: "anna", in: .always, since: office.server.site.morning)
        #expect(since == office.server.site.morning)
        #expect(moves.map(\.difference) == [100_00, 50_00])
        #expect(moves[1].at.seconds - moves[0].at.seconds == 60)
    }

    @Test("only so many moves are kept, and those of one time go together")
    func bounded() {
        var log = MoveLog(since: Instant(seconds: 0), most: 10)
        func move(_ person: String, _ at: Int64) -> FigureMove {
            FigureMove(
                person: person, plan: "p", component: "c", period: .all, before: 0, after: 5, cause: .rules,
                at: Instant(seconds: at))
        }
        for at in 1...5 { log.add([move("anna", Int64(at)), move("boris", Int64(at))]) }
        #expect((log.count, log.since) == (10, Instant(seconds: 0)))
        log.add([move("anna", 6)])
        // The first four seconds are gone whole, and what is kept is whole since the fifth.
        #expect(log.since == Instant(seconds: 5))
        #expect(log.moves(of: "anna", in: .always, since: Instant(seconds: 0)).map(\.at.seconds) == [5, 6])
        #expect(log.moves(of: "boris", in: .always, since: Instant(seconds: 5)).map(\.at.seconds) == [5])
    }

    @Test("an open page asks for its content alone, and is told when it is the same")
    func part() async throws {
        let office = try await Office.shared()
        let whole = try await office.ask(.get, "/pay/2026-02", as: "anna")
        let part = try await office.ask(.get, "/pay/2026-02?part=live", as: "anna")
        #expect(part.status == 200 && !part.text.contains("<html") && whole.text.contains(part.text))
        #expect(part.text.contains(#"data-people="anna" data-period="2026-02""#))
        let tag = try #require(part.header("ETag"))
        let again = try await office.ask(
            .get, "/pay/2026-02?part=live", as: "anna", headers: ["If-None-Match": tag])
        #expect(again.status == 304 && again.text.isEmpty)
        // Rights are those of the page.
        #expect(try await office.ask(.get, "/people/boris/pay/2026-02?part=live", as: "anna").status == 404)
    }

    @Test("what a page asks by itself keeps no session open")
    func noActivity() async throws {
        let office = try await Office().prepared()
        let session = try await office.session(of: "anna")
        for _ in 0..<4 {
            office.pass(600)
            _ = try await office.ask(.get, "/pay/2026-02?part=live", as: "anna")
        }
        #expect(throws: (any Error).self) { try office.accounts.session(session.token.shown) }
    }

    @Test(
        "one more deal is what the company pays with it: ten percent, and nothing is left of it",
        arguments: [("1000", "+100.00"), ("1,000.00", "+100.00"), ("2 000", "+200.00")])
    func oneMoreDeal(_ entered: String, _ gain: String) async throws {
        let office = try await Office.shared()
        let before = sums(try await shown(office).board)
        let asked = entered.replacing(" ", with: "%20").replacing(",", with: "%2C")
        let page = try await office.ask(.get, "/pay/2026-02?deal=\(asked)", as: "anna")
        #expect(page.text.contains(gain), "\(page.text)")
        #expect(sums(try await shown(office).board) == before)
    }

    @Test(
        "a deal that cannot be followed is answered by calculating the company with it aside, and the form is there at once",
        arguments: [("2026-05", "1000", "+100.00"), ("2026-02", "900000000000", "+90,000,000,000.00")])
    func beyond(_ period: String, _ entered: String, _ gain: String) async throws {
        let office = try await Office().prepared()
        let before = try await shown(office).board
        let waiting = Waiting()
        Task(executorPreference: office.server.site.calculating) { waiting.wait() }
        let first = try await office.ask(.get, "/pay/\(period)?deal=\(entered)", as: "anna")
        #expect(first.status == 200 && first.text.contains("name=\"deal\""), "\(first.text)")
        #expect(first.text.contains("the whole company is being calculated anew"), "\(first.text)")
        waiting.end()
        var page = first
        for _ in 0..<200 where page.text.contains("is being calculated anew") {
            try await Task.sleep(for: .milliseconds(10))
            page = try await office.ask(.get, "/pay/\(period)?deal=\(entered)", as: "anna")
        }
        #expect(page.text.contains(gain), "\(page.text)")
        // The company that is followed was not touched.
        let after = try await shown(office).board
        #expect(after.version == before.version && after.basis == before.basis)
    }

    @Test("a component with steps shows how far it has come, what is left and what that brings")
    func stepOfComponent() async throws {
        let tables = KPIAndTeamTests.tables.merging([
            "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,90000\n6,2026-02-02,anna,40000\n"
        ]) { $1 }
        let office = try await Office(text: KPIAndTeamTests.text, tables: tables).prepared()
        _ = try await shown(office)
        let page = try await office.ask(.get, "/pay/2026-02", as: "anna")
        // 5 % up to 100 000.
        #expect(
            page.text.contains(
                "60,000.00\u{A0}RUB more to the step of 100,000.00\u{A0}RUB: +3,000.00\u{A0}RUB."),
            "\(page.text)")
        #expect(page.text.contains("<svg"))
        let russian = try await office.ask(.get, "/pay/2026-02", as: "anna", headers: ["Accept-Language": "ru"])
        #expect(russian.text.contains("до ступени 100\u{A0}000,00\u{A0}RUB: +3\u{A0}000,00\u{A0}RUB."))
        // Without steps and targets there is nothing to be on the way to.
        let plain = try await Office.shared().ask(.get, "/pay/2026-02", as: "anna")
        #expect(!plain.text.contains("On the way to the next step"))
    }

    @Test("what is no amount is refused at its field", arguments: ["x", "-5", "0", "1.2.3", "999999999999999999999"])
    func noAmount(_ entered: String) async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/pay/2026-02?deal=\(entered)", as: "anna")
        #expect(page.status == 200 && page.text.contains("Enter an amount above zero"))
    }

    @Test("amounts are read as people of a language write them")
    func amounts() {
        #expect(DealAmount.units(of: "1 500 000,50", places: 2, .ru) == 150_000_050)
        #expect(DealAmount.units(of: "1,500,000.5", places: 2, .en) == 150_000_050)
        #expect(DealAmount.units(of: "1500000", places: 0, .ru) == 1_500_000)
        #expect(DealAmount.units(of: "1 500 000,00", places: 0, .ru) == 1_500_000)
        #expect(DealAmount.units(of: "0.005", places: 2, .en) == nil)
    }

    @Test("the next step is found to the unit, whatever bends: a tier at 390,000 and a bonus at 85,000")
    func steps() async throws {
        // 3 % up to 390,000 and 5 % above it, in hundredths.
        let tier = await StepAhead(unit: 100, usual: 610_000_00).found { amounts in
            amounts.map { Int128($0) * 3 / 100 + Int128(max(0, $0 - 390_000_00)) * 2 / 100 }
        }
        #expect(tier == StepAhead.Found(amount: 390_000_00, gain: 11_700_00))
        // A bonus of 4,250 once 85,000 more are sold.
        let bonus = await StepAhead(unit: 100, usual: 100_000_00).found { amounts in
            amounts.map { Int128($0) / 100 + ($0 >= 85_000_00 ? 4_250_00 : 0) }
        }
        #expect(bonus == StepAhead.Found(amount: 85_000_00, gain: 5_100_00))
        let none = await StepAhead(unit: 100, usual: 100_000_00).found { amounts in amounts.map { Int128($0) / 100 } }
        #expect(none == nil)
        // Nothing beyond the largest deal that can be followed is looked at: a bonus up to it is found, one behind not.
        for (largest, isFound) in [(90_000_00 as Int64, true), (80_000_00, false)] {
            let found = await StepAhead(unit: 100, usual: 100_000_00, largest: largest).found { amounts in
                #expect(amounts.allSatisfy { $0 <= largest })
                return amounts.map { Int128($0) / 100 + ($0 >= 85_000_00 ? 4_250_00 : 0) }
            }
            #expect(found == (isFound ? StepAhead.Found(amount: 85_000_00, gain: 5_100_00) : nil))
        }
    }
}
