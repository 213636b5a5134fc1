internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import Identity
internal import NIOCore
internal import Payroll

/// The router that follows from the table.
enum RouterBuilding {
    /// Methods that a path answers with 405 where the table has none for it.
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    /// The router of a site, with everything around its routes.
    static func router(_ site: Site) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        // Outermost first; what a page that does not exist must pass too stands here.
        router.add(middleware: AccessLog(site: site))
        router.add(middleware: SecurityHeaders(site: site))
        router.add(middleware: ErrorPages(site: site))
        router.add(middleware: HostCheck(site: site))
        router.add(middleware: RateCheck(site: site))
        for (path, routes) in Dictionary(grouping: RouteTable.all, by: \.path).sorted(by: {
            $0.key.description < $1.key.description
        }) {
            add(routes, at: path, to: router, site)
        }
        return router
    }

    private static func add(_ routes: [Route], at path: PathTemplate, to router: Router<WebContext>, _ site: Site) {
        let routerPath = RouterPath(path.routerPath)
        for route in routes {
            router.on(routerPath, method: route.method) { request, context in
                try await respond(route, request, context, site)
            }
        }
        var known = Set(routes.map(\.method))
        if let get = routes.first(where: { $0.method == .get }) {
            known.insert(.head)
            router.on(routerPath, method: .head) { request, context in
                try await respond(get, request, context, site).createHeadResponse()
            }
        }
        let allowed = known.map(\.rawValue)
        for method in methods where !known.contains(method) {
            router.on(routerPath, method: method) { _, context -> Response in
                context.notes.note { $0.route = path.description }
                throw Problem.otherMethod(allowed)
            }
        }
    }

    /// Decodes a request, finds out who asks, and answers on threads that may wait.
    private static func respond(
        _ route: Route, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        context.notes.note {
            $0.route = route.path.description
            $0.isForPrograms = route.isForPrograms
        }
        if route.body.hasFile { return try await respondToUpload(route, request, context, site) }
        let body = try await bodyText(route, request)
        let threads = route.method == .get ? site.reading : site.writing
        return try await threads.running {
            var form = FormFields.none
            if case .form = route.body { form = try FormFields(body, allowsLines: true) }
            var asked = try Self.asked(route, request, context, form, site)
            if case .json = route.body { asked.content = body }
            var response = try await route.answer(asked).response(request, site)
            if route.isForPrograms || asked.query["part"] == LivePart.name { addTag(to: &response, request) }
            if route.isForPrograms {
                for (name, value) in context.notes.all.limit?.headers ?? [] {
                    if let name = HTTPField.Name(name) { response.headers[name] = value }
                }
            }
            return response
        }
    }

    /// The same where a file comes with the form; what is left of a file that is not taken is not read.
    private static func respondToUpload(
        _ route: Route, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        try await site.writing.running {
            do {
                let receiving = UploadReceiving(route: route, request: request) { form in
                    try Self.asked(route, request, context, form, site)
                }
                let received = try await receiving.received()
                var asked = try Self.asked(route, request, context, received.form, site)
                asked.upload = received.file
                asked.table = received.table
                return try await route.answer(asked).response(request, site)
            } catch {
                var problem = Problem(error)
                problem.headers.append(("Connection", "close"))
                throw problem
            }
        }
    }

    private static func bodyText(_ route: Route, _ request: Request) async throws -> String {
        switch route.body {
        case .none, .upload, .table: return ""
        case .form(let limit):
            return try await text(request, of: "application/x-www-form-urlencoded", limit: limit)
        case .json(let limit):
            return try await text(request, of: "application/json", limit: limit)
        }
    }

    /// The text of a form without files.
    static func formText(_ request: Request, limit: Int) async throws -> String {
        try await text(request, of: "application/x-www-form-urlencoded", limit: limit)
    }

    /// The text of a body of a type. JSON that says nothing needs no type.
    private static func text(_ request: Request, of wanted: String, limit: Int) async throws -> String {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        let length = request.headers[.contentLength]
        let mayBeEmpty = wanted == "application/json" && (length == "0" || type == nil && length == nil)
        guard type == wanted || mayBeEmpty else { throw Problem.badInput(.badType) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem.badInput(.tooLarge(limit: limit))
        }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: limit) } catch is NIOTooManyBytesError {
            throw Problem.badInput(.tooLarge(limit: limit))
        }
        guard let text = String(validating: buffer.readableBytesView, as: UTF8.self) else {
            throw Problem.badInput(.badEncoding)
        }
        return text
    }

    private static func asked(
        _ route: Route, _ request: Request, _ context: WebContext, _ form: FormFields, _ site: Site
    ) throws -> Asked {
        var path: [String: String] = [:]
        for name in route.path.names {
            guard let raw = context.parameters.get(name), let text = PercentDecoding.text(raw, plusIsSpace: false),
                !text.contains("/")
            else { throw Problem.absent }
            path[name] = text
        }
        let query = try FormFields(request.uri.query ?? "")
        let place = Place(
            address: ClientAddress.of(request, context, site), agent: request.headers[.userAgent] ?? "")
        let identity = try Identification(site: site, place: place)
            .identify(request, route, form, fallback: site.options.language)
        context.notes.note { notes in
            notes.setting = identity.setting
            notes.user = identity.setting.reader?.person ?? ""
        }
        if let reader = identity.setting.reader, let left = site.limits.take(.reading, of: reader.person) {
            context.notes.note { $0.limit = left }
            if !left.isTaken { throw Problem.tooMany(after: max(1, left.wait)) }
        }
        return Asked(
            site: site, path: path, query: query, headers: request.headers, form: form, setting: identity.setting,
            place: place,
            number: context.number, cookie: identity.cookie, session: identity.session, back: returnPath(request))
    }

    /// Where one comes back to: the page itself, or the page with the form that was sent.
    private static func returnPath(_ request: Request) -> String {
        if request.method == .get || request.method == .head { return request.uri.string }
        return request.headers[.referer].flatMap(SignInHandler.ownPath) ?? "/"
    }

    private static func addTag(to response: inout Response, _ request: Request) {
        guard response.status == .ok, let tag = response.headers[.eTag],
            EntityTag.isKnown(tag, by: request.headers[.ifNoneMatch])
        else { return }
        response = Response(status: .notModified, headers: [.eTag: tag])
    }
}

/// Thrown where another page must be asked for first.
struct Redirection: Error {
    let address: Answer

    init(to answer: Answer) { address = answer }
}
