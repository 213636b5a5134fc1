import Foundation
import Testing

@Suite("What would silently pay wrong is told by check, run and calculate")
struct AbsentTests {
    private static let early = """
        sale.csv:4: warning: 1 sale, 420 000.00 RUB, is credited to boris on 2026-01-05, before his assignment (from 2026-01-15)
           help: nobody is paid for it: mend the day or the assignment; 'stimul explain acme boris --event sale:3' says more

        """

    /// 3 % of 420 000.00 would be 12 600.00; Boris begins on 15 January, so he has 0.00 for January.
    @Test("a sale before its seller's assignment, with the same words everywhere")
    func earlySale() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("3,2026-01-28,boris", with: "3,2026-01-05,boris", in: "acme/sale.csv")
        let check = try stimul.run("check acme")
        #expect((check.output + check.errors).contains(Self.early))
        #expect(check.code == 0)
        #expect(try stimul.run("run acme --period 2026-01").errors == Self.early)
        #expect(try stimul.run("run acme --period 2026-01 --format csv").errors.isEmpty)
        #expect(try stimul.run("import acme --by dina").code == 0)
        let calculated = try stimul.run("calculate acme --period 2026-01 --by dina")
        #expect(
            calculated.errors.contains(
                "1 sale, 420 000.00 RUB, is credited to boris on 2026-01-05, before his assignment (from 2026-01-15)"))
        #expect(calculated.code == 0)
    }

    @Test("a rate without its sign is told by run too, in both languages")
    func rate() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("rate: 1%", with: "rate: 1", in: "acme/company.yaml")
        #expect(
            try stimul.run("run acme").errors.contains(
                "warning: '1' without a sign is 100 %\n"))
        #expect(
            try stimul.run("run acme --lang ru").errors.contains(
                "совет: вы имели в виду 1%? Если имелось в виду 100\u{A0}%, пишите 100%\n"))
    }

    @Test("a workbook, a table with another ending and no others: in check, run, import and under 'tables'")
    func otherFiles() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("PK", to: "acme/march.xlsb")
        try stimul.write("id;seller\n1;anna\n", to: "acme/export.txt")
        try stimul.write("Notes of the meeting, and more\nof them\n", to: "acme/notes.txt")
        try stimul.write("MIT License\n\nCopyright (c) somebody, all rights\n", to: "acme/LICENSE")
        let words = """
            export.txt: warning: 'export.txt' is not read: tables are files that end in .csv, .xlsx, .ods or .xls
               help: if it holds data of the company, give it a name that ends in .csv; if not, move it out of the folder
            march.xlsb: warning: 'march.xlsb' is not read: tables are files that end in .csv, .xlsx, .ods or .xls
               help: if it holds data of the company, save it as .xlsx or 'CSV UTF-8'; if not, move it out of the folder

            """
        let check = try stimul.run("check acme")
        #expect((check.output + check.errors).contains(words))
        #expect(!(check.output + check.errors).contains("notes.txt"))
        #expect(!(check.output + check.errors).contains("LICENSE"))
        #expect(try stimul.run("run acme").errors == words)
        #expect(try stimul.run("import acme --by dina").errors == words)
        try stimul.write("tables:\n  march.xlsb: {reads: sale}\n", to: "acme/tables.yaml")
        let named = try stimul.run("check acme")
        #expect(named.code == 1)
        #expect(
            (named.output + named.errors).contains(
                "tables.yaml:2:3: error: 'march.xlsb' is not read: tables are files that end in .csv, .xlsx, .ods or .xls"
            ))
    }

    @Test("the starter has nothing to be told", arguments: ["check acme", "run acme", "run acme --totals"])
    func clean(line: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let result = try stimul.run(line)
        #expect(result.errors.isEmpty)
        #expect(!result.output.contains("warning"))
    }
}
