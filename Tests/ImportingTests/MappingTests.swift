import Importing
import Messages
import Testing

/// What a proposal says beside its columns, and how it is written down.
struct MappingTests {
    private static func proposal(_ text: String, _ file: String = "sale.csv", known: KnownNames = Kinds.people) throws
        -> MappingProposal
    {
        try #require(try MappingProposal(Kinds.table(text), kinds: Kinds.all, known: known, named: file))
    }

    @Test("one line says all that is to be said of a Russian export")
    func line() throws {
        let proposal = try Self.proposal(
            "Отчёт за январь;;;;\nДата;Менеджер;Контрагент;Сумма, руб.;Комментарий\n05.01.2026 10:00;Анна Орлова;Луч;1 234,50;да\n06.01.2026 11:00;Борис Котов;Заря;2 000,00;нет\nИтого;;;3 234,50;\n",
            "Продажи январь.csv")
        #expect(
            proposal.yaml
                == "Продажи январь.csv: {reads: sale, delimiter: \";\", header: 2, decimal: \",\", time: drop, totals: drop, id: [date, seller, client, amount], columns: {amount: \"Сумма, руб.\", client: Контрагент, date: Дата, seller: Менеджер}, names: [seller]}"
        )
        #expect(proposal.unread == ["Комментарий"])
        #expect(proposal.questions.allSatisfy { !$0.blocks && !$0.text.ru.isEmpty })
        #expect(
            proposal.questions.map(\.text.en).contains {
                $0.hasPrefix("no column is an id; it is made of date, seller, client, amount")
            })
    }

    @Test(
        "the kind is told by the fields, and by the file's name where these do not tell",
        arguments: [
            ("id,name\nanna,Анна\n", "people.csv", "person"), ("ID;Наименование\n1;Луч\n", "Контрагенты.csv", "client"),
            ("metric,period,value\nsales,2026-01,5\n", "x.csv", "targets"),
            ("Номер;Дата;Сумма\n1;05.01.2026;5\n", "x.csv", "sale"),
        ])
    func kind(text: String, file: String, kind: String) throws {
        #expect(try Self.proposal(text, file).kind.name == kind)
    }

    @Test("a kind of which nothing but the id is found is no rival, and does where the table has nothing else")
    func idAlone() throws {
        let product = TargetKind(
            "product", fields: [TargetField("id", .identifier), TargetField("title", .text, isOptional: true)])
        let kinds = [Kinds.sale, product]
        let sales = try MappingProposal(
            Kinds.table("id,date,amount\n1,2026-01-05,5\n"), kinds: kinds, named: "x.csv")
        #expect(sales?.kind.name == "sale" && sales?.rivals == [])
        let ids = try MappingProposal(Kinds.table("id\np1\np2\n"), kinds: kinds, named: "x.csv")
        #expect(ids?.kind.name == "product")
    }

    @Test("what fits no kind gets no proposal", arguments: ["", "foo\nbar\n", "a;b\nx;y\n"])
    func nothing(text: String) throws {
        #expect(try MappingProposal(Kinds.table(text), kinds: [Kinds.sale, Kinds.targets], named: "x.csv") == nil)
    }

    @Test(
        "known exports are told by their headers, in any order and with columns left out",
        arguments: [
            ("Сумма;Валюта;ID;Название сделки;Ответственный;Стадия сделки;UTM", "Bitrix24"),
            ("ID,TITLE,STAGE_ID,ASSIGNED_BY_ID,OPPORTUNITY,CURRENCY_ID", "Bitrix24"),
            ("ID,Название сделки,Бюджет ,Ответственный,Дата создания сделки,Этап сделки,Воронка", "amoCRM"),
            ("Record ID,Deal Name,Deal Stage,Close Date,Deal Owner,Amount", "HubSpot"),
            ("Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Type", "Salesforce"),
            ("id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID", "Stripe"),
            ("Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance", "QuickBooks"),
            ("Период;Документ;Аналитика Дт;Аналитика Кт;Дебет;Кредит", "1С"),
        ])
    func exports(header: String, system: String) throws {
        let count = header.split { $0 == ";" || $0 == "," }.count
        let row = (0..<count).map { "\($0)" }.joined(separator: header.contains(";") ? ";" : ",")
        let proposal = MappingProposal(
            try Kinds.table(header + "\n" + row + "\n"),
            kinds: [
                TargetKind(
                    "any", fields: [TargetField("id", .text), TargetField("amount", .text), TargetField("date", .text)])
            ],
            named: "x.csv")
        #expect(proposal?.export?.system == system)
    }

    @Test("the expected closing day of Bitrix24 is not taken for the day of a sale")
    func trap() throws {
        let proposal = try Self.proposal(
            "ID;Название сделки;Стадия сделки;Ответственный;Сумма;Валюта;Предполагаемая дата закрытия;Дата создания\n81;П;У;anna;10;RUB;20.02.2026;14.01.2026\n"
        )
        #expect(proposal.rules.columns["date"] == .named("Дата создания"))
    }

    @Test(
        "next month's file is known by its header: order, capitals and blanks do not matter, nor which months stand there"
    )
    func fingerprint() throws {
        let january = try Self.proposal("ID;Дата;Сумма\n1;05.01.2026;5\n").fingerprint
        let february = try Self.proposal("Отчёт;;\nдата ;СУММА;id\n05.02.2026;5;1\n").fingerprint
        #expect(january == february)
        #expect(january == HeaderFingerprint(names: ["Сумма", "id", "Дата"]))
        #expect(january != HeaderFingerprint(names: ["Сумма", "id"]))
        let first = try HeaderFingerprint(TableShape(Kinds.table("Rep,Jan-26,Feb-26\nAmy,1,2\n")))
        let second = try HeaderFingerprint(TableShape(Kinds.table("Rep,Apr-26,May-26\nAmy,1,2\n")))
        #expect(first == second)
        #expect(first.description.count == 16)
    }

    @Test("several owners share equally, in a table of shares that total 100 %")
    func owners() throws {
        let table = try Kinds.table("id,date,seller,amount\n1,2026-01-05,amy/bob/anna,10\n2,2026-01-06,bob,20\n")
        let proposal = try #require(MappingProposal(table, kinds: Kinds.all, known: Kinds.people, named: "sale.csv"))
        #expect(proposal.rules.owners == TableRules.Owners(field: "seller", separator: "/"))
        let clean = try proposal.rules.applied(to: table, as: proposal.kind, known: Kinds.people)
        let splits = try #require(clean.splits)
        #expect(
            String(decoding: splits, as: UTF8.self)
                == "sale,person,share\n1,amy,33.3333333%\n1,bob,33.3333333%\n1,anna,33.3333334%\n2,bob,100%\n")
        #expect(clean.splitRows == [2, 2, 2, 3])
    }

    @Test("an id of the row's number names the file; equal rows count on")
    func identity() throws {
        let table = try Kinds.table("Отчёт;\nДата;Сумма\n05.01.2026;10\n05.01.2026;10\n")
        var rules = TableRules()
        rules.header = .rows(2...2)
        rules.id = .row
        rules.columns = ["date": .named("дата"), "amount": .number(2)]
        let clean = try rules.applied(to: table, as: Kinds.sale, named: "jan.csv")
        #expect(Kinds.lines(clean) == ["id,date,amount", "jan.csv:3,2026-01-05,10", "jan.csv:4,2026-01-05,10"])
        #expect(clean.sourceRows == [3, 4])
    }

    @Test("every fault of a table is told at once, each once, in both languages")
    func faults() throws {
        let table = try Kinds.table(
            "id;date;seller;amount\n1;05/01/2026;Nobody;x\n1;06/01/2026;Nobody;5\nИтого;;;5\n")
        var rules = TableRules()
        rules.names = ["seller"]
        rules.columns = ["colour": .named("id")]
        #expect {
            try rules.applied(to: table, as: Kinds.sale, known: Kinds.people)
        } throws: { error in
            guard let refusal = error as? TableRefusal else { return false }
            #expect(
                refusal.text.en == """
                    row 4 looks like a total: totals: drop
                    column 'date', row 2: '05/01/2026' may be 2026-01-05 or 2026-05-01, and nothing in the column tells which: say 'dates: d/m/y' or 'dates: m/d/y'
                    column 'amount', row 2: 'x' is not a number: mend it, or say 'empty: [x]' if it means nothing
                    there is no field 'colour': take it out, or mend its spelling
                    """)
            #expect(refusal.text.ru.hasPrefix("строка 4 похожа на итог: totals: drop\nстолбец «date», строка 2: "))
            return true
        }
        rules = TableRules()
        rules.names = ["seller"]
        rules.dropsTotals = true
        rules.dates = .order(.dayFirst)
        rules.empty = ["X"]
        #expect {
            try rules.applied(to: table, as: Kinds.sale, known: Kinds.people)
        } throws: { error in
            (error as? TableRefusal)?.text.en == """
                row 2, seller: there is no 'Nobody'; add it, or an alias (2 rows): mend the name, or write it into aliases.csv: kind, alias, id
                row 3: the id '1' stands in row 2 already: id: [id, …] with what tells the rows apart
                row 2: amount is empty: fill it in, or let 'amount' be empty in the kind ('?')
                """
        }
    }

    @Test("all keys are written as YAML reads them")
    func yaml() {
        var rules = TableRules()
        rules.reads = "sale"
        rules.sheet = "Январь: 1"
        rules.encoding = .windows1251
        rules.delimiter = 0x09
        rules.header = .none
        rules.decimals = ["amount": .comma, "cost": .point]
        rules.dates = .serial
        rules.zone = -210
        rules.year = 2026
        rules.empty = ["-", "не закрыта", "a\"b\\\u{A0}\n"]
        rules.dropsNotes = true
        rules.id = .row
        rules.columns = ["id": .number(3), "amount": .named("Сумма#2"), "date": .named("yes")]
        rules.constants = ["kind": "order"]
        rules.wide = TableRules.Wide(columns: ["Анна, Б."], key: "subject", values: ["План": "value", "Факт": "fact"])
        #expect(
            rules.yaml(for: "sales/a b.csv")
                == #"sales/a b.csv: {reads: sale, sheet: "Январь: 1", encoding: windows-1251, delimiter: tab, header: none, decimal: {amount: ",", cost: "."}, dates: serial, zone: "-03:30", year: 2026, empty: ["-", не закрыта, "a\"b\\\_\n"], notes: drop, id: row, columns: {amount: "Сумма#2", date: "yes", id: 3}, constants: {kind: order}, wide: {columns: ["Анна, Б."], key: subject, value: {План: value, Факт: fact}}}"#
        )
    }
}
