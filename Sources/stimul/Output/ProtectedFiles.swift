import Files
import Foundation
internal import Messages
import Storage

/// What no result may ever take the place of, whatever its name and however it is linked.
enum Protected {
    case database
    case key
    case columns
    case companyFile

    var text: LocalizedText {
        switch self {
        case .database: LocalizedText(en: "a database of Stimul, or its log", ru: "база Стимула или её журнал")
        case .key: LocalizedText(en: "a key of the company", ru: "ключ компании")
        case .columns: LocalizedText(en: "kept by Stimul for itself", ru: "служебный файл Стимула")
        case .companyFile: LocalizedText(en: "a text or a table of the company", ru: "текст или таблица компании")
        }
    }
}

/// The files of a company and its books, known by device and inode, so that no link leads around them.
struct ProtectedFiles {
    private let company: String
    private let keys: [String]

    /// - Parameter keys: Keys that lie elsewhere.
    init(of company: String, keys: [String] = []) {
        self.company = company
        self.keys = keys
    }

    /// What a path would overwrite, or take the place of; `nil` when it is nothing of these.
    func met(at path: String) -> Protected? { reserved(path) ?? existing(path) }

    /// Names that belong to the books, whether a file of the name is there just now or not.
    func reserved(_ path: String) -> Protected? {
        let parts = PathParts(path)
        let name = parts.name.lowercased()
        guard let above = FileIdentity(parts.folder) else { return nil }
        if above == FileIdentity(company) {
            if name.hasPrefix(Workspace.fileName) { return .database }
            if name.hasPrefix(ServerFiles.usersName) { return .database }
            if name == StatementCommand.keyName || name == ServerFiles.keyName { return .key }
        }
        return liesInColumns(parts.folder) ? .columns : nil
    }

    private func liesInColumns(_ folder: String) -> Bool {
        guard let hidden = real((company as NSString).appendingPathComponent(".stimul")), let own = real(folder) else {
            return false
        }
        return own == hidden || own.hasPrefix(hidden + "/")
    }

    private func existing(_ path: String) -> Protected? {
        guard let identity = FileIdentity(path), identity.isFile else { return nil }
        if isDatabase(path) { return .database }
        let own = [StatementCommand.keyName, ServerFiles.keyName].map {
            (company as NSString).appendingPathComponent($0)
        }
        if (own + keys).contains(where: { FileIdentity($0) == identity }) { return .key }
        let folder = CompanyFolder(path: company)
        let files = (try? folder.paths()) ?? []
        return files.contains { FileIdentity(folder.full($0)) == identity } ? .companyFile : nil
    }

    /// Any database: of this company, of another one, a backup.
    private func isDatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    private func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}

/// A file as the system knows it, whatever it is called.
private struct FileIdentity: Equatable {
    private let device: dev_t
    private let inode: ino_t
    let isFile: Bool

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = status.st_dev
        inode = status.st_ino
        isFile = status.st_mode & S_IFMT == S_IFREG
    }
}
