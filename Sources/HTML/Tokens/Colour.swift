/// A colour of the screen: red, green and blue of sRGB.
public struct Colour: Hashable, Sendable {
    /// Red, green and blue, each 0 to 255.
    public let red, green, blue: UInt8

    /// A colour as it is written in six hexadecimal digits: `0x0B57B0`.
    public init(_ value: UInt32) {
        red = UInt8(truncatingIfNeeded: value >> 16)
        green = UInt8(truncatingIfNeeded: value >> 8)
        blue = UInt8(truncatingIfNeeded: value)
    }

    /// The colour as CSS writes it: `#0B57B0`.
    public var text: String {
        var bytes: [UInt8] = [35]
        for part in [red, green, blue] {
            bytes.append(PercentEncoding.digit(part >> 4))
            bytes.append(PercentEncoding.digit(part & 15))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
