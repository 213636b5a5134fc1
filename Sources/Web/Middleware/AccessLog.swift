internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// A line in the log and the counts for each request, once it is answered: the route, never the address or the query.
struct AccessLog: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        site.metrics.begin()
        let response: Response
        do { response = try await next(request, context) } catch {
            finish(request, context, status: 500, clock.now - start)
            throw error
        }
        finish(request, context, status: response.status.code, clock.now - start)
        return response
    }

    private func finish(_ request: Request, _ context: WebContext, status: Int, _ time: Duration) {
        let notes = context.notes.all
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        site.metrics.end(method: request.method.rawValue, route: notes.route, status: status, seconds: seconds)
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue.prefix(10))", "route": "\(notes.route)", "status": "\(status)",
            "ms": "\(Int(seconds * 1_000))", "from": "\(ClientAddress.of(request, context, site))",
        ]
        if !notes.user.isEmpty { metadata["user"] = "\(notes.user)" }
        if !notes.failure.isEmpty { metadata["failure"] = "\(notes.failure)" }
        context.logger.log(level: status >= 500 ? .error : .info, "request", metadata: metadata)
    }
}
