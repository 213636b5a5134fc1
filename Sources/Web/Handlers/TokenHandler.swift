internal import Credentials
internal import HTML
internal import Identity
internal import Pages
internal import Payroll

/// Tokens by which programs act in the reader's name: made, shown once, listed, ended.
enum TokenHandler {
    /// The part of the reader's own page.
    static func sections(_ asked: Asked, _ reader: Reader, _ errors: [FieldError]) throws -> [PageSection] {
        let tokens = try asked.site.accounts.tokens(of: reader.user)
        var sections: [PageSection] = []
        if !tokens.isEmpty {
            sections.append(
                .summary(name: "tokens", heading: asked.word(AccountWords.tokens), tokens.map { row($0, asked) }))
            sections += tokens.map { endForm($0, asked) }
        }
        return sections + [.form(form(asked, reader, errors))]
    }

    private static func row(_ token: AccessToken, _ asked: Asked) -> SummaryRow {
        let rights = token.scopes.map { asked.word(AdministrationWords.right($0.rawValue)) }.sorted()
        return SummaryRow(
            token.name, .text(rights.joined(separator: ", ")),
            note: asked.word(AccountWords.until) + " " + asked.shown(token.ends))
    }

    private static func endForm(_ token: AccessToken, _ asked: Asked) -> PageSection {
        .form(
            SectionForm(
                name: "token-" + token.handle, heading: asked.word(AccountWords.endToken) + ": " + token.name,
                action: Addresses.of(["account", "tokens", token.handle, "end"]),
                button: asked.word(AccountWords.endToken), isMain: false))
    }

    private static func form(_ asked: Asked, _ reader: Reader, _ errors: [FieldError]) -> SectionForm {
        let rights = Right.allCases.filter { reader.rights[$0] != nil }
        return SectionForm(
            name: "token", heading: asked.word(AccountWords.newToken), text: [asked.word(AccountWords.tokenText)],
            action: Addresses.of(["account", "tokens"]),
            fields: [
                .field(
                    FormField(
                        name: "name", label: asked.word(AccountWords.tokenName), errors: errors,
                        control: .line(value: asked.form.text("name")), in: asked.language)),
                .field(
                    FormField(
                        name: "right", label: asked.word(AccountWords.tokenRight), errors: errors,
                        control: .list(
                            rights.map { Choice($0.rawValue, asked.word(AdministrationWords.right($0.rawValue))) },
                            chosen: asked.form["right"]), in: asked.language)),
                .field(
                    FormField(
                        name: "days", label: asked.word(AccountWords.tokenDays), errors: errors,
                        control: .line(value: asked.form["days"] ?? "90", mode: .numeric), in: asked.language)),
            ], errors: errors.filter { ["name", "right", "days"].contains($0.name) },
            button: asked.word(AccountWords.newToken), isMain: false)
    }

    static let issue: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        guard let cookie = asked.cookie else { throw Problem.signIn }
        guard let right = Right(rawValue: asked.form.text("right")) else { throw Problem.absent }
        let days = Int64(asked.form.text("days")) ?? 0
        do {
            let issued = try asked.site.accounts.issueToken(
                asked.form.text("name"), scopes: [right],
                until: asked.site.clock().adding(Span.days(min(max(days, 0), 366))), rights: permit.reader.rights,
                cookie)
            return asked.page(shown(issued, asked))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            let field = refusal == .badExpiry ? "days" : refusal == .badTokenName ? "name" : "right"
            return asked.page(
                try AccountHandler.page(asked, permit.reader, [FieldError(field: field, asked.word(problem.text))]),
                status: problem.status)
        }
    }

    /// The secret, this once.
    private static func shown(_ issued: IssuedToken, _ asked: Asked) -> SectionPage {
        SectionPage(
            title: asked.word(AccountWords.token),
            path: [NavigationItem(asked.word(SectionWords.account), Addresses.of(["account"]))],
            sections: [
                .notice(asked.word(AccountWords.tokenOnce), .warn),
                .summary(
                    name: "token", heading: issued.access.name,
                    [SummaryRow(asked.word(AccountWords.token), .text(issued.token.shown.revealed))]),
            ])
    }

    static let end: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        try asked.site.accounts.endToken(asked.part("token"), of: permit.reader.user)
        return .redirect(Addresses.of(["account"], query: [(name: "done", value: "saved")]))
    }
}
