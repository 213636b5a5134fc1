import Foundation
import Messages
import Testing

@testable import Files

/// A result appears whole or not at all, and takes the place of nothing unasked.
struct OutputFileTests {
    private let folder = NSTemporaryDirectory() + "stimul-files-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

    private func write(_ text: String, _ name: String, replacing: Bool = false) throws {
        try OutputFile.write(Array(text.utf8), to: path(name), replacing: replacing)
    }

    private var drafts: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.contains(".new-") }
    }

    @Test("a file that is there is replaced only when that is wanted")
    func existing() throws {
        try write("one", "a")
        #expect(throws: FileCause.exists) { try write("two", "a") }
        #expect(text("a") == "one")
        try write("two", "a", replacing: true)
        #expect(text("a") == "two")
        #expect(drafts.isEmpty)
    }

    @Test("one that comes to be meanwhile is not replaced either")
    func meanwhile() throws {
        let file = try OutputFile(path("a"), replacing: false)
        try file.append(Array("mine".utf8))
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: path("a")))
        #expect(throws: FileCause.exists) { try file.finish() }
        #expect(text("a") == "theirs")
    }

    @Test("a result that is not finished leaves nothing")
    func unfinished() throws {
        do {
            let file = try OutputFile(path("a"), replacing: false)
            try file.append([1, 2, 3])
            #expect(drafts.count == 1)
        }
        #expect(drafts.isEmpty)
        #expect(text("a") == nil)
    }

    @Test("a link is followed and stays; one that leads nowhere is called that")
    func links() throws {
        try write("one", "a")
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("a"))
        #expect(throws: FileCause.exists) { try write("two", "link") }
        try write("two", "link", replacing: true)
        #expect(text("a") == "two")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("a"))
        try FileManager.default.createSymbolicLink(atPath: path("lost"), withDestinationPath: path("nothing"))
        #expect(throws: FileCause.leadsNowhere) { try write("two", "lost") }
    }

    @Test("rights: a private file is its owner's alone, one that is replaced keeps those it had")
    func rights() throws {
        try OutputFile.write([1], to: path("a"), replacing: false, isPrivate: true)
        #expect(try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions] as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
        try OutputFile.write([2], to: path("a"), replacing: true, isPrivate: true)
        #expect(try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions] as? Int == 0o640)
    }

    @Test("where it cannot be written, the cause is named")
    func causes() throws {
        #expect(throws: FileCause.isFolder) { try write("x", "") }
        #expect(throws: FileCause.noSuchFolder) { try write("x", "nowhere/a") }
        try write("x", "file")
        #expect(throws: FileCause.noSuchFolder) { try write("x", "file/a") }
        #expect(throws: FileCause.nameTooLong) { try write("x", String(repeating: "a", count: 300)) }
    }

    /// /dev/full takes no byte, as a full disk.
    @Test("a full disk is called a full disk, in both languages")
    func full() {
        #expect(throws: FileCause.diskFull) {
            try OutputFile.write([1], to: "/dev/full", replacing: false)
        }
        #expect(FileCause.diskFull.text.en.hasPrefix("the disk is full"))
        #expect(FileCause.diskFull.text.ru.hasPrefix("на диске нет места"))
    }

    @Test(
        "every number has words in both languages, those that people meet their own",
        arguments: [EISDIR, ENOENT, ELOOP, EACCES, EROFS, ENOSPC, EDQUOT, EEXIST, EMFILE, ENAMETOOLONG, EIO, EXDEV])
    func words(code: Int32) {
        let text = FileCause(errno: code).text
        #expect(text.en.count > 8)
        #expect(text.ru != text.en)
        if code != EXDEV { #expect(text.en.contains(";")) }
    }

    @Test("errors of Foundation are traced to the number below them")
    func foundation() {
        let error = CocoaError(
            .fileWriteUnknown, userInfo: [NSUnderlyingErrorKey: POSIXError(.ENOSPC)])
        #expect(FileCause(error) == .diskFull)
        #expect(FileCause(CocoaError(.fileReadNoPermission)) == .noPermission)
        #expect(FileCause(POSIXError(.EROFS)) == .readOnly)
    }
}
