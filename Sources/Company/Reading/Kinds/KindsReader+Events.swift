internal import Formulas
internal import Messages

/// Kinds of events and of their splits.
extension KindsReader {
    mutating func readEventKinds() {
        let declared = Set(documents[.events].map(\.name))
        for definition in documents.definitions(.events, findings) {
            guard let fields = Fields(definition.value, findings) else { continue }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(definition.name)
            var columns = fields.require("fields").map { readFields($0, reserved: ["id"]) } ?? []
            let date = fields.take("date")
            let credit = fields.take("credit")
            let computed = fields.take("computed")
            let derived = definition.isBuiltIn ? fields.take("derived") : nil
            fields.finish()
            checkRecordTypes(columns, events: declared)
            checkCurrencyFields(columns)
            guard let dateField = dateField(date, columns, definition) else { continue }
            let isDerived = derived?.text == "all"
            if let derived, !isDerived { columns += readFields(derived, reserved: ["id"]).map(\.derived) }
            if let credit { credits.append((eventKinds.count, credit)) }
            if let computed { announce(computed, columns) }
            var kind = EventKind(
                name: definition.name, title: title, fields: columns, dateField: dateField, credit: .nobody)
            kind.isDerived = isDerived
            eventKinds.append(kind)
        }
        nameEvents(declared)
        readSplits()
    }

    /// Reads whose the events are, once all kinds are known.
    func readCredits(_ names: Names) {
        let reader = CreditReader(names: names, findings: findings)
        for (event, entry) in credits {
            guard let rule = reader.rule(entry) else { continue }
            names.define(credit: rule.rule, of: event)
            if let other = rule.event, other != event { reader.reportForeign(entry, event, other) }
        }
    }

    /// A type that is the name of an event kind is a reference to such an event.
    private mutating func nameEvents(_ declared: Set<String>) {
        for event in eventKinds.indices {
            for field in eventKinds[event].fields.indices {
                guard case .record(let kind) = eventKinds[event].fields[field].type,
                    declared.contains(kind)
                else { continue }
                eventKinds[event].fields[field].type = .event(kind)
            }
        }
    }

    private func dateField(_ entry: YAMLEntry?, _ columns: [Field], _ definition: Documents.Definition) -> Int? {
        if let entry {
            if let index = columns.firstIndex(where: { $0.name == entry.text && $0.type.isDated }) { return index }
            findings.report(
                "unknown-name", at: entry.place,
                LocalizedText(
                    en: "there is no day field '\(entry.text ?? "")'", ru: "нет поля-даты «\(entry.text ?? "")»"),
                remedy: Self.list(columns.filter { $0.type.isDated }.map(\.name)))
            return nil
        }
        if let index = columns.firstIndex(where: { $0.type.isDated }) { return index }
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

    private mutating func readSplits() {
        for definition in documents.definitions(.splits, findings) {
            guard let fields = Fields(definition.value, findings), let of = fields.require("of") else { continue }
            fields.finish()
            guard let event = eventKinds.firstIndex(where: { $0.name == of.text }) else {
                let name = of.text ?? ""
                let span = TextSpan(0, max(1, name.count))
                findings.add([.unknownName(name, known: eventKinds.map(\.name), span)], in: of)
                continue
            }
            splitKinds.append(SplitKind(name: definition.name, event: event))
        }
    }
}
