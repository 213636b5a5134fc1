public import Importing
public import Messages

/// A file as it would come in: how it is read, what has to be answered first, and the rows that cannot be read and are set aside.
///
/// A table is read whole or not at all (``TableRules``). Here somebody looks on who can mend a row where it stands, so one bad row
/// keeps itself out and not the others, as it does where tables come in.
public struct TableReview: Sendable {
    /// A row that is set aside.
    public struct SetAside: Hashable, Sendable {
        /// Its row in the file.
        public let row: Int
        /// The field that cannot be read; `nil` where the whole row is meant.
        public let field: String?
        /// What is wrong.
        public let message: LocalizedText
        /// What to do.
        public let remedy: LocalizedText
    }

    /// What the table looks like without the rows that are set aside.
    public let look: MappingLook
    /// The rows of the file with what was mended, those that are set aside among them.
    public let whole: RawTable?
    /// The rows that are set aside, in the order of the file.
    public let setAside: [SetAside]

    /// So many rows are set aside one by one; beyond that it is the column that has to be mended, or read otherwise.
    public static let most = 50

    /// Looks at a file until every row that is left can be read.
    ///
    /// - Parameters:
    ///   - mends: What somebody has mended.
    ///   - passed: Names that nobody has: their rows are set aside, and they are not asked for.
    ///   - goesOn: Asked between two looks, of which a large file takes many seconds each.
    /// - Throws: ``MappingAnswerFault``.
    public init(
        _ file: OpenedFile, _ targets: MappingTargets, _ said: MappingAnswers, mends: RowMends = RowMends(),
        passing passed: Set<String> = [], while goesOn: () -> Bool = { true }
    ) throws(MappingAnswerFault) {
        var mends = mends
        var found: [SetAside] = []
        var look = try file.look(targets, said, mends: mends)
        let whole = look.table
        while goesOn() {
            let rows = Self.rows(of: look, passing: passed)
            guard !rows.isEmpty, found.count + rows.count <= Self.most else { break }
            found += rows
            mends.without.formUnion(rows.map(\.row))
            look = try file.look(targets, said, mends: mends)
        }
        // What is wrong with more rows than are set aside is told of the column.
        self.look = look
        self.whole = whole
        setAside = found.sorted { $0.row < $1.row }
    }

    /// Whether all rows that are left are read.
    public var isReady: Bool { look.isReady }

    /// The rows that each matter names first, and those with names that are passed over; each once.
    private static func rows(of look: MappingLook, passing passed: Set<String>) -> [SetAside] {
        var seen: Set<Int> = []
        let refused = (look.dialogue?.refusal?.faults ?? []).compactMap { fault -> SetAside? in
            guard let row = fault.rowAlone(passing: passed), seen.insert(row).inserted else { return nil }
            return SetAside(row: row, field: fault.field, message: fault.message, remedy: fault.remedyOfRow)
        }
        return refused + named(look, passed).filter { seen.insert($0.row).inserted }
    }

    /// The rows in whose cells a name stands that is asked for and was passed over.
    private static func named(_ look: MappingLook, _ passed: Set<String>) -> [SetAside] {
        guard !passed.isEmpty, let proposal = look.dialogue?.proposal, let table = look.table else { return [] }
        return look.open.flatMap { question -> [SetAside] in
            let name = String(question.key.dropFirst("name.".count))
            guard question.key.hasPrefix("name."), passed.contains(name),
                let column = proposal.pairs.first(where: { $0.field == question.subject })?.column,
                let place = proposal.shape.columns.first(where: { $0.name == column })?.index
            else { return [] }
            return table.rows.filter { $0[place].plainText == name }.map { row in
                SetAside(
                    row: row.number, field: question.subject, message: question.text,
                    remedy: TableReview.writeARecord)
            }
        }
    }

    fileprivate static let writeARecord = LocalizedText(
        en: "write the id or the name of a record", ru: "впишите id или имя записи")
}

extension TableFault {
    /// The row that alone is to be mended; `nil` where it is the column, the header or an answer that is missing.
    fileprivate func rowAlone(passing passed: Set<String>) -> Int? {
        switch self {
        case .empty(_, let row, let count): count <= TableReview.most ? row : nil
        case .doubledID(_, let row, _): row
        case .otherCurrency(_, _, _, let row): row
        case .unknownName(_, let cell, _, _): passed.contains(cell.text) ? cell.row : nil
        case .reading(_, _, .misfit(let cell, let count, _)), .reading(_, _, .scaled(let cell, let count)):
            count <= TableReview.most ? cell.row : nil
        case .reading(_, _, .either), .reading(_, _, .contradiction), .reading(_, _, .currencies),
            .reading(_, _, .time), .reading(_, _, .zone), .reading(_, _, .serial), .reading(_, _, .yearless),
            .reading(_, _, .placeholder):
            nil
        case .missingColumn, .unknownField, .noHeader, .leftOver, .noWideColumns, .yearless, .noIdentity: nil
        }
    }

    /// What to do about a single row, where somebody can mend it at once.
    fileprivate var remedyOfRow: LocalizedText {
        switch self {
        case .empty: LocalizedText(en: "fill it in", ru: "заполните")
        case .doubledID:
            LocalizedText(
                en: "give it an id of its own; if it is the same row, leave it out",
                ru: "дайте ей свой id; если это та же строка, оставьте её в стороне")
        case .unknownName: TableReview.writeARecord
        case .reading(_, _, .misfit(_, _, let family)): family.example
        case .reading, .missingColumn, .unknownField, .noHeader, .leftOver, .otherCurrency, .noWideColumns, .yearless,
            .noIdentity:
            remedy
        }
    }
}

extension ReadingDoubt.Family {
    /// What such a cell looks like.
    fileprivate var example: LocalizedText {
        switch self {
        case .number: LocalizedText(en: "write a number, such as 12500.50", ru: "впишите число, например 12500,50")
        case .amount:
            LocalizedText(en: "write an amount, such as 12500.50", ru: "впишите сумму, например 12500,50")
        case .day: LocalizedText(en: "write a day, such as 2026-03-15", ru: "впишите день, например 15.03.2026")
        case .period: LocalizedText(en: "write a period, such as 2026-03", ru: "впишите период, например 2026-03")
        case .flag: LocalizedText(en: "write yes or no", ru: "впишите «да» или «нет»")
        case .text: LocalizedText(en: "write the text that belongs there", ru: "впишите нужный текст")
        }
    }
}
