import Company
import Foundation
import Messages
import Testing

/// People by their full names: exactly, or by a table of spellings; near names are offered and never taken.
@Suite("Names in the place of ids")
struct NameTests {
    private static func folder(_ seller: String) -> Folder {
        Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,\(seller),10\n")
    }

    @Test("a name is told, with what to say")
    func told() throws {
        let folder = Self.folder("Борис Котов")
        #expect(
            folder.said().contains(
                "help: it is the name of 'boris': write the id; say so under 'tables:': sale.csv: {reads: sale, names: [seller]}"
            ), "\(folder.said())")
        #expect(folder.said(.ru).contains("совет: это имя записи «boris»: пишите id; укажите в «tables:»: sale.csv: {"))
        let line = try #require(folder.said().components(separatedBy: "'tables:': ").last)
        #expect(folder.saying(line).rows("sale", ["seller"]) == ["boris"])
    }

    @Test(
        "what is near is offered, not taken",
        arguments: [
            ("Котов Борис", "near: 'boris' (Борис Котов: the words are swapped)"),
            ("Борис Кутов", "near: 'boris'"), ("Б. Котов", "near: 'boris'"),
        ])
    func near(seller: String, text: String) {
        let folder = Self.folder(seller).saying("sale.csv: {names: [seller]}")
        #expect(folder.said().contains(text), "\(folder.said())")
        #expect(folder.said().contains("write it into aliases.csv: kind, alias, id"))
        #expect(folder.rows("sale") == [])
    }

    @Test("a spelling that somebody has written down", arguments: ["person", ""])
    func alias(kind: String) {
        let folder = Self.folder("Котов Б. (уволен)").saying("sale.csv: {names: [seller]}")
            .with("aliases.csv", "kind,alias,id\n\(kind),Котов Б. (уволен),boris\n")
        #expect(folder.said() == "")
        #expect(folder.rows("sale", ["seller"]) == ["boris"])
    }

    @Test(
        "spellings that mean nobody, no kind, or two",
        arguments: [
            ("person,Боря,bor", "there is no person 'bor'"), ("persn,Боря,boris", "there is no kind 'persn'"),
            ("person,Боря,boris\nperson,боря,anna", "the spelling 'боря' is there already, at aliases.csv:2"),
        ])
    func wrongAlias(rows: String, text: String) {
        let folder = Self.folder("anna").with("aliases.csv", "kind,alias,id\n\(rows)\n")
        #expect(folder.said().contains(text), "\(folder.said())")
    }

    @Test("two people of one name are not told apart")
    func several() {
        let folder = Self.folder("Анна Орлова").saying("sale.csv: {names: [seller]}")
            .with("people.csv", "id,name\nanna,Анна Орлова\nanna2,Анна Орлова\nboris,Борис Котов\n")
        #expect(folder.said().contains("is the name of several: anna, anna2"), "\(folder.said())")
    }

    @Test("two spellings of one person in a column are said")
    func twoSpellings() {
        let folder = Folder().with(
            "sale.csv",
            "id;date;seller;amount\n1;05.01.2026;Анна Орлова;10\n2;05.01.2026;Орлова Анна;10\n")
        #expect(folder.said().contains("'Анна Орлова' and 'Орлова Анна' may be the same"), "\(folder.said())")
    }

    @Test("records that are kept elsewhere are known by their names and spellings")
    func kept() {
        let text = Folder().files["company.yaml"] ?? []
        let folder = Self.folder("Боря").saying("sale.csv: {names: [seller]}")
        let files = folder.sources().filter { ["sale.csv", "tables.yaml"].contains($0.path) }
        let incoming = CompanyReader.incomingTables(
            in: files + [SourceFile(path: "company.yaml", bytes: text)],
            beside: { kinds in
                [
                    PlainTable(
                        kind: "people", columns: ["id", "name"],
                        rows: [PlainRow(key: "boris", cells: ["boris", "Борис"])]),
                    PlainTable(
                        kind: "aliases", columns: ["alias", "id", "kind"],
                        rows: [PlainRow(key: "", cells: ["Боря", "boris", ""])]),
                ].filter { kinds.contains($0.kind) }
            })
        #expect(incoming.tables.first { $0.kind == "sale" }?.plain.rows.first?.cells.contains("boris") == true)
    }
}
