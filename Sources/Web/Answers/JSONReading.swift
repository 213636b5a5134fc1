/// Reads a JSON text (RFC 8259) strictly: one value, each name of an object once, texts without control characters but line breaks and
/// tabs. Digits of numbers stay as they were written, so that nothing is rounded on the way.
struct JSONReading {
    /// Where reading stopped, in bytes from 0, and why.
    struct Fault: Error, Hashable {
        enum Reason: Hashable {
            case notUTF8
            case unexpected
            case tooDeep
            case nameTwice(String)
            case controlCharacter
            case trailing
        }

        let offset: Int
        let reason: Reason
    }

    private static let deepest = 16

    private let bytes: [UInt8]
    private var place = 0

    /// The value of a text.
    static func value(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
        var reading = JSONReading(bytes: bytes)
        let value = try reading.value(depth: 0)
        reading.skipSpace()
        guard reading.place == bytes.count else { throw Fault(offset: reading.place, reason: .trailing) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { place += 1 }
    }

    private func fault(_ reason: Fault.Reason = .unexpected) -> Fault { Fault(offset: place, reason: reason) }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard depth <= Self.deepest else { throw fault(.tooDeep) }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"):
            try word("true")
            return .flag(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .flag(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        let letters = word.withUTF8Buffer { Array($0) }
        guard place + letters.count <= bytes.count, bytes[place..<(place + letters.count)].elementsEqual(letters) else {
            throw fault()
        }
        place += letters.count
    }

    private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
        place += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if next == UInt8(ascii: "}") {
            place += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault() }
            let start = place
            let name = try text()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw fault() }
            place += 1
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: name) == nil else {
                throw Fault(offset: start, reason: .nameTwice(name))
            }
            skipSpace()
            guard try goesOn(until: UInt8(ascii: "}")) else { return .object(members) }
        }
    }

    private mutating func list(_ depth: Int) throws(Fault) -> JSONValue {
        place += 1
        var values: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            place += 1
            return .list(values)
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            guard try goesOn(until: UInt8(ascii: "]")) else { return .list(values) }
        }
    }

    /// Whether a comma comes; else the end must.
    private mutating func goesOn(until end: UInt8) throws(Fault) -> Bool {
        guard let byte = next, byte == UInt8(ascii: ",") || byte == end else { throw fault() }
        place += 1
        return byte != end
    }

    private mutating func number() throws(Fault) -> String {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        if next == UInt8(ascii: "0") { place += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            try digits()
        }
        guard place - start <= 64 else { throw fault() }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() throws(Fault) {
        let start = place
        while let byte = next, (48...57).contains(byte) { place += 1 }
        guard place > start else { throw fault() }
    }

    private mutating func text() throws(Fault) -> String {
        place += 1
        var content: [UInt8] = []
        while true {
            guard let byte = next else { throw fault() }
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else { throw fault(.notUTF8) }
                guard text.unicodeScalars.allSatisfy(Self.isAllowed) else { throw fault(.controlCharacter) }
                return text
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<32: throw fault(.controlCharacter)
            default: content.append(byte)
            }
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 32 && scalar.value != 127 || scalar == "\n" || scalar == "\t" || scalar == "\r"
    }

    private mutating func escape(into content: inout [UInt8]) throws(Fault) {
        guard let byte = next else { throw fault() }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "u"): content.append(contentsOf: String(try scalar()).utf8)
        default: throw fault()
        }
    }

    /// A scalar in hexadecimal digits, of two surrogates where it takes them.
    private mutating func scalar() throws(Fault) -> Character {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard (0xD800..<0xDC00).contains(first), next == UInt8(ascii: "\\") else { throw fault() }
        place += 1
        guard next == UInt8(ascii: "u") else { throw fault() }
        place += 1
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault() }
        return Character(scalar)
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard place + 4 <= bytes.count, bytes[place..<(place + 4)].allSatisfy(Self.isHexadecimal),
            let unit = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
        else { throw fault() }
        place += 4
        return unit
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
