internal import Formulas
internal import Messages
internal import Quantities

/// What tables hold, as somebody who reads them otherwise has to know it.
extension TableSource {
    /// The fields of a table out of its columns, by what the company's text declares of them.
    func declaredKind(_ table: String, _ columns: [TableSchema.Column]) -> DeclaredKind {
        let event = names.eventKind(named: table)
        let record = names.recordKinds.keys.first { BuiltInKind.tableName(of: $0) == table }
        let split = names.splitKind(named: table)
        var declared = event.map { Array(names.eventKinds[$0].ownFields) } ?? []
        if let record { declared = names.recordKinds[record]?.fields ?? [] }
        if table == "assignments" { declared = names.assignmentKind.fields }
        let fields = Dictionary(declared.map { ($0.name, $0) }) { first, _ in first }
        return DeclaredKind(
            name: record ?? table,
            title: event.map { names.eventKinds[$0].title } ?? LocalizedText(record ?? table),
            fields: columns.map { column in
                let content =
                    fields[column.name].map(content)
                    ?? Self.content(of: column, in: split == nil ? table : "splits", currency: names.currency.code)
                return DeclaredField(name: column.name, content: content, isOptional: column.isOptional)
            }, columns: columns)
    }

    private func content(_ field: Field) -> DeclaredField.Content {
        switch field.type {
        case .day: .day
        case .money:
            .money(currency: field.currencyField == nil ? names.currency.code : nil, field: field.currencyField)
        case .number, .pieces, .days, .minutes: .number
        // The time of day is part of it, and a day alone is all that cleaning keeps.
        case .moment: .text
        case .percent: .percent
        case .text, .personal, .event: .text
        case .flag: .flag
        case .record(let kind): .record(kind)
        }
    }

    /// What the columns hold that a table has without being told.
    private static func content(
        of column: TableSchema.Column, in table: String, currency: String
    ) -> DeclaredField.Content {
        if let content = AwardTable(rawValue: table)?.form.columns[column.name] { return content.inCurrency(currency) }
        switch (table, column.name) {
        case ("assignments", "person"), ("assignments", "manager"), ("teams", "person"), ("splits", "person"):
            return .record(BuiltInKind.person)
        case ("assignments", "position"): return .record(BuiltInKind.position)
        case ("assignments", "unit"), ("units", "parent"): return .record(BuiltInKind.unit)
        case ("targets", "subject"), ("entered", "subject"): return .record(DeclaredField.subject)
        case ("targets", "period"), ("entered", "period"): return .period
        default: break
        }
        switch column.type {
        case .day: return .day
        case .decimal: return .number
        case .percent: return .percent
        case .flag: return .flag
        case .code: return .text
        case .key: return column.name == "id" ? .identifier : .text
        }
    }
}

extension DeclaredField.Content {
    /// Money of which the company's text names no currency is that of the company.
    fileprivate func inCurrency(_ currency: String) -> DeclaredField.Content {
        if case .money(nil, nil) = self { .money(currency: currency, field: nil) } else { self }
    }
}
