import ArgumentParser
import Company
import Formulas
import Foundation
import Payroll
import Storage

/// `stimul import`: rows come into the workspace.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take tables into the workspace: what is new, what has changed, and nothing twice.",
        discussion: """
            Takes the company folder's own tables, or the files that are named; a file's name says what it holds, as in \
            the folder. The first import makes the workspace, stimul.sqlite in the company folder. A row that cannot be \
            read is set aside and named, the others come in; then the exit code is 1.

              stimul import acme --by olga
              stimul import acme exports/sale.csv --source crm --by olga
            """)

    @OptionGroup var company: CompanyArgument
    @Argument(
        help: "CSV files; all tables of the company folder when left out.", completion: .file(extensions: ["csv"]))
    var files: [String] = []
    @OptionGroup var actor: ActorOption
    @Option(help: "The system the rows come from; empty for the company's own files.")
    var source = ""
    @Flag(help: "The tables are all there is: a row that is not in them any more is cancelled.")
    var complete = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let tables = try tables(console)
        console.progress(LocalizedText(en: "reading the tables", ru: "чтение таблиц"))
        let (cycle, actor) = try cycle(reading: tables, console)
        console.progress(LocalizedText(en: "taking the rows in", ru: "загрузка строк"))
        let imported = try console.stopping {
            try cycle.importTables(tables, source: source, complete: complete, by: .localOperator(actor))
        }
        let shown = ImportText(imported, console)
        shown.write()
        try sayWhoIsNotImported(imported, console)
        let unread = !files.isEmpty && imported.diagnostics.contains { $0.code == "unread-table" }
        if imported.hasErrors || imported.leftMissing || unread { throw ExitStatus.faults }
    }

    private func tables(_ console: Console) throws -> [SourceFile] {
        do {
            let folder = CompanyFolder(path: company.company)
            return try files.isEmpty
                ? folder.tables() + folder.otherFiles() : files.map { try folder.table($0) }
        } catch let problem as FileProblem {
            console.fail(problem.text)
            throw ExitStatus.files
        }
    }

    /// The workspace, made when there is none; but not for somebody whom it would not know.
    private func cycle(reading tables: [SourceFile], _ console: Console) throws -> (PayCycle, actor: String) {
        let folder = CompanyFolder(path: company.company)
        let text: [SourceFile]
        do { text = try folder.text() } catch {
            console.fail(error.text)
            throw ExitStatus.files
        }
        let stored = folder.hasWorkspace ? try console.recordedPeople(try console.workspace(company.company)) : []
        let actor = try actor(among: stored, text, tables)
        let workspace = try console.workspace(company.company, creating: true)
        return (console.payCycle(workspace, of: company.company, text: text), actor)
    }

    /// Whoever acts, who may stand in the very tables that are taken in.
    private func actor(among stored: [KnownName], _ text: [SourceFile], _ tables: [SourceFile]) throws -> String {
        let what = LocalizedText(en: "person", ru: "сотрудник")
        if case .found(let id) = NameLookup(what: what, known: stored).find(actor.actor) { return id }
        let given = Self.people(in: text + tables)
        let known = (stored + given).sorted { $0.id < $1.id }
        if known.isEmpty, isInFolder(text) {
            throw options.wrong(
                LocalizedText(
                    en:
                        "nobody is in the workspace yet; take the company's own tables in first: stimul import \(company.company) --by \(actor.actor)",
                    ru:
                        "в хранилище ещё никого нет; сначала загрузите таблицы самой компании: stimul import \(company.company) --by \(actor.actor)"
                ))
        }
        return try options.person(actor.actor, among: known)
    }

    /// The people of tables; the others are not read.
    private static func people(in files: [SourceFile]) -> [KnownName] {
        CompanyReader.incomingTables(in: files, of: ["people"]).tables.first?.plain.known ?? []
    }

    /// Rows may name people who stand in the folder's own table and have not come in yet.
    private func sayWhoIsNotImported(_ imported: PayCycle.Imported, _ console: Console) throws {
        let folder = CompanyFolder(path: company.company)
        guard !files.isEmpty, imported.diagnostics.contains(where: { $0.code == "unknown-record" }),
            let text = try? folder.text(), let tables = try? folder.tables()
        else { return }
        let kept = Set(try console.recordedPeople(try console.workspace(company.company)).map(\.id))
        let missing = Self.people(in: text + tables).map(\.id).filter { !kept.contains($0) }
        guard !missing.isEmpty else { return }
        let list = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
        console.error(
            LocalizedText(
                en:
                    "people of the company's own table are not imported yet (\(list)): first 'stimul import \(company.company) --by \(actor.actor)'",
                ru:
                    "сотрудники из таблицы самой компании ещё не загружены (\(list)): сначала «stimul import \(company.company) --by \(actor.actor)»"
            ))
    }

    /// Whether whoever acts stands in the folder's own table of people.
    private func isInFolder(_ text: [SourceFile]) -> Bool {
        guard let tables = try? CompanyFolder(path: company.company).tables() else { return false }
        let what = LocalizedText(en: "person", ru: "сотрудник")
        if case .found = NameLookup(what: what, known: Self.people(in: text + tables)).find(actor.actor) { return true }
        return false
    }
}

extension PayCycle.Imported {
    /// Whether something of what was given did not come in.
    var hasErrors: Bool { rejected > 0 || diagnostics.contains { $0.severity == .error } }
}

extension CompanyFolder {
    /// Whether a workspace is there.
    var hasWorkspace: Bool {
        FileManager.default.fileExists(atPath: (path as NSString).appendingPathComponent(Workspace.fileName))
    }

    /// The company's tables, without its text.
    func tables() throws(FileProblem) -> [SourceFile] {
        try files().filter { Self.isTable($0.path) }
    }

    /// A table anywhere: known by its path inside the folder, or by its name when it lies outside.
    func table(_ path: String) throws(FileProblem) -> SourceFile {
        let folder = URL(fileURLWithPath: self.path, isDirectory: true).standardizedFileURL.path + "/"
        let file = URL(fileURLWithPath: path).standardizedFileURL.path
        let inside =
            file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : (path as NSString).lastPathComponent
        guard Self.isTable(inside) else { throw .unreadable(path, .notATable) }
        return try Self.table(at: path, inside: inside, named: path) { .init(reading: $0) }
    }
}
