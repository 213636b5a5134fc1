internal import Formulas
internal import Messages

/// Files of the company folder that are neither text nor tables: nothing reads them, and somebody may think otherwise.
enum OtherFiles {
    /// Reports workbooks, and texts that look like a table.
    ///
    /// - Parameter tableNames: What a table can hold.
    static func report(_ files: [SourceFile], _ entries: TableEntries, _ tableNames: [String], _ findings: Findings) {
        let known = Set(tableNames.flatMap { [$0, BuiltInKind.tableName(of: $0)] })
        // Those that `tables` names have been reported there.
        for file in files where entries.specs[file.path] == nil {
            guard file.isWorkbook || known.contains(file.plainName) || file.looksLikeATable else { continue }
            findings.doubt(
                "unread-file", at: Place(file: file.path), notRead(file.path), remedy: saveAsCSV(file))
        }
    }

    static func notRead(_ path: String) -> LocalizedText {
        LocalizedText(
            en: "'\(path)' is not read: tables are files that end in .csv, .xlsx, .ods or .xls",
            ru: "«\(path)» не читается: таблицы — это файлы, имя которых кончается на .csv, .xlsx, .ods или .xls")
    }

    static func saveAsCSV(_ file: SourceFile) -> LocalizedText {
        file.isWorkbook
            ? LocalizedText(
                en:
                    "if it holds data of the company, save it as .xlsx or 'CSV UTF-8'; if not, move it out of the folder",
                ru: "если в нём данные компании, сохраните его как .xlsx или «CSV UTF-8»; если нет, уберите из папки")
            : LocalizedText(
                en:
                    "if it holds data of the company, give it a name that ends in .csv; if not, move it out of the folder",
                ru: "если в нём данные компании, дайте ему имя на .csv; если нет, уберите из папки")
    }
}

extension SourceFile {
    /// Whether it is a workbook of a spreadsheet program that is not read.
    var isWorkbook: Bool {
        ["xlsb", "fods", "numbers", "dbf"].contains(ending)
    }

    /// The letters behind the last point of the name.
    private var ending: String {
        guard let point = fileName.lastIndex(of: "."), point != fileName.startIndex else { return "" }
        return fileName[fileName.index(after: point)...].lowercased()
    }

    private var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The name without folders and what follows the first point: `sale` of `sale.csv.txt`.
    fileprivate var plainName: String { fileName.split(separator: ".").first.map(String.init) ?? fileName }

    /// Whether the first two lines have equally many cells, more than one, by some mark between cells.
    fileprivate var looksLikeATable: Bool {
        if ["tsv", "tab"].contains(ending) { return true }
        guard ["txt", "dat", "prn", ""].contains(ending) else { return false }
        let lines = content.excerpt(0..<4096).split(separator: UInt8(ascii: "\n")).prefix(2)
        guard lines.count == 2 else { return false }
        return [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")].contains { mark in
            let counts = lines.map { line in line.count { $0 == mark } }
            return counts[0] > 0 && counts[0] == counts[1]
        }
    }
}
