import Foundation
import Periods
import Quantities
import Reports
import Testing

/// A director's own file: looked at, asked about, written down, and read from then on; next month's too.
@Suite("A mapping that writes itself")
struct MapTests {
    /// What 1С exports: Windows-1251, a title, times of day, group marks, a name in another order, a total.
    private static let january = """
        Отчёт по продажам за январь 2026;;;;
        ;;;;
        Дата;Менеджер;Контрагент;Сумма, руб.;Комментарий
        14.01.2026 10:05:00;Анна Орлова;ООО "Ромашка";850 000,00;
        20.01.2026 16:40:00;Анна Орлова;Василёк;1 500 000,00;срочно
        28.01.2026 12:00:00;Котов Борис;Ромашка;420 000,00;
        Итого;;;2 770 000,00;

        """

    private static let february = """
        Отчёт по продажам за февраль 2026;;;;
        Контрагент;Менеджер;Дата;Сумма, руб.;Комментарий
        Пион;Анна Орлова;03.02.2026 10:05:00;610 000,00;
        Василёк;Котов Борис;11.02.2026 16:40:00;1 210 000,00;
        Мак;Борис Котов;25.02.2026 12:00:00;930 000,00;
        Итого;;;2 750 000,00;

        """

    /// The starter without its own sales, and the file beside it.
    private static func company(_ text: String = january, _ name: String = "Продажи январь.csv") throws -> Command {
        let stimul = try Command()
        try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/sale.csv"))
        try write(text, stimul.folder.appendingPathComponent(name))
        return stimul
    }

    private static func write(_ text: String, _ file: URL) throws {
        let bytes = try #require(text.data(using: .windowsCP1251))
        try bytes.write(to: file)
    }

    private static let words = ["map", "acme", "Продажи январь.csv"]

    @Test("in a script what is missing is listed as options to give, and nothing is written", arguments: ["en", "ru"])
    func missing(language: String) throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let before = try Self.content(stimul)
        let map = try stimul.run(words: Self.words + ["--write", "--lang", language])
        #expect(map.code == 64)
        #expect(map.errors.contains("--answer 'name.Котов Борис=boris'"), "\(map.errors)")
        #expect(map.output.contains("Котов Борис"))
        #expect(try Self.content(stimul) == before)
        if language == "ru" {
            #expect(!map.errors.contains("missing") && !map.output.contains("row"), "\(map.output)\(map.errors)")
        }
    }

    @Test("with the answer it is written: one entry, the file, the spelling; every other byte stays")
    func written() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let before = try Self.text("company.yaml", stimul)
        let map = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris", "--write"])
        #expect(map.code == 0, "\(map.output)\(map.errors)")
        let after = try Self.text("company.yaml", stimul)
        #expect(after.hasPrefix(before))
        #expect(after.dropFirst(before.count).contains("\ntables:\n  Продажи январь.csv:\n    reads: sale\n"))
        #expect(try Self.text("aliases.csv", stimul) == "kind,alias,id\nperson,Котов Борис,boris\n")
        let check = try stimul.run("check acme")
        #expect(check.code == 0, "\(check.output)\(check.errors)")
        // The figures of the starter, whose January this is.
        let run = try stimul.run("run acme --period 2026-01 --plan seller")
        #expect(run.output.contains("104 500.00 RUB") && run.output.contains("12 600.00 RUB"), "\(run.output)")
        // Mapped again with what is said already, nothing changes.
        let again = try stimul.run(words: ["map", "acme", "acme/Продажи январь.csv", "--write"])
        #expect(again.code == 0, "\(again.errors)")
        #expect(try Self.text("company.yaml", stimul) == after)
    }

    @Test("next month's file with another name, another order and another title is read without a word more")
    func nextMonth() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        _ = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris", "--write"])
        let file = stimul.folder.appendingPathComponent("acme/feb.csv")
        try Self.write(Self.february, file)
        let check = try stimul.run("check acme")
        #expect(check.code == 0, "\(check.output)\(check.errors)")
        #expect(check.output.contains("its header is that of 'Продажи январь.csv'"), "\(check.output)")
        let run = try stimul.run("run acme --period 2026-02 --plan seller")
        #expect(run.output.contains("18 300.00 RUB") && run.output.contains("89 800.00 RUB"), "\(run.output)")
        // January's file may go: what is known of the header stays.
        try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/Продажи январь.csv"))
        #expect(try stimul.run("check acme").code == 0)
        #expect(try stimul.run("import acme --by dina").code == 0)
    }

    @Test("a workbook gives the same figures as a text, to the kopeck")
    func workbook() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let rows = Self.january.split(separator: "\n").dropFirst(2).dropLast().map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        let kinds: [Sheet.Kind] = [.day, .text, .text, .number, .text]
        let cells = try rows.dropFirst().map { row -> [Sheet.Cell] in
            let day = row[0].prefix(10).split(separator: ".").reversed().joined(separator: "-")
            let amount = row[3].filter(\.isNumber)
            return [
                .day(try #require(CivilDay(parsing: day))), .text(row[1]), .text(row[2]),
                .number(try FixedDecimal(minorUnits: try #require(Int64(amount)), places: 2)), .text(row[4]),
            ]
        }
        let sheet = try Sheet(
            name: "Январь", columns: zip(rows[0], kinds).map { Sheet.Column(title: $0, kind: $1) }, rows: cells)
        try SheetXLSX.write([sheet], to: stimul.folder.appendingPathComponent("Продажи январь.xlsx").path)
        var runs: [String] = []
        for name in ["Продажи январь.csv", "Продажи январь.xlsx"] {
            let map = try stimul.run(words: ["map", "acme", name, "--answer", "name.Котов Борис=boris", "--write"])
            #expect(map.code == 0, "\(map.output)\(map.errors)")
            runs.append(try stimul.run("run acme --period 2026-01").output)
            try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/\(name)"))
        }
        #expect(runs[0] == runs[1] && runs[0].contains("104 500.00 RUB"))
    }

    @Test("on a terminal it asks, takes the number of an answer, and writes when told to", arguments: ["en", "ru"])
    func talk(language: String) throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let (screen, code) = try stimul.run(words: Self.words + ["--lang", language], typing: ["7", "1", "y"])
        #expect(code == 0, "\(screen)")
        // What was typed before anybody asked stands above, so no line break follows the question.
        let questions = ["1, or your own: ", "1 или своё: "]
        let lines = screen.split(separator: "\n").map { line in
            questions.reduce(String(line)) { $0.replacing($1, with: "") }
        }
        let long = lines.filter { $0.count > 80 }
        #expect(long.isEmpty, "\(long)")
        #expect(!screen.contains("working") && !screen.contains("идёт работа"))
        #expect(try Self.text("company.yaml", stimul).contains("Продажи январь.csv:"))
        #expect(try stimul.run("check acme").code == 0)
    }

    @Test("on a terminal nothing is written when it is not wanted, or nobody answers")
    func refused() throws {
        for typed in [["1", "n"], ["\u{4}"]] {
            let stimul = try Self.company()
            defer { stimul.remove() }
            let before = try Self.content(stimul)
            _ = try stimul.run(words: Self.words, typing: typed)
            #expect(try Self.content(stimul) == before)
        }
    }

    @Test("without --write the entry is shown to be pasted")
    func shown() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let before = try Self.content(stimul)
        let map = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris"])
        #expect(map.code == 0 && map.output.contains("\ntables:\n  Продажи январь.csv:\n"))
        #expect(map.output.contains("person,Котов Борис,boris") && map.output.contains("add --write"))
        #expect(try Self.content(stimul) == before)
    }

    @Test(
        "what cannot be read, found or answered says so",
        arguments: [
            (["map", "acme", "nothing.csv"], 2, "there is no such file"),
            (["map", "acme", "acme"], 2, "its name does not end in .csv"),
            (["map", "nowhere", "Продажи январь.csv"], 2, "there is no folder 'nowhere'"),
            (["map", "acme", "Продажи январь.csv", "--answer", "colour"], 64, "is no answer: write key=value"),
            (["map", "acme", "Продажи январь.csv", "--answer", "colour=red"], 64, "nothing is asked under 'colour'"),
            (["map", "acme", "Продажи январь.csv", "--kind", "sales"], 64, "'kind' cannot be 'sales'"),
            (
                ["map", "acme", "Продажи январь.csv", "--answer", "column.amount=Цена"], 64,
                "it is one of 'Дата' 'Менеджер'"
            ),
        ] as [([String], Int32, String)])
    func faults(words: [String], code: Int32, message: String) throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let map = try stimul.run(words: words)
        #expect(map.code == code && map.errors.contains(message), "\(map.errors)")
    }

    @Test("another file of the name in the company folder is not replaced")
    func taken() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        try stimul.write("id,date\n", to: "acme/Продажи январь.csv")
        let map = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris", "--write"])
        #expect(map.code == 2 && map.errors.contains("is in the company folder already"), "\(map.errors)")
        #expect(try Self.text("Продажи январь.csv", stimul) == "id,date\n")
    }

    @Test("an entry that is there is replaced; one with a comment in it is left, and the new one shown")
    func replaced() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let yaml = try Self.text("company.yaml", stimul)
        let entry =
            "\ntables:\n  Продажи январь.csv:\n    columns: {client: Контрагент}\n    year: 2026\n  # the others\n"
        try stimul.write(yaml + entry, to: "acme/company.yaml")
        let map = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris", "--write"])
        #expect(map.code == 0, "\(map.output)\(map.errors)")
        let text = try Self.text("company.yaml", stimul)
        // What the entry says is an answer, and stays.
        #expect(text.contains("    year: 2026\n") && text.hasSuffix("  # the others\n"), "\(text)")
        try stimul.write(
            yaml + "\ntables:\n  Продажи январь.csv:\n    reads: sale  # as Olga said\n", to: "acme/company.yaml")
        let left = try stimul.run(words: Self.words + ["--answer", "name.Котов Борис=boris", "--write"])
        #expect(left.code == 2 && left.errors.contains("has a comment"), "\(left.errors)")
        #expect(left.errors.contains("Продажи январь.csv: {reads: sale,"))
    }

    private static func text(_ name: String, _ stimul: Command) throws -> String {
        try String(contentsOf: stimul.folder.appendingPathComponent("acme/\(name)"), encoding: .utf8)
    }

    /// All files of the company with their bytes.
    private static func content(_ stimul: Command) throws -> [String: Data] {
        let folder = stimul.folder.appendingPathComponent("acme")
        var content: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            content[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return content
    }
}
