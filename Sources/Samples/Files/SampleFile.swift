/// A file of an example company, made but not yet written.
public struct SampleFile: Sendable, Hashable {
    /// Where it belongs in the company folder.
    public let path: String
    /// What it holds, in UTF-8.
    public let bytes: [UInt8]

    /// A file of a company folder.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
