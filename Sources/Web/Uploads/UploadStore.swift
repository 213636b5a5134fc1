internal import Credentials
internal import Foundation
internal import Importing
internal import Intake
internal import Messages
internal import Pages
internal import Storage
internal import Synchronization

/// The files that people have brought: a folder of the server's own, which only it may read; no name in it comes from outside.
final class UploadStore: Sendable {
    /// The most bytes of one file.
    static let mostBytes = 200 << 20
    /// The most bytes of all that are kept.
    static let mostKept = 2 << 30
    /// So many are received at once.
    static let mostAtOnce = 4
    /// So long is one kept, in seconds.
    static let keptFor: Int64 = 7 * 86_400

    private let folder: String
    private let clock: @Sendable () -> Instant
    private let receiving = Mutex(0)
    private let writing = Mutex(())

    /// - Parameter folder: Made when the first file comes.
    init(in folder: String, clock: @escaping @Sendable () -> Instant) {
        self.folder = folder
        self.clock = clock
    }

    // MARK: Receiving

    /// A file that is being received; gone when it is not kept.
    final class Draft {
        let id: String
        let path: String
        private let file: FileHandle
        private let store: UploadStore
        private(set) var count = 0
        private var isKept = false

        fileprivate init(_ id: String, _ path: String, _ file: FileHandle, _ store: UploadStore) {
            (self.id, self.path, self.file, self.store) = (id, path, file, store)
        }

        /// Adds bytes.
        ///
        /// - Throws: ``Problem`` beyond the most bytes.
        func append(_ bytes: [UInt8]) throws {
            count += bytes.count
            guard count <= UploadStore.mostBytes else { throw Problem.uploadTooLarge }
            try file.write(contentsOf: Data(bytes))
        }

        /// Ends it; it stays.
        fileprivate func keep() throws {
            try file.synchronize()
            isKept = true
        }

        deinit {
            try? file.close()
            if !isKept { unlink(path) }
            store.receiving.withLock { $0 -= 1 }
        }
    }

    /// Begins a file under a random name, for its owner's eyes alone.
    func begin() throws -> Draft {
        let isFree = receiving.withLock { count in
            if count >= Self.mostAtOnce { return false }
            count += 1
            return true
        }
        guard isFree else { throw Problem.tooMany(after: 10) }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard kept().reduce(0, { $0 + $1.size }) < Self.mostKept else { throw Problem.uploadsFull }
            let id = Randomness.system.bytes(16).hex
            let path = self.path(of: id)
            let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw Problem.unexpected(POSIXError(.init(rawValue: errno) ?? .EIO)) }
            return Draft(id, path, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), self)
        } catch {
            receiving.withLock { $0 -= 1 }
            throw error
        }
    }

    /// Keeps a file that has come whole, once it is seen to be a table of text or a workbook.
    func keep(_ draft: Draft, named name: String, by actor: String) throws -> KeptUpload {
        let isWorkbook = try UploadContent.isWorkbook(draft.path)
        try draft.keep()
        let upload = KeptUpload(
            id: draft.id, name: KeptUpload.cleanName(name), actor: actor, at: clock().seconds, size: draft.count,
            isWorkbook: isWorkbook)
        try write(upload)
        return upload
    }

    // MARK: What is kept

    /// Where the bytes of a file lie.
    func path(of id: String) -> String { folder + "/" + id + ".data" }

    private func notes(of id: String) -> String { folder + "/" + id + ".json" }

    /// Whether a text can be the name of one.
    static func isName(_ id: String) -> Bool {
        id.utf8.count == 32 && id.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// A file that was brought; nil when there is none, or none any more.
    func upload(_ id: String) -> KeptUpload? {
        guard Self.isName(id), let data = FileManager.default.contents(atPath: notes(of: id)),
            let upload = try? JSONDecoder().decode(KeptUpload.self, from: data), upload.id == id
        else { return nil }
        return upload
    }

    /// All of them, the latest first.
    func kept() -> [KeptUpload] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.compactMap { upload(String($0.dropLast(5))) }
            .sorted { ($1.at, $1.id) < ($0.at, $0.id) }
    }

    /// Changes what is said of a file, one after the other.
    @discardableResult
    func change(_ id: String, _ body: (inout KeptUpload) throws -> Void) throws -> KeptUpload {
        try writing.withLock { _ in
            guard var upload = upload(id) else { throw Problem.absent }
            try body(&upload)
            try write(upload)
            return upload
        }
    }

    private func write(_ upload: KeptUpload) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let path = notes(of: upload.id)
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Problem.unexpected(POSIXError(.init(rawValue: errno) ?? .EIO)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: try encoder.encode(upload))
        try file.synchronize()
        try file.close()
        guard rename(draft, path) == 0 else { throw Problem.unexpected(POSIXError(.init(rawValue: errno) ?? .EIO)) }
    }

    /// Removes one.
    func remove(_ id: String) {
        guard Self.isName(id) else { return }
        unlink(notes(of: id))
        unlink(path(of: id))
    }

    /// Removes those that were kept long enough, and what was never received whole.
    func tidy() {
        let last = clock().seconds - Self.keptFor
        let uploads = kept()
        for upload in uploads where upload.at < last { remove(upload.id) }
        let known = Set(uploads.map(\.id))
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix(".data") {
            let id = String(name.dropLast(5))
            guard !known.contains(id), Self.isName(id), receiving.withLock({ $0 }) == 0 else { continue }
            unlink(path(of: id))
        }
    }
}

/// What a file is by its content, whatever its name says.
enum UploadContent {
    /// Whether it is a workbook; a text otherwise.
    ///
    /// - Throws: ``Problem`` for anything else.
    static func isWorkbook(_ path: String) throws -> Bool {
        do {
            let format = try Workbook(opening: path, limits: .ofUploads).format
            guard format != .xls else { throw Problem.uploadRefused(.oldWorkbook) }
            return true
        } catch let failure as WorkbookFailure {
            if case .otherContent(.text) = failure.fault { return false }
            throw Problem.uploadRefused(.unreadable(failure.told))
        }
    }

    /// Opens a file that was kept.
    static func opened(_ upload: KeptUpload, at path: String) throws -> OpenedFile {
        if upload.isWorkbook {
            return OpenedFile(name: upload.name, .workbook(try Workbook(opening: path, limits: .ofUploads)))
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw Problem.absent }
        return OpenedFile(name: upload.name, .text([UInt8](data)))
    }
}

extension WorkbookLimits {
    /// What is read at most of a workbook that came by a browser: anybody who may bring files may bring a hostile one.
    static let ofUploads: WorkbookLimits = {
        var limits = WorkbookLimits()
        limits.parts = 1_000
        limits.ratio = 100
        limits.sheetBytes = 500 << 20
        limits.partBytes = 500 << 20
        return limits
    }()
}
