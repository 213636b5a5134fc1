import Foundation
import Testing

/// A director's export, from the first message to pay: the same figures as from the tables somebody cleaned by hand.
@Suite("Tables as people have them")
struct DeclaredTableTests {
    private static let export = """
        Отчёт по продажам за январь 2026;;;
        Дата;Менеджер;Контрагент;Сумма, руб.
        14.01.2026 14:33:00;Анна Орлова;"ООО ""Ромашка""\";850 000,00 руб.
        20.01.2026 9:05:00;Анна Орлова;Василёк;1 500 000,00 руб.
        28.01.2026 0:00:00;Борис Котов;"ООО ""Ромашка""\";420 000,50 руб.
        29.01.2026 18:20:11;Анна Орлова;Василёк;(39 248,65)
        Итого;;;2 730 751,85

        """

    private static let cleaned = """
        id,date,seller,client,amount
        a,2026-01-14,anna,"ООО ""Ромашка""\",850000.00
        b,2026-01-20,anna,Василёк,1500000.00
        c,2026-01-28,boris,"ООО ""Ромашка""\",420000.50
        d,2026-01-29,anna,Василёк,-39248.65

        """

    private func company(_ sales: Data) throws -> Command {
        let stimul = try Command()
        try sales.write(to: stimul.folder.appendingPathComponent("acme/sale.csv"))
        return stimul
    }

    private func exported() throws -> Command {
        try company(
            try #require(Self.export.replacing("\n", with: "\r\n").data(using: .windowsCP1251)))
    }

    /// The line that `check` says.
    private func line(_ stimul: Command) throws -> String {
        let check = try stimul.run("check acme")
        #expect(check.code == 1)
        let start = try #require(check.output.range(of: "say so under 'tables:': "), "\(check.output)")
        return String(check.output[start.upperBound...].prefix { $0 != "\n" })
    }

    @Test("the line that check says, pasted, gives the figures of the cleaned table to the byte")
    func figures() throws {
        let hand = try company(Data(Self.cleaned.utf8))
        defer { hand.remove() }
        let stimul = try exported()
        defer { stimul.remove() }
        try stimul.write("tables:\n  \(try line(stimul))\n", to: "acme/tables.yaml")
        for arguments in ["run acme --period 2026-01 --format csv", "run acme --format csv"] {
            let run = try stimul.run(arguments)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output == (try hand.run(arguments).output))
            #expect(run.output.contains("101752.59"), "\(run.output)")
        }
        let explained = try stimul.run("explain acme anna --period 2026-01 --component commission").output
        #expect(explained.contains("sale.csv:6"), "\(explained)")
    }

    @Test("imported whole, once more by its name, and calculated")
    func imported() throws {
        let stimul = try exported()
        defer { stimul.remove() }
        try stimul.write("tables:\n  \(try line(stimul))\n", to: "acme/tables.yaml")
        #expect(try stimul.run("import acme --by dina").code == 0)
        let again = try stimul.run("import acme acme/sale.csv --by dina")
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output.contains("sale          0        0          4          0         0"), "\(again.output)")
        #expect(try stimul.run("calculate acme --period 2026-01 --by dina").code == 0)
    }

    @Test("rows whose ids are their numbers may grow at their end, and are refused when they move")
    func rowNumbers() throws {
        let rows = ["2026-01-14,anna,A,100", "2026-01-15,boris,B,200", "2026-01-16,anna,C,300"]
        let text = { (rows: [String]) in (["date,seller,client,amount"] + rows).joined(separator: "\n") + "\n" }
        let stimul = try company(Data(text(Array(rows[..<2])).utf8))
        defer { stimul.remove() }
        try stimul.write("tables: {sale.csv: {id: row}}\n", to: "acme/tables.yaml")
        #expect(try stimul.run("import acme --by dina").code == 0)
        try stimul.write(text(rows), to: "acme/sale.csv")
        #expect(try stimul.run("import acme acme/sale.csv --by dina").code == 0)
        try stimul.write(text(["2026-01-13,anna,Z,50"] + rows), to: "acme/sale.csv")
        let moved = try stimul.run("import acme acme/sale.csv --by dina")
        #expect(moved.code == 1)
        #expect(moved.errors.contains("'sale.csv:2' was another row then"), "\(moved.errors)")
        let russian = try stimul.run("import acme acme/sale.csv --by dina --lang ru")
        #expect(russian.errors.contains("такая таблица может расти только с конца"), "\(russian.errors)")
        #expect(try stimul.run("import acme --complete --by dina").code == 0)
    }

    @Test("people of the folder who have not come in yet are named")
    func notImported() throws {
        let stimul = try company(Data("id,date,seller,client,amount\n1,2026-01-14,anna,A,100\n".utf8))
        defer { stimul.remove() }
        #expect(try stimul.run("import acme --by dina").code == 0)
        let folder = stimul.folder.appendingPathComponent("acme")
        let people = try String(contentsOf: folder.appendingPathComponent("people.csv"), encoding: .utf8)
        try stimul.write(people + "zoya,Зоя Мак\n", to: "acme/people.csv")
        try stimul.write("id,date,seller,client,amount\n2,2026-01-14,zoya,A,100\n", to: "acme/sale.csv")
        let result = try stimul.run("import acme acme/sale.csv --by dina")
        #expect(result.code == 1)
        #expect(
            result.errors.contains("not imported yet (zoya): first 'stimul import acme --by dina'"), "\(result.errors)")
    }

    @Test("what is said of all tables is not said of rows that are only supposed")
    func supposed() throws {
        let plain = try Command()
        defer { plain.remove() }
        let stimul = try Command()
        defer { stimul.remove() }
        let folder = stimul.folder.appendingPathComponent("acme")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".csv") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            try stimul.write(text.replacing(",", with: ";"), to: "acme/\(name)")
        }
        try stimul.write("tables: {default: {delimiter: \";\", time: drop}}\n", to: "acme/tables.yaml")
        let words = ["what-if", "acme", "--add", "sale: date=2026-02-20, seller=anna, client=Мак, amount=600"]
        let supposed = try stimul.run(words: words)
        #expect(supposed.code == 0, "\(supposed.errors)")
        #expect(supposed.output == (try plain.run(words: words).output))
    }
}
