import Company
import Formulas
import Messages
import Testing

@Suite("Faults of rows are told as a compiler tells them")
struct FaultMessageTests {
    private func said(_ rows: String, _ language: Language = .en) -> String {
        let reading = TableReader.read(table(saleHeader + rows), schema: saleSchema)
        reading.expectWhole()
        return reading.text(language)
    }

    @Test("all faults of a row are told, and the row is set aside")
    func allFaults() {
        let row = "2,2026-01-31 10:00:00,,1 23.5,x,maybe\n"
        #expect(
            said(row) == """
                sale.csv:2:3: error: '2026-01-31 10:00:00' has a time of day; events are placed by whole days
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |   ^~~~~~~~~~~~~~~~~~~
                   help: export the day alone, for instance 2026-01-31
                sale.csv:2:23: error: 'seller' is empty
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                       ^
                   help: fill it in
                sale.csv:2:24: error: '1 23.5' is not a number
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                        ^~~~~~
                   help: write plain numbers such as -1234.5
                sale.csv:2:31: error: 'x' is not a number
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                               ^
                   help: write plain numbers such as -1234.5
                sale.csv:2:33: error: 'maybe' is neither yes nor no
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                                 ^~~~~
                   help: write yes or no, true or false, да or нет, 1 or 0
                """)
        #expect(
            said(row, .ru) == """
                sale.csv:2:3: ошибка: «2026-01-31 10:00:00» — со временем суток; события относятся к целым дням
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |   ^~~~~~~~~~~~~~~~~~~
                   совет: выгрузите только день, например 31.01.2026
                sale.csv:2:23: ошибка: колонка «seller» не заполнена
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                       ^
                   совет: заполните её
                sale.csv:2:24: ошибка: «1 23.5» — не число
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                        ^~~~~~
                   совет: пишите числа просто, например -1234.5
                sale.csv:2:31: ошибка: «x» — не число
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                               ^
                   совет: пишите числа просто, например -1234.5
                sale.csv:2:33: ошибка: «maybe» — не да и не нет
                    2 | 2,2026-01-31 10:00:00,,1 23.5,x,maybe
                      |                                 ^~~~~
                   совет: пишите да или нет, yes или no, true или false, 1 или 0
                """)
    }

    @Test("a day that the calendar does not have")
    func noSuchDay() {
        #expect(
            said("1,2026-02-31,Анна,1,,\n") == """
                sale.csv:2:3: error: there is no 31 February 2026
                    2 | 1,2026-02-31,Анна,1,,
                      |   ^~~~~~~~~~
                """)
        #expect(
            said("1,31.02.2026,Анна,1,,\n", .ru) == """
                sale.csv:2:3: ошибка: нет такого дня: 31 февраля 2026
                    2 | 1,31.02.2026,Анна,1,,
                      |   ^~~~~~~~~~
                """)
        #expect(said("1,2026-13-01,a,1,,\n").contains("there is no 2026-13-01 (month 13)"))
    }

    @Test("a day as Excel counts it")
    func serialDay() {
        #expect(
            said("1,45678,a,1,,\n") == """
                sale.csv:2:3: error: '45678' is not a day
                    2 | 1,45678,a,1,,
                      |   ^~~~~
                   help: this is how Excel counts 2025-01-21; format the column as a date and export again
                """)
    }

    @Test("a number with the other decimal mark, and the line to write")
    func decimalMark() {
        #expect(
            said("1,2026-01-31,Анна,\"1234,5\",,\n") == """
                sale.csv:2:20: error: '1234,5' has a decimal comma; this table's decimal mark is the point
                    2 | 1,2026-01-31,Анна,"1234,5",,
                      |                    ^~~~~~
                   help: say so under 'tables:': sale.csv: {decimal: ","}
                """)
        #expect(
            said("1,2026-01-31,Анна,\"1234,5\",,\n", .ru) == """
                sale.csv:2:20: ошибка: «1234,5» — с десятичной запятой; в этой таблице десятичный знак — точка
                    2 | 1,2026-01-31,Анна,"1234,5",,
                      |                    ^~~~~~
                   совет: укажите в «tables:»: sale.csv: {decimal: ","}
                """)
    }

    @Test("rows with too few or too many cells")
    func cellCount() {
        #expect(
            said("5,2026-01-01,a\n6,2026-01-01,a,1,,,\n") == """
                sale.csv:2: error: the row has 3 cells, the first row has 6
                    2 | 5,2026-01-01,a
                sale.csv:3: error: the row has 7 cells, the first row has 6
                    3 | 6,2026-01-01,a,1,,,
                   help: put a cell that contains the separator in quotation marks
                """)
        #expect(said("5\n", .ru).contains("в строке 1 ячейка, в первой строке — 6"))
    }

    @Test("quotation marks in the wrong place")
    func quotation() {
        #expect(
            said("1,2026-01-31,\"anna,12,,\n2,2026-01-31,\"bo\"ris,1,,\n3,2026-01-31,\"anna,12,,\n") == #"""
                sale.csv:2:14: error: this quotation ends on line 3, where more text follows it
                    2 | 1,2026-01-31,"anna,12,,
                      |              ^
                   help: double the quotation marks that belong to the text: "Cafe ""Anna"""
                sale.csv:3:18: error: text follows the closing quotation mark
                    3 | 2,2026-01-31,"bo"ris,1,,
                      |                  ^
                   help: double the quotation marks that belong to the text: "Cafe ""Anna"""
                sale.csv:4:14: error: the quotation mark that opens this cell is never closed
                    4 | 3,2026-01-31,"anna,12,,
                      |              ^
                   help: close it, or double it if it belongs to the text
                """#)
    }

    @Test("the line of a cell is its own, also after a cell of several lines")
    func severalLines() {
        let reading = TableReader.read(
            table("seller,amount\n\"Анна\nМария\",x\n"),
            schema: TableSchema(columns: [.init("seller", .code), .init("amount", .decimal)]))
        #expect(
            reading.text() == """
                sale.csv:3:8: error: 'x' is not a number
                    3 | Мария",x
                      |        ^
                   help: write plain numbers such as -1234.5
                """)
    }

    @Test("beyond the limit rows are only counted")
    func limit() {
        let rows = String(repeating: "1,x,a,y,,\n", count: 3234) + "2,2026-01-31,a,1,,\n"
        let reading = TableReader.read(table(saleHeader + rows), schema: saleSchema)
        #expect(reading.diagnostics.count == 21)
        #expect(reading.table.rejectedRows == 3234)
        #expect(reading.table.rowCount == 1)
        let last = reading.diagnostics.last
        #expect(last?.rendered(in: .en) == "sale.csv: error: and 3,224 more rows with faults")
        #expect(last?.rendered(in: .ru) == "sale.csv: ошибка: и ещё 3\u{A0}224 строки с ошибками")
        let silent = TableReader.read(table(saleHeader + rows), schema: saleSchema, faultLimit: 0)
        #expect(silent.text() == "sale.csv: error: and 3,234 more rows with faults")
    }

    @Test("a fault far to the right in a long line keeps its caret, and a line beyond all bounds is not shown")
    func farRight() {
        let schema = TableSchema(columns: [.init("a", .code), .init("b", .decimal)])
        for (width, isShown) in [(1000, true), (5000, false)] {
            let reading = TableReader.read(
                table("a,b\n" + String(repeating: "я", count: width) + ",x\n"), schema: schema)
            let place = reading.diagnostics.first?.place
            #expect(place?.column == width + 2)
            #expect((place?.lineText != nil) == isShown)
            #expect(reading.text().contains("^") == isShown)
        }
    }

    @Test("a constant that is not of its column's type")
    func constant() {
        let schema = TableSchema(columns: [.init("a", .key), .init("rate", .decimal, constant: "1,5")])
        #expect(
            TableReader.read(table("a\n1\n"), schema: schema).text() == """
                sale.csv: error: the constant of 'rate': '1,5' has a decimal comma; this table's decimal mark is the point
                   help: constants are written with a decimal point
                """)
    }
}
