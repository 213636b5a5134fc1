import Foundation
import TestPrograms
import Testing

/// Sales that lie in a PostgreSQL database come in by `import --from`.
@Suite(
    "Rows out of a database", .enabled(if: Server.programs != nil, Comment(rawValue: Server.absence)), .serialized)
struct DatabaseImportTests {
    private static let table = """
        create table deals (no int primary key, sold date, owner text, company text, total numeric(12,2), cost numeric(12,2));
        insert into deals values
          (1, '2026-01-14', 'Анна Орлова', 'Ромашка', 850000, 600000),
          (2, '2026-01-20', 'Анна Орлова', 'Василёк, "Тверь"', 1500000, 1150000),
          (3, '2026-01-28', 'Борис Котов', 'Ромашка', 420000, 330000);
        """

    private static let entry = """

        tables:
          crm:
            reads: sale
            names: [seller]
            columns: {id: no, date: sold, seller: owner, client: company, amount: total}
            postgres:
              connection: CRM_DATABASE
              key: id
              query: select no, sold, owner, company, total, cost from deals where ($1::int is null or no > $1::int) order by no

        """

    @Test("the first import takes all, the next what has come since; run pays what the files would")
    func incremental() throws {
        let server = try Server()
        defer { try? server.stop() }
        try server.command(Self.table)
        let stimul = try Command()
        defer { stimul.remove() }
        try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/sale.csv"))
        let yaml = try String(contentsOf: stimul.folder.appendingPathComponent("acme/company.yaml"), encoding: .utf8)
        try stimul.write(yaml + Self.entry, to: "acme/company.yaml")
        #expect(try stimul.run("check acme").code == 0)
        #expect(try stimul.run("import acme --by dina").code == 0)
        let environment = ["CRM_DATABASE": server.address()]
        let first = try stimul.run("import acme --from crm --by dina", environment: environment)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("sale          3"), "\(first.output)")
        try server.command("insert into deals values (4, '2026-02-03', 'Анна Орлова', 'Пион', 610000, 470000);")
        let second = try stimul.run("import acme --from crm --by dina", environment: environment)
        #expect(second.code == 0 && second.output.contains("sale          1"), "\(second.output)\(second.errors)")
        let again = try stimul.run("import acme --from crm --all --by dina", environment: environment)
        #expect(again.code == 0 && again.output.contains("0          4"), "\(again.output)")
        #expect(try stimul.run("calculate acme --period 2026-01 --by dina").code == 0)
        let review = try stimul.run("review acme --period 2026-01 --by dina")
        #expect(review.output.contains("157 388.30"), "\(review.output)\(review.errors)")
    }

    @Test(
        "what is wrong with the entry, the environment or the database is said",
        arguments: [
            (
                "connection: CRM_DATABASE", "connection: CRM_DATABASE", [:], 2,
                "the environment variable CRM_DATABASE is not set"
            ),
            (
                "connection: CRM_DATABASE", "connection: postgresql://me:secret@db/crm", [:], 1,
                "expected the name of an environment variable"
            ),
            ("connection: CRM_DATABASE", "user: me", [:], 1, "'user' is not known here"),
            ("key: id\n", "\n", [:], 1, "'key' together with $1 in the query"),
            (
                "connection: CRM_DATABASE", "connection: CRM_DATABASE", ["CRM_DATABASE": "host=/nonexistent"], 2,
                "'crm': no connection"
            ),
        ] as [(String, String, [String: String], Int32, String)])
    func faults(old: String, new: String, environment: [String: String], code: Int32, message: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let yaml = try String(contentsOf: stimul.folder.appendingPathComponent("acme/company.yaml"), encoding: .utf8)
        try stimul.write(yaml + Self.entry.replacing(old, with: new), to: "acme/company.yaml")
        let result = try stimul.run("import acme --from crm --by dina", environment: environment)
        #expect(result.code == code && result.errors.contains(message), "\(result.errors)")
        #expect(
            !FileManager.default.fileExists(atPath: stimul.folder.appendingPathComponent("acme/stimul.sqlite").path))
    }

    @Test("a name without an entry, files beside a name")
    func names() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let unknown = try stimul.run("import acme --from crm --by dina")
        #expect(unknown.code == 64 && unknown.errors.contains("no entry under 'tables' has a database behind it"))
        let both = try stimul.run("import acme acme/sale.csv --from crm --by dina")
        #expect(both.code == 64 && both.errors.contains("--from stands alone"))
    }
}
