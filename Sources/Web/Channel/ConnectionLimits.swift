internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// How long a connection may take and how much it may bring; whoever is slower or brings more is cut off.
struct ConnectionBounds: Sendable {
    /// From opening a connection to the whole head of its first request.
    var firstHead = TimeAmount.seconds(10)
    /// From an answer to the whole head of the next request.
    var nextHead = TimeAmount.seconds(30)
    /// From the head of a request to its end, before the least speed counts.
    var body = TimeAmount.seconds(10)
    /// Bytes of a body a second from then on.
    var leastSpeed = 16 * 1_024
    /// The most bytes of a body, whatever the route takes.
    var mostBytes = 1_024 * 1_024
    /// The same where a file comes.
    var mostUploadBytes = UploadReceiving.mostBytes
    /// How long an answer may wait for its reader.
    var write = TimeAmount.seconds(30)
}

/// Closes connections that keep the server waiting: a head that drips, a body that drips or never ends, a reader that does not read.
///
/// Hummingbird's own idle time rests while bytes come, however slowly, and its limit for uploads only bounds decoding.
final class ConnectionLimits: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let bounds: ConnectionBounds
    private var deadline: Scheduled<Void>?
    private var unread: Scheduled<Void>?
    private var received = 0
    private var most = 0
    private var began = NIODeadline.now()
    private var isReadingBody = false
    private var closesAfterAnswer = false

    init(_ bounds: ConnectionBounds) { self.bounds = bounds }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { waitForHead(context, bounds.firstHead) }
    }

    func channelActive(context: ChannelHandlerContext) {
        waitForHead(context, bounds.firstHead)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            began = .now()
            received = 0
            most = RouteTable.takesFile(head) ? bounds.mostUploadBytes : bounds.mostBytes
            isReadingBody = true
            watchBody(context, after: bounds.body)
            if head.headerFields[.expect]?.lowercased() == "100-continue" { goOn(context) }
        case .body(let buffer):
            received += buffer.readableBytes
            guard received <= most else { return close(context) }
        case .end:
            isReadingBody = false
            deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.headerFields[.connection]?.lowercased() == "close" { closesAfterAnswer = true }
        case .body: break
        case .end:
            guard !closesAfterAnswer else {
                let written = context.eventLoop.makePromise(of: Void.self)
                let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
                written.futureResult.whenComplete { _ in loopBound.value.close(promise: nil) }
                written.futureResult.cascade(to: promise)
                return context.write(data, promise: written)
            }
            if !isReadingBody { waitForHead(context, bounds.nextHead) }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        unread?.cancel()
        unread = context.channel.isWritable ? nil : schedule(context, in: bounds.write) { $0.close($1) }
        context.fireChannelWritabilityChanged()
    }

    /// Tells a client that waits for leave to send its body to go on.
    private func goOn(_ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .init(code: 100)))), promise: nil)
    }

    private func waitForHead(_ context: ChannelHandlerContext, _ time: TimeAmount) {
        deadline?.cancel()
        deadline = schedule(context, in: time) { $0.close($1) }
    }

    private func watchBody(_ context: ChannelHandlerContext, after time: TimeAmount) {
        deadline?.cancel()
        deadline = schedule(context, in: time) { limits, context in
            guard limits.isReadingBody else { return }
            let seconds = Int((NIODeadline.now() - limits.began).nanoseconds / 1_000_000_000)
            let due =
                max(0, seconds - Int(limits.bounds.body.nanoseconds / 1_000_000_000) + 1) * limits.bounds.leastSpeed
            guard limits.received >= due else { return limits.close(context) }
            limits.watchBody(context, after: .seconds(1))
        }
    }

    private func schedule(
        _ context: ChannelHandlerContext, in time: TimeAmount,
        _ work: @escaping (ConnectionLimits, ChannelHandlerContext) -> Void
    ) -> Scheduled<Void> {
        let bound = NIOLoopBound((self, context, work), eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: time) {
            let (limits, context, work) = bound.value
            work(limits, context)
        }
    }

    private func close(_ context: ChannelHandlerContext) {
        stop()
        context.close(promise: nil)
    }

    private func stop() {
        deadline?.cancel()
        unread?.cancel()
    }
}
