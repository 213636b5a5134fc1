import Foundation

extension Console {
    /// Writes a result to a file, or to standard output when none is named; a file that cannot be written stops the command.
    func write(_ bytes: Data, to output: String?) throws {
        guard let output else { return FileHandle.standardOutput.write(bytes) }
        do {
            try bytes.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            fail(FileProblem.unwritable(output, .init(writing: output)).text)
            throw ExitStatus.files
        }
    }
    /// The same for a large result in pieces, which are not copied together first. The file appears when it is whole.
    func write(_ pieces: [[UInt8]], to output: String?) throws {
        guard let output else {
            for piece in pieces { try FileHandle.standardOutput.write(contentsOf: piece) }
            return
        }
        let temporary = "\(output).new-\(UUID().uuidString)"
        do {
            try Data().write(to: URL(fileURLWithPath: temporary), options: .withoutOverwriting)
            defer { try? FileManager.default.removeItem(atPath: temporary) }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
            for piece in pieces { try file.write(contentsOf: piece) }
            try file.close()
            if let old = try? FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] {
                try FileManager.default.setAttributes([.posixPermissions: old], ofItemAtPath: temporary)
            }
            guard rename(temporary, output) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        } catch {
            fail(FileProblem.unwritable(output, .init(writing: output)).text)
            throw ExitStatus.files
        }
    }
}
