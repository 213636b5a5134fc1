/// The attributes of an element, as the parser lays them out; valid only while the element's beginning is told.
struct XMLAttributes {
    /// Five pointers for each: local name, prefix, namespace, first byte of the value, byte behind it.
    private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    init(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        self.pointers = pointers
        self.count = pointers == nil ? 0 : count
    }

    /// An attribute of no namespace whose name has one letter, as those of cells have.
    @inline(__always)
    func letter(at index: Int) -> UInt8 {
        guard let name = pointers?[index * 5], pointers?[index * 5 + 2] == nil, name[0] != 0, name[1] == 0 else {
            return 0
        }
        return name[0]
    }

    /// The bytes of a value, in which an ampersand may still be spelt `&#38;`.
    @inline(__always)
    func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = pointers?[index * 5 + 3], let end = pointers?[index * 5 + 4], end >= start else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    /// The value of the attribute of that name, such as `name` or `table:name`.
    subscript(_ name: StaticString) -> String? {
        let full = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let prefixLength = full.firstIndex(of: UInt8(ascii: ":")) ?? 0
        let start = prefixLength == 0 ? 0 : prefixLength + 1
        for index in 0..<count {
            guard let local = pointers?[index * 5], Self.matches(full, from: start, local) else { continue }
            guard XMLNames.matches(name, prefixLength: prefixLength, pointers?[index * 5 + 2]) else { continue }
            return text(at: index)
        }
        return nil
    }

    /// A value that is a whole number, not below zero.
    func number(_ name: StaticString) -> Int? {
        guard let text = self[name], text.utf8.count <= 18, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        return Int(text)
    }

    /// A value that is `1` or `true`.
    func isTrue(_ name: StaticString) -> Bool {
        let text = self[name]
        return text == "1" || text == "true"
    }

    private func text(at index: Int) -> String {
        let bytes = bytes(at: index)
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
    }

    /// Whether a local name is the part of a name from a place on.
    private static func matches(
        _ name: UnsafeBufferPointer<UInt8>, from start: Int, _ local: UnsafePointer<UInt8>
    ) -> Bool {
        for index in start..<name.count where local[index - start] != name[index] { return false }
        return local[name.count - start] == 0
    }
}
