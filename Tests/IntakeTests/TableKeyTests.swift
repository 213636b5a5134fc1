import Foundation
import Messages
import Testing

/// Every key of an entry under `tables`, by an example, and by what is said when it is written wrongly.
@Suite("The keys of an entry under tables")
struct TableKeyTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let key: String
        let text: String
        var entry: String
        var kind = "sale"
        let fields: [String]
        let rows: [String]
        var testDescription: String { key }
    }

    static let examples = [
        Example(
            key: "header: a row", text: "Отчёт,,,\nid,date,seller,amount\n1,2026-01-05,anna,10\n", entry: "header: 2",
            fields: ["id", "amount"], rows: ["1|10"]),
        Example(
            key: "header: two rows", text: "id,date,seller,Сумма,\n,,,Всего,НДС\n1,2026-01-05,anna,10,2\n",
            entry: "header: [1, 2], columns: {amount: Сумма Всего}", fields: ["id", "amount"], rows: ["1|10"]),
        Example(
            key: "columns: the second of one name", text: "id,date,seller,Сумма,Сумма\n1,2026-01-05,anna,10,12\n",
            entry: "columns: {amount: \"Сумма#2\"}", fields: ["amount"], rows: ["12"]),
        Example(
            key: "decimal: by field", text: "id;date;seller;amount;share\n1;2026-01-05;anna;1.234,5;0.25\n",
            entry: "delimiter: \";\", decimal: {all: \",\", share: \".\"}", fields: ["amount", "share"],
            rows: ["1234.5|0.25"]),
        Example(
            key: "dates: month first", text: "id,date,seller,amount\n1,02/03/2026,anna,10\n", entry: "dates: m/d/y",
            fields: ["date"], rows: ["2026-02-03"]),
        Example(
            key: "dates: day first", text: "id,date,seller,amount\n1,02/03/2026,anna,10\n", entry: "dates: d/m/y",
            fields: ["date"], rows: ["2026-03-02"]),
        Example(
            key: "dates: by field",
            text: "id,date,seller,amount,paid_on\n1,02/03/2026,anna,10,02/03/2026\n",
            entry: "dates: {all: d/m/y, paid_on: m/d/y}", fields: ["date", "paid_on"], rows: ["2026-03-02|2026-02-03"]),
        Example(
            key: "dates: serial", text: "id,date,seller,amount\n1,46053,anna,10\n", entry: "dates: serial",
            fields: ["date"], rows: ["2026-01-31"]),
        Example(
            key: "time", text: "id,date,seller,amount\n1,2026-01-31 14:33,anna,10\n", entry: "time: drop",
            fields: ["date"], rows: ["2026-01-31"]),
        Example(
            key: "zone", text: "id,date,seller,amount\n1,2026-01-31T22:10:00Z,anna,10\n", entry: "zone: \"+03:00\"",
            fields: ["date"], rows: ["2026-02-01"]),
        Example(
            key: "empty", text: "id,date,seller,amount,paid_on\n1,2026-01-31,anna,10,не закрыта\n",
            entry: "empty: [не закрыта]", fields: ["paid_on"], rows: [""]),
        Example(
            key: "totals", text: "id,date,seller,amount\n1,2026-01-31,anna,10\n2,2026-01-31,anna,5\nИтого,,,15\n",
            entry: "totals: drop", fields: ["id", "amount"], rows: ["1|10", "2|5"]),
        Example(
            key: "notes", text: "id,date,seller,amount\n1,2026-01-31,anna,10\n,,,\nГлавный бухгалтер ________,,,\n",
            entry: "notes: drop", fields: ["id"], rows: ["1"]),
        Example(
            key: "id: row", text: "date,seller,amount\n2026-01-31,anna,10\n2026-01-31,anna,10\n", entry: "id: row",
            fields: ["id", "amount"], rows: ["sale.csv:2|10", "sale.csv:3|10"]),
        Example(
            key: "id: fields",
            text: "date,seller,amount\n2026-01-31,anna,10\n2026-01-31,anna,10\n2026-01-31,boris,10\n",
            entry: "id: [date, seller]", fields: ["id"],
            rows: ["2026-01-31|anna", "2026-01-31|anna|2", "2026-01-31|boris"]),
        Example(
            key: "constants", text: "id,date,amount\n1,2026-01-31,10 руб.\n",
            entry: "header: 1, constants: {seller: anna}", fields: ["seller", "amount"], rows: ["anna|10"]),
        Example(
            key: "names", text: "id,date,seller,amount\n1,2026-01-31,борис  КОТОВ,10\n2,2026-01-31,anna,10\n",
            entry: "names: [seller]", fields: ["seller"], rows: ["boris", "anna"]),
        Example(
            key: "wide: periods", text: "Кто,Jan-26,02.2026\nanna,100,120\nboris,90,\n",
            entry:
                "reads: targets, columns: {subject: Кто}, constants: {metric: sales}, wide: {columns: periods, key: period, value: value}",
            kind: "targets", fields: ["metric", "subject", "period", "value"],
            rows: ["sales|anna|2026-01|100", "sales|anna|2026-02|120", "sales|boris|2026-01|90"]),
        Example(
            key: "wide: people", text: "period,Анна Орлова,Борис Котов\n2026-01,100,90\n",
            entry:
                "reads: targets, constants: {metric: sales}, wide: {columns: [Анна Орлова, Борис Котов], key: subject, value: value}, names: [subject]",
            kind: "targets", fields: ["subject", "period", "value"], rows: ["anna|2026-01|100", "boris|2026-01|90"]),
        Example(
            key: "wide: plan and fact", text: "Кто,2026-01,,2026-02,\n,План,Факт,План,Факт\nanna,100,60,120,70\n",
            entry:
                "reads: targets, header: [1, 2], columns: {subject: Кто}, constants: {metric: sales}, wide: {columns: periods, key: period, value: {План: value}}",
            kind: "targets", fields: ["subject", "period", "value"], rows: ["anna|2026-01|100", "anna|2026-02|120"]),
        Example(
            key: "year", text: "Кто,январь,февраль\nanna,100,120\n",
            entry:
                "reads: targets, year: 2026, columns: {subject: Кто}, constants: {metric: sales}, wide: {columns: periods, key: period, value: value}",
            kind: "targets", fields: ["period", "value"], rows: ["2026-01|100", "2026-02|120"]),
        Example(
            key: "fill: a name once for a block",
            text:
                "id,date,seller,amount\n1,2026-01-05,anna,10\n2,2026-01-06,,20\n3,2026-01-07,boris,30\n4,2026-01-08,,40\n",
            entry: "fill: [seller]", fields: ["id", "seller"], rows: ["1|anna", "2|anna", "3|boris", "4|boris"]),
        Example(
            key: "fill: a name below its block, and a mark for nothing",
            text:
                "id,date,seller,amount\n1,2026-01-05,-,10\n2,2026-01-06,anna,20\n3,2026-01-07,,30\n4,2026-01-08,boris,40\n",
            entry: "fill: {seller: up}, empty: [\"-\"]", fields: ["id", "seller"],
            rows: ["1|anna", "2|anna", "3|boris", "4|boris"]),
        Example(
            key: "skip: rows by what stands in a column that is no field",
            text:
                "id,date,seller,amount,Статус\n1,2026-01-05,anna,10,проведён\n2,2026-01-06,anna,20,Черновик\n3,2026-01-07,anna,30,отменён\n",
            entry: "skip: {Статус: [черновик, отменён]}", fields: ["id", "amount"], rows: ["1|10"]),
        Example(
            key: "skip: banners and totals by a field, before others are filled",
            text: "id,date,seller,amount\n1,2026-01-05,anna,10\nИтого,,,10\n2,2026-01-06,,20\nВсего,,,30\n",
            entry: "skip: {id: [Итого, Всего]}, fill: {seller: down}", fields: ["id", "seller"],
            rows: ["1|anna", "2|anna"]),
        Example(
            key: "owners", text: "id,date,seller,amount\n1,2026-01-31,anna; boris,10\n2,2026-01-31,anna,10\n",
            entry: "owners: {column: seller, separator: \";\", share: equal}", kind: "sale_share",
            fields: ["sale", "person", "share"], rows: ["1|anna|0.5", "1|boris|0.5", "2|anna|1"]),
        Example(
            key: "marks of groups and currencies",
            text: "id;date;seller;amount\n1;5.1.26;anna;1 234,50 руб.\n2;20260106;anna;610 000,00-\n",
            entry: "delimiter: \";\", header: 1", fields: ["date", "amount"],
            rows: ["2026-01-05|1234.5", "2026-01-06|-610000"]),
        Example(
            key: "header: none", text: "2026-01-05 10:00,anna,10\n",
            entry: "header: none, time: drop, id: row, columns: {date: 1, seller: 2, amount: 3}",
            fields: ["date", "seller", "amount"], rows: ["2026-01-05|anna|10"]),
    ]

    @Test("each key by an example", arguments: examples)
    func key(_ example: Example) {
        let folder = Folder().with("sale.csv", example.text).saying("sale.csv: {\(example.entry)}")
        #expect(folder.said() == "")
        #expect(folder.rows(example.kind, example.fields) == example.rows)
    }

    @Test("an encoding that is never guessed")
    func encoding() {
        let folder = Folder().with(
            "sale.csv", "id;date;seller;client;amount\n1;2026-01-05;anna;José;10\n", encoding: .windowsCP1252
        )
        .saying("sale.csv: {encoding: windows-1252, delimiter: \";\"}")
        #expect(folder.said() == "")
        #expect(folder.rows("sale", ["client"]) == ["José"])
    }

    @Test("what is said of all tables, and of one besides")
    func usual() {
        let folder = Folder()
            .with("sale.csv", "id;date;seller;amount\n1;05.01.2026 10:00;anna;1,5\n")
            .with("targets.csv", "metric;subject;period;value\nsales;anna;2026-01;2,5\n")
            .with("people.csv", "id;name\nanna;Анна Орлова\nboris;Борис Котов\n")
            .with("units.csv", "id;title\nnorth;Север\n")
            .with("assignments.csv", "person;position;unit;from\nanna;kam;north;2026-01-01\n")
            .with(
                "tables.yaml",
                "tables:\n  default: {delimiter: \";\", decimal: \",\"}\n  sale.csv: {time: drop}\n")
        #expect(folder.said() == "")
        #expect(folder.rows("sale", ["amount"]) == ["1.5"])
        #expect(folder.rows("targets", ["value"]) == ["2.5"])
    }

    static let wrong: [(entry: String, en: String, ru: String)] = [
        (
            "header: two", "expected 'none', the number of a row, or two rows such as [1, 2], found 'two'",
            "номер строки"
        ),
        ("header: [1, 3]", "two rows such as [1, 2]", "две строки подряд"),
        ("dates: dmy", "expected one of d/m/y | m/d/y | y-m-d | serial, found 'dmy'", "одно из d/m/y"),
        ("decimal: {amount: x}", "expected one of '.' ',', found 'x'", "одно из «.» «,»"),
        ("time: keep", "expected 'drop', found 'keep'", "ожидается «drop»"),
        ("totals: yes", "expected 'drop', found 'yes'", "ожидается «drop»"),
        ("notes: [1]", "expected 'drop', found a list", "ожидается «drop»"),
        ("zone: MSK", "a distance from UTC such as \"+03:00\"", "отличие от UTC"),
        ("year: 26", "a year such as 2026, found '26'", "год, например 2026"),
        ("empty: x", "a list such as [n/a, \"—\"], found 'x'", "перечень вида"),
        ("id: Номер", "a column that is the id stands under columns: {id: Номер}", "столбец, который и есть id"),
        ("wide: {columns: periods}", "'key' is missing here", "здесь не хватает «key»"),
        ("fill: {seller: left}", "expected one of down | up, found 'left'", "одно из down | up"),
        ("fill: seller", "expected a list such as [client]", "перечень вида [client]"),
        ("fill: [buyer]", "buyer", "buyer"),
        ("skip: draft", "expected a mapping such as {status: [draft]}", "список вида {status: [черновик]}"),
        ("skip: {Status: draft}", "Status", "Status"),
        ("owners: {column: seller}", "'separator' is missing here", "здесь не хватает «separator»"),
        ("owners: {column: seller, separator: \";\", share: half}", "expected 'equal', found 'half'", "«equal»"),
        ("names: seller", "a list such as [seller], found 'seller'", "перечень вида [seller]"),
        ("names: [selller]", "there is no field 'selller'", "поля «selller» нет"),
        ("header: 1, dates: {datum: d/m/y}", "there is no field 'datum'", "поля «datum» нет"),
        ("encoding: latin", "one of utf-8 | windows-1251 | utf-16le", "одно из utf-8"),
        ("heder: 2", "'heder' is not known here", "«heder» здесь не бывает"),
        ("sheet: Январь", "only workbooks", "листы есть только у книг"),
    ]

    @Test("a key that is written wrongly is told at its place, in both languages", arguments: wrong)
    func wrongly(entry: String, en: String, ru: String) {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,10\n")
            .saying("sale.csv: {\(entry)}")
        #expect(folder.said().contains(en), "\(folder.said())")
        #expect(folder.said(.ru).contains(ru), "\(folder.said(.ru))")
    }

    @Test(
        "what is said of all tables knows no fields",
        arguments: ["reads: sale", "columns: {a: b}", "names: [seller]", "id: row"])
    func usualFields(entry: String) {
        let folder = Folder().with("tables.yaml", "tables:\n  default: {\(entry)}\n")
        #expect(folder.said().contains("is not known here"), "\(folder.said())")
    }

    @Test("an entry that stands in two files is to be merged")
    func doubled() {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n").saying("sale.csv: {time: drop}")
            .with("more.yaml", "tables:\n  sale.csv: {totals: drop}\n")
        #expect(folder.said().contains("help: merge both into one"), "\(folder.said())")
        #expect(folder.said(.ru).contains("совет: объедините обе записи в одну"))
    }
}
