extension SchemaVersion {
    /// The first version: rows, rules, runs, the ledger and the audit chain.
    ///
    /// Frozen: databases that were made by it are in use, so not a character of the text changes. What is wanted
    /// beyond it is a further version.
    static let first = SchemaVersion(
        name: "1: facts, runs, ledger, audit", sql: firstText,
        tables: [
            KeptTable("column_lists", ["names"], isBulky: true),
            KeptTable("fact_sets", ["kind", "source"], isBulky: true),
            KeptTable("facts", ["fact_set", "key", "version", "column_list", "cells", "place"], isBulky: true),
            KeptTable("models", ["digest"], isBulky: true),
            KeptTable("model_files", ["model", "path", "content"], isBulky: true),
            KeptTable(
                "runs", ["id", "period", "model", "data_head", "data_digest", "adjustments", "ledger_head"],
                isBulky: true),
            KeptTable(
                "run_lines",
                ["run", "person", "plan", "component", "period", "from_day", "until_day", "amount", "remarks"],
                isBulky: true),
            KeptTable("run_entries", entryColumns, isBulky: true),
            KeptTable("period_steps", ["period", "action", "actor", "run", "reason"]),
            KeptTable("entries", entryColumns),
            KeptTable("adjustments", ["period", "person", "amount", "kind", "order_text", "reason", "author"]),
            KeptTable("adjustment_decisions", ["adjustment", "decision", "actor", "reason"]),
            KeptTable("disputes", ["period", "person", "text"]),
            KeptTable("dispute_answers", ["dispute", "actor", "answer"]),
        ])

    private static let entryColumns = [
        "run", "period", "person", "matter", "plan", "component", "origin_period", "adjustment", "cause",
        "from_account", "to_account", "amount",
    ]

    private static let firstText = """
        CREATE TABLE audit (number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, \
        detail TEXT NOT NULL, content BLOB NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL) STRICT;
        CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
        CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
        CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit)
        BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
        CREATE TABLE column_lists (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, names TEXT NOT NULL UNIQUE) \
        STRICT;
        CREATE TRIGGER column_lists_is_never_changed BEFORE UPDATE ON column_lists
        BEGIN SELECT RAISE(ABORT, 'column_lists is append-only'); END;
        CREATE TRIGGER column_lists_is_never_deleted BEFORE DELETE ON column_lists
        BEGIN SELECT RAISE(ABORT, 'column_lists is append-only'); END;
        CREATE TRIGGER column_lists_goes_on BEFORE INSERT ON column_lists
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM column_lists)
        BEGIN SELECT RAISE(ABORT, 'column_lists is append-only'); END;
        CREATE TABLE fact_sets (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, kind TEXT NOT NULL, source TEXT \
        NOT NULL, UNIQUE (kind, source)) STRICT;
        CREATE TRIGGER fact_sets_is_never_changed BEFORE UPDATE ON fact_sets
        BEGIN SELECT RAISE(ABORT, 'fact_sets is append-only'); END;
        CREATE TRIGGER fact_sets_is_never_deleted BEFORE DELETE ON fact_sets
        BEGIN SELECT RAISE(ABORT, 'fact_sets is append-only'); END;
        CREATE TRIGGER fact_sets_goes_on BEFORE INSERT ON fact_sets
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM fact_sets)
        BEGIN SELECT RAISE(ABORT, 'fact_sets is append-only'); END;
        CREATE TABLE facts (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, fact_set INTEGER NOT NULL REFERENCES \
        fact_sets (number), key TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0), column_list INTEGER \
        REFERENCES column_lists (number), cells TEXT, place TEXT NOT NULL, UNIQUE (fact_set, key, version), CHECK \
        ((column_list IS NULL) = (cells IS NULL))) STRICT;
        CREATE TRIGGER facts_is_never_changed BEFORE UPDATE ON facts
        BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
        CREATE TRIGGER facts_is_never_deleted BEFORE DELETE ON facts
        BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
        CREATE TRIGGER facts_goes_on BEFORE INSERT ON facts
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM facts)
        BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
        CREATE TABLE models (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, digest TEXT NOT NULL UNIQUE) STRICT;
        CREATE TRIGGER models_is_never_changed BEFORE UPDATE ON models
        BEGIN SELECT RAISE(ABORT, 'models is append-only'); END;
        CREATE TRIGGER models_is_never_deleted BEFORE DELETE ON models
        BEGIN SELECT RAISE(ABORT, 'models is append-only'); END;
        CREATE TRIGGER models_goes_on BEFORE INSERT ON models
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM models)
        BEGIN SELECT RAISE(ABORT, 'models is append-only'); END;
        CREATE TABLE model_files (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, model INTEGER NOT NULL \
        REFERENCES models (number), path TEXT NOT NULL, content BLOB NOT NULL, UNIQUE (model, path)) STRICT;
        CREATE TRIGGER model_files_is_never_changed BEFORE UPDATE ON model_files
        BEGIN SELECT RAISE(ABORT, 'model_files is append-only'); END;
        CREATE TRIGGER model_files_is_never_deleted BEFORE DELETE ON model_files
        BEGIN SELECT RAISE(ABORT, 'model_files is append-only'); END;
        CREATE TRIGGER model_files_goes_on BEFORE INSERT ON model_files
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM model_files)
        BEGIN SELECT RAISE(ABORT, 'model_files is append-only'); END;
        CREATE TABLE runs (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, period TEXT \
        NOT NULL, model TEXT NOT NULL REFERENCES models (digest), data_head INTEGER NOT NULL, data_digest TEXT NOT \
        NULL, adjustments TEXT NOT NULL, ledger_head INTEGER NOT NULL) STRICT;
        CREATE TRIGGER runs_is_never_changed BEFORE UPDATE ON runs
        BEGIN SELECT RAISE(ABORT, 'runs is append-only'); END;
        CREATE TRIGGER runs_is_never_deleted BEFORE DELETE ON runs
        BEGIN SELECT RAISE(ABORT, 'runs is append-only'); END;
        CREATE TRIGGER runs_goes_on BEFORE INSERT ON runs
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM runs)
        BEGIN SELECT RAISE(ABORT, 'runs is append-only'); END;
        CREATE TABLE run_lines (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES \
        runs (number), person TEXT NOT NULL, plan TEXT NOT NULL, component TEXT NOT NULL, period TEXT NOT NULL, \
        from_day TEXT NOT NULL, until_day TEXT NOT NULL, amount INTEGER, remarks TEXT NOT NULL) STRICT;
        CREATE TRIGGER run_lines_is_never_changed BEFORE UPDATE ON run_lines
        BEGIN SELECT RAISE(ABORT, 'run_lines is append-only'); END;
        CREATE TRIGGER run_lines_is_never_deleted BEFORE DELETE ON run_lines
        BEGIN SELECT RAISE(ABORT, 'run_lines is append-only'); END;
        CREATE TRIGGER run_lines_goes_on BEFORE INSERT ON run_lines
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM run_lines)
        BEGIN SELECT RAISE(ABORT, 'run_lines is append-only'); END;
        CREATE TABLE run_entries (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES \
        runs (number), period TEXT NOT NULL, person TEXT NOT NULL, matter TEXT NOT NULL, plan TEXT NOT NULL, component \
        TEXT NOT NULL, origin_period TEXT NOT NULL, adjustment INTEGER, cause TEXT NOT NULL, from_account TEXT NOT \
        NULL, to_account TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0 AND from_account <> to_account)) \
        STRICT;
        CREATE TRIGGER run_entries_is_never_changed BEFORE UPDATE ON run_entries
        BEGIN SELECT RAISE(ABORT, 'run_entries is append-only'); END;
        CREATE TRIGGER run_entries_is_never_deleted BEFORE DELETE ON run_entries
        BEGIN SELECT RAISE(ABORT, 'run_entries is append-only'); END;
        CREATE TRIGGER run_entries_goes_on BEFORE INSERT ON run_entries
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM run_entries)
        BEGIN SELECT RAISE(ABORT, 'run_entries is append-only'); END;
        CREATE TABLE period_steps (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, period TEXT NOT NULL, action \
        TEXT NOT NULL, actor TEXT NOT NULL, run TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE TRIGGER period_steps_is_never_changed BEFORE UPDATE ON period_steps
        BEGIN SELECT RAISE(ABORT, 'period_steps is append-only'); END;
        CREATE TRIGGER period_steps_is_never_deleted BEFORE DELETE ON period_steps
        BEGIN SELECT RAISE(ABORT, 'period_steps is append-only'); END;
        CREATE TRIGGER period_steps_goes_on BEFORE INSERT ON period_steps
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM period_steps)
        BEGIN SELECT RAISE(ABORT, 'period_steps is append-only'); END;
        CREATE TABLE entries (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES runs \
        (number), period TEXT NOT NULL, person TEXT NOT NULL, matter TEXT NOT NULL, plan TEXT NOT NULL, component TEXT \
        NOT NULL, origin_period TEXT NOT NULL, adjustment INTEGER, cause TEXT NOT NULL, from_account TEXT NOT NULL, \
        to_account TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0 AND from_account <> to_account)) STRICT;
        CREATE TRIGGER entries_is_never_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
        CREATE TRIGGER entries_is_never_deleted BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
        CREATE TRIGGER entries_goes_on BEFORE INSERT ON entries
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
        BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
        CREATE TABLE adjustments (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, period TEXT NOT NULL, person \
        TEXT NOT NULL, amount INTEGER NOT NULL, kind TEXT NOT NULL, order_text TEXT NOT NULL, reason TEXT NOT NULL, \
        author TEXT NOT NULL CHECK (author <> person)) STRICT;
        CREATE TRIGGER adjustments_is_never_changed BEFORE UPDATE ON adjustments
        BEGIN SELECT RAISE(ABORT, 'adjustments is append-only'); END;
        CREATE TRIGGER adjustments_is_never_deleted BEFORE DELETE ON adjustments
        BEGIN SELECT RAISE(ABORT, 'adjustments is append-only'); END;
        CREATE TRIGGER adjustments_goes_on BEFORE INSERT ON adjustments
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM adjustments)
        BEGIN SELECT RAISE(ABORT, 'adjustments is append-only'); END;
        CREATE TABLE adjustment_decisions (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, adjustment INTEGER NOT \
        NULL UNIQUE REFERENCES adjustments (number), decision TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL) \
        STRICT;
        CREATE TRIGGER adjustment_decisions_is_never_changed BEFORE UPDATE ON adjustment_decisions
        BEGIN SELECT RAISE(ABORT, 'adjustment_decisions is append-only'); END;
        CREATE TRIGGER adjustment_decisions_is_never_deleted BEFORE DELETE ON adjustment_decisions
        BEGIN SELECT RAISE(ABORT, 'adjustment_decisions is append-only'); END;
        CREATE TRIGGER adjustment_decisions_goes_on BEFORE INSERT ON adjustment_decisions
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM adjustment_decisions)
        BEGIN SELECT RAISE(ABORT, 'adjustment_decisions is append-only'); END;
        CREATE TABLE disputes (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, period TEXT NOT NULL, person TEXT \
        NOT NULL, text TEXT NOT NULL) STRICT;
        CREATE TRIGGER disputes_is_never_changed BEFORE UPDATE ON disputes
        BEGIN SELECT RAISE(ABORT, 'disputes is append-only'); END;
        CREATE TRIGGER disputes_is_never_deleted BEFORE DELETE ON disputes
        BEGIN SELECT RAISE(ABORT, 'disputes is append-only'); END;
        CREATE TRIGGER disputes_goes_on BEFORE INSERT ON disputes
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM disputes)
        BEGIN SELECT RAISE(ABORT, 'disputes is append-only'); END;
        CREATE TABLE dispute_answers (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, dispute INTEGER NOT NULL \
        UNIQUE REFERENCES disputes (number), actor TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
        CREATE TRIGGER dispute_answers_is_never_changed BEFORE UPDATE ON dispute_answers
        BEGIN SELECT RAISE(ABORT, 'dispute_answers is append-only'); END;
        CREATE TRIGGER dispute_answers_is_never_deleted BEFORE DELETE ON dispute_answers
        BEGIN SELECT RAISE(ABORT, 'dispute_answers is append-only'); END;
        CREATE TRIGGER dispute_answers_goes_on BEFORE INSERT ON dispute_answers
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM dispute_answers)
        BEGIN SELECT RAISE(ABORT, 'dispute_answers is append-only'); END;
        CREATE INDEX run_lines_of_run ON run_lines (run);
        CREATE INDEX run_entries_of_run ON run_entries (run);
        CREATE INDEX entries_of_person ON entries (person, period);
        CREATE INDEX entries_of_period ON entries (period);
        CREATE INDEX period_steps_of_period ON period_steps (period);
        PRAGMA application_id = 1400138093;
        """
}
