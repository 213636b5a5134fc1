import Importing
import Testing

/// One entry of a YAML file is written, and no other byte of the file changes.
struct TablesTextTests {
    private static let lines = ["new.csv:", "  reads: sale"]
    private static let line = "new.csv: {reads: sale}"

    private static func set(_ text: String, _ table: String = "new.csv") throws -> String {
        var tables = TablesText(Array(text.utf8))
        try tables.set(lines, inOneLine: line, for: table)
        return String(decoding: tables.bytes, as: UTF8.self)
    }

    @Test(
        "behind the last entry, with its indentation and line breaks",
        arguments: [
            ("", "tables:\n  new.csv:\n    reads: sale\n"),
            ("company: {name: A}", "company: {name: A}\n\ntables:\n  new.csv:\n    reads: sale\n"),
            ("company: {name: A}\r\n", "company: {name: A}\r\n\r\ntables:\r\n  new.csv:\r\n    reads: sale\r\n"),
            (
                "tables:   # what is read how\n    a.csv: {reads: sale}  # January\n\n# plans\nplans:\n  x: 1\n",
                "tables:   # what is read how\n    a.csv: {reads: sale}  # January\n    new.csv:\n      reads: sale\n\n# plans\nplans:\n  x: 1\n"
            ),
            (
                "tables:\n  a.csv:\n    reads: sale\n    # the end of it\nplans: {}\n",
                "tables:\n  a.csv:\n    reads: sale\n  new.csv:\n    reads: sale\n    # the end of it\nplans: {}\n"
            ),
            ("tables:\nplans: {}\n", "tables:\n  new.csv:\n    reads: sale\nplans: {}\n"),
            ("tables: {}  # none yet\nplans: {}\n", "tables: {new.csv: {reads: sale}}  # none yet\nplans: {}\n"),
            (
                "tables: {a.csv: {reads: sale, delimiter: \";\", columns: {amount: \"a}, b\"}}}\n",
                "tables: {a.csv: {reads: sale, delimiter: \";\", columns: {amount: \"a}, b\"}}, new.csv: {reads: sale}}\n"
            ),
            (
                "tables: {\n  a.csv: {reads: sale}, # one\n  b.csv: {reads: sale} # two\n}\n",
                "tables: {\n  a.csv: {reads: sale}, # one\n  b.csv: {reads: sale}, new.csv: {reads: sale} # two\n}\n"
            ),
        ])
    func added(before: String, after: String) throws {
        #expect(try Self.set(before) == after)
    }

    @Test(
        "in the place of the entry that is there",
        arguments: [
            (
                "tables:\n  new.csv: {reads: x}\n  b.csv: {reads: y}\n",
                "tables:\n  new.csv:\n    reads: sale\n  b.csv: {reads: y}\n"
            ),
            (
                "tables:\n  a.csv: {}\n  \"new.csv\":\n    reads: x\n    columns:\n      amount: S\n\n  # b\n  b.csv: {}\n",
                "tables:\n  a.csv: {}\n  new.csv:\n    reads: sale\n\n  # b\n  b.csv: {}\n"
            ),
            ("tables: {'new.csv': {reads: x}, b.csv: {}}\n", "tables: {new.csv: {reads: sale}, b.csv: {}}\n"),
        ])
    func replaced(before: String, after: String) throws {
        #expect(TablesText(Array(before.utf8)).entry(for: "new.csv") != nil)
        #expect(try Self.set(before) == after)
        // Writing it again changes nothing.
        #expect(try Self.set(after) == after)
    }

    @Test("an entry with a comment in it is not replaced, nor one behind an anchor")
    func refused() {
        #expect(throws: TablesText.Fault.comment(line: 3)) {
            try Self.set("tables:\n  new.csv:\n    reads: x  # as Olga said\n")
        }
        #expect(throws: TablesText.Fault.unusual(line: 1)) { try Self.set("tables: &t\n  a.csv: {reads: x}\n") }
    }

    @Test("a number sign in quotation marks is no comment")
    func numberSign() throws {
        #expect(
            try Self.set("tables:\n  new.csv: {columns: {id: \"Order #\"}}\n")
                == "tables:\n  new.csv:\n    reads: sale\n")
    }
}
