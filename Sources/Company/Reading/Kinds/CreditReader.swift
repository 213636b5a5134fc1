internal import Formulas
internal import Messages

/// Reads whose an event is.
struct CreditReader {
    let names: Names
    let findings: Findings

    /// `sale.seller` · `split(shares)` · `split(shares, sale.seller)` · `team(sale.client, "kam")` · `none`; with the event kind it is for.
    func rule(_ entry: YAMLEntry) -> (event: Int?, rule: CreditRule)? {
        guard let text = findings.text(entry) else { return nil }
        if text == "none" { return (nil, .nobody) }
        let (syntax, faults) = Parser.parse(text)
        findings.add(faults, in: entry)
        guard faults.isEmpty else { return nil }
        switch syntax {
        case .name(let path, let span):
            return personField(path, span, entry).map { ($0.event, .field($0.field)) }
        case .call("split", let arguments, nil, _) where (1...3).contains(arguments.count):
            return split(arguments, entry)
        case .call("team", let arguments, nil, _) where arguments.count == 2:
            return team(arguments, entry)
        default:
            reportBadCredit(entry)
            return nil
        }
    }

    private func reportBadCredit(_ entry: YAMLEntry) {
        findings.report(
            "bad-credit", at: entry.place,
            LocalizedText(en: "this does not say whose an event is", ru: "это не говорит, чьё событие"),
            remedy: LocalizedText(
                en: "write event.person, split(table), team(event.client, \"role\") or none",
                ru: "пишите событие.сотрудник, split(таблица), team(событие.клиент, \"роль\") или none"))
    }

    private func personField(_ path: [String], _ span: TextSpan, _ entry: YAMLEntry) -> (event: Int, field: Int)? {
        guard let found = recordField(path, span, entry) else { return nil }
        if found.kind == BuiltInKind.person { return (found.event, found.field) }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a field that holds a person", ru: "поле с сотрудником"),
                    found: LocalizedText(en: "a \(found.kind)", ru: "запись «\(found.kind)»"), span)
            ], in: entry)
        return nil
    }

    /// `sale.client`: the event kind, the field and the record kind it holds.
    private func recordField(_ path: [String], _ span: TextSpan, _ entry: YAMLEntry) -> (
        event: Int, field: Int, kind: String
    )? {
        guard let (event, field) = eventField(path, span, entry) else { return nil }
        if case .record(let kind) = names.eventKinds[event].fields[field].type { return (event, field, kind) }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a field that holds a record", ru: "поле с записью"),
                    found: names.eventKinds[event].fields[field].type.formulaType(names.currency).described, span)
            ], in: entry)
        return nil
    }

    /// `sale.client` or `payment.sale.client`.
    private func eventField(_ path: [String], _ span: TextSpan, _ entry: YAMLEntry) -> (event: Int, field: Int)? {
        switch names.follow(path) {
        case .field(let event, let field, let rest)? where rest.isEmpty: return (event, field)
        case .tooDeep(let reference)?: findings.add([.referenceThroughReference(reference, path, span)], in: entry)
        default:
            let known = names.eventKinds.indices.flatMap { names.paths(event: $0, intoRecords: false) }
            findings.add([.unknownName(path.joined(separator: "."), known: known, span)], in: entry)
        }
        return nil
    }

    /// `split(shares)`, `split(shares, sale.seller)`; `split(shares, payment.sale)` for the shares of the named event.
    private func split(_ arguments: [Syntax], _ entry: YAMLEntry) -> (event: Int?, rule: CreditRule)? {
        guard case .name(let path, let span) = arguments[0], path.count == 1 else {
            reportBadCredit(entry)
            return nil
        }
        guard var split = names.splitKind(named: path[0]) else {
            findings.add([.unknownName(path[0], known: names.splitKinds.map(\.name), span)], in: entry)
            return nil
        }
        var event = names.splitKinds[split].event
        var rest = arguments.dropFirst()
        if case .name(let path, _)? = rest.first, let reference = names.reference(path) {
            guard reference.to == event else {
                reportForeign(entry, reference.to, event)
                return nil
            }
            split = names.inherit(split, reference.event, reference.field)
            event = reference.event
            rest = rest.dropFirst()
        }
        guard let otherwise = rest.first else { return (event, .split(split, otherwise: nil)) }
        guard rest.count == 1, case .name(let field, let place) = otherwise else {
            reportBadCredit(entry)
            return nil
        }
        guard let person = personField(field, place, entry) else { return nil }
        return (event, .split(split, otherwise: person.field))
    }

    private func team(_ arguments: [Syntax], _ entry: YAMLEntry) -> (event: Int?, rule: CreditRule)? {
        guard case .name(let path, let span) = arguments[0], case .text(let role, _) = arguments[1] else {
            reportBadCredit(entry)
            return nil
        }
        guard let found = recordField(path, span, entry) else { return nil }
        return (found.event, .team(field: found.field, role: role))
    }

    /// Reports a rule that is for events of another kind.
    func reportForeign(_ entry: YAMLEntry, _ event: Int, _ other: Int) {
        let (name, foreign) = (names.eventKinds[event].name, names.eventKinds[other].name)
        findings.report(
            "bad-credit", at: entry.place,
            LocalizedText(
                en: "this says whose a '\(foreign)' is, but it stands at '\(name)'",
                ru: "это говорит, чьё событие «\(foreign)», а стоит у «\(name)»"),
            remedy: LocalizedText(
                en: "name a field of '\(name)', or a split of it", ru: "назовите поле события «\(name)» или его доли"))
    }
}
