import Company
import Testing

@Suite("A table written otherwise is read once 'tables' says what the message asks for")
struct TableRemedyTests {
    /// Semicolons, decimal commas and Windows-1251, as older accounting programs export.
    private static let export: [UInt8] = {
        // 'анна' in Windows-1251 is E0 ED ED E0.
        let anna: [UInt8] = [0xE0, 0xED, 0xED, 0xE0]
        return Array("id;date;seller;amount\n1;31.01.2026;".utf8) + anna + Array(";1 250,50\n".utf8)
    }()

    private static func read(_ tables: String) -> [SourceFile] {
        SmallCompany.changed(byBytes: [
            "sale.csv": export,
            "people.csv": Array("id,name\nanna,Anna\nboris,Boris\nанна,Анна\n".utf8),
            "tables.yaml": Array(tables.utf8),
        ])
    }

    @Test("everything is said at once, and whoever says only a part of it is told the rest")
    func stepByStep() {
        #expect(
            said(Self.read("")) == """
                sale.csv:2:14: error: the byte 0xE0 is not UTF-8; in windows-1251 the line reads '1;31.01.2026;анна;1 250,50'
                    2 | 1;31.01.2026;анна;1 250,50
                      |              ^
                   help: say so under 'tables:': sale.csv: {encoding: windows-1251, delimiter: ";", decimal: ","}
                """)
        #expect(
            said(Self.read("tables:\n  sale.csv: {encoding: windows-1251}\n")) == """
                sale.csv:1: error: the cells of this table are separated by semicolons
                    1 | id;date;seller;amount
                   help: put this in the place of its entry under 'tables:': \
                sale.csv: {encoding: windows-1251, delimiter: ";", decimal: ","}
                """)
        #expect(
            said(Self.read("tables:\n  sale.csv: {encoding: windows-1251, delimiter: \";\"}\n")) == """
                sale.csv:2:19: error: '1 250,50' has a decimal comma; this table's decimal mark is the point
                    2 | 1;31.01.2026;анна;1 250,50
                      |                   ^~~~~~~~
                   help: put this in the place of its entry under 'tables:': \
                sale.csv: {encoding: windows-1251, delimiter: ";", decimal: ","}
                """)
        let all = Self.read("tables:\n  sale.csv: {encoding: windows-1251, delimiter: \";\", decimal: \",\"}\n")
        #expect(said(all) == "")
        #expect(Self.amounts(all) == [12_505])
    }

    private static func amounts(_ files: [SourceFile]) -> [Int64] {
        guard let model = CompanyReader.read(files).model, case .decimal(let values, _) = model.events[0].columns[2]
        else { return [] }
        return Array(values)
    }

    @Test(
        "columns may be named or numbered, with a header and without",
        arguments: [
            (
                "tables:\n  sale.csv: {columns: {id: Order, date: Day, seller: Who, amount: Sum}}",
                "Order,Note,Day,Who,Sum\n7,x,2026-01-31,anna,12.50"
            ),
            (
                "tables:\n  sale.csv: {columns: {id: 1, date: 3, seller: 4, amount: 5}}",
                "Order,Note,Day,Who,Sum\n7,x,2026-01-31,anna,12.50"
            ),
            (
                "tables:\n  sale.csv: {header: none, columns: {id: 1, date: 3, seller: 4, amount: 5}}",
                "7,x,2026-01-31,anna,12.50"
            ),
            ("tables:\n  sale.csv: {header: none}", "7,2026-01-31,anna,12.50"),
            (
                "tables:\n  sale.csv: {constants: {seller: anna}, columns: {id: id, date: date, amount: amount}}",
                "id,date,amount\n7,2026-01-31,12.50"
            ),
        ])
    func mapped(tables: String, sales: String) {
        let files = SmallCompany.changed(by: ["tables.yaml": tables, "sale.csv": sales])
        #expect(said(files) == "")
        #expect(Self.amounts(files) == [125])
    }

    @Test(
        "a column number that is not there",
        arguments: [
            ("0", "'id' is read from column 0, but the table has 4 columns"),
            ("-1", "'id' is read from column -1, but the table has 4 columns"),
            ("9", "'id' is read from column 9, but the table has 4 columns"),
            ("99999999999999999999", "there is no column '99999999999999999999'"),
        ])
    func noSuchColumn(number: String, message: String) {
        let tables = "tables:\n  sale.csv: {columns: {id: \(number), date: 2, seller: 3, amount: 4}}"
        #expect(said(["tables.yaml": tables]).hasPrefix("sale.csv:1: error: \(message)\n"))
    }
}
