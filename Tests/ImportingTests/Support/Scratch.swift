import CZip
import Foundation
import Importing

/// A folder of its own for one test, in which workbooks are made.
final class Scratch {
    let folder: URL

    /// Makes the folder, in memory where the system has such a place: thousands of small files would wait for the disk.
    init() throws {
        let memory = "/dev/shm"
        let place =
            FileManager.default.isWritableFile(atPath: memory)
            ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
        folder = place.appendingPathComponent("importing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Writes bytes and gives the path back.
    func write(_ bytes: [UInt8], _ name: String = "book.xlsx") throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    /// Writes a zip archive of parts, in their order, and gives the path back.
    ///
    /// - Parameter password: encrypts every part.
    func zip(_ parts: [(String, [UInt8])], _ name: String = "book.xlsx", password: String? = nil) throws -> String {
        var code: Int32 = 0
        guard let archive = zip_open(path(name), ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw ZipFailure(code: code) }
        // The library reads the bytes when it closes the archive.
        var kept: [UnsafeMutableRawBufferPointer] = []
        defer { for buffer in kept { buffer.deallocate() } }
        for (part, bytes) in parts {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
            buffer.copyBytes(from: bytes)
            kept.append(buffer)
            guard let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(bytes.count), 0) else {
                throw ZipFailure(code: -1)
            }
            let index = zip_file_add(archive, part, source, UInt32(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw ZipFailure(code: -2) }
            if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
        }
        guard zip_close(archive) == 0 else { throw ZipFailure(code: -3) }
        return path(name)
    }

    /// Writes a zip archive and gives its bytes back.
    func bytes(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: zip(parts, "bytes.zip"))))
    }
}

struct ZipFailure: Error {
    let code: Int32
}

extension Workbook {
    /// All rows of a sheet as their numbers and cells by letters.
    func rows(_ choice: Choice = .first, mergedRows: ClosedRange<Int>? = nil) throws -> [String: Cell] {
        var cells: [String: Cell] = [:]
        try read(choice, mergedRows: mergedRows) { row in
            for cell in row.cells { cells[Self.letters(cell.column) + "\(row.number)"] = cell.value }
            return .goOn
        }
        return cells
    }

    /// The letters of a column counted from 0.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

/// Makes a workbook and opens it. The file is gone when this returns; who has it open reads on.
func opened(_ write: (Scratch) throws -> String) throws -> Workbook {
    let scratch = try Scratch()
    return try withExtendedLifetime(scratch) { try Workbook(opening: write(scratch)) }
}

/// What is wrong with a workbook that is made so; `nil` when nothing is.
func fault(limits: WorkbookLimits = .standard, _ write: (Scratch) throws -> String) throws -> WorkbookFault? {
    let scratch = try Scratch()
    return try withExtendedLifetime(scratch) { fault(try write(scratch), limits: limits) }
}

/// What is wrong with a workbook when it is opened and its first sheet read; `nil` when nothing is.
func fault(_ path: String, limits: WorkbookLimits = .standard) -> WorkbookFault? {
    do {
        try Workbook(opening: path, limits: limits).read { _ in .goOn }
        return nil
    } catch {
        return (error as? WorkbookFailure)?.fault
    }
}
