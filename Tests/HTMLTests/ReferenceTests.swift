import Foundation
import HTML
import Testing

/// The same by a parser of others: `STIMUL_REFERENCE=/tmp/cases.json swift test --filter ReferenceTests`, then
/// `python3 Tests/HTMLTests/Reference/parse.py /tmp/cases.json`.
struct ReferenceTests {
    @Test(
        "hostile texts are written for the parser of html5lib",
        .enabled(if: ProcessInfo.processInfo.environment["STIMUL_REFERENCE"] != nil))
    func cases() throws {
        var texts = HostileText(seed: 5)
        let cases = (0..<5_000).map { _ in
            let text = texts.next()
            return ["text": text, "html": document(text).html]
        }
        let file = URL(filePath: ProcessInfo.processInfo.environment["STIMUL_REFERENCE"] ?? "/tmp/cases.json")
        try JSONEncoder().encode(cases).write(to: file)
    }

    private func document(_ text: String) -> some Markup {
        Document {
            html(.lang(Language.ru.tag)) {
                head {
                    Meta.charset
                    title { "x" + text }
                }
                body {
                    div(.title(text), .label(text)) {
                        p { "x" + text }
                        textarea(name: "t", text: text)
                        pre { text }
                        table { tbody { tr { td(.title(text)) { bdi { "x" + text } } } } }
                        SVG.svg(.viewBox(width: 10, height: 10)) {
                            SVG.title { "x" + text }
                            SVG.text { "x" + text }
                        }
                    }
                }
            }
        }
    }
}
