internal import Formulas
public import Messages

/// Where the bytes of a file come from, a range at a time: a table is read without ever being held as a whole.
///
/// Several threads ask at once.
public protocol ByteSource: Sendable {
    /// How many bytes there are.
    var count: Int { get }

    /// Copies the bytes from an offset on until the memory is full; they are there by ``count``.
    ///
    /// - Throws: Why they cannot be had.
    func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) throws(ByteSourceFailure)
}

/// Why bytes of a file cannot be had.
public struct ByteSourceFailure: Error, Hashable, Sendable {
    /// What the system says.
    public var reason: LocalizedText
    /// What can be done about it.
    public var remedy = LocalizedText(en: "try again", ru: "попробуйте ещё раз")

    /// Gives a reason.
    public init(_ reason: LocalizedText) {
        self.reason = reason
    }

    /// A line so long that the file is hardly a table.
    static var endlessLine: ByteSourceFailure {
        let megabytes = SourceWindow.most >> 20
        var failure = ByteSourceFailure(
            LocalizedText(en: "a line has more than \(megabytes) MB", ru: "в одной строке больше \(megabytes) МБ"))
        failure.remedy = FaultMessages.endLines
        return failure
    }
}

/// Bytes that are in memory.
struct HeldBytes: ByteSource {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) {
        bytes.withUnsafeBytes {
            memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset...].prefix(memory.count)))
        }
    }
}

extension ByteSource {
    /// The bytes of a range, as far as they are there; zeros where they cannot be had any more.
    func excerpt(_ range: Range<Int>) -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        if let held = self as? HeldBytes { return Array(held.bytes[range]) }
        var bytes = [UInt8](repeating: 0, count: range.count)
        bytes.withUnsafeMutableBytes { memory in try? read(into: memory, at: range.lowerBound) }
        return bytes
    }

    /// Hands over all bytes in their order, some at a time, until the body has seen enough.
    func forEachBlock(_ size: Int = 1 << 18, _ body: ([UInt8]) -> Bool) {
        var offset = 0
        while offset < count {
            let block = excerpt(offset..<min(count, offset + size))
            offset += block.count
            if !body(block) { return }
        }
    }
}
