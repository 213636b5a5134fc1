import HTTPTypes
import Ledger
import Payroll
import Storage
import Testing

@testable import Web

/// The life of a period through its pages.
@Suite("Pages of periods")
struct PeriodPageTests {
    private func state(_ office: Office, _ period: String) throws -> PeriodState {
        try office.workspace.read { try $0.life(of: period).state }
    }

    @Test("another period is chosen by its name, and what is none is refused")
    func choosing() async throws {
        let office = try await Office.shared()
        let chosen = try await office.ask(.get, "/periods/new/calculate?period=2026-02", as: "dina")
        #expect(chosen.status == 303 && chosen.header("Location") == "/periods/2026-02/calculate")
        #expect(try await office.ask(.get, "/periods/new/calculate?period=2026-Q1", as: "dina").status == 422)
        #expect(try await office.ask(.get, "/periods/new/calculate?period=x", as: "dina").status == 422)
    }

    @Test("a calculation goes on aside, and the page says so until it is done")
    func calculating() async throws {
        let office = try await Office().prepared()
        let begun = try await office.ask(.post, "/periods/2026-02/calculate", as: "dina", form: [("key", "k")])
        #expect(begun.status == 303 && begun.header("Location") == "/periods/2026-02")
        while office.server.site.calculations.progress(of: "2026-02") != nil {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try state(office, "2026-02") == .calculated)
        let page = try await office.ask(.get, "/periods/2026-02", as: "dina")
        #expect(page.status == 200 && page.text.contains("7,000.00") && !page.text.contains("http-equiv"))
    }

    @Test("two approve whom it does not pay; Vera, whom it pays, is told who may")
    func approving() async throws {
        let office = try await Office().prepared()
        let run = try office.workspace.read { try $0.life(of: "2026-01").run }
        #expect(try await office.ask(.get, "/periods/2026-01/approve", as: "vera").status == 403)
        for (person, key) in [("dina", "a"), ("egor", "b")] {
            let check = try await office.ask(.get, "/periods/2026-01/approve", as: person)
            // Anna 5 000.00, Boris 6 000.00, Gleb 1 000.00, Vera one percent of 110 000.
            #expect(check.text.contains("13,100.00"), "\(check.text)")
            let done = try await office.ask(
                .post, "/periods/2026-01/approve", as: person, form: [("run", run), ("key", key)])
            #expect(done.header("Location") == "/periods/2026-01?done=approve")
        }
        #expect(try state(office, "2026-01") == .approved)
        #expect(try await office.ask(.post, "/periods/2026-01/pay", as: "egor", form: [("key", "c")]).status == 403)
        #expect(try await office.ask(.post, "/periods/2026-01/pay", as: "dina", form: [("key", "c")]).status == 303)
        let payroll = try await office.ask(.get, "/periods/2026-01/payroll", as: "dina")
        #expect(payroll.status == 200 && payroll.text.hasPrefix("PK"))
        let ledger = try await office.ask(.get, "/ledger", as: "dina")
        #expect(ledger.text.contains("13,100.00"))
        let own = try await office.ask(.get, "/ledger", as: "anna")
        #expect(own.text.contains("5,000.00") && !own.text.contains("6,000.00"))
    }

    @Test("opening again asks for a reason")
    func reopening() async throws {
        let office = try await Office().prepared()
        let refused = try await office.ask(.post, "/periods/2026-01/reopen", as: "dina", form: [("key", "a")])
        #expect(refused.status == 422 && refused.text.contains("error-reason"))
        let done = try await office.ask(
            .post, "/periods/2026-01/reopen", as: "dina", form: [("key", "b"), ("reason", "wrong rate")])
        #expect(done.status == 303)
        #expect(try state(office, "2026-01") == .open)
    }

    @Test("a dispute holds the approval up until somebody else answers")
    func disputing() async throws {
        let office = try await Office().prepared()
        let empty = try await office.ask(.post, "/pay/2026-01/disputes", as: "anna", form: [("text", "  ")])
        #expect(empty.status == 422 && empty.text.contains("error-text"))
        let sent = try await office.ask(
            .post, "/pay/2026-01/disputes", as: "anna", form: [("text", "sale 2 is mine"), ("key", "a")])
        #expect(sent.header("Location") == "/disputes/1?done=sent")
        #expect(try await office.ask(.get, "/disputes/1", as: "boris").status == 404)
        #expect(try await office.ask(.get, "/periods/2026-01/approve", as: "dina").status == 409)
        #expect(try await office.ask(.post, "/disputes/1/answer", as: "anna", form: [("text", "yes")]).status == 403)
        #expect(try await office.ask(.post, "/disputes/1/answer", as: "vera", form: [("text", "no")]).status == 303)
        #expect(try await office.ask(.get, "/periods/2026-01/approve", as: "dina").status == 200)
    }
}
