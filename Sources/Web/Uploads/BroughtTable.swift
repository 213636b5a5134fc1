internal import Foundation
internal import Importing
internal import Intake
internal import Messages
internal import Payroll

/// A table that somebody has brought to be compared: read once, and not kept.
struct BroughtTable: Sendable {
    /// A line for each row, at the place that the row has in its file; cells are apart by tabs.
    let text: String

    /// The most cells that are read.
    private static let mostCells = 200_000

    /// Reads a file that is a table of text or a workbook by its content.
    ///
    /// - Throws: ``Problem`` for anything else.
    init(at path: String) throws {
        do { text = Self.text(try Self.table(at: path)) } catch let fault as TextFault {
            throw Problem.uploadRefused(.unreadable(fault.question.text))
        } catch let fault as RawTableFault {
            throw Problem.uploadRefused(.unreadable(fault.told))
        } catch let failure as WorkbookFailure {
            throw Problem.uploadRefused(.unreadable(failure.told))
        }
    }

    private static func table(at path: String) throws -> RawTable {
        var limits = RawTableLimits()
        limits.cells = mostCells
        if try UploadContent.isWorkbook(path) {
            return try RawTable(try Workbook(opening: path, limits: .ofUploads), limits: limits)
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw Problem.absent }
        return try RawTable(text: try PlainTable([UInt8](data)), limits: limits)
    }

    private static func text(_ table: RawTable) -> String {
        var lines: [String] = []
        // One line more than are compared is enough to be told that there are more.
        for row in table.rows.prefix(while: { $0.number <= DealTable.mostLines + 1 }) {
            while lines.count < row.number - 1 { lines.append("") }
            var cells = [String](repeating: "", count: (row.cells.last?.column ?? -1) + 1)
            for cell in row.cells where cells.indices.contains(cell.column) {
                cells[cell.column] = String(cell.value.plainText.map { $0.isNewline || $0 == "\t" ? " " : $0 })
            }
            lines.append(cells.joined(separator: "\t"))
        }
        return lines.joined(separator: "\n")
    }
}
