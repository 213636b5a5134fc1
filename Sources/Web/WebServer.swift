public import Company
public import Credentials
internal import Hummingbird
internal import HummingbirdCore
public import Identity
internal import Logging
internal import NIOCore
internal import Payroll
internal import ServiceLifecycle
public import Storage
public import StoredColumns
internal import UnixSignals

/// Puts a file of the company's text into its folder if the file there still holds what it held; `false` when it does not.
public typealias TextReplacing = @Sendable (_ file: SourceFile, _ before: [UInt8]) throws -> Bool

/// The server of one company.
public struct WebServer: Sendable {
    let site: Site

    /// A server; nothing is listened to before ``run()``.
    ///
    /// - Parameters:
    ///   - accounts: Who signs in.
    ///   - store: What is remembered from one request to another.
    ///   - columns: Where the columns of large tables are kept.
    ///   - clock: The time.
    ///   - signingKey: The key that statements are signed with; nil while there is none, and then none are handed out.
    ///   - replaceText: Writes approved texts into the company folder; nil where nothing may be written there.
    ///   - text: Reads the company's text, without its tables; asked for every reading, since people edit it.
    public init(
        _ options: WebOptions, workspace: Workspace, accounts: Accounts, store: ServerStore, columns: WorkspaceColumns?,
        clock: @escaping @Sendable () -> Instant,
        signingKey: @escaping @Sendable () throws -> SigningKey? = { nil },
        replaceText: TextReplacing? = nil,
        text: @escaping @Sendable () throws -> [SourceFile]
    ) {
        site = Site(
            options, company: CompanyNow(workspace, columns: columns, text: text), accounts: accounts, store: store,
            clock: clock, signingKey: signingKey, replaceText: replaceText)
    }

    /// Serves until it is told to stop: what was begun is finished within 20 seconds, and the rest is cut off.
    ///
    /// - Parameter whenRunning: Told the port once it listens.
    public func run(whenRunning: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        var logger = Logger(label: "stimul") { _ in JSONLog() }
        logger.logLevel = .info
        var configuration = ServiceGroupConfiguration(
            // They end in the opposite order: first whoever watches is told, then sockets close; a call that goes out may still take
            // some seconds.
            services: [
                .init(service: WebhookService(site: site)),
                .init(service: application(logger, whenRunning: whenRunning)), .init(service: Upkeep(site: site)),
                .init(service: LiveWatch(site: site)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        configuration.maximumCancellationDuration = .seconds(5)
        // The figures of now are begun at once, and not with the first reader.
        if let cycle = try? site.company.cycle() { _ = try? site.live.shown(cycle) }
        try await ServiceGroup(configuration: configuration).run()
        // What stands in the log of the database goes into its file.
        try? site.company.workspace.close()
    }

    /// The application as it is served.
    func application(
        _ logger: Logger, whenRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let options = site.options
        let bounds = options.bounds
        let server = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [ConnectionLimits(bounds)], idleTimeout: bounds.nextHead,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)))
        return Application(
            router: RouterBuilding.router(site), server: server,
            configuration: .init(
                address: .hostname(options.host, port: options.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(2_000)),
            onServerRunning: { channel in whenRunning(channel.localAddress?.port ?? options.port) }, logger: logger)
    }
}
