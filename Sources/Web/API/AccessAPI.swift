internal import Company
internal import Credentials
internal import HTML
internal import Identity
internal import Pages
internal import Payroll
internal import Periods

/// Who signs in and who may do what, for programs.
enum AccessAPI {
    static let users: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        APIValues.answer(.object(["users": .list(try asked.site.accounts.users().map(value))]))
    }

    static let invite: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let person = asked.body["person"]?.text ?? ""
        guard try asked.site.company.cycle().reference().people.number(of: person) != nil else {
            throw Problem(Refusal.noSuchPerson(person))
        }
        let invitation = try asked.site.accounts.invite(
            asked.body["name"]?.text ?? person, person: person, by: asked.principal(permit.reader))
        let address = Addresses.of(["activate", invitation.token.shown.revealed]).text
        return Answer.json(
            value(invitation.user),
            secret: [
                "activation": .text(asked.site.options.origin + address), "ends": .text(invitation.ends.description),
            ], status: 201)
    }

    private static func value(_ user: User) -> JSONValue {
        .object([
            "id": .text(user.id.text), "name": .text(user.name), "person": .text(user.person),
            "state": .text(user.state.rawValue), "since": .text(user.since.description),
            "second_factor": .flag(user.hasSecondFactor),
        ])
    }

    /// Locks, unlocks, or lets leave.
    static func change(_ action: String, _ asked: Asked, _ permit: Permit<Everybody>) throws -> Answer {
        let id = UserID(asked.part("user"))
        let principal = try asked.principal(permit.reader)
        switch action {
        case "lock": try asked.site.accounts.lock(id, by: principal)
        case "unlock": try asked.site.accounts.unlock(id, by: principal)
        default: try asked.site.accounts.leave(id, by: principal)
        }
        return APIValues.answer(value(try asked.site.accounts.user(id)))
    }

    // MARK: Roles

    static let grants: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        APIValues.answer(.object(["grants": .list(try asked.site.grants.all().map(value))]))
    }

    static let grant: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let body = asked.body
        guard let role = body["role"]?.text.flatMap(Duty.init(rawValue:)),
            let from = body["from"]?.text.flatMap({ CivilDay(parsing: $0) }),
            let until = body["until"]?.text.flatMap({ CivilDay(parsing: $0) }),
            let days = DayRange(from: from, until: until)
        else { throw Problem.input(AdministrationWords.noDay) }
        let grants = asked.site.grants
        let known = try asked.earlier.flatMap { try $0.isEmpty ? nil : newest(by: permit.reader, asked) }
        let user = try asked.site.accounts.user(UserID(body["user"]?.text ?? ""))
        let grant =
            try known
            ?? grants.give(
                role, to: user, on: days, by: asked.principal(permit.reader), reason: body["reason"]?.text ?? "",
                today: asked.site.today)
        return Answer.json(value(grant), status: 201)
    }

    /// The grant that an earlier sending, cut off in the middle, has made: the last one of whoever sends.
    private static func newest(by reader: Reader, _ asked: Asked) throws -> Grant? {
        let user = asked.body["user"]?.text
        return try asked.site.grants.all().last {
            $0.giver == reader.person && $0.user.text == user && $0.role.rawValue == asked.body["role"]?.text
        }
    }

    static func decide(_ action: String, _ asked: Asked, _ permit: Permit<Everybody>) throws -> Answer {
        let key = asked.part("grant")
        let principal = try asked.principal(permit.reader)
        let reason = asked.body["reason"]?.text ?? ""
        if !(asked.earlier?.isEmpty ?? true), let grant = try asked.site.grants.all().first(where: { $0.key == key }) {
            return .json(value(grant))
        }
        let grant =
            switch action {
            case "agreement": try asked.site.grants.agree(to: key, by: principal)
            case "refusal": try asked.site.grants.refuse(key, by: principal, reason: reason)
            default: try asked.site.grants.end(key, on: asked.site.today, by: principal, reason: reason)
            }
        return .json(value(grant))
    }

    private static func value(_ grant: Grant) -> JSONValue {
        var members: [String: JSONValue] = [
            "key": .text(grant.key), "user": .text(grant.user.text), "person": .text(grant.person),
            "role": .text(grant.role.rawValue), "from": .text(grant.days.from.description),
            "until": .text(grant.days.until.description), "state": .text(grant.state.rawValue),
            "giver": .text(grant.giver),
        ]
        if let second = grant.second { members["second"] = .text(second) }
        return .object(members)
    }

    // MARK: One's own

    static let tokens: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let tokens = try asked.site.accounts.tokens(of: permit.reader.user)
        return APIValues.answer(
            .object([
                "tokens": .list(
                    tokens.map { token in
                        .object([
                            "handle": .text(token.handle), "name": .text(token.name),
                            "rights": .list(token.scopes.map(\.rawValue).sorted().map(JSONValue.text)),
                            "made": .text(token.made.description), "ends": .text(token.ends.description),
                        ])
                    })
            ]))
    }

    static let endToken: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        try asked.site.accounts.endToken(asked.part("handle"), of: permit.reader.user)
        return Answer(status: 204, type: "application/json", bytes: [])
    }

    static let sessions: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let sessions = try asked.site.accounts.sessions(of: permit.reader.user)
        return APIValues.answer(
            .object([
                "sessions": .list(
                    sessions.map { session in
                        .object([
                            "handle": .text(session.handle), "made": .text(session.made.description),
                            "seen": .text(session.seen.description), "ends": .text(session.ends.description),
                            "address": .text(session.place.address), "agent": .text(session.place.agent),
                        ])
                    })
            ]))
    }

    static let endSession: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        try asked.site.accounts.end(asked.part("handle"), of: permit.reader.user)
        return Answer(status: 204, type: "application/json", bytes: [])
    }
}
