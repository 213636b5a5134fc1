internal import Files
internal import Foundation

/// A workbook in a file: `.xlsx`, `.ods` or `.xls`, told by its content and not by its name.
///
/// Its sheets are read row by row, so that a sheet of a million rows takes no more memory than the texts it shares:
///
///     let book = try Workbook(opening: "sales.xlsx")
///     try book.read(.named("Январь")) { row in
///         print(row.number, row[0])
///         return .goOn
///     }
public final class Workbook {
    /// The format of a workbook.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// Office Open XML, of Excel 2007 and later.
        case xlsx
        /// OpenDocument, of LibreOffice.
        case ods
        /// The binary format of Excel 5 to 2003.
        case xls
    }

    /// A sheet as the workbook lists it.
    public struct Sheet: Hashable, Sendable {
        /// The name on its tab.
        public let name: String
        /// Whether the workbook hides it.
        public let isHidden: Bool
    }

    /// Which sheet is meant.
    public enum Choice: Hashable, Sendable {
        /// The first that is not hidden; the first at all if all are.
        case first
        /// The one of that name; capitals, and spaces at the ends, do not matter where that leaves one only.
        case named(String)
    }

    /// Whether more rows are wanted.
    public enum Next: Hashable, Sendable {
        /// The next row is wanted.
        case goOn
        /// No row is wanted any more.
        case stop
    }

    /// The file, as it was named.
    public let path: String
    /// The format, told by the content.
    public let format: Format
    /// The sheets with cells, in the order of their tabs; charts and the like are left out.
    public let sheets: [Sheet]
    private let content: any WorkbookContent
    private let limits: WorkbookLimits

    /// Opens a workbook and lists its sheets.
    public init(opening path: String, limits: WorkbookLimits = .standard) throws(WorkbookFailure) {
        self.path = path
        self.limits = limits
        do {
            (format, content) = try WorkbookFile(path, limits).content()
            sheets = content.sheets
            if sheets.isEmpty { throw WorkbookFault.noSheets }
        } catch let fault as WorkbookFault {
            throw WorkbookFailure(path: path, fault: fault)
        } catch {
            throw WorkbookFailure(path: path, fault: .unreadable(FileCause(error)))
        }
    }

    /// Tells the rows of a sheet that hold something, in the order of the file.
    ///
    /// - Parameters:
    ///   - choice: the sheet.
    ///   - mergedRows: the rows, as the spreadsheet numbers them, in which a merged range has its value in every cell of it, as
    ///     a header of several rows needs it; elsewhere the value stands in the first cell alone. The old `.xls` has none.
    ///   - body: takes a row and says whether more are wanted. Rows that it has got are right as far as they go, also when
    ///     the rest of the file turns out to be damaged.
    /// - Throws: ``WorkbookFailure``, and what the body throws.
    public func read(
        _ choice: Choice = .first, mergedRows: ClosedRange<Int>? = nil, _ body: (SheetRow) throws -> Next
    ) throws {
        try withoutActuallyEscaping(body) { body in
            do {
                let builder = RowBuilder(limits, mergedRows: mergedRows, body)
                try content.read(sheet: index(of: choice), into: builder)
            } catch is ReadingEnds {
            } catch let fault as WorkbookFault {
                throw WorkbookFailure(path: path, fault: fault)
            }
        }
    }

    /// Which of the sheets is meant.
    ///
    /// - Throws: ``WorkbookFault/noSheet(name:sheets:)``.
    private func index(of choice: Choice) throws -> Int {
        guard case .named(let name) = choice else { return sheets.firstIndex { !$0.isHidden } ?? 0 }
        if let exact = sheets.firstIndex(where: { $0.name == name }) { return exact }
        let near = sheets.indices.filter { Self.plain(sheets[$0].name) == Self.plain(name) }
        guard near.count == 1 else { throw WorkbookFault.noSheet(name: name, sheets: sheets.map(\.name)) }
        return near[0]
    }

    private static func plain(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}

/// What a format knows of a workbook.
protocol WorkbookContent {
    /// The sheets with cells.
    var sheets: [Workbook.Sheet] { get }

    /// Tells the rows of a sheet.
    ///
    /// - Throws: ``WorkbookFault``, ``ReadingEnds``, and what the builder throws.
    func read(sheet: Int, into builder: RowBuilder) throws
}
