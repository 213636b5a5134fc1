internal import Credentials
internal import GRDB
internal import Storage

extension ServerStore {
    /// Addresses that are told what happens, how far each has come, and the tries.
    static let webhookTables = ErasableDatabase.Version(
        name: "1: webhooks",
        sql: """
            CREATE TABLE webhooks (id TEXT PRIMARY KEY, address TEXT NOT NULL, secret TEXT NOT NULL, old_secret TEXT, old_until \
            INTEGER, maker TEXT NOT NULL, made INTEGER NOT NULL, off TEXT, cursor INTEGER NOT NULL, attempts INTEGER NOT NULL \
            DEFAULT 0, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE webhook_deliveries (number INTEGER PRIMARY KEY AUTOINCREMENT, webhook TEXT NOT NULL REFERENCES webhooks \
            ON DELETE CASCADE, record INTEGER NOT NULL, attempt INTEGER NOT NULL, at INTEGER NOT NULL, status INTEGER, failure \
            TEXT NOT NULL DEFAULT '') STRICT;
            CREATE INDEX webhook_deliveries_of_webhooks ON webhook_deliveries (webhook, number);
            """)

    /// The most webhooks.
    static let mostWebhooks = 50
    /// How many tries of each are kept.
    static let keptDeliveries = 200

    /// Makes a webhook; it is told of what happens from now on.
    ///
    /// - Returns: It, and the secret that is shown once; nil when there are too many.
    func makeWebhook(
        _ address: String, by maker: String, after head: Int64, at now: Instant
    ) throws(StorageFailure) -> (webhook: Webhook, secret: WebhookSecret)? {
        let id = randomness.bytes(8).hex
        let secret = WebhookSecret.draw(randomness)
        let isMade = try database.write { database in
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM webhooks") ?? 0 < Self.mostWebhooks else {
                return false
            }
            try database.execute(
                sql:
                    "INSERT INTO webhooks (id, address, secret, maker, made, cursor, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [id, address, secret.shown.revealed, maker, now.seconds, head, now.seconds])
            return true
        }
        guard isMade, let webhook = try webhook(id) else { return nil }
        return (webhook, secret)
    }

    /// All of them, the oldest first.
    func webhooks() throws(StorageFailure) -> [Webhook] {
        try database.read { try Row.fetchAll($0, sql: "SELECT * FROM webhooks ORDER BY made, id").map(Webhook.init) }
    }

    func webhook(_ id: String) throws(StorageFailure) -> Webhook? {
        try database.read {
            try Row.fetchOne($0, sql: "SELECT * FROM webhooks WHERE id = ?", arguments: [id]).map(Webhook.init)
        }
    }

    /// The secrets by which its messages are signed now, the new one first.
    func secrets(of id: String, at now: Instant) throws(StorageFailure) -> [WebhookSecret] {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT secret, CASE WHEN old_until > ? THEN old_secret END AS old FROM webhooks WHERE id = ?",
                arguments: [now.seconds, id])
            let texts: [String?] = row.map { [$0["secret"], $0["old"]] } ?? []
            return texts.compactMap { $0.flatMap { WebhookSecret($0) } }
        }
    }

    /// Gives it another secret; for a day messages carry the signatures of both.
    func replaceSecret(of id: String, at now: Instant) throws(StorageFailure) -> WebhookSecret {
        let secret = WebhookSecret.draw(randomness)
        try database.write {
            try $0.execute(
                sql: "UPDATE webhooks SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?",
                arguments: [now.adding(Span.hours(24)).seconds, secret.shown.revealed, id])
        }
        return secret
    }

    func removeWebhook(_ id: String) throws(StorageFailure) {
        try database.write { try $0.execute(sql: "DELETE FROM webhooks WHERE id = ?", arguments: [id]) }
    }

    /// Sends at once what waits, whatever has failed before.
    func retryWebhook(_ id: String, at now: Instant) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "UPDATE webhooks SET off = NULL, attempts = 0, due = ? WHERE id = ?", arguments: [now.seconds, id])
        }
    }

    /// Notes how far one has come after a try.
    func note(_ webhook: Webhook) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "UPDATE webhooks SET off = ?, cursor = ?, attempts = ?, due = ? WHERE id = ?",
                arguments: [
                    webhook.off?.rawValue, webhook.cursor, webhook.attempts, webhook.due.seconds, webhook.id,
                ])
        }
    }

    /// Notes a try; of many the oldest are forgotten.
    func note(_ delivery: WebhookDelivery, of id: String) throws(StorageFailure) {
        try database.write { database in
            // Removed meanwhile: there is nothing to note.
            guard try Row.fetchOne(database, sql: "SELECT 1 FROM webhooks WHERE id = ?", arguments: [id]) != nil else {
                return
            }
            try database.execute(
                sql:
                    "INSERT INTO webhook_deliveries (webhook, record, attempt, at, status, failure) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, delivery.record, delivery.attempt, delivery.at.seconds, delivery.status, delivery.failure,
                ])
            try database.execute(
                sql: """
                    DELETE FROM webhook_deliveries WHERE webhook = ?1 AND number NOT IN
                        (SELECT number FROM webhook_deliveries WHERE webhook = ?1 ORDER BY number DESC LIMIT ?2)
                    """, arguments: [id, Self.keptDeliveries])
        }
    }

    /// The tries of one, the last first.
    func deliveries(of id: String) throws(StorageFailure) -> [WebhookDelivery] {
        try database.read {
            try Row.fetchAll(
                $0, sql: "SELECT * FROM webhook_deliveries WHERE webhook = ? ORDER BY number DESC", arguments: [id]
            ).map(WebhookDelivery.init)
        }
    }
}

extension Webhook {
    fileprivate init(_ row: Row) {
        let off: String? = row["off"]
        let oldUntil: Int64? = row["old_until"]
        self.init(
            id: row["id"], address: row["address"], maker: row["maker"], made: Instant(seconds: row["made"]),
            off: off.map { Off(rawValue: $0) ?? .failed }, cursor: row["cursor"], attempts: row["attempts"],
            due: Instant(seconds: row["due"]), oldSecretUntil: oldUntil.map { Instant(seconds: $0) })
    }
}

extension WebhookDelivery {
    fileprivate init(_ row: Row) {
        self.init(
            number: row["number"], record: row["record"], attempt: row["attempt"], at: Instant(seconds: row["at"]),
            status: row["status"], failure: row["failure"])
    }
}
