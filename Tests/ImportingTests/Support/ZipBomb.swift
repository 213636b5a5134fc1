import Foundation
import Importing

/// Zip archives whose content is worth more than the file: written by hand, for the library refuses to lie.
enum ZipBomb {
    /// A part as it lies in the archive, and what is said of it.
    struct Part {
        var name: String
        var deflated: [UInt8]
        var size: Int
        var checksum: UInt32

        /// A beginning, a space, and so many spaces more (a multiple of 258), which pack a hundred and more to one.
        ///
        /// The checksum is right when there are no more.
        init(_ name: String, _ beginning: [UInt8], spaces: Int) {
            self.name = name
            deflated = ZipBomb.deflated(beginning, spaces: spaces)
            size = beginning.count + 1 + spaces / 258 * 258
            checksum = ZipBomb.checksum(beginning + [0x20])
        }
    }

    /// A deflated stream (RFC 1951): a beginning as it is, a space, and copies of the 258 bytes from one byte back.
    private static func deflated(_ beginning: [UInt8], spaces: Int) -> [UInt8] {
        var bits = BitWriter()
        // The last block, with the fixed codes.
        bits.write(0b011, 3)
        bits.writeCode(0x30 + 0x20, 8)
        for _ in 0..<spaces / 258 {
            bits.writeCode(0b1100_0101, 8)
            bits.writeCode(0, 5)
        }
        bits.writeCode(0, 7)
        return stored(beginning) + bits.bytes
    }

    /// The checksum of zip files (CRC-32 of ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    /// Blocks that are stored as they are, of which none is the last.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 65_535).flatMap { start -> [UInt8] in
            let piece = bytes[start..<min(start + 65_535, bytes.count)]
            let length = [UInt8(piece.count & 255), UInt8(piece.count >> 8)]
            return [0] + length + length.map { ~$0 } + piece
        }
    }

    /// An archive of parts that are deflated already; what is said of their sizes may be anything.
    static func archive(_ parts: [Part], claimedCount: Int? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let fields =
                [20, 0, 8, 0, 0].flatMap(XlsFile.word) + XlsFile.long(Int(part.checksum))
                + XlsFile.long(part.deflated.count)
                + XlsFile.long(part.size) + XlsFile.word(part.name.utf8.count) + XlsFile.word(0)
            directory += XlsFile.long(0x0201_4B50) + XlsFile.word(20) + fields
            directory += [UInt8](repeating: 0, count: 10) + XlsFile.long(bytes.count) + Array(part.name.utf8)
            bytes += XlsFile.long(0x0403_4B50) + fields + Array(part.name.utf8) + part.deflated
        }
        let count = claimedCount ?? parts.count
        let end =
            [0, 0, count, count].flatMap(XlsFile.word) + XlsFile.long(directory.count) + XlsFile.long(bytes.count)
        return bytes + directory + XlsFile.long(0x0605_4B50) + end + XlsFile.word(0)
    }
}

/// Bits from the least significant one on, as RFC 1951 packs them.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, _ count: Int) {
        for bit in 0..<count {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
            used += 1
        }
    }

    /// Codes begin with their most significant bit.
    mutating func writeCode(_ value: Int, _ count: Int) {
        for bit in (0..<count).reversed() { write(value >> bit & 1, 1) }
    }
}
