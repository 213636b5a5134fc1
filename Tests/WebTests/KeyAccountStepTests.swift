import Foundation
import HTTPTypes
import Storage
import Testing

@testable import Web

/// Steps of key account work taken in the browser.
@Suite("Steps with key accounts in the browser")
struct KeyAccountStepTests {
    private let english = ["Accept-Language": "en"]

    @Test(
        "the receiver takes a promise on; the page that follows says what happens next, and a second sending does nothing"
    )
    func accept() async throws {
        let office = try await AccountOffice.own()
        let week = try await office.ask(.get, "/week", as: "boris", headers: english)
        #expect(week.text.contains("/steps/promise.accept?id=p2"))
        let page = try await office.ask(.get, "/steps/promise.accept?id=p2&next=/week", as: "boris", headers: english)
        #expect(page.status == 200 && page.text.contains("Макет полки"))
        let form = [
            ("id", "p2"), ("next", "/week"), ("seen", try #require(page.hidden("seen"))),
            ("key", try #require(page.hidden("key"))),
        ]
        let taken = try await office.ask(.post, "/steps/promise.accept", as: "boris", form: form)
        #expect(taken.status == 303)
        let location = try #require(taken.header("Location"))
        #expect(location.hasPrefix("/week?done="))
        let after = try await office.ask(.get, location, as: "boris", headers: english)
        #expect(after.text.contains("Recorded: Take the promise on."))
        #expect(!after.text.contains("/steps/promise.accept?id=p2"))
        let head = try office.workspace.read { try $0.auditHead().number }
        let again = try await office.ask(.post, "/steps/promise.accept", as: "boris", form: form)
        #expect(again.status == 303 && again.header("Location") == location)
        #expect(try office.workspace.read { try $0.auditHead().number } == head)
        let others = try await office.ask(.get, location, as: "anna", headers: english)
        #expect(!others.text.contains("Recorded:"))
    }

    @Test("a form that lacks something comes back with what was entered, its error at the field")
    func refused() async throws {
        let office = try await AccountOffice.own()
        let form = [
            ("id", ""), ("next", "/week"), ("client", "c1"), ("contact", ""), ("text", ""), ("due_on", "2026-02-20"),
            ("kind", "promise"), ("weight", "2"), ("key", "one"),
        ]
        let answer = try await office.ask(.post, "/steps/promise.add", as: "anna", headers: english, form: form)
        #expect(answer.status == 422)
        #expect(answer.text.contains("href=\"#field-text\"") && answer.text.contains("<title>Error"))
        #expect(answer.text.contains("value=\"2026-02-20\""))
        let whole = try await office.ask(
            .post, "/steps/promise.add", as: "anna", headers: english,
            form: form.map { $0.0 == "text" ? ("text", "Образцы к пятнице") : $0 })
        #expect(whole.status == 303, "\(whole.text)")
        let page = try await office.ask(.get, "/accounts/c1", as: "anna").text
        #expect(page.contains("Образцы к пятнице"))
    }

    @Test("what one may not do is refused with its reason to those who see the client, and is not there for others")
    func forbidden() async throws {
        let office = try await AccountOffice.own()
        for (reader, path, status) in [
            ("vera", "/steps/promise.accept?id=p2", 409), ("boris", "/steps/promise.done?id=p1", 404),
            ("boris", "/steps/promise.accept?id=p99", 404), ("anna", "/steps/promise.sing", 404),
        ] {
            let answer = try await office.ask(.get, path, as: reader, headers: english)
            #expect(answer.status == status, "\(reader) \(path) \(answer.status)")
        }
        let taken = try await office.ask(
            .post, "/steps/promise.done", as: "boris", headers: english, form: [("id", "p1"), ("key", "two")])
        #expect(taken.status == 404)
        let week = try await office.ask(.get, "/week", as: "anna", headers: english).text
        #expect(week.contains("/steps/promise.done?id=p1"))
    }

    @Test("of two who look at one row and change it the second is told")
    func changedMeanwhile() async throws {
        let office = try await AccountOffice.own()
        let page = try await office.ask(.get, "/steps/promise.hand?id=p2&next=/week", as: "anna", headers: english)
        let seen = try #require(page.hidden("seen"))
        let taken = try await office.ask(
            .post, "/steps/promise.accept", as: "boris", headers: english, form: [("id", "p2"), ("key", "three")])
        #expect(taken.status == 303)
        let second = try await office.ask(
            .post, "/steps/promise.hand", as: "anna", headers: english,
            form: [("id", "p2"), ("seen", seen), ("owner", "vera"), ("key", "four")])
        #expect(second.status == 422 && second.text.contains("has changed since you looked at it"), "\(second.status)")
    }

    @Test("a department fills its grid of scores in; what is no mark is refused, and others see nothing of it")
    func scores() async throws {
        let office = try await AccountOffice.own()
        let page = try await office.ask(.get, "/rounds/2026-S2", as: "vera", headers: english)
        let form = [
            ("department", "sales"), ("key", try #require(page.hidden("key"))), ("c1.potential", "10"),
            ("c1.payment", "11"), ("c1.delivery", "7"),
        ]
        let refused = try await office.ask(.post, "/rounds/2026-S2/scores", as: "vera", headers: english, form: form)
        #expect(refused.status == 422 && refused.text.contains("‘11’ is no mark"))
        let right = form.map { $0.0 == "c1.payment" ? ("c1.payment", "5") : $0 }
        let saved = try await office.ask(.post, "/rounds/2026-S2/scores", as: "vera", headers: english, form: right)
        #expect(saved.status == 303, "\(saved.text)")
        let after = try await office.ask(.get, saved.header("Location") ?? "", as: "vera", headers: english)
        #expect(after.text.contains("The scores are saved.") && after.text.contains("name=\"c1.payment\""))
        #expect(after.text.contains("value=\"5\""))
        let dina = try await office.ask(.get, "/rounds/2026-S2", as: "dina", headers: english)
        #expect(!dina.text.contains("value=\"5\""))
        let foreign = try await office.ask(.post, "/rounds/2026-S2/scores", as: "anna", headers: english, form: right)
        #expect(foreign.status == 404)
    }

    @Test("nothing can be done on the page of another day")
    func anotherDay() async throws {
        let office = try await AccountOffice.shared()
        let page = try await office.ask(.get, "/accounts/c1?day=2026-01-15", as: "anna", headers: english).text
        #expect(!page.contains("/steps/") && page.contains("As it stood on 2026-01-15"))
    }
}
