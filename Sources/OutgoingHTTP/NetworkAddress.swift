/// An address of a machine, as far as it matters whether strangers may make the server speak to it.
enum NetworkAddress: Hashable {
    case four([UInt8])
    case six([UInt8])

    /// Whether it is an address of the open internet: not of this machine, of a local network, of a provider's own use or of a group
    /// (RFC 6890; the IPv4 addresses that stand inside IPv6 ones are looked at themselves).
    var isPublic: Bool {
        switch self {
        case .four(let bytes): Self.isPublic(four: bytes)
        case .six(let bytes): Self.isPublic(six: bytes)
        }
    }

    /// Whether it is this machine's own.
    var isLoopback: Bool {
        switch self {
        case .four(let bytes): bytes[0] == 127
        case .six(let bytes): bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        }
    }

    private static func isPublic(four bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): false
        case (100, 64...127), (172, 16...31), (198, 18...19): false
        case (192, 0): bytes[2] != 0 && bytes[2] != 2
        case (198, 51): bytes[2] != 100
        case (203, 0): bytes[2] != 113
        default: true
        }
    }

    private static func isPublic(six bytes: [UInt8]) -> Bool {
        // Mapped (::ffff:a.b.c.d), compatible (::a.b.c.d), translated (64:ff9b::) and tunnelled (2002::) IPv4.
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == bytes[11], bytes[10] == 0 || bytes[10] == 0xFF {
            return bytes[10] == 0xFF && isPublic(four: Array(bytes[12...]))
        }
        if bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return isPublic(four: Array(bytes[12...]))
        }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return isPublic(four: Array(bytes[2..<6])) }
        // Only what is given out to the internet: 2000::/3, without the addresses of documents.
        let isDocumentation = bytes[..<4].elementsEqual([0x20, 0x01, 0x0D, 0xB8])
        return bytes[0] & 0xE0 == 0x20 && !isDocumentation
    }
}
