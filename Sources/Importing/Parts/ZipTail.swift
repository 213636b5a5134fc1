internal import Foundation

/// The end of a zip file, where it says how many parts it has.
///
/// It is looked at before the archive is opened, since opening takes memory for every part that is claimed. Every place that
/// could be taken for the end is judged, not only the likely one.
struct ZipTail {
    /// The largest number of parts that any possible end claims; `nil` when there is no end.
    let parts: Int?

    /// Reads the last 64 KB of a file (APPNOTE.TXT of the zip format, 4.3.16: the record is 22 bytes before a comment of up to
    /// 65,535; 4.3.15: the locator of the 64-bit record is the 20 bytes before).
    init(_ file: FileHandle, size: Int) throws {
        let start = max(0, size - 65_557 - 20)
        try file.seek(toOffset: UInt64(start))
        let bytes = [UInt8](try file.read(upToCount: size - start) ?? Data())
        var most: Int?
        for index in bytes.indices.dropLast(21) where Self.matches(bytes, index, 5, 6) {
            most = max(most ?? 0, Self.number(bytes, index + 10, 2))
            guard index >= 20, Self.matches(bytes, index - 20, 6, 7) else { continue }
            try file.seek(toOffset: UInt64(clamping: Self.number(bytes, index - 12, 8)))
            let record = [UInt8](try file.read(upToCount: 56) ?? Data())
            if record.count == 56 { most = max(most ?? 0, Self.number(record, 32, 8)) }
        }
        parts = most
    }

    private static func matches(_ bytes: [UInt8], _ index: Int, _ third: UInt8, _ fourth: UInt8) -> Bool {
        bytes[index] == 0x50 && bytes[index + 1] == 0x4B && bytes[index + 2] == third && bytes[index + 3] == fourth
    }

    /// A number of so many bytes, the least significant first; one too large for an `Int` is the largest there is.
    private static func number(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
        let value = (0..<count).reduce(UInt64(0)) { $0 | UInt64(bytes[index + $1]) << UInt64($1 * 8) }
        return Int(clamping: value)
    }
}
