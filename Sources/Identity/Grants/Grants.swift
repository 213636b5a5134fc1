public import Credentials
internal import Foundation
public import Payroll
public import Periods
public import Storage

/// Who may do what since when: roles with dates, as steps in the workspace under the audit chain.
///
/// Nobody gives himself a role. Finance, executive and administrator take a second administrator, but for the first administrator of a
/// company, whom whoever works on its files gives the role.
public struct Grants: Sendable {
    let workspace: Workspace
    let randomness: Randomness

    /// The grants of a workspace.
    public init(in workspace: Workspace, randomness: Randomness = .system) {
        self.workspace = workspace
        self.randomness = randomness
    }

    /// Gives a role for some days; one that takes two is proposed and waits for another administrator.
    ///
    /// - Parameter today: The day of now, from which on a company without an administrator may be given its first one.
    @discardableResult
    public func give(
        _ role: Role, to user: User, on days: DayRange, by principal: Principal, reason: String, today: CivilDay
    ) throws -> Grant {
        try checkRight(principal)
        guard !days.isEmpty else { throw AccessRefusal.noDays }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw AccessRefusal.noReason }
        return try workspace.write(by: principal.name, request: principal.request) { writing in
            let known = try Self.all(in: writing)
            let isFirst = role == .administrator && !known.contains { $0.isAdministrator(on: today) }
            if principal.isPaid(as: user.person), !isFirst { throw AccessRefusal.ownAccess(actor: principal.name) }
            let grant = Grant(
                key: randomness.bytes(8).hex, user: user.id, person: user.person, role: role, days: days,
                state: role.takesTwo && !isFirst ? .proposed : .given, giver: principal.name, second: nil, version: 0)
            return try keep(grant, grant.state.rawValue, reason: reason, writing)
        }
    }

    /// Agrees to a grant that waits; it takes another administrator than the one who gave it and than the one it is for.
    @discardableResult
    public func agree(to key: String, by principal: Principal) throws -> Grant {
        try decide(key, .given, "agreed", reason: "", by: principal)
    }

    /// Refuses a grant that waits; whoever gave it may do so too.
    @discardableResult
    public func refuse(_ key: String, by principal: Principal, reason: String) throws -> Grant {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw AccessRefusal.noReason }
        return try decide(key, .refused, "refused", reason: reason, by: principal)
    }

    /// Ends a grant on a day from which it holds no longer; one administrator is enough to take, for it may be urgent.
    ///
    /// - Throws: ``AccessRefusal/lastAdministrator`` when nobody were left on that day who may give roles.
    @discardableResult
    public func end(_ key: String, on day: CivilDay, by principal: Principal, reason: String) throws -> Grant {
        try checkRight(principal)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw AccessRefusal.noReason }
        return try workspace.write(by: principal.name, request: principal.request) { writing in
            let grant = try Self.grant(key, in: writing)
            guard grant.state == .given, day < grant.days.until else { throw AccessRefusal.grantEnded }
            if grant.role == .administrator {
                let others = try Self.all(in: writing).filter { $0.key != key && $0.isAdministrator(on: day) }
                if others.isEmpty { throw AccessRefusal.lastAdministrator }
            }
            let days = DayRange(from: grant.days.from, clampingUntil: day)
            return try keep(grant.with(days: days), "ended", reason: reason, writing)
        }
    }

    // MARK: Reading

    /// Every grant that was ever made, by key, as it is now.
    public func all() throws -> [Grant] { try workspace.read { try Self.all(in: $0) } }

    /// The roles of a user on a day. Whoever signs in is an employee.
    public func roles(of user: UserID, on day: CivilDay) throws -> Set<Role> {
        let given = try all().filter { $0.user == user && $0.holds(on: day) }
        return Set(given.map(\.role)).union([.employee])
    }

    /// What a user may do on a day: all that one of his roles allows.
    public func rights(of user: UserID, on day: CivilDay) throws -> Rights {
        try roles(of: user, on: day).reduce(.none) { $0.joined(with: $1.rights) }
    }

    // MARK: Below

    private func decide(
        _ key: String, _ state: Grant.State, _ step: String, reason: String, by principal: Principal
    ) throws -> Grant {
        try checkRight(principal)
        return try workspace.write(by: principal.name, request: principal.request) { writing in
            let grant = try Self.grant(key, in: writing)
            guard grant.state == .proposed else { throw AccessRefusal.grantDecided }
            if principal.isPaid(as: grant.person) { throw AccessRefusal.ownAccess(actor: principal.name) }
            if state == .given, principal.name == grant.giver || principal.person == nil {
                throw AccessRefusal.secondAdministrator(actor: principal.name)
            }
            return try keep(grant.with(state, second: principal.name), step, reason: reason, writing)
        }
    }

    private func keep(_ grant: Grant, _ step: String, reason: String, _ writing: WriteTransaction) throws -> Grant {
        try writing.take(
            step, with: Grant.name(grant.key), content: try grant.content.text, reason: reason, after: grant.version)
        return try Self.grant(grant.key, in: writing)
    }

    private func checkRight(_ principal: Principal) throws {
        guard principal.may(.grantRights) else { throw AccessRefusal.notAllowed(actor: principal.name) }
    }

    private static func grant(_ key: String, in reading: ReadTransaction) throws -> Grant {
        guard let grant = try reading.object(Grant.name(key)).flatMap(Grant.init) else {
            throw AccessRefusal.noSuchGrant
        }
        return grant
    }

    private static func all(in reading: ReadTransaction) throws -> [Grant] {
        try reading.objects(room: Grant.room, kind: Grant.kind).compactMap(Grant.init)
    }
}

extension Grant {
    /// Whether the role is there on a day.
    public func holds(on day: CivilDay) -> Bool { state == .given && days.contains(day) }

    func isAdministrator(on day: CivilDay) -> Bool { role == .administrator && holds(on: day) }

    func with(_ state: State, second: String) -> Grant {
        Grant(
            key: key, user: user, person: person, role: role, days: days, state: state, giver: giver, second: second,
            version: version)
    }

    func with(days: DayRange) -> Grant {
        Grant(
            key: key, user: user, person: person, role: role, days: days, state: state, giver: giver, second: second,
            version: version)
    }
}
