import Foundation
import Testing

@Suite("Control characters of data reach nobody's terminal")
struct ControlCharacterTests {
    /// Sets a window's title, turns the line round, and hides a character.
    private static let hostile = "x\u{1B}]0;t\u{7}\u{202E}\u{200B}"
    private static let forbidden: [Unicode.Scalar] = ["\u{1B}", "\u{7}", "\u{202E}", "\u{200B}"]

    private func isHarmless(_ text: String) -> Bool {
        !text.unicodeScalars.contains { Self.forbidden.contains($0) }
    }

    @Test(
        "a person's name",
        arguments: [
            "run acme", "run acme --totals", "run acme --format csv", "run acme --format json", "explain acme anna",
            "explain acme anna --json", "explain acme nobody", "what-if acme --without head", "run acme --lang ru",
        ])
    func names(line: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("Анна Орлова", with: "Анна \(Self.hostile)", in: "acme/people.csv")
        let result = try stimul.run(line)
        #expect(isHarmless(result.output) && isHarmless(result.errors))
    }

    @Test("a dispute, an adjustment and its reason, in their lists")
    func disputes() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let text = Self.hostile + "\n2    2026-01  boris   all is well  open"
        _ = try stimul.run(words: [
            "dispute", "acme", "--person", "anna", "--period", "2026-01", "--text", text, "--by", "anna",
        ])
        let disputes = try stimul.run("dispute acme --list")
        #expect(isHarmless(disputes.output))
        // The header, and one row for one dispute: a line break in it makes no other.
        #expect(disputes.output.split(separator: "\n").count == 2)
        _ = try stimul.run(words: [
            "adjust", "acme", "--person", "anna", "--period", "2026-01", "--amount", "5000.00", "--reason", text,
            "--by",
            "dina",
        ])
        let adjustments = try stimul.run("adjust acme --list")
        #expect(isHarmless(adjustments.output))
        #expect(adjustments.output.split(separator: "\n").count == 2)
    }

    @Test("the payroll file and its name, and the name of a table")
    func files() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("Анна Орлова", with: "Анна \(Self.hostile)", in: "acme/people.csv")
        try stimul.write("id\n1\n", to: "acme/new\(Self.hostile).csv")
        let checked = try stimul.run("check acme")
        #expect(checked.output.contains("nothing reads this table"))
        #expect(isHarmless(checked.output))
        for line in [
            "import acme --by dina", "calculate acme --period 2026-01 --by dina",
            "review acme --period 2026-01 --by dina",
            "approve acme --period 2026-01 --by dina", "approve acme --period 2026-01 --by egor",
            "pay acme --period 2026-01 --by dina --output payroll.csv",
        ] {
            let result = try stimul.run(line)
            #expect(isHarmless(result.output) && isHarmless(result.errors))
        }
        let payroll = try String(contentsOf: stimul.folder.appendingPathComponent("payroll.csv"), encoding: .utf8)
        #expect(payroll.contains("Анна x\u{FFFD}]0;t") && isHarmless(payroll))
    }
}
