import Foundation

/// A result that is written piece by piece and appears when it is whole.
///
/// A file is written beside its name first. What is no regular file (a pipe, a device, a link to something) stays what it is:
/// it is written to when everything is there, as standard output is.
final class ResultFile {
    private let output: String?
    private let temporary: (path: String, file: FileHandle)?
    private var kept: [[UInt8]] = []
    private var isFinished = false

    /// Begins a result.
    ///
    /// - Parameter output: The file's path; `nil` for standard output.
    init(_ output: String?) throws {
        self.output = output
        guard let output, Self.isReplaceable(output) else {
            temporary = nil
            return
        }
        let path = "\(output).new-\(UUID().uuidString)"
        try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        temporary = (path, try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
    }

    deinit {
        if let temporary, !isFinished { try? FileManager.default.removeItem(atPath: temporary.path) }
    }

    /// Adds a piece at the end.
    func append(_ piece: [UInt8]) throws {
        guard let temporary else { return kept.append(piece) }
        try temporary.file.write(contentsOf: piece)
    }

    /// Ends the result and gives it its name; a file that was there keeps its permissions.
    func finish() throws {
        guard let temporary, let output else { return try writeKept() }
        try temporary.file.close()
        if let old = try? FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] {
            try FileManager.default.setAttributes([.posixPermissions: old], ofItemAtPath: temporary.path)
        }
        guard rename(temporary.path, output) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        isFinished = true
    }

    private func writeKept() throws {
        var file = FileHandle.standardOutput
        if let output {
            let descriptor = open(output, O_WRONLY | O_TRUNC | O_CLOEXEC)
            guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
        for piece in kept { try file.write(contentsOf: piece) }
    }

    private static func isReplaceable(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return true }
        return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }
}

extension Console {
    /// Writes a result to a file, or to standard output when none is named; a file that cannot be written stops the command.
    func write(_ bytes: Data, to output: String?) throws {
        try writing(to: output) {
            let result = try ResultFile(output)
            try result.append(Array(bytes))
            try result.finish()
        }
    }

    /// Does what writes a result; that it cannot be written stops the command.
    func writing<Result>(to output: String?, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch {
            fail(FileProblem.unwritable(output ?? "-", .init(writing: output ?? "-")).text)
            throw ExitStatus.files
        }
    }
}
