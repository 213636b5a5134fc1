import ArgumentParser
import Calculation
import Company
import Foundation
internal import Messages
import Payroll
import Storage
internal import StoredColumns

/// Whether stored columns are used.
struct ColumnOption: ParsableArguments {
    @Flag(
        help: .said(
            en:
                "Keep the columns of large tables in <company>/.stimul/columns, and calculate from them while they are fresh.",
            ru: "Хранить столбцы больших таблиц в <company>/.stimul/columns и считать по ним, пока они свежи.")
    )
    var columns = false
}

/// A company, read from its files or opened from stored columns.
struct OpenedCompany {
    let model: CompanyModel
    /// The lines that were stored.
    var tables: [LineTable] = []
    /// The columns to be stored when the work is done.
    var unstored: Unstored?
    /// Where the model and the lines lie, unless they were read from the company's files.
    var columns: CompanyColumns?
    /// The files of its small tables, and its text.
    var small: [SourceFile] = []
    /// What was done, as `--timings` calls it.
    var phase = "read"

    /// The events as they lie in stored columns.
    var packed: PackedEvents { columns?.packedEvents ?? .none }

    /// What columns are made of.
    struct Unstored {
        let cache: ColumnCache
        let inputs: [InputFile]
        let moment: Date
    }
}

extension Console {
    /// Reads a company, or opens its stored columns when they are those of its files.
    func open(_ path: String, columns: Bool, threads: Int) async throws -> OpenedCompany {
        guard columns else { return OpenedCompany(model: try load(path, threads: threads)) }
        let folder = CompanyFolder(path: path)
        let cache = ColumnCache(of: path, program: Stimul.build)
        do {
            if let opened = try await stored(folder, cache, threads: threads) { return opened }
        } catch let failure as ColumnFailure {
            if case .missing = failure {} else { error(failure.explained) }
        }
        return try reading(folder, cache, threads: threads)
    }

    /// Opens stored columns when there are some and they are those of the company's files.
    func openFresh(_ path: String, threads: Int) async throws -> OpenedCompany? {
        let cache = ColumnCache(of: path, program: Stimul.build)
        guard FileManager.default.fileExists(atPath: cache.path) else { return nil }
        do {
            return try await stored(CompanyFolder(path: path), cache, threads: threads)
        } catch is ColumnFailure {
            return nil
        }
    }

    /// A company that somebody asks about one person: out of fresh stored columns, else out of its files; of a folder whose tables
    /// all went into its workspace, out of that.
    func asked(_ path: String, threads: Int = 2) async throws -> AskedCompany {
        if let opened = try await openFresh(path, threads: threads), let columns = opened.columns,
            (try? await columns.verify(threads: threads)) != nil
        {
            return AskedCompany(opened.model, lines: opened.tables, columns)
        }
        if try keepsTablesInWorkspace(path, threads: threads) {
            let cycle = try payCycle(path, threads: threads)
            return try await stopping { try await cycle.askedNow() }
        }
        return AskedCompany(try load(path, threads: threads))
    }

    /// Whether the folder holds text alone, because its tables went into its workspace.
    func keepsTablesInWorkspace(_ path: String, threads: Int) throws -> Bool {
        let folder = CompanyFolder(path: path)
        guard folder.hasWorkspace, try filed({ () throws(FileProblem) in try folder.holdsTextAlone() }) else {
            return false
        }
        let cycle = try payCycle(path, threads: threads)
        return try stopping { try cycle.hasRows() }
    }

    /// A company whose stored columns are those of its files to the last byte; otherwise it is read, and they are to be stored.
    func indexed(_ path: String, threads: Int) async throws -> OpenedCompany {
        let opened = try await open(path, columns: true, threads: threads)
        do {
            try await opened.columns?.verify(threads: threads)
            return opened
        } catch {
            self.error(error.explained)
            return try reading(
                CompanyFolder(path: path), ColumnCache(of: path, program: Stimul.build), threads: threads)
        }
    }

    /// What is computed of a company; when its stored columns turn out to be damaged meanwhile, that is said, and it is computed
    /// of its files.
    func calculating<Result>(
        _ path: String, columns: Bool, threads: Int, _ body: (OpenedCompany) async throws -> Result
    ) async throws -> Result {
        let opened = try await open(path, columns: columns, threads: threads)
        let result = try await body(opened)
        guard let damage = opened.columns?.lateDamage else { return result }
        error(damage.explained)
        let folder = CompanyFolder(path: path)
        return try await body(reading(folder, ColumnCache(of: path, program: Stimul.build), threads: threads))
    }

    /// The company of stored columns; `nil` when they turn out to be those of another one.
    private func stored(_ folder: CompanyFolder, _ cache: ColumnCache, threads: Int) async throws -> OpenedCompany? {
        let columns = try cache.open()
        // Lines are verified while the other files are read, unless there is but one thread for both.
        async let lines = threads > 1 ? columns.lines(threads: threads) : nil
        let files = try filed { () throws(FileProblem) in try folder.files(without: columns.storedFiles) }
        try cache.check(columns, against: files)
        // With an error somewhere, everything is read and said in order.
        let others = try filed { () throws(FileProblem) in try folder.otherFiles() }
        guard let model = CompanyReader.reading(files + others, stored: columns.stored, threads: threads).model else {
            return nil
        }
        let tables = if let lines = try await lines { lines } else { try await columns.lines(threads: 1) }
        let small = files.filter { !columns.storedFiles.contains($0.path) } + others
        return OpenedCompany(model: model, tables: tables, columns: columns, small: small, phase: "open")
    }

    /// Reads everything, noting what the columns to be stored are made of.
    private func reading(_ folder: CompanyFolder, _ cache: ColumnCache, threads: Int) throws -> OpenedCompany {
        let moment = Date()
        let paths = try filed { () throws(FileProblem) in try folder.paths() }
        let states = paths.map { try? FileState(of: folder.full($0)) }
        let files = try filed { () throws(FileProblem) in try folder.files() }
        let others = try filed { () throws(FileProblem) in try folder.otherFiles() }
        let (model, storedFiles) = try read(files + others, threads: threads)
        guard paths == files.map(\.path) else { return OpenedCompany(model: model) }
        let inputs = zip(files, states).compactMap { file, state -> InputFile? in
            guard let state else { return nil }
            guard var input = InputFile(path: file.path, state: state, content: file.content) else { return nil }
            input.isStored = storedFiles.contains(file.path)
            return input
        }
        guard inputs.count == files.count else { return OpenedCompany(model: model) }
        return OpenedCompany(
            model: model, unstored: OpenedCompany.Unstored(cache: cache, inputs: inputs, moment: moment))
    }

    /// Stores the columns of a company that was read for them; that it does not work is said and stops nothing.
    ///
    /// - Returns: Whether there was something to store.
    func store(_ opened: OpenedCompany, _ tables: [LineTable], threads: Int) -> Bool {
        guard let unstored = opened.unstored else { return false }
        do {
            try unstored.cache.store(
                opened.model, tables, inputs: unstored.inputs, readAt: unstored.moment, threads: threads)
        } catch {
            self.error(error.explained)
        }
        return true
    }
}

extension ColumnFailure {
    /// What was found and what is done about it.
    var explained: LocalizedText {
        LocalizedText(en: "\(text.en): \(remedy.en)", ru: "\(text.ru): \(remedy.ru)")
    }
}

extension Stimul {
    /// Tells this build from any other: its version with the size and the time of its executable.
    static var build: String {
        let executable = Bundle.main.executablePath.flatMap {
            try? FileManager.default.attributesOfItem(atPath: $0)
        }
        let size = executable?[.size] as? Int ?? 0
        let time = (executable?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(configuration.version) \(size) \(time)"
    }
}
