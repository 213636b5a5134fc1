import CZip
import Foundation

/// Zip files as hostile as they have to be.
enum ZipFile {
    /// The name of what sheets are written in.
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    struct Failure: Error {}

    /// An archive of parts, packed.
    static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "zip-\(UUID().uuidString)"
        defer { unlink(path) }
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else { throw Failure() }
        for part in parts {
            // The archive reads the bytes when it is closed, and frees them then.
            guard let memory = malloc(max(1, part.bytes.count)) else { throw Failure() }
            part.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(memory, base, $0.count) } }
            guard let source = zip_source_buffer(archive, memory, UInt64(part.bytes.count), 1),
                zip_file_add(archive, part.name, source, 0) >= 0
            else { throw Failure() }
        }
        guard zip_close(archive) == 0, let data = FileManager.default.contents(atPath: path) else { throw Failure() }
        return [UInt8](data)
    }

    /// The parts of a workbook of one sheet.
    ///
    /// - Parameters:
    ///   - sheets: What stands behind the list of sheets.
    ///   - sheet: The part of the sheet.
    static func workbook(sheets: [UInt8] = [], sheet: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        let types = "<Types xmlns='\(package)/content-types'/>"
        let root =
            "<Relationships xmlns='\(package)/relationships'><Relationship Id='r1' "
            + "Type='\(relations)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        let list =
            "<workbook xmlns='\(main)' xmlns:r='\(relations)'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets>"
        let links =
            "<Relationships xmlns='\(package)/relationships'><Relationship Id='r1' Type='\(relations)/worksheet' "
            + "Target='worksheets/sheet1.xml'/></Relationships>"
        return [
            ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(root.utf8)),
            ("xl/workbook.xml", Array(list.utf8) + sheets + Array("</workbook>".utf8)),
            ("xl/_rels/workbook.xml.rels", Array(links.utf8)), ("xl/worksheets/sheet1.xml", sheet),
        ]
    }
}
