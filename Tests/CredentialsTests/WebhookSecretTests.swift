import Testing

@testable import Credentials

/// Signatures of messages, and texts that are handed out and taken back.
@Suite("Secrets of messages")
struct WebhookSecretTests {
    /// The example of the reference libraries of Standard Webhooks.
    @Test("a message is signed as the standard's own example")
    func example() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = secret.signature(
            of: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330, Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(
        "a secret has 24 to 64 bytes in Base64 behind its prefix",
        arguments: [
            ("whsec_" + String(repeating: "A", count: 32), true), ("whsec_" + String(repeating: "A", count: 31), false),
            ("whsec_" + String(repeating: "A", count: 87), false), (String(repeating: "A", count: 32), false),
            ("whsec_", false), ("whsec_????????????????????????????????", false),
        ])
    func shape(_ text: String, _ isGood: Bool) { #expect((WebhookSecret(text) != nil) == isGood) }

    @Test("a secret that was drawn is read back, and shows itself to nobody by accident")
    func drawn() throws {
        let secret = WebhookSecret.draw(.system)
        let again = try #require(WebhookSecret(secret.shown.revealed))
        #expect(again.signature(of: "a", at: 1, []) == secret.signature(of: "a", at: 1, []))
        #expect(!"\(secret)".contains(secret.shown.revealed.dropFirst(6)))
    }

    @Test("a sealed text opens for its purpose alone, unaltered")
    func seals() {
        let seal = TextSeal([UInt8](repeating: 7, count: 32))
        let sealed = seal.sealed("41", for: "entries")
        #expect(seal.opened(sealed, for: "entries") == "41")
        #expect(seal.opened(sealed, for: "records") == nil)
        #expect(seal.opened("x" + sealed, for: "entries") == nil)
        #expect(seal.opened(sealed + "A", for: "entries") == nil)
        #expect(TextSeal([UInt8](repeating: 8, count: 32)).opened(sealed, for: "entries") == nil)
        for text in ["", ".", "..", "NDE", "NDE."] { #expect(seal.opened(text, for: "entries") == nil) }
    }
}
