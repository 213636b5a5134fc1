public import Company
internal import Importing
internal import Messages

/// Reads a table as somebody has agreed to it, row by row as it was looked at, whatever the company's text says of other tables.
public struct ReviewedTable: TableCleaner {
    private let rules: TableRules
    private let rows: RawTable
    private let spellings: [MappingDialogue.Alias]

    /// Takes a review; `nil` while it is not ready.
    public init?(_ review: TableReview) {
        guard review.isReady, let dialogue = review.look.dialogue, let rules = dialogue.rules,
            let rows = review.look.table
        else { return nil }
        self.rules = rules
        self.rows = rows
        spellings = dialogue.aliases
    }

    /// Applies the rules.
    public func clean(_ table: TableToClean) throws(TableObjections) -> CleanedTable {
        let kind = TargetKind(table.kind)
        var known = table.knownNames(of: rules.names, kind)
        for spelling in spellings { known[spelling.kind]?.add(alias: spelling.text, of: spelling.id) }
        let rows = rows
        let original = OriginalRows(delimiter: UInt8(ascii: ",")) { number in
            rows.rows.first { $0.number == number }?.line
        }
        let clean: CleanTable
        do {
            clean = try rules.applied(to: rows, as: kind, known: known, named: table.file.path)
        } catch {
            throw TableObjections(
                error.faults.map { .init($0.code, row: $0.row ?? 0, $0.message, remedy: $0.remedy) },
                original: original)
        }
        return CleanedTable(
            bytes: clean.csv, rows: clean.sourceRows, columns: clean.columns,
            shares: clean.splits.map { ($0, clean.splitRows) }, original: original)
    }

    /// Nothing is proposed: it was agreed to.
    public func entry(for table: TableToClean, among kinds: [DeclaredKind]) -> ProposedEntry? { nil }

    /// No other file is read this way.
    public func recall(_ file: SourceFile, among entries: [RememberedTable]) -> RememberedTable? { nil }

    /// An entry as YAML reads it.
    public func line(_ declaration: TableDeclaration, for path: String) -> String {
        TableRules(declaration).yaml(for: path)
    }

    /// The files that bring the table into a company: what is said of it, and the table itself.
    ///
    /// - Parameter path: What messages, and the rows themselves, call the file; no table of the company's folder has this path.
    public func files(at path: String, content: any ByteSource) -> [SourceFile] {
        var said = TableRules()
        said.reads = rules.reads
        said.id = rules.id
        said.owners = rules.owners
        // Says something, so that the reader asks whoever knows how the table is read.
        said.header = .rows(1...1)
        let entry = "tables:\n  " + said.yaml(for: path) + "\n"
        return [
            SourceFile(path: path + ".yaml", bytes: Array(entry.utf8)),
            SourceFile(path: path, content: content, cleaner: self),
        ]
    }
}
