import ArgumentParser
import Company
import Foundation
internal import Messages
import Payroll
import Storage

/// `stimul import`: rows come into the workspace.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Take tables into the workspace: what is new, what has changed, and nothing twice.",
            ru: "Загрузить таблицы в рабочее пространство: новое, изменённое — и ничего дважды."),
        discussion: .said(
            en: """
                Takes the company folder's own tables, or the files that are named; a file's name says what it holds, as in \
                the folder. The first import makes the workspace, stimul.sqlite in the company folder. A row that cannot be \
                read is set aside and named, the others come in; then the exit code is 1.

                  stimul import acme --by olga
                  stimul import acme exports/sale.csv --source crm --by olga
                  stimul import acme --from crm_sales --by olga

                With --from the rows come out of the database that an entry under 'tables' names.
                """,
            ru: """
                Берёт таблицы папки компании или названные файлы; что в файле, говорит его имя, как и в папке. Первая загрузка \
                создаёт рабочее пространство, stimul.sqlite в папке компании. Строка, которую нельзя прочитать, откладывается и называется, \
                остальные загружаются; тогда код выхода 1.

                  stimul import acme --by olga
                  stimul import acme exports/sale.csv --source crm --by olga
                  stimul import acme --from crm_sales --by olga

                С --from строки берутся из базы данных, названной записью в «tables».
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(
        help: .said(
            en: "CSV files; all tables of the company folder when left out.",
            ru: "Файлы CSV; без них — все таблицы папки компании."), completion: .file(extensions: ["csv"]))
    var files: [String] = []
    @OptionGroup var actor: ActorOption
    @Option(
        help: .said(
            en: "The system the rows come from; empty for the company's own files.",
            ru: "Система, из которой строки; пусто — собственные файлы компании."))
    var source = ""
    @Option(
        name: .customLong("from"),
        help: .said(
            en: "An entry under 'tables' with a database behind it; its rows are taken.",
            ru: "Запись в «tables», за которой стоит база данных; берутся её строки."))
    var database: String?
    @Flag(
        help: .said(
            en: "With --from: all rows again, not only those behind the last that is kept.",
            ru: "С --from: снова все строки, а не только те, что после последней сохранённой."))
    var all = false
    @Flag(
        help: .said(
            en: "The tables are all there is: a row that is not in them any more is cancelled.",
            ru: "Таблицы полны: строка, которой в них больше нет, отменяется."))
    var complete = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let tables = try database.map { [try answer(of: $0, console)] } ?? tables(console)
        // The rows of a database are known by its entry, so that the next import goes on from them.
        let source = database ?? source
        console.progress(LocalizedText(en: "reading the tables", ru: "чтение таблиц"))
        let (cycle, actor) = try cycle(reading: tables, console)
        console.progress(LocalizedText(en: "taking the rows in", ru: "загрузка строк"))
        let imported = try console.stopping {
            try cycle.importTables(tables, source: source, complete: complete, by: .localOperator(actor))
        }
        let shown = ImportText(imported, console)
        shown.write()
        try sayWhoIsNotImported(imported, console)
        if let database, imported.rejected > 0 { sayAgain(database, console) }
        let unread = !files.isEmpty && imported.diagnostics.contains { $0.code == "unread-table" }
        if imported.hasErrors || imported.leftMissing || unread { throw ExitStatus.faults }
    }

    func validate() throws {
        if all, database == nil {
            throw options.wrong(
                LocalizedText(en: "--all goes with --from", ru: "--all пишут вместе с --from"))
        }
        guard database != nil, !files.isEmpty || !source.isEmpty else { return }
        throw options.wrong(
            LocalizedText(
                en: "--from stands alone, without files and --source",
                ru: "--from пишут без файлов и без --source"))
    }

    /// Rows that were set aside lie before the last that is kept, so the next import would pass them over.
    private func sayAgain(_ database: String, _ console: Console) {
        console.error(
            LocalizedText(
                en: "the next import goes on behind them; once they are mended: --from \(database) --all",
                ru: "следующая загрузка пойдёт дальше них; когда исправите: --from \(database) --all"))
    }

    /// What a database gives beside what is kept of it.
    private func answer(of name: String, _ console: Console) throws -> SourceFile {
        let folder = CompanyFolder(path: company.company)
        let text = try console.filed { () throws(FileProblem) in try folder.text() }
        console.progress(LocalizedText(en: "asking the database", ru: "запрос к базе"))
        defer { console.endProgress() }
        do throws(QueriedFile.Failure) {
            let file = try QueriedFile(name, in: text)
            return try file.answer(after: file.key.flatMap { kept($0, of: name, folder, console) })
        } catch {
            if case .declared(let faults) = error {
                for fault in faults { console.show(fault) }
                throw ExitStatus.faults
            }
            if case .unknown = error { throw options.wrong(error.text) }
            console.fail(error.text)
            throw ExitStatus.files
        }
    }

    /// The largest kept value of a column; `nil` where nothing is kept yet.
    private func kept(_ column: String, of name: String, _ folder: CompanyFolder, _ console: Console) -> String? {
        guard !complete, !all, folder.hasWorkspace,
            let tables = try? console.workspace(company.company).read({ reading in
                try reading.tables { $1 == name }
            })
        else { return nil }
        return QueriedFile.largest(column, in: tables)
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
