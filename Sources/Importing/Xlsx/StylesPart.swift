/// The part of an `.xlsx` that says how cells look (ECMA-376 Part 1, 18.8); only what tells days from numbers is kept.
final class StylesPart: XMLListener {
    enum Element: String, CaseIterable {
        case format = "sheet:numFmt"
        case cellFormats = "sheet:cellXfs"
        case cellFormat = "sheet:xf"
    }

    /// The shape of each style, in the order in which cells refer to them.
    private(set) var shapes: [DateShape] = []
    private var codes: [Int: DateShape] = [:]
    private var isInCellFormats = false
    private let limits: WorkbookLimits

    init(_ part: ZipPart, _ limits: WorkbookLimits) throws {
        self.limits = limits
        try XMLDocument.read(part, to: self)
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        guard shapes.count < limits.definitions, codes.count < limits.definitions else {
            throw WorkbookFault.tooLarge(.definitions(limit: limits.definitions))
        }
        switch element {
        case .format:
            guard let number = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
            codes[number] = DateShape(code: code)
        case .cellFormats: isInCellFormats = true
        case .cellFormat where isInCellFormats:
            let number = attributes.number("numFmtId") ?? 0
            shapes.append(codes[number] ?? DateShape(builtIn: number))
        default: break
        }
    }

    func end(_ element: Element?) {
        if element == .cellFormats { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
