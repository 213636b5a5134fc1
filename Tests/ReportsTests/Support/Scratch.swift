import Foundation
import Messages
import Reports

/// A folder of its own for one test.
struct Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Deletes the folder with everything in it.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of a file in the folder.
    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    /// What the folder holds, hidden files too.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// Writes the sheets and reads them back.
    static func written(_ sheets: [Sheet], _ language: Language = .en) throws -> WrittenWorkbook {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try SheetXLSX.write(sheets, to: scratch.path("book.xlsx"), language: language)
        return try WrittenWorkbook(scratch.path("book.xlsx"))
    }
}
