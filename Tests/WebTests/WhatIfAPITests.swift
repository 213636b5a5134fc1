import Calculation
import Company
import HTML
import HTTPTypes
import Ledger
import Payroll
import Periods
import Storage
import Testing

@testable import Web

/// What would be paid if, by program. A sale pays its seller 10 %, and Vera 1 % of what her people sell.
@Suite("What would be paid if, by API", .serialized)
struct WhatIfAPITests {
    /// One that nobody changes; programs have their tokens before its clock moves on.
    private static let made = Task {
        let office = try await Office().prepared()
        for person in ["lena", "anna", "vera", "dina"] { _ = try await office.token(of: person) }
        return office
    }

    private static func sale(_ seller: String, _ amount: String, date: String = "2026-02-20") -> String {
        #"{"kind":"sale","fields":{"date":"\#(date)","seller":"\#(seller)","amount":"\#(amount)"}}"#
    }

    private func ask(_ office: Office, _ person: String, _ body: String) async throws -> Answered {
        office.pass(10)
        return try await office.call(.post, "/what-if", as: person, body)
    }

    private func differences(_ answer: Answered) throws -> [String: String] {
        let people = try answer.json["people"]?.list ?? []
        return Dictionary(
            uniqueKeysWithValues: people.compactMap { row in
                guard let person = row["person"]?.text else { return nil }
                return (person, row["difference"]?["amount"]?.text ?? "")
            })
    }

    @Test("an analyst is told of everybody whom one more deal moves, and nothing of it is kept")
    func everybody() async throws {
        let office = try await Self.made.value
        let head = try office.workspace.read { try $0.auditHead() }
        let answer = try await ask(office, "lena", #"{"add":[\#(Self.sale("anna", "30000"))]}"#)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(try differences(answer) == ["anna": "3000.00", "vera": "300.00"])
        #expect(try answer.json["total"]?["difference"]?["amount"]?.text == "3300.00")
        #expect(APIComponent.whatIf.schema.faults(of: try answer.json).isEmpty)
        #expect(try office.workspace.read { try $0.auditHead() } == head)
    }

    @Test("it is what the engine pays for the company with the same row")
    func sameAsEngine() async throws {
        let office = try await Self.made.value
        let cycle = try office.server.site.company.cycle()
        var scenario = Scenario()
        scenario.rows = [Scenario.RowEdit(.change, "sale 1: amount=12 345.67")]
        let (now, then, _) = try cycle.reading(supposing: scenario)
        let expected = await WhatIfRun(now: now, then: try #require(then)).comparison(in: .always)
        let answer = try await ask(
            office, "lena", #"{"change":[{"kind":"sale","id":"1","fields":{"amount":"12345.67"}}]}"#)
        #expect(answer.bytes == WhatIfAPI.value(expected, now.currency, .en).bytes)
        #expect(expected.total.difference != 0)
    }

    @Test(
        "whoever sees his own pay supposes his own deals and is told of his own pay",
        arguments: [
            (#"{"add":[\#(WhatIfAPITests.sale("anna", "30000"))]}"#, 200),
            (#"{"cancel":[{"kind":"sale","id":"1"}]}"#, 200),
            (#"{"change":[{"kind":"sale","id":"4","fields":{"amount":"1"}}]}"#, 200),
            (#"{"add":[\#(WhatIfAPITests.sale("boris", "30000"))]}"#, 422),
            (#"{"cancel":[{"kind":"sale","id":"2"}]}"#, 422),
            (#"{"change":[{"kind":"sale","id":"4","fields":{"seller":"boris"}}]}"#, 422),
            (#"{"plan":"plans: {}"}"#, 403), (#"{"without":["head"]}"#, 403),
            (#"{"add":[{"kind":"client","id":"c","fields":{}}]}"#, 422),
        ])
    func own(_ body: String, _ status: Int) async throws {
        let office = try await Self.made.value
        let answer = try await ask(office, "anna", body)
        #expect(answer.status == status, "\(answer.text)")
        if status == 200 { #expect(try Set(differences(answer).keys) == ["anna"]) }
    }

    @Test("a deal of somebody else and one that nobody knows are refused in the same words")
    func alike() async throws {
        let office = try await Self.made.value
        let other = try await ask(office, "anna", #"{"cancel":[{"kind":"sale","id":"2"}]}"#)
        let unknown = try await ask(office, "anna", #"{"cancel":[{"kind":"sale","id":"99"}]}"#)
        #expect(other.status == 422 && other.text == unknown.text)
        let person = try await ask(
            office, "anna", #"{"person":"boris","add":[\#(Self.sale("anna", "30000"))]}"#)
        #expect(person.status == 404)
    }

    @Test("a head supposes deals of his people on their days, and is told of them and himself")
    func head() async throws {
        let office = try await Self.made.value
        let answer = try await ask(office, "vera", #"{"add":[\#(Self.sale("boris", "30000"))]}"#)
        #expect(try differences(answer) == ["boris": "3000.00", "vera": "300.00"], "\(answer.text)")
        // Gleb reported to her until 2026.
        #expect(try await ask(office, "vera", #"{"add":[\#(Self.sale("gleb", "30000"))]}"#).status == 422)
        let alone = try await ask(office, "vera", #"{"person":"vera","add":[\#(Self.sale("boris", "30000"))]}"#)
        #expect(try differences(alone) == ["vera": "300.00"])
    }

    @Test("an analyst supposes another plan, from a day on")
    func plan() async throws {
        let office = try await Self.made.value
        let plan = """
            plans:
              seller:
                for: {position: seller}
                period: month
                components: {commission: {commission: sales, rate: 20%}}
            """
        let body = JSONValue.object([
            "plan": .text(plan), "period": .text("2026-02"), "from": .text("2026-02-01"),
        ])
        let answer = try await ask(office, "lena", String(decoding: body.bytes, as: UTF8.self))
        #expect(try differences(answer) == ["anna": "7000.00"], "\(answer.text)")
        #expect(try await ask(office, "dina", String(decoding: body.bytes, as: UTF8.self)).status == 403)
        let faulty = JSONValue.object(["plan": .text("plans:\n  seller:\n    period: moon\n")])
        let refused = try await ask(office, "lena", String(decoding: faulty.bytes, as: UTF8.self))
        #expect(refused.status == 422 && refused.text.contains(#""pointer":"/plan""#), "\(refused.text)")
    }

    @Test(
        "what is wrong is said of its member",
        arguments: [
            (
                #"{"add":[{"kind":"sale","fields":{"date":"2026-02-20","seler":"anna","amount":"1"}}]}"#,
                "/add/0"
            ),
            (#"{"add":[{"kind":"sale","fields":{"date":"soon","seller":"anna","amount":"1"}}]}"#, "/add/0"),
            (#"{"add":[{"kind":"sell","fields":{}}]}"#, "/add/0"),
            (
                #"{"change":[{"kind":"sale","id":"1","fields":{"amount":"1"}},{"kind":"sale","id":"9","fields":{"amount":"1"}}]}"#,
                "/change/1"
            ),
            (#"{"without":["nobody"]}"#, "/without/0"), (#"{"period":"2026-13","without":["head"]}"#, "/period"),
            (#"{}"#, ""),
        ])
    func faults(_ body: String, _ pointer: String) async throws {
        let office = try await Self.made.value
        let answer = try await ask(office, "lena", body)
        #expect(answer.status == 422, "\(answer.text)")
        #expect(try answer.json["errors"]?.list?.first?["pointer"]?.text == pointer, "\(answer.text)")
    }

    @Test("no value is taken for another field, whatever characters it has")
    func noInjection() async throws {
        let office = try await Self.made.value
        let value = #"anna\", seller=\"boris"#
        let answer = try await ask(office, "lena", #"{"add":[\#(Self.sale(value, "30000"))]}"#)
        #expect(answer.status == 422, "\(answer.text)")
        let own = try await ask(office, "anna", #"{"add":[\#(Self.sale("anna", #"1\", seller=\"boris"#))]}"#)
        #expect(own.status == 422 && own.text.contains("bad-scenario"), "\(own.text)")
    }
}

/// Work that goes on aside, and stopping it.
@Suite("Jobs by API")
struct JobAPITests {
    /// Keeps the thread of calculations as a long calculation does, until it is let go.
    private func held(_ office: Office) -> Waiting {
        let waiting = Waiting()
        Task(executorPreference: office.server.site.calculating) { waiting.wait() }
        return waiting
    }

    @Test("a calculation that is stopped leaves no run, and its number says so")
    func stopped() async throws {
        let office = try await Office().prepared()
        let hold = held(office)
        let begun = try await office.call(.post, "/periods/2026-02/runs", as: "lena", "{}")
        #expect(begun.status == 202)
        let number = try #require(try begun.json["number"]?.whole)
        // Whose work it is not, to him it is not there.
        #expect(try await office.call(.delete, "/jobs/\(number)", as: "dina").status == 404)
        let stopped = try await office.call(.delete, "/jobs/\(number)", as: "lena")
        #expect(try stopped.json["problem"]?["code"]?.text == "stopped", "\(stopped.text)")
        hold.end()
        // What comes behind it on the same thread is done once it is over.
        try await office.server.site.calculating.running {}
        #expect(try office.workspace.read { try $0.life(of: "2026-02").run }.isEmpty)
        #expect(try await office.call(.get, "/jobs/\(number)", as: "lena").json["state"]?.text == "failed")
        // It can be begun again, and what is over stays as it was.
        let again = try await office.call(.post, "/periods/2026-02/runs", as: "lena", "{}")
        let next = try #require(try again.json["number"]?.whole)
        #expect(next != number)
        for _ in 0..<500 where try office.server.site.store.job(next)?.state == .working {
            try await Task.sleep(for: .milliseconds(10))
        }
        let over = try await office.call(.delete, "/jobs/\(next)", as: "lena")
        #expect(try over.json["state"]?.text == "done", "\(over.text)")
    }

    @Test("what takes long is answered with a number, under which the answer is once it is there")
    func whatIfAside() async throws {
        let office = try await Office().prepared()
        let hold = held(office)
        let body = #"{"cancel":[{"kind":"sale","id":"1"}]}"#
        let begun = try await office.call(.post, "/what-if", as: "anna", body)
        #expect(begun.status == 202, "\(begun.text)")
        let place = try #require(begun.header("Location")?.dropFirst("/api/v1".count))
        hold.end()
        var job = try begun.json
        for _ in 0..<500 where job["state"]?.text == "working" {
            try await Task.sleep(for: .milliseconds(10))
            job = try await office.call(.get, String(place), as: "anna").json
        }
        #expect(job["what_if"]?["total"]?["difference"]?["amount"]?.text == "-5000.00", "\(job)")
        #expect(APIComponent.job.schema.faults(of: job).isEmpty)
        #expect(try await office.call(.get, String(place), as: "boris").status == 404)
    }

    @Test("of one person only two pieces of work wait at once")
    func bounded() async throws {
        let office = try await Office().prepared()
        let hold = held(office)
        defer { hold.end() }
        let site = office.server.site
        for _ in 0..<2 { _ = try site.aside.begin(.whatIf, "", by: "anna") { "{}" } }
        #expect(throws: Problem.self) { try site.aside.begin(.whatIf, "", by: "anna") { "{}" } }
        _ = try site.aside.begin(.whatIf, "", by: "boris") { "{}" }
    }
}
