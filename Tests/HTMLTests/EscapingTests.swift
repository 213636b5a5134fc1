import HTML
import Testing

/// Whatever people enter stays text.
struct EscapingTests {
    @Test(
        "what has a meaning in markup is written as a reference",
        arguments: [
            ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("O'Neil & \"Sons\"", "O'Neil &amp; &quot;Sons&quot;"), ("a&lt;b", "a&amp;lt;b"),
            ("a\r\nb", "a&#13;\nb"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{202E}abc", "\u{202E}abc"),
            ("\u{1}\u{1B}\u{85}", "\u{1}\u{1B}\u{85}"), ("", ""), ("Анна ₽", "Анна ₽"),
        ])
    func text(text: String, written: String) {
        #expect(p { text }.html == "<p>\(written)</p>")
        #expect(p(.title(text)) {}.html == "<p title=\"\(written)\"></p>")
    }

    @Test("bytes that are no UTF-8 become U+FFFD: an unpaired surrogate, a cut character, an overlong slash")
    func bytes() {
        #expect(p { Text(utf8: [0x61, 0xED, 0xA0, 0x80, 0x62]) }.html == "<p>a\u{FFFD}\u{FFFD}\u{FFFD}b</p>")
        #expect(p { Text(utf8: [0xD0]) }.html == "<p>\u{FFFD}</p>")
        #expect(p { Text(utf8: [0xC0, 0xBC]) }.html == "<p>\u{FFFD}\u{FFFD}</p>")
        #expect(p { Text(utf8: [0x3C, 0x00]) }.html == "<p>&lt;\u{FFFD}</p>")
    }

    @Test("a field of several lines and a text with its breaks keep a line feed at their start")
    func lineFeeds() {
        #expect(pre { "\na" }.html == "<pre>\n\na</pre>")
        #expect(textarea(name: "t", text: "\na").html == "<textarea name=\"t\">\n\na</textarea>")
    }

    /// Every place that data can come to, with one text in all of them.
    private func page(_ text: String) -> some Markup {
        div(.title(text), .label(text), .data(.version, text)) {
            p { text }
            a(href: .query([(text, text)], fragment: Identifier(.node, text))) { bdi { text } }
            input(.text, name: text, .value(text))
            textarea(name: "t", text: text)
            pre { text }
            select { option(.value(text), .selected) { text } }
            SVG.svg(.viewBox(width: 10, height: 10)) {
                SVG.title { text }
                SVG.text { text }
            }
        }
    }

    private static let elements = [
        "div", "p", "a", "bdi", "input", "textarea", "pre", "select", "option", "svg", "title", "text",
    ]

    @Test("4,000 hostile texts in 14 places each are read back as they went in, and no element is new")
    func property() throws {
        var texts = HostileText(seed: 20_261_128)
        for _ in 0..<4_000 {
            let text = texts.next()
            let shown = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
            let pieces = try PageReader.pieces(of: page(text).html)
            var names: [String] = []
            for piece in pieces {
                switch piece {
                case .open(let name, let attributes):
                    names.append(name)
                    for key in ["title", "aria-label", "data-version", "value"] {
                        if let value = attributes[key] { #expect(same(value, shown)) }
                    }
                case .text(let found): #expect(same(found, shown))
                case .close: break
                }
            }
            #expect(names == Self.elements)
            #expect(pieces.count { if case .text = $0 { true } else { false } } >= (text.isEmpty ? 0 : 7))
        }
    }

    /// Scalar by scalar: strings compare equal when they only look the same.
    private func same(_ one: String, _ other: String) -> Bool { one.unicodeScalars.elementsEqual(other.unicodeScalars) }

    @Test("the reader of these tests refuses what is not escaped")
    func reader() {
        for html in [
            "<p>a>b</p>", "<p>&nbsp;</p>", "<p>a & b</p>", "<p title=x></p>", "<p>\r</p>", "<p a=\"1\" a=\"2\">",
        ] {
            #expect(throws: PageReader.Unreadable.self) { try PageReader.pieces(of: html) }
        }
    }
}
