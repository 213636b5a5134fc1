internal import GRDB

/// The tables of the database and how they come to be.
///
/// What a version has made stays as it is: later versions add tables, because the digests of old records cover the columns
/// that were there.
enum Schema {
    /// Marks the file as a workspace of Stimul: "Stim" in ASCII.
    static let applicationID: Int64 = 0x5374_696D

    /// The audit chain.
    static let audit = KeptTable(
        chain: "audit",
        [
            "at": "TEXT NOT NULL", "actor": "TEXT NOT NULL", "action": "TEXT NOT NULL", "detail": "TEXT NOT NULL",
            "content": "BLOB NOT NULL", "previous": "BLOB NOT NULL", "digest": "BLOB NOT NULL",
        ])

    /// Every other table, in the order in which a record covers them.
    static let covered: [KeptTable] = facts + rules + ledger + people

    /// All tables.
    static let all: [KeptTable] = [audit] + covered

    private static let facts = [
        KeptTable("column_lists", ["names": "TEXT NOT NULL UNIQUE"]),
        KeptTable(
            "fact_sets", ["kind": "TEXT NOT NULL", "source": "TEXT NOT NULL"], constraints: ["UNIQUE (kind, source)"]),
        KeptTable(
            "facts",
            [
                "fact_set": "INTEGER NOT NULL REFERENCES fact_sets (number)", "key": "TEXT NOT NULL",
                "version": "INTEGER NOT NULL CHECK (version > 0)",
                "column_list": "INTEGER REFERENCES column_lists (number)", "cells": "TEXT", "place": "TEXT NOT NULL",
            ],
            constraints: ["UNIQUE (fact_set, key, version)", "CHECK ((column_list IS NULL) = (cells IS NULL))"]),
    ]

    private static let rules = [
        KeptTable("models", ["digest": "TEXT NOT NULL UNIQUE"]),
        KeptTable(
            "model_files",
            [
                "model": "INTEGER NOT NULL REFERENCES models (number)", "path": "TEXT NOT NULL",
                "content": "BLOB NOT NULL",
            ], constraints: ["UNIQUE (model, path)"]),
    ]

    private static let entryColumns: KeyValuePairs<String, String> = [
        "run": "INTEGER NOT NULL REFERENCES runs (number)", "period": "TEXT NOT NULL", "person": "TEXT NOT NULL",
        "matter": "TEXT NOT NULL", "plan": "TEXT NOT NULL", "component": "TEXT NOT NULL",
        "origin_period": "TEXT NOT NULL", "adjustment": "INTEGER", "cause": "TEXT NOT NULL",
        "from_account": "TEXT NOT NULL", "to_account": "TEXT NOT NULL",
        "amount": "INTEGER NOT NULL CHECK (amount > 0 AND from_account <> to_account)",
    ]

    private static let ledger = [
        KeptTable(
            "runs",
            [
                "id": "TEXT NOT NULL UNIQUE", "period": "TEXT NOT NULL",
                "model": "TEXT NOT NULL REFERENCES models (digest)", "data_head": "INTEGER NOT NULL",
                "data_digest": "TEXT NOT NULL", "adjustments": "TEXT NOT NULL", "ledger_head": "INTEGER NOT NULL",
            ]),
        KeptTable(
            "run_lines",
            [
                "run": "INTEGER NOT NULL REFERENCES runs (number)", "person": "TEXT NOT NULL", "plan": "TEXT NOT NULL",
                "component": "TEXT NOT NULL", "period": "TEXT NOT NULL", "from_day": "TEXT NOT NULL",
                "until_day": "TEXT NOT NULL", "amount": "INTEGER", "remarks": "TEXT NOT NULL",
            ]),
        KeptTable("run_entries", entryColumns),
        KeptTable(
            "period_steps",
            [
                "period": "TEXT NOT NULL", "action": "TEXT NOT NULL", "actor": "TEXT NOT NULL", "run": "TEXT NOT NULL",
                "reason": "TEXT NOT NULL",
            ]),
        KeptTable("entries", entryColumns),
    ]

    private static let people = [
        KeptTable(
            "adjustments",
            [
                "period": "TEXT NOT NULL", "person": "TEXT NOT NULL", "amount": "INTEGER NOT NULL",
                "kind": "TEXT NOT NULL", "order_text": "TEXT NOT NULL", "reason": "TEXT NOT NULL",
                "author": "TEXT NOT NULL CHECK (author <> person)",
            ]),
        KeptTable(
            "adjustment_decisions",
            [
                "adjustment": "INTEGER NOT NULL UNIQUE REFERENCES adjustments (number)", "decision": "TEXT NOT NULL",
                "actor": "TEXT NOT NULL", "reason": "TEXT NOT NULL",
            ]),
        KeptTable("disputes", ["period": "TEXT NOT NULL", "person": "TEXT NOT NULL", "text": "TEXT NOT NULL"]),
        KeptTable(
            "dispute_answers",
            [
                "dispute": "INTEGER NOT NULL UNIQUE REFERENCES disputes (number)", "actor": "TEXT NOT NULL",
                "answer": "TEXT NOT NULL",
            ]),
    ]

    private static let indices = [
        "CREATE INDEX run_lines_of_run ON run_lines (run)", "CREATE INDEX run_entries_of_run ON run_entries (run)",
        "CREATE INDEX entries_of_person ON entries (person, period)",
        "CREATE INDEX entries_of_period ON entries (period)",
        "CREATE INDEX period_steps_of_period ON period_steps (period)",
    ]

    /// The way from any earlier version to this one; it never erases.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: facts, runs, ledger, audit") { database in
            for statement in all.flatMap(\.creation) + indices { try database.execute(sql: statement) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        return migrator
    }
}
