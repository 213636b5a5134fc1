import Importing
import Testing

/// Next month's file is known by its header.
struct HeaderMemoryTests {
    private static let january =
        "Отчёт за январь;;;\nДата;Менеджер;Контрагент;Сумма, руб.\n05.01.2026;Анна Орлова;Луч;1 234,50\n31.01.2026;Борис Котов;Заря;2 000,00\n"

    private static func rules(_ text: String, _ file: String, _ answers: [(String, String)] = []) throws -> TableRules {
        var said = MappingAnswers()
        for (key, value) in answers { try said.take(key, value) }
        let dialogue = try MappingDialogue(
            Kinds.table(text), kinds: Kinds.all, known: Kinds.people, named: file, said: said)
        return try #require(dialogue.rules)
    }

    private static func memory() throws -> HeaderMemory {
        try HeaderMemory([
            ("Продажи январь.csv", rules(january, "Продажи январь.csv")),
            ("планы.csv", rules("metric,subject,Янв 2026,Фев 2026\nsales,anna,100,200\n", "планы.csv")),
        ])
    }

    @Test(
        "the same names in any order, letters and blanks as they come, with more or fewer rows above",
        arguments: [
            ("Дата;Менеджер;Контрагент;Сумма, руб.\n05.02.2026;Анна Орлова;Луч;1,5\n", "Продажи январь.csv", 1),
            (
                "Отчёт;;;\nза февраль;;;\nменеджер;ДАТА;Сумма,  руб.;Контрагент\nАнна Орлова;05.02.2026;1,5;Луч\n",
                "Продажи январь.csv", 3
            ),
            ("metric,subject,Мар 2026,Апр 2026\nsales,anna,1,2\n", "планы.csv", 1),
        ])
    func known(text: String, entry: String, header: Int) throws {
        let match = try #require(try Self.memory().match(text: Array(text.utf8)))
        #expect(match.entry == entry)
        #expect(match.rules.header == (header == 1 ? .first : .rows(header...header)))
        let clean = try match.rules.applied(
            to: RawTable(text: PlainTable(Array(text.utf8))), as: entry == "планы.csv" ? Kinds.targets : Kinds.sale,
            known: Kinds.people)
        #expect(!clean.sourceRows.isEmpty)
    }

    @Test(
        "another column, a column less, no header: another file",
        arguments: [
            "Дата;Менеджер;Контрагент;Сумма, руб.;НДС\n05.02.2026;Анна Орлова;Луч;1,5;2\n",
            "Дата;Менеджер;Сумма, руб.\n05.02.2026;Анна Орлова;1,5\n", "05.02.2026;Анна Орлова;Луч;1,5\n", "",
        ])
    func unknown(text: String) throws {
        #expect(try Self.memory().match(text: Array(text.utf8)) == nil)
    }

    @Test("the encoding and the delimiter are those of the new file")
    func writing() throws {
        let text = "Дата,Менеджер,Контрагент,\"Сумма, руб.\"\n05.02.2026,Анна Орлова,Луч,\"1,5\"\n"
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
        let match = try #require(try Self.memory().match(text: wide))
        #expect(match.rules.encoding == .utf16LittleEndian && match.rules.delimiter == nil)
    }

    @Test("a file of which only the beginning is looked at is known as well, wherever that is cut")
    func long() throws {
        let memory = try Self.memory()
        let rows = String(repeating: "05.02.2026;Анна Орлова;\"ООО \"\"Луч\"\"\nТверь\";1,5\n", count: 2_000)
        let all = Array(("Дата;Менеджер;Контрагент;Сумма, руб.\n" + rows).utf8)
        for cut in HeaderMemory.bytes..<HeaderMemory.bytes + 90 {
            #expect(memory.match(text: Array(all[..<cut]))?.entry == "Продажи январь.csv", "\(cut)")
        }
    }

    @Test("the sheet of a workbook is the one with the header")
    func workbook() throws {
        let header = ["Дата", "Менеджер", "Контрагент", "Сумма, руб."]
        let cell = { (column: Int, row: Int, text: String) in
            "<c r=\"\(Workbook.letters(column))\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        let row = { (number: Int, texts: [String]) in
            "<row r=\"\(number)\">" + texts.enumerated().map { cell($0, number, $1) }.joined() + "</row>"
        }
        var parts = XlsxParts(row(1, ["Заметки"]))
        parts.sheets.append(
            XlsxParts.Sheet(
                name: "Февраль", rows: row(2, header) + row(3, ["05.02.2026", "Анна Орлова", "Луч", "1,5"])))
        let book = try opened { try parts.written($0) }
        let match = try #require(try Self.memory().match(book))
        #expect(match.entry == "Продажи январь.csv" && match.rules.sheet == "Февраль")
        #expect(match.rules.header == .first)
    }

    @Test("entries without a fingerprint remember nothing")
    func forgetful() throws {
        var rules = try Self.rules(Self.january, "x.csv")
        rules.fingerprint = nil
        #expect(HeaderMemory([("x.csv", rules)]).isEmpty)
    }
}
