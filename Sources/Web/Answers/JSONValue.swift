/// A value for programs; keys are sorted, so that the same is always the same bytes.
indirect enum JSONValue: Sendable, Equatable {
    case text(String)
    case whole(Int64)
    /// A number by its digits, as it was written.
    case number(String)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])
    case null

    /// The member of an object.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text, if it is one.
    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The values, if it is a list.
    var list: [JSONValue]? {
        guard case .list(let values) = self else { return nil }
        return values
    }

    /// The members, if it is an object.
    var members: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The whole number, if it is one.
    var whole: Int64? {
        switch self {
        case .whole(let number): number
        case .number(let digits): Int64(digits)
        case .text, .flag, .list, .object, .null: nil
        }
    }

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
        case .number(let digits): bytes.append(contentsOf: digits.utf8)
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
