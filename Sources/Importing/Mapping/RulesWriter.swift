internal import Messages

/// Writes the entry of a table for the kind it feeds, and the questions that stay open.
struct RulesWriter {
    var rules = TableRules()
    private(set) var questions: [MappingProposal.Question] = []
    let maker: ProposalMaker
    let candidate: ProposalMaker.Candidate

    /// What is offered to choose from at most.
    static let mostChoices = 9

    init(_ maker: ProposalMaker, _ candidate: ProposalMaker.Candidate, rivals: [String]) {
        self.maker = maker
        self.candidate = candidate
        rules.reads = candidate.kind.name
        rules.constants = maker.said.constants
        askForKind(rivals)
        writeForm()
        writeColumns()
        writeReadings()
        writeWide()
        writeIdentity()
        askForMissing()
        for remark in maker.profile?.remarks ?? [] { ask("", remark) }
    }

    /// What is known of the column of a field.
    func facts(_ field: String) -> ColumnFacts? { candidate.columns[field].map { maker.facts[$0.place] } }

    /// Something to look at.
    mutating func ask(_ subject: String, _ text: LocalizedText) {
        questions.append(MappingProposal.Question(subject: subject, text: text))
    }

    /// Something without which the table cannot be read.
    mutating func demand(
        _ subject: String, _ text: LocalizedText, key: String = "", example: String = "",
        _ choices: [MappingProposal.Choice] = []
    ) {
        questions.append(
            MappingProposal.Question(
                subject: subject, text: text, blocks: true, key: key, example: example,
                choices: Array(choices.prefix(Self.mostChoices))))
    }

    // MARK: The file

    private mutating func askForKind(_ rivals: [String]) {
        guard !rivals.isEmpty, maker.said.kind == nil else { return }
        let names = [candidate.kind.name] + rivals
        let list = names.joined(separator: ", ")
        demand(
            "",
            LocalizedText(
                en: "the table may hold any of these: \(list); which?",
                ru: "в таблице может быть любое из этого: \(list); что именно?"),
            key: "kind", names.map { MappingProposal.Choice("kind", $0, LocalizedText($0)) })
    }

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

    // MARK: Columns

    private mutating func writeColumns() {
        for field in candidate.kind.fields {
            guard let found = candidate.columns[field.name] else { continue }
            let column = maker.facts[found.place].column
            if column.title.isEmpty {
                rules.columns[field.name] = .number(column.index + 1)
            } else if column.name != field.name {
                rules.columns[field.name] = .named(column.name)
            }
            guard found.score < 0.75 || found.lead < 0.15 else { continue }
            let name = VisibleText.line(column.name)
            if let next = found.next, isUndecided(field, found) {
                let other = maker.facts[next].column
                demand(
                    field.name,
                    LocalizedText(
                        en: "'\(name)' and '\(VisibleText.line(other.name))' may both be \(field.name); which is it?",
                        ru:
                            "и «\(name)», и «\(VisibleText.line(other.name))» могут быть \(field.name); что из них?"),
                    key: "column.\(field.name)", [choice(field.name, column), choice(field.name, other)])
            } else {
                ask(
                    field.name,
                    LocalizedText(
                        en: "'\(name)' is probably \(field.name); see whether it is",
                        ru: "«\(name)» — вероятно, \(field.name); проверьте"))
            }
        }
    }

    /// Whether another column fits nearly as well, and what is read from it changes figures. A known export says which is meant.
    private func isUndecided(_ field: TargetField, _ found: ProposalMaker.Found) -> Bool {
        guard let next = found.next, found.lead < 0.15, !field.isOptional || !field.type.isText else { return false }
        let headers = maker.profile?.fields[field.name]?.map(PlainSpelling.key) ?? []
        let title = PlainSpelling.key(maker.facts[found.place].column.title)
        let isUsed = candidate.columns.values.contains { $0.place == next }
        return !isUsed && !headers.contains(title)
    }

    private func choice(_ field: String, _ column: TableShape.Column) -> MappingProposal.Choice {
        let name = VisibleText.line(column.name)
        let value = column.title.isEmpty ? "\(column.index + 1)" : column.name
        return MappingProposal.Choice("column.\(field)", value, LocalizedText(en: "'\(name)'", ru: "«\(name)»"))
    }

    // MARK: What is missing

    private mutating func askForMissing() {
        for field in candidate.kind.fields where !field.isOptional && field.type != .identifier {
            let isWide = rules.wide.map { $0.key == field.name || $0.values.values.contains(field.name) } ?? false
            guard candidate.columns[field.name] == nil, rules.constants[field.name] == nil, !isWide else { continue }
            demand(
                field.name,
                LocalizedText(
                    en:
                        "no column is \(field.name); name it: 'columns: {\(field.name): …}', or one value for the file: 'constants: {\(field.name): …}'",
                    ru:
                        "нет столбца для \(field.name); укажите его: columns: {\(field.name): …} — или одно значение на весь файл: constants: {\(field.name): …}"
                ), key: "column.\(field.name)", example: "…", sources(of: field))
        }
    }

    /// Columns that nothing reads and whose cells fit, and one value for all rows where these are known.
    private func sources(of field: TargetField) -> [MappingProposal.Choice] {
        let used = Set(candidate.columns.values.map(\.place))
        let columns = maker.facts.indices.filter { place in
            !used.contains(place) && maker.facts[place].evidence.filled > 0 && maker.facts[place].fit(field.type) >= 0.5
        }
        let constants = maker.known[field.name]?.ids ?? []
        let values = constants.count <= Self.mostChoices ? constants : []
        return values.map { value in
            MappingProposal.Choice(
                "constant.\(field.name)", value,
                LocalizedText(en: "\(value) in every row", ru: "\(value) во всех строках"))
        } + columns.map { choice(field.name, maker.facts[$0].column) }
    }
}
