internal import Foundation

extension TextEncoding {
    /// The same text in UTF-8, by the system's own tables; a mark at the beginning becomes that of UTF-8.
    ///
    /// - Throws: ``TextFault/invalid(_:at:)``; nothing is replaced.
    func utf8(_ bytes: [UInt8]) throws(TextFault) -> [UInt8] {
        if self == .utf8, String(validating: bytes, as: UTF8.self) != nil { return bytes }
        guard let converter = iconv_open("UTF-8", rawValue), converter != iconv_t(bitPattern: -1) else {
            throw .unknownEncoding
        }
        defer { iconv_close(converter) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var place = 0
        while place < bytes.count {
            let done = convert(bytes, from: place, converter, into: &result)
            // No progress: what stands here is not in this encoding, or its end is missing.
            guard done > place else { throw .invalid(self, at: place) }
            place = done
        }
        return result
    }

    /// Converts as much as fits into a piece, and says how far it came.
    private func convert(_ bytes: [UInt8], from place: Int, _ converter: iconv_t, into result: inout [UInt8]) -> Int {
        var input = Array(bytes[place..<min(bytes.count, place + 1 << 16)])
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: input.count * 4) { output in
            input.withUnsafeMutableBytes { source in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromCount = source.count
                var to = output.baseAddress
                var toCount = output.count
                _ = iconv(converter, &from, &fromCount, &to, &toCount)
                result.append(
                    contentsOf: UnsafeRawBufferPointer(
                        rebasing: UnsafeRawBufferPointer(output)[..<(output.count - toCount)]))
                return place + source.count - fromCount
            }
        }
    }
}
