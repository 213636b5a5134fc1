import HTTPTypes
import Storage
import Testing

@testable import Web

/// Events by program: the same reading, checks and figures as by import. A sale pays 10 %.
@Suite("Events by API")
struct EventAPITests {
    private static func events(_ events: String) -> String { "{\"events\":[\(events)]}" }
    private static let sale5 =
        #"{"kind":"sale","id":"5","fields":{"date":"2026-02-05","seller":"anna","amount":"30000.00"}}"#

    @Test("each event has its result: new, changed, as it was, set aside with its reason; the others come in")
    func results() async throws {
        let office = try await Office().prepared()
        let body = Self.events(
            Self.sale5 + ","
                + #"{"kind":"sale","id":"1","fields":{"date":"2026-01-10","seller":"anna","amount":50000}},"#
                + #"{"kind":"sale","id":"2","fields":{"date":"2026-01-20","seller":"boris","amount":"61000"}},"#
                + #"{"kind":"sale","id":"6","fields":{"date":"2026-02-30","seller":"anna","amount":"1"}},"#
                + #"{"kind":"sale","id":"7","fields":{"date":"2026-02-06","seller":"nobody","amount":"1"}},"#
                + #"{"kind":"sale","id":"8","fields":{"date":"2026-02-06","seller":"anna","sum":"1"}},"#
                + #"{"kind":"gift","id":"9","fields":{}}"#)
        let answer = try await office.call(.post, "/events", as: "lena", body)
        #expect(answer.status == 200, "\(answer.text)")
        let json = try answer.json
        #expect(
            json["events"]?.list?.map { $0["result"]?.text } == [
                "accepted", "unchanged", "changed", "rejected", "rejected", "rejected", "rejected",
            ], "\(answer.text)")
        #expect(json["accepted"]?.whole == 1 && json["changed"]?.whole == 1 && json["rejected"]?.whole == 4)
        let pointers = json["events"]?.list?.compactMap { $0["errors"]?.list?.first?["pointer"]?.text }
        #expect(pointers == ["/events/3/fields", "/events/4/fields", "/events/5/fields/sum", "/events/6/kind"])
        #expect(answer.text.contains("nobody"))
        // 10 % of 30 000.00 and of the 70 000.00 of before.
        let pay = try await office.followed("/people/anna/pay/2026-02", as: "lena")
        #expect(try pay.json["earned"]?["amount"]?.text == "10000.00", "\(pay.text)")
    }

    @Test("an event that is sent without a key, with a broken body or as another type changes nothing")
    func refused() async throws {
        let office = try await Office().prepared()
        let head = try office.workspace.read { try $0.factHead }
        let token = try await office.token(of: "lena")
        let headers = ["Authorization": "Bearer " + token, "Content-Type": "application/json"]
        let keyless = try await office.ask(.post, "/api/v1/events", headers: headers, body: Self.events(Self.sale5))
        #expect(keyless.status == 400 && keyless.problem == "key-needed")
        for (body, status, code) in [
            ("{", 400, "not-json"), ("", 400, "not-json"), ("[]", 422, "bad-body"), ("{}", 422, "bad-body"),
            (#"{"events":[]}"#, 422, "bad-body"), (#"{"events":[{"kind":"sale","id":"5"}]}"#, 422, "bad-body"),
            (#"{"events":[],"events":[]}"#, 400, "not-json"),
            (Self.events(#"{"kind":"sale","id":"","fields":{}}"#), 422, "bad-body"),
            (Self.events(#"{"kind":"sale","id":"5","fields":{"amount":[]}}"#), 422, "bad-body"),
            (Self.events(#"{"kind":"sale","id":"5","fields":{"amount":"1\n2"}}"#), 422, "bad-body"),
            (Self.events(#"{"kind":"sale","id":"5","field":{}}"#), 422, "bad-body"),
        ] {
            let answer = try await office.call(.post, "/events", as: "lena", body)
            #expect(answer.status == status && answer.problem == code, "\(body) \(answer.text)")
        }
        let typed = try await office.call(
            .post, "/events", as: "lena", Self.events(Self.sale5), headers: ["Content-Type": "text/csv"])
        #expect(typed.status == 415)
        let thousandAndOne = Self.events([String](repeating: Self.sale5, count: 1_001).joined(separator: ","))
        #expect(try await office.call(.post, "/events", as: "lena", thousandAndOne).status == 422)
        #expect(try await office.call(.post, "/events", as: "anna", Self.events(Self.sale5)).status == 403)
        #expect(try office.workspace.read { try $0.factHead } == head)
    }

    @Test("where a body is wrong is told by member, each in both languages")
    func pointers() async throws {
        let office = try await Office().prepared()
        let answer = try await office.call(
            .post, "/events", as: "lena",
            #"{"events":[{"kind":"sale","fields":{}},{"kind":"sale","id":7,"fields":{}}]}"#,
            headers: ["Accept-Language": "ru"])
        let errors = try answer.json["errors"]?.list ?? []
        #expect(errors.map { $0["pointer"]?.text } == ["/events/0/id", "/events/1/id"])
        #expect(errors.map { $0["detail"]?.text } == ["Этого поля не хватает.", "Нужен текст."])
    }

    @Test("an event is written over only by whoever has read it as it is now")
    func versions() async throws {
        let office = try await Office().prepared()
        let read = try await office.call(.get, "/events/sale/1", as: "lena")
        let tag = try #require(read.header("ETag"))
        #expect(try read.json["fields"]?["amount"]?.text == "50000")
        let body = #"{"fields":{"date":"2026-01-10","seller":"anna","amount":"52000"}}"#
        #expect(try await office.call(.put, "/events/sale/1", as: "lena", body).status == 428)
        let written = try await office.call(.put, "/events/sale/1", as: "lena", body, headers: ["If-Match": tag])
        #expect(written.status == 200 && written.header("ETag") != tag, "\(written.text)")
        let late = try await office.call(.put, "/events/sale/1", as: "lena", body, headers: ["If-Match": tag])
        #expect(late.status == 412 && late.problem == "other-version")
        let again = try await office.call(
            .put, "/events/sale/1", as: "lena", body, headers: ["If-Match": "\"x\", " + (written.header("ETag") ?? "")])
        #expect(again.status == 200)
        let weak = try await office.call(
            .put, "/events/sale/1", as: "lena", body, headers: ["If-Match": "W/" + (written.header("ETag") ?? "")])
        #expect(weak.status == 412)
    }

    @Test("a new event is made once, by whoever expects none; a faulty one is not made")
    func new() async throws {
        let office = try await Office().prepared()
        let body = #"{"fields":{"date":"2026-02-05","seller":"anna","amount":30000.00}}"#
        let none = ["If-None-Match": "*"]
        let made = try await office.call(.put, "/events/sale/%D0%B0-5", as: "lena", body, headers: none)
        #expect(made.status == 201 && made.header("Location") == "/api/v1/events/sale/%D0%B0-5", "\(made.text)")
        // A row is kept in one way of writing: written otherwise, the same number is the same version.
        #expect(try made.json["fields"]?["amount"]?.text == "30000")
        let tag = try #require(made.header("ETag"))
        let same = try await office.call(
            .put, "/events/sale/%D0%B0-5", as: "lena", body.replacing("30000.00", with: "\"30000.0\""),
            headers: ["If-Match": tag])
        #expect(same.status == 200 && same.header("ETag") == tag, "\(same.text)")
        #expect(try await office.call(.put, "/events/sale/%D0%B0-5", as: "lena", body, headers: none).status == 412)
        let faulty = try await office.call(
            .put, "/events/sale/6", as: "lena", #"{"fields":{"date":"2026-02-05","seller":"nobody","amount":"1"}}"#,
            headers: none)
        #expect(faulty.status == 422 && faulty.problem == "bad-row" && faulty.text.contains("nobody"))
        #expect(try await office.call(.get, "/events/sale/6", as: "lena").status == 404)
        #expect(try await office.call(.get, "/events/gift/6", as: "lena").status == 404)
    }

    @Test("a cancelled event pays nothing and is there no more; one that others name stays")
    func cancelled() async throws {
        let office = try await Office().prepared()
        let tag = try #require(try await office.call(.get, "/events/sale/4", as: "lena").header("ETag"))
        #expect(try await office.call(.delete, "/events/sale/4", as: "lena").status == 428)
        let answer = try await office.call(.delete, "/events/sale/4", as: "lena", headers: ["If-Match": tag])
        #expect(answer.status == 204 && answer.text.isEmpty)
        #expect(try await office.call(.get, "/events/sale/4", as: "lena").status == 404)
        #expect(try await office.call(.delete, "/events/sale/4", as: "lena", headers: ["If-Match": "*"]).status == 404)
        let pay = try await office.followed("/people/anna/pay/2026-02", as: "lena")
        #expect(try pay.json["earned"]?["amount"]?.text == "0.00", "\(pay.text)")
        #expect(try office.workspace.audit().isSound)
    }

    @Test("rows of two systems under one number are two rows, each with its own version")
    func sources() async throws {
        let office = try await Office().prepared()
        let body = #"{"source":"crm","events":[\#(Self.sale5)]}"#
        #expect(try await office.call(.post, "/events", as: "dina", body).status == 200)
        #expect(try await office.call(.get, "/events/sale/5", as: "dina").status == 404)
        let read = try await office.call(.get, "/events/sale/5?source=crm", as: "dina")
        #expect(try read.status == 200 && read.json["source"]?.text == "crm")
    }

    @Test("whose an event is, is told of those whose pay one may see")
    func credit() async throws {
        let office = try await Office.shared()
        let own = try await office.call(.get, "/events/sale/1/credit", as: "anna")
        #expect(try own.json["figures"]?.list?.first?["counts"] == .flag(true), "\(own.text)")
        let other = try await office.call(.get, "/events/sale/2/credit?person=anna", as: "vera")
        #expect(try other.json["figures"]?.list?.first?["counts"] == .flag(false), "\(other.text)")
        #expect(try await office.call(.get, "/events/sale/1/credit?person=boris", as: "anna").status == 404)
        #expect(try await office.call(.get, "/events/sale/1/credit?who=boris", as: "anna").status == 422)
    }
}

extension Office {
    /// An answer once the figures of now have followed.
    func followed(_ path: String, as person: String) async throws -> Answered {
        let cycle = try server.site.company.cycle()
        for _ in 0..<4_000 {
            guard let shown = try server.site.live.shown(cycle), shown.isOld else { break }
            try await Task.sleep(for: .milliseconds(5))
        }
        return try await call(.get, path, as: person)
    }
}
