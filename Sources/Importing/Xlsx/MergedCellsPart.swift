/// The merged ranges of a sheet of an `.xlsx`, which stand behind its cells (ECMA-376 Part 1, 18.3.1.55 mergeCells).
final class MergedCellsPart: XMLListener {
    enum Element: String, CaseIterable {
        case mergedCell = "sheet:mergeCell"
    }

    private let builder: RowBuilder

    init(_ builder: RowBuilder) {
        self.builder = builder
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        guard element == .mergedCell, let range = attributes["ref"].flatMap(CellReference.range) else { return }
        try builder.merge(rows: range.rows, columns: range.columns)
    }

    func end(_ element: Element?) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
