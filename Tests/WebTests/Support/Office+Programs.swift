import Credentials
import Foundation
import HTTPTypes
import Identity
import Payroll
import Synchronization
import Testing

@testable import Web

extension Office {
    /// The token of a program that may do in somebody's name all that he may.
    func token(of person: String) async throws -> String {
        if let known = tokens.withLock({ $0[person] }) { return known }
        let session = try await session(of: person)
        let rights = try server.site.grants.rights(of: session.session.user, on: server.site.today)
        let issued = try accounts.issueToken(
            "test", scopes: Set(Right.allCases.filter { rights[$0] != nil }),
            until: server.site.clock().adding(Span.days(30)), rights: rights, session.token.shown)
        tokens.withLock { $0[person] = issued.token.shown.revealed }
        return issued.token.shown.revealed
    }

    /// Asks as a program: with a token, JSON and, where something is posted, a key.
    func call(
        _ method: HTTPRequest.Method, _ path: String, as person: String, _ json: String? = nil, key: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Answered {
        var headers = headers
        headers["Authorization"] = "Bearer " + (try await token(of: person))
        if json != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        if method == .post { headers["Idempotency-Key"] = key ?? UUID().uuidString }
        return try await ask(method, "/api/v1" + path, headers: headers, body: json)
    }
}

extension Answered {
    /// The body as a value.
    var json: JSONValue {
        get throws { try JSONReading.value(Array(text.utf8)) }
    }

    /// The code of a problem.
    var problem: String? {
        (try? json)?["type"]?.text.map { String($0.dropFirst("/problems/".count)) }
    }
}
