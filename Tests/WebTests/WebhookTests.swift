import Credentials
import Foundation
import HTTPTypes
import OutgoingHTTP
import Storage
import Synchronization
import Testing

@testable import Web

/// Those who are told what happens: in order, again and again, signed, and never without end.
@Suite("Webhooks")
struct WebhookTests {
    /// Somebody who is told: notes what comes, and answers what he is told to.
    private final class Receiver: Sendable {
        private let state = Mutex<(posts: [OutgoingPost], outcome: OutgoingPost.Outcome)>(([], .answered(204)))

        var posts: [OutgoingPost] { state.withLock { $0.posts } }
        func answer(_ outcome: OutgoingPost.Outcome) { state.withLock { $0.outcome = outcome } }

        func take(_ post: OutgoingPost) -> OutgoingPost.Outcome {
            state.withLock { state in
                state.posts.append(post)
                return state.outcome
            }
        }
    }

    private static func world() async throws -> (office: Office, receiver: Receiver, sender: WebhookSender) {
        let office = try await Office().prepared()
        let receiver = Receiver()
        var sender = office.server.site.webhooks
        sender.send = { receiver.take($0) }
        return (office, receiver, sender)
    }

    private static func make(_ office: Office) async throws -> (id: String, secret: String) {
        let made = try await office.call(.post, "/webhooks", as: "ivan", #"{"address":"https://crm.example.com/hook"}"#)
        #expect(made.status == 201, "\(made.text)")
        return (try #require(try made.json["id"]?.text), try #require(try made.json["secret"]?.text))
    }

    private static func act(_ office: Office, _ text: String = "too little") async throws {
        let body = "{\"period\":\"2026-01\",\"text\":\"\(text)\"}"
        #expect(try await office.call(.post, "/disputes", as: "anna", body).status == 201)
    }

    @Test("each record is told once, in its order, signed, with names and no pay")
    func told() async throws {
        let (office, receiver, sender) = try await Self.world()
        let (_, secret) = try await Self.make(office)
        #expect(try !sender.sendDue())
        try await Self.act(office)
        #expect(try sender.sendDue())
        #expect(try !sender.sendDue())
        let post = try #require(receiver.posts.first)
        #expect(receiver.posts.count == 1 && post.address == "https://crm.example.com/hook")
        let body = try JSONReading.value(post.body)
        #expect(body["type"]?.text == "dispute.open")
        #expect(body["data"]?["number"]?.whole == 1 && body["data"]?["period"]?.text == "2026-01")
        #expect(!String(decoding: post.body, as: UTF8.self).contains("too little"))
        let headers = Dictionary(post.headers) { first, _ in first }
        let id = try #require(headers["webhook-id"])
        let time = try #require(headers["webhook-timestamp"].flatMap { Int64($0) })
        #expect(headers["webhook-signature"] == WebhookSecret(secret)?.signature(of: id, at: time, post.body))
    }

    @Test("what is not taken is sent again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, then no more")
    func again() async throws {
        let (office, receiver, sender) = try await Self.world()
        // Signing in moves the clock: whoever acts does so before the webhook is made, which is due from then on.
        _ = try await office.token(of: "anna")
        let (id, _) = try await Self.make(office)
        let store = office.server.site.store
        receiver.answer(.answered(500))
        try await Self.act(office)
        try await Self.act(office, "and late")
        var waits: [Int64] = []
        while let webhook = try store.webhook(id), webhook.off == nil {
            let now = office.server.site.clock()
            waits.append(webhook.due.seconds(since: now))
            office.pass(max(0, webhook.due.seconds(since: now) - 1))
            if waits.last ?? 0 > 0 { #expect(try !sender.sendDue()) }
            office.pass(1)
            _ = try sender.sendDue()
        }
        let least: [Int64] = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
        #expect(waits.count == 10)
        #expect(zip(waits, least).allSatisfy { $0 >= $1 && $0 <= $1 + $1 / 10 }, "\(waits)")
        #expect(try store.webhook(id)?.off == .failed)
        // Every try was of the first record, under one identifier: the second waits behind it.
        #expect(Set(receiver.posts.map { $0.headers.first { $0.name == "webhook-id" }?.value }).count == 1)
        #expect(try store.deliveries(of: id).map(\.attempt) == Array((1...10).reversed()))
        // Asked for by hand, both go.
        receiver.answer(.answered(200))
        #expect(try await office.call(.post, "/webhooks/\(id)/retry", as: "ivan", "{}").status == 200)
        _ = try sender.sendDue()
        #expect(try receiver.posts.count == 12 && store.webhook(id)?.off == nil)
    }

    @Test(
        "410 ends it at once; a redirect is no answer that counts",
        arguments: [(410, true), (302, false), (204, false)])
    func statuses(_ status: Int, _ isOff: Bool) async throws {
        let (office, receiver, sender) = try await Self.world()
        let (id, _) = try await Self.make(office)
        receiver.answer(.answered(status))
        try await Self.act(office)
        _ = try sender.sendDue()
        let webhook = try #require(try office.server.site.store.webhook(id))
        #expect((webhook.off == .gone) == isOff)
        #expect(webhook.attempts == (status == 302 ? 1 : 0))
    }

    @Test("while a secret is replaced, messages carry the signatures of both for a day")
    func secrets() async throws {
        let (office, receiver, sender) = try await Self.world()
        let (id, old) = try await Self.make(office)
        let answer = try await office.call(.post, "/webhooks/\(id)/secret", as: "ivan", "{}")
        let new = try #require(try answer.json["secret"]?.text)
        #expect(new != old)
        try await Self.act(office)
        _ = try sender.sendDue()
        office.pass(86_400)
        try await Self.act(office, "and late")
        _ = try sender.sendDue()
        let signatures = receiver.posts.map { post in
            post.headers.first { $0.name == "webhook-signature" }?.value.split(separator: " ").count
        }
        #expect(signatures == [2, 1])
    }

    @Test("a secret is shown once: neither read again nor told by a repetition")
    func shownOnce() async throws {
        let (office, _, _) = try await Self.world()
        let body = #"{"address":"https://crm.example.com/hook"}"#
        let first = try await office.call(.post, "/webhooks", as: "ivan", body, key: "k1")
        let secret = try #require(try first.json["secret"]?.text)
        let again = try await office.call(.post, "/webhooks", as: "ivan", body, key: "k1")
        #expect(again.status == 201 && !again.text.contains(secret))
        #expect(try await !office.call(.get, "/webhooks", as: "ivan").text.contains(secret))
    }

    @Test(
        "addresses that lead inside are refused when they are entered, or when they are called",
        arguments: [
            "http://crm.example.com/", "ftp://crm.example.com/", "https://user@crm.example.com/", "crm.example.com",
        ])
    func addresses(_ address: String) async throws {
        let office = try await Office().prepared()
        let answer = try await office.call(.post, "/webhooks", as: "ivan", "{\"address\":\"\(address)\"}")
        #expect(answer.status == 422 && answer.problem == "bad-address")
        let page = try await office.ask(.post, "/admin/webhooks", as: "ivan", form: [("address", address)])
        #expect(page.status == 422 && page.text.contains("https://"))
    }

    @Test("the page lists them, sends a trial, shows what came of it, and removes one")
    func page() async throws {
        let (office, _, _) = try await Self.world()
        #expect(try await office.ask(.get, "/admin/webhooks", as: "ivan").text.contains("No webhooks"))
        let made = try await office.ask(
            .post, "/admin/webhooks", as: "ivan", form: [("address", "https://127.0.0.1:9/hook")])
        #expect(made.status == 200 && made.text.contains("whsec_"), "\(made.status)")
        let id = try #require(try office.server.site.store.webhooks().first?.id)
        #expect(try await office.ask(.get, "/admin/webhooks", as: "ivan").text.contains("https://127.0.0.1:9/hook"))
        // Nothing is sent to this machine.
        let trial = try await office.ask(.post, "/admin/webhooks/\(id)/trial", as: "ivan", form: [])
        #expect(trial.text.contains("the address leads into the inner network"))
        let shown = try await office.ask(.get, "/admin/webhooks/\(id)", as: "ivan")
        #expect(shown.text.contains("trial") && !shown.text.contains("whsec_"))
        #expect(try await office.ask(.post, "/admin/webhooks/\(id)/remove", as: "ivan", form: []).status == 303)
        #expect(try await office.ask(.get, "/admin/webhooks/\(id)", as: "ivan").status == 404)
    }
}
