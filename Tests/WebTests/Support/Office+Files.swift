import Credentials
import Foundation
import HTTPTypes
import Identity
import Testing

@testable import Web

/// Bringing files as a browser does.
extension Office {
    /// A form with a file, in the order in which a browser sends it.
    static func form(
        token: String, name: String = "sales.csv", _ bytes: [UInt8], boundary: String = "----WebKitFormBoundaryABC"
    ) -> [UInt8] {
        part("token", boundary) + Array(token.utf8) + Array("\r\n".utf8) + part("file", boundary, file: name) + bytes
            + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    /// The head of a part.
    static func part(_ name: String, _ boundary: String, file: String? = nil) -> [UInt8] {
        let named = file.map { "; filename=\"\($0)\"\r\nContent-Type: text/csv" } ?? ""
        return Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(named)\r\n\r\n".utf8)
    }

    /// Sends a form with a file.
    func send(
        _ form: [UInt8], as person: String, boundary: String = "----WebKitFormBoundaryABC",
        headers: [String: String] = [:]
    ) async throws -> Answered {
        let all = [
            "Content-Type": "multipart/form-data; boundary=\(boundary)", "Sec-Fetch-Site": "same-origin",
        ].merging(headers) { $1 }
        return try await ask(.post, "/data/imports", as: person, headers: all, bytes: form)
    }

    /// Brings a file and gives the path of its page.
    func bring(_ name: String, _ bytes: [UInt8], as person: String) async throws -> String {
        let token = try await session(of: person).token.formToken.revealed
        let answer = try await send(Self.form(token: token, name: name, bytes), as: person)
        #expect(answer.status == 303, "\(answer.text)")
        return try #require(answer.header("Location"))
    }

    /// A page once nothing is being made for it any more.
    func settled(_ path: String, as person: String) async throws -> Answered {
        for _ in 0..<50 {
            let answer = try await ask(.get, path, as: person)
            if !answer.text.contains("http-equiv=\"refresh\"") { return answer }
            pass(1)
        }
        Issue.record("\(path) never settles")
        return try await ask(.get, path, as: person)
    }

    /// The files that the server keeps for people, by name and mode.
    var keptFiles: [String: Int] {
        let path = folder + "/.stimul/uploads"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                let mode = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions]
                return (name, mode as? Int ?? 0)
            })
    }
}

extension Answered {
    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The text of a card, by its name.
    func card(_ name: String) -> String {
        guard let start = text.range(of: "id=\"card-\(name)\"") ?? text.range(of: "id=\"caption-\(name)\"") else {
            return ""
        }
        let rest = text[start.upperBound...]
        return String(rest.range(of: "</section>").map { rest[..<$0.lowerBound] } ?? rest)
    }
}
