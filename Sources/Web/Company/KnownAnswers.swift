internal import Synchronization

/// Answers that are as good as new: the records and the rules are those by which they were made.
///
/// Nothing is ever changed in the records without a record of the chain, so its last number is the version of all of them.
final class KnownAnswers: Sendable {
    /// The state of everything that an answer rests on.
    struct Version: Sendable, Hashable {
        /// The last record of the chain.
        let record: Int64
        /// How often the company's text has changed since the server was started.
        let text: Int
    }

    private struct Known {
        var version: Version?
        var answers: [String: Answer] = [:]
    }

    private let known = Mutex(Known())
    private let most = 50_000

    /// An answer by a version; nil while there is none.
    func answer(_ name: String, _ version: Version) -> Answer? {
        known.withLock { $0.version == version ? $0.answers[name] : nil }
    }

    /// Remembers an answer; those of another version are forgotten.
    func note(_ answer: Answer, _ name: String, _ version: Version) {
        known.withLock { known in
            if known.version != version || known.answers.count >= most { known = Known(version: version) }
            known.answers[name] = answer
        }
    }
}
