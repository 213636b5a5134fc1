internal import HTTPTypes
internal import Hummingbird

/// Answers only under the name that the server was started with: else links and cookies could be made for another one.
struct HostCheck: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let isProbe = path == "/healthz" || path == "/readyz" || path == "/metrics"
        guard isProbe || request.head.authority?.lowercased() == site.options.authority else {
            throw Problem.badInput(.badBody)
        }
        // A path of several slashes or with parts that only look like another one is none of ours.
        guard !path.contains("//"), request.uri.string.utf8.count <= 4_096 else { throw Problem.absent }
        return try await next(request, context)
    }
}

/// Sends away whoever asks too often from one address.
struct RateCheck: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let isProbe = request.uri.path == "/healthz" || request.uri.path == "/readyz"
        if !isProbe { try site.limits.demand(.address, of: ClientAddress.of(request, context, site)) }
        return try await next(request, context)
    }
}
