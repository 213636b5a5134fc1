extension SchemaVersion {
    /// The fourth version: the digest of all rows after each import, and how their tables were read then.
    ///
    /// Frozen, as ``first`` is.
    static let rowStates = SchemaVersion(
        name: "4: states of rows",
        sql: """
            CREATE TABLE row_states (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, head INTEGER NOT NULL UNIQUE, \
            state BLOB NOT NULL, definitions TEXT NOT NULL) STRICT;
            CREATE TRIGGER row_states_is_never_changed BEFORE UPDATE ON row_states
            BEGIN SELECT RAISE(ABORT, 'row_states is append-only'); END;
            CREATE TRIGGER row_states_is_never_deleted BEFORE DELETE ON row_states
            BEGIN SELECT RAISE(ABORT, 'row_states is append-only'); END;
            CREATE TRIGGER row_states_goes_on BEFORE INSERT ON row_states
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM row_states)
            BEGIN SELECT RAISE(ABORT, 'row_states is append-only'); END;
            """,
        tables: [KeptTable("row_states", ["head", "state", "definitions"], isBulky: true)])
}
