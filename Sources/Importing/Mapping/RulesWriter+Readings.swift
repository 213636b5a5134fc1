internal import Messages

/// How the cells of the columns are read, and what has to be said for it.
extension RulesWriter {
    mutating func writeReadings() {
        rules.empty = maker.said.empty
        rules.fill = maker.said.fill
        rules.skip = maker.said.skip
        rules.zone = maker.said.zone
        rules.year = maker.said.year
        rules.dropsTime = maker.said.dropsTime
        for field in candidate.kind.fields {
            guard var facts = facts(field.name) else { continue }
            let said = maker.said.cellRules(field.name)
            if said != CellRules() { facts = ColumnFacts(maker.table, maker.shape, facts.column, said) }
            write(field, facts.evidence.reading(as: field.type, said), facts.evidence)
            if case .reference(let kind) = field.type { writeNames(field.name, kind, facts) }
            if field.type == .percent, facts.column.title.contains("%"), facts.evidence.percents.count == 0 {
                ask(
                    field.name,
                    LocalizedText(
                        en: "the header says %, but the cells have none: 4.5 would be read as 450 %",
                        ru: "в заголовке есть %, а в ячейках нет: 4.5 прочитается как 450 %"))
            }
        }
        settleForms()
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
        for doubt in reading.doubts { write(doubt, of: field) }
        writeCurrency(field, reading)
    }

    private mutating func write(_ doubt: ReadingDoubt, of field: TargetField) {
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
        case .either, .contradiction, .misfit, .scaled, .currencies, .zone, .yearless:
            let text = LocalizedText(
                en: "\(doubt.message.en); \(doubt.remedy.en)", ru: "\(doubt.message.ru); \(doubt.remedy.ru)")
            let (key, example) = doubt.asked
            demand(field.name, text, key: key, example: example, doubt.choices(field.name))
        }
    }

    private mutating func writeCurrency(_ field: TargetField, _ reading: ColumnReading) {
        guard field.type == .money, reading.currencies.count == 1, let code = reading.currencies.first else { return }
        let hasField = candidate.kind.field("currency") != nil && candidate.columns["currency"] == nil
        if hasField, code.utf8.count == 3, rules.constants["currency"] == nil { rules.constants["currency"] = code }
        ask(field.name, LocalizedText(en: "the amounts are in \(code)", ru: "суммы — в \(code)"))
    }

    /// One value for the whole table where all its columns agree, and where somebody has said it of all of them.
    private mutating func settleForms() {
        let said = maker.said
        let fields = Set(candidate.columns.keys)
        for (field, mark) in said.decimals where fields.contains(field) { rules.decimals[field] = mark }
        for (field, dates) in said.datesByField where fields.contains(field) { rules.datesByField[field] = dates }
        (rules.decimal, rules.decimals) = Self.settled(rules.decimals, said.decimal)
        (rules.dates, rules.datesByField) = Self.settled(rules.datesByField, said.dates)
    }

    private static func settled<Value: Hashable>(
        _ byField: [String: Value], _ said: Value?
    ) -> (Value?, [String: Value]) {
        if let said { return (said, byField.filter { $0.value != said }) }
        return Set(byField.values).count == 1 ? (byField.values.first, [:]) : (nil, byField)
    }
}

extension ReadingDoubt {
    /// Under which key it is answered in one's own words, and what such an answer looks like.
    fileprivate var asked: (key: String, example: String) {
        switch self {
        case .zone: ("zone", "+03:00")
        case .yearless: ("year", "2026")
        case .either, .contradiction, .misfit, .scaled, .currencies, .time, .serial, .placeholder: ("", "")
        }
    }

    /// The answers that settle it; none where the file has to be mended.
    fileprivate func choices(_ field: String) -> [MappingProposal.Choice] {
        switch self {
        case .either(let cell, let first, let second, .decimal):
            return [(".", first), (",", second)].map { mark, value in
                MappingProposal.Choice("decimal.\(field)", mark, Self.reads(cell, value))
            }
        case .either(let cell, let first, let second, .dates):
            return [(DayOrder.dayFirst, first), (.monthFirst, second)].map { order, value in
                MappingProposal.Choice("dates.\(field)", order.rawValue, Self.reads(cell, value))
            }
        case .misfit(let cell, let count, let family) where family != .amount && count == 1:
            let text = VisibleText.shortened(VisibleText.line(cell.text))
            return [
                MappingProposal.Choice(
                    "empty", cell.text,
                    LocalizedText(en: "'\(text)' means that nothing is there", ru: "«\(text)» значит «пусто»"))
            ]
        case .zone:
            return [
                MappingProposal.Choice(
                    "time", "drop", LocalizedText(en: "the day as it is written", ru: "день так, как он написан"))
            ]
        case .contradiction, .misfit, .scaled, .currencies, .time, .serial, .yearless, .placeholder: return []
        }
    }

    private static func reads(_ cell: CellExample, _ value: String) -> LocalizedText {
        let text = VisibleText.shortened(VisibleText.line(cell.text))
        return LocalizedText(en: "'\(text)' is \(value)", ru: "«\(text)» — это \(value)")
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
