internal import Credentials
internal import HTML
internal import Identity
internal import Pages
internal import Payroll

/// The reader's own page: sessions, password, codes, language and colours.
enum AccountHandler {
    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        asked.page(try page(asked, permit.reader))
    }

    static let looks: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        var answer = Answer.redirect(Addresses.of(["account"], query: [(name: "done", value: "saved")]))
        if let language = asked.form["language"].flatMap(PageLanguage.init(rawValue:)) {
            answer = answer.with(try SessionCookie.look("lang", language.rawValue, asked.site))
        }
        let theme = asked.form["theme"].flatMap(Theme.init(rawValue:))
        return answer.with(try SessionCookie.look("theme", theme?.rawValue ?? "system", asked.site))
    }

    static let password: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        guard let cookie = asked.cookie else { throw Problem.signIn }
        guard asked.form["new"] == asked.form["repeated"] else {
            return asked.page(
                try page(asked, permit.reader, [FieldError(field: "repeated", asked.word(AccountWords.differ))]),
                status: 422)
        }
        do {
            let opened = try await asked.site.accounts.changePassword(
                cookie, from: Secret(asked.form["old"] ?? ""), to: Secret(asked.form["new"] ?? ""))
            return Answer.redirect(Addresses.of(["account"], query: [(name: "done", value: "saved")]))
                .with(try SessionCookie.of(opened, asked.site))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            let field = refusal == .wrongPassword ? "old" : "new"
            return asked.page(
                try page(asked, permit.reader, [FieldError(field: field, asked.word(problem.text))]),
                status: problem.status
            ).retrying(after: problem.retryAfter)
        }
    }

    static let codes: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        guard let cookie = asked.cookie else { throw Problem.signIn }
        let codes = try asked.site.accounts.newRecoveryCodes(cookie)
        return asked.page(PaperCodesPage(language: asked.language, codes: codes.map(\.shown.revealed)))
    }

    static let signOutEverywhere: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        try asked.site.accounts.signOutEverywhere(permit.reader.user)
        return Answer.redirect(Addresses.of(["sign-in"])).with(try SessionCookie.gone(asked.site))
            .with("Clear-Site-Data", "\"cache\", \"storage\"")
    }

    static func page(
        _ asked: Asked, _ reader: Reader, _ errors: [FieldError] = []
    ) throws -> SectionPage {
        let user = try asked.site.accounts.user(reader.user)
        let roles = try asked.site.grants.roles(of: reader.user, on: asked.site.today)
        var page = SectionPage(title: asked.word(SectionWords.account))
        if asked.query["done"] == "saved" { page.sections.append(.notice(asked.word(AccountWords.saved), .gain)) }
        page.sections += [
            .summary(
                name: "who", heading: asked.word(AccountWords.who),
                [
                    SummaryRow(asked.word(AdministrationWords.name), .name(user.name, nil)),
                    SummaryRow(asked.word(AdministrationWords.person), .name(user.person, nil)),
                    SummaryRow(
                        asked.word(AdministrationWords.roles),
                        .text(
                            roles.map { asked.word(AdministrationWords.role($0.rawValue)) }.sorted()
                                .joined(separator: ", "))),
                    SummaryRow(asked.word(AccountWords.codesLeft), .text(String(user.recoveryCodes))),
                ]),
            .form(button("sign-out", AccountWords.signOut, ["sign-out"], asked)),
            .form(looksForm(asked)),
            .table(try sessions(asked, reader)),
            .form(button("everywhere", AccountWords.everywhere, ["account", "sessions", "end"], asked)),
            .form(passwordForm(asked, errors)),
            .form(button("codes", AccountWords.codes, ["account", "codes"], asked)),
        ]
        page.sections += try TokenHandler.sections(asked, reader, errors)
        return page
    }

    private static func button(_ name: String, _ words: Words, _ path: [String], _ asked: Asked) -> SectionForm {
        SectionForm(
            name: name, heading: asked.word(words), action: Addresses.of(path), button: asked.word(words),
            isMain: false)
    }

    private static func looksForm(_ asked: Asked) -> SectionForm {
        SectionForm(
            name: "looks", heading: asked.word(AccountWords.looks), action: Addresses.of(["account", "looks"]),
            fields: [
                .choice(
                    ChoiceField(
                        name: "language", question: asked.word(AccountWords.language),
                        choices: [Choice("ru", "По-русски"), Choice("en", "In English")],
                        chosen: [asked.language.rawValue], in: asked.language)),
                .choice(
                    ChoiceField(
                        name: "theme", question: asked.word(AccountWords.theme),
                        choices: [
                            Choice("system", asked.word(AccountWords.system)),
                            Choice("light", asked.word(AccountWords.light)),
                            Choice("dark", asked.word(AccountWords.dark)),
                        ], chosen: [asked.setting.theme?.rawValue ?? "system"], in: asked.language)),
            ], button: asked.word(AccountWords.save))
    }

    private static func passwordForm(_ asked: Asked, _ errors: [FieldError]) -> SectionForm {
        func field(_ name: String, _ words: Words, _ purpose: Autocomplete) -> SectionForm.Field {
            .field(
                FormField(
                    name: name, label: asked.word(words), errors: errors,
                    control: .line(value: "", type: .password, autocomplete: purpose), in: asked.language))
        }
        return SectionForm(
            name: "password", heading: asked.word(AccountWords.password),
            action: Addresses.of(["account", "password"]),
            fields: [
                field("old", AccountWords.old, .currentPassword), field("new", AccountWords.new, .newPassword),
                field("repeated", AccountWords.repeated, .newPassword),
            ], errors: errors.filter { ["old", "new", "repeated"].contains($0.name) },
            button: asked.word(AccountWords.password), isMain: false)
    }

    private static func sessions(_ asked: Asked, _ reader: Reader) throws -> DataTable {
        let own = asked.session?.session.handle
        return DataTable(
            name: "sessions", caption: asked.word(AccountWords.sessions),
            columns: [
                Column(asked.word(AccountWords.since)), Column(asked.word(AccountWords.seen)),
                Column(asked.word(AccountWords.place)), Column(asked.word(AccountWords.agent)),
            ],
            rows: try asked.site.accounts.sessions(of: reader.user).map { session in
                TableRow(
                    .text(asked.shown(session.made)),
                    [
                        .text(
                            session.handle == own
                                ? asked.word(AccountWords.this) : asked.shown(session.seen)),
                        .text(session.place.address), .name(session.place.agent, nil),
                    ])
            }, language: asked.language)
    }
}
