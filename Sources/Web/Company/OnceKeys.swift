internal import Credentials

/// The keys of forms that were sent, so that a second sending is answered like the first and does nothing; they outlive a restart.
final class OnceKeys: Sendable {
    private let store: ServerStore
    private let clock: @Sendable () -> Instant

    init(_ store: ServerStore, clock: @escaping @Sendable () -> Instant) {
        self.store = store
        self.clock = clock
    }

    /// A new key.
    func draw() -> String { Randomness.system.bytes(16).map { String($0, radix: 36) }.joined(separator: "-") }

    /// Where the first sending led; nil for a first one. What cannot be read just now is a first one: the rules of the step itself
    /// refuse what was done already.
    func answer(to key: String, of person: String) -> String? {
        (try? store.location(of: FormKey(key, of: person))) ?? nil
    }

    /// Remembers where a sending led.
    func note(_ key: String, of person: String, _ location: String) {
        guard !key.isEmpty, key.utf8.count <= 200 else { return }
        try? store.note(FormKey(key, of: person), location, at: clock())
    }
}
