import Testing

@testable import Credentials

/// Codes are those of every authenticator program, and each is good once.
struct TOTPTests {
    private let key = TOTPKey(kept: Secret(Array("12345678901234567890".utf8)))

    @Test(
        "RFC 6238, appendix B, SHA-1: the last six of its eight digits",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        #expect(key.code(of: TOTPKey.step(at: Instant(seconds: seconds)))?.revealed == code)
    }

    @Test("a code is taken one step early, in time and one step late; two steps off it is not")
    func window() throws {
        let step: Int64 = 50_000_000
        let code = try #require(key.code(of: step))
        let taken = (-2...2).map { key.step(of: code, at: Instant(seconds: (step + $0) * 30 + 7), after: -1) }
        #expect(taken == [nil, step, step, step, nil])
    }

    @Test("a code that was taken is not taken again, nor one before it; the next one is")
    func once() throws {
        let now = Instant(seconds: 1_500_000_000)
        let step = TOTPKey.step(at: now)
        let codes = try [-1, 0, 1].map { try #require(key.code(of: step + $0)) }
        #expect(codes.map { key.step(of: $0, at: now, after: step) } == [nil, nil, step + 1])
    }

    @Test(
        "what is no code is refused",
        arguments: ["", "28708", "2870822", "２８７０８２", "28708a", "287082\0", String(repeating: "2", count: 1_000_000)])
    func malformed(text: String) {
        #expect(key.step(of: Secret(text), at: Instant(seconds: 59), after: -1) == nil)
    }

    @Test("spaces are read over: programs show 287 082")
    func spaced() { #expect(key.step(of: Secret(" 287 082 "), at: Instant(seconds: 59), after: -1) == 1) }

    @Test("the address carries names with signs of their own", arguments: [("ООО «Альфа»: офис", "anna&x=1")])
    func address(issuer: String, user: String) {
        #expect(
            key.address(issuer: "Alfa", user: "anna").revealed
                == "otpauth://totp/Alfa:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Alfa&algorithm=SHA1&digits=6&period=30"
        )
        let address = key.address(issuer: issuer, user: user).revealed
        #expect(address.contains(":anna%26x%3D1?secret=") && !address.contains("«") && !address.contains(" "))
    }

    @Test("typed by hand, a key is groups of four letters of base32 (the secret of RFC 6238)")
    func typed() { #expect(key.typed.revealed == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ") }

    @Test(
        "base32 is that of RFC 4648, section 10, without padding",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, letters: String) { #expect(Base32.text(Array(text.utf8)) == letters) }

    @Test("the picture has the three corners of a QR code and its quiet margin; too long a text has none")
    func picture() throws {
        let code = try #require(QRCode(of: key.address(issuer: "Alfa", user: "anna")))
        let rows = (0..<7).map { row in
            code.isDark.revealed[row * code.side..<row * code.side + 7].map { $0 ? "#" : "." }.joined()
        }
        #expect(rows == ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"])
        #expect((code.side - 17) % 4 == 0)
        #expect(
            code.svg.revealed.hasPrefix("<svg ")
                && code.svg.revealed.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
        #expect(code.svg.revealed.contains("M4 4h7v1h-7z"))
        #expect(QRCode(of: Secret(String(repeating: "x", count: 2_332))) == nil)
        #expect(QRCode(of: Secret("")) == nil)
    }
}
