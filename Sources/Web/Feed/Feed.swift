internal import Company
internal import Credentials
internal import Payroll
internal import Periods
internal import Synchronization

/// Everybody who listens to what happens, and what he is told of it: what concerns his own pay, or that of those whose pay he may see.
final class Feed: Sendable {
    /// Streams of one person at most: two browsers.
    static let mostOfPerson = 2
    /// Streams at most.
    static let most = 2_000
    /// So many messages are kept for whoever comes back.
    private static let mostKept = 256

    /// A message before it is known who reads it.
    struct Told: Sendable {
        let id: String
        /// By pay period whose pay is another one; nil when it may be anybody's of any.
        let people: [String: Set<String>]?
    }

    private struct State {
        var streams: [ObjectIdentifier: FeedStream] = [:]
        var kept: [Told] = []
        var number: Int64
        var head: Int64 = 0
        var isOver = false

        var id: String { "\(head)-\(number)" }
    }

    private let state: Mutex<State>

    /// - Parameter now: Numbers of messages go on from here, so that those of a server that was started anew are others.
    init(now: Instant) { state = Mutex(State(number: now.seconds * 1_000)) }

    // MARK: Listening

    /// Makes sure that somebody may listen.
    ///
    /// - Throws: A problem for a third stream of a person, for one too many in all, and while the server stops.
    func check(_ reader: Reader) throws {
        try state.withLock { state in
            guard !state.isOver else { throw Problem.starting }
            guard state.streams.count < Self.most else { throw Problem.starting }
            guard state.streams.values.count(where: { $0.reader.person == reader.person }) < Self.mostOfPerson else {
                throw Problem.tooMany(after: 30)
            }
        }
    }

    /// Begins to tell somebody.
    ///
    /// - Parameters:
    ///   - last: The last message that he has; what he has missed is told first, and when that is not known he is told to ask anew.
    ///   - sees: Of people in a pay period those whose pay he may see.
    /// - Throws: As ``check(_:)``.
    func open(
        _ reader: Reader, session: String, after last: String?, sees: (Set<String>, String) -> Set<String>
    ) throws -> FeedStream {
        try check(reader)
        let stream = FeedStream(reader, session: session)
        let missed = state.withLock { state -> [Told]? in
            state.streams[ObjectIdentifier(stream)] = stream
            stream.offer(FeedMessage(kind: .begun, id: state.id))
            guard let last, last != state.id else { return [] }
            guard let place = state.kept.firstIndex(where: { $0.id == last }) else { return nil }
            return Array(state.kept[(place + 1)...])
        }
        guard let missed else {
            stream.offer(FeedMessage(kind: .reload, id: id))
            return stream
        }
        for told in missed { Self.tell(stream, told, sees) }
        return stream
    }

    /// Forgets a stream.
    func close(_ stream: FeedStream) {
        state.withLock { $0.streams[ObjectIdentifier(stream)] = nil }
        stream.close()
    }

    /// Where the feed stands.
    var id: String { state.withLock { $0.id } }

    /// Who listens.
    var streams: [FeedStream] { state.withLock { Array($0.streams.values) } }

    // MARK: Telling

    /// Tells everybody what concerns him.
    ///
    /// - Parameters:
    ///   - people: By pay period whose pay is another one; nil when it may be anybody's of any.
    ///   - sees: Of people in a pay period those whose pay a reader may see.
    func tell(
        _ people: [String: Set<String>]?, head: Int64, sees: (Reader, Set<String>, String) -> Set<String>
    ) {
        let (told, streams) = state.withLock { state in
            state.number += 1
            state.head = max(state.head, head)
            let told = Told(id: state.id, people: people)
            state.kept.append(told)
            if state.kept.count > Self.mostKept { state.kept.removeFirst() }
            return (told, Array(state.streams.values))
        }
        for stream in streams { Self.tell(stream, told) { sees(stream.reader, $0, $1) } }
    }

    private static func tell(_ stream: FeedStream, _ told: Told, _ sees: (Set<String>, String) -> Set<String>) {
        guard let people = told.people else { return stream.offer(FeedMessage(kind: .pay, id: told.id)) }
        var seen: Set<String> = []
        var periods: [String] = []
        for (period, own) in people.sorted(by: { $0.key < $1.key }) {
            let own = sees(own, period)
            if own.isEmpty { continue }
            seen.formUnion(own)
            periods.append(period)
        }
        guard !seen.isEmpty else { return }
        stream.offer(
            FeedMessage(
                kind: .pay, id: told.id, people: seen.count > FeedMessage.mostPeople ? nil : seen.sorted(),
                periods: periods))
    }

    /// Keeps connections from looking idle.
    func beat() { for stream in streams { stream.beat() } }

    /// Ends the streams of sessions that are not among these.
    func keep(_ sessions: Set<String>) {
        for stream in streams where !sessions.contains(stream.session) {
            stream.offer(FeedMessage(kind: .ended, id: id))
        }
    }

    /// Ends all streams: the server stops.
    func stop() {
        state.withLock { $0.isOver = true }
        for stream in streams { stream.offer(FeedMessage(kind: .restart, id: id)) }
    }
}
