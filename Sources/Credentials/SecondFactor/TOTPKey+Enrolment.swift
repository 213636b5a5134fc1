extension TOTPKey {
    /// The key as somebody types it where no camera is: groups of four letters.
    public var typed: Secret<String> {
        let letters = Array(Base32.text(bytes.revealed))
        let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
        return Secret(groups.joined(separator: " "))
    }

    /// The address that an authenticator program reads from a picture (the Key URI Format of Google Authenticator).
    ///
    ///     otpauth://totp/Alfa:anna?secret=…&issuer=Alfa&algorithm=SHA1&digits=6&period=30
    public func address(issuer: String, user: String) -> Secret<String> {
        // The colon parts the label, so neither name may bring one of its own.
        let issuer = Self.escaped(issuer.replacing(":", with: " "))
        let user = Self.escaped(user.replacing(":", with: " "))
        return Secret(
            "otpauth://totp/\(issuer):\(user)?secret=\(Base32.text(bytes.revealed))&issuer=\(issuer)"
                + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.period)")
    }

    /// Percent-encoded but for the unreserved characters (RFC 3986, section 2.3).
    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }.joined()
    }
}
