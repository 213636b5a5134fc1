import Foundation
import Importing
import Intake
internal import Messages

extension OpenedFile {
    /// Opens a file that is mapped; one that cannot be read stops the command.
    init(opening path: String, _ console: Console) throws {
        let name = (path as NSString).lastPathComponent
        do {
            self.init(
                name: name,
                CompanyFolder.isWorkbook(path)
                    ? .workbook(try Workbook(opening: path)) : .text(try Self.bytes(path)))
        } catch let failure as WorkbookFailure {
            console.fail(failure.told)
            throw ExitStatus.files
        } catch {
            console.fail(FileProblem.unreadable(path, .init(error)).text)
            throw ExitStatus.files
        }
    }

    /// No more is read of a text than is kept of one.
    private static func bytes(_ path: String) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: RawTableLimits.standard.bytes + 1) ?? Data())
    }
}
