import Foundation
import GRDB
import Testing

@testable import Storage

/// What is erased is gone from the disk, and nobody but the owner could read it before.
struct ErasableDatabaseTests {
    private static let first = ErasableDatabase.Version(
        name: "1", sql: "CREATE TABLE facts (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    private static let second = ErasableDatabase.Version(
        name: "2", sql: "ALTER TABLE facts ADD COLUMN until TEXT NOT NULL DEFAULT ''")

    private final class Folder {
        let path = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        var file: String { path + "/personal.sqlite" }

        /// Every file of the folder that holds some bytes.
        func files(holding text: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
                try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)).range(of: Data(text.utf8)) != nil
            }
        }
    }

    private func open(
        _ folder: Folder, id: Int32 = 7, _ versions: [ErasableDatabase.Version] = [first]
    ) throws -> ErasableDatabase {
        try ErasableDatabase(at: folder.file, applicationID: id, versions: versions)
    }

    @Test("a deleted text, short or longer than a page, is in no file any more", arguments: [1, 2_000])
    func erased(times: Int) throws {
        let folder = try Folder()
        let database = try open(folder)
        let text = "plays the cello on Thursdays "
        try database.write { database in
            for number in 1...50 {
                try database.execute(
                    sql: "INSERT INTO facts VALUES (?, ?)",
                    arguments: [number, number == 25 ? String(repeating: text, count: times) : "other \(number)"])
            }
        }
        #expect(try folder.files(holding: "cello") == ["personal.sqlite"])
        try database.write { try $0.execute(sql: "DELETE FROM facts WHERE number = 25") }
        #expect(try folder.files(holding: "cello") == [])
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM facts") } == 49)
    }

    @Test("what a killed program left half written is taken back by whoever opens the file next")
    func killed() throws {
        let (folder, left) = (try Folder(), try Folder())
        let database = try open(folder)
        try database.write { try $0.execute(sql: "INSERT INTO facts VALUES (1, 'kept')") }
        // The files in the middle of a transaction are those that stay when its program is killed there.
        try database.write { database in
            try database.execute(sql: "UPDATE facts SET text = 'half written'")
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: folder.file + ending, toPath: left.file + ending)
            }
        }
        #expect(try open(left).read { try String.fetchOne($0, sql: "SELECT text FROM facts") } == "kept")
    }

    @Test("a text that is written over is in no file any more")
    func overwritten() throws {
        let folder = try Folder()
        let database = try open(folder)
        try database.write { try $0.execute(sql: "INSERT INTO facts VALUES (1, 'likes tea with lemon')") }
        try database.write { try $0.execute(sql: "UPDATE facts SET text = '-'") }
        #expect(try folder.files(holding: "lemon") == [])
    }

    @Test("of rows that moved between pages copies stay where they were; once the file is written anew there are none")
    func rewritten() throws {
        let folder = try Folder()
        let tables = ErasableDatabase.Version(
            name: "1", sql: "CREATE TABLE names (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID")
        let database = try open(folder, [tables])
        // Multiples of an odd number come in no order, so rows go into the middle of pages, and they grow there.
        let names = (1...900 as ClosedRange<UInt64>).map { String($0 &* 0x9E37_79B9_7F4A_7C17, radix: 36) }
        let gone = names.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element)
        for name in names {
            try database.write {
                try $0.execute(sql: "INSERT INTO names VALUES (?, ?)", arguments: ["\(name)i", "\(name)n"])
            }
        }
        for (number, name) in names.enumerated() {
            let longer = "\(name)n" + String(repeating: "z", count: number * 37 % 90)
            try database.write {
                try $0.execute(sql: "UPDATE names SET name = ? WHERE id = ?", arguments: [longer, "\(name)i"])
            }
        }
        for name in gone {
            try database.write { try $0.execute(sql: "DELETE FROM names WHERE id = ?", arguments: ["\(name)i"]) }
        }
        func left() throws -> Int {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
            return gone.count { bytes.range(of: Data("\($0)n".utf8)) != nil }
        }
        // Should SQLite ever leave none by itself, there is no need to write the file anew.
        #expect(try left() > 0)
        try database.rewrite()
        #expect(try left() == 0)
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM names") } == 600)
        #expect(throws: StorageFailure.self) {
            try database.write { try $0.execute(sql: "ATTACH '\(folder.path)/other.sqlite' AS other") }
        }
    }

    @Test("only its owner may read the file")
    func isPrivate() throws {
        let folder = try Folder()
        _ = try open(folder)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("no statement reaches another database")
    func noOther() throws {
        let folder = try Folder()
        let database = try open(folder)
        #expect(throws: StorageFailure.self) {
            try database.write { try $0.execute(sql: "ATTACH '\(folder.path)/other.sqlite' AS other") }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/other.sqlite"))
    }

    @Test("a later version brings the tables up; an earlier program then refuses, and so does one of another kind")
    func versions() throws {
        let folder = try Folder()
        try open(folder).write { try $0.execute(sql: "INSERT INTO facts VALUES (1, 'x')") }
        let later = try open(folder, [Self.first, Self.second])
        #expect(try later.read { try String.fetchAll($0, sql: "SELECT text || until FROM facts") } == ["x"])
        #expect(throws: StorageFailure.newerVersion(path: folder.file)) { try open(folder) }
        #expect(throws: StorageFailure.notAWorkspace(path: folder.file)) {
            try open(folder, id: 8, [Self.first, Self.second])
        }
    }

    @Test("a workspace is not taken for one")
    func workspace() throws {
        let made = try TestWorkspace()
        #expect(throws: StorageFailure.notAWorkspace(path: made.path)) {
            try ErasableDatabase(at: made.path, applicationID: 7, versions: [Self.first])
        }
    }
}
