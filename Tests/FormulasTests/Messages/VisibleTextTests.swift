import Formulas
import Messages
import Testing

@Suite("what people type never steers a terminal")
struct VisibleTextTests {
    @Test(
        "a character that nobody sees is shown",
        arguments: [
            ("x\u{1B}]0;t\u{7}", "x\u{FFFD}]0;t\u{FFFD}"), ("del\u{7F}", "del\u{FFFD}"),
            ("c1\u{9B}31m", "c1\u{FFFD}31m"),
            ("turned\u{202E}back", "turned\u{FFFD}back"), ("isolate\u{2066}", "isolate\u{FFFD}"),
            ("an\u{200B}na", "an\u{FFFD}na"), ("join\u{200D}ed", "join\u{FFFD}ed"), ("\u{FEFF}bom", "\u{FFFD}bom"),
            ("soft\u{AD}hyphen", "soft\u{FFFD}hyphen"), ("tag\u{E0041}", "tag\u{FFFD}"),
            ("mark\u{61C}", "mark\u{FFFD}"),
            ("two\nlines", "two lines"), ("two\r\nlines", "two lines"), ("two\rlines", "two lines"),
            ("line\u{2028}break", "line\u{FFFD}break"), ("a\tb", "a b"),
            ("Анна Орлова-Ёж", "Анна Орлова-Ёж"), ("cafe\u{301}", "cafe\u{301}"), ("5 000,00 ₽", "5 000,00 ₽"),
            ("日本", "日本"),
            ("❤\u{FE0F}", "❤\u{FE0F}"), ("no\u{A0}break", "no\u{A0}break"), ("", ""),
        ])
    func line(given: String, shown: String) {
        #expect(VisibleText.line(given) == shown)
        #expect(VisibleText.line(shown) == shown)
    }

    @Test("in a text of several lines every break is a line feed")
    func lines() {
        #expect(VisibleText.lines("a\r\nb\rc\n\td\u{1B}") == "a\nb\nc\n\td\u{FFFD}")
    }

    @Test("in JSON such a character is an escape, and the text the same")
    func json() {
        #expect(
            VisibleText.json("{\n  \"name\": \"a\u{202E}b\u{7F}\u{E0041}\"\n}")
                == #"{\#n  "name": "a\u202eb\u007f\udb40\udc41"\#n}"#)
        #expect(VisibleText.json("[\"Анна\"]") == "[\"Анна\"]")
    }

    @Test("a name of a megabyte does not fill the screen, and what to do about it stays")
    func shortened() {
        let long = String(repeating: "x", count: 1 << 20)
        #expect(
            VisibleText.shortened("there is no '\(long)'; add it")
                == "there is no '\(String(repeating: "x", count: 79))… add it")
        let sentences = String(repeating: "word ", count: 200_000) + "end"
        #expect(VisibleText.shortened(sentences).count == 2_253)
        #expect(VisibleText.shortened(sentences).hasSuffix("word end"))
        #expect(VisibleText.shortened("short") == "short")
    }

    @Test("a finding is one line for the message, whatever the data hold")
    func finding() {
        let diagnostic = Diagnostic(
            code: "unknown-record", at: Place(file: "a\u{1B}[2Jb.csv", line: 2, column: 3, lineText: "1;\u{202E}x"),
            LocalizedText(en: "there is no person 'a\nerror: b'", ru: "записи «a\nb» нет"),
            remedy: LocalizedText(en: "add '\u{7}'", ru: "добавьте «\u{7}»"))
        #expect(
            diagnostic.rendered(in: .en) == """
                a\u{FFFD}[2Jb.csv:2:3: error: there is no person 'a error: b'
                    2 | 1;\u{FFFD}x
                      |   ^
                   help: add '\u{FFFD}'
                """)
    }
}
