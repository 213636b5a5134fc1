internal import Credentials

/// An address that is told what happens: a message for each record of the audit chain, in their order.
struct Webhook: Sendable, Hashable {
    /// Why nothing is sent any more.
    enum Off: String, Sendable, Hashable, CaseIterable {
        /// The last try has failed too.
        case failed
        /// The address answered that it is gone (410).
        case gone
    }

    var id: String
    var address: String
    /// Who made it.
    var maker: String
    var made: Instant
    /// Why nothing is sent; nil while messages are.
    var off: Off?
    /// The last record that was delivered.
    var cursor: Int64
    /// How many tries of the next one have failed.
    var attempts: Int
    /// When the next try is due.
    var due: Instant
    /// Until when messages carry the signature of the secret before this one, too.
    var oldSecretUntil: Instant?
}

/// When a message that was not taken is sent again.
enum WebhookSchedule {
    /// Seconds before each try (Standard Webhooks 1.0.0, "Deliverability and reliability").
    static let delays: [Int64] = [
        0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]

    /// How many seconds after so many failed tries the next one is due; nil after the last.
    ///
    /// - Parameter random: From 0 to 255: up to a tenth is added, so that many addresses of one machine that was down do not all come at
    ///   once.
    static func delay(after attempts: Int, random: UInt8) -> Int64? {
        guard delays.indices.contains(attempts) else { return nil }
        return delays[attempts] + delays[attempts] * Int64(random) / 2_550
    }
}

/// A try to deliver a message.
struct WebhookDelivery: Sendable, Hashable {
    var number: Int64
    /// The record that it was about; 0 for a trial.
    var record: Int64
    /// The first try is 1.
    var attempt: Int
    var at: Instant
    /// The status that came; nil when none did.
    var status: Int?
    /// Why none came; empty when one did.
    var failure: String
}
