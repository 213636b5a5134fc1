import Foundation
import Testing

/// No result takes the place of the books, of what a company is read from, or of anything unasked.
struct OutputTests {
    private func bytes(_ stimul: Command, _ path: String) throws -> Data {
        try Data(contentsOf: stimul.folder.appendingPathComponent(path))
    }

    /// Paid January, with a key.
    private func paid() throws -> Command {
        let stimul = try Command()
        try stimul.payJanuary()
        _ = try stimul.run("statement acme --public-key")
        _ = try stimul.run("index acme")
        return stimul
    }

    @Test("books, key, texts, tables and columns are never overwritten, by no command and under no name")
    func protected() throws {
        let stimul = try paid()
        defer { stimul.remove() }
        let manager = FileManager.default
        try stimul.write("reports: {}\n", to: "acme/more.yaml")
        // Two other names of the database: one by a link, one by its inode.
        let database = stimul.folder.appendingPathComponent("acme/stimul.sqlite").path
        try manager.createSymbolicLink(
            atPath: stimul.folder.appendingPathComponent("books.csv").path, withDestinationPath: database)
        try manager.linkItem(atPath: database, toPath: stimul.folder.appendingPathComponent("hard.csv").path)
        try manager.linkItem(
            atPath: stimul.folder.appendingPathComponent("acme/sale.csv").path,
            toPath: stimul.folder.appendingPathComponent("sold.csv").path)
        let places = [
            "acme/stimul.sqlite", "acme/stimul.sqlite-wal", "acme/stimul.sqlite-shm", "acme/stimul.sqlite-journal",
            "./acme/../acme/stimul.key", "acme/company.yaml", "acme/more.yaml", "acme/sale.csv", "books.csv",
            "hard.csv", "sold.csv", "acme/.stimul/columns/company.columns",
        ]
        let commands = [
            "run acme --period 2026-01 --output", "pay acme --period 2026-01 --export-only --output",
            "statement acme anna --period 2026-01 --output", "ledger acme --output",
            "what-if acme --without seller --output", "diff acme --period 2026-01 --output",
        ]
        // The database is opened and so touched by SQLite itself; of it the audit tells.
        let files = places.filter { !$0.contains("sqlite") && !["books.csv", "hard.csv"].contains($0) }
        let before = files.map { try? bytes(stimul, $0) }
        for command in commands {
            for place in places {
                let result = try stimul.run("\(command) \(place) --overwrite")
                #expect(result.code == 2 || result.code == 64, "\(command) \(place): \(result)")
                #expect(result.output.isEmpty, "\(command) \(place)")
            }
        }
        #expect(files.map { try? bytes(stimul, $0) } == before)
        #expect(before.allSatisfy { $0 != nil })
        #expect(try stimul.run("audit acme").code == 0)
        #expect(
            try stimul.run("run acme --output acme/stimul.sqlite-wal").errors
                == "error: 'acme/stimul.sqlite-wal' is not overwritten: it is a database of Stimul, or its log; name another file\n"
        )
        #expect(
            try stimul.run("run acme --output sold.csv --overwrite --lang ru").errors
                == "ошибка: «sold.csv» не перезаписывается: это текст или таблица компании; назовите другой файл\n")
        #expect(try stimul.run("backup acme acme/stimul.sqlite-wal").code == 2)
    }

    @Test("another file that is there is replaced only with --overwrite")
    func existing() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("mine", to: "march.csv")
        #expect(
            try stimul.run("run acme --output march.csv")
                == .init(
                    output: "",
                    errors:
                        "error: 'march.csv' cannot be written: it is there already; name another file, or add --overwrite to replace it\n",
                    code: 2))
        #expect(try stimul.read("march.csv") == "mine")
        #expect(try stimul.run("run acme --output march.csv --overwrite").code == 0)
        #expect(try stimul.read("march.csv").hasPrefix("period,from,until,person"))
        #expect(try stimul.run("run acme --output /dev/null").code == 0)
        #expect(try stimul.run("run acme --output /dev/stdout").output == stimul.run("run acme").output)
    }

    @Test("nothing is paid when the payroll's file is there already")
    func payroll() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.approveJanuary()
        try stimul.write("mine", to: "pay.csv")
        let refused = try stimul.run("pay acme --period 2026-01 --output pay.csv --by dina")
        #expect(refused.code == 2 && refused.output.isEmpty)
        #expect(try stimul.run("status acme").output.contains("approved"))
        #expect(try stimul.run("pay acme --period 2026-01 --output pay.csv --by dina --overwrite").code == 0)
        #expect(try stimul.run("pay acme --period 2026-01 --export-only --output new.csv").code == 0)
        let rights = try FileManager.default.attributesOfItem(
            atPath: stimul.folder.appendingPathComponent("new.csv").path)[.posixPermissions]
        #expect(rights as? Int == 0o600)
    }

    @Test(
        "the ending decides the form, and '--format' may not say otherwise",
        arguments: [
            ("run acme --output a.csv", "period,from,until"), ("run acme --output a.json", "["),
            ("run acme --output a.xlsx", "PK"), ("run acme --output a", "2026-01"),
            ("run acme --format csv --output a", "period,from,until"),
            ("run acme --format csv --output a.csv", "period,from,until"),
            ("what-if acme --cancel sale.1 --output a.csv", "person,"),
        ])
    func endings(line: String, start: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let words = line.split(separator: " ").map { $0 == "sale.1" ? "sale 1" : String($0) }
        let name = try #require(words.last)
        let result = try stimul.run(words: words)
        #expect(result == .init(output: "", errors: "", code: 0))
        let written = try bytes(stimul, name)
        #expect(String(decoding: written.prefix(400), as: UTF8.self).contains(start), "\(line)")
    }

    @Test(
        "contradictions are wrong command lines",
        arguments: [
            "run acme --format json --output a.csv", "run acme --format table --output a.xlsx",
            "report acme month --output a.json", "ledger acme --format csv --output a.json",
            "ledger acme --output a.xlsx", "run acme --output a.yaml", "run acme --totals --output a.csv",
            "statement acme anna --period 2026-01 --output a.csv", "diff acme --period 2026-01 --output a.xlsx",
        ])
    func contradictions(line: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run(line).code == 64)
    }

    /// /dev/full takes no byte, as a full disk.
    @Test("a full disk is called a full disk, in both languages")
    func full() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme --output /dev/full")
                == .init(
                    output: "",
                    errors:
                        "error: '/dev/full' cannot be written: the disk is full; free some space, or choose another disk\n",
                    code: 2))
        #expect(
            try stimul.run("run acme --output /dev/full --lang ru").errors.contains("на диске нет места"))
    }
}
