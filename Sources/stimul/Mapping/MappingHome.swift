import Company
import Foundation

/// Where a file lies that is mapped, and where what is said of it is written.
struct MappingHome {
    /// The company folder.
    let folder: CompanyFolder
    /// The file's path for the system.
    let path: String
    /// Its path inside the company folder; of a file outside, the name that it gets there.
    let inside: String
    /// Whether it has still to come into the folder.
    let isOutside: Bool
    /// The YAML files of the company.
    let text: [SourceFile]

    /// - Throws: ``FileProblem`` for a file that is not there or is no table.
    init(_ company: String, _ file: String, _ files: [SourceFile]) throws(FileProblem) {
        let folder = CompanyFolder(path: company)
        let home = URL(fileURLWithPath: company, isDirectory: true).standardizedFileURL.path + "/"
        let full = URL(fileURLWithPath: file).standardizedFileURL.path
        let isInside = full.hasPrefix(home)
        self.folder = folder
        isOutside = !isInside
        inside = isInside ? String(full.dropFirst(home.count)) : (full as NSString).lastPathComponent
        path = file
        text = files.filter { CompanyFolder.isText($0.path) }
        guard CompanyFolder.isTable(inside) else { throw .unreadable(file, .notATable) }
        var status = stat()
        guard stat(file, &status) == 0 else { throw .unreadable(file, .init(reading: errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(file, .isFolder) }
    }
}
