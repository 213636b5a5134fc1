import Formulas
import Messages
import Testing

@Suite("Tables say in which row something is wrong")
struct TableFaultTests {
    @Test("31 February in a table")
    func february() {
        let files = [
            "sale.csv": """
            id,date,seller,amount
            1,2026-02-31,anna,100
            2,31.02.2026,anna,100
            """
        ]
        #expect(
            said(files) == """
                sale.csv:2:3: error: there is no 31 February 2026
                    2 | 1,2026-02-31,anna,100
                      |   ^~~~~~~~~~
                sale.csv:3:3: error: there is no 31 February 2026
                    3 | 2,31.02.2026,anna,100
                      |   ^~~~~~~~~~
                """)
        #expect(
            said(files, .ru) == """
                sale.csv:2:3: ошибка: нет такого дня: 31 февраля 2026
                    2 | 1,2026-02-31,anna,100
                      |   ^~~~~~~~~~
                sale.csv:3:3: ошибка: нет такого дня: 31 февраля 2026
                    3 | 2,31.02.2026,anna,100
                      |   ^~~~~~~~~~
                """)
    }

    @Test("an empty table")
    func emptyTable() {
        let files = [
            "sale.csv": ""
        ]
        #expect(
            said(files) == """
                sale.csv: error: the file is empty; expected a first row with the columns id, date, seller, amount
                """)
        #expect(
            said(files, .ru) == """
                sale.csv: ошибка: файл пуст; ожидается первая строка с колонками id, date, seller, amount
                """)
    }

    @Test("a table that nothing reads")
    func unread() {
        let files = [
            "sales.csv": """
            a
            1
            """,
            "zzz.csv": "a",
        ]
        #expect(
            said(files) == """
                sales.csv: warning: nothing reads this table
                   help: does it hold 'sale'? Then say so: 'tables: {sales.csv: {reads: sale}}'
                zzz.csv: warning: nothing reads this table
                   help: say what it holds: 'tables: {zzz.csv: {reads: …}}', one of aliases, assignments, client, entered, exchange_rates, goals, person, position, product, sale, spot, targets, teams, unit
                """)
        #expect(
            said(files, .ru) == """
                sales.csv: предупреждение: эту таблицу ничто не читает
                   совет: в ней «sale»? Тогда скажите об этом: «tables: {sales.csv: {reads: sale}}»
                zzz.csv: предупреждение: эту таблицу ничто не читает
                   совет: скажите, что в ней: «tables: {zzz.csv: {reads: …}}», одно из aliases, assignments, client, entered, exchange_rates, goals, person, position, product, sale, spot, targets, teams, unit
                """)
    }

    @Test("a table that says it holds something unknown")
    func wrongReads() {
        let files = [
            "tables.yaml": """
            tables:
              f.csv: {reads: sael}
            """,
            "f.csv": """
            id
            1
            """,
        ]
        #expect(
            said(files) == """
                tables.yaml:2:18: error: no table holds 'sael'
                    2 |   f.csv: {reads: sael}
                      |                  ^~~~
                   help: did you mean 'sale'?
                """)
    }

    @Test("a word about a table that is not there")
    func noSuchFile() {
        let files = [
            "tables.yaml": """
            tables:
              sales.csv: {reads: sale}
            """
        ]
        #expect(
            said(files) == """
                tables.yaml:2:3: error: there is no file 'sales.csv' in the company folder
                    2 |   sales.csv: {reads: sale}
                      |   ^~~~~~~~~
                   help: did you mean 'sale.csv'?
                """)
    }

    @Test("words about a table that mean nothing")
    func badSpec() {
        let files = [
            "tables.yaml": """
            tables:
              sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour: red}
            """
        ]
        #expect(
            said(files) == """
                tables.yaml:2:25: error: expected one of ',' ';' 'tab' '|', found ';;'
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                         ^~
                tables.yaml:2:40: error: expected one of '.' ',', found 'x'
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                        ^
                tables.yaml:2:53: error: expected one of utf-8 | windows-1251 | utf-16le | utf-16be | windows-1252 | koi8-r, found 'cp1251'
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                     ^~~~~~
                tables.yaml:2:69: error: expected 'none', the number of a row, or two rows such as [1, 2], found 'perhaps'
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                                     ^~~~~~~
                   help: leave 'header' out when the first row names the columns
                tables.yaml:2:87: error: expected a mapping such as {amount: Sum}, found 'id'
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                                                       ^~
                tables.yaml:2:102: error: expected a mapping such as {amount: Sum}, found '5'
                    2 | …ing: cp1251, header: perhaps, columns: id, constants: 5, colour: red}
                      |                                                        ^
                tables.yaml:2:105: error: 'colour' is not known here
                    2 | …: cp1251, header: perhaps, columns: id, constants: 5, colour: red}
                      |                                                        ^~~~~~
                   help: known here: columns, constants, dates, decimal, delimiter, empty, encoding, fill, fingerprint, header, id, names, notes, owners, postgres, reads, sheet, skip, time, totals, wide, year, zone
                """)
        #expect(
            said(files, .ru) == """
                tables.yaml:2:25: ошибка: ожидается одно из «,» «;» «tab» «|», а стоит «;;»
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                         ^~
                tables.yaml:2:40: ошибка: ожидается одно из «.» «,», а стоит «x»
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                        ^
                tables.yaml:2:53: ошибка: ожидается одно из utf-8 | windows-1251 | utf-16le | utf-16be | windows-1252 | koi8-r, а стоит «cp1251»
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                     ^~~~~~
                tables.yaml:2:69: ошибка: ожидается «none», номер строки или две строки подряд: [1, 2], а стоит «perhaps»
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                                     ^~~~~~~
                   совет: не пишите «header», если первая строка называет колонки
                tables.yaml:2:87: ошибка: ожидается список вида {amount: Sum}, а стоит «id»
                    2 |   sale.csv: {delimiter: ";;", decimal: x, encoding: cp1251, header: perhaps, columns: id, constants: 5, colour
                      |                                                                                       ^~
                tables.yaml:2:102: ошибка: ожидается список вида {amount: Sum}, а стоит «5»
                    2 | …ing: cp1251, header: perhaps, columns: id, constants: 5, colour: red}
                      |                                                        ^
                tables.yaml:2:105: ошибка: «colour» здесь не бывает
                    2 | …: cp1251, header: perhaps, columns: id, constants: 5, colour: red}
                      |                                                        ^~~~~~
                   совет: здесь бывает: columns, constants, dates, decimal, delimiter, empty, encoding, fill, fingerprint, header, id, names, notes, owners, postgres, reads, sheet, skip, time, totals, wide, year, zone
                """)
    }

    @Test("a column mapped to a field that is not there")
    func unknownColumn() {
        let files = [
            "tables.yaml": """
            tables:
              sale.csv: {columns: {id: id, date: date, seller: seller, amuont: amount}}
            """
        ]
        #expect(
            said(files) == """
                tables.yaml:2:3: error: 'sale.csv' has no field 'amuont'
                    2 |   sale.csv: {columns: {id: id, date: date, seller: seller, amuont: amount}}
                      |   ^~~~~~~~
                   help: did you mean 'amount'?
                """)
    }
}
