internal import Formulas
internal import Messages

/// Kinds of records and the fields of all kinds.
extension KindsReader {
    mutating func readRecordKinds() {
        for name in BuiltInKind.all { recordKinds[name] = RecordKind(name: name, fields: []) }
        assignmentKind.fields = [Field("base_pay", .money, isOptional: true)]
        for definition in documents.definitions(.records, findings) {
            guard let fields = Fields(definition.value, findings) else { continue }
            let reserved = Self.ownColumns(of: definition.name)
            let written = fields.take("fields")
            let columns = written.map { readFields($0, reserved: reserved) } ?? []
            _ = fields.take("title")
            fields.finish()
            refuseCurrencyFields(columns)
            refuseMoments(columns)
            if definition.name == assignmentKind.name {
                assignmentKind.fields += columns.filter { $0.name != "base_pay" }
            } else {
                recordKinds[definition.name] = RecordKind(name: definition.name, fields: columns)
            }
        }
        for kind in recordKinds.values { checkRecordTypes(kind.fields) }
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
    mutating func readFields(_ entry: YAMLEntry, reserved: [String]) -> [Field] {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "fields with their types", ru: "поля с их типами"), at: entry)
            return []
        }
        return pairs.flatMap { key, value -> [Field] in
            guard let name = findings.text(key), var type = findings.text(value) else { return [] }
            findings.checkName(name, key)
            guard !reserved.contains(name) else {
                findings.report(
                    "reserved-name", at: key.place,
                    LocalizedText(
                        en: "the column '\(name)' is always there and need not be declared",
                        ru: "колонка «\(name)» есть всегда, её не объявляют"),
                    remedy: LocalizedText(en: "remove it, or rename it", ru: "уберите её или переименуйте"))
                return []
            }
            let isOptional = type.hasSuffix("?")
            if isOptional { type.removeLast() }
            var currencyField: String?
            if type.hasPrefix("money("), type.hasSuffix(")") {
                currencyField = String(type.dropFirst(6).dropLast())
                type = "money"
            }
            fieldPlaces[name + ":" + type] = value.place
            let field = Field(name, FieldType(named: type), isOptional: isOptional, currencyField: currencyField)
            return field.type == .moment ? [field, .minute(of: field)] : [field]
        }
    }

    /// Every word that is no type must be a record kind, or for a field of an event one of the event kinds.
    func checkRecordTypes(_ fields: [Field], events: Set<String> = []) {
        let types = [
            "day", "moment", "money", "number", "percent", "pieces", "days", "minutes", "text", "personal", "flag",
        ]
        for field in fields {
            guard case .record(let kind) = field.type, recordKinds[kind] == nil, !events.contains(kind) else {
                continue
            }
            findings.report(
                "unknown-type", at: fieldPlaces[field.name + ":" + kind],
                LocalizedText(en: "there is no type '\(kind)'", ru: "типа «\(kind)» нет"),
                remedy: Suggestion.remedy(for: kind, among: types + recordKinds.keys + events.sorted())
                    ?? LocalizedText(
                        en: "declare it under 'records', or use one of \(types.joined(separator: ", "))",
                        ru: "опишите его в «records» или выберите из \(types.joined(separator: ", "))"))
        }
    }
}

/// Money in other currencies.
extension KindsReader {
    /// `money(currency)` needs a text field of that name beside it.
    func checkCurrencyFields(_ fields: [Field]) {
        for field in fields {
            guard let name = field.currencyField else { continue }
            if let currency = fields.first(where: { $0.name == name }), currency.type == .text { continue }
            let texts = fields.filter { $0.type == .text }.map(\.name)
            findings.report(
                "unknown-name", at: fieldPlaces[field.name + ":money"],
                LocalizedText(
                    en: "there is no text field '\(name)' here that could hold the currency",
                    ru: "здесь нет текстового поля «\(name)», где стояла бы валюта"),
                remedy: Suggestion.remedy(for: name, among: texts)
                    ?? LocalizedText(en: "add '\(name): text'", ru: "добавьте «\(name): text»"))
        }
    }

    /// A record is no matter of a minute.
    func refuseMoments(_ fields: [Field]) {
        for field in fields where field.type == .moment {
            findings.report(
                "moment-of-record", at: fieldPlaces[field.name + ":moment"],
                LocalizedText(
                    en: "only what happens has a time of day: a record has days",
                    ru: "время суток бывает только у событий, у записи — даты"),
                remedy: LocalizedText(en: "write 'day'", ru: "пишите «day»"))
        }
    }

    /// Records have no day of their own, so there is no day whose rate could hold.
    func refuseCurrencyFields(_ fields: [Field]) {
        for field in fields where field.currencyField != nil {
            findings.report(
                "currency-of-record", at: fieldPlaces[field.name + ":money"],
                LocalizedText(
                    en: "only events have a day, so only their money can be in another currency",
                    ru: "день есть только у событий, поэтому другая валюта бывает только у их денег"),
                remedy: LocalizedText(
                    en: "write 'money', in \(currency)", ru: "пишите «money», в \(currency)"))
        }
    }
}
