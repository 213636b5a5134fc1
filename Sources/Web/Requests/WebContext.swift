internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Synchronization

/// What is known of a request beside it: from where it comes, and what is found out on the way for its line in the log.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection.
    let peer: String
    /// What is found out on the way.
    let notes = RequestNotes()
    /// The number of the request, as its line in the log has it.
    var number: String { logger[metadataKey: "hb.request.id"]?.description ?? "-" }

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
    }
}

/// What is found out about a request while it is answered.
final class RequestNotes: Sendable {
    struct Content {
        var route = "none"
        var user = ""
        var address = ""
        var setting: AskedSetting?
        var failure = ""
        var isForPrograms = false
        /// What is left of how often somebody may ask.
        var limit: RateLimits.Left?
    }

    private let content = Mutex(Content())

    /// The notes so far.
    var all: Content { content.withLock { $0 } }

    /// Adds to them.
    func note(_ change: (inout Content) -> Void) { content.withLock { change(&$0) } }
}
