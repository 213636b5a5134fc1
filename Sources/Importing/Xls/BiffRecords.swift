/// The records of an old workbook, one after the other ([MS-XLS] 2.1.4).
struct BiffRecords {
    /// One record: a kind, and up to 8,224 bytes.
    struct Record {
        let kind: UInt16
        let content: LittleEndian
    }

    private let stream: CompoundStream
    private var place: Int

    init(_ stream: CompoundStream, at place: Int) {
        self.stream = stream
        self.place = place
    }

    /// The next record; `nil` at the end of the stream.
    mutating func next() throws -> Record? {
        guard place + 4 <= stream.size else { return nil }
        let head = LittleEndian(try stream.bytes(at: place, 4))
        let content = LittleEndian(try stream.bytes(at: place + 4, Int(head.word(2))))
        place += 4 + content.bytes.count
        return Record(kind: head.word(0), content: content)
    }

    /// The kind of the next record, which stays the next one.
    func following() throws -> UInt16? {
        guard place + 4 <= stream.size else { return nil }
        return LittleEndian(try stream.bytes(at: place, 2)).word(0)
    }
}

/// The kinds of records that matter ([MS-XLS] 2.3).
enum BiffKind {
    static let formula: UInt16 = 0x0006
    static let end: UInt16 = 0x000A
    static let dateMode: UInt16 = 0x0022
    static let password: UInt16 = 0x002F
    static let continuation: UInt16 = 0x003C
    static let codePage: UInt16 = 0x0042
    static let sheet: UInt16 = 0x0085
    static let manyNumbers: UInt16 = 0x00BD
    static let richText: UInt16 = 0x00D6
    static let cellFormat: UInt16 = 0x00E0
    static let mergedCells: UInt16 = 0x00E5
    static let sharedTexts: UInt16 = 0x00FC
    static let sharedText: UInt16 = 0x00FD
    static let number: UInt16 = 0x0203
    static let text: UInt16 = 0x0204
    static let booleanOrError: UInt16 = 0x0205
    static let formulaText: UInt16 = 0x0207
    static let shortNumber: UInt16 = 0x027E
    static let format: UInt16 = 0x041E
    static let begin: UInt16 = 0x0809
}
