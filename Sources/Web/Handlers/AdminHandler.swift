internal import Company
internal import Credentials
internal import HTML
internal import HTTPTypes
internal import Identity
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// Who signs in, and who may do what since when.
enum AdminHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        asked.page(try page(asked, permit.reader))
    }

    static let matrix: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let rows = RouteTable.all.map { route in
            TableRow(
                .text("\(route.method.rawValue) \(route.path)"),
                [.text(asked.word(route.purpose)), .text(asked.word(route.access.words))])
        }
        let table = DataTable(
            name: "matrix", caption: asked.word(AdministrationWords.matrix),
            columns: [
                Column(asked.word(AdministrationWords.address)), Column(asked.word(AdministrationWords.purpose)),
                Column(asked.word(AdministrationWords.access)),
            ], rows: rows, language: asked.language)
        return asked.page(
            SectionPage(
                title: asked.word(AdministrationWords.matrix), path: path(asked),
                lead: asked.word(AdministrationWords.matrixText),
                sections: [.table(table)]))
    }

    private static func path(_ asked: Asked) -> [NavigationItem] {
        [NavigationItem(asked.word(SectionWords.administration), Addresses.of(["admin"]))]
    }

    // MARK: Everybody

    private static func page(
        _ asked: Asked, _ reader: Reader, _ errors: [FieldError] = []
    ) throws -> SectionPage {
        let users = try asked.site.accounts.users()
        let grants = try asked.site.grants.all()
        var page = SectionPage(title: asked.word(SectionWords.administration))
        if asked.query["done"] != nil { page.sections.append(.notice(asked.word(AdministrationWords.done), .gain)) }
        page.sections.append(
            .links([
                NavigationItem(asked.word(AdministrationWords.matrix), Addresses.of(["admin", "matrix"])),
                NavigationItem(asked.word(WebhookWords.title), Addresses.of(["admin", "webhooks"])),
            ]))
        page.sections += grants.filter { $0.state == .proposed }.map { waiting($0, asked) }
        page.sections.append(
            .table(table(users, grants, asked)))
        page.sections.append(.form(inviteForm(asked, errors)))
        return page
    }

    private static func waiting(_ grant: Grant, _ asked: Asked) -> PageSection {
        .form(
            SectionForm(
                name: "grant-" + grant.key,
                heading: asked.word(AdministrationWords.role(grant.role.rawValue)) + ": " + grant.person,
                text: [
                    asked.word(AdministrationWords.waits) + " (" + asked.word(AdministrationWords.giver) + ": "
                        + grant.giver + ")"
                ],
                action: Addresses.of(["admin", "grants", grant.key, "agree"]),
                button: asked.word(AdministrationWords.agree)))
    }

    private static func table(_ users: [User], _ grants: [Grant], _ asked: Asked) -> DataTable {
        DataTable(
            name: "users", caption: asked.word(AdministrationWords.users),
            columns: [
                Column(asked.word(AdministrationWords.name)), Column(asked.word(AdministrationWords.person)),
                Column(asked.word(AdministrationWords.state)), Column(asked.word(AdministrationWords.roles)),
                Column(asked.word(AdministrationWords.factor)),
            ],
            rows: users.map { user in
                let roles = grants.filter { $0.user == user.id && $0.holds(on: asked.site.today) }
                return TableRow(
                    .name(user.name, Addresses.of(["admin", "users", user.id.text])),
                    [
                        .name(user.person, nil), .state(tag(user, asked)),
                        .text(
                            roles.map { asked.word(AdministrationWords.role($0.role.rawValue)) }.joined(separator: ", ")
                        ),
                        .text(
                            asked.word(user.hasSecondFactor ? AdministrationWords.isSet : AdministrationWords.isNotSet)),
                    ])
            }, language: asked.language)
    }

    private static func tag(_ user: User, _ asked: Asked) -> StateTag {
        let tone: Tone =
            switch user.state {
            case .active: .gain
            case .invited: .info
            case .locked: .warn
            case .left: .neutral
            }
        return StateTag(asked.word(AdministrationWords.state(user.state.rawValue)), tone)
    }

    private static func inviteForm(_ asked: Asked, _ errors: [FieldError]) -> SectionForm {
        func field(_ name: String, _ words: Words, hint: Words? = nil) -> SectionForm.Field {
            .field(
                FormField(
                    name: name, label: asked.word(words), hint: hint.map(asked.word), errors: errors,
                    control: .line(value: asked.form.text(name)), in: asked.language))
        }
        return SectionForm(
            name: "invite", heading: asked.word(AdministrationWords.invite), action: Addresses.of(["admin", "users"]),
            fields: [
                field("name", AdministrationWords.name),
                field("person", AdministrationWords.person, hint: AdministrationWords.personHint),
            ], errors: errors, button: asked.word(AdministrationWords.invite), isMain: false)
    }

    static let invite: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let person = asked.form.text("person")
        let company = try asked.site.company.cycle().reference()
        guard company.people.number(of: person) != nil else {
            let problem = Problem(Refusal.noSuchPerson(person))
            return asked.page(
                try page(asked, permit.reader, [FieldError(field: "person", asked.word(problem.text))]), status: 422)
        }
        do {
            let invitation = try asked.site.accounts.invite(
                asked.form.text("name"), person: person, by: permit.reader.principal())
            return asked.page(invitationPage(invitation, asked))
        } catch let refusal as AccessRefusal {
            let problem = Problem(refusal)
            let field = refusal == .badPerson ? "person" : "name"
            return asked.page(
                try page(asked, permit.reader, [FieldError(field: field, asked.word(problem.text))]),
                status: problem.status)
        }
    }

    /// The address, shown this once.
    private static func invitationPage(_ invitation: Invitation, _ asked: Asked) -> SectionPage {
        let address = asked.site.options.origin + "/activate/" + invitation.token.shown.revealed
        return SectionPage(
            title: asked.word(AdministrationWords.invitation), path: path(asked),
            sections: [
                .notice(asked.word(AdministrationWords.invitationText), .warn),
                .summary(
                    name: "invitation", heading: invitation.user.name,
                    [SummaryRow(asked.word(AdministrationWords.invitation), .text(address))]),
            ])
    }

    // MARK: One of them

    static let user: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        asked.page(try userPage(asked))
    }

    private static func userPage(_ asked: Asked, _ errors: [FieldError] = []) throws -> SectionPage {
        let user = try asked.site.accounts.user(UserID(asked.part("user")))
        let grants = try asked.site.grants.all().filter { $0.user == user.id }
        var page = SectionPage(title: user.name, state: tag(user, asked), path: path(asked), lead: user.person)
        if asked.query["done"] != nil { page.sections.append(.notice(asked.word(AdministrationWords.done), .gain)) }
        if !grants.isEmpty {
            page.sections.append(
                .summary(
                    name: "grants", heading: asked.word(AdministrationWords.grants), grants.map { row($0, asked) }))
        }
        page.sections += grants.filter { $0.holds(on: asked.site.today) }.map { endForm($0, asked) }
        page.sections.append(.form(grantForm(user, asked, errors)))
        page.sections += actions(user).map { action, words in
            .form(
                SectionForm(
                    name: action, heading: asked.word(words),
                    action: Addresses.of(["admin", "users", user.id.text, action]), button: asked.word(words),
                    isMain: false))
        }
        return page
    }

    private static func row(_ grant: Grant, _ asked: Asked) -> SummaryRow {
        let state: Words =
            switch grant.state {
            case .proposed: AdministrationWords.waits
            case .refused: AdministrationWords.refused
            case .given: grant.holds(on: asked.site.today) ? AdministrationWords.holds : AdministrationWords.past
            }
        let second = grant.second.map { ", " + $0 } ?? ""
        return SummaryRow(
            asked.word(AdministrationWords.role(grant.role.rawValue)),
            .text("\(grant.days.from) – \(grant.days.until)"),
            note: asked.word(state) + ". " + asked.word(AdministrationWords.giver) + ": " + grant.giver + second)
    }

    private static func endForm(_ grant: Grant, _ asked: Asked) -> PageSection {
        .form(
            SectionForm(
                name: "end-" + grant.key,
                heading: asked.word(AdministrationWords.end) + ": "
                    + asked.word(AdministrationWords.role(grant.role.rawValue)),
                action: Addresses.of(["admin", "grants", grant.key, "end"]),
                fields: [
                    .field(
                        FormField(
                            name: "reason", label: asked.word(AdministrationWords.reason), control: .line(value: ""),
                            in: asked.language))
                ], button: asked.word(AdministrationWords.end), isMain: false))
    }

    private static func actions(_ user: User) -> [(String, Words)] {
        switch user.state {
        case .invited: [("reset", AdministrationWords.reset), ("leave", AdministrationWords.leave)]
        case .active:
            [
                ("reset", AdministrationWords.reset), ("factor", AdministrationWords.resetFactor),
                ("sessions", AdministrationWords.endSessions), ("lock", AdministrationWords.lock),
                ("leave", AdministrationWords.leave),
            ]
        case .locked: [("unlock", AdministrationWords.unlock), ("leave", AdministrationWords.leave)]
        case .left: []
        }
    }

    static let change: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let id = UserID(asked.part("user"))
        let principal = permit.reader.principal()
        let accounts = asked.site.accounts
        switch asked.part("action") {
        case "reset": return asked.page(invitationPage(try accounts.resetPassword(of: id, by: principal), asked))
        case "factor": try accounts.resetSecondFactor(of: id, by: principal)
        case "sessions": try accounts.endSessions(of: id, by: principal)
        case "lock": try accounts.lock(id, by: principal)
        case "unlock": try accounts.unlock(id, by: principal)
        case "leave": try accounts.leave(id, by: principal)
        default: throw Problem.absent
        }
        return .redirect(Addresses.of(["admin", "users", id.text], query: [(name: "done", value: "yes")]))
    }

    // MARK: Roles

    private static func grantForm(_ user: User, _ asked: Asked, _ errors: [FieldError]) -> SectionForm {
        func line(_ name: String, _ words: Words, _ value: String, hint: Words? = nil) -> SectionForm.Field {
            .field(
                FormField(
                    name: name, label: asked.word(words), hint: hint.map(asked.word), errors: errors,
                    control: .line(value: asked.form[name] ?? value), in: asked.language))
        }
        let roles = Duty.allCases.filter { $0 != .employee }
        return SectionForm(
            name: "grant", heading: asked.word(AdministrationWords.grant), action: Addresses.of(["admin", "grants"]),
            hidden: [(name: "user", value: user.id.text)],
            fields: [
                .field(
                    FormField(
                        name: "role", label: asked.word(AdministrationWords.role), errors: errors,
                        control: .list(
                            roles.map { Choice($0.rawValue, asked.word(AdministrationWords.role($0.rawValue))) },
                            chosen: asked.form["role"]), in: asked.language)),
                line(
                    "from", AdministrationWords.from, asked.site.today.description, hint: AdministrationWords.dayHint),
                line(
                    "until", AdministrationWords.until,
                    (asked.site.today.adding(days: 365) ?? asked.site.today).description,
                    hint: AdministrationWords.dayHint),
                line("reason", AdministrationWords.reason, ""),
            ], errors: errors, button: asked.word(AdministrationWords.grant), isMain: false)
    }

    static let grant: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let user = try asked.site.accounts.user(UserID(asked.form.text("user")))
        guard let role = Duty(rawValue: asked.form.text("role")), role != .employee,
            let from = CivilDay(parsing: asked.form.text("from")),
            let until = CivilDay(parsing: asked.form.text("until")), let days = DayRange(from: from, until: until)
        else { throw Problem.input(AdministrationWords.noDay) }
        try asked.site.grants.give(
            role, to: user, on: days, by: permit.reader.principal(), reason: asked.form.text("reason"),
            today: asked.site.today)
        return .redirect(Addresses.of(["admin", "users", user.id.text], query: [(name: "done", value: "yes")]))
    }

    static let decide: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let key = asked.part("grant")
        let principal = permit.reader.principal()
        switch asked.part("action") {
        case "agree": try asked.site.grants.agree(to: key, by: principal)
        case "refuse": try asked.site.grants.refuse(key, by: principal, reason: asked.form.text("reason"))
        case "end":
            try asked.site.grants.end(
                key, on: asked.site.today, by: principal, reason: asked.form.text("reason"))
        default: throw Problem.absent
        }
        return .redirect(Addresses.of(["admin"], query: [(name: "done", value: "yes")]))
    }
}

extension Problem {
    /// What was entered means nothing, in the words of a page.
    static func input(_ text: Words) -> Problem {
        Problem(
            status: 422, code: "bad-input", title: Words(ru: "Проверьте, что введено", en: "Check what was entered"),
            text: text)
    }
}
