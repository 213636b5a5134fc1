import Accounts
import Foundation
import GRDB
import Periods
import Storage
import Testing

@testable import PersonalFacts

/// What is erased is nowhere any more, and nothing brings it back; the audit stays whole.
@Suite("Erasure of personal facts")
struct PersonalErasureTests {
    private let text = "Loves old steam engines and her garden in Tver"
    private let today = World.contacts(on: "2026-11-30")

    private func noted(_ world: World) throws -> PersonalFacts {
        let facts = try world.facts()
        try facts.consent(in: today)
        for number in 1...60 {
            try facts.note(
                "Likes tea number \(number)", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        }
        try facts.note(text, of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        return facts
    }

    private enum Way: CaseIterable { case forgotten, withdrawn, expired }

    @Test(
        "after it no byte of any file of the workspace holds the text, and the audit is whole", arguments: Way.allCases)
    private func everyByte(_ way: Way) throws {
        let world = try World()
        defer { world.remove() }
        let facts = try noted(world)
        // The text is found while it is there, so the search finds what it looks for.
        #expect(try world.files(holding: "steam engines") == ["personal.sqlite"])
        let key = try #require(
            try facts.notes(of: "k1", readBy: "anna", today).first { $0.text == text }
        ).key
        let commitment = try #require(
            try facts.database.read {
                try Data.fetchOne($0, sql: "SELECT commitment FROM notes WHERE key = ?", arguments: [key])
            })
        switch way {
        case .forgotten: _ = try facts.forget("k1", by: "anna", today)
        case .withdrawn: _ = try facts.withdraw([.courtesy], of: "k1", by: "anna", today)
        case .expired: _ = try facts.expire(by: "stimul", World.contacts(on: "2027-11-30"))
        }
        #expect(try world.files(holding: "steam engines") == [])
        #expect(try world.files(holding: "letter 17") == [])
        for file in FileManager.default.enumerator(atPath: world.folder)?.compactMap({ $0 as? String }) ?? []
        where !file.hasSuffix("columns") {
            let bytes = FileManager.default.contents(atPath: world.folder + "/" + file) ?? Data()
            #expect(bytes.range(of: commitment) == nil, "the key of the note is in \(file)")
        }
        #expect(try world.workspace.audit().isSound)
        #expect(try world.steps().contains { $0.name.key == key && $0.step == "erased" && $0.content == nil })
    }

    @Test("the chain keeps the digest of the text under a key that is erased with it, and never the text")
    func digest() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try noted(world)
        #expect(try PersonalFacts.check(in: world.folder, against: world.workspace) == [])
        let steps = try world.steps()
        #expect(steps.filter { $0.step == "noted" }.allSatisfy { $0.content?.contains("\"digest\":\"") ?? false })
        #expect(!steps.contains { $0.content?.contains("steam") ?? false || $0.reason.contains("steam") })
        try facts.database.write {
            try $0.execute(sql: "UPDATE notes SET text = 'x' WHERE text = ?", arguments: [text])
        }
        #expect(try PersonalFacts.check(in: world.folder, against: world.workspace).count == 1)
    }

    @Test("a certificate says what, when, by whom and why, and under which record")
    func certificate() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: today)
        let note = try facts.note(text, of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        let certificate = try facts.forget("k1", by: "dina", today)
        #expect(certificate.contact == "k1")
        #expect(certificate.reason == .asked)
        #expect(certificate.actor == "dina")
        #expect(certificate.at == "2026-11-30T12:00:00Z")
        #expect(certificate.items.map(\.kind) == [.note, .consent])
        #expect(certificate.items.first?.key == note.key)
        #expect(certificate.head == (try world.workspace.read { try $0.auditHead() }))
        #expect(refusal { _ = try facts.forget("k2", by: "dina", today) } == "nothing-kept")
    }

    @Test("a backup that is restored does not bring back what was erased since, and neither its consent")
    func restored() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try noted(world)
        let backup = world.folder + "-backup.sqlite"
        let files = [backup, PersonalFacts.copyPath(beside: backup)]
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        try world.workspace.backup(to: backup)
        try facts.copy(beside: backup)
        #expect(try world.files(holding: "steam engines", beside: files).count == 2)
        _ = try facts.forget("k1", by: "anna", today)
        try facts.consent(.channel, of: "k2", in: today)
        try facts.note("Prefers mail", of: "k2", for: .channel, visibleTo: .author, by: "anna", today)

        let erased = PersonalFacts.erased(in: world.folder)
        #expect(erased.count == 62)
        try world.workspace.close()
        let seen = try Workspace.restoration(of: backup, to: world.folder)
        try Workspace.restore(
            from: backup, to: world.folder, seen: seen, by: "dina", reason: "disk", clock: { "2026-12-01T08:00:00Z" })
        try PersonalFacts.restore(besideBackup: backup, to: world.folder, without: erased)
        let back = try Workspace.open(at: world.folder) { "2026-12-01T08:00:00Z" }
        let again = try PersonalFacts(in: world.folder, workspace: back, openedBy: "dina")

        #expect(try world.files(holding: "steam engines") == [])
        #expect(try again.notes(of: "k1", readBy: "anna", today) == [])
        #expect(try again.consents(of: "k1", today) == [])
        // The chain of the backup knew the notes as they were; it says since that they are erased.
        #expect(try back.read { try PersonalFacts.erased(in: $0) }.count == 62)
        #expect(try back.audit().isSound)
        try back.close()
    }

    @Test("an old copy of the file that somebody laid in its place is purged before anything is read")
    func laidBack() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try noted(world)
        let old = world.folder + "-old.sqlite"
        defer { try? FileManager.default.removeItem(atPath: old) }
        try facts.database.copy(to: old)
        _ = try facts.forget("k1", by: "anna", today)
        try facts.database.close()
        let path = PersonalFacts.path(in: world.folder)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: old, toPath: path)
        #expect(try world.files(holding: "steam engines") == ["personal.sqlite"])
        let again = try world.facts()
        #expect(try world.files(holding: "steam engines") == [])
        #expect(try again.notes(of: "k1", readBy: "anna", today) == [])
        // The consent was in the old copy too.
        #expect(
            refusal { _ = try again.note(text, of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today) }
                == "no-consent")
    }

    @Test("only its owner may read the file and a copy of it, and there is no log beside it")
    func rights() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try noted(world)
        let backup = world.folder + "-backup.sqlite"
        try facts.copy(beside: backup)
        let copy = PersonalFacts.copyPath(beside: backup)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        for path in [PersonalFacts.path(in: world.folder), copy] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        }
        #expect(throws: StorageFailure.alreadyThere(path: copy)) { try facts.copy(beside: backup) }
    }
}
