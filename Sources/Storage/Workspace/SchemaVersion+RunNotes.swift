extension SchemaVersion {
    /// The third version: what whoever reviews a run must know, kept with it.
    ///
    /// Frozen, as ``first`` is.
    static let runNotes = SchemaVersion(
        name: "3: notes of runs",
        sql: """
            CREATE TABLE run_notes (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES \
            runs (number), severity TEXT NOT NULL, place TEXT NOT NULL, message TEXT NOT NULL, remedy_en TEXT NOT NULL, \
            remedy_ru TEXT NOT NULL) STRICT;
            CREATE TRIGGER run_notes_is_never_changed BEFORE UPDATE ON run_notes
            BEGIN SELECT RAISE(ABORT, 'run_notes is append-only'); END;
            CREATE TRIGGER run_notes_is_never_deleted BEFORE DELETE ON run_notes
            BEGIN SELECT RAISE(ABORT, 'run_notes is append-only'); END;
            CREATE TRIGGER run_notes_goes_on BEFORE INSERT ON run_notes
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM run_notes)
            BEGIN SELECT RAISE(ABORT, 'run_notes is append-only'); END;
            CREATE INDEX run_notes_of_run ON run_notes (run);
            """,
        tables: [
            KeptTable(
                "run_notes", ["run", "severity", "place", "message", "remedy_en", "remedy_ru"], isBulky: true)
        ])
}
