internal import Formulas

/// A file of the company folder, with its path inside the folder.
public struct SourceFile: Sendable {
    /// The path inside the company folder, as messages name it.
    public var path: String
    /// The content as it lies on disk.
    public var content: any ByteSource

    /// Makes a file whose bytes are in memory.
    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, content: HeldBytes(bytes: bytes))
    }

    /// Makes a file whose bytes are asked for when they are read.
    public init(path: String, content: any ByteSource) {
        self.path = path
        self.content = content
    }

    /// All bytes at once: of files that are known to be small.
    public var bytes: [UInt8] {
        get { content.excerpt(0..<content.count) }
        set { content = HeldBytes(bytes: newValue) }
    }
}

extension SourceFile {
    /// The same file with its letters and marks composed; `nil` when that changes nothing. Lines stay where they are.
    var composed: SourceFile? {
        let text = String(decoding: bytes, as: UTF8.self)
        let composed = text.composed
        if composed.utf8.elementsEqual(text.utf8) { return nil }
        return SourceFile(path: path, bytes: Array(composed.utf8))
    }
}
