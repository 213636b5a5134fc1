internal import Credentials
internal import HTML
internal import OutgoingHTTP
internal import Pages
internal import Payroll
internal import Storage

/// Those who are told what happens, for programs.
enum WebhookAPI {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        APIValues.answer(.object(["webhooks": .list(try asked.site.store.webhooks().map(value))]))
    }

    static let make: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let made = try register(asked.body["address"]?.text ?? "", asked, permit.reader)
        return Answer.json(value(made.webhook), secret: ["secret": .text(made.secret)], status: 201)
            .with("Location", Addresses.of(["api", "v1", "webhooks", made.webhook.id]).text)
    }

    /// Makes one, once its address is one that may be told.
    static func register(
        _ address: String, _ asked: Asked, _ reader: Reader
    ) throws -> (webhook: Webhook, secret: String) {
        if let fault = asked.site.webhooks.options.post(to: address, headers: [], body: []).fault {
            throw Problem.invalid(
                [BodyFault(pointer: "/address", text: WebhookWords.failure(fault.rawValue))], code: "bad-address")
        }
        let head = try asked.site.company.workspace.read { try $0.auditHead().number }
        let made = try asked.site.store.makeWebhook(
            address, by: reader.person, after: head, at: asked.site.clock())
        guard let made else { throw Problem.tooManyWebhooks }
        return (made.webhook, made.secret.shown.revealed)
    }

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        APIValues.answer(value(try webhook(asked)))
    }

    static func webhook(_ asked: Asked) throws -> Webhook {
        guard let webhook = try asked.site.store.webhook(asked.part("webhook")) else { throw Problem.absent }
        return webhook
    }

    static let remove: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        try asked.site.store.removeWebhook(try webhook(asked).id)
        return Answer(status: 204, type: "application/json", bytes: [])
    }

    static let deliveries: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let deliveries = try asked.site.store.deliveries(of: try webhook(asked).id)
        return APIValues.answer(
            .object([
                "deliveries": .list(
                    deliveries.map { delivery in
                        var members: [String: JSONValue] = [
                            "number": .whole(delivery.number), "record": .whole(delivery.record),
                            "attempt": .whole(Int64(delivery.attempt)), "at": .text(delivery.at.description),
                        ]
                        if let status = delivery.status { members["status"] = .whole(Int64(status)) }
                        if !delivery.failure.isEmpty { members["failure"] = .text(delivery.failure) }
                        return .object(members)
                    })
            ]))
    }

    static let retry: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        try asked.site.store.retryWebhook(try webhook(asked).id, at: asked.site.clock())
        return .json(value(try webhook(asked)))
    }

    static let trial: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let webhook = try webhook(asked)
        let outcome = try await asked.site.sending.running { try asked.site.webhooks.sendTrial(to: webhook) }
        switch outcome {
        case .answered(let status): return .json(.object(["status": .whole(Int64(status))]))
        case .failed(let failure): return .json(.object(["failure": .text(failure.rawValue)]))
        }
    }

    static let replaceSecret: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let id = try webhook(asked).id
        let secret = try asked.site.store.replaceSecret(of: id, at: asked.site.clock())
        return .json(value(try webhook(asked)), secret: ["secret": .text(secret.shown.revealed)], status: 200)
    }

    private static func value(_ webhook: Webhook) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .text(webhook.id), "address": .text(webhook.address), "maker": .text(webhook.maker),
            "made": .text(webhook.made.description), "cursor": .whole(webhook.cursor),
            "attempts": .whole(Int64(webhook.attempts)), "due": .text(webhook.due.description),
            "state": .text(webhook.off?.rawValue ?? "on"),
        ]
        if let until = webhook.oldSecretUntil { members["old_secret_until"] = .text(until.description) }
        return .object(members)
    }
}

extension Problem {
    /// No more are taken.
    static let tooManyWebhooks = Problem(
        status: 409, code: "too-many-webhooks", title: Words(ru: "Слишком много вебхуков", en: "Too many webhooks"),
        text: Words(
            ru: "Больше \(ServerStore.mostWebhooks) не бывает. Удалите ненужный.",
            en: "There are \(ServerStore.mostWebhooks) already. Remove one that is not needed."))
}
