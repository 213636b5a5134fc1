internal import Foundation

/// How a file of columns lies on disk; `Docs/storage.md` has it as a table. All numbers are little-endian.
enum ColumnLayout {
    static let magic: [UInt8] = Array("stimcol\n".utf8)
    /// Raised with any change to the format, to what sections hold, and to how it is computed.
    static let version: UInt32 = 4
    static let byteOrder: UInt32 = 0x0102_0304
    /// Sections begin at multiples of this: a cache line, and enough for every type.
    static let alignment = 64
    static let headerSize = 64
    static let entrySize = 80
    /// The most bytes a section's name may have.
    static let nameSize = 48

    /// The first bytes of the file.
    struct Header: Equatable {
        var length: UInt64
        var directory: UInt64
        var sections: UInt64
        var fingerprint: UInt64
        var directoryChecksum: UInt64

        var bytes: [UInt8] {
            var bytes = magic
            append(version.littleEndian, to: &bytes)
            append(byteOrder.littleEndian, to: &bytes)
            for number in [length, directory, sections, fingerprint, directoryChecksum] {
                append(number.littleEndian, to: &bytes)
            }
            append(ColumnChecksum.of(bytes).littleEndian, to: &bytes)
            return bytes
        }
    }

    /// Where a section lies.
    struct Entry: Equatable {
        var name: String
        var offset: UInt64
        var length: UInt64
        /// Bytes of one value.
        var width: UInt32
        var checksum: UInt64

        var bytes: [UInt8] {
            var bytes = Array(name.utf8.prefix(nameSize))
            bytes += repeatElement(0, count: nameSize - bytes.count)
            append(offset.littleEndian, to: &bytes)
            append(length.littleEndian, to: &bytes)
            append(width.littleEndian, to: &bytes)
            append(UInt32(0), to: &bytes)
            append(checksum.littleEndian, to: &bytes)
            return bytes
        }
    }

    /// A length with what it takes to reach the next beginning of a section; `nil` when there is no such number.
    static func aligned(_ length: UInt64) -> UInt64? {
        let (sum, overflow) = length.addingReportingOverflow(UInt64(alignment - 1))
        return overflow ? nil : sum & ~UInt64(alignment - 1)
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
}

extension ColumnLayout.Header {
    /// Reads the first bytes of a file.
    init(_ bytes: UnsafeRawBufferPointer, path: String) throws(ColumnFailure) {
        let size = ColumnLayout.headerSize
        guard bytes.count >= 8, bytes.prefix(8).elementsEqual(ColumnLayout.magic) else {
            throw .notColumns(path: path)
        }
        guard bytes.count >= size else {
            throw .wrongLength(path: path, expected: UInt64(size), found: UInt64(bytes.count))
        }
        let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        let byteOrder = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        if byteOrder == ColumnLayout.byteOrder.byteSwapped { throw .otherByteOrder(path: path) }
        // Another version may have another checksum.
        guard version == ColumnLayout.version else { throw .otherVersion(path: path, Int(version)) }
        let numbers = stride(from: 16, to: size, by: 8).map {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
        }
        guard numbers[5] == ColumnChecksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<(size - 8)])) else {
            throw .damaged(path: path, section: "header")
        }
        guard byteOrder == ColumnLayout.byteOrder else { throw .damaged(path: path, section: "header") }
        self.init(
            length: numbers[0], directory: numbers[1], sections: numbers[2], fingerprint: numbers[3],
            directoryChecksum: numbers[4])
        guard length == UInt64(bytes.count) else {
            throw .wrongLength(path: path, expected: length, found: UInt64(bytes.count))
        }
    }
}

extension ColumnLayout.Entry {
    /// Reads an entry of the directory; `nil` when it is none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == ColumnLayout.entrySize else { return nil }
        let name = bytes.prefix(ColumnLayout.nameSize).prefix { $0 != 0 }
        guard let text = String(validating: name, as: UTF8.self) else { return nil }
        func number(at offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        let place = ColumnLayout.nameSize
        let width = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt32.self))
        self.init(
            name: text, offset: number(at: place), length: number(at: place + 8), width: width,
            checksum: number(at: place + 24))
    }
}
