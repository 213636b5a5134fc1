import Foundation
import Testing

@testable import Storage

/// Digests and signatures, against published values.
struct DigestTests {
    @Test(
        "SHA-256 of the published examples (FIPS 180-4)",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func published(text: String, hex: String) {
        #expect(SHA256Digest.of(Array(text.utf8)).hex == hex)
        var stream = SHA256Stream()
        for byte in text.utf8 { stream.update([byte]) }
        #expect(stream.finish().hex == hex)
        #expect(SHA256Digest(hex: hex)?.hex == hex)
    }

    @Test("what is no digest is none", arguments: ["", "ab", "zz", String(repeating: "g", count: 64)])
    func noDigest(text: String) { #expect(SHA256Digest(hex: text) == nil) }

    @Test("values are written with a letter and their length, as one can write them by hand")
    func canonical() {
        var canonical = CanonicalBytes()
        for value in [.integer(5), .text("да"), .bytes([0, 255]), .null] as [SQLValue] { canonical.append(value) }
        #expect(String(decoding: canonical.bytes, as: UTF8.self) == "i1:5t4:даb4:00ffn0:")
    }

    @Test("a signature holds for these bytes and this key alone")
    func signature() throws {
        let key = try SigningKey.generate()
        let signature = key.sign(Array("pay 100".utf8))
        #expect(SigningKey.verify(signature, of: Array("pay 100".utf8), by: key.publicKey))
        #expect(!SigningKey.verify(signature, of: Array("pay 900".utf8), by: key.publicKey))
        let other = try SigningKey.generate().publicKey
        #expect(!SigningKey.verify(signature, of: Array("pay 100".utf8), by: other))
        #expect(!SigningKey.verify([1, 2], of: Array("pay 100".utf8), by: key.publicKey))
    }

    @Test("the signature of the published example (RFC 8032, 7.1, test 1)")
    func publishedSignature() throws {
        let path = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        let key = try SigningKey.load(from: path)
        #expect(key.publicKey.hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        #expect(key.sign([]).hex.hasPrefix("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"))
    }

    @Test("a key is saved for its owner alone, never over another file, and comes back")
    func saved() throws {
        let path = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let key = try SigningKey.generate()
        try key.save(to: path)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try SigningKey.load(from: path).publicKey == key.publicKey)
        #expect(throws: StorageFailure.alreadyThere(path: path)) { try key.save(to: path) }
        try "short\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: StorageFailure.notAKey(path: path)) { try SigningKey.load(from: path) }
    }
}
