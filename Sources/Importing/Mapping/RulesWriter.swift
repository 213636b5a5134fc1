internal import Formulas

/// Writes the entry of a table for the kind it feeds, and the questions that stay open.
struct RulesWriter {
    private(set) var rules = TableRules()
    private(set) var questions: [MappingProposal.Question] = []
    private let maker: ProposalMaker
    private let candidate: ProposalMaker.Candidate

    init(_ maker: ProposalMaker, _ candidate: ProposalMaker.Candidate) {
        self.maker = maker
        self.candidate = candidate
        rules.reads = candidate.kind.name
        writeForm()
        writeColumns()
        writeReadings()
        writeWide()
        writeIdentity()
        askForMissing()
        for remark in maker.profile?.remarks ?? [] { ask("", remark) }
    }

    private mutating func ask(_ subject: String, _ text: LocalizedText, blocks: Bool = false) {
        questions.append(MappingProposal.Question(subject: subject, text: text, blocks: blocks))
    }

    // MARK: The file

    private mutating func writeForm() {
        if case .text(let encoding, let delimiter) = maker.table.origin {
            rules.encoding = encoding == .utf8 ? nil : encoding
            rules.delimiter = delimiter == UInt8(ascii: ",") ? nil : delimiter
        }
        rules.sheet = maker.sheet
        let first = maker.table.rows.first?.number ?? 1
        if let header = maker.shape.header {
            if header != first...first { rules.header = .rows(header) }
        } else {
            rules.header = .none
        }
        let reasons = Set(maker.shape.leftOut.map(\.reason))
        rules.dropsTotals = reasons.contains(.total)
        rules.dropsNotes = reasons.contains(.note) || reasons.contains(.heading)
        for reason in TableShape.Reason.allCases where reasons.contains(reason) && reason != .aboveHeader {
            let text = reason.text
            let rows = maker.shape.leftOut.filter { $0.reason == reason }.map(\.row)
            let list = rows.prefix(5).map { "\($0)" }.joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
            ask(
                "",
                LocalizedText(en: "left out is \(text.en): row \(list)", ru: "не читается \(text.ru): строка \(list)"))
        }
    }

    // MARK: Columns and their values

    private func facts(_ field: String) -> ColumnFacts? { candidate.columns[field].map { maker.facts[$0.place] } }

    private mutating func writeColumns() {
        for field in candidate.kind.fields {
            guard let found = candidate.columns[field.name] else { continue }
            let column = maker.facts[found.place].column
            if column.title.isEmpty {
                rules.columns[field.name] = .number(column.index + 1)
            } else if column.name != field.name {
                rules.columns[field.name] = .named(column.name)
            }
            if found.score < 0.75 || found.lead < 0.15 {
                ask(
                    field.name,
                    LocalizedText(
                        en: "'\(VisibleText.line(column.name))' is probably \(field.name); see whether it is",
                        ru: "«\(VisibleText.line(column.name))» — вероятно, \(field.name); проверьте"))
            }
        }
    }

    private mutating func writeReadings() {
        for field in candidate.kind.fields {
            guard let facts = facts(field.name) else { continue }
            write(field, facts.evidence.reading(as: field.type, CellRules()), facts.evidence)
            if case .reference(let kind) = field.type { writeNames(field.name, kind, facts) }
            if field.type == .percent, facts.column.title.contains("%"), facts.evidence.percents.count == 0 {
                ask(
                    field.name,
                    LocalizedText(
                        en: "the header says %, but the cells have none: 4.5 would be read as 450 %",
                        ru: "в заголовке есть %, а в ячейках нет: 4.5 прочитается как 450 %"))
            }
        }
        settleDecimals()
    }

    private mutating func write(_ field: TargetField, _ reading: ColumnReading, _ evidence: ColumnEvidence) {
        if case .number(let mark) = reading.form, evidence.hasMarks(mark), reading.isDecided {
            rules.decimals[field.name] = mark
        }
        if case .day(let order) = reading.form, evidence.hasOrder, reading.isDecided {
            rules.datesByField[field.name] = .order(order)
        }
        for text in reading.placeholders where !field.type.isText && !rules.empty.contains(text) {
            rules.empty.append(text)
        }
        for doubt in reading.doubts {
            switch doubt {
            case .time:
                rules.dropsTime = true
                ask(field.name, doubt.message)
            case .serial(_, let day):
                rules.datesByField[field.name] = .serial
                ask(
                    field.name,
                    LocalizedText(
                        en: "\(doubt.message.en); see whether it was on \(day)", ru: "\(doubt.message.ru); проверьте"))
            case .placeholder: break
            default: ask(field.name, Self.joined(doubt.message, doubt.remedy), blocks: true)
            }
        }
        writeCurrency(field, reading)
    }

    private static func joined(_ one: LocalizedText, _ other: LocalizedText) -> LocalizedText {
        LocalizedText(en: "\(one.en); \(other.en)", ru: "\(one.ru); \(other.ru)")
    }

    private mutating func writeCurrency(_ field: TargetField, _ reading: ColumnReading) {
        guard field.type == .money, reading.currencies.count == 1, let code = reading.currencies.first else { return }
        let hasField = candidate.kind.field("currency") != nil && candidate.columns["currency"] == nil
        if hasField, code.utf8.count == 3, rules.constants["currency"] == nil { rules.constants["currency"] = code }
        ask(field.name, LocalizedText(en: "the amounts are in \(code)", ru: "суммы — в \(code)"))
    }

    /// One value for the whole table where all its columns agree.
    private mutating func settleDecimals() {
        let marks = Set(rules.decimals.values)
        if marks.count == 1 {
            rules.decimal = marks.first
            rules.decimals = [:]
        }
        let orders = Set(rules.datesByField.values)
        if orders.count == 1 {
            rules.dates = orders.first
            rules.datesByField = [:]
        }
    }

    // MARK: Records

    private mutating func writeNames(_ field: String, _ kind: String, _ facts: ColumnFacts) {
        for pair in TwoSpellings.found(in: facts.sample.map(\.text)).prefix(5) {
            ask(
                field,
                LocalizedText(
                    en:
                        "'\(VisibleText.line(pair.first))' and '\(VisibleText.line(pair.second))' may be the same (\(pair.difference.text.en))",
                    ru:
                        "«\(VisibleText.line(pair.first))» и «\(VisibleText.line(pair.second))» — возможно, одно и то же (\(pair.difference.text.ru))"
                ))
        }
        let separator = OwnerCells.separators.first { separator in
            facts.sample.contains { isShared($0.text, separator, kind) }
        }
        if let separator, kind == "person", rules.owners == nil {
            rules.owners = TableRules.Owners(field: field, separator: separator)
            ask(
                field,
                LocalizedText(
                    en: "several owners in one cell share equally; say other shares in a split table",
                    ru: "несколько владельцев в ячейке делят поровну; другие доли укажите в таблице долей"))
        }
        guard let index = maker.known[kind], !index.isEmpty else { return }
        let texts = facts.sample.flatMap { cell in
            separator.flatMap { OwnerCells.parts(cell.text, by: $0) } ?? [cell.text]
        }
        if texts.contains(where: { text in index.id(of: text).map { $0 != text } ?? false }) {
            rules.names.append(field)
        }
        var told = 0
        for text in texts where index.id(of: text) == nil && told < 10 {
            told += 1
            ask(field, UnknownName.text(text, index.find(text)), blocks: true)
        }
    }

    /// Whether a cell holds several owners: their names are known, or a semicolon stands between words.
    private func isShared(_ text: String, _ separator: String, _ kind: String) -> Bool {
        guard let parts = OwnerCells.parts(text, by: separator), parts.count <= 10 else { return false }
        guard let index = maker.known[kind], !index.isEmpty else { return separator == ";" }
        return index.id(of: text) == nil && parts.allSatisfy { index.id(of: $0) != nil }
    }

    // MARK: Wide tables, ids, what is missing

    private mutating func writeWide() {
        rules.wide = candidate.wide
        if let wide = candidate.wide, case .reference? = candidate.kind.field(wide.key)?.type, wide.columns != nil {
            rules.names.append(wide.key)
        }
        guard candidate.wide != nil, candidate.wide?.columns == nil, maker.shape.wide?.lacksYear == true else { return }
        ask(
            "",
            LocalizedText(
                en: "the months in the header have no year: say 'year: 2026'",
                ru: "у месяцев в заголовке нет года: укажите year: 2026"), blocks: true)
    }

    private mutating func writeIdentity() {
        guard let field = candidate.kind.fields.first(where: { $0.type == .identifier }) else { return }
        if let facts = facts(field.name) {
            guard !facts.evidence.isUnique, facts.evidence.filled > 0 else { return }
            // Numbers begin anew each year, or a document has several rows: what else tells the rows apart.
            let others = candidate.kind.fields.filter { $0.name != field.name && candidate.columns[$0.name] != nil }
                .map(\.name)
            rules.id = .fields([field.name] + others.prefix(2))
            ask(
                field.name,
                LocalizedText(
                    en:
                        "'\(VisibleText.line(facts.column.name))' stands in several rows, so the id is made of more; a row whose cells change later is a new one",
                    ru:
                        "«\(VisibleText.line(facts.column.name))» повторяется, поэтому id составлен ещё из других ячеек; строка, у которой они потом изменятся, станет новой"
                ))
            return
        }
        // Optional numbers, days and flags say little of which row it is, and are often filled in later.
        let parts = candidate.kind.fields.filter {
            candidate.columns[$0.name] != nil && (!$0.isOptional || $0.type.isText)
        }.prefix(6).map(\.name)
        rules.id = parts.count >= 2 ? .fields(parts) : .row
        ask(
            field.name,
            parts.count >= 2
                ? LocalizedText(
                    en:
                        "no column is an id; it is made of \(parts.joined(separator: ", ")): a row that is corrected later becomes a new one beside the old",
                    ru:
                        "столбца с id нет, он составлен из \(parts.joined(separator: ", ")): исправленная позже строка станет новой рядом со старой"
                )
                : LocalizedText(
                    en:
                        "no column is an id; it is the row's number: import such a file once, whole, under its own name",
                    ru:
                        "столбца с id нет, им будет номер строки: такой файл загружайте один раз, целиком и под своим именем"
                ))
    }

    private mutating func askForMissing() {
        for field in candidate.kind.fields where !field.isOptional && field.type != .identifier {
            let isWide = rules.wide.map { $0.key == field.name || $0.values.values.contains(field.name) } ?? false
            guard candidate.columns[field.name] == nil, rules.constants[field.name] == nil, !isWide else { continue }
            ask(
                field.name,
                LocalizedText(
                    en:
                        "no column is \(field.name); name it: 'columns: {\(field.name): …}', or one value for the file: 'constants: {\(field.name): …}'",
                    ru:
                        "нет столбца для \(field.name); укажите его: columns: {\(field.name): …} — или одно значение на весь файл: constants: {\(field.name): …}"
                ), blocks: true)
        }
    }
}

extension ColumnEvidence {
    /// Whether the decimal mark has to be said: another than the point, or marks that would not prove it next month.
    func hasMarks(_ mark: DecimalMark) -> Bool {
        mark == .comma ? commaOnly.count + eitherMark.count > 0 : eitherMark.count > 0
    }

    /// Whether there are days that could be read in both orders.
    var hasOrder: Bool { eitherOrder.count > 0 || monthFirstOnly.count > 0 }
}

extension ColumnReading {
    /// Whether the form itself is beyond doubt.
    var isDecided: Bool {
        !doubts.contains { doubt in
            switch doubt {
            case .either, .contradiction: true
            default: false
            }
        }
    }
}
