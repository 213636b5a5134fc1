import Foundation
import Testing

@testable import Storage

/// A damaged file is an error one can read, never a crash.
struct DamageTests {
    @Test("an overwritten page is reported, wherever it lies", arguments: [0.15, 0.3, 0.5, 0.7, 0.85])
    func page(share: Double) throws {
        let made = try TestWorkspace.filled()
        try made.workspace.write(by: "belov") { writing in
            let rows = (0..<5_000).map { ("k\($0)", "client \($0)", "\($0)") }
            for row in stride(from: 0, to: rows.count, by: 1_000) {
                try writing.importTables(rows[row..<row + 1_000].map { .sales($0) })
            }
        }
        try made.workspace.close()
        try Self.overwritePage(of: made.path, at: share)
        let report = try Workspace.openReadOnly(at: made.folder).audit()
        #expect(!report.isSound)
        let found = report.faults.contains { fault in
            switch fault {
            case .damaged, .content, .numbering, .strayRow, .record: true
            default: false
            }
        }
        #expect(found)
        // Writing is refused with the same clear failure, or the damage lies where nothing is written.
        do {
            try made.another().write(by: "belov") { try $0.importTables([.sales(("s9", "beta", "7"))]) }
        } catch let failure as StorageFailure {
            #expect(failure == .corrupted(path: made.path, detail: "database disk image is malformed"))
        }
    }

    @Test("an overwritten first page makes the file no database")
    func firstPage() throws {
        let made = try TestWorkspace.filled()
        try made.workspace.close()
        try Self.overwritePage(of: made.path, at: 0)
        let failure = #expect(throws: StorageFailure.self) { try made.another() }
        #expect(failure == .corrupted(path: made.path, detail: "file is not a database"))
    }

    private static func overwritePage(of path: String, at share: Double) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let pages = try file.seekToEnd() / 4_096
        try file.seek(toOffset: UInt64(Double(pages) * share) * 4_096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        try file.close()
    }
}
