/// A value for programs; keys are sorted, so that the same is always the same bytes.
indirect enum JSONValue: Sendable, Equatable {
    case text(String)
    case whole(Int64)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])
    case null

    /// UTF-8.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        bytes.append(10)
        return bytes
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, into: &bytes)
        case .whole(let number): bytes.append(contentsOf: String(number).utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        case .list(let values):
            bytes.append(91)
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(44) }
                value.write(into: &bytes)
            }
            bytes.append(93)
        case .object(let members):
            bytes.append(123)
            for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if place > 0 { bytes.append(44) }
                Self.write(member.key, into: &bytes)
                bytes.append(58)
                member.value.write(into: &bytes)
            }
            bytes.append(125)
        }
    }

    /// A string of RFC 8259: quotation mark, backslash and controls escaped; `<` too, so that nothing reads markup in it.
    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(34)
        for byte in text.utf8 {
            switch byte {
            case 34, 92:
                bytes.append(92)
                bytes.append(byte)
            case 0..<32, 127, 60:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hex(byte >> 4))
                bytes.append(hex(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }
}
