import Accounts
import Messages
import Periods
import Testing

@Suite("Accounts: key, watched, released")
struct AccountStatusTests {
    /// Key from 1 April 2026.
    private func account() throws -> Account {
        var account = Account("c034", candidateFrom: day("2026-02-02"), by: "director")
        try account.move(to: .scored, by: "director", on: day("2026-03-02"))
        try account.move(to: .agreed, by: "director", on: day("2026-03-25"))
        try account.move(to: .key, by: "director", on: day("2026-04-01"))
        return account
    }

    @Test func `one status on any day; watching does not interrupt the days that count`() throws {
        var account = try account()
        #expect(refusal { try account.move(to: .watch, by: "head", on: day("2026-07-01")) } == "wording")
        try account.move(to: .watch, by: "head", on: day("2026-07-01"), reason: "a promise 92 days overdue")
        #expect(account.status(on: day("2026-02-01")) == nil)
        #expect(account.status(on: day("2026-06-30")) == .key)
        #expect(account.status(on: day("2026-07-01")) == .watch)
        #expect(account.daysLookedAfter.map(\.description) == ["2026-04-01..<2026-07-01", "2026-07-01..<9999-12-31"])
    }

    @Test func `a candidate is not made key without being scored: the next step is named`() throws {
        var candidate = Account("c034", candidateFrom: day("2026-02-02"), by: "director")
        do {
            try candidate.move(to: .key, by: "director", on: day("2026-03-02"))
            Issue.record("it became key")
        } catch {
            #expect(error.next == ["scored"])
            #expect(error.text.ru == "account c034: состояние «кандидат», перейти в «ключевой» нельзя")
        }
    }

    @Test func `two statuses on one day are refused`() throws {
        var account = try account()
        #expect(
            refusal { try account.move(to: .watch, by: "head", on: day("2026-04-01"), reason: "late") }
                == "order-of-days")
    }

    @Test func `released only with a handover plan and no open promise`() throws {
        var account = try account()
        let (open, kept) = (try promise(), try promise("p1").kept(on: "2026-10-08"))
        func release(_ plan: String, _ promises: [Promise]) -> String? {
            refusal {
                try account.release(by: "director", on: day("2026-11-02"), handoverPlan: plan, promises: promises)
            }
        }
        #expect(release(" ", []) == "wording")
        #expect(release("to Belov, 9 November", [open, kept]) == "open-promises")
        #expect(release("to Belov, 9 November", [kept]) == nil)
        #expect(account.status(on: day("2026-11-02")) == .released)
        #expect(account.daysLookedAfter.map(\.until) == [day("2026-11-02")])
    }
}
