import Foundation
import Testing

@Suite("The READMEs show what the program prints")
struct ReadmeTests {
    @Test(
        "the explanation of a commission, line by line",
        arguments: [("README.md", ""), ("README.ru.md", " --lang ru")])
    func explanation(_ name: String, _ language: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let printed = try stimul.run("explain acme anna --period 2026-01 --component commission" + language)
        let indented = printed.output.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        #expect(try text(name).contains(indented), "\(indented)")
    }

    @Test("both speak of the same commands and places, in as many lines")
    func alike() throws {
        let (english, russian) = (try text("README.md"), try text("README.ru.md"))
        #expect(english.split(separator: "\n").count == russian.split(separator: "\n").count)
        for word in ["new", "check", "test", "run", "report", "explain", "what-if", "card", "library", "functions"] {
            #expect(english.contains("`stimul \(word)"), "\(word)")
            #expect(russian.contains("`stimul \(word)"), "\(word)")
        }
        let links = { (text: String) in text.components(separatedBy: "](").dropFirst().map { $0.prefix { $0 != ")" } } }
        #expect(links(english).dropFirst() == links(russian).dropFirst())
    }

    private func text(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        return try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    }
}
