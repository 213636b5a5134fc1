import Company
import Importing
internal import Messages

/// The rows of a file, with what is needed to speak of them.
struct OpenedTable {
    let rows: RawTable
    let original: OriginalRows
    /// The sheet of a workbook that was asked for.
    let sheet: String?
    private let isSheet: Bool
    /// Whether a database has written it, so that nothing of its form is to be found out.
    private let isAnswer: Bool

    /// Opens a file.
    ///
    /// - Parameter path: where it lies on disk; workbooks are opened there.
    init(_ table: TableToClean, at path: String, _ declaration: TableDeclaration) throws(TableObjections) {
        sheet = declaration.sheet
        isSheet = CompanyReader.workbookEndings.contains { table.file.path.lowercased().hasSuffix(".\($0)") }
        isAnswer = table.file.isAnswer
        if isSheet {
            let sheet = declaration.sheet
            rows = try Self.sheet(sheet, of: path)
            // The rows are needed again only for messages.
            let again = Once { (try? RawTable(Workbook(opening: path), sheet: sheet))?.rows ?? [] }
            original = OriginalRows(delimiter: UInt8(ascii: ",")) { number in
                again.value.first { $0.number == number }?.line
            }
        } else {
            let text = try Self.text(of: table.file, declaration)
            do { rows = try RawTable(text: text) } catch {
                throw TableObjections([.init("unreadable-table", error.message, remedy: error.remedy)])
            }
            let bytes = text.bytes
            original = OriginalRows(delimiter: text.delimiter ?? UInt8(ascii: ",")) { Self.line($0, of: bytes) }
        }
        guard !rows.rows.isEmpty else {
            throw TableObjections([
                .init(
                    "empty-file", LocalizedText(en: "there is nothing in the table", ru: "в таблице ничего нет"),
                    remedy: LocalizedText(en: "export it again", ru: "выгрузите её снова"))
            ])
        }
    }

    private static func sheet(_ name: String?, of path: String) throws(TableObjections) -> RawTable {
        do {
            return try RawTable(Workbook(opening: path), sheet: name)
        } catch let failure as WorkbookFailure {
            throw TableObjections([.init("unreadable-file", failure.message, remedy: failure.remedy)])
        } catch let fault as RawTableFault {
            throw TableObjections([.init("unreadable-table", fault.message, remedy: fault.remedy)])
        } catch {
            throw TableObjections([.init("unreadable-file", LocalizedText("\(error)"))])
        }
    }

    /// The text with its letters and marks composed, as all texts of a company are.
    private static func text(
        of file: SourceFile, _ declaration: TableDeclaration
    ) throws(TableObjections) -> Importing.PlainTable {
        let limit = RawTableLimits.standard.bytes
        guard file.content.count <= limit else {
            let fault = RawTableFault.tooLarge(bytes: limit)
            throw TableObjections([.init("too-large", fault.message, remedy: fault.remedy)])
        }
        var bytes = [UInt8](repeating: 0, count: file.content.count)
        do throws(ByteSourceFailure) {
            try bytes.readAll(of: file.content)
        } catch {
            throw TableObjections([.init("unreadable-file", error.reason, remedy: error.remedy)])
        }
        do {
            let encoding = file.isAnswer ? .utf8 : declaration.encoding.flatMap(TextEncoding.init(rawValue:))
            let delimiter = file.isAnswer ? UInt8(ascii: ",") : declaration.delimiter
            let text = try Importing.PlainTable(bytes, declared: encoding, delimiter: delimiter)
            let letters = String(decoding: text.bytes, as: UTF8.self)
            let composed = letters.composed
            if composed.utf8.elementsEqual(text.bytes) { return text }
            return try Importing.PlainTable(Array(composed.utf8), declared: .utf8, delimiter: text.delimiter)
        } catch {
            throw TableObjections([.init("wrong-encoding", error.message, remedy: error.remedy)])
        }
    }

    /// A line of a text, as far as anybody looks at it.
    private static func line(_ number: Int, of bytes: [UInt8]) -> String? {
        var line = 1
        var start = 0
        while line < number {
            guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
            start = end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
            line += 1
        }
        guard start < bytes.count else { return nil }
        return String(decoding: bytes[start...].prefix(1_200).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }

    // MARK: What is said of it

    /// The rules that an entry says; where it says nothing of a workbook's header, that is found.
    func rules(_ declaration: TableDeclaration) -> TableRules {
        var rules = TableRules(declaration)
        if isAnswer { rules.decimal = rules.decimal ?? .point }
        if isSheet, declaration.header == .first, let found = TableShape(rows).header { rules.header = .rows(found) }
        return rules
    }

    /// The number of the first row that holds something.
    var firstRow: Int { rows.rows.first?.number ?? 1 }

    /// What stands against the table, at its place.
    func objection(_ fault: TableFault, _ rules: TableRules) -> TableObjections.Objection {
        let cell = fault.field.flatMap { field -> Int? in
            switch rules.columns[field] {
            case .number(let number)?: number - 1
            case .named(let name)?: shape(rules).column(named: name)?.index
            case nil: shape(rules).column(named: field)?.index
            }
        }
        return .init(fault.code, row: fault.row ?? 0, cell: cell, fault.message, remedy: fault.remedy)
    }

    private func shape(_ rules: TableRules) -> TableShape {
        switch rules.header {
        case .first: TableShape(rows, header: .some(firstRow...firstRow))
        case .none: TableShape(rows, header: .some(nil))
        case .rows(let header): TableShape(rows, header: .some(header))
        }
    }

    /// A cell of a text behind the last column that has a name: a delimiter inside a cell has moved the others.
    func cellsWithoutColumn(_ rules: TableRules) -> TableObjections.Objection? {
        guard !isSheet, rules.header != .none else { return nil }
        let shape = shape(rules)
        let last = shape.columns.last { !$0.title.isEmpty }?.index ?? -1
        guard let place = shape.body.first(where: { (rows.rows[$0].cells.last?.column ?? -1) > last }) else {
            return nil
        }
        let row = rows.rows[place]
        let count = (row.cells.last?.column ?? -1) + 1
        return .init(
            "too-many-cells", row: row.number, cell: last + 1,
            LocalizedText(
                en: "the row has \(CountedWords.en(count, "cell", "cells")), but \(last + 1) columns have a name",
                ru: "в строке \(CountedWords.ru(count, "ячейка", "ячейки", "ячеек")), а названы столбцы: \(last + 1)"),
            remedy: LocalizedText(
                en: "a cell that has the delimiter in it needs quotation marks around it",
                ru: "ячейку, в которой есть разделитель, надо взять в кавычки"))
    }
}

extension [UInt8] {
    fileprivate mutating func readAll(of source: any ByteSource) throws(ByteSourceFailure) {
        var failure: ByteSourceFailure?
        withUnsafeMutableBytes { memory in
            do throws(ByteSourceFailure) { try source.read(into: memory, at: 0) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
