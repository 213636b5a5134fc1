internal import Credentials
internal import OutgoingHTTP
internal import ServiceLifecycle
internal import Storage

/// Sends what happens to those who are told of it. The audit chain is the outbox: nothing is lost by a crash, and a message is made of its
/// record when it is sent.
struct WebhookSender: Sendable {
    let store: ServerStore
    let workspace: Workspace
    let clock: @Sendable () -> Instant
    /// Which machines may be spoken to.
    let options: WebhookOptions
    let randomness = Randomness.system
    /// Makes the call; in tests something that notes it.
    var send: @Sendable (OutgoingPost) -> OutgoingPost.Outcome = { $0.sent() }

    /// How many messages one webhook gets before it is another's turn.
    private static let turn = 20

    /// Sends what is due, and tells whether there is more.
    func sendDue() throws -> Bool {
        let head = try workspace.read { try $0.auditHead().number }
        var goesOn = false
        for webhook in try store.webhooks() where webhook.off == nil && webhook.cursor < head && webhook.due <= clock()
        {
            if try sendNext(of: webhook) { goesOn = true }
        }
        return goesOn
    }

    /// Sends the next few of one webhook; tells whether it has taken all of them.
    private func sendNext(of webhook: Webhook) throws -> Bool {
        var webhook = webhook
        let records = try workspace.read { try $0.records(after: webhook.cursor, limit: Self.turn) }
        for record in records {
            let outcome = try call(webhook, WebhookMessage(record, to: webhook), about: record.number)
            // Removed, or another turn was asked for meanwhile: what is kept now holds.
            guard let now = try store.webhook(webhook.id), now.cursor == webhook.cursor else { return false }
            webhook = now.after(outcome, of: record.number, at: clock(), random: randomness.bytes(1).first ?? 0)
            try store.note(webhook)
            if webhook.cursor != record.number { return false }
        }
        return !records.isEmpty
    }

    /// Sends a trial, and tells what came of it.
    func sendTrial(to webhook: Webhook) throws -> OutgoingPost.Outcome {
        try call(webhook, WebhookMessage(trialAt: clock(), to: webhook), about: 0)
    }

    private func call(_ webhook: Webhook, _ message: WebhookMessage, about record: Int64) throws -> OutgoingPost.Outcome
    {
        let now = clock()
        let headers = message.headers(try store.secrets(of: webhook.id, at: now), at: now)
        let outcome = send(options.post(to: webhook.address, headers: headers, body: message.body))
        var delivery = WebhookDelivery(
            number: 0, record: record, attempt: record == 0 ? 1 : webhook.attempts + 1, at: now, status: nil,
            failure: "")
        switch outcome {
        case .answered(let status): delivery.status = status
        case .failed(let failure): delivery.failure = failure.rawValue
        }
        try store.note(delivery, of: webhook.id)
        return outcome
    }
}

/// Which machines may be told.
public struct WebhookOptions: Sendable, Hashable {
    /// Machines of this network.
    public var allowsPrivate = false
    /// This machine, without encryption.
    public var allowsPlainLoopback = false

    /// The open internet alone.
    public init() {}

    func post(to address: String, headers: [(name: String, value: String)], body: [UInt8]) -> OutgoingPost {
        var post = OutgoingPost(to: address, headers: headers, body: body)
        post.allowsPrivate = allowsPrivate
        post.allowsPlainLoopback = allowsPlainLoopback
        return post
    }
}

extension Webhook {
    /// How far it has come after a try with a record.
    func after(_ outcome: OutgoingPost.Outcome, of record: Int64, at now: Instant, random: UInt8) -> Webhook {
        var next = self
        switch outcome {
        case .answered(200..<300):
            (next.cursor, next.attempts, next.due) = (record, 0, now)
        case .answered(410): next.off = .gone
        case .answered, .failed:
            next.attempts += 1
            if let delay = WebhookSchedule.delay(after: next.attempts, random: random) {
                next.due = now.adding(delay)
            } else {
                next.off = .failed
            }
        }
        return next
    }
}

/// Looks for what is to be sent while the server runs, on a thread of its own.
struct WebhookService: Service {
    let site: Site

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // What cannot be sent or noted now is looked at again; nobody waits for it.
                let goesOn = (try? await site.sending.running { try site.webhooks.sendDue() }) ?? false
                if !goesOn { try? await Task.sleep(for: .seconds(1)) }
            }
        }
    }
}
