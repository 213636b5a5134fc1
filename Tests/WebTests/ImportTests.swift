import Company
import Foundation
import HTTPTypes
import Payroll
import Storage
import Testing

@testable import Web

/// A file on its way in: looked at, tried, mended, confirmed; and the next one.
@Suite("Bringing files")
struct ImportTests {
    /// Windows-1251 with semicolons and the words of somebody's system. Row 4 has no amount.
    private static let february = windows1251(
        """
        Номер;Дата сделки;Менеджер;Сумма
        10;05.02.2026;Анна Орлова;120 000,50
        11;07.02.2026;Борис Котов;30 000,00
        12;09.02.2026;Анна Орлова;стоп
        13;10.02.2026;Борис Котов;1 000,00
        14;11.02.2026;Борис Котов;2 000,00
        15;12.02.2026;Борис Котов;3 000,00

        """)

    private static func windows1251(_ text: String) -> [UInt8] {
        [UInt8](text.data(using: .windowsCP1251) ?? Data())
    }

    private func sales(_ office: Office) throws -> [PlainRowOfSale] {
        try office.workspace.read { try $0.tables { kind, _ in kind == "sale" } }.flatMap { table in
            table.rows.map { row in
                PlainRowOfSale(
                    key: row.key, cells: Dictionary(zip(table.columns, row.cells)) { first, _ in first },
                    place: row.place)
            }
        }
    }

    struct PlainRowOfSale {
        let key: String
        let cells: [String: String]
        let place: String
    }

    @Test("another system's table is read by itself, and nothing is written before it is confirmed")
    func look() async throws {
        let office = try await Office().prepared()
        let path = try await office.bring("Продажи февраль.csv", Self.february, as: "lena")
        let page = try await office.settled(path, as: "lena")
        #expect(page.status == 200)
        #expect(page.text.contains("Менеджер") && page.text.contains("Анна Орлова"))
        // Each column found its field: the amount is read without its blanks, the day year first.
        #expect(page.text.contains("120000.5") && page.text.contains("2026-02-05"))
        #expect(page.text.contains("row 4") && page.text.contains("стоп"))
        #expect(try sales(office).count == 4)
    }

    @Test("the trial says which pay moves by how much, a row is mended where it stands, and the next file is known")
    func way() async throws {
        let office = try await Office().prepared()
        let path = try await office.bring("Продажи февраль.csv", Self.february, as: "lena")
        _ = try await office.settled(path, as: "lena")

        // 10 % of 120 000.50 for Anna, of 36 000 for Boris, 1 % of both for Vera.
        #expect(try await office.ask(.post, path + "/trial", as: "lena", form: []).status == 303)
        let tried = try await office.settled(path, as: "lena")
        #expect(tried.text.contains("12,000.05") && tried.text.contains("3,600.00") && tried.text.contains("1,560.01"))
        #expect(tried.text.contains("is not a number") && tried.text.contains("Write a number, such as 12500.50"))
        #expect(try sales(office).count == 4)

        let row = try await office.ask(.get, path + "/rows/4", as: "lena")
        #expect(row.status == 200 && row.text.contains("value=\"стоп\"") && row.text.contains("is not a number"))
        let cells = [("c0", "12"), ("c1", "09.02.2026"), ("c2", "Анна Орлова"), ("c3", "80 000,00")]
        #expect(try await office.ask(.post, path + "/rows/4", as: "lena", form: cells).status == 303)
        let mended = try await office.settled(path, as: "lena")
        #expect(!mended.text.contains("is not a number"))
        #expect(mended.text.contains("20,000.05"))

        let confirmed = try await confirm(path, mended, office)
        #expect(confirmed.text.contains("Done."))
        let sales = try sales(office)
        #expect(sales.count == 10)
        let own = try #require(sales.first { $0.key == "12" })
        #expect(own.cells["amount"] == "80000.00" || own.cells["amount"] == "80000")
        #expect(own.place.contains("Продажи февраль.csv") && own.place.contains("4"))

        // The next month, other rows under the same header in another order.
        let march = Self.windows1251("Сумма;Номер;Менеджер;Дата сделки\n7 000,00;20;Борис Котов;03.03.2026\n")
        let next = try await office.bring("март.csv", march, as: "dina")
        let known = try await office.settled(next, as: "dina")
        #expect(known.text.contains("The header is known") && known.text.contains("lena"))
        #expect(!known.text.contains("What the file does not tell"))
        #expect(known.text.contains("7000"))
    }

    private func confirm(_ path: String, _ page: Answered, _ office: Office, as person: String = "lena") async throws
        -> Answered
    {
        let key = try #require(page.hidden("key"))
        let head = try #require(page.hidden("head"))
        let form = [("key", key), ("head", head)]
        #expect(try await office.ask(.post, path + "/confirmation", as: person, form: form).status == 303)
        return try await office.settled(path, as: person)
    }

    @Test("sent twice it comes in once, and it stands in the audit chain under who confirmed it")
    func once() async throws {
        let office = try await Office().prepared()
        let csv = Array("id,date,seller,amount\n50,2026-02-05,anna,1000\n".utf8)
        let path = try await office.bring("sale.csv", csv, as: "lena")
        _ = try await office.settled(path, as: "lena")
        _ = try await office.ask(.post, path + "/trial", as: "lena", form: [])
        let tried = try await office.settled(path, as: "lena")
        _ = try await confirm(path, tried, office, as: "dina")
        let form = [("key", try #require(tried.hidden("key"))), ("head", try #require(tried.hidden("head")))]
        #expect(try await office.ask(.post, path + "/confirmation", as: "dina", form: form).status == 303)
        let other = [("key", "another"), ("head", try #require(tried.hidden("head")))]
        #expect(try await office.ask(.post, path + "/confirmation", as: "dina", form: other).status == 409)
        let imports = try office.server.site.company.cycle().history().filter {
            if case .imported = $0.deed { true } else { false }
        }
        #expect(imports.count == 2 && imports.last?.actor == "dina")
    }

    @Test("when others have come in since the trial, it has to be looked at again")
    func movedOn() async throws {
        let office = try await Office().prepared()
        let csv = Array("id,date,seller,amount\n50,2026-02-05,anna,1000\n".utf8)
        let path = try await office.bring("sale.csv", csv, as: "lena")
        _ = try await office.settled(path, as: "lena")
        _ = try await office.ask(.post, path + "/trial", as: "lena", form: [])
        let tried = try await office.settled(path, as: "lena")
        let cycle = try office.server.site.company.cycle()
        let other = SourceFile(path: "sale.csv", bytes: Array("id,date,seller,amount\n51,2026-02-06,boris,5\n".utf8))
        _ = try cycle.importTables([other], source: "", complete: false, by: .localOperator("dina"))
        let refused = try await confirm(path, tried, office)
        #expect(refused.text.contains("have changed since"))
        #expect(try sales(office).count == 5)
    }

    @Test("a complete file says what it cancels; while a row is set aside nothing is cancelled")
    func complete() async throws {
        let office = try await Office().prepared()
        let rows = "id,date,seller,amount\n1,2026-01-10,anna,50000\n2,2026-01-20,boris,60000\n3,2026-01-25,gleb,10000\n"
        let path = try await office.bring("sale.csv", Array(rows.utf8), as: "lena")
        _ = try await office.settled(path, as: "lena")
        _ = try await office.ask(.post, path + "/trial", as: "lena", form: [("complete", "yes")])
        let tried = try await office.settled(path, as: "lena")
        #expect(tried.text.contains("What would be cancelled") && tried.text.contains("sale: 4"))
        // Anna loses 10 % of 70 000.
        #expect(tried.text.contains("−7,000.00"))

        let bad = try await office.bring(
            "sale2.csv", Array((rows + "5,2026-02-30,anna,1\n6,2026-02-03,anna,2\n7,2026-02-03,anna,3\n").utf8),
            as: "lena")
        _ = try await office.settled(bad, as: "lena")
        _ = try await office.ask(.post, bad + "/trial", as: "lena", form: [("complete", "yes")])
        let partly = try await office.settled(bad, as: "lena")
        #expect(partly.text.contains("Nothing is cancelled") && !partly.text.contains("What would be cancelled"))
    }

    @Test("a name that nobody has is asked for, from a list of those there are")
    func names() async throws {
        let office = try await Office().prepared()
        let csv = "id,date,seller,amount\n50,2026-02-05,Орлова Анюта,1000\n51,2026-02-06,Борис Котов,2000\n"
        let path = try await office.bring("sale.csv", Array(csv.utf8), as: "lena")
        let page = try await office.settled(path, as: "lena")
        #expect(page.text.contains("Who is") && page.text.contains("value=\"vanna\""))
        let asked = try #require(page.hidden("asked"))
        let form = [("asked", asked), ("q0", "vanna")]
        #expect(try await office.ask(.post, path + "/answers", as: "lena", form: form).status == 303)
        _ = try await office.ask(.post, path + "/trial", as: "lena", form: [])
        let tried = try await office.settled(path, as: "lena")
        #expect(tried.text.contains("+100.00") && tried.text.contains("+200.00"))
        _ = try await confirm(path, tried, office)
        // The spelling is known to every table from now on.
        let aliases = try office.workspace.read { try $0.tables { kind, _ in kind == "aliases" } }
        #expect(aliases.flatMap(\.rows).count == 1)
    }

    @Test("a row whose name is left aside does not come in, and says so")
    func passed() async throws {
        let office = try await Office().prepared()
        let csv = "id,date,seller,amount\n50,2026-02-05,Никто Такой,1000\n51,2026-02-06,boris,2000\n"
        let path = try await office.bring("sale.csv", Array(csv.utf8), as: "lena")
        let page = try await office.settled(path, as: "lena")
        let form = [("asked", try #require(page.hidden("asked"))), ("q0", "aside")]
        _ = try await office.ask(.post, path + "/answers", as: "lena", form: form)
        let aside = try await office.settled(path, as: "lena")
        #expect(aside.text.contains("row 2") && aside.text.contains("Никто Такой"))
    }

    @Test("a file that does not fit what is there is set aside row by row, with the line of the file")
    func unfit() async throws {
        let office = try await Office().prepared()
        let csv = "id,date,seller,amount\n50,2026-02-05,anna,1000\n50,2026-02-06,boris,2000\n"
        let path = try await office.bring("sale.csv", Array(csv.utf8), as: "lena")
        _ = try await office.settled(path, as: "lena")
        _ = try await office.ask(.post, path + "/trial", as: "lena", form: [])
        let tried = try await office.settled(path, as: "lena")
        #expect(tried.status == 200)
        #expect(try sales(office).count == 4)
    }

    @Test("removed, its page is gone and so are its bytes; after seven days it is removed by itself")
    func removal() async throws {
        let office = try await Office().prepared()
        let csv = Array("id,date,seller,amount\n50,2026-02-05,anna,1000\n".utf8)
        let first = try await office.bring("a.csv", csv, as: "lena")
        _ = try await office.settled(first, as: "lena")
        #expect(office.keptFiles.count == 2 && office.keptFiles.values.allSatisfy { $0 == 0o600 })
        #expect(try await office.ask(.post, first + "/removal", as: "lena", form: []).status == 303)
        #expect(office.keptFiles.isEmpty)
        #expect(try await office.ask(.get, first, as: "lena").status == 404)
        _ = try await office.bring("b.csv", csv, as: "lena")
        office.pass(UploadStore.keptFor - 10)
        office.server.site.uploads.tidy()
        #expect(office.keptFiles.count == 2)
        office.pass(20)
        office.server.site.uploads.tidy()
        #expect(office.keptFiles.isEmpty)
    }
}
