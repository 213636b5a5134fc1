/// A file of the company folder as bytes, with its path inside the folder.
public struct SourceFile: Sendable {
    /// The path inside the company folder, as messages name it.
    public var path: String
    /// The content as it lies on disk.
    public var bytes: [UInt8]

    /// Makes a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
