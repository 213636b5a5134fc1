public import Company
import Importing
internal import Messages

/// Reads the tables of a company as its text declares them: workbooks, and texts as people have them.
///
///     SourceFile(path: "sale.xlsx", content: bytes, cleaner: FileCleaner(path: "/srv/acme/sale.xlsx"))
public struct FileCleaner: TableCleaner {
    private let path: String

    /// Takes the place of the file on disk, where workbooks are opened.
    public init(path: String) {
        self.path = path
    }

    /// Applies what is said of the table.
    public func clean(_ table: TableToClean) throws(TableObjections) -> CleanedTable {
        let opened = try OpenedTable(table, at: path, table.declaration)
        let rules = opened.rules(table.declaration)
        let kind = TargetKind(table.kind)
        let clean: CleanTable
        do {
            clean = try rules.applied(
                to: opened.rows, as: kind, known: table.knownNames(of: rules.names, kind), named: table.file.path)
        } catch {
            throw TableObjections(error.faults.map { opened.objection($0, rules) }, original: opened.original)
        }
        if let extra = opened.cellsWithoutColumn(rules) { throw TableObjections([extra], original: opened.original) }
        return CleanedTable(
            bytes: clean.csv, rows: clean.sourceRows, columns: clean.columns, unread: clean.unread.map(\.name),
            shares: clean.splits.map { ($0, clean.splitRows) }, original: opened.original)
    }

    /// Joins what the table shows with what is said of it.
    public func entry(for table: TableToClean, among kinds: [DeclaredKind]) -> ProposedEntry? {
        EntryProposal(table, at: path, among: kinds)?.entry
    }

    /// The entry whose header the file has, with the form that this file has.
    public func recall(_ file: SourceFile, among entries: [RememberedTable]) -> RememberedTable? {
        let memory = HeaderMemory(entries.map { ($0.name, TableRules($0.declaration)) })
        let match: HeaderMemory.Match?
        if file.isWorkbook {
            match = (try? Workbook(opening: path)).flatMap(memory.match)
        } else {
            match = file.head(HeaderMemory.bytes).flatMap(memory.match(text:))
        }
        guard let match, let entry = entries.first(where: { $0.name == match.entry }) else { return nil }
        var declaration = match.rules.declaration
        declaration.owners?.split = entry.declaration.owners?.split
        return RememberedTable(name: match.entry, declaration: declaration)
    }

    /// Writes an entry as YAML reads it.
    public func line(_ declaration: TableDeclaration, for path: String) -> String {
        TableRules(declaration).yaml(for: path)
    }
}

extension SourceFile {
    /// Whether it is a workbook by its name.
    fileprivate var isWorkbook: Bool {
        CompanyReader.workbookEndings.contains { path.lowercased().hasSuffix(".\($0)") }
    }

    /// The first bytes; `nil` when it cannot be read.
    fileprivate func head(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: min(count, content.count))
        let isRead = bytes.withUnsafeMutableBytes { memory in
            (try? content.read(into: memory, at: 0)) != nil
        }
        return isRead ? bytes : nil
    }
}
