internal import Synchronization

/// What one browser is told: the latest messages that it has not taken yet.
final class FeedStream: Sendable {
    /// Whoever listens.
    let reader: Reader
    /// The session by which he listens, as the list of sessions calls it.
    let session: String
    /// Wakes whoever writes; ends with the stream.
    let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let queue = Mutex(Queue())

    private struct Queue {
        var messages: [FeedMessage] = []
        var comments = false
        var isOver = false
    }

    /// A reader who is slower than this is told to ask for everything again.
    static let most = 16

    init(_ reader: Reader, session: String) {
        self.reader = reader
        self.session = session
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a message; one that is the last ends the stream.
    func offer(_ message: FeedMessage) {
        queue.withLock { queue in
            guard !queue.isOver else { return }
            switch message.kind {
            case .ended, .restart:
                queue.isOver = true
                queue.messages.append(message)
            case .begun, .pay, .reload:
                if queue.messages.count >= Self.most {
                    queue.messages = [FeedMessage(kind: .reload, id: message.id)]
                } else {
                    queue.messages.append(message)
                }
            }
        }
        wake.yield()
    }

    /// Lets the connection be heard.
    func beat() {
        queue.withLock { $0.comments = true }
        wake.yield()
    }

    /// Nothing is taken any more.
    func close() { wake.finish() }

    /// What is to be written, and whether it is the last.
    func take() -> (text: String, isLast: Bool) {
        queue.withLock { queue in
            var text = queue.messages.map(\.text).joined()
            if text.isEmpty, queue.comments { text = FeedMessage.comment }
            queue.messages = []
            queue.comments = false
            return (text, queue.isOver)
        }
    }
}
