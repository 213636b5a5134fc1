internal import Files
internal import Foundation

/// The file of a workbook, of which the first bytes and the parts tell the format.
struct WorkbookFile {
    private let path: String
    private let limits: WorkbookLimits

    init(_ path: String, _ limits: WorkbookLimits) {
        self.path = path
        self.limits = limits
    }

    /// The format and what it knows of the workbook.
    ///
    /// - Throws: ``WorkbookFault``, or an error of Foundation.
    func content() throws -> (Workbook.Format, any WorkbookContent) {
        let size = try size()
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        let head = [UInt8](try file.read(upToCount: 4_096) ?? Data())
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try zipped(ZipArchive(path, file, size: size, limits))
        }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return (.xls, try XlsWorkbook(CompoundFile(file, size: size, limits), limits))
        }
        throw WorkbookFault.otherContent(OtherContent(head))
    }

    private func size() throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw WorkbookFault.unreadable(FileCause(errno: errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw WorkbookFault.unreadable(.isFolder)
        case S_IFREG: break
        default: throw WorkbookFault.unreadable(.notAFile)
        }
        let size = Int(status.st_size)
        guard size > 0 else { throw WorkbookFault.empty }
        guard size <= limits.fileBytes else { throw WorkbookFault.tooLarge(.file(bytes: limits.fileBytes)) }
        return size
    }

    private func zipped(_ archive: ZipArchive) throws -> (Workbook.Format, any WorkbookContent) {
        if archive.has("xl/workbook.bin") { throw WorkbookFault.otherContent(.xlsb) }
        if archive.has("content.xml") { return (.ods, try OdsWorkbook(archive, limits)) }
        if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") {
            throw WorkbookFault.otherContent(.otherDocument)
        }
        guard archive.has("_rels/.rels") || archive.has("xl/workbook.xml") else {
            throw WorkbookFault.otherContent(.archive)
        }
        return (.xlsx, try XlsxWorkbook(archive, limits))
    }
}

extension OtherContent {
    /// What a file is that is no workbook, by its first bytes.
    fileprivate init(_ head: [UInt8]) {
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = String(decoding: head[start...].prefix(1_024), as: UTF8.self).lowercased()
        let content = text.drop(while: \.isWhitespace)
        if content.hasPrefix("%pdf-") {
            self = .pdf
        } else if content.hasPrefix("<?xml"), content.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            self = .excelXML
        } else if content.hasPrefix("<"),
            ["<html", "<!doctype html", "<table", "<meta"].contains(where: content.contains)
        {
            self = .html
        } else if head.starts(with: [0x09, 0x00]) || head.starts(with: [0x09, 0x02]) || head.starts(with: [0x09, 0x04])
        {
            self = .ancientExcel
        } else if head.starts(with: [0x1F, 0x8B]) || content.hasPrefix("rar!") || content.hasPrefix("7z") {
            self = .archive
        } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || Self.isText(head) {
            self = .text
        } else {
            self = .unknown
        }
    }

    private static func isText(_ head: [UInt8]) -> Bool {
        head.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}
