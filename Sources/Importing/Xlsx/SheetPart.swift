/// The rows and cells of a sheet of an `.xlsx`, as its part is read (ECMA-376 Part 1, 18.3.1.80 sheetData).
final class SheetPart: XMLListener {
    enum Element: String, CaseIterable {
        case cell = "sheet:c"
        case value = "sheet:v"
        case row = "sheet:row"
        case formula = "sheet:f"
        case inlineText = "sheet:is"
        case piece = "sheet:t"
        case reading = "sheet:rPh"
        case data = "sheet:sheetData"
    }

    private let cells: SheetCells
    private let builder: RowBuilder
    private var isInData = false
    private var isInRow = false
    private var isInCell = false
    private var row = 0
    private var column = -1
    private var kind = StoredKind.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isInValue = false
    private var value: [UInt8] = []
    private var inline: RichText
    private var isInline = false

    init(_ cells: SheetCells, _ builder: RowBuilder) {
        self.cells = cells
        self.builder = builder
        inline = RichText(limit: builder.limits.textBytes)
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        switch element {
        case .cell: try beginCell(attributes)
        case .value where isInCell:
            isInValue = true
            hasValue = true
            value.removeAll(keepingCapacity: true)
        case .row where isInData: try beginRow(attributes)
        case .formula: hasFormula = true
        case .inlineText where isInCell:
            isInline = true
            inline.reset()
        case .piece where isInline: inline.begin(keepingSpaces: attributes["xml:space"] == "preserve")
        case .reading where isInline: inline.reading(begins: true)
        case .data: isInData = true
        default: break
        }
    }

    func end(_ element: Element?) throws {
        switch element {
        case .cell where isInCell: try endCell()
        case .value: isInValue = false
        case .row where isInRow:
            isInRow = false
            try builder.end()
        case .piece where isInline: inline.end()
        case .reading where isInline: inline.reading(begins: false)
        case .data: isInData = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if isInValue {
            guard value.count + bytes.count <= builder.limits.textBytes else { throw tooLong }
            value.append(contentsOf: bytes)
        } else if isInline {
            guard inline.append(bytes) else { throw tooLong }
        }
    }

    private var tooLong: WorkbookFault { .tooLarge(.text(row: row, bytes: builder.limits.textBytes)) }

    private func beginRow(_ attributes: XMLAttributes) throws {
        row += 1
        for index in 0..<attributes.count where attributes.letter(at: index) == UInt8(ascii: "r") {
            row = Self.number(attributes.bytes(at: index)) ?? row
        }
        column = -1
        isInRow = true
        try builder.begin(row)
    }

    private func beginCell(_ attributes: XMLAttributes) throws {
        guard isInRow, !isInCell else { return }
        isInCell = true
        column += 1
        kind = .number
        style = 0
        hasFormula = false
        hasValue = false
        isInline = false
        for index in 0..<attributes.count {
            switch attributes.letter(at: index) {
            case UInt8(ascii: "r"): column = CellReference.column(attributes.bytes(at: index)) ?? column
            case UInt8(ascii: "s"): style = Self.number(attributes.bytes(at: index)) ?? 0
            case UInt8(ascii: "t"): kind = StoredKind(attributes.bytes(at: index))
            default: break
            }
        }
        guard column < builder.limits.columns else {
            throw WorkbookFault.tooLarge(.columns(row: row, limit: builder.limits.columns))
        }
    }

    private func endCell() throws {
        isInCell = false
        isInValue = false
        if isInline {
            isInline = false
            let text = inline.text
            if !text.isEmpty { try builder.add(.text(text), at: column) }
        } else if hasValue, !value.isEmpty {
            let cell = value.withUnsafeBufferPointer { cells.cell(kind, style: style, $0) }
            guard let cell else {
                throw WorkbookFault.damaged(part: builder.part, detail: "row \(row): shared text")
            }
            try builder.add(cell, at: column)
        } else if hasFormula, kind == .number {
            try builder.add(.error(.notCalculated), at: column)
        }
    }

    /// A number of up to nine digits.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - .zero)
        }
        return value
    }
}
