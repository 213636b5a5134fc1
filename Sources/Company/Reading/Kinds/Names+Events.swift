internal import Formulas
internal import Messages

/// Where the names of events lead: to their fields, and to the fields of an event that they name.
extension Names {
    /// What a path such as `payment.sale.client.segment` leads to.
    enum EventPath {
        /// A column of an event kind, and what is left of the path: a field of the record in it.
        case field(event: Int, field: Int, rest: ArraySlice<String>)
        /// A field that names an event, reached through another one: its path.
        case tooDeep(String)
    }

    /// Follows a path; a field of a named event becomes a column of the event that names it.
    func follow(_ path: [String]) -> EventPath? {
        guard path.count >= 2, let event = eventKind(named: path[0]),
            let field = eventKinds[event].field(named: path[1]), eventKinds[event].fields[field].isInFormulas
        else { return nil }
        guard case .event(let kind) = eventKinds[event].fields[field].type, let other = eventKind(named: kind) else {
            return .field(event: event, field: field, rest: path[2...])
        }
        if path.count == 2 || path[2] == "id" {
            let column = gather(event, GatheredField(reference: field, event: other, field: nil))
            return .field(event: event, field: column, rest: path.dropFirst(3))
        }
        guard let inner = eventKinds[other].field(named: path[2]), eventKinds[other].fields[inner].isInFormulas else {
            return nil
        }
        if case .event = eventKinds[other].fields[inner].type { return .tooDeep(path[...2].joined(separator: ".")) }
        let column = gather(event, GatheredField(reference: field, event: other, field: inner))
        return .field(event: event, field: column, rest: path[3...])
    }

    /// The field that names an event, by its path `payment.sale`, and the kind of that event.
    func reference(_ path: [String]) -> (event: Int, field: Int, to: Int)? {
        guard path.count == 2, let event = eventKind(named: path[0]),
            let field = eventKinds[event].field(named: path[1]),
            case .event(let kind) = eventKinds[event].fields[field].type, let other = eventKind(named: kind)
        else { return nil }
        return (event, field, other)
    }

    /// Every path that begins with an event kind.
    func paths(event: Int, intoRecords: Bool) -> [String] {
        let kind = eventKinds[event]
        return kind.ownFields.filter(\.isInFormulas).flatMap { field -> [String] in
            let path = "\(kind.name).\(field.name)"
            guard case .event(let name) = field.type, let other = eventKind(named: name) else {
                return [path] + (intoRecords ? recordPaths(path, field.type) : [])
            }
            return [path, path + ".id"]
                + eventKinds[other].ownFields.filter(\.isInFormulas).flatMap { inner -> [String] in
                    if case .event = inner.type { return [] }
                    let innerPath = "\(path).\(inner.name)"
                    return [innerPath] + (intoRecords ? recordPaths(innerPath, inner.type) : [])
                }
        }
    }

    private func recordPaths(_ path: String, _ type: FieldType) -> [String] {
        guard case .record(let record) = type, let kind = recordKinds[record] else { return [] }
        return [path + ".id"] + kind.fields.filter(\.isInFormulas).map { "\(path).\($0.name)" }
    }
}

extension FormulaFault {
    /// `refund.payment.sale.date`: only the event that an event itself names is looked into.
    static func referenceThroughReference(_ reference: String, _ path: [String], _ span: TextSpan) -> FormulaFault {
        let field = path.last ?? ""
        return FormulaFault(
            "too-deep-reference", at: span,
            LocalizedText(
                en: "'\(reference)' is an event named by a named event, and only one step is followed",
                ru: "«\(reference)» — событие, названное в названном событии, а переход возможен только один"),
            remedy: LocalizedText(
                en: "give '\(path[0])' a field of its own for it (for instance '\(field)')",
                ru: "заведите для него своё поле у «\(path[0])» (например, «\(field)»)"))
    }
}
