internal import Foundation
internal import GRDB

extension ErasableDatabase {
    /// Copies the database into a new file that only its owner may read, while others go on writing.
    ///
    /// - Throws: ``StorageFailure/alreadyThere(path:)`` when the file is there.
    public func copy(to target: String) throws(StorageFailure) {
        guard !FileManager.default.fileExists(atPath: target) else { throw .alreadyThere(path: target) }
        try Workspace.makePrivateFile(target, named: target)
        do {
            try Workspace.mapping(target) {
                let queue = try DatabaseQueue(path: target)
                try queue.writeWithoutTransaction { copy in try read { try $0.backup(to: copy) } }
                try queue.close()
            }
            try Workspace.syncFile(target)
        } catch {
            Workspace.removeDatabase(target)
            throw error
        }
    }

    /// Copies the file of a database that nobody has open, byte by byte, into a new one that only its owner may read.
    public static func copy(_ file: String, to target: String) throws(StorageFailure) {
        try Workspace.makePrivateFile(target, named: target)
        try Workspace.mapping(target) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let copy = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
            defer { try? copy.close() }
            try copy.write(contentsOf: bytes)
            try copy.synchronize()
        }
    }

    /// Puts a database that nobody has open in the place of another one, in one step.
    public static func put(_ draft: String, inPlaceOf path: String) throws(StorageFailure) {
        try Workspace.syncFile(draft)
        Workspace.removeJournals(of: path)
        guard rename(draft, path) == 0 else { throw StorageFailure(errno: errno, path: path) }
        try Workspace.mapping(path) {
            try Workspace.syncFile((path as NSString).deletingLastPathComponent)
        }
    }

    /// Removes a file that was not put in place, with what SQLite keeps beside it.
    public static func remove(_ path: String) { Workspace.removeDatabase(path) }
}
