internal import Company

/// What events take from the events they name: the fields of a sale in the rows of its payments, and its shares.
extension LiveEvents {
    /// What an event is when a change has been made.
    private func version(_ event: Int, _ row: Int, after change: EventChange?) -> EventVersion? {
        if let change, change.event == event, change.row == row { return change.version }
        return version(event, row)
    }

    /// The change with what its event takes from those it names, whatever stands there.
    func settled(_ change: EventChange) throws(LiveRun.CannotFollow) -> EventChange {
        guard var after = change.version else { return change }
        let kind = model.eventKinds[change.event]
        guard after.values.count == kind.fields.count else { throw .needsNewLayout }
        for reference in naming.references where reference.event == change.event {
            let named = after.values[reference.field]
            let isThere = named >= 0 && version(reference.named, Int(named), after: change) != nil
            guard isThere || named == EventVersion.none else {
                throw .unknownEvent(kind: model.eventKinds[reference.named].name, row: Int(named))
            }
        }
        let before = version(change.event, change.row)
        for (number, source) in kind.gathered.enumerated() {
            after.values[kind.ownFields.count + number] = try gathered(source, number, after, before, change)
        }
        return EventChange(event: change.event, row: change.row, version: after)
    }

    /// A gathered cell of an event that is being changed.
    private func gathered(
        _ source: GatheredField, _ number: Int, _ after: EventVersion, _ before: EventVersion?, _ change: EventChange
    ) throws(LiveRun.CannotFollow) -> Int64 {
        let named = after.values[source.reference]
        if named == EventVersion.none { return EventVersion.none }
        if let field = source.field {
            return version(source.event, Int(named), after: change)?.values[field] ?? EventVersion.none
        }
        // An identifier has a code only if something named its event when the tables were read.
        let column = model.eventKinds[change.event].ownFields.count + number
        if let before, before.values[source.reference] == named { return before.values[column] }
        guard
            let other = naming.rows(change.event, source.reference, naming: Int(named)).first(where: {
                version(change.event, $0)?.values[source.reference] == named
            }), let code = version(change.event, other)?.values[column]
        else { throw .needsNewLayout }
        return code
    }

    /// The event that is changed, and those that name it and are different for it.
    func moves(_ change: EventChange) throws(LiveRun.CannotFollow) -> [Move] {
        let before = version(change.event, change.row)
        var moves = [move(change.row, change.event, before, change.version, change)]
        for (event, rows) in naming.followers(of: change, { version($0, $1) }) {
            let kind = model.eventKinds[event]
            for row in rows where event != change.event || row != change.row {
                guard change.version != nil else {
                    throw .isNamed(
                        kind: model.eventKinds[change.event].name, row: change.row, by: kind.name, naming: row)
                }
                guard let own = version(event, row) else { continue }
                var after = own
                for (number, source) in kind.gathered.enumerated() where source.event == change.event {
                    guard let field = source.field, own.values[source.reference] == Int64(change.row) else { continue }
                    after.values[kind.ownFields.count + number] = change.version?.values[field] ?? EventVersion.none
                }
                let move = move(row, event, own, after, change)
                if !move.fields.isDisjoint(with: .all) { moves.append(move) }
            }
        }
        return moves
    }

    private func move(
        _ row: Int, _ event: Int, _ before: EventVersion?, _ after: EventVersion?, _ change: EventChange
    ) -> Move {
        var fields = EventFields(differentIn: before, after)
        if let before, let after {
            for (number, kind) in model.splitKinds.enumerated() where kind.event == event && kind.inherited != nil {
                if shares(number, before, row, nil) != shares(number, after, row, change) { fields = .all }
            }
        }
        return Move(event: event, row: row, before: before, after: after, fields: fields)
    }

    /// Who shares an event by a table of shares.
    ///
    /// - Parameter change: A change that is being made; `nil` for what was before it.
    func shares(
        _ split: Int, _ version: EventVersion, _ row: Int, _ change: EventChange?
    ) -> [EventVersion.Share] {
        let kind = model.splitKinds[split]
        if let inherited = kind.inherited {
            let named = version.values[inherited.reference]
            guard named != EventVersion.none,
                let other = self.version(model.splitKinds[inherited.split].event, Int(named), after: change)
            else { return [] }
            return shares(inherited.split, other, Int(named), change)
        }
        return model.ownSplits(of: kind.event).first == split ? version.shares : model.shares(split, row: row)
    }
}
