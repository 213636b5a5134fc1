internal import Credentials
internal import Storage

/// What a webhook is told: that something happened, and under which names it can be read. It holds no pay and no texts of people.
struct WebhookMessage: Sendable {
    /// The same for each try, so that whoever receives it can tell a repetition.
    let id: String
    let body: [UInt8]

    /// About a record of the chain.
    init(_ record: ChainRecord, to webhook: Webhook) {
        id = "msg_\(webhook.id)_\(record.number)"
        let detail = (try? JSONReading.value(Array(record.detail.utf8)))?.members ?? [:]
        var data: [String: JSONValue] = ["record": .whole(record.number)]
        for name in Self.names { data[name] = detail[name] }
        body = Self.body(Self.type(record.action, detail), at: record.at, data)
    }

    /// A trial.
    init(trialAt time: Instant, to webhook: Webhook) {
        id = "msg_\(webhook.id)_trial_\(time.seconds)"
        body = Self.body("webhook.trial", at: time.description, ["record": .whole(0)])
    }

    private static func body(_ type: String, at time: String, _ data: [String: JSONValue]) -> [UInt8] {
        // Without the line break behind the value: what is signed is what is sent.
        Array(
            JSONValue.object(["type": .text(type), "timestamp": .text(time), "data": .object(data)]).bytes.dropLast())
    }

    /// The names in the detail of a record that are handed on; others may be texts of people or amounts.
    private static let names = ["period", "step", "run", "id", "number", "adjustment", "dispute", "source", "digest"]

    /// `period.approve`, `rows.import`, `dispute.open`: what kind of thing, and what was done with it.
    private static func type(_ action: String, _ detail: [String: JSONValue]) -> String {
        switch action {
        case "import": "rows.import"
        case "model": "rules.keep"
        case "run": "run.keep"
        case "period": "period." + (detail["step"]?.text ?? "step")
        case "post": "ledger.post"
        case "adjustment": "adjustment.propose"
        case "decision": "adjustment.decide"
        case "withdrawal": "adjustment.withdraw"
        case "withdrawal decision": "adjustment.decide_withdrawal"
        case "dispute": "dispute.open"
        case "answer": "dispute.answer"
        case "object": "object.change"
        case "restore": "records.restore"
        default: "record.append"
        }
    }

    /// The headers, with a signature by each secret that holds.
    func headers(_ secrets: [WebhookSecret], at time: Instant) -> [(name: String, value: String)] {
        let signatures = secrets.map { $0.signature(of: id, at: time.seconds, body) }
        return [
            ("Content-Type", "application/json"), ("User-Agent", "Stimul"), ("webhook-id", id),
            ("webhook-timestamp", String(time.seconds)), ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
