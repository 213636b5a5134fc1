internal import HTTPTypes
internal import Hummingbird
internal import Identity
internal import NIOCore
internal import Pages
internal import Payroll

/// What happens, told to a page that is open (`text/event-stream`).
enum FeedHandler {
    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        // Only a page that listens is told; everybody else would wait for an end that does not come.
        guard asked.headers[.accept]?.contains("text/event-stream") == true, let session = asked.session else {
            throw Problem.notListening
        }
        let feed = asked.site.feed
        try feed.check(permit.reader)
        var answer = Answer(status: 200, type: "text/event-stream; charset=utf-8", bytes: [])
        // A proxy that collects what it passes on would keep it for itself.
        answer.headers = [("X-Accel-Buffering", "no"), ("Connection", "close")]
        let last = HTTPField.Name("Last-Event-ID").flatMap { asked.headers[$0] }
        answer.feed = {
            let sight = FeedSight(company: try asked.site.company.cycle().reference())
            return try feed.open(permit.reader, session: session.session.handle, after: last) {
                sight.seen(by: permit.reader, of: $0, in: $1)
            }
        }
        return answer
    }
}

extension Problem {
    /// The address is one that a page listens to.
    static let notListening = Problem(
        status: 406, code: "not-listening", title: Words(ru: "Этот адрес слушает страница", en: "A page listens here"),
        text: Words(
            ru: "Он говорит открытой странице, что суммы изменились. Откройте свои выплаты.",
            en: "It tells an open page that figures have changed. Open your pay instead."))
}

extension Answer {
    /// The answer of a feed: written as it happens, until the stream ends or the other side has gone.
    func response(_ request: Request, _ site: Site) -> Response {
        guard let feed else { return response }
        var response = self.response
        response.body = ResponseBody { writer in
            do {
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    // Rights and records are read on threads that may wait.
                    let stream = try await site.reading.running { try feed() }
                    defer { site.feed.close(stream) }
                    try await writer.write(ByteBuffer(string: FeedMessage.retry))
                    for await _ in stream.wakes {
                        let (text, isLast) = stream.take()
                        if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                        if isLast { break }
                    }
                }
            } catch is CancellationError {
                // The page was closed.
            } catch is Problem {
                // Between the head of the answer and its body the last place was taken; the page comes back by itself.
            }
            try await writer.finish(nil)
        }
        return response
    }
}
