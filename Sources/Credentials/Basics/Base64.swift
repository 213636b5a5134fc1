internal import CSodium

/// Base64 without padding (RFC 4648), in the alphabet of PHC strings or in that of addresses.
enum Base64 {
    /// `+` and `/`, as PHC strings have it.
    static func plain(_ bytes: [UInt8]) -> String { encode(bytes, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) }

    /// `-` and `_`, which stand in an address as they are.
    static func address(_ bytes: [UInt8]) -> String { encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING) }

    /// The bytes of ``plain(_:)``, or nil for any other text.
    static func bytes(plain text: String) -> [UInt8]? { decode(text, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) }

    /// The bytes of ``address(_:)``, or nil for any other text.
    static func bytes(address text: String) -> [UInt8]? { decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING) }

    private static func encode(_ bytes: [UInt8], _ variant: Int32) -> String {
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func decode(_ text: String, _ variant: Int32) -> [UInt8]? {
        let characters = text.utf8.map { CChar(bitPattern: $0) }
        var bytes = [UInt8](repeating: 0, count: characters.count)
        var count = 0
        let code = sodium_base642bin(
            &bytes, bytes.count, characters, characters.count, nil, &count, nil, variant)
        // Without a place for where reading ended, libsodium refuses whatever is left over.
        return code == 0 ? Array(bytes.prefix(count)) : nil
    }
}
