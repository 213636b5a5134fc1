import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("The cause is said first, and what follows from it is only counted")
struct CauseTests {
    @Test("rows that name a row which was set aside")
    func setAside() {
        // One wrong cell in boris's row; his assignment and his sale have no fault of their own. 'zoe' has.
        let yaml =
            SmallCompany.files["company.yaml"]?.replacing(
                "metrics:", with: "records:\n  person: {fields: {rate: percent?}}\nmetrics:") ?? ""
        let files = [
            "company.yaml": yaml, "people.csv": "id,name,rate\nanna,Anna,5%\nboris,Boris,\"0,5%\"",
            "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,100\n2,2026-01-11,boris,200\n3,2026-01-11,zoe,200",
        ]
        #expect(
            said(files) == """
                people.csv:3:14: error: '0,5%' has a decimal comma; this table's decimal mark is the point
                    3 | boris,Boris,"0,5%"
                      |              ^~~~
                   help: say so under 'tables:': people.csv: {decimal: ","}
                people.csv: note: rows that name rows set aside here are not shown: 2
                   help: mend this table first
                sale.csv:4:14: error: there is no person 'zoe'
                    4 | 3,2026-01-11,zoe,200
                      |              ^~~
                   help: add it to people.csv
                """)
        #expect(
            said(files, .ru).contains(
                "people.csv: замечание: строки, которые ссылаются на отклонённые здесь, не показаны: 2\n"))
    }

    @Test("a table without its header is the one fault")
    func noHeader() {
        let text = said(["people.csv": "anna,Anna\nboris,Boris"])
        #expect(text.hasPrefix("people.csv:1: error: there is no column 'id'\n"))
        #expect(text.components(separatedBy: " error: ").count == 2)
        #expect(
            text.hasSuffix(
                "people.csv: note: rows that name rows set aside here are not shown: 4\n   help: mend this table first")
        )
    }

    @Test("a text that is no YAML comes before everything, and nothing is said of what it would have defined")
    func noYAML() {
        let text = said(["company.yaml": "company: {name: Alfa", "a.csv": "x"])
        #expect(text.hasPrefix("company.yaml:"))
        #expect(text.components(separatedBy: " error: ").count == 2 && !text.contains("warning:"))
    }

    @Test("the text of a company comes before its tables")
    func order() {
        let files = [
            "A.csv": "x", "sale.csv": "id,date,seller,amount\n1,2026-02-31,anna,1",
            "z.yaml": "metrics: {a: {unit: RUB, value: b}}",
        ]
        let addresses = CompanyReader.read(SmallCompany.changed(by: files)).diagnostics.map { $0.place?.address }
        #expect(addresses == ["z.yaml:1:33", "A.csv", "sale.csv:2:3"])
    }

    @Test("an identifier that comes again may be the same row twice, or not identify a row")
    func twice() {
        let files = ["sale.csv": "id,date,seller,amount\nSO1,2026-01-10,anna,100\nSO1,2026-01-10,anna,50"]
        #expect(
            said(files) == """
                sale.csv:3:1: error: the sale 'SO1' is there already, at sale.csv:2
                    3 | SO1,2026-01-10,anna,50
                      | ^~~
                   help: is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? \
                Then each needs an id of its own: put the order and the line number into one column before export
                """)
        #expect(said(files, .ru).contains("соедините номер заказа и номер строки в одной колонке перед выгрузкой"))
    }

    @Test("a name in the place of an id, and several people in one cell")
    func names() {
        let row = { (seller: String) in ["sale.csv": "id,date,seller,amount\n1,2026-01-10,\(seller),100"] }
        #expect(said(row("boris ")).isEmpty || said(row("boris ")).contains("boris"))
        #expect(
            said([
                "people.csv": "id,name\nanna,Anna Orlova\nboris,Boris",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,Anna Orlova,100",
            ])
            .hasSuffix("   help: it is the name of 'anna': write the id"))
        #expect(said(row("anna; boris")).contains("one cell names several (anna, boris)"))
        #expect(said(row("anna; boris"), .ru).contains("в одной ячейке несколько (anna, boris)"))
        #expect(said(row("an\u{200B}na")).contains("'anna' is the same without a character that nobody sees (U+200B)"))
    }

    @Test("the line of a fault is read as the table is written")
    func windows1251() {
        // 'зоя' in Windows-1251 is E7 EE FF.
        let sale = Array("id;date;seller;amount\n1;31.01.2026;".utf8) + [0xE7, 0xEE, 0xFF] + Array(";5\n".utf8)
        let files = SmallCompany.changed(byBytes: [
            "sale.csv": sale, "t.yaml": Array("tables: {sale.csv: {encoding: windows-1251, delimiter: \";\"}}".utf8),
        ])
        #expect(
            said(files) == """
                sale.csv:2:14: error: there is no person 'зоя'
                    2 | 1;31.01.2026;зоя;5
                      |              ^~~
                   help: add it to people.csv
                """)
    }

    @Test("a name of a megabyte is shortened")
    func longNames() {
        let long = String(repeating: "x", count: 500_000)
        #expect(said(["sale.csv": "id,date,seller,amount\n1,2026-01-10,\(long),100"]).count < 1_000)
    }
}
