internal import HTML
internal import Identity
internal import Pages
internal import Payroll

/// The first page, help, styles, and what watches the server.
enum StartHandler {
    static let root: @Sendable (Asked) async throws -> Answer = { asked in
        guard let reader = asked.reader else { return SignInHandler.next(of: asked) }
        // Whoever keeps the system running and is paid by nothing begins where his work is.
        let isAdministrator = reader.mayAll(.grantRights) && !reader.mayAll(.seePay)
        let first = isAdministrator ? "admin" : reader.mayAll(.calculate) || reader.mayAll(.approve) ? "periods" : "pay"
        return .redirect(Addresses.of([first]))
    }

    static let help: @Sendable (Asked) async throws -> Answer = { asked in
        asked.page(
            SectionPage(
                title: asked.word(SectionWords.help), sections: [.text(AccountWords.help.map { asked.word($0) })]))
    }

    static let language: @Sendable (Asked) async throws -> Answer = { asked in
        guard let language = PageLanguage(rawValue: asked.part("language")) else { throw Problem.absent }
        return Answer.redirect(SignInHandler.address(of: asked.query["next"]))
            .with(try SessionCookie.look("lang", language.rawValue, asked.site))
    }

    static let asset: @Sendable (Asked) async throws -> Answer = { asked in
        guard let file = Assets.file(asked.part("name")) else { throw Problem.absent }
        return file
    }

    static let health: @Sendable (Asked) async throws -> Answer = { _ in .text("ok\n") }

    static let ready: @Sendable (Asked) async throws -> Answer = { asked in
        guard !asked.site.isStopping else { throw Problem.starting }
        _ = try asked.site.live.shown(try asked.site.company.cycle())
        guard asked.site.live.isReady else { throw Problem.starting }
        return .text("ready\n")
    }

    static let metrics: @Sendable (Asked) async throws -> Answer = { asked in
        // Behind a proxy everybody comes from this machine; then the forwarded address is the one that counts.
        guard asked.place.address == "127.0.0.1" || asked.place.address == "::1" else { throw Problem.absent }
        return .text(
            asked.site.metrics.text(extra: []), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
