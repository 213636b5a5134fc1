internal import CXXHash
internal import Company

/// A checksum of bytes at the speed of memory, against damage and for noticing that a file changed; no protection against
/// somebody who means to deceive.
///
/// It is XXH3 with 64 bits of the xxHash library (github.com/Cyan4973/xxHash), seed 0.
enum ColumnChecksum {
    /// The checksum of some bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        XXH3_64bits(bytes.baseAddress, bytes.count)
    }

    /// The checksum of the bytes of an array.
    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { of($0) }
    }

    /// The checksum of a file; `nil` when it cannot be read.
    static func of(_ content: any ByteSource) -> UInt64? {
        guard let state = XXH3_createState() else { return nil }
        defer { XXH3_freeState(state) }
        guard XXH3_64bits_reset(state) == XXH_OK else { return nil }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { memory.deallocate() }
        var offset = 0
        while offset < content.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: memory[..<min(memory.count, content.count - offset)])
            guard (try? content.read(into: part, at: offset)) != nil,
                XXH3_64bits_update(state, part.baseAddress, part.count) == XXH_OK
            else { return nil }
            offset += part.count
        }
        return XXH3_64bits_digest(state)
    }
}
