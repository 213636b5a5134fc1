import Company
import Files
import Foundation

extension CompanyFolder {
    /// Puts a text into the folder in the place of one that is there, at once and as a whole.
    ///
    /// - Parameter before: What the file must still hold.
    /// - Returns: `false` when it holds something else, or is not there any more; then nothing is written.
    func replace(_ file: SourceFile, ifStill before: [UInt8]) throws -> Bool {
        // Only a file that a reading of the folder finds: no path leads elsewhere.
        guard try text().contains(where: { $0.path == file.path && $0.bytes == before }) else { return false }
        try OutputFile.write(file.bytes, to: full(file.path), replacing: true)
        return true
    }
}
