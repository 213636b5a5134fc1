internal import CZip
internal import Files
internal import Foundation

/// A workbook as the zip archive that it is, with its parts by name.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: WorkbookLimits
    /// Numbers of the parts by name, as ``key(_:)`` spells it.
    private let numbers: [String: UInt64]

    /// Opens the archive of a file of that size.
    ///
    /// - Throws: ``WorkbookFault``.
    init(_ path: String, _ file: FileHandle, size: Int, _ limits: WorkbookLimits) throws {
        let tail = try ZipTail(file, size: size)
        guard let parts = tail.parts else { throw WorkbookFault.truncated }
        guard parts <= limits.parts else { throw WorkbookFault.tooLarge(.parts(limit: limits.parts)) }
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw Self.fault(opening: code) }
        self.archive = archive
        self.limits = limits
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else {
            zip_discard(archive)
            throw WorkbookFault.tooLarge(.parts(limit: limits.parts))
        }
        var numbers: [String: UInt64] = [:]
        for number in 0..<UInt64(max(0, count)) {
            guard let name = zip_get_name(archive, number, 0) else { continue }
            let key = Self.key(String(cString: name))
            if numbers[key] == nil { numbers[key] = number }
        }
        self.numbers = numbers
    }

    deinit { zip_discard(archive) }

    /// Whether there is such a part.
    func has(_ name: String) -> Bool { numbers[Self.key(name)] != nil }

    /// Opens a part that has to be there.
    func part(_ name: String, limit: Int? = nil) throws -> ZipPart {
        guard let number = numbers[Self.key(name)] else {
            throw WorkbookFault.damaged(part: name, detail: "missing")
        }
        return try ZipPart(self, archive, number, name, limit: limit ?? limits.partBytes, limits)
    }

    /// Some programs write other capitals than they refer to, or backslashes.
    private static func key(_ name: String) -> String {
        let path = name.replacing("\\", with: "/").lowercased()
        return path.hasPrefix("/") ? String(path.dropFirst()) : path
    }

    private static func fault(opening code: Int32) -> WorkbookFault {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_EOF: .truncated
        case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_NOENT: .unreadable(FileCause(errno: errno))
        default: .damaged(part: "zip", detail: "zip \(code)")
        }
    }
}
