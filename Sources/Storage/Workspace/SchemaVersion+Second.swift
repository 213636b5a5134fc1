extension SchemaVersion {
    /// The second version: restores with the payments they undid, and withdrawals of adjustments.
    ///
    /// Frozen, as ``first`` is.
    static let second = SchemaVersion(
        name: "2: restores, withdrawals", sql: secondText,
        tables: [
            KeptTable(
                "restores", ["left_number", "left_digest", "backup_number", "backup_digest", "kept_as", "reason"]),
            KeptTable("undone_payments", ["restore", "period", "person", "amount"]),
            KeptTable("adjustment_withdrawals", ["adjustment", "author", "reason"]),
            KeptTable("withdrawal_decisions", ["withdrawal", "decision", "actor", "reason"]),
        ])

    private static let secondText = """
        CREATE TABLE restores (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, left_number INTEGER, \
        left_digest TEXT, backup_number INTEGER NOT NULL, backup_digest TEXT NOT NULL, kept_as TEXT NOT NULL, \
        reason TEXT NOT NULL, CHECK ((left_number IS NULL) = (left_digest IS NULL))) STRICT;
        CREATE TRIGGER restores_is_never_changed BEFORE UPDATE ON restores
        BEGIN SELECT RAISE(ABORT, 'restores is append-only'); END;
        CREATE TRIGGER restores_is_never_deleted BEFORE DELETE ON restores
        BEGIN SELECT RAISE(ABORT, 'restores is append-only'); END;
        CREATE TRIGGER restores_goes_on BEFORE INSERT ON restores
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM restores)
        BEGIN SELECT RAISE(ABORT, 'restores is append-only'); END;
        CREATE TABLE undone_payments (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, \
        restore INTEGER NOT NULL REFERENCES restores (number), period TEXT NOT NULL, person TEXT NOT NULL, \
        amount INTEGER NOT NULL) STRICT;
        CREATE TRIGGER undone_payments_is_never_changed BEFORE UPDATE ON undone_payments
        BEGIN SELECT RAISE(ABORT, 'undone_payments is append-only'); END;
        CREATE TRIGGER undone_payments_is_never_deleted BEFORE DELETE ON undone_payments
        BEGIN SELECT RAISE(ABORT, 'undone_payments is append-only'); END;
        CREATE TRIGGER undone_payments_goes_on BEFORE INSERT ON undone_payments
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM undone_payments)
        BEGIN SELECT RAISE(ABORT, 'undone_payments is append-only'); END;
        CREATE TABLE adjustment_withdrawals (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, \
        adjustment INTEGER NOT NULL REFERENCES adjustments (number), author TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE TRIGGER adjustment_withdrawals_is_never_changed BEFORE UPDATE ON adjustment_withdrawals
        BEGIN SELECT RAISE(ABORT, 'adjustment_withdrawals is append-only'); END;
        CREATE TRIGGER adjustment_withdrawals_is_never_deleted BEFORE DELETE ON adjustment_withdrawals
        BEGIN SELECT RAISE(ABORT, 'adjustment_withdrawals is append-only'); END;
        CREATE TRIGGER adjustment_withdrawals_goes_on BEFORE INSERT ON adjustment_withdrawals
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM adjustment_withdrawals)
        BEGIN SELECT RAISE(ABORT, 'adjustment_withdrawals is append-only'); END;
        CREATE TABLE withdrawal_decisions (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, \
        withdrawal INTEGER NOT NULL UNIQUE REFERENCES adjustment_withdrawals (number), decision TEXT NOT NULL, \
        actor TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE TRIGGER withdrawal_decisions_is_never_changed BEFORE UPDATE ON withdrawal_decisions
        BEGIN SELECT RAISE(ABORT, 'withdrawal_decisions is append-only'); END;
        CREATE TRIGGER withdrawal_decisions_is_never_deleted BEFORE DELETE ON withdrawal_decisions
        BEGIN SELECT RAISE(ABORT, 'withdrawal_decisions is append-only'); END;
        CREATE TRIGGER withdrawal_decisions_goes_on BEFORE INSERT ON withdrawal_decisions
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM withdrawal_decisions)
        BEGIN SELECT RAISE(ABORT, 'withdrawal_decisions is append-only'); END;
        CREATE INDEX adjustment_withdrawals_of_adjustment ON adjustment_withdrawals (adjustment);
        """
}
