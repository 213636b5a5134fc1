import Credentials
import Foundation
import Payroll
import Periods
import Storage
import Testing

@testable import Identity

/// Roles have days, stand under the audit chain, and the strong ones take two.
struct GrantTests {
    /// A company whose first administrator is Mila.
    private struct Company {
        let folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        let workspace: Workspace
        let grants: Grants
        let first: Grant

        init() throws {
            workspace = try Workspace.create(at: folder, clock: { "2026-02-03T09:00:00Z" })
            grants = Grants(in: workspace, randomness: .known(1))
            first = try grants.give(
                .administrator, to: GrantTests.user("mila"),
                on: DayRange(from: GrantTests.day("2026-01-01"), clampingUntil: .latest),
                by: .localOperator("mila"), reason: "founds the company", today: GrantTests.day("2026-01-01"))
        }
    }

    private static func user(_ person: String) -> User {
        User(
            id: UserID("id-of-\(person)"), name: person, person: person, state: .active, since: World.start,
            hasSecondFactor: true, recoveryCodes: 10)
    }

    private static func day(_ text: String) -> CivilDay { CivilDay(parsing: text) ?? .earliest }

    private static func days(_ from: String, _ until: String) -> DayRange {
        DayRange(from: day(from), clampingUntil: day(until))
    }

    private func give(
        _ company: Company, _ role: Role, _ person: String, _ days: DayRange = days("2026-02-01", "2026-03-01"),
        by principal: Principal = World.mila
    ) throws -> Grant {
        try company.grants.give(
            role, to: Self.user(person), on: days, by: principal, reason: "order 12", today: Self.day("2026-02-01"))
    }

    @Test("a role holds from its first day up to, but without, its last; an employee everybody is")
    func dated() throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        _ = try give(company, .head, "vera")
        let roles = try ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map {
            try company.grants.roles(of: UserID("id-of-vera"), on: Self.day($0))
        }
        #expect(roles == [[.employee], [.employee, .head], [.employee, .head], [.employee]])
        let rights = try company.grants.rights(of: UserID("id-of-vera"), on: Self.day("2026-02-10"))
        #expect(rights == Role.employee.rights.joined(with: Role.head.rights))
        #expect(rights[.seePay] == .team)
    }

    @Test(
        "finance, executive and administrator hold only after another administrator agreed",
        arguments: [Role.finance, .executive, .administrator])
    func takesTwo(role: Role) async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        let grant = try give(company, role, "dina")
        #expect(grant.state == .proposed)
        #expect(try company.grants.roles(of: grant.user, on: Self.day("2026-02-10")) == [.employee])
        #expect(
            try await refusal { _ = try company.grants.agree(to: grant.key, by: World.mila) }
                == .secondAdministrator(actor: "mila"))
        let dina = Principal(person: "dina", rights: Role.administrator.rights)
        #expect(
            try await refusal { _ = try company.grants.agree(to: grant.key, by: dina) } == .ownAccess(actor: "dina"))
        let program = Principal(program: "cron", rights: .all)
        #expect(
            try await refusal { _ = try company.grants.agree(to: grant.key, by: program) }
                == .secondAdministrator(actor: "cron"))
        let agreed = try company.grants.agree(to: grant.key, by: World.nina)
        #expect(agreed.state == .given)
        #expect([agreed.giver, agreed.second] == ["mila", "nina"])
        #expect(try company.grants.roles(of: grant.user, on: Self.day("2026-02-10")) == [.employee, role])
        #expect(try await refusal { _ = try company.grants.agree(to: grant.key, by: World.nina) } == .grantDecided)
    }

    @Test("the other roles take one", arguments: [Role.head, .analyst, .auditor])
    func takesOne(role: Role) throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        #expect(try give(company, role, "dina").state == .given)
    }

    @Test("nobody gives himself a role, but the first administrator of a company")
    func own() async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        #expect(company.first.state == .given)
        #expect(try await refusal { _ = try give(company, .analyst, "mila") } == .ownAccess(actor: "mila"))
        #expect(
            try await refusal { _ = try give(company, .administrator, "belov", by: .localOperator("belov")) }
                == .ownAccess(actor: "belov"))
        #expect(
            try await refusal {
                _ = try give(company, .analyst, "anna", by: Principal(person: "dina", rights: Role.finance.rights))
            } == .notAllowed(actor: "dina"))
    }

    @Test("a proposal that is refused never holds; a reason is asked for")
    func refused() async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        let grant = try give(company, .finance, "dina")
        #expect(
            try await refusal { _ = try company.grants.refuse(grant.key, by: World.mila, reason: " ") } == .noReason)
        _ = try company.grants.refuse(grant.key, by: World.mila, reason: "by mistake")
        #expect(try company.grants.roles(of: grant.user, on: Self.day("2026-02-10")) == [.employee])
        #expect(try await refusal { _ = try company.grants.agree(to: grant.key, by: World.nina) } == .grantDecided)
    }

    @Test("one administrator ends a grant from a day on; what was before stays")
    func ends() async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        let grant = try give(company, .analyst, "anna")
        _ = try company.grants.end(grant.key, on: Self.day("2026-02-15"), by: World.mila, reason: "moved")
        #expect(try company.grants.roles(of: grant.user, on: Self.day("2026-02-14")) == [.employee, .analyst])
        #expect(try company.grants.roles(of: grant.user, on: Self.day("2026-02-15")) == [.employee])
        #expect(
            try await refusal {
                _ = try company.grants.end(grant.key, on: Self.day("2026-02-20"), by: World.mila, reason: "x")
            }
                == .grantEnded)
        #expect(
            try await refusal {
                _ = try company.grants.end("0", on: Self.day("2026-02-20"), by: World.mila, reason: "x")
            }
                == .noSuchGrant)
    }

    @Test("the last administrator stays until there is another")
    func last() async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        func end() throws {
            _ = try company.grants.end(company.first.key, on: Self.day("2026-02-15"), by: World.nina, reason: "leaves")
        }
        #expect(try await refusal(end) == .lastAdministrator)
        let other = try give(
            company, .administrator, "vera", DayRange(from: Self.day("2026-02-10"), clampingUntil: .latest))
        #expect(try await refusal(end) == .lastAdministrator)
        _ = try company.grants.agree(to: other.key, by: World.nina)
        try end()
    }

    @Test("a grant of no days or without a reason is refused")
    func malformed() async throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        #expect(
            try await refusal { _ = try give(company, .head, "vera", Self.days("2026-02-01", "2026-02-01")) } == .noDays
        )
        let today = Self.day("2026-02-01")
        #expect(
            try await refusal {
                _ = try company.grants.give(
                    .head, to: Self.user("vera"), on: .always, by: World.mila, reason: "\n", today: today)
            } == .noReason)
    }

    @Test("every step stands under the audit chain, with who took it and why; no name to sign in with is in it")
    func audited() throws {
        let company = try Company()
        defer { try? FileManager.default.removeItem(atPath: company.folder) }
        let grant = try give(company, .finance, "dina")
        _ = try company.grants.agree(to: grant.key, by: World.nina)
        let history = try company.workspace.read { try $0.history(of: Grant.name(grant.key)) }
        #expect(history.map(\.step) == ["proposed", "agreed"])
        #expect(history.map(\.actor) == ["mila", "nina"])
        #expect(history.map(\.reason) == ["order 12", ""])
        #expect(
            history[1].content
                == #"{"from":"2026-02-01","giver":"mila","person":"dina","role":"finance","second":"nina","state":"given","until":"2026-03-01","user":"id-of-dina"}"#
        )
        #expect(try company.workspace.audit().faults == [])
    }
}
