internal import Storage

/// The tables of personal facts. Once released, a version stays as it is and another one follows it.
///
/// Keys are hexadecimal texts drawn at random, days are written as `2026-11-30`.
enum PersonalSchema {
    /// Marks the file: "STPF".
    static let applicationID: Int32 = 0x5354_5046

    static let versions = [first]

    private static let first = ErasableDatabase.Version(
        name: "1: personal facts",
        sql: """
            CREATE TABLE consents (key TEXT PRIMARY KEY, contact TEXT NOT NULL, purpose TEXT NOT NULL, given_on TEXT NOT \
            NULL, until TEXT NOT NULL, how TEXT NOT NULL, proof TEXT NOT NULL, author TEXT NOT NULL) STRICT;
            CREATE INDEX consents_of_contacts ON consents (contact);
            CREATE TABLE notes (key TEXT PRIMARY KEY, contact TEXT NOT NULL, purpose TEXT NOT NULL, visible_to TEXT NOT \
            NULL, author TEXT NOT NULL, made_on TEXT NOT NULL, commitment BLOB NOT NULL, text TEXT NOT NULL) STRICT;
            CREATE INDEX notes_of_contacts ON notes (contact);
            CREATE TABLE withdrawals (contact TEXT NOT NULL, purpose TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY \
            (contact, purpose)) STRICT;
            CREATE TABLE erased (key TEXT PRIMARY KEY) STRICT;
            """)
}
