import HTTPTypes
import Identity
import Payroll
import Testing

@testable import Web

/// Every route of the table for every role, and pay for every relation: who sees what.
@Suite("Who may see what")
struct AccessTests {
    /// What a route must answer to somebody, worked out from the table alone.
    private enum Expected { case answered, signIn, forbidden }

    private static func expected(_ access: Access, _ role: Role?) -> Expected {
        switch access {
        case .anybody, .loopback, .halfSignedIn: return .answered
        default: break
        }
        guard let role else { return .signIn }
        let rights = Role.employee.rights.joined(with: role.rights)
        switch access {
        case .anybody, .loopback, .halfSignedIn, .signedIn, .pay, .accounts, .account: return .answered
        case .team: return (rights[.seePay] ?? .own) >= .team ? .answered : .forbidden
        case .right(let wanted): return wanted.contains { rights[$0] == .all } ? .answered : .forbidden
        case .rightOrOwn(let right): return rights[right] == nil ? .forbidden : .answered
        }
    }

    @Test("every GET of the table, for everybody and for nobody")
    func routes() async throws {
        let office = try await Office().prepared()
        let readers: [(person: String?, role: Role?)] = [(nil, nil)] + Office.people.map { ($0.person, $0.role) }
        for route in RouteTable.all where route.method == .get {
            office.pass(5)
            for (person, role) in readers {
                let path = route.path.filled([
                    "period": "2026-01", "person": person ?? "anna", "number": "1", "user": "x", "token": "x",
                    "name": "x",
                    "language": "en", "grant": "x", "kind": "sale", "id": "1",
                ])
                let answer = try await office.ask(.get, path, as: person)
                let what = "\(role?.rawValue ?? "nobody") \(path) \(answer.status)"
                switch Self.expected(route.access, role) {
                case .answered: #expect(answer.status != 401 && answer.status != 403 && answer.status < 500, "\(what)")
                case .signIn:
                    #expect(answer.status == (route.isForPrograms ? 401 : 303), "\(what)")
                    if !route.isForPrograms { #expect(answer.header("Location")?.hasPrefix("/sign-in") == true) }
                case .forbidden: #expect(answer.status == 403, "\(what)")
                }
            }
        }
    }

    @Test("whatever of the table changes something is refused to those who have no right to it")
    func changes() async throws {
        let office = try await Office().prepared()
        for (person, _) in Office.people { _ = try await office.token(of: person) }
        for route in RouteTable.all where route.method != .get {
            for (person, role) in Office.people where Self.expected(route.access, role) == .forbidden {
                office.pass(1)
                let path = route.path.filled(["period": "2026-01", "user": "x", "action": "lock", "grant": "x"])
                let answer =
                    try await route.isForPrograms
                    ? office.call(route.method, String(path.dropFirst("/api/v1".count)), as: person, "{}")
                    : office.ask(.post, path, as: person, form: [])
                #expect(answer.status == 403, "\(role.rawValue) \(path)")
            }
        }
    }

    /// Whose pay of January: one's own, of somebody who reports to Vera, from the middle of the month, of one who did until 2026, of a
    /// colleague, of nobody.
    @Test(
        "pay of a person: oneself, a head for those who report to him in the period, and those who see everybody's",
        arguments: [
            ("anna", "anna", true), ("anna", "boris", false), ("anna", "vera", false), ("anna", "nobody", false),
            ("vera", "anna", true), ("vera", "boris", true), ("vera", "gleb", false), ("vera", "dina", false),
            ("lena", "gleb", true), ("dina", "gleb", true), ("egor", "anna", true), ("olga", "anna", true),
            ("ivan", "anna", false), ("ivan", "ivan", true), ("dina", "nobody", false),
        ])
    func relations(_ reader: String, _ person: String, _ isSeen: Bool) async throws {
        let office = try await Office.shared()
        for path in ["", "/statement", "/event?kind=sale&id=1"] {
            let answer = try await office.ask(.get, "/people/\(person)/pay/2026-01" + path, as: reader)
            let hasStatement = person != "ivan" || path != "/statement"
            #expect((answer.status != 404) == (isSeen && hasStatement), "\(reader) \(person) \(path) \(answer.status)")
        }
    }

    @Test("a head sees who reported to him then, in each period by its own days")
    func formerSubordinate() async throws {
        let office = try await Office.shared()
        #expect(try await office.ask(.get, "/people/gleb/pay/2025-12", as: "vera").status == 200)
        #expect(try await office.ask(.get, "/people/gleb/pay/2026-01", as: "vera").status == 404)
        #expect(try await office.ask(.get, "/people/boris/pay/2025-12", as: "vera").status == 404)
    }

    @Test("another's pay and an unknown person are told in the same words")
    func alike() async throws {
        let office = try await Office.shared()
        let another = try await office.ask(.get, "/people/boris/pay/2026-01", as: "anna")
        let unknown = try await office.ask(.get, "/people/nobod/pay/2026-01", as: "anna")
        #expect(another.status == 404 && unknown.status == 404)
        #expect(another.text.replacing("boris", with: "nobod") == unknown.text)
    }

    @Test("what a deal of others says is not shown to whoever asks why it is not his")
    func deals() async throws {
        let office = try await Office.shared()
        let anna = try await office.ask(.get, "/pay/2026-01/event?kind=sale&id=2", as: "anna")
        #expect(anna.text.contains("boris") && !anna.text.contains("60 000"))
        let dina = try await office.ask(.get, "/people/anna/pay/2026-01/event?kind=sale&id=2", as: "dina")
        #expect(dina.text.contains("60 000"))
    }

    @Test("who has left sees nothing from the moment on")
    func leaving() async throws {
        let office = try await Office().prepared()
        #expect(try await office.ask(.get, "/pay/2026-01", as: "anna").status == 200)
        let user = try #require(try office.accounts.user(person: "anna"))
        try office.accounts.lock(user.id, by: .localOperator("mila"))
        #expect(try await office.ask(.get, "/pay/2026-01", as: "anna").status == 303)
    }
}
