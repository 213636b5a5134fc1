import HTML
import Testing

@testable import Web

/// The small parts: decoding, tags, languages, JSON, where the server may be started.
@Suite("Parts of answers and requests")
struct AnswerTests {
    @Test(
        "percent-encoding is read once and strictly",
        arguments: [
            ("a+b", true, "a b"), ("a+b", false, "a+b"), ("%D0%B0", false, "а"), ("%2520", false, "%20"),
            ("%", false, nil),
            ("%4", false, nil), ("%zz", false, nil), ("%ff", false, nil), ("%00", false, nil), ("%0a", false, nil),
            ("%c0%af", false, nil),
        ])
    func decoding(_ text: String, _ plus: Bool, _ expected: String?) {
        #expect(PercentDecoding.text(text, plusIsSpace: plus) == expected)
    }

    @Test(
        "the language is the first of ours by weight",
        arguments: [
            ("ru", PageLanguage.ru), ("en-GB,en;q=0.9,ru;q=0.8", .en), ("de, ru;q=0.5, en;q=0.4", .ru), ("de", nil),
            ("en;q=0", nil), ("en;q=0.001,ru;q=0.002", .ru), ("", nil),
        ])
    func language(_ header: String, _ expected: PageLanguage?) {
        #expect(AskedSetting.preferred(header) == expected)
    }

    @Test(
        "a tag is known in a list, weak, or by a star",
        arguments: [
            ("\"a\"", true), ("W/\"a\"", true), ("\"x\", \"a\"", true), ("*", true), ("\"b\"", false), ("a", false),
            ("", false),
        ])
    func tags(_ header: String, _ isKnown: Bool) {
        #expect(EntityTag.isKnown("\"a\"", by: header) == isKnown)
    }

    @Test("JSON has its keys in order, and nothing in a text ends it")
    func json() {
        let value = JSONValue.object(["b": .text("\"\\\n</script>"), "a": .list([.whole(-1), .flag(true), .null])])
        #expect(
            String(decoding: value.bytes, as: UTF8.self)
                == #"{"a":[-1,true,null],"b":"\"\\\u000a\u003c/script>"}"# + "\n")
    }

    @Test(
        "it is started behind TLS or on this machine alone",
        arguments: [
            ("https://pay.example.com", "127.0.0.1", nil), ("http://127.0.0.1:8080", "127.0.0.1", nil),
            ("http://localhost:8080/", "127.0.0.1", nil),
            ("http://pay.example.com", "127.0.0.1", WebOptions.Fault.plainOrigin("http://pay.example.com")),
            ("https://pay.example.com", "0.0.0.0", WebOptions.Fault.openPort("0.0.0.0")),
            ("pay.example.com", "127.0.0.1", WebOptions.Fault.badOrigin("pay.example.com")),
            ("https://a@b", "127.0.0.1", WebOptions.Fault.badOrigin("https://a@b")),
            ("https://a/b", "127.0.0.1", WebOptions.Fault.badOrigin("https://a/b")),
        ])
    func options(_ origin: String, _ host: String, _ fault: WebOptions.Fault?) {
        do throws(WebOptions.Fault) {
            _ = try WebOptions(origin: origin, host: host)
            #expect(fault == nil)
        } catch { #expect(error == fault) }
    }
}
