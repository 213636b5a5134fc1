import Foundation
import Testing

/// What the documents name has to be there: a table that points at a test or a type that was renamed proves nothing.
@Suite("What documents name")
struct NamedInDocumentsTests {
    @Test("every test that Docs/security.md names stands in the suite it names")
    func tests() throws {
        // A test with arguments has its name on a line of its own.
        let known = try Project.swift(under: "Tests").joined(separator: "\n")
            .replacing(/@Test\(\s+"/, with: "@Test(\"")
        let named = try Project.text("Docs/security.md").matches(of: /(\w+Tests) "([^"]+)"/)
        #expect(named.count > 30)
        for match in named {
            #expect(known.contains("struct \(match.1)"), "no suite \(match.1)")
            #expect(known.contains("@Test(\"\(match.2)\""), "no test \"\(match.2)\"")
        }
    }

    @Test("every check of the browser that Docs/security.md names is made")
    func browserChecks() throws {
        let script = try Project.text("Tests/Browser/browser.py")
        let named = try Project.text("Docs/security.md").matches(of: /Browser "([^"]+)"/)
        #expect(!named.isEmpty)
        for match in named { #expect(script.contains(match.1), "no check \"\(match.1)\"") }
    }

    @Test("every type that Docs/words.md names is declared")
    func types() throws {
        let sources = try Project.swift(under: "Sources").joined(separator: "\n")
        let names = try Project.text("Docs/words.md").matches(of: /`([A-Z]\w+)(?:\.\w+)?`/).map(\.1)
        #expect(names.count > 40)
        for name in names {
            let declaration = try Regex("(struct|class|enum|actor|protocol|typealias) \(name)\\b")
            #expect(sources.firstMatch(of: declaration) != nil, "no type \(name)")
        }
    }
}

/// The files of the project beside these tests.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The texts of all Swift files below a folder.
    static func swift(under path: String) throws -> [String] {
        let root = folder.appendingPathComponent(path)
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
