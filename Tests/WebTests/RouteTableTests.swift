import HTML
import HTTPTypes
import Testing

@testable import Web

/// The one table of routes: what follows from it is what the server does.
@Suite("The table of routes")
struct RouteTableTests {
    @Test("names each method of a path once")
    func once() {
        let names = RouteTable.all.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(names).count == names.count)
    }

    @Test("changes nothing by GET, and takes no form without the token of a session or the word of a browser")
    func methods() {
        for route in RouteTable.all where route.method == .post { #expect(route.body != .none, "\(route.path)") }
        // Browsers send forms; programs write what has a version by its address.
        #expect(RouteTable.all.allSatisfy { $0.isForPrograms || $0.method == .get || $0.method == .post })
    }

    @Test("asks for a fresh code before money moves and before anybody is let in")
    func fresh() {
        for path in [
            "/periods/{period}/approve", "/periods/{period}/pay", "/periods/{period}/reopen", "/admin/users",
            "/admin/grants", "/account/password",
        ] {
            let routes = RouteTable.all.filter { $0.path.description == path && $0.method == .post }
            #expect(routes.count == 1 && routes.allSatisfy(\.isFresh), "\(path)")
        }
    }

    @Test("stands in the description for programs row by row, and nothing else does")
    func openAPI() throws {
        guard case .object(let document) = OpenAPI.document(.en), case .object(let paths)? = document["paths"] else {
            Issue.record("no paths")
            return
        }
        let described = Set(paths.keys)
        #expect(described == Set(RouteTable.all.filter(\.isForPrograms).map(\.path.description)))
        #expect(described.allSatisfy { $0.hasPrefix("/api/v1/") })
    }

    @Test("answers methods that a path has not with 405 and those it has", arguments: ["/pay", "/sign-in", "/healthz"])
    func otherMethods(_ path: String) async throws {
        let office = try Office()
        for method in [HTTPRequest.Method.put, .delete, .patch] {
            let answer = try await office.ask(method, path)
            #expect(answer.status == 405)
            #expect(answer.header("Allow")?.contains("GET") == true)
            #expect(answer.header("Content-Security-Policy") != nil)
        }
    }

    @Test("gives HEAD the headers of GET and no body")
    func head() async throws {
        let office = try Office()
        let (get, head) = (try await office.ask(.get, "/help"), try await office.ask(.head, "/help"))
        #expect(get.status == 200 && head.status == 200)
        #expect(head.text.isEmpty && head.header("Content-Length") == get.header("Content-Length"))
    }

    @Test("puts the same headers on every status", arguments: ["/help", "/nowhere", "/pay", "/%zz", "/pay?a=1&a=2"])
    func headers(_ path: String) async throws {
        let answer = try await Office().ask(.get, path)
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
        #expect(answer.header("Content-Security-Policy")?.contains("unsafe-inline") == false)
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(answer.header("Referrer-Policy") == "same-origin")
    }

    @Test("keeps the stylesheet and the module for good, under names that change with them")
    func assets() async throws {
        let office = try Office()
        for (name, type) in [(Assets.stylesheetName, "text/css"), (Assets.scriptName, "text/javascript")] {
            let answer = try await office.ask(.get, "/assets/" + name)
            #expect(answer.status == 200 && answer.header("Cache-Control")?.contains("immutable") == true)
            #expect(answer.header("Content-Type")?.hasPrefix(type) == true)
        }
        #expect(try await office.ask(.get, "/assets/app.css").status == 404)
    }
}
