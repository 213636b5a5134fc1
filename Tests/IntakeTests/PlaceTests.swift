import Company
import Foundation
import Messages
import Testing

/// Faults stand at their line and column of the file as it lies there.
@Suite("Faults of a cleaned table stand at their place in the file")
struct PlaceTests {
    @Test("a cell that is no number, below a title and a cell of two lines")
    func cell() {
        let folder = Folder()
            .with("sale.csv", "Отчёт;;;\nid;Дата;Менеджер;Сумма\n1;05.01.2026;\"anna\";10\n2;06.01.2026;anna;стоп\n")
            .saying("sale.csv: {delimiter: \";\", header: 2, columns: {date: Дата, seller: Менеджер, amount: Сумма}}")
        #expect(
            folder.said() == """
                sale.csv:4:19: error: column 'Сумма', row 4: 'стоп' is not a number
                    4 | 2;06.01.2026;anna;стоп
                      |                   ^~~~
                   help: mend it, or say 'empty: [стоп]' if it means nothing
                """, "\(folder.said())")
    }

    @Test(
        "an unknown person in Windows-1251: the row is readable, the cell is marked", arguments: ["", ", time: drop"])
    func reference(key: String) {
        let folder = Folder()
            .with("sale.csv", "id;date;seller;amount\n1;2026-01-05;Пётр;10\n", encoding: .windowsCP1251)
            .saying("sale.csv: {encoding: windows-1251, delimiter: \";\"\(key)}")
        #expect(folder.said().contains("sale.csv:2:14: error: there is no person 'Пётр'"), "\(folder.said())")
        #expect(folder.said().contains("    2 | 1;2026-01-05;Пётр;10\n      |              ^~~~"), "\(folder.said())")
    }

    @Test("a period that is none, in Windows-1251")
    func period() {
        let folder = Folder()
            .with("targets.csv", "metric;subject;period;value\nsales;anna;когда-нибудь;10\n", encoding: .windowsCP1251)
            .saying("targets.csv: {encoding: windows-1251, delimiter: \";\"}")
        #expect(
            folder.said().contains("targets.csv:2:12: error: there is no period 'когда-нибудь'"), "\(folder.said())")
        #expect(folder.said().contains("| sales;anna;когда-нибудь;10"))
    }

    @Test("a fault that shows only when rows are read together: two rows with cells of several lines")
    func together() {
        let folder = Folder()
            .with(
                "sale.csv",
                "Отчёт,,,,\nid,date,seller,client,amount\n1,2026-01-05,anna,\"Луч,\nТверь\",10\n2,2026-01-05,петя,x,10\n"
            )
            .saying("sale.csv: {header: 2}")
        #expect(folder.said().contains("sale.csv:5:14: error: there is no person 'петя'"), "\(folder.said())")
    }

    @Test("a line that Excel takes for itself counts as one")
    func separatorLine() {
        let folder = Folder().with("sale.csv", "sep=;\nid;date;seller;amount\n1;2026-01-05;петя;10\n")
            .saying("sale.csv: {header: 2}")
        #expect(folder.said().contains("sale.csv:3:14: error: there is no person 'петя'"), "\(folder.said())")
    }

    @Test("an amount of too many digits is found in the clean row, and shown in the file's")
    func digits() {
        let folder = Folder().with("sale.csv", "Отчёт,,,\nid,date,seller,amount\n1,2026-01-05,anna,\"1,0000000001\"\n")
            .saying("sale.csv: {header: 2, decimal: \",\"}")
        #expect(
            folder.said().contains("sale.csv:3:20: error: '1.0000000001' has more than 9 decimal places"),
            "\(folder.said())")
        #expect(folder.said().contains("    3 | 1,2026-01-05,anna,\"1,0000000001\""), "\(folder.said())")
    }

    @Test("a row with a cell too many is no row whose other cells are believed")
    func extraCell() {
        let folder = Folder().with("sale.csv", "id,date,seller,amount,client\n1,2026-01-05,anna,10,ООО, Луч\n")
            .saying("sale.csv: {time: drop}")
        #expect(
            folder.said().contains("sale.csv:2:27: error: the row has 6 cells, but 5 columns have a name"),
            "\(folder.said())")
    }
}
