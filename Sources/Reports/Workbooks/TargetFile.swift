internal import Files
internal import Foundation

/// A file that is written beside its place and moved there when it is whole.
struct TargetFile {
    /// The path as the caller gave it, for messages.
    let path: String
    /// The folder of the file.
    let folder: String
    /// Where the file is written meanwhile: in the same folder, so that moving it cannot fail half-way.
    let draft: String
    private let replaces: Bool

    /// Makes the empty draft, and thereby learns whether the folder can be written to.
    ///
    /// - Parameters:
    ///   - replacing: Whether a file that is there may be replaced.
    ///   - isPrivate: Whether only the owner may read a new file.
    init(_ path: String, replacing: Bool, isPrivate: Bool) throws(SheetFailure) {
        self.path = path
        folder = PathParts(path).folder
        draft = (folder as NSString).appendingPathComponent(".\(UUID().uuidString).xlsx")
        let rights = try Self.rights(of: path)
        replaces = rights != nil
        guard replacing || rights == nil else { throw .exists(path) }
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY, isPrivate ? 0o600 : 0o666)
        guard descriptor >= 0 else { throw SheetFailure(system: errno, path) }
        // Pay that only some may read stays so when it is written anew.
        if let rights { fchmod(descriptor, rights) }
        Foundation.close(descriptor)
    }

    /// The rights of the file that is there already, which must be an ordinary one that may be written; nil if none is.
    private static func rights(of path: String) throws(SheetFailure) -> mode_t? {
        guard !path.isEmpty, !path.hasSuffix("/") else { throw .notAFile(path) }
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
        guard access(path, W_OK) == 0 else { throw SheetFailure(system: errno, path) }
        return status.st_mode & 0o777
    }

    /// Puts the draft into its place once the disk has it.
    func finish() throws(SheetFailure) {
        let descriptor = open(draft, O_RDONLY)
        guard descriptor >= 0 else { throw SheetFailure(system: errno, path) }
        // A disk may say only now that it is full.
        let synced = fsync(descriptor)
        let reason = errno
        Foundation.close(descriptor)
        guard synced == 0 else { throw SheetFailure(system: reason, path) }
        // A file that came to be meanwhile is not replaced unasked.
        if !replaces, access(path, F_OK) == 0 { throw .exists(path) }
        guard rename(draft, path) == 0 else { throw SheetFailure(system: errno, path) }
    }

    /// Removes the draft.
    func discard() {
        unlink(draft)
    }
}

extension SheetFailure {
    /// The failure that the system names by a number.
    init(system code: Int32, _ path: String) {
        switch FileCause(errno: code) {
        case .noSuchFile, .noSuchFolder: self = .noFolder(path)
        case .noPermission: self = .noPermission(path)
        case .readOnly: self = .readOnly(path)
        case .diskFull: self = .diskFull(path)
        case .isFolder, .notAFile: self = .notAFile(path)
        case .exists: self = .exists(path)
        case .other(ENOMEM): self = .outOfMemory(path)
        case .leadsNowhere, .leadsInCircle, .tooManyOpen, .nameTooLong, .failingDisk, .other:
            self = .other(path, reason: String(cString: strerror(code)))
        }
    }
}
