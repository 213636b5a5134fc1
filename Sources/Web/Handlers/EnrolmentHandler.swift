internal import Company
internal import Credentials
internal import HTML
internal import Identity
internal import Pages
internal import Payroll
internal import Synchronization

/// Setting an authenticator program up, before anything else is open.
enum EnrolmentHandler {
    static let show: @Sendable (Asked) async throws -> Answer = { asked in
        guard let session = asked.session?.session, session.standing == .awaitsEnrolment else {
            return SignInHandler.next(of: asked)
        }
        return asked.page(try page(asked, session))
    }

    static let finish: @Sendable (Asked) async throws -> Answer = { asked in
        guard let cookie = asked.cookie, let session = asked.session?.session else { throw Problem.signIn }
        guard session.standing == .awaitsEnrolment else { return SignInHandler.next(of: asked) }
        do {
            let enrolled = try asked.site.accounts.finishEnrolment(Secret(asked.form.text("code")), cookie)
            asked.site.enrolments.withLock { $0[session.handle] = nil }
            let page = PaperCodesPage(
                language: asked.language, codes: enrolled.recoveryCodes.map(\.shown.revealed))
            return asked.page(page).with(try SessionCookie.of(enrolled.opened, asked.site))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            guard problem.status != 401 else { throw problem }
            let errors = [FieldError(field: "code", asked.word(problem.text))]
            return asked.page(try page(asked, session, errors), status: problem.status)
                .retrying(after: problem.retryAfter)
        }
    }

    private static func page(
        _ asked: Asked, _ session: Session, _ errors: [FieldError] = []
    ) throws -> EnrolmentPage {
        let key = try key(asked, session)
        let company = (try? asked.site.company.cycle().reference())?.name[asked.language] ?? "Stimul"
        let code = QRCode(of: key.address(issuer: company, user: session.person))
        return EnrolmentPage(
            language: asked.language, errors: errors,
            picture: code.map {
                SquarePicture(side: $0.side, isDark: $0.isDark.revealed, title: asked.word(SignInWords.picture))
            }, typed: key.typed.revealed)
    }

    /// The key that this session was shown before, else a new one: whoever mistypes the code need not take the picture again.
    private static func key(_ asked: Asked, _ session: Session) throws -> TOTPKey {
        guard let cookie = asked.cookie else { throw Problem.signIn }
        let now = asked.site.clock()
        let known = asked.site.enrolments.withLock { enrolments -> TOTPKey? in
            enrolments = enrolments.filter { now.seconds(since: $0.value.at) < 600 }
            return enrolments[session.handle]?.key
        }
        if let known { return known }
        let key = try asked.site.accounts.beginEnrolment(cookie)
        asked.site.enrolments.withLock { $0[session.handle] = (key, now) }
        return key
    }
}

/// Setting a password by the address that an administrator handed over.
enum ActivationHandler {
    static let show: @Sendable (Asked) async throws -> Answer = { asked in
        asked.page(ActivationPage(language: asked.language, token: asked.part("token")))
    }

    static let activate: @Sendable (Asked) async throws -> Answer = { asked in
        let password = asked.form["password"] ?? ""
        guard password == asked.form["repeated"] else {
            return refused(asked, [FieldError(field: "repeated", asked.word(AccountWords.differ))], status: 422)
        }
        do {
            try await asked.site.accounts.setPassword(Secret(password), by: Secret(asked.part("token")))
            return Answer.redirect(Addresses.of(["sign-in"])).with(try SessionCookie.gone(asked.site))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            return refused(
                asked, [FieldError(field: "password", asked.word(problem.text))], status: problem.status)
        }
    }

    private static func refused(_ asked: Asked, _ errors: [FieldError], status: Int) -> Answer {
        asked.page(
            ActivationPage(language: asked.language, token: asked.part("token"), errors: errors), status: status)
    }
}
