extension SchemaVersion {
    /// The fifth version: objects that have versions and are not money.
    ///
    /// Frozen, as ``first`` is.
    static let objects = SchemaVersion(
        name: "5: objects",
        sql: """
            CREATE TABLE objects (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, room TEXT NOT NULL, kind TEXT NOT \
            NULL, key TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0), step TEXT NOT NULL, content TEXT, reason \
            TEXT NOT NULL, UNIQUE (room, kind, key, version)) STRICT;
            CREATE TRIGGER objects_is_never_changed BEFORE UPDATE ON objects
            BEGIN SELECT RAISE(ABORT, 'objects is append-only'); END;
            CREATE TRIGGER objects_is_never_deleted BEFORE DELETE ON objects
            BEGIN SELECT RAISE(ABORT, 'objects is append-only'); END;
            CREATE TRIGGER objects_goes_on BEFORE INSERT ON objects
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM objects)
            BEGIN SELECT RAISE(ABORT, 'objects is append-only'); END;
            """,
        tables: [KeptTable("objects", ["room", "kind", "key", "version", "step", "content", "reason"])])
}
