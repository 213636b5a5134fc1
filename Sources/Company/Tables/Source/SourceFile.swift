internal import Formulas
internal import Messages

/// A file of the company folder, with its path inside the folder.
public struct SourceFile: Sendable {
    /// The path inside the company folder, as messages name it.
    public var path: String
    /// The content as it lies on disk.
    public var content: any ByteSource
    /// Reads the file where this room does not: a workbook, or a table of which more is said than how plain cells are written.
    public var cleaner: (any TableCleaner)?
    /// Whether the program itself has written it: plainly, whatever is said of all tables.
    private(set) var isOwn = false
    /// Whether it is the answer of a database, under the name of its entry and without an ending.
    public var isAnswer = false
    /// What messages call a line; its own number when `nil`.
    private(set) var rowOfLine: (@Sendable (Int) -> Int)?

    /// Makes a file whose bytes are in memory.
    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, content: HeldBytes(bytes: bytes))
    }

    /// Makes a file whose bytes are asked for when they are read.
    public init(path: String, content: any ByteSource, cleaner: (any TableCleaner)? = nil) {
        self.path = path
        self.content = content
        self.cleaner = cleaner
    }

    /// All bytes at once: of files that are known to be small.
    public var bytes: [UInt8] {
        get { content.excerpt(0..<content.count) }
        set { content = HeldBytes(bytes: newValue) }
    }
}

extension SourceFile {
    /// The same file as one that the program itself has written.
    public var own: SourceFile {
        var file = self
        file.isOwn = true
        return file
    }

    /// The same file whose lines are called otherwise in lists of rows.
    func counting(_ rowOfLine: @escaping @Sendable (Int) -> Int) -> SourceFile {
        var file = self
        file.rowOfLine = rowOfLine
        return file
    }

    /// The same file with its letters and marks composed; `nil` when that changes nothing. Lines stay where they are.
    var composed: SourceFile? {
        let text = String(decoding: bytes, as: UTF8.self)
        let composed = text.composed
        if composed.utf8.elementsEqual(text.utf8) { return nil }
        var file = self
        file.bytes = Array(composed.utf8)
        return file
    }
}
