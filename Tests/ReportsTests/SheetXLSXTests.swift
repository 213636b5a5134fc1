import Messages
import Periods
import Quantities
import Reports
import Testing

/// A workbook, read back cell by cell.
struct SheetXLSXTests {
    private static let rub = Sheet.Kind.money(Currency(code: "RUB"))

    @Test("the statement of three people: header, days, amounts, total")
    func statement() throws {
        let sheet = try Sheet(
            name: "January",
            columns: [
                Sheet.Column(title: "Person", kind: .text), Sheet.Column(title: "Paid on", kind: .day),
                Sheet.Column(title: "Bonus", kind: Self.rub), Sheet.Column(title: "Attainment", kind: .number),
            ],
            rows: [
                [
                    .text("Литвинова"), .day(try #require(CivilDay(parsing: "2026-02-28"))), .money(6_000_050),
                    .number(try FixedDecimal(parsing: "1.075")),
                ],
                [.text("Orlova"), .empty, .money(-150_025), .number(0)],
                [.text("Petrov"), .empty, .text("no target"), .empty],
            ],
            total: true)
        let page = try #require(try Scratch.written([sheet]).sheets.first)
        #expect(page.name == "January")
        #expect(page.frozenRows == 1)
        #expect(
            page.cells == [
                "A1": .text("Person", bold: true), "B1": .text("Paid on", bold: true),
                "C1": .text("Bonus", bold: true), "D1": .text("Attainment", bold: true),
                // 28 February 2026 is day 46,081 of the spreadsheet's calendar.
                "A2": .text("Литвинова"), "B2": .number("46081", format: "yyyy-mm-dd"),
                "C2": .number("60000.5", format: "#,##0.00"), "D2": .number("1.075"),
                "A3": .text("Orlova"), "C3": .number("-1500.25", format: "#,##0.00"), "D3": .number("0"),
                "A4": .text("Petrov"), "C4": .text("no target"),
                // 60,000.50 − 1,500.25 = 58,500.25
                "A5": .text("Total", bold: true),
                "C5": .number("58500.25", format: "#,##0.00", bold: true, formula: "SUM(C2:C4)"),
            ])
    }

    @Test("in Russian the total is called so, and days are written with dots")
    func russian() throws {
        let sheet = try Sheet(
            name: "Январь", columns: [Sheet.Column(title: "День", kind: .day)],
            rows: [[.day(try #require(CivilDay(parsing: "2026-01-31")))]], total: true)
        let page = try #require(try Scratch.written([sheet], .ru).sheets.first)
        #expect(page.name == "Январь")
        #expect(page.cells["A2"] == .number("46053", format: "dd.mm.yyyy"))
        #expect(page.cells["A3"] == .text("Итого", bold: true))
    }

    @Test(
        "money has a number format of its currency's minor digits",
        arguments: [
            ("RUB", 123_456, "1234.56", "#,##0.00"), ("JPY", 123_456, "123456", "#,##0"),
            ("KWD", 123_456, "123.456", "#,##0.000"), ("CLF", 123_456, "12.3456", "#,##0.0000"),
        ] as [(String, Int64, String, String)])
    func formats(code: String, units: Int64, value: String, format: String) throws {
        let page = try onePage(.money(Currency(code: code)), [.money(units)], total: true)
        #expect(page.cells["A2"] == .number(value, format: format))
        #expect(page.cells["A3"] == .number(value, format: format, bold: true, formula: "SUM(A2:A2)"))
    }

    @Test("two currencies in one workbook keep their own formats")
    func twoCurrencies() throws {
        let sheet = try Sheet(
            name: "s",
            columns: [
                Sheet.Column(title: "RUB", kind: Self.rub),
                Sheet.Column(title: "JPY", kind: .money(Currency(code: "JPY"))),
            ],
            rows: [[.money(1), .money(1)]])
        let page = try #require(try Scratch.written([sheet]).sheets.first)
        #expect(page.cells["A2"] == .number("0.01", format: "#,##0.00"))
        #expect(page.cells["B2"] == .number("1", format: "#,##0"))
    }

    @Test(
        "fifteen digits are a number, sixteen are text, so that no kopeck is lost",
        arguments: [
            (999_999_999_999_999, .number("9999999999999.99", format: "#,##0.00")),
            (-999_999_999_999_999, .number("-9999999999999.99", format: "#,##0.00")),
            (1_000_000_000_000_000, .text("10000000000000.00", format: "#,##0.00")),
            (9_007_199_254_740_993, .text("90071992547409.93", format: "#,##0.00")),
            (Int64.min, .text("-92233720368547758.08", format: "#,##0.00")),
        ] as [(Int64, WrittenWorkbook.Cell)])
    func longAmounts(units: Int64, cell: WrittenWorkbook.Cell) throws {
        #expect(try onePage(Self.rub, [.money(units)]).cells["A2"] == cell)
    }

    @Test("every amount of fifteen digits is read back to the kopeck", arguments: [1, 2, 3] as [UInt64])
    func amountsRoundTrip(seed: UInt64) throws {
        var state = seed
        let amounts = (0..<500).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Int64(state >> 1) % 1_000_000_000_000_000) >> Int64(state >> 60)
        }
        let page = try onePage(Self.rub, amounts.map { .money($0) })
        for (index, amount) in amounts.enumerated() {
            let cell = try #require(page.cells["A\(index + 2)"])
            #expect(cell.kind == "number")
            let number = try #require(Double(cell.value))
            #expect(Int64((number * 100).rounded()) == amount, "\(cell.value)")
        }
    }

    @Test("numbers that are no money keep fifteen digits; one with a longer whole part is text")
    func longNumbers() throws {
        let numbers = ["0.3333333333333333", "100", "-2.5", "123456789012345.5", "1234567890123456"]
        let page = try onePage(.number, try numbers.map { .number(try FixedDecimal(parsing: $0)) })
        #expect(page.cells["A2"] == .number("0.3333333333333333"))
        #expect(page.cells["A3"] == .number("100"))
        #expect(page.cells["A4"] == .number("-2.5"))
        #expect(page.cells["A5"] == .number("123456789012345.5"))
        #expect(page.cells["A6"] == .text("1234567890123456"))
    }

    @Test(
        "days are numbers from 1 March 1900 on; before it spreadsheets disagree, so they are texts",
        arguments: [
            ("1900-02-28", .text("1900-02-28", format: "yyyy-mm-dd")),
            ("1900-03-01", .number("61", format: "yyyy-mm-dd")),
            ("1970-01-01", .number("25569", format: "yyyy-mm-dd")),
            ("9999-12-31", .number("2958465", format: "yyyy-mm-dd")),
        ] as [(String, WrittenWorkbook.Cell)])
    func days(day: String, cell: WrittenWorkbook.Cell) throws {
        let day = try #require(CivilDay(parsing: day))
        #expect(try onePage(.day, [.day(day)]).cells["A2"] == cell)
    }

    @Test(
        "a text stays the text it is",
        arguments: [
            "=1+1", "{=SUM(A1)}", "+5", "-5", "@x", "https://example.org", "mailto:a@example.org", "007", "1e5", "TRUE",
            "a < b & \"c\"", "<r><t>bold</t></r>", " spaces ", "two\nlines", "tab\there", "a\rb", "bell \u{7}",
            "_x0041_", "_x0041_x0042_", "наценка ₽", "👩‍👩‍👧", "'quoted",
        ])
    func texts(text: String) throws {
        #expect(try onePage(.text, [.text(text)]).cells["A2"] == .text(text))
        let header = try Sheet(name: "s", columns: [Sheet.Column(title: text, kind: .text)], rows: [])
        #expect(try Scratch.written([header]).sheets.first?.cells["A1"] == .text(text, bold: true))
    }

    @Test("what XML cannot carry becomes the replacement character", arguments: ["\u{0}", "\u{FFFE}", "\u{FFFF}"])
    func notXML(character: String) throws {
        #expect(try onePage(.text, [.text("a\(character)b")]).cells["A2"] == .text("a\u{FFFD}b"))
    }

    @Test("columns are as wide as their content, from 10 to 62 characters")
    func widths() throws {
        let sheet = try Sheet(
            name: "s",
            columns: [
                Sheet.Column(title: "a", kind: .text), Sheet.Column(title: "b", kind: .text),
                Sheet.Column(title: "c", kind: .text), Sheet.Column(title: "d", kind: Self.rub),
            ],
            rows: [
                [
                    .text("x"), .text(String(repeating: "ж", count: 20)), .text(String(repeating: "x", count: 500)),
                    .money(123_456_789_012),
                ]
            ])
        let widths = try #require(try Scratch.written([sheet]).sheets.first).widths.map { Int($0) }
        // 1,234,567,890.12 takes 16 characters; two of margin.
        #expect(widths == [10, 22, 62, 18])
    }

    private func onePage(
        _ kind: Sheet.Kind, _ cells: [Sheet.Cell], total: Bool = false
    ) throws -> WrittenWorkbook.Page {
        let sheet = try Sheet(
            name: "s", columns: [Sheet.Column(title: "t", kind: kind)], rows: cells.map { [$0] }, total: total)
        return try #require(try Scratch.written([sheet]).sheets.first)
    }
}
