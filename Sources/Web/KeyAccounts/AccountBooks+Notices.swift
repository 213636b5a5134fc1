internal import Credentials
internal import Pages
internal import Synchronization

extension AccountBooks {
    /// Keeps what is said on the page that follows a step, for whoever took it.
    ///
    /// - Returns: The name by which that page asks for it.
    func note(_ words: Words, of person: String) -> String {
        let name = Randomness.system.bytes(9).map { String($0, radix: 36) }.joined()
        notices.withLock { notices in
            notices.append(Notice(name: name, person: person, words: words))
            if notices.count > Self.mostNotices { notices.removeFirst() }
        }
        return name
    }

    /// What was kept under a name for somebody; nil for anybody else, and once it is too long ago.
    func notice(_ name: String, of person: String) -> Words? {
        notices.withLock { $0.first { $0.name == name && $0.person == person }?.words }
    }

    /// So many are kept.
    private static let mostNotices = 1_000
}
