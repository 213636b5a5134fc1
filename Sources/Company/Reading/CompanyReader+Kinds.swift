internal import Formulas
internal import Periods

extension CompanyReader {
    // MARK: Record kinds

    func readRecordKinds() {
        for name in BuiltInKind.all { names.recordKinds[name] = RecordKind(name: name, fields: []) }
        names.assignmentKind.fields = [Field("base_pay", .money, isOptional: true)]
        for definition in definitions(.records) {
            guard let fields = Fields(definition.value, findings) else { continue }
            let reserved = Self.ownColumns(of: definition.name)
            let columns = fields.take("fields").map { readFields($0, reserved: reserved) } ?? []
            _ = fields.take("title")
            fields.finish()
            refuseCurrencyFields(columns)
            if definition.name == names.assignmentKind.name {
                names.assignmentKind.fields += columns.filter { $0.name != "base_pay" }
            } else {
                names.recordKinds[definition.name] = RecordKind(name: definition.name, fields: columns)
            }
        }
        for kind in names.recordKinds.values { checkRecordTypes(kind.fields) }
    }

    /// The columns that the table of a record kind has without being told.
    private static func ownColumns(of kind: String) -> [String] {
        switch kind {
        case "assignment": ["person", "position", "unit", "manager", "from", "until", "share"]
        case BuiltInKind.unit: ["id", "title", "title_en", "title_ru", "name", "parent"]
        default: ["id", "title", "title_en", "title_ru", "name"]
        }
    }

    /// `{date: day, seller: person, cost: money?, price: money(currency)}`
    func readFields(_ entry: Entry, reserved: [String]) -> [Field] {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "fields with their types", ru: "поля с их типами"), at: entry)
            return []
        }
        return pairs.compactMap { key, value in
            guard let name = findings.text(key), var type = findings.text(value) else { return nil }
            checkName(name, key)
            guard !reserved.contains(name) else {
                findings.report(
                    "reserved-name", at: key.place,
                    LocalizedText(
                        en: "the column '\(name)' is always there and need not be declared",
                        ru: "колонка «\(name)» есть всегда, её не объявляют"),
                    remedy: LocalizedText(en: "remove it, or rename it", ru: "уберите её или переименуйте"))
                return nil
            }
            let isOptional = type.hasSuffix("?")
            if isOptional { type.removeLast() }
            var currencyField: String?
            if type.hasPrefix("money("), type.hasSuffix(")") {
                currencyField = String(type.dropFirst(6).dropLast())
                type = "money"
            }
            fieldPlaces[name + ":" + type] = value.place
            return Field(name, FieldType(named: type), isOptional: isOptional, currencyField: currencyField)
        }
    }

    /// Every word that is no type must be a record kind, or for a field of an event one of the event kinds.
    func checkRecordTypes(_ fields: [Field], events: Set<String> = []) {
        let types = ["day", "money", "number", "percent", "pieces", "days", "minutes", "text", "flag"]
        for field in fields {
            guard case .record(let kind) = field.type, names.recordKinds[kind] == nil, !events.contains(kind) else {
                continue
            }
            findings.report(
                "unknown-type", at: fieldPlaces[field.name + ":" + kind],
                LocalizedText(en: "there is no type '\(kind)'", ru: "типа «\(kind)» нет"),
                remedy: Suggestion.remedy(for: kind, among: types + names.recordKinds.keys + events.sorted())
                    ?? LocalizedText(
                        en: "declare it under 'records', or use one of \(types.joined(separator: ", "))",
                        ru: "опишите его в «records» или выберите из \(types.joined(separator: ", "))"))
        }
    }

    // MARK: Event kinds

    func readEventKinds() {
        var credits: [(event: Int, entry: Entry)] = []
        let declared = Set((sections[.events] ?? []).map(\.name))
        for definition in definitions(.events) {
            guard let fields = Fields(definition.value, findings) else { continue }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(definition.name)
            let columns = fields.require("fields").map { readFields($0, reserved: ["id"]) } ?? []
            let date = fields.take("date")
            let credit = fields.take("credit")
            let computed = fields.take("computed")
            fields.finish()
            checkRecordTypes(columns, events: declared)
            checkCurrencyFields(columns)
            guard let dateField = dateField(date, columns, definition) else { continue }
            if let credit { credits.append((names.eventKinds.count, credit)) }
            if let computed { announceComputedValues(computed, columns) }
            names.eventKinds.append(
                EventKind(name: definition.name, title: title, fields: columns, dateField: dateField, credit: .nobody))
        }
        nameEvents(declared)
        readSplits()
        for (event, entry) in credits {
            guard let rule = credit(entry) else { continue }
            names.eventKinds[event].credit = rule.rule
            if let other = rule.event, other != event { reportForeignCredit(entry, event, other) }
        }
        eventTables = names.eventKinds.map { EventTable(fields: Array($0.ownFields)) }
        splitTables = names.splitKinds.map { _ in SplitTable() }
    }

    func reportForeignCredit(_ entry: Entry, _ event: Int, _ other: Int) {
        let (name, foreign) = (names.eventKinds[event].name, names.eventKinds[other].name)
        findings.report(
            "bad-credit", at: entry.place,
            LocalizedText(
                en: "this says whose a '\(foreign)' is, but it stands at '\(name)'",
                ru: "это говорит, чьё событие «\(foreign)», а стоит у «\(name)»"),
            remedy: LocalizedText(
                en: "name a field of '\(name)', or a split of it", ru: "назовите поле события «\(name)» или его доли"))
    }

    /// A type that is the name of an event kind is a reference to such an event.
    private func nameEvents(_ declared: Set<String>) {
        for event in names.eventKinds.indices {
            for field in names.eventKinds[event].fields.indices {
                guard case .record(let kind) = names.eventKinds[event].fields[field].type,
                    declared.contains(kind)
                else { continue }
                names.eventKinds[event].fields[field].type = .event(kind)
            }
        }
    }

    private func dateField(_ entry: Entry?, _ columns: [Field], _ definition: Definition) -> Int? {
        if let entry {
            if let index = columns.firstIndex(where: { $0.name == entry.text && $0.type == .day }) { return index }
            findings.report(
                "unknown-name", at: entry.place,
                LocalizedText(
                    en: "there is no day field '\(entry.text ?? "")'", ru: "нет поля-даты «\(entry.text ?? "")»"),
                remedy: Self.list(columns.filter { $0.type == .day }.map(\.name)))
            return nil
        }
        if let index = columns.firstIndex(where: { $0.type == .day }) { return index }
        findings.report(
            "no-date", at: definition.key.place,
            LocalizedText(
                en: "'\(definition.name)' has no field of type 'day', so it belongs to no period",
                ru: "у «\(definition.name)» нет поля типа «day», поэтому он не попадёт ни в один период"),
            remedy: LocalizedText(en: "add 'date: day'", ru: "добавьте «date: day»"))
        return nil
    }

    /// The names that may stand here.
    private static func list(_ names: [String]) -> LocalizedText? {
        let list = names.joined(separator: ", ")
        return names.isEmpty ? nil : LocalizedText(en: "there is \(list)", ru: "есть \(list)")
    }

    private func readSplits() {
        for definition in definitions(.splits) {
            guard let fields = Fields(definition.value, findings), let of = fields.require("of") else { continue }
            fields.finish()
            guard let event = names.eventKind(named: of.text ?? "") else {
                let name = of.text ?? ""
                let span = TextSpan(0, max(1, name.count))
                findings.add([.unknownName(name, known: names.eventKinds.map(\.name), span)], in: of)
                continue
            }
            names.splitKinds.append(SplitKind(name: definition.name, event: event))
        }
    }
}
