import Foundation
import HTTPTypes
import Identity
import Payroll
import Periods
import Testing

@testable import Pages
@testable import Web

/// Letting people in and giving them roles, through the pages.
@Suite("Administration")
struct AdministrationTests {
    @Test("an administrator invites somebody, who sets a password by the address and signs in")
    func inviting() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(
            .post, "/admin/users", as: "ivan", form: [("name", "gleb"), ("person", "gleb")])
        #expect(page.status == 200)
        let start = try #require(page.text.range(of: Office.origin + "/activate/"))
        let token = String(page.text[start.upperBound...].prefix { $0 != "<" })
        let set = try await office.ask(
            .post, "/activate/" + token, form: [("password", Office.password), ("repeated", Office.password)])
        #expect(set.status == 303)
        #expect(
            try await office.ask(
                .post, "/activate/" + token, form: [("password", Office.password), ("repeated", Office.password)]
            ).status == 404)
        _ = try await office.session(of: "gleb")
        #expect(try await office.ask(.get, "/pay/2026-01", as: "gleb").status == 200)
    }

    @Test("somebody whom the company does not know is refused at the field")
    func unknownPerson() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(.post, "/admin/users", as: "ivan", form: [("name", "x"), ("person", "nobody")])
        #expect(page.status == 422 && page.text.contains("error-person") && page.text.contains("value=\"x\""))
    }

    @Test("a role that approves waits for a second administrator; nobody agrees to what he gave himself")
    func secondAdministrator() async throws {
        let office = try await Office().prepared()
        let user = try #require(try office.accounts.user(person: "boris"))
        let form = [
            ("user", user.id.text), ("role", "finance"), ("from", office.today.description),
            ("until", "2027-01-01"), ("reason", "duty"),
        ]
        #expect(try await office.ask(.post, "/admin/grants", as: "ivan", form: form).status == 303)
        let grant = try #require(try office.server.site.grants.all().first { $0.state == .proposed })
        #expect(try await office.ask(.get, "/admin", as: "ivan").text.contains("waits for another administrator"))
        #expect(try await office.ask(.post, "/admin/grants/\(grant.key)/agree", as: "ivan", form: []).status == 403)
        #expect(try await office.ask(.get, "/periods", as: "boris").status == 403)
        try office.server.site.grants.agree(to: grant.key, by: .localOperator("nina"))
        #expect(try await office.ask(.get, "/periods", as: "boris").status == 200)
    }

    @Test("whoever is kept out is out at once; nobody keeps himself out")
    func keepingOut() async throws {
        let office = try await Office().prepared()
        let anna = try #require(try office.accounts.user(person: "anna"))
        let ivan = try #require(try office.accounts.user(person: "ivan"))
        #expect(try await office.ask(.get, "/pay", as: "anna").status == 200)
        #expect(try await office.ask(.post, "/admin/users/\(anna.id.text)/lock", as: "ivan", form: []).status == 303)
        #expect(try await office.ask(.get, "/pay", as: "anna").status == 303)
        #expect(try await office.ask(.post, "/admin/users/\(ivan.id.text)/lock", as: "ivan", form: []).status == 403)
        #expect(try await office.ask(.post, "/admin/users/\(anna.id.text)/erase", as: "ivan", form: []).status == 404)
    }

    @Test("a token that is made on the page opens what it is for, and ends from the page")
    func token() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(
            .post, "/account/tokens", as: "anna", form: [("name", "bot"), ("right", "see_pay"), ("days", "30")])
        let start = try #require(page.text.range(of: "st_"))
        let secret = String(page.text[start.lowerBound...].prefix { $0 != "<" })
        let bearer = ["Authorization": "Bearer " + secret]
        #expect(try await office.ask(.get, "/api/v1/people/anna/pay/2026-01", headers: bearer).text.contains("5000.00"))
        #expect(try await office.ask(.get, "/api/v1/people/boris/pay/2026-01", headers: bearer).status == 404)
        let anna = try #require(try office.accounts.user(person: "anna"))
        let handle = try #require(try office.accounts.tokens(of: anna.id).first).handle
        #expect(try await office.ask(.post, "/account/tokens/\(handle)/end", as: "boris", form: []).status == 303)
        #expect(try await office.ask(.get, "/api/v1/me", headers: bearer).status == 200)
        #expect(try await office.ask(.post, "/account/tokens/\(handle)/end", as: "anna", form: []).status == 303)
        #expect(try await office.ask(.get, "/api/v1/me", headers: bearer).status == 401)
        let beyond = try await office.ask(
            .post, "/account/tokens", as: "anna", form: [("name", "bot"), ("right", "approve"), ("days", "30")])
        #expect(beyond.status == 422)
    }

    @Test("every right and every role has its words in both languages")
    func words() {
        for right in Right.allCases { #expect(AdministrationWords.right(right.rawValue).ru != right.rawValue) }
        for role in Role.allCases { #expect(AdministrationWords.role(role.rawValue).ru != role.rawValue) }
        for state in User.State.allCases { #expect(AdministrationWords.state(state.rawValue).ru != state.rawValue) }
    }
}
