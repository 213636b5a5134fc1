/// The part of an `.xlsx` that lists its sheets (ECMA-376 Part 1, 18.2.27 workbook).
final class WorkbookPart: XMLListener {
    enum Element: String, CaseIterable {
        case workbookProperties = "sheet:workbookPr"
        case sheet = "sheet:sheet"
    }

    /// A sheet with the id by which the workbook refers to its part.
    struct Entry {
        let sheet: Workbook.Sheet
        let id: String
    }

    private(set) var entries: [Entry] = []
    /// Whether days are counted from 1904 instead of 1900.
    private(set) var isFrom1904 = false
    private let limits: WorkbookLimits

    init(_ part: ZipPart, _ limits: WorkbookLimits) throws {
        self.limits = limits
        try XMLDocument.read(part, to: self)
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        switch element {
        case .workbookProperties: isFrom1904 = attributes.isTrue("date1904")
        case .sheet:
            guard entries.count < limits.definitions else {
                throw WorkbookFault.tooLarge(.definitions(limit: limits.definitions))
            }
            guard let name = attributes["name"], let id = attributes["r:id"] else { return }
            let isHidden = attributes["state"].map { $0 != "visible" } ?? false
            entries.append(Entry(sheet: Workbook.Sheet(name: name, isHidden: isHidden), id: id))
        case nil: break
        }
    }

    func end(_ element: Element?) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
