/// The bytes of a page, added at the end.
///
/// Text and values are escaped here and nowhere else; markup as it stands comes only from what a programmer wrote
/// (`StaticString`), never from data.
public struct PageWriter: Sendable {
    /// What was written, UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Makes a writer with room for so many bytes.
    public init(capacity: Int = 16_384) {
        bytes.reserveCapacity(max(0, capacity))
    }

    /// Adds text; what has a meaning in markup becomes a character reference.
    ///
    /// A parser of HTML gives the same text back, with one exception: NUL, which no page can carry, is U+FFFD.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// Adds markup as it stands.
    mutating func literal(_ markup: StaticString) {
        if markup.hasPointerRepresentation {
            bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
        } else {
            bytes.append(contentsOf: String(markup.unicodeScalar).utf8)
        }
    }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// Adds what a function of this room writes, in place.
    mutating func withBytes(_ add: (inout [UInt8]) -> Void) { add(&bytes) }

    /// Adds characters that are known to need no escape: digits, the letters of a class.
    mutating func plain(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// NUL, carriage return, quotation mark, ampersand, less and greater: a bit for each.
    private static let special: UInt64 = 1 << 0 | 1 << 13 | 1 << 34 | 1 << 38 | 1 << 60 | 1 << 62

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 64, Self.special >> UInt64(byte) & 1 == 1 else { continue }
            bytes.append(contentsOf: text[start..<index])
            literal(Self.reference(byte))
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func reference(_ byte: UInt8) -> StaticString {
        switch byte {
        case 38: "&amp;"
        case 60: "&lt;"
        case 62: "&gt;"
        case 34: "&quot;"
        // A parser turns a carriage return of the stream into a line feed, one of a reference stays.
        case 13: "&#13;"
        default: "\u{FFFD}"
        }
    }
}

extension PageWriter {
    /// Adds the start of an element: its name and attributes.
    public mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        byte(60)
        literal(name)
        for attribute in attributes { attribute.write(into: &self) }
        byte(62)
    }

    /// Adds the end of an element.
    public mutating func close(_ name: StaticString) {
        literal("</")
        literal(name)
        byte(62)
    }
}
