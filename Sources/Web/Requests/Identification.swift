internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import Identity
internal import Payroll

/// Finds out who asks, and that what he sends comes from a page of ours.
struct Identification {
    let site: Site
    let place: Place

    /// Who asks.
    struct Identity {
        var setting: AskedSetting
        var cookie: Secret<String>?
        var session: OpenedSession?
    }

    /// The cookie of a session, or the token of a program; never both.
    func identify(
        _ request: Request, _ route: Route, _ form: FormFields, fallback: PageLanguage
    ) throws -> Identity {
        var identity = Identity(setting: AskedSetting(request, fallback: fallback))
        let cookie = request.cookies[SessionCookie.name(site)].map { Secret($0.value) }
        if route.isForPrograms, let header = request.headers[.authorization] {
            guard cookie == nil else { throw Problem.badInput(.badBody) }
            identity.setting.reader = try reader(bearer: header)
            return identity
        }
        // What a browser sends by itself changes nothing here: pages have forms for it.
        if route.isForPrograms, request.method != .get, request.method != .head { throw Problem.tokenNeeded }
        identity.cookie = cookie
        if let cookie, let session = try known(cookie, isActivity: !LivePart.isAskedByPage(request)) {
            identity.session = session
            identity.setting.formToken = session.token.formToken.revealed
            if session.session.standing == .open { identity.setting.reader = try reader(session.session) }
        }
        if request.method != .get && request.method != .head { try checkOrigin(request, form, identity.session) }
        return identity
    }

    private func known(_ cookie: Secret<String>, isActivity: Bool) throws -> OpenedSession? {
        do { return try site.accounts.session(cookie, isActivity: isActivity) } catch AccessRefusal.noSession {
            return nil
        }
    }

    private func reader(_ session: Session) throws -> Reader {
        Reader(
            user: session.user, person: session.person,
            rights: try site.rights(of: session.user), isBrowser: true)
    }

    private func reader(bearer header: String) throws -> Reader {
        let parts = header.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Problem.signIn }
        let access = try site.accounts.access(Secret(String(parts[1])))
        let rights = try site.rights(of: access.user).limited(to: access.scopes)
        return Reader(user: access.user, person: access.person, rights: rights, isBrowser: false)
    }

    /// A form comes from a page of our own: browsers say so (`Sec-Fetch-Site`, else `Origin`), and it carries the session's token.
    private func checkOrigin(_ request: Request, _ form: FormFields, _ session: OpenedSession?) throws {
        if let site = request.headers[.init("Sec-Fetch-Site") ?? .origin], site == "same-origin" || site == "none" {
            // The browser itself vouches for it.
        } else if request.headers[.origin] == site.options.origin {
            // Older browsers name the page's host.
        } else {
            throw Problem.otherOrigin
        }
        guard let session else { return }
        guard let token = form["token"], session.token.isFormToken(Secret(token)) else { throw Problem.otherOrigin }
    }
}

/// The cookie in which a browser keeps the secret of its session.
enum SessionCookie {
    /// `__Host-`: only from this host, only over TLS. Over plain http on this machine alone, browsers would drop it.
    static func name(_ site: Site) -> String { site.options.isSecure ? "__Host-stimul" : "stimul" }

    /// The cookie of a session.
    static func of(_ session: OpenedSession, _ site: Site) throws -> Cookie {
        try Cookie.validated(
            name: name(site), value: session.token.shown.revealed, path: "/", secure: site.options.isSecure,
            httpOnly: true, sameSite: .lax)
    }

    /// The one that takes it away.
    static func gone(_ site: Site) throws -> Cookie {
        try Cookie.validated(
            name: name(site), value: "", maxAge: 0, path: "/", secure: site.options.isSecure, httpOnly: true,
            sameSite: .lax)
    }

    /// A cookie for how pages look.
    static func look(_ name: String, _ value: String, _ site: Site) throws -> Cookie {
        try Cookie.validated(
            name: name, value: value, maxAge: 31_536_000, path: "/", secure: site.options.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}

/// From which address a request comes.
enum ClientAddress {
    /// The other end of the connection, or what a named proxy there says.
    static func of(_ request: Request, _ context: WebContext, _ site: Site) -> String {
        guard site.options.proxies.contains(context.peer),
            let name = HTTPField.Name("X-Forwarded-For"), let header = request.headers[name],
            // The last one was added by the proxy itself; those before it anybody may have written.
            let last = header.split(separator: ",").last?.drop(while: { $0 == " " }), last.utf8.count <= 64
        else { return context.peer }
        return String(last)
    }
}
