import Company
import Formulas
import Messages
import Testing

@Suite("Files made to hurt are refused in a moment")
struct HostileCompanyTests {
    @Test("the billion laughs: twelve lines that stand for 9^12 texts")
    func billionLaughs() {
        let lines = (1...12).map { level -> String in
            let parts = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            return "  a\(level): &a\(level) [\(parts)]"
        }
        let text = "metrics:\n  a0: &a0 [lol]\n" + lines.joined(separator: "\n") + "\n  ? *a12\n  : x"
        #expect(
            said(["bomb.yaml": text]) == """
                bomb.yaml:3:12: error: '*a0' is an alias inside another one, or one of too many
                    3 |   a1: &a1 [*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0]
                      |            ^~~
                   help: write out what stands at '&a0'
                """)
    }

    @Test(
        "laughter in other clothes: lists below their key, brackets over lines, quotations and comments that hide them",
        arguments: [
            "a1: &a1\n- *a0\n- *a0",
            "a1: &a1\n  - *a0",
            "a1: &a1\n  b: *a0",
            "a1: &a1\n[*a0, *a0]",
            "a1:\n  &a1\n  [*a0]",
            "a1: &a1 [\n*a0]",
            "a1: &a1 [ # ]\n*a0]",
            "a1: &a1 [\"]\",\n*a0]",
            "a1: &a1 [\"\n]\",\n*a0]",
            "a1: &a1\n  k: x]]]\n  j: [\n*a0]",
            "? *a0\n: x",
            "*a0 : x",
            (0...200).map { "b\($0): *a0" }.joined(separator: "\n"),
        ])
    func disguises(lines: String) {
        #expect(
            said(["bomb.yaml": "a0: &a0 [lol]\n" + lines])
                .contains(": error: '*a0' is an alias inside another one, or one of too many\n"))
    }

    @Test("an alias that repeats plain text is read, and what only looks like one is none")
    func harmless() {
        #expect(
            said([
                "a.yaml": """
                # see &x
                metrics:
                  twice: {unit: RUB, value: sales *2, card: &card {meaning: "so [to] say"}}
                  thrice: {unit: RUB, value: sales * 3, card: *card}
                  four_times:
                    unit: &unit RUB
                    value: sales * 4
                    card: *card
                  five_times:
                    unit: *unit
                    value: sales * 5
                """
            ]) == "")
    }

    @Test("a file that cannot be read does not make everything that it defines unknown")
    func unreadableDefinitions() {
        #expect(
            said([
                "metrics.yaml": "metrics:\n  deals: {unit: pieces",
                "b.yaml":
                    "metrics:\n  half: {unit: number, value: deals / 2}\n  odd: {unit: RUB, value: sales + 5 days}",
            ]) == """
                metrics.yaml:3:1: error: this is not YAML: expected ',' or '}' before this
                    3 | 
                      | ^
                   help: close the '{' above, or put a comma between the parts
                metrics.yaml: note: names that are not known (1) are not shown while this file cannot be read
                   help: mend this file first
                b.yaml:3:27: error: RUB cannot be added to days
                    3 |   odd: {unit: RUB, value: sales + 5 days}
                      |                           ^~~~~~~~~~~~~~
                   help: both sides need the same unit
                """)
    }

    @Test(
        "5,000 levels of nesting",
        arguments: [
            "metrics: " + String(repeating: "[", count: 5_000),
            "metrics: " + String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
            "metrics: " + String(repeating: "{a: ", count: 5_000) + String(repeating: "}", count: 5_000),
            String(repeating: "- ", count: 5_000) + "a",
            (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
        ])
    func nesting(text: String) {
        let said = said(["deep.yaml": text])
        #expect(said.contains("error: this is not YAML: it is nested more than 1000 levels deep"))
        #expect(said.contains("   help: close the brackets above"))
    }

    @Test("10,000 parentheses in a formula")
    func parentheses() {
        let deep = String(repeating: "(", count: 9_000) + "1" + String(repeating: ")", count: 9_000)
        #expect(
            said(["a.yaml": "metrics:\n  a: {unit: number, value: \(deep)}"])
                .hasPrefix("a.yaml:2:128: error: the formula is nested more than 100 levels deep"))
        let long = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
        #expect(
            said(["a.yaml": "metrics:\n  a: {unit: number, value: \(long)}"])
                .hasPrefix("a.yaml:2:28: error: the formula has more than 20000 characters"))
    }

    @Test("a chain of 5,000 metrics, each standing on the next")
    func chain() {
        let links = (0..<5_000).map { "  m\($0): {unit: number, value: m\($0 + 1)}" }.joined(separator: "\n")
        #expect(
            said(["a.yaml": "metrics:\n\(links)\n  m5000: {unit: number, value: 1}"])
                .hasPrefix(
                    """
                    a.yaml:2:3: error: 'm0' stands on a chain of more than 200 metrics
                        2 |   m0: {unit: number, value: m1}
                          |   ^~
                       help: shorten the chain
                    """))
    }

    @Test("a line of 5,000 managers, each above the next")
    func reportingLine() {
        let people = (0..<5_000).map { "p\($0),P" }.joined(separator: "\n")
        let lines = (0..<4_999).map { "p\($0),seller,sales_team,p\($0 + 1),2026-01-01" }.joined(separator: "\n")
        #expect(
            said([
                "people.csv": "id,name\n" + people, "sale.csv": nil,
                "assignments.csv": "person,position,unit,manager,from\n" + lines,
            ])
            .hasPrefix(
                """
                assignments.csv:2: error: above 'p0' stand more than 100 managers, one above the other
                    2 | p0,seller,sales_team,p1,2026-01-01
                   help: mend the column 'manager'
                """))
    }

    @Test("a YAML file larger than a person writes")
    func large() {
        let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: CompanyReader.textLimit + 1)
        #expect(
            said(SmallCompany.changed(byBytes: ["large.yaml": bytes])) == """
                large.yaml: error: a YAML file may have 8 MB; this one has more
                   help: data belongs in CSV tables
                """)
    }

    @Test("a YAML file that is no text", arguments: [[0xFF, 0xFE, 0x00], [0xC3, 0x28], [0x89, 0x50, 0x4E, 0x47]])
    func notText(bytes: [UInt8]) {
        #expect(
            said(SmallCompany.changed(byBytes: ["a.yaml": bytes]), .ru) == """
                a.yaml: ошибка: файл не в кодировке UTF-8
                   совет: сохраните его в UTF-8
                """)
    }
}
