import Importing
import Messages
import Testing

/// What is asked, what is not, and what answers do.
struct MappingDialogueTests {
    private static func dialogue(
        _ text: String, _ answers: [(String, String)] = [], file: String = "sale.csv", kinds: [TargetKind] = Kinds.all
    ) throws -> MappingDialogue {
        var said = MappingAnswers()
        for (key, value) in answers { try said.take(key, value) }
        return try MappingDialogue(Kinds.table(text), kinds: kinds, known: Kinds.people, named: file, said: said)
    }

    /// The answers that would do, as they are written.
    private static func choices(_ dialogue: MappingDialogue) -> [String] {
        dialogue.open.flatMap { $0.choices.map { "\($0.key)=\($0.value)" } }
    }

    @Test("a table that proves everything is asked nothing")
    func nothingToAsk() throws {
        let dialogue = try Self.dialogue(
            "Отчёт за январь;;;\nДата;Менеджер;Контрагент;Сумма, руб.\n05.01.2026 10:00;Анна Орлова;Луч;1 234,50\n31.01.2026 11:00;Борис Котов;Заря;2 000,00\nИтого;;;3 234,50\n"
        )
        #expect(dialogue.isReady && dialogue.open.isEmpty && dialogue.faults.isEmpty)
        let clean = try #require(dialogue.clean)
        #expect(clean.sourceRows == [3, 4])
        let preview = try MappingPreview(
            clean, #require(dialogue.proposal),
            of: Kinds.table("Дата\n"))
        #expect(preview.rowCount == 2)
        #expect(preview.rows.map { $0.joined(separator: "|") }.contains { $0.hasSuffix("|2026-01-05|anna|Луч|1234.5") })
    }

    /// A table, the answers that are offered, one of them, and the first row read with it.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let offered: [String]
        let answer: (String, String)
        let row: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "slashes that nothing tells", text: "id,date,amount\n1,01/05/2026,5\n2,02/06/2026,6\n",
            offered: ["dates.date=d/m/y", "dates.date=m/d/y"], answer: ("dates.date", "m/d/y"), row: "1|2026-01-05|5"),
        Case(
            name: "the same, said of all columns", text: "id,date,amount\n1,01/05/2026,5\n2,02/06/2026,6\n",
            offered: ["dates.date=d/m/y", "dates.date=m/d/y"], answer: ("dates", "d/m/y"), row: "1|2026-05-01|5"),
        Case(
            name: "a mark for thousands or decimals", text: "id;date;amount\n1;2026-01-05;1,234\n2;2026-01-06;5,678\n",
            offered: ["decimal.amount=.", "decimal.amount=,"], answer: ("decimal.amount", "."), row: "1|2026-01-05|1234"
        ),
        Case(
            name: "one word among numbers",
            text:
                "id,date,amount\n1,2026-01-05,5\n2,2026-01-06,нет суммы\n3,2026-01-07,6\n4,2026-01-08,7\n5,2026-01-09,8\n",
            offered: ["empty=нет суммы"], answer: ("empty", "нет суммы"), row: ""),
        Case(
            name: "a moment of another zone", text: "id,date,amount\n1,2026-01-31T22:10:00Z,5\n",
            offered: ["time=drop"], answer: ("zone", "+03:00"), row: "1|2026-02-01|5"),
        Case(
            name: "two amounts",
            text: "Номер;Дата;Сумма с НДС;Сумма без НДС\n1;05.01.2026;120;100\n2;31.01.2026;240;200\n",
            offered: ["column.amount=Сумма с НДС", "column.amount=Сумма без НДС"],
            answer: ("column.amount", "Сумма без НДС"), row: "1|2026-01-05|100"),
        Case(
            name: "no column is the amount",
            text: "id,date,seller,итого по строке\n1,2026-01-05,anna,5\n2,2026-01-06,boris,6\n",
            offered: [], answer: ("column.amount", "итого по строке"), row: "1|2026-01-05|anna|5"),
        Case(
            name: "a name in another spelling",
            text: "id,date,seller,amount\n1,2026-01-05,Котов Борис,5\n2,2026-01-06,anna,6\n",
            offered: ["name.Котов Борис=boris"], answer: ("name.Котов Борис", "boris"), row: "1|2026-01-05|boris|5"),
        Case(
            name: "one id in two rows", text: "id,date,amount\n1,2026-01-05,5\n2,2026-01-06,6\n", offered: [],
            answer: ("id", "id,date"), row: "1|2026-01-05|2026-01-05|5"),
    ]

    @Test(
        "what only a person knows is asked with the answers that can be told, and each answer does what it says",
        arguments: cases)
    func asked(_ example: Case) throws {
        let before = try Self.dialogue(example.text)
        #expect(Self.choices(before) == example.offered)
        let after = try Self.dialogue(example.text, [example.answer])
        let texts = after.open.map(\.text.en) + after.faults.map(\.en)
        if example.row.isEmpty {
            // The cell is then empty, and the amount must not be.
            #expect(texts == ["row 3: amount is empty: fill it in, or let 'amount' be empty in the kind ('?')"])
        } else {
            #expect(after.isReady, "\(texts)")
            #expect(after.clean?.rows(first: 1).first?.joined(separator: "|") == example.row)
        }
        for question in before.open { #expect(question.blocks && !question.text.ru.isEmpty && question.isAnswerable) }
    }

    @Test("what no answer mends is a fault of the file")
    func fault() throws {
        let dialogue = try Self.dialogue("id,date,amount\n1,2026-01-05,12.5\n2,2026-01-06,\"13,5\"\n")
        #expect(dialogue.open.isEmpty && !dialogue.isReady)
        #expect(dialogue.faults.map(\.en).contains { $0.contains("export the column in one format") })
    }

    @Test("a table that resembles nothing is asked what it holds; an empty one is told so")
    func nothing() throws {
        let dialogue = try Self.dialogue("foo;bar\nx;y\n", file: "x.csv", kinds: [Kinds.sale, Kinds.targets])
        #expect(dialogue.open.map(\.key) == ["kind"])
        #expect(Self.choices(dialogue) == ["kind=sale", "kind=targets"])
        #expect(try Self.dialogue("").faults.map(\.ru) == ["таблица пуста"])
        let said = try Self.dialogue("foo;bar\nx;y\n", [("kind", "sale")], kinds: [Kinds.sale, Kinds.targets])
        #expect(said.proposal?.kind.name == "sale" && said.open.map(\.key) == ["column.date", "column.amount"])
    }

    @Test("months without a year, and a metric that stands in no column")
    func wide() throws {
        let text = "Сотрудник;январь;февраль\nАнна Орлова;100;120\n"
        let known = Kinds.people.merging(["metric": NameIndex([("sales", ["Продажи"]), ("deals", [])])]) { $1 }
        let open = try MappingDialogue(
            Kinds.table(text), kinds: [Kinds.targets], known: known, named: "планы.csv")
        #expect(Set(open.open.map(\.key)) == ["year", "column.metric"])
        var said = MappingAnswers()
        try said.take("year", "2026")
        try said.take("constant.metric", "sales")
        let done = try MappingDialogue(
            Kinds.table(text), kinds: [Kinds.targets], known: known, named: "планы.csv", said: said)
        #expect(done.isReady)
        #expect(
            done.clean?.rows(first: 2) == [["sales", "anna", "2026-01", "100"], ["sales", "anna", "2026-02", "120"]])
    }

    @Test(
        "an answer that is none says what may be answered",
        arguments: [
            ("colour", "red", "nothing is asked under 'colour'; there is kind,"),
            ("decimal", ";", "'decimal' cannot be ';'; it is one of '.' ','"),
            ("header", "0", "'header' cannot be '0'"), ("header", "2-9", "'header' cannot be '2-9'"),
            ("zone", "Moscow", "'zone' cannot be 'Moscow'"), ("year", "26", "'year' cannot be '26'"),
            ("kind", "sales", "'kind' cannot be 'sales'; it is one of 'client' 'person' 'sale' 'targets'"),
            ("column.amount", "Цена", "'column.amount' cannot be 'Цена'; it is one of 'id' 'date' 'amount'"),
            ("column.amount", "9", "'column.amount' cannot be '9'"),
            ("column.sum", "amount", "'column.sum': there is no field 'sum'; there is id, date,"),
            ("name.Котов Борис", "7", "'Котов Борис': there is no record '7'"),
            ("column.", "x", "nothing is asked under 'column.'"),
        ])
    func wrongAnswer(key: String, value: String, message: String) throws {
        do {
            _ = try Self.dialogue("id,date,amount\n1,2026-01-05,5\n", [(key, value)])
            Issue.record("\(key)=\(value) was taken")
        } catch let fault as MappingAnswerFault {
            #expect(fault.text.en.hasPrefix(message), "\(fault.text.en)")
            #expect(!fault.text.ru.isEmpty)
        }
    }

    @Test("what an entry says is an answer", arguments: Habit.all.filter { $0.refusal == nil })
    func entryAsAnswer(_ habit: Habit) throws {
        let first = try MappingDialogue(
            Kinds.table(habit.text), kinds: Kinds.all, known: Kinds.people, named: habit.file)
        guard let rules = first.rules, first.isReady else { return }
        let said = try MappingAnswers(entry: Self.words(rules))
        let again = try MappingDialogue(
            Kinds.table(habit.text), kinds: Kinds.all, known: Kinds.people, named: habit.file, said: said)
        #expect(again.clean == first.clean)
    }

    /// The entry as whoever reads YAML hands it over.
    private static func words(_ rules: TableRules) -> [(path: [String], value: String)] {
        var words: [(path: [String], value: String)] = [(["reads"], rules.reads ?? "")]
        if case .rows(let rows) = rules.header { words += rows.map { (["header"], "\($0)") } }
        if rules.header == .none { words.append((["header"], "none")) }
        for (field, column) in rules.columns {
            switch column {
            case .named(let name): words.append((["columns", field], name))
            case .number(let number): words.append((["columns", field], "\(number)"))
            }
        }
        words += rules.constants.map { (["constants", $0.key], $0.value) }
        if let decimal = rules.decimal { words.append((["decimal"], decimal.rawValue)) }
        if rules.dropsTime { words.append((["time"], "drop")) }
        words += rules.empty.map { (["empty"], $0) }
        switch rules.id {
        case .row?: words.append((["id"], "row"))
        case .fields(let fields)?: words += fields.map { (["id"], $0) }
        case nil: break
        }
        if let owners = rules.owners {
            words += [(["owners", "separator"], owners.separator), (["owners", "column"], owners.field)]
        }
        words += rules.names.map { (["names"], $0) }
        if rules.dropsTotals { words.append((["totals"], "drop")) }
        return words
    }

    @Test("an entry with a key that no answer has is not taken")
    func unknownEntry() {
        #expect(throws: MappingAnswerFault.unknownKey("colour")) { try MappingAnswers(entry: [(["colour"], "red")]) }
    }
}
