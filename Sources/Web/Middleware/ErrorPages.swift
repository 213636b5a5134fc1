internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Pages

/// Makes an answer of whatever was thrown inside, so that it passes headers, log and counts like any other.
struct ErrorPages: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch let redirection as Redirection {
            return redirection.address.response
        } catch let error as HTTPError where error.status == .notFound {
            return answer(.absent, request, context)
        } catch {
            return answer(Problem(error), request, context)
        }
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: WebContext) -> Response {
        if !problem.detail.isEmpty || problem.status >= 500 {
            context.notes.note { $0.failure = problem.detail.isEmpty ? problem.code : problem.detail }
        } else {
            context.notes.note { $0.failure = problem.code }
        }
        let isForPrograms =
            request.uri.path.hasPrefix("/api/")
            || request.headers[.accept].map { $0.contains("json") && !$0.contains("html") } == true
        let setting = context.notes.all.setting ?? AskedSetting(request, fallback: site.options.language)
        if problem.status == 401, !isForPrograms, request.method == .get || request.method == .head {
            return SignInHandler.address(next: request.uri.string).response
        }
        var answer =
            isForPrograms ? json(problem, setting, context) : page(problem, setting, context)
        answer.headers += problem.headers
        if isForPrograms, !problem.headers.contains(where: { $0.name == "RateLimit" }) {
            answer.headers += context.notes.all.limit?.headers ?? []
        }
        if let seconds = problem.retryAfter { answer.headers.append(("Retry-After", String(seconds))) }
        // What is left of a body that was refused is not read: the connection ends.
        if problem.status == 413 || problem.status == 415 { answer.headers.append(("Connection", "close")) }
        return answer.response
    }

    private func json(_ problem: Problem, _ setting: AskedSetting, _ context: WebContext) -> Answer {
        .json(
            problem.value(setting.language, instance: context.number), status: problem.status,
            type: "application/problem+json")
    }

    private func page(_ problem: Problem, _ setting: AskedSetting, _ context: WebContext) -> Answer {
        let language = setting.language
        let kind: ProblemPage.Kind =
            switch problem.status {
            case 404: .absent
            case 401, 403: .forbidden
            default: .error
            }
        let actions = problem.actions.map { NavigationItem($0.title[language], $0.address) }
        let view = ProblemPage(
            title: problem.title[language], text: problem.text[language], actions: actions, kind: kind,
            request: problem.status >= 500 ? context.number : nil)
        return .page(view.page(site.setting(setting)), status: problem.status)
    }
}
