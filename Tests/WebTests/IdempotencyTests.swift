import Credentials
import Foundation
import HTTPTypes
import Identity
import Storage
import Testing

@testable import Web

/// What is sent twice is done once.
@Suite("Keys of requests")
struct IdempotencyTests {
    private static let review = "/periods/2026-01/review"
    private static let sale =
        #"{"events":[{"kind":"sale","id":"5","fields":{"date":"2026-02-05","seller":"anna","amount":"30000"}}]}"#

    @Test("a request that is sent again under its key is answered as the first time, and not done again")
    func repeated() async throws {
        let office = try await Office().prepared()
        let first = try await office.call(.post, "/events", as: "lena", Self.sale, key: "k1")
        let head = try office.workspace.read { try $0.auditHead() }
        let second = try await office.call(.post, "/events", as: "lena", Self.sale, key: "k1")
        #expect(first.status == 200 && second.status == 200 && first.text == second.text)
        #expect(first.header("Idempotency-Replayed") == nil && second.header("Idempotency-Replayed") == "true")
        #expect(try office.workspace.read { try $0.auditHead() } == head)
        // Under another key it is another request: the same rows, which are there.
        let third = try await office.call(.post, "/events", as: "lena", Self.sale, key: "k2")
        #expect(try third.json["unchanged"]?.whole == 1)
        // Quotation marks are those of the header, not of the key.
        let quoted = try await office.call(.post, "/events", as: "lena", Self.sale, key: "\"k1\"")
        #expect(quoted.header("Idempotency-Replayed") == "true")
    }

    @Test("another body under a key is refused; the key of somebody else is another one")
    func others() async throws {
        let office = try await Office().prepared()
        #expect(try await office.call(.post, "/events", as: "lena", Self.sale, key: "k1").status == 200)
        let other = try await office.call(
            .post, "/events", as: "lena", Self.sale.replacing("30000", with: "40000"), key: "k1")
        #expect(other.status == 422 && other.problem == "key-of-other")
        let dina = try await office.call(.post, "/events", as: "dina", Self.sale, key: "k1")
        #expect(dina.status == 200 && dina.header("Idempotency-Replayed") == nil)
    }

    @Test("what was refused is not remembered: it may come again once it is right", arguments: ["", "а", "a b"])
    func refused(_ key: String) async throws {
        let office = try await Office().prepared()
        #expect(try await office.call(.post, "/events", as: "lena", Self.sale, key: key).status == 400)
        let early = try await office.call(.post, "/periods/2026-01/payments", as: "dina", "{}", key: "k1")
        #expect(early.status == 409, "\(early.text)")
        let later = try await office.call(.post, "/periods/2026-01/payments", as: "dina", "{}", key: "k1")
        #expect(later.status == 409 && later.header("Idempotency-Replayed") == nil)
    }

    @Test("of twenty at once under one key one is carried out, and the others wait or are told its answer")
    func together() async throws {
        let office = try await Office().prepared()
        _ = try await office.token(of: "dina")
        let body = #"{"person":"anna","period":"2026-02","amount":"500.00","reason":"fair"}"#
        let answers = try await withThrowingTaskGroup(of: Answered.self) { group in
            for _ in 0..<20 {
                group.addTask { try await office.call(.post, "/adjustments", as: "dina", body, key: "k1") }
            }
            return try await group.reduce(into: [Answered]()) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.status == 201 || $0.status == 409 }, "\(answers.map(\.status))")
        #expect(answers.contains { $0.status == 201 })
        #expect(try office.workspace.read { try $0.adjustments().count } == 1)
    }

    /// What a server that was killed leaves: the key is claimed; the act is done, or it is not.
    @Test("after a crash in the middle it is done if it was not, and told if it was", arguments: [false, true])
    func cutOff(_ wasDone: Bool) async throws {
        let office = try await Office().prepared()
        let user = try await office.session(of: "dina").session.user
        let body = #"{"person":"anna","period":"2026-02","amount":"500.00","reason":"fair"}"#
        let key = IdempotencyKey(
            "k1", user: user.text, route: "POST /adjustments", address: "/api/v1/adjustments", body: body)
        let head = try office.workspace.read { try $0.auditHead().number }
        _ = try office.server.site.store.claim(key, head: head, at: office.server.site.clock())
        if wasDone {
            let running = try await office.call(.post, "/adjustments", as: "dina", body, key: "k1")
            #expect(running.status == 409 && running.problem == "key-in-use")
            try office.workspace.write(by: "dina", request: key.digest) {
                _ = try $0.adjust(
                    "anna", period: "2026-02", amount: 50_000, kind: .adjustment, order: "", reason: "fair")
            }
        }
        // The store as a server that starts finds it.
        _ = try ServerStore(at: office.folder + "/web.sqlite")
        let answer = try await office.call(.post, "/adjustments", as: "dina", body, key: "k1")
        #expect(answer.status == 201 && answer.header("Location") == "/api/v1/adjustments/1", "\(answer.text)")
        #expect(try office.workspace.read { try $0.adjustments().count } == 1)
        let again = try await office.call(.post, "/adjustments", as: "dina", body, key: "k1")
        #expect(again.header("Idempotency-Replayed") == "true" && again.text == answer.text)
        #expect(try office.workspace.audit().isSound)
    }

    @Test("a key is remembered for a day, over a restart too")
    func validity() async throws {
        let office = try await Office().prepared()
        #expect(try await office.call(.post, "/events", as: "lena", Self.sale, key: "k1").status == 200)
        _ = try ServerStore(at: office.folder + "/web.sqlite")
        let user = try await office.session(of: "lena").session.user
        let key = IdempotencyKey(
            "k1", user: user.text, route: "POST /events", address: "/api/v1/events", body: Self.sale)
        let store = office.server.site.store
        let now = office.server.site.clock()
        guard case .done = try store.claim(key, head: 0, at: now.adding(Span.hours(24) - 1)) else {
            Issue.record("forgotten too early")
            return
        }
        try store.tidy(now.adding(Span.hours(24)))
        guard case .first = try store.claim(key, head: 0, at: now.adding(Span.hours(24))) else {
            Issue.record("remembered too long")
            return
        }
    }

    @Test("the key of a form outlives a restart")
    func forms() throws {
        let folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let clock = StoppedClock()
        let keys = OnceKeys(try ServerStore(at: folder + "/web.sqlite"), clock: { clock.read() })
        let key = keys.draw()
        #expect(keys.answer(to: key, of: "dina") == nil)
        keys.note(key, of: "dina", "/periods/2026-01?done=pay")
        let next = OnceKeys(try ServerStore(at: folder + "/web.sqlite"), clock: { clock.read() })
        #expect(next.answer(to: key, of: "dina") == "/periods/2026-01?done=pay")
        #expect(next.answer(to: key, of: "egor") == nil)
    }
}
