internal import Credentials
internal import HTML
internal import Identity
internal import Pages

/// Signing in: a password, then a code; and signing out.
enum SignInHandler {
    static let show: @Sendable (Asked) async throws -> Answer = { asked in
        if asked.session != nil { return next(of: asked) }
        return asked.page(SignInPage(language: asked.language, next: asked.query["next"] ?? ""))
    }

    static let signIn: @Sendable (Asked) async throws -> Answer = { asked in
        let name = asked.form.text("name")
        do {
            let opened = try await asked.site.accounts.signIn(
                name, Secret(asked.form["password"] ?? ""), at: asked.place, replacing: asked.cookie)
            return step(after: opened, next: asked.form["next"]).with(try SessionCookie.of(opened, asked.site))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            let page = SignInPage(
                language: asked.language, name: name,
                errors: [FieldError(field: "name", asked.word(problem.text))], next: asked.form["next"] ?? "")
            return asked.page(page, status: problem.status).retrying(after: problem.retryAfter)
        }
    }

    static let showCode: @Sendable (Asked) async throws -> Answer = { asked in
        guard let session = asked.session?.session else { return address(next: asked.query["next"] ?? "/") }
        guard session.standing != .awaitsEnrolment else { return .redirect(Addresses.of(["sign-in", "enrol"])) }
        return asked.page(
            CodePage(language: asked.language, next: asked.query["next"] ?? "", isAgain: session.standing == .open))
    }

    static let prove: @Sendable (Asked) async throws -> Answer = { asked in
        guard let cookie = asked.cookie, let session = asked.session?.session else { throw Problem.signIn }
        let recovery = asked.form.text("recovery")
        let isPaper = !recovery.isEmpty
        let proof: Proof = isPaper ? .recovery(Secret(recovery)) : .code(Secret(asked.form.text("code")))
        do {
            let opened = try asked.site.accounts.prove(proof, cookie, at: asked.place)
            return Answer.redirect(address(of: asked.form["next"])).with(try SessionCookie.of(opened, asked.site))
        } catch AccessRefusal.enrolmentNeeded {
            return .redirect(Addresses.of(["sign-in", "enrol"]))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            guard problem.status != 401 else { throw problem }
            let page = CodePage(
                language: asked.language,
                errors: [FieldError(field: isPaper ? "recovery" : "code", asked.word(problem.text))],
                next: asked.form["next"] ?? "", isAgain: session.standing == .open)
            return asked.page(page, status: problem.status).retrying(after: problem.retryAfter)
        }
    }

    static let signOut: @Sendable (Asked) async throws -> Answer = { asked in
        if let cookie = asked.cookie { try asked.site.accounts.signOut(cookie) }
        return Answer.redirect(Addresses.of(["sign-in"])).with(try SessionCookie.gone(asked.site))
            .with("Clear-Site-Data", "\"cache\", \"storage\"")
    }

    // MARK: Where one goes

    /// Where somebody is to go by how far signing in has come.
    static func next(of asked: Asked) -> Answer {
        guard let session = asked.session else { return address(next: "/") }
        return step(after: session, next: asked.query["next"])
    }

    private static func step(after opened: OpenedSession, next: String?) -> Answer {
        switch opened.session.standing {
        case .open: .redirect(address(of: next))
        case .awaitsCode: codeAddress(next: next ?? "")
        case .awaitsEnrolment: .redirect(Addresses.of(["sign-in", "enrol"]))
        }
    }

    /// Asks for a code, and leads back.
    static func codeAddress(next: String) -> Answer {
        .redirect(Addresses.of(["sign-in", "code"], query: query(next)))
    }

    /// Asks to sign in, and leads back.
    static func address(next: String) -> Answer { .redirect(Addresses.of(["sign-in"], query: query(next))) }

    private static func query(_ next: String) -> [(name: String, value: String)] {
        next.isEmpty || next == "/" ? [] : [(name: "next", value: next)]
    }

    /// An address of our own from data; the first page for any other.
    static func address(of next: String?) -> Address {
        guard let next, next.hasPrefix("/"), let address = try? Address(parsing: next) else { return .root }
        return address
    }

    /// The path and query of an address that a browser names as the page before; nil unless it looks like one.
    static func ownPath(_ address: String) -> String? {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].hasPrefix("http"), parts[1].isEmpty else { return nil }
        return "/" + parts[3].prefix { $0 != "#" }
    }
}

extension Answer {
    /// The same, saying when another try makes sense.
    func retrying(after seconds: Int64?) -> Answer {
        seconds.map { with("Retry-After", String($0)) } ?? self
    }
}
