import Company
import Files
import Foundation
import Intake
internal import Messages
import Storage

/// A company folder on disk: every YAML and CSV file in it, with subfolders.
struct CompanyFolder {
    let path: String

    /// The files, by path inside the folder.
    ///
    /// - Parameter empty: The files that are not looked at, and have no content.
    /// - Throws: ``FileProblem`` when the folder or a file cannot be read.
    func files(without empty: Set<String> = []) throws(FileProblem) -> [SourceFile] {
        let paths = try paths()
        var files = paths.filter(empty.contains).map { SourceFile(path: $0, bytes: []) }
        for path in paths where !empty.contains(path) { files.append(try file(path)) }
        return files.sorted { $0.path < $1.path }
    }

    /// The paths of the files inside the folder, in order.
    func paths() throws(FileProblem) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .noFolder(path) }
        guard isFolder.boolValue else { throw .notAFolder(path) }
        return try paths(in: "", where: Self.isRead).sorted()
    }

    /// Files that may be taken for tables and are not read, for a word about them.
    func otherFiles() throws(FileProblem) -> [SourceFile] {
        try paths(in: "", where: Self.mayBeTakenForTable).map { path in
            (try? Self.table(at: full(path), inside: path, named: path)) ?? SourceFile(path: path, bytes: [])
        }
    }

    /// A file of text or a table of text, with its content.
    private func file(_ inside: String) throws(FileProblem) -> SourceFile {
        Self.isText(inside)
            ? SourceFile(path: inside, bytes: try text(of: inside))
            : try Self.table(at: full(inside), inside: inside, named: inside)
    }

    /// Hidden files and folders (`.git`) are no part of the company, and links to folders are not followed.
    private func paths(in folder: String, where isWanted: (String) -> Bool) throws(FileProblem) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(
                atPath: (path as NSString).appendingPathComponent(folder))
        } catch {
            throw .unreadable(folder.isEmpty ? path : folder, .init(error))
        }
        var paths: [String] = []
        for name in names where !name.hasPrefix(".") {
            let inside = folder.isEmpty ? name : folder + "/" + name
            let type = try? FileManager.default.attributesOfItem(atPath: full(inside))[.type] as? FileAttributeType
            if isWanted(name), Self.isRead(name) || type != .typeDirectory {
                paths.append(inside)
            } else if type == .typeDirectory {
                paths += try self.paths(in: inside, where: isWanted)
            }
        }
        return paths
    }

    private static func isRead(_ name: String) -> Bool { isText(name) || isTable(name) }

    /// Whether a file is a table by its name.
    static func isTable(_ name: String) -> Bool {
        isWorkbook(name) || (name as NSString).pathExtension.lowercased() == "csv"
    }

    static func isWorkbook(_ name: String) -> Bool {
        CompanyReader.workbookEndings.contains((name as NSString).pathExtension.lowercased())
    }

    private static func mayBeTakenForTable(_ name: String) -> Bool {
        let endings = [
            "", "txt", "tsv", "tab", "dat", "prn", "xlsb", "fods", "numbers", "dbf",
        ]
        return endings.contains((name as NSString).pathExtension.lowercased())
    }

    static func isText(_ name: String) -> Bool {
        ["yaml", "yml"].contains((name as NSString).pathExtension.lowercased())
    }

    /// The path of a file for the system.
    func full(_ inside: String) -> String { (path as NSString).appendingPathComponent(inside) }

    /// The content of a YAML file, no more than it takes to see that it is too large.
    private func text(of inside: String) throws(FileProblem) -> [UInt8] {
        try Self.checkKind(of: full(inside), named: inside) { .init(code: $0) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: full(inside)))
            defer { try? handle.close() }
            return [UInt8](try handle.read(upToCount: CompanyReader.textLimit + 1) ?? Data())
        } catch {
            throw .unreadable(inside, .init(error))
        }
    }

    /// A table, whose content is read when it is asked for.
    ///
    /// - Parameter name: What messages call it before it has been read.
    static func table(
        at path: String, inside: String, named name: String,
        cause: (Int32) -> FileProblem.Cause = { .init(code: $0) }
    ) throws(FileProblem) -> SourceFile {
        try checkKind(of: path, named: name, cause: cause)
        do {
            return SourceFile(path: inside, content: try FileBytes(of: path), cleaner: FileCleaner(path: path))
        } catch {
            throw .unreadable(name, error.cause.map { .system($0) } ?? .system(.noPermission))
        }
    }

    private static func checkKind(
        of path: String, named name: String, cause: (Int32) -> FileProblem.Cause
    ) throws(FileProblem) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(name, cause(errno)) }
        let type = status.st_mode & S_IFMT
        if type == S_IFDIR { throw .unreadable(name, .isFolder) }
        guard type == S_IFREG else { throw .unreadable(name, .notAFile) }
    }
}

/// A file or a folder that cannot be read or written.
enum FileProblem: Error {
    case noFolder(String)
    case notAFolder(String)
    case unreadable(String, Cause)
    case unwritable(String, Cause)
    /// The file is something that no result may take the place of.
    case protected(String, Protected)
    case folderNotEmpty(String)

    /// The problem with what to do about it.
    var text: LocalizedText {
        switch self {
        case .noFolder(let path):
            LocalizedText(
                en: "there is no folder '\(path)'; 'stimul new \(path)' makes a company there",
                ru: "папки «\(path)» нет; «stimul new \(path)» создаст в ней компанию")
        case .notAFolder(let path):
            LocalizedText(
                en: "'\(path)' is a file; a company is the folder that it lies in",
                ru: "«\(path)» — файл; компания — это папка, в которой он лежит")
        case .unreadable(let path, let why):
            LocalizedText(
                en: "'\(path)' cannot be read: \(why.text.en)", ru: "«\(path)» не читается: \(why.text.ru)")
        case .unwritable(let path, let why):
            LocalizedText(
                en: "'\(path)' cannot be written: \(why.text.en)", ru: "«\(path)» не записывается: \(why.text.ru)")
        case .protected(let path, let what):
            LocalizedText(
                en: "'\(path)' is not overwritten: it is \(what.text.en); name another file",
                ru: "«\(path)» не перезаписывается: это \(what.text.ru); назовите другой файл")
        case .folderNotEmpty(let path):
            LocalizedText(
                en: "the folder '\(path)' is not empty; nothing was written. Name a folder that does not exist yet",
                ru: "папка «\(path)» не пуста; ничего не записано. Назовите папку, которой ещё нет")
        }
    }
}

extension FileProblem {
    /// Why a file cannot be read or written, with what to do about it.
    enum Cause {
        case system(FileCause)
        case notATable
        case notYAML
        case noYAML

        static let isFolder = Cause.system(.isFolder)
        static let notAFile = Cause.system(.notAFile)

        /// The cause behind an error.
        init(_ error: any Error) { self = .system(FileCause(error)) }

        /// The cause that the system names by a number, of a file that a folder lists.
        init(code: Int32) { self = .system(code == ENOENT ? .leadsNowhere : FileCause(errno: code)) }

        /// Why a file that was named cannot be read, by the system's number.
        init(reading code: Int32) { self = .system(FileCause(errno: code)) }

        var text: LocalizedText {
            switch self {
            case .system(.exists): .alreadyThere
            case .system(let cause): cause.text
            case .notATable:
                LocalizedText(
                    en: "its name does not end in .csv, .xlsx, .ods or .xls; save it as one of these",
                    ru: "имя не кончается на .csv, .xlsx, .ods или .xls; сохраните его в одном из этих видов")
            case .notYAML:
                LocalizedText(
                    en: "its name does not end in .yaml; definitions are YAML",
                    ru: "имя не кончается на .yaml; описания — это YAML")
            case .noYAML:
                LocalizedText(en: "there is no YAML file in it", ru: "в ней нет ни одного файла YAML")
            }
        }
    }
}

extension LocalizedText {
    /// What stands where a result is to be written, with the option that replaces it.
    fileprivate static let alreadyThere = LocalizedText(
        en: "it is there already; name another file, or add --overwrite to replace it",
        ru: "такой файл уже есть; назовите другой или добавьте --overwrite, чтобы заменить его")
}
