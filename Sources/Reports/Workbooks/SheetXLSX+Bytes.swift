internal import Foundation
public import Messages

extension SheetXLSX {
    /// How the network calls the format.
    public static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The bytes of a workbook, which is written in a folder that only its owner sees and that is gone afterwards.
    ///
    /// - Parameter created: When what it says came to be, as ISO 8601 in UTC: then the same sheets are the same bytes whenever they
    ///   are written. Now when `nil`.
    /// - Throws: ``SheetFailure``.
    public static func bytes(
        _ sheets: [Sheet], language: Language, created: String? = nil
    ) throws(SheetFailure) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stimul-\(UUID().uuidString)")
        let path = folder.appendingPathComponent("book.xlsx").path
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            try write(sheets, to: path, language: language, isPrivate: true, created: created)
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let failure as SheetFailure {
            throw failure
        } catch {
            throw .other(path, reason: error.localizedDescription)
        }
    }
}
