/// The rows and cells of a sheet of an old workbook ([MS-XLS] 2.1.7.20.5).
struct XlsSheet {
    /// A cell's place and format, with which every record of a cell begins.
    private struct Head {
        let row: Int
        let column: Int
        let format: Int

        init(_ content: LittleEndian) {
            row = Int(content.word(0)) + 1
            column = Int(content.word(2))
            format = Int(content.word(4))
        }
    }

    private let globals: XlsGlobals
    private let builder: RowBuilder
    private var row = 0
    /// The formula whose result is a text, which follows in a record of its own.
    private var pending: Head?

    init(_ globals: XlsGlobals, _ builder: RowBuilder) {
        self.globals = globals
        self.builder = builder
    }

    /// Reads the records from the sheet's beginning to its end.
    mutating func read(_ records: BiffRecords) throws {
        var records = records
        guard let first = try records.next(), first.kind == BiffKind.begin else {
            throw XlsGlobals.damaged("beginning of a sheet")
        }
        // Charts that lie on the sheet are told inside it, with a beginning and an end of their own.
        var depth = 1
        while let record = try records.next() {
            if record.kind == BiffKind.begin { depth += 1 }
            if record.kind == BiffKind.end { depth -= 1 }
            if depth == 0 { break }
            if depth == 1 { try take(record, &records) }
        }
        guard depth == 0 else { throw WorkbookFault.truncated }
        if row > 0 { try builder.end() }
    }

    private mutating func take(_ record: BiffRecords.Record, _ records: inout BiffRecords) throws {
        let content = record.content
        switch record.kind {
        case BiffKind.number: try add(number(content.double(6), Head(content)), Head(content))
        case BiffKind.shortNumber: try add(number(Self.short(content.long(6)), Head(content)), Head(content))
        case BiffKind.manyNumbers: try takeMany(content)
        case BiffKind.sharedText: try takeShared(content)
        case BiffKind.text, BiffKind.richText: try add(.text(text(record, at: 6, &records)), Head(content))
        case BiffKind.booleanOrError:
            try add(
                content.byte(7) == 0 ? .boolean(content.byte(6) != 0) : .error(.code(Self.error(content.byte(6)))),
                Head(content))
        case BiffKind.formula: try takeFormula(content)
        case BiffKind.formulaText:
            guard let head = pending else { return }
            pending = nil
            try add(.text(text(record, at: 0, &records)), head)
        default: break
        }
    }

    private mutating func add(_ cell: Cell, _ head: Head) throws {
        if head.row != row {
            if row > 0 { try builder.end() }
            try builder.begin(head.row)
            row = head.row
        }
        try builder.add(cell, at: head.column)
    }

    private func number(_ value: Double, _ head: Head) -> Cell {
        let shape = head.format < globals.shapes.count ? globals.shapes[head.format] : .number
        if shape != .number, let cell = SerialDay.cell(value, shape, from1904: globals.isFrom1904) { return cell }
        return DecimalText.plain(value).map { .number($0) } ?? .error(.code("#NUM!"))
    }

    /// Several numbers side by side, each with a format of its own.
    private mutating func takeMany(_ content: LittleEndian) throws {
        let row = content.word(0)
        let first = Int(content.word(2))
        for index in 0..<max(0, (content.bytes.count - 6) / 6) {
            let place = 4 + index * 6
            let column = UInt16(clamping: first + index)
            let head = Head(
                LittleEndian([row, column, content.word(place)].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
            try add(number(Self.short(content.long(place + 2)), head), head)
        }
    }

    private mutating func takeShared(_ content: LittleEndian) throws {
        let index = Int(content.long(6))
        guard index < globals.texts.count else { throw XlsGlobals.damaged("row \(Head(content).row): shared text") }
        try add(.text(globals.texts[index]), Head(content))
    }

    /// A formula with its last result ([MS-XLS] 2.5.133 FormulaValue).
    private mutating func takeFormula(_ content: LittleEndian) throws {
        let head = Head(content)
        pending = nil
        guard content.word(12) == 0xFFFF else { return try add(number(content.double(6), head), head) }
        switch content.byte(6) {
        case 0: pending = head
        case 1: try add(.boolean(content.byte(8) != 0), head)
        case 2: try add(.error(.code(Self.error(content.byte(8)))), head)
        default: break
        }
    }

    private func text(_ record: BiffRecords.Record, at place: Int, _ records: inout BiffRecords) throws -> String {
        guard globals.isUnicode else {
            let count = Int(record.content.word(place))
            return CodePage.text(XlsGlobals.slice(record.content, place + 2, count), globals.encoding)
        }
        var reader = BiffText(record, at: place, records, part: XlsGlobals.part)
        let text = try reader.unicode()
        records = reader.following
        return text
    }

    /// A number packed into four bytes: thirty bits of a whole number or of a fraction, perhaps in hundredths ([MS-XLS] 2.5.216).
    private static func short(_ packed: UInt32) -> Double {
        let value =
            packed & 2 != 0
            ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
        return packed & 1 != 0 ? value / 100 : value
    }

    /// [MS-XLS] 2.5.10 Bes.
    private static func error(_ code: UInt8) -> String {
        switch code {
        case 0x00: "#NULL!"
        case 0x07: "#DIV/0!"
        case 0x0F: "#VALUE!"
        case 0x17: "#REF!"
        case 0x1D: "#NAME?"
        case 0x24: "#NUM!"
        default: "#N/A"
        }
    }
}

/// The merged ranges of a sheet of an old workbook, which stand behind its cells ([MS-XLS] 2.4.168 MergeCells).
enum XlsMergedCells {
    static func read(_ records: BiffRecords, into builder: RowBuilder) throws {
        var records = records
        var depth = 0
        while let record = try records.next() {
            if record.kind == BiffKind.begin { depth += 1 }
            if record.kind == BiffKind.end { depth -= 1 }
            if depth == 0 { return }
            guard depth == 1, record.kind == BiffKind.mergedCells else { continue }
            for place in stride(from: 2, to: record.content.bytes.count - 7, by: 8) {
                let word = { Int(record.content.word(place + $0)) }
                guard word(0) <= word(2), word(4) <= word(6) else { continue }
                try builder.merge(rows: word(0) + 1...word(2) + 1, columns: word(4)...word(6))
            }
        }
    }
}
