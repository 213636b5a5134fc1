import HTML
import Testing

/// Addresses that a page may hold.
struct AddressTests {
    @Test("parts and values are encoded, Cyrillic too")
    func path() throws {
        let address = try Address(
            path: ["people", "анна/2", "pay"], query: [("at", "sale 2&x=\"1\"")], fragment: Identifier(.node, "sale 2"))
        #expect(
            address.text
                == "/people/%D0%B0%D0%BD%D0%BD%D0%B0%2F2/pay?at=sale%202%26x%3D%221%22#node-sale_202")
    }

    @Test("a part that browsers would take away is refused", arguments: ["", ".", ".."])
    func dots(part: String) {
        #expect(throws: AddressFailure.self) { try Address(path: ["people", part, "pay"]) }
    }

    @Test("a query of the same page")
    func query() {
        #expect(Address.query([("sort", "-payable")]).text == "?sort=-payable")
        #expect(Address.query([]).text == "?")
    }

    @Test(
        "what leads to a host, a mailbox or a place of our own",
        arguments: [
            "https://example.org/a?b=c#d", "HTTP://example.org", "mailto:anna@example.org", "/pay", "#node-1", "?x=1",
        ])
    func allowed(text: String) throws {
        #expect(try Address(parsing: text).text == text)
    }

    @Test(
        "what runs, reads or misleads is refused",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc",
            "blob:https://example.org/1", "//example.org", "/\\example.org", "\\\\example.org", "https:example.org",
            "https://", "https:///example.org", "https://user@example.org", "mailto:", "pay", "",
            "https://example.org/\u{202E}gro", "&#106;avascript:alert(1)",
        ])
    func refused(text: String) {
        #expect(throws: AddressFailure.self) { try Address(parsing: text) }
    }

    @Test("a refusal says what helps")
    func message() {
        let failure = #expect(throws: AddressFailure.self) { try Address(parsing: "javascript:alert(1)") }
        #expect(
            failure?.description
                == "‘javascript:alert(1)’ is no address that a page may hold. Begin it with https://, http://, mailto: or /."
        )
        #expect(throws: AddressFailure.self) { try Address(parsing: "/" + String(repeating: "a", count: 2_048)) }
    }

    @Test("different names have different ids, of letters, digits, - and _ only")
    func identifiers() {
        let names = ["a b", "a_20b", "a-b", "a/b", "", " ", "анна", "a\u{0}b", "\"><script>", "é", "e\u{301}"]
        let ids = names.map { Identifier(.node, $0).text }
        #expect(Set(ids).count == names.count)
        for id in ids { #expect(id.wholeMatch(of: /node-[A-Za-z0-9_-]*/) != nil) }
    }

    @Test("a tag of language is of letters, digits and hyphens")
    func languageTags() {
        for text in ["ru", "en-GB", "zh-Hant-TW"] { #expect(LanguageTag(text)?.text == text) }
        for text in ["", "r", "ru_RU", "ru-", "\" onload=", "русский", "ru-123456789"] {
            #expect(LanguageTag(text) == nil)
        }
    }
}
