/// What the header of a file is known by next month: its names in any order, capitals and blanks not counted, months beside each
/// other counted as one.
public struct HeaderFingerprint: Hashable, Sendable, CustomStringConvertible {
    /// Sixteen hexadecimal digits (FNV-1a of 64 bits over the folded names in alphabetical order).
    public let description: String

    /// Takes the fingerprint of a table's header.
    public init(_ shape: TableShape) {
        let periods = Set(shape.wide?.members.map(\.index) ?? [])
        var names = shape.columns.filter { !$0.title.isEmpty && !periods.contains($0.index) }
            .map { PlainSpelling.folded($0.name) }
        if !periods.isEmpty { names.append("\u{1}periods") }
        self.init(folded: names)
    }

    /// Takes the fingerprint of names.
    public init(names: [String]) { self.init(folded: names.map(PlainSpelling.folded)) }

    /// Takes what was written down.
    public init(text: String) { description = text }

    private init(folded: [String]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in folded.sorted() {
            for byte in Array(name.utf8) + [0x1F] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        description = String(repeating: "0", count: 16 - digits.count) + digits
    }
}
