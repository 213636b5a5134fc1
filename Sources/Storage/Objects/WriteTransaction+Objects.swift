internal import Messages

extension WriteTransaction {
    /// Takes a step with an object: what it is since is its next version.
    ///
    /// - Parameters:
    ///   - content: What it is since; `nil` withdraws it.
    ///   - known: The version that whoever takes the step has seen, 0 when there was none. It keeps two who work on one object from
    ///     undoing each other's steps.
    /// - Throws: ``StorageFailure/objectHasChanged(_:version:)``.
    @discardableResult
    public func take(
        _ step: String, with name: ObjectName, content: String?, reason: String = "", after known: Int64
    ) throws(StorageFailure) -> Int64 {
        let name = ObjectName(room: name.room, kind: name.kind, key: name.key.composed)
        let last = try object(name)?.version ?? 0
        guard last == known else { throw .objectHasChanged(name, version: last) }
        return try recorded("object") { () throws(StorageFailure) in
            try append(
                to: "objects",
                [
                    .text(name.room), .text(name.kind), .text(name.key), .integer(last + 1), .text(step),
                    content.map { .text($0) } ?? .null, .text(reason),
                ])
            return (
                last + 1,
                detail: [
                    "room": .text(name.room), "kind": .text(name.kind), "key": .text(name.key), "step": .text(step),
                    "version": .number(last + 1),
                ]
            )
        }
    }
}

extension ReadTransaction {
    /// The latest version of an object; `nil` when there never was one.
    public func object(_ name: ObjectName) throws(StorageFailure) -> KeptObject? {
        try objects(
            "room = ? AND kind = ? AND key = ? ORDER BY version DESC LIMIT 1",
            [.text(name.room), .text(name.kind), .text(name.key.composed)]
        ).first
    }

    /// Every version of an object, the first one first.
    public func history(of name: ObjectName) throws(StorageFailure) -> [KeptObject] {
        try objects(
            "room = ? AND kind = ? AND key = ? ORDER BY version",
            [.text(name.room), .text(name.kind), .text(name.key.composed)])
    }

    /// The objects of a kind that are there, by key, as they are now.
    public func objects(room: String, kind: String) throws(StorageFailure) -> [KeptObject] {
        try objects(
            """
            room = ?1 AND kind = ?2 AND objects.content IS NOT NULL AND version =
                (SELECT max(version) FROM objects AS own WHERE own.room = ?1 AND own.kind = ?2 AND own.key = objects.key)
            ORDER BY key
            """, [.text(room), .text(kind)])
    }

    /// The steps taken in a room after a record of the audit, in their order, for whoever follows them.
    public func steps(room: String, after record: Int64) throws(StorageFailure) -> [KeptObject] {
        try objects("room = ? AND record > ? ORDER BY objects.number", [.text(room), .integer(record)])
    }

    /// A database of an earlier version that is only read has none.
    private func objects(_ condition: String, _ values: [SQLValue]) throws(StorageFailure) -> [KeptObject] {
        guard connection.schema.holds("objects") else { return [] }
        return try connection.rows(
            """
            SELECT room, kind, key, version, step, objects.content, reason, actor, at
            FROM objects JOIN audit ON audit.number = record WHERE \(condition)
            """, values
        ) {
            KeptObject(
                name: ObjectName(room: $0.text(0), kind: $0.text(1), key: $0.text(2)), version: $0.integer(3),
                step: $0.text(4), content: $0.isNull(5) ? nil : $0.text(5), reason: $0.text(6), actor: $0.text(7),
                at: $0.text(8))
        }
    }
}
