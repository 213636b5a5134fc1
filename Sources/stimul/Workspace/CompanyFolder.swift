import Company
import Formulas
import Foundation

/// A company folder on disk: every YAML and CSV file in it, with subfolders.
struct CompanyFolder {
    let path: String

    /// The files, by path inside the folder.
    ///
    /// - Throws: ``FileProblem`` when the folder or a file cannot be read.
    func files() throws(FileProblem) -> [SourceFile] {
        let root = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(path)
        }
        let entries = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        var files: [SourceFile] = []
        for case let url as URL in entries ?? .init() where Self.isCompanyFile(url) {
            let inside = url.standardizedFileURL.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1)
            do {
                files.append(
                    SourceFile(path: String(inside), bytes: [UInt8](try Data(contentsOf: url, options: .mappedIfSafe))))
            } catch {
                throw .unreadable(String(inside), "\(error.localizedDescription)")
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func isCompanyFile(_ url: URL) -> Bool {
        ["yaml", "yml", "csv"].contains(url.pathExtension.lowercased()) && !url.lastPathComponent.hasPrefix(".")
    }
}

/// A file or a folder that cannot be read or written.
enum FileProblem: Error {
    case noFolder(String)
    case unreadable(String, String)
    case unwritable(String, String)
    case folderNotEmpty(String)

    /// The problem with what to do about it.
    var text: LocalizedText {
        switch self {
        case .noFolder(let path):
            LocalizedText(
                en: "there is no folder '\(path)'; 'stimul new \(path)' makes a company there",
                ru: "папки «\(path)» нет; «stimul new \(path)» создаст в ней компанию")
        case .unreadable(let path, let why):
            LocalizedText(en: "'\(path)' cannot be read: \(why)", ru: "«\(path)» не читается: \(why)")
        case .unwritable(let path, let why):
            LocalizedText(en: "'\(path)' cannot be written: \(why)", ru: "«\(path)» не записывается: \(why)")
        case .folderNotEmpty(let path):
            LocalizedText(
                en: "the folder '\(path)' is not empty; nothing was written",
                ru: "папка «\(path)» не пуста; ничего не записано")
        }
    }
}
