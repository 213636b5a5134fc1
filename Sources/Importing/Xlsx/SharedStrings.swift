/// The texts that the cells of an `.xlsx` share (ECMA-376 Part 1, 18.4.9 sst).
final class SharedStrings: XMLListener {
    enum Element: String, CaseIterable {
        case item = "sheet:si"
        case piece = "sheet:t"
        case reading = "sheet:rPh"
    }

    /// The texts, in the order in which cells refer to them.
    private(set) var texts: [String] = []
    private var text: RichText
    private var bytes = 0
    private let limits: WorkbookLimits

    init(_ part: ZipPart, _ limits: WorkbookLimits) throws {
        self.limits = limits
        text = RichText(limit: limits.textBytes)
        try XMLDocument.read(part, to: self)
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) {
        switch element {
        case .item: text.reset()
        case .piece: text.begin(keepingSpaces: attributes["xml:space"] == "preserve")
        case .reading: text.reading(begins: true)
        case nil: break
        }
    }

    func end(_ element: Element?) throws {
        switch element {
        case .item:
            let whole = text.text
            bytes += whole.utf8.count
            guard texts.count < limits.strings, bytes <= limits.stringBytes else {
                throw WorkbookFault.tooLarge(.strings)
            }
            texts.append(whole)
        case .piece: text.end()
        case .reading: text.reading(begins: false)
        case nil: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard text.append(bytes) else { throw WorkbookFault.tooLarge(.strings) }
    }
}
