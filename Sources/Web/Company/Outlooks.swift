internal import Credentials
internal import Live
internal import Synchronization

/// Forecasts that were made of late. Sixty cases are priced for one, and it says the same while nothing of the person's own has moved;
/// whoever opens his page again has not to wait for it.
final class Outlooks: Sendable {
    /// For what a forecast was made.
    struct Key: Hashable {
        let person: String
        let period: String
        /// What he had earned then, in minor units.
        let earned: Int128
    }

    private let known = Mutex<[Key: (forecast: PayForecast, at: Instant)]>([:])
    private let most = 5_000
    /// After so many seconds it is made anew, for others' deals move pools and heads.
    private let lasts: Int64 = 600

    /// The forecast for a key, made now unless it was made of late.
    func forecast(
        _ key: Key, at now: Instant, _ make: () async throws -> PayForecast?
    ) async throws -> PayForecast? {
        if let found = known.withLock({ $0[key] }), now.seconds(since: found.at) < lasts { return found.forecast }
        guard let made = try await make() else { return nil }
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known[key] = (made, now)
        }
        return made
    }
}
