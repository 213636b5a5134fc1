import Testing

@testable import OutgoingHTTP

/// To which machines strangers may make the server speak.
@Suite("Addresses of machines")
struct NetworkAddressTests {
    /// Addresses, and whether they are of the open internet.
    static let known: [([UInt8], Bool)] = [
        ([8, 8, 8, 8], true), ([93, 184, 216, 34], true), ([100, 63, 0, 1], true), ([100, 128, 0, 1], true),
        ([172, 15, 0, 1], true), ([172, 32, 0, 1], true), ([192, 169, 0, 1], true), ([223, 255, 255, 254], true),
        ([0, 0, 0, 0], false), ([10, 0, 0, 1], false), ([127, 0, 0, 1], false), ([127, 255, 0, 1], false),
        ([169, 254, 169, 254], false), ([172, 16, 0, 1], false), ([172, 31, 255, 1], false),
        ([192, 168, 1, 1], false), ([100, 64, 0, 1], false), ([198, 18, 0, 1], false), ([192, 0, 0, 8], false),
        ([192, 0, 2, 1], false), ([198, 51, 100, 1], false), ([203, 0, 113, 1], false), ([224, 0, 0, 1], false),
        ([255, 255, 255, 255], false),
    ]

    @Test("of IPv4: the open internet alone", arguments: NetworkAddressTests.known)
    func four(_ bytes: [UInt8], _ isPublic: Bool) {
        #expect(NetworkAddress.four(bytes).isPublic == isPublic)
        // The same inside an IPv6 address: mapped, translated, tunnelled.
        let zeros = [UInt8](repeating: 0, count: 10)
        #expect(NetworkAddress.six(zeros + [0xFF, 0xFF] + bytes).isPublic == isPublic)
        #expect(NetworkAddress.six([0, 0x64, 0xFF, 0x9B] + zeros.dropLast(2) + bytes).isPublic == isPublic)
        #expect(NetworkAddress.six([0x20, 0x02] + bytes + zeros).isPublic == isPublic)
    }

    @Test(
        "of IPv6: what is given out to the internet",
        arguments: [
            ([0x2A, 0x00, 0x14, 0x50] + [UInt8](repeating: 1, count: 12), true),
            ([UInt8](repeating: 0, count: 16), false), ([UInt8](repeating: 0, count: 15) + [1], false),
            ([0xFC] + [UInt8](repeating: 0, count: 15), false), ([0xFD] + [UInt8](repeating: 1, count: 15), false),
            ([0xFE, 0x80] + [UInt8](repeating: 1, count: 14), false),
            ([0xFF, 2] + [UInt8](repeating: 0, count: 14), false),
            ([0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 1, count: 12), false),
            ([UInt8](repeating: 0, count: 12) + [8, 8, 8, 8], false),
        ] as [([UInt8], Bool)])
    func six(_ bytes: [UInt8], _ isPublic: Bool) { #expect(NetworkAddress.six(bytes).isPublic == isPublic) }
}

/// What is sent, and where it is not.
@Suite("Sending")
struct OutgoingPostTests {
    private static func post(_ address: String, plain: Bool = false) -> OutgoingPost {
        var post = OutgoingPost(to: address, headers: [], body: [])
        post.allowsPlainLoopback = plain
        post.seconds = 2
        return post
    }

    @Test(
        "addresses that are none",
        arguments: [
            "", "pay.example.com", "http://pay.example.com/", "ftp://a.example/", "https://", "https:///path",
            "https://user:secret@a.example/", "https://a.example/#top", "https://a.example/a b", "https://а.example/",
            "https:\\\\a.example\\", "http://127.0.0.1:9/", "http://localhost/", "file:///etc/passwd",
        ])
    func bad(_ address: String) {
        #expect(Self.post(address).fault == .badAddress)
        #expect(Self.post(address).sent() == .failed(.badAddress))
    }

    /// This machine's names, as addresses can write them.
    static let ownNames = [
        "127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0",
    ]

    @Test("this machine is not spoken to, however it is named", arguments: OutgoingPostTests.ownNames)
    func thisMachine(_ host: String) {
        #expect(Self.post("https://\(host):9/").sent() == .failed(.privateAddress))
    }

    @Test("http is for this machine alone, where it is allowed")
    func plain() {
        #expect(Self.post("http://127.0.0.1:1/", plain: true).fault == nil)
        #expect(Self.post("http://127.0.0.1:1/", plain: true).sent() == .failed(.noConnection))
        #expect(Self.post("http://127.0.0.1.example:1/", plain: true).fault == .badAddress)
        #expect(Self.post("http://192.168.0.1/", plain: true).fault == .badAddress)
    }
}
