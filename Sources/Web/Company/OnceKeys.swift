internal import Credentials
internal import Synchronization

/// The keys of forms that were sent, so that a second sending is answered like the first and does nothing.
final class OnceKeys: Sendable {
    private let known = Mutex<(answers: [String: String], order: [String])>(([:], []))
    private let most = 10_000

    /// A new key.
    func draw() -> String { Randomness.system.bytes(16).map { String($0, radix: 36) }.joined(separator: "-") }

    /// Where the first sending led; nil for a first one.
    func answer(to key: String, of person: String) -> String? { known.withLock { $0.answers[person + " " + key] } }

    /// Remembers where a sending led.
    func note(_ key: String, of person: String, _ location: String) {
        guard !key.isEmpty, key.utf8.count <= 200 else { return }
        known.withLock { known in
            let name = person + " " + key
            if known.answers.updateValue(location, forKey: name) == nil { known.order.append(name) }
            if known.order.count > most { known.answers[known.order.removeFirst()] = nil }
        }
    }
}
