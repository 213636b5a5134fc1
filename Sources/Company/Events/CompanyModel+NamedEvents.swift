/// A field by which the events of a kind name events.
public struct EventReference: Hashable, Sendable {
    /// The index of the kind that names.
    public var event: Int
    /// The index of its field.
    public var field: Int
    /// The index of the kind that is named.
    public var named: Int
}

extension CompanyModel {
    /// Every field by which events name events.
    public var eventReferences: [EventReference] {
        eventKinds.enumerated().flatMap { event, kind in
            kind.ownFields.enumerated().compactMap { field, definition -> EventReference? in
                guard case .event(let name) = definition.type,
                    let named = eventKinds.firstIndex(where: { $0.name == name })
                else { return nil }
                return EventReference(event: event, field: field, named: named)
            }
        }
    }

    /// Takes anew what events take from those they name, where one of both kinds has changed.
    ///
    /// - Parameter cancelled: By kind the rows that nothing may name any more.
    mutating func gatherAnew(_ changed: Set<Int>, _ cancelled: [Set<Int>]) {
        for reference in eventReferences where !cancelled[reference.named].isEmpty {
            events[reference.event].columns[reference.field].renumber {
                cancelled[reference.named].contains(Int($0)) ? EventColumn.emptyCode : $0
            }
        }
        for (event, kind) in eventKinds.enumerated() {
            for (number, source) in kind.gathered.enumerated()
            where changed.contains(event) || changed.contains(source.event) {
                guard case .record(let rows) = events[event].columns[source.reference] else { continue }
                let column = kind.ownFields.count + number
                let other = events[source.event]
                events[event].columns[column] =
                    source.field.map { other.columns[$0].gathered(rows) }
                    ?? events[event].columns[column].identified(rows, by: other.keys)
            }
        }
        for (number, kind) in splitKinds.enumerated() {
            guard let inherited = kind.inherited,
                changed.contains(kind.event) || changed.contains(splitKinds[inherited.split].event),
                case .record(let rows) = events[kind.event].columns[inherited.reference]
            else { continue }
            splits[number] = splits[inherited.split].gathered(rows)
        }
    }
}

extension EventColumn {
    /// Puts other rows in place of those that are named.
    mutating func renumber(_ row: (Int32) -> Int32) {
        guard case .record(let rows) = self else { return }
        self = .record(rows.map(row))
    }

    /// The identifiers of the rows named, with the codes that they have in this column; an event that was added has none of
    /// its own and is different from all others.
    fileprivate func identified(_ rows: [Int32], by keys: EventKeys) -> EventColumn {
        guard case .text(_, var dictionary) = self else { return self }
        var known = Dictionary(dictionary.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        let keyCount = keys.parts.last.map { $0.firstRow + $0.keys.count } ?? 0
        var codes: [Int32: Int32] = [:]
        let cells = rows.map { row -> Int32 in
            if row < 0 { return Self.emptyCode }
            if let code = codes[row] { return code }
            let key = Int(row) < keyCount ? keys[Int(row)] : ""
            let code = known[key] ?? Int32(truncatingIfNeeded: dictionary.count)
            if Int(code) == dictionary.count {
                dictionary.append(key)
                if !key.isEmpty { known[key] = code }
            }
            codes[row] = code
            return code
        }
        return .text(cells, dictionary: dictionary)
    }
}
