public import Files
internal import Foundation
internal import GRDB
internal import GRDBSQLite

extension StorageFailure {
    /// The failure that an SQLite result code means.
    init(code: Int32, message: String, path: String) {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
        case SQLITE_FULL: self = .diskFull(path: path)
        case SQLITE_IOERR: self = Self.inputOutput(code, message, path)
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
        case SQLITE_CANTOPEN: self = Self.cannotOpen(message, path)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: self = .corrupted(path: path, detail: message)
        default: self = .database(path: path, code: code, detail: message)
        }
    }

    /// The failure behind any error of a library below.
    package init(_ error: any Error, path: String) {
        switch error {
        case let failure as StorageFailure: self = failure
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
        case is CocoaError, is POSIXError: self.init(FileCause(error), path: path)
        default: self = .inaccessible(path: path, detail: String(describing: error))
        }
    }

    /// The failure that a system call's error number means.
    package init(errno number: Int32, path: String) { self.init(FileCause(errno: number), path: path) }

    private init(_ cause: FileCause, path: String) {
        switch cause {
        case .diskFull: self = .diskFull(path: path)
        case .noPermission, .readOnly: self = .readOnly(path: path)
        case .exists: self = .alreadyThere(path: path)
        case .leadsNowhere: self = .leadsNowhere(path: path)
        case .isFolder, .notAFile, .leadsInCircle, .noSuchFolder, .noSuchFile, .tooManyOpen, .nameTooLong, .failingDisk,
            .other:
            self = .system(path: path, cause)
        }
    }

    /// The system's reason, where the failure is nothing but that.
    public var cause: FileCause? {
        switch self {
        case .diskFull: .diskFull
        case .leadsNowhere: .leadsNowhere
        case .system(_, let cause): cause
        default: nil
        }
    }

    /// SQLite says only that it could not open a file; where the folder may not be written, its log is what it misses.
    private static func cannotOpen(_ message: String, _ path: String) -> StorageFailure {
        guard FileManager.default.fileExists(atPath: path), access(PathParts(path).folder, W_OK) != 0 else {
            return .inaccessible(path: path, detail: message)
        }
        return StorageFailure(errno: errno, path: path)
    }

    private static func inputOutput(_ code: Int32, _ message: String, _ path: String) -> StorageFailure {
        // Failed writes, file extensions and shared-memory extensions: as a rule there is no room for them.
        let outOfRoom = [SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 6 << 8, SQLITE_IOERR | 19 << 8]
        return outOfRoom.contains(code) ? .diskFull(path: path) : .inaccessible(path: path, detail: message)
    }

    /// The same failure of a file under the name by which people know it.
    func naming(_ path: String) -> StorageFailure {
        switch self {
        case .notAWorkspace: .notAWorkspace(path: path)
        case .newerVersion: .newerVersion(path: path)
        case .corrupted(_, let detail): .corrupted(path: path, detail: detail)
        case .inaccessible(_, let detail): .inaccessible(path: path, detail: detail)
        case .system(_, let cause): .system(path: path, cause)
        case .database(_, let code, let detail): .database(path: path, code: code, detail: detail)
        default: self
        }
    }
}
