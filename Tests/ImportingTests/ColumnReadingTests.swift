import Importing
import Messages
import Periods
import Testing

/// How a whole column decides the reading of its cells, and what it cannot decide.
struct ColumnReadingTests {
    private static func reading(
        _ cells: [String], _ type: TargetType? = nil, _ rules: CellRules = CellRules()
    ) -> ColumnReading {
        ColumnReading(
            cells.enumerated().map { (row: $0.offset + 2, cell: Cell.text($0.element)) }, as: type, rules: rules)
    }

    @Test(
        "numbers: a single cell proves the decimal mark for all",
        arguments: [
            (["1,234", "12,5"], CellForm.number(.comma)), (["1,234", "12.5"], .number(.point)),
            (["1,234,567", "1,234"], .number(.point)), (["1.234.567", "1.234"], .number(.comma)),
            (["0,125", "1,234"], .number(.comma)), (["1 234,567"], .number(.comma)), (["1 234", "5"], .number(.point)),
            (["1'234.567", "5"], .number(.point)), (["1,2345"], .number(.comma)), (["(1.234,5)"], .number(.comma)),
        ])
    func decimals(cells: [String], form: CellForm) {
        let reading = Self.reading(cells)
        #expect(reading.form == form)
        #expect(reading.isProven, "\(reading.doubts.map(\.message.en))")
    }

    @Test("a column that allows both marks is told with an example in both readings")
    func eitherMark() throws {
        let reading = Self.reading(["5", "1,234", "20,000"], .money)
        #expect(
            reading.doubts == [.either(CellExample(row: 3, text: "1,234"), first: "1234", second: "1.234", .decimal)])
        let doubt = try #require(reading.doubts.first)
        #expect(doubt.message.en == "row 3: '1,234' may be 1234 or 1.234, and nothing in the column tells which")
        #expect(doubt.message.ru == "строка 3: «1,234» может быть 1234 или 1.234, и по столбцу этого не понять")
        #expect(doubt.remedy.en == "say 'decimal: \".\"' or 'decimal: \",\"'")
        var rules = CellRules()
        rules.decimal = .point
        #expect(Self.reading(["5", "1,234", "20,000"], .money, rules).isProven)
    }

    @Test(
        "groups have three digits and one kind of mark, or it is no number",
        arguments: [
            "1,23,456", "12 34", "1 234'567", "1.234.56", "1,2,3", "--5", "(5", "5%%", "$5€", "5 5 5", "1234,567,8",
        ])
    func noNumbers(text: String) {
        #expect(
            Self.reading([text], .money).doubts.contains { if case .misfit = $0 { true } else { false } }, "\(text)")
    }

    @Test(
        "days: one beyond the twelfth proves the order; points and long names leave no choice",
        arguments: [
            (["05/03/2026", "31/03/2026"], CellForm.day(.dayFirst)), (["05/03/2026", "03/31/2026"], .day(.monthFirst)),
            (["05.03.2026", "06.03.2026"], .day(.dayFirst)), (["2026-03-05", "2026-03-06"], .day(.dayFirst)),
            (["05/05/2026"], .day(.dayFirst)), (["5 марта 2026 года", "Mar 6, 2026"], .day(.dayFirst)),
            (["1/31/2026 2:33 PM", "2/1/2026 12:00 AM"], .day(.monthFirst)),
        ])
    func days(cells: [String], form: CellForm) {
        var rules = CellRules()
        rules.dropsTime = true
        let reading = Self.reading(cells, nil, rules)
        #expect(reading.form == form)
        #expect(reading.isProven, "\(reading.doubts.map(\.message.en))")
    }

    @Test(
        "what the calendar does not have is no day",
        arguments: ["31.02.2026", "2026-13-01", "00/01/2026", "29.02.2025", "32 января 2026", "2026-1-1-1", "1.1.226"])
    func noDays(text: String) {
        #expect(Self.reading([text], .day).doubts == [.misfit(CellExample(row: 2, text: text), count: 1, .day)])
    }

    @Test("midnight says nothing; another time has to be declared, one with a zone with its zone")
    func times() throws {
        #expect(Self.reading(["31.01.2026 0:00", "2026-01-31T00:00:00.000+03:00"]).isProven)
        let timed = Self.reading(["31.01.2026 0:00", "31.01.2026 10:00"], .day)
        #expect(timed.doubts == [.time(CellExample(row: 3, text: "31.01.2026 10:00"), count: 1)])
        #expect(timed.doubts.first?.remedy.en == "say 'time: drop' to keep the day alone")
        let zoned = Self.reading(["2026-01-31T22:00:00Z"], .day)
        #expect(zoned.doubts == [.zone(CellExample(row: 2, text: "2026-01-31T22:00:00Z"))])
    }

    @Test("percentages are ratios and no amounts")
    func percent() {
        #expect(Self.reading(["4,5%", "10 %"], .percent).isProven)
        #expect(
            Self.reading(["4,5%"], .money).doubts == [.misfit(CellExample(row: 2, text: "4,5%"), count: 1, .amount)])
    }

    @Test(
        "the content says what a column is",
        arguments: [
            (["да", "нет"], CellForm.flag), (["TRUE", "false"], .flag), (["x", "✓"], .flag),
            (["01.2026", "02.2026"], .period),
            (["январь 2026", "Фев. 2026"], .period), (["Q1 2026", "I кв. 2026"], .period), (["007", "012"], .text),
            (["Анна", "12"], .text), ([], .empty), (["—", "n/a"], .empty), (["1", "0"], .number(.point)),
        ])
    func content(cells: [String], form: CellForm) { #expect(Self.reading(cells).form == form) }

    @Test("currencies are told by their codes; a sign of several currencies names itself")
    func currencies() {
        #expect(Self.reading(["5 руб.", "6 ₽", "RUB 7", "8р"]).currencies == ["RUB"])
        #expect(Self.reading(["$5", "6"]).currencies == ["$"])
        #expect(Self.reading(["US$5"]).currencies == ["USD"])
        #expect(Self.reading(["R$ 1.200,50"]).currencies == ["BRL"])
        #expect(Self.reading(["5 €", "6 $"], .money).doubts.count == 1)
    }
}

/// What a workbook keeps beside numbers and texts.
struct WorkbookCellReadingTests {
    private static func applied(_ amount: Cell) throws -> [String] {
        let table = RawTable(rows: [
            SheetRow(
                number: 1,
                cells: ["id", "date", "client", "amount"].enumerated().map { place, text in
                    SheetCell(column: place, value: .text(text))
                }),
            SheetRow(
                number: 2,
                cells: [
                    SheetCell(column: 0, value: .number("1")), SheetCell(column: 1, value: .text("2026-01-05")),
                    SheetCell(column: 2, value: .text("Луч")), SheetCell(column: 3, value: amount),
                ]),
        ])
        return Kinds.lines(try TableRules().applied(to: table, as: Kinds.sale))
    }

    @Test(
        "a formula that failed, or was never calculated, is no empty cell",
        arguments: [
            CellError.code("#N/A"), .code("#DIV/0!"), .notCalculated,
        ])
    func errors(error: CellError) throws {
        #expect(throws: TableRefusal.self) { try Self.applied(.error(error)) }
        #expect(try Self.applied(.number("1234.5")).last == "1,2026-01-05,Луч,1234.5")
    }

    @Test(
        "what binary fractions leave of a sum that is zero is zero; a tenth decimal place that counts is kept, to be refused",
        arguments: [
            ("-0.000000000000455", "0"), ("5.55E-30", "0"), ("0.00000000049", "0"), ("0.0000000005", "0.0000000005"),
            ("0.000000001", "0.000000001"), ("-0.0000000012", "-0.0000000012"),
        ])
    func remainder(stored: String, amount: String) throws {
        #expect(try Self.applied(.number(stored)).last == "1,2026-01-05,Луч,\(amount)")
    }

    @Test("a month that a spreadsheet keeps as its first day is a month; another day stays a day")
    func month() throws {
        let days = try [1, 15].map { try #require(CivilDay(year: 2026, month: 1, day: $0)) }
        let header = ["metric", "period", "value"].enumerated().map { SheetCell(column: $0, value: .text($1)) }
        let rows = days.enumerated().map { place, day in
            SheetRow(
                number: place + 2,
                cells: [
                    SheetCell(column: 0, value: .text("sales")), SheetCell(column: 1, value: .day(day)),
                    SheetCell(column: 2, value: .number("5")),
                ])
        }
        let table = RawTable(rows: [SheetRow(number: 1, cells: header)] + rows)
        let clean = try TableRules().applied(to: table, as: Kinds.targets)
        #expect(Kinds.lines(clean) == ["metric,period,value", "sales,2026-01,5", "sales,2026-01-15,5"])
    }
}
