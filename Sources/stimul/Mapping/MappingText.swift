import Importing
internal import Messages

/// How a file is read, in tables for the screen.
struct MappingText {
    private let dialogue: MappingDialogue
    private let proposal: MappingProposal
    private let table: RawTable
    private let preview: MappingPreview?
    private let language: Language

    init(_ dialogue: MappingDialogue, _ proposal: MappingProposal, _ table: RawTable, _ language: Language) {
        self.dialogue = dialogue
        self.proposal = proposal
        self.table = table
        self.language = language
        preview = dialogue.sample.map { MappingPreview($0, proposal, of: table) }
    }

    /// What the file is, in a line or two.
    var summary: String {
        var parts = [form[language], header[language]]
        if let export = proposal.export {
            parts.append(
                LocalizedText(
                    en: "exported from \(export.system) (\(export.title.en))",
                    ru: "выгрузка из \(export.system) (\(export.title.ru))")[language])
        }
        let kind = proposal.kind
        let title = kind.title[language] == kind.name ? "" : " (\(kind.title[language]))"
        let count = preview?.rowCount ?? proposal.shape.body.count
        parts.append(
            LocalizedText(
                en: "\(CountedWords.en(count, "row", "rows")) of \(kind.name)\(title)",
                ru: "\(CountedWords.ru(count, "строка", "строки", "строк")) \(kind.name)\(title)")[language])
        return Paragraph.folded(
            "\(VisibleText.line(proposal.file)): " + parts.filter { !$0.isEmpty }.joined(separator: "; "),
            width: Screen.width)
    }

    private var form: LocalizedText {
        switch table.origin {
        case .text(let encoding, let delimiter):
            let name = encoding.rawValue
            guard let delimiter else { return LocalizedText(name) }
            if delimiter == 0x09 {
                return LocalizedText(en: "\(name), 'tab' between cells", ru: "\(name), разделитель — табуляция")
            }
            let mark = String(UnicodeScalar(delimiter))
            return LocalizedText(en: "\(name), '\(mark)' between cells", ru: "\(name), разделитель «\(mark)»")
        case .sheet(let name?): return LocalizedText(en: "sheet '\(name)'", ru: "лист «\(name)»")
        case .sheet(nil): return LocalizedText(en: "the first sheet", ru: "первый лист")
        case .rows: return LocalizedText("")
        }
    }

    private var header: LocalizedText {
        guard let rows = proposal.shape.header else {
            return LocalizedText(en: "no row names the columns", ru: "названий столбцов нет")
        }
        return rows.count == 1
            ? LocalizedText(en: "header in row \(rows.lowerBound)", ru: "заголовок в строке \(rows.lowerBound)")
            : LocalizedText(
                en: "header in rows \(rows.lowerBound) and \(rows.upperBound)",
                ru: "заголовок в строках \(rows.lowerBound) и \(rows.upperBound)")
    }

    /// For each field its column, and a cell before and after; before everything is answered, the columns alone.
    var columns: String? {
        guard let preview else { return pairs }
        let header = LocalizedText(en: "field|column|stands there|is read", ru: "поле|столбец|в файле|читается")
        var table = TextTable(Self.cells(header[language]), amountColumns: [])
        for field in preview.fields {
            let isMade = field.column == nil
            let value = shown(field.value, field.name)
            table.add([
                field.name, field.column ?? made(field.name), isMade ? "" : field.original ?? "",
                isMade || field.original != field.value ? value : LocalizedText(en: "the same", ru: "так же")[language],
            ])
        }
        for name in proposal.unread.prefix(Self.mostUnread) {
            table.add([LocalizedText(en: "not read", ru: "не читается")[language], name, "", ""])
        }
        return table.text
    }

    private static let mostUnread = 12

    private var pairs: String? {
        guard !proposal.pairs.isEmpty else { return nil }
        let header = LocalizedText(en: "field|column", ru: "поле|столбец")
        var table = TextTable(Self.cells(header[language]), amountColumns: [])
        for pair in proposal.pairs { table.add([pair.field, pair.column]) }
        return table.text
    }

    private static func cells(_ header: String) -> [String] { header.split(separator: "|").map(String.init) }

    /// Where a field comes from that has no column.
    private func made(_ field: String) -> String {
        if proposal.rules.constants[field] != nil {
            return LocalizedText(en: "(the same everywhere)", ru: "(везде одно)")[language]
        }
        if let wide = proposal.rules.wide, wide.key == field {
            return LocalizedText(en: "(names of columns)", ru: "(названия столбцов)")[language]
        }
        if proposal.rules.wide?.values.values.contains(field) == true {
            return LocalizedText(en: "(cells below them)", ru: "(ячейки под ними)")[language]
        }
        return LocalizedText(en: "(made of others)", ru: "(составлено)")[language]
    }

    /// The first rows as they are read.
    var rows: String? {
        guard let preview, !preview.rows.isEmpty else { return nil }
        // An id that is made of the other cells says nothing beside them.
        let isMade = proposal.rules.id != nil
        let places = preview.fields.indices.filter {
            !isMade || proposal.kind.field(preview.fields[$0].name)?.type != .identifier
        }
        let fields = places.map { preview.fields[$0].name }
        let numbers = Set(fields.indices.filter { isNumber(fields[$0]) })
        var table = TextTable(fields, amountColumns: numbers)
        for row in preview.rows {
            table.add(zip(fields, places).map { field, place in shown(place < row.count ? row[place] : "", field) })
        }
        let more = preview.rowCount - preview.rows.count
        guard more > 0 else { return table.text }
        return table.text + "\n"
            + LocalizedText(
                en: "… and \(CountedWords.en(more, "row", "rows")) more",
                ru: "… и ещё \(CountedWords.ru(more, "строка", "строки", "строк"))")[language]
    }

    private func isNumber(_ field: String) -> Bool {
        switch proposal.kind.field(field)?.type {
        case .money?, .number?: true
        default: false
        }
    }

    /// A value as the language writes it; days stay as they are, since their order is what was in question.
    private func shown(_ value: String, _ field: String) -> String {
        isNumber(field) ? PlainAmount.text(value, language) : value
    }
}

/// Plain decimals as people write them.
enum PlainAmount {
    /// `1234.5` as `1,234.5` or `1 234,5`; anything else as it stands.
    static func text(_ plain: String, _ language: Language) -> String {
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = Int(first), parts.count <= 2 else { return plain }
        let sign = first.hasPrefix("-") && whole == 0 ? "-" : ""
        let decimals = parts.count == 2 ? (language == .ru ? "," : ".") + parts[1] : ""
        return sign + CountedWords.grouped(whole, language) + decimals
    }
}
