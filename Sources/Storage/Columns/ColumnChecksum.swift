internal import Company

/// A checksum of bytes at the speed of memory, against damage and for noticing that a file changed; no protection against
/// somebody who means to deceive.
///
/// Eight lanes each take every eighth word: lane = rotate((lane ^ word) × odd number). Every step can be undone, so a change
/// within one word of eight bytes is found for certain, any other but for one in 2^64.
enum ColumnChecksum {
    private typealias Lanes = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// How many bytes the lanes take in one step.
    private static let block = 64
    private static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The checksum of some bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: Lanes = (1, 2, 3, 4, 5, 6, 7, 8)
        let whole = bytes.count / block * block
        if let base = bytes.baseAddress {
            take(base, whole, &lanes)
            takeRest(UnsafeRawBufferPointer(rebasing: bytes[whole...]), &lanes)
        }
        return joined(lanes, length: bytes.count)
    }

    /// The checksum of the bytes of an array.
    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { of($0) }
    }

    /// The checksum of a file; `nil` when it cannot be read.
    static func of(_ content: any ByteSource) -> UInt64? {
        var lanes: Lanes = (1, 2, 3, 4, 5, 6, 7, 8)
        // A multiple of what the lanes take in one step, so that only the last part has a rest.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: block)
        defer { memory.deallocate() }
        var offset = 0
        while offset < content.count {
            let count = min(memory.count, content.count - offset)
            let part = UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
            guard let base = memory.baseAddress, (try? content.read(into: part, at: offset)) != nil else { return nil }
            let whole = count / block * block
            take(base, whole, &lanes)
            takeRest(UnsafeRawBufferPointer(rebasing: part[whole...]), &lanes)
            offset += count
        }
        return joined(lanes, length: content.count)
    }

    private static func take(_ base: UnsafeRawPointer, _ count: Int, _ lanes: inout Lanes) {
        var (a, b, c, d, e, f, g, h) = lanes
        var offset = 0
        while offset < count {
            let block = base + offset
            a = step(a, block)
            b = step(b, block + 8)
            c = step(c, block + 16)
            d = step(d, block + 24)
            e = step(e, block + 32)
            f = step(f, block + 40)
            g = step(g, block + 48)
            h = step(h, block + 56)
            offset += Self.block
        }
        lanes = (a, b, c, d, e, f, g, h)
    }

    /// The bytes behind the last whole block, filled up with zeros.
    private static func takeRest(_ rest: UnsafeRawBufferPointer, _ lanes: inout Lanes) {
        if rest.isEmpty { return }
        withUnsafeTemporaryAllocation(byteCount: block, alignment: 8) { filled in
            filled.initializeMemory(as: UInt8.self, repeating: 0)
            filled.copyMemory(from: rest)
            if let base = filled.baseAddress { take(base, block, &lanes) }
        }
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UnsafeRawPointer) -> UInt64 {
        turned(lane ^ UInt64(littleEndian: word.loadUnaligned(as: UInt64.self)))
    }

    @inline(__always)
    private static func turned(_ word: UInt64) -> UInt64 {
        let product = word &* factor
        return product << 31 | product >> 33
    }

    private static func joined(_ lanes: Lanes, length: Int) -> UInt64 {
        var sum = turned(UInt64(truncatingIfNeeded: length) ^ factor)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3, lanes.4, lanes.5, lanes.6, lanes.7] {
            sum = turned(sum ^ lane)
        }
        // The highest bits have met every other by now, the lowest only few.
        return turned(sum ^ sum >> 32)
    }
}
