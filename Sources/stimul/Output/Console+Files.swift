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
}
