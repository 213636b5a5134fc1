internal import Messages

/// Whose rows they are, and what tells them apart.
extension RulesWriter {
    /// No more unknown names are asked for at once.
    private static let mostNames = 10

    mutating func writeNames(_ field: String, _ kind: String, _ facts: ColumnFacts) {
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
        let separator = separator(field, kind, facts)
        guard let index = maker.known[kind], !index.isEmpty else { return }
        let texts = facts.sample.flatMap { cell in
            separator.flatMap { OwnerCells.parts(cell.text, by: $0) } ?? [cell.text]
        }
        if texts.contains(where: { text in index.id(of: text).map { $0 != text } ?? false }) {
            rules.names.append(field)
        }
        let unknown = texts.filter { index.id(of: $0) == nil }
        for text in unknown.prefix(Self.mostNames) { demandName(text, field, index.find(text)) }
    }

    /// What stands between several owners of one cell.
    private mutating func separator(_ field: String, _ kind: String, _ facts: ColumnFacts) -> String? {
        let said = maker.said.owners[field]
        guard kind == "person", rules.owners == nil, said != .one else { return nil }
        let found = OwnerCells.separators.first { separator in
            facts.sample.contains { isShared($0.text, separator, kind) }
        }
        var separator = found
        if case .separated(let by)? = said { separator = by }
        guard let separator else { return nil }
        rules.owners = TableRules.Owners(field: field, separator: separator)
        ask(
            field,
            LocalizedText(
                en: "several owners in one cell share equally; say other shares in a split table",
                ru: "несколько владельцев в ячейке делят поровну; другие доли укажите в таблице долей"))
        return separator
    }

    /// Whether a cell holds several owners: their names are known, or a semicolon stands between words.
    private func isShared(_ text: String, _ separator: String, _ kind: String) -> Bool {
        guard let parts = OwnerCells.parts(text, by: separator), parts.count <= 10 else { return false }
        guard let index = maker.known[kind], !index.isEmpty else { return separator == ";" }
        return index.id(of: text) == nil && parts.allSatisfy { index.id(of: $0) != nil }
    }

    private mutating func demandName(_ text: String, _ field: String, _ match: NameIndex.Match) {
        let key = "name.\(text)"
        let choices: [MappingProposal.Choice] =
            switch match {
            case .known: []
            case .several(let ids): ids.map { MappingProposal.Choice(key, $0, LocalizedText($0)) }
            case .unknown(let near): near.map { MappingProposal.Choice(key, $0.id, $0.text) }
            }
        demand(field, UnknownName.text(text, match), key: key, example: "…", choices)
    }

    // MARK: Wide tables

    mutating func writeWide() {
        rules.wide = candidate.wide
        if let wide = candidate.wide, case .reference? = candidate.kind.field(wide.key)?.type, wide.columns != nil {
            rules.names.append(wide.key)
        }
        guard candidate.wide != nil, candidate.wide?.columns == nil, maker.shape.wide?.lacksYear == true,
            maker.said.year == nil
        else { return }
        demand(
            "",
            LocalizedText(
                en: "the months in the header have no year: say 'year: 2026'",
                ru: "у месяцев в заголовке нет года: укажите year: 2026"), key: "year", example: "2026")
    }

    // MARK: Ids

    mutating func writeIdentity() {
        guard let field = candidate.kind.fields.first(where: { $0.type == .identifier }) else { return }
        if let said = maker.said.id {
            rules.id = said
            return
        }
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
        // One column does where it never repeats, as the names of people or clients do.
        let isEnough = parts.count >= 2 || parts.first.flatMap(facts)?.evidence.isUnique ?? false
        rules.id = isEnough ? .fields(parts) : .row
        ask(
            field.name,
            isEnough
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
}
