import Company
import Formulas
import Messages
import Testing

@Suite("A first row that does not fit is explained")
struct HeaderMessageTests {
    private func said(_ text: String, _ language: Language = .en, _ format: TableFormat = TableFormat()) -> String {
        let reading = TableReader.read(table(text), schema: saleSchema, format: format)
        reading.expectWhole()
        return reading.text(language)
    }

    @Test("an empty file")
    func empty() {
        for text in ["", "\n\n", " ,\n"] {
            #expect(
                said(text)
                    == "sale.csv: error: the file is empty; expected a first row with the columns id, date, seller, amount"
            )
            #expect(
                said(text, .ru)
                    == "sale.csv: ошибка: файл пуст; ожидается первая строка с колонками id, date, seller, amount")
        }
    }

    @Test("another delimiter, and the line to write")
    func delimiter() {
        #expect(
            said("id;date;seller;amount\n1;2026-01-01;a;1,5\n") == """
                sale.csv:1: error: the cells of this table are separated by semicolons
                    1 | id;date;seller;amount
                   help: say so under 'tables:': sale.csv: {delimiter: ";"}
                """)
        #expect(
            said("id\tdate\tseller\tamount\n", .ru) == """
                sale.csv:1: ошибка: ячейки этой таблицы разделены табуляцией
                    1 | id date seller amount
                   совет: укажите в «tables:»: sale.csv: {delimiter: tab}
                """)
        #expect(said("x;y\n").contains("delimiter: \";\""))
        let semicolons = TableFormat(delimiter: UInt8(ascii: ";"))
        #expect(said("id,date,seller,amount\n", .en, semicolons).contains("sale.csv: {delimiter: \",\"}"))
    }

    @Test("a misspelt column; while one is missing, nothing is said of those that no field reads")
    func misspelt() {
        #expect(
            said("id,date,seller,amuont,foo\n") == """
                sale.csv:1:16: error: there is no column 'amount'
                    1 | id,date,seller,amuont,foo
                      |                ^~~~~~
                   help: is 'amuont' meant? Rename it, or say under 'tables:': sale.csv: {columns: {amount: amuont}}
                """)
        #expect(
            said("id,date,seller,amuont,foo\n", .ru) == """
                sale.csv:1:16: ошибка: нет колонки «amount»
                    1 | id,date,seller,amuont,foo
                      |                ^~~~~~
                   совет: имеется в виду «amuont»? Переименуйте её или укажите в «tables:»: sale.csv: {columns: {amount: amuont}}
                """)
    }

    @Test("a column that is not there at all")
    func missing() {
        #expect(
            said("id,date,seller\n") == """
                sale.csv:1: error: there is no column 'amount'
                    1 | id,date,seller
                   help: add it, or name the column that is meant: sale.csv: {columns: {amount: …}}
                """)
    }

    @Test("a table of one metric needs no column for it; the remedy is what the reader takes")
    func oneMetric() {
        var files: [String: String?] = ["targets.csv": "subject,period,value\nanna,2026-01,100\n"]
        #expect(
            CompanyTests.said(files) == """
                targets.csv:1: error: there is no column 'metric'
                    1 | subject,period,value
                   help: add it, or name the column that is meant: targets.csv: {columns: {metric: …}}; when all rows are of one metric: targets.csv: {constants: {metric: …}}
                """)
        files["more.yaml"] = "tables: {targets.csv: {constants: {metric: sales}}}"
        #expect(CompanyTests.said(files).isEmpty)
    }

    @Test("a letter of the other alphabet is named")
    func lookalike() {
        #expect(
            said("id,date,sеller,amount\n") == """
                sale.csv:1:9: error: there is no column 'seller'
                    1 | id,date,sеller,amount
                      |         ^~~~~~
                   help: 'sеller' looks the same, but its letter 2, 'е', is Cyrillic; type it anew
                """)
        #expect(
            said("id,date,sеller,amount\n", .ru) == """
                sale.csv:1:9: ошибка: нет колонки «seller»
                    1 | id,date,sеller,amount
                      |         ^~~~~~
                   совет: «sеller» выглядит так же, но буква 2, «е», — кириллическая; наберите её заново
                """)
        let schema = TableSchema(columns: [.init("сумма", .decimal)])
        let reading = TableReader.read(table("cумма\n1\n"), schema: schema)
        #expect(reading.text().contains("'cумма' looks the same, but its letter 1, 'c', is Latin; type it anew"))
    }

    @Test("an optional column that is misspelt is a warning with a suggestion")
    func optional() {
        #expect(
            said("id,date,seller,amount,shere\n1,2026-01-31,a,1,5%\n") == """
                sale.csv:1:23: warning: the column 'shere' belongs to no field and is not read
                    1 | id,date,seller,amount,shere
                      |                       ^~~~~
                   help: did you mean 'share'?
                """)
    }

    @Test("two columns of one name")
    func duplicate() {
        #expect(
            said("id,date,seller,amount,id\n") == """
                sale.csv:1:23: error: columns 1 and 5 are both called 'id'
                    1 | id,date,seller,amount,id
                      |                       ^~
                   help: rename one of them
                """)
        var schema = saleSchema
        schema.ignoresUnknownColumns = true
        let text = "id,date,seller,amount,x,x\n1,2026-01-31,a,1,,\n"
        #expect(TableReader.read(table(text), schema: schema).diagnostics.isEmpty)
    }

    @Test("columns by number that are not there")
    func numbers() {
        let schema = TableSchema(columns: [.init("a", .key, source: .number(7)), .init("b", .key)])
        let reading = TableReader.read(table("1,2,3,4\n"), schema: schema, format: TableFormat(hasHeader: false))
        #expect(
            reading.text() == """
                sale.csv:1: error: 'a' is read from column 7, but the table has 4 columns
                    1 | 1,2,3,4
                sale.csv:1: error: the table has no header, and nobody says which column is 'b'
                    1 | 1,2,3,4
                   help: give the column by number: sale.csv: {columns: {b: 1}}
                """)
        #expect(reading.text(.ru).contains("«a» берётся из колонки 7, но в таблице 4 колонки"))
    }
}
