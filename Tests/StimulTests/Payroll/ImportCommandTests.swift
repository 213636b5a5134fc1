import Foundation
import Testing

@Suite("import takes rows in once, and names those it does not take")
struct ImportCommandTests {
    @Test("the same tables again change nothing")
    func again() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        #expect(
            try stimul.run("import acme --by egor")
                == .init(
                    output: """
                        table        accepted  changed  unchanged  cancelled  rejected
                        assignments         0        0          5          0         0
                        people              0        0          5          0         0
                        sale                0        0          6          0         0
                        targets             0        0          4          0         0
                        units               0        0          1          0         0

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("import acme --by egor --lang ru").output.hasPrefix(
                "таблица      принято  изменено  без изменений  отменено  отклонено\n"))
    }

    @Test("who imports first must be among the people that come in; nothing is made for anybody else")
    func unknownActor() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let result = try stimul.run("import acme --by egr")
        #expect(result.errors.hasPrefix("Error: there is no person 'egr'; did you mean 'egor'?\n"))
        #expect(result.code == 64)
        #expect(
            !FileManager.default.fileExists(atPath: stimul.folder.appendingPathComponent("acme/stimul.sqlite").path))
    }

    @Test("rows that are wrong are named with place and remedy, the others come in, and the code is 1")
    func rejected() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.write(
            """
            id,date,seller,client,amount,cost
            7,2026-03-02,ana,Мак,100.00,50.00
            8,2026-03-32,anna,Мак,100.00,50.00
            9,2026-03-04,anna,Мак,100.00,50.00

            """, to: "exports/sale.csv")
        let result = try stimul.run("import acme exports/sale.csv --by dina")
        #expect(
            result.output == """
                table  accepted  changed  unchanged  cancelled  rejected
                sale          1        0          0          0         2

                """)
        #expect(result.errors.contains("sale.csv:2"))
        #expect(result.errors.contains("did you mean 'anna'?"))
        #expect(result.errors.contains("sale.csv:3"))
        #expect(
            result.errors.hasSuffix("2 rows were set aside, the others came in; mend and import again\n"))
        #expect(result.code == 1)
    }

    @Test("of many wrong rows no more than twenty findings are shown")
    func manyRejected() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let rows = (100..<150).map { "\($0),2026-03-02,nobody\($0),Мак,100.00,50.00" }
        try stimul.write((["id,date,seller,client,amount,cost"] + rows).joined(separator: "\n"), to: "sale.csv")
        let result = try stimul.run("import acme sale.csv --by dina")
        #expect(result.errors.components(separatedBy: "error: ").count - 1 <= 20)
        #expect(result.errors.hasSuffix("50 rows were set aside, the others came in; mend and import again\n"))
        #expect(result.output.hasSuffix("sale          0        0          0          0        50\n"))
    }

    @Test("a complete table cancels the rows that are not in it any more")
    func complete() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.replace("6,2026-02-25,boris,Мак,930000.00,700000.00\n", with: "", in: "acme/sale.csv")
        #expect(
            try stimul.run("import acme acme/sale.csv --complete --by dina")
                == .init(
                    output: """
                        table  accepted  changed  unchanged  cancelled  rejected
                        sale          0        0          5          1         0

                        """, errors: "", code: 0))
    }

    @Test("a complete table with a row that cannot be read cancels nothing: the row may be the one that is missing")
    func completeWithFault() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.replace("6,2026-02-25,boris", with: "6,2026-02-30,boris", in: "acme/sale.csv")
        let result = try stimul.run("import acme acme/sale.csv --complete --by dina")
        #expect(
            result.output == """
                table  accepted  changed  unchanged  cancelled  rejected
                sale          0        0          5          0         1

                """)
        #expect(
            result.errors.hasSuffix(
                """
                1 row was set aside, the others came in; mend and import again
                nothing was cancelled: a row that was set aside may be the one that is missing

                """))
        #expect(result.code == 1)
    }

    @Test("a complete import without a person whom other rows name cancels nothing, and says who needs him")
    func completeWithoutNeededRow() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.replace("anna,Анна Орлова\n", with: "", in: "acme/people.csv")
        let result = try stimul.run("import acme --complete --by dina")
        #expect(result.output.contains("people              0        0          4          0         0\n"))
        #expect(result.errors.contains("assignments.csv:3: warning: there is no person 'anna'"))
        #expect(
            result.errors.hasSuffix(
                "\nnothing was cancelled: other rows need the missing ones; mend the tables and import again\n"))
        #expect(result.code == 1)
    }

    @Test("a person who still has sales cannot be cancelled; nothing is written")
    func neededRow() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.replace("vera,Вера Лисина\n", with: "", in: "acme/people.csv")
        let result = try stimul.run("import acme acme/people.csv --complete --by dina")
        #expect(result.output.isEmpty && result.code == 1)
        #expect(
            result.errors.hasSuffix(
                "error: the company's text and its stored rows do not fit together; nothing was written\n"))
        #expect(try stimul.run("import acme acme/sale.csv --by vera").code == 0)
    }

    @Test("a row that another system has sent already is set aside")
    func otherSource() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.write(
            "id,date,seller,client,amount,cost\n1,2026-03-04,anna,Мак,100.00,50.00\n2c,2026-03-05,anna,Мак,10.00,5.00\n",
            to: "crm/sale.csv")
        let result = try stimul.run("import acme crm/sale.csv --source crm --by dina")
        #expect(result.output.hasSuffix("sale          1        0          0          0         1\n"))
        #expect(result.code == 1)
        #expect(try stimul.run("calculate acme --period 2026-01 --by dina").code == 0)
    }

    @Test(
        "files that hold nothing the company knows",
        arguments: [
            ("odd.csv", "odd.csv: warning: nothing reads this table", Int32(1)),
            ("gone.csv", "error: 'gone.csv' cannot be read: there is no such file; check its path", 2),
            (
                "odd.txt",
                "error: 'odd.txt' cannot be read: its name does not end in .csv, .xlsx, .ods or .xls; save it as one of these",
                2
            ),
            ("folder.csv", "error: 'folder.csv' cannot be read: it is a folder; give it another name", 2),
        ])
    func files(name: String, error: String, code: Int32) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        try stimul.write("a,b\n1,2\n", to: "odd.csv")
        try stimul.write("", to: "odd.txt")
        try stimul.write("", to: "folder.csv/inside")
        let result = try stimul.run("import acme \(name) --by dina")
        #expect(result.errors.split(separator: "\n").first.map(String.init) == error)
        #expect(result.code == code)
    }
}
