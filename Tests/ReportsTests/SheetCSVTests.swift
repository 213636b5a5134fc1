import Periods
import Quantities
import Reports
import Testing

/// A sheet as CSV, byte by byte.
struct SheetCSVTests {
    @Test("texts, days, amounts and numbers, each as its column says")
    func wholeFile() throws {
        let sheet = try Sheet(
            name: "Pay",
            columns: [
                Sheet.Column(title: "Person", kind: .text), Sheet.Column(title: "Paid on", kind: .day),
                Sheet.Column(title: "Bonus, RUB", kind: .money(Currency(code: "RUB"))),
                Sheet.Column(title: "Attainment", kind: .number),
            ],
            rows: [
                [
                    .text("Литвинова"), .day(try #require(CivilDay(parsing: "2026-02-28"))), .money(6_000_050),
                    .number(try FixedDecimal(parsing: "1.075")),
                ],
                [.text("Orlova"), .empty, .money(-5), .number(0)],
                [.text("Petrov"), .empty, .text("no target"), .empty],
            ],
            total: true)
        #expect(
            text(sheet) == """
                Person,Paid on,"Bonus, RUB",Attainment
                Литвинова,2026-02-28,60000.50,1.075
                Orlova,,-0.05,0
                Petrov,,no target,

                """)
    }

    @Test(
        "money has exactly the minor digits of its currency",
        arguments: [
            ("RUB", 123_456, "1234.56"), ("RUB", 100, "1.00"), ("RUB", 5, "0.05"), ("RUB", -5, "-0.05"),
            ("RUB", 0, "0.00"), ("JPY", 1_234, "1234"), ("JPY", 0, "0"), ("KWD", 1_234, "1.234"),
            ("CLF", 7, "0.0007"), ("RUB", Int64.max, "92233720368547758.07"),
            ("RUB", Int64.min, "-92233720368547758.08"),
        ] as [(String, Int64, String)])
    func minorDigits(code: String, units: Int64, written: String) throws {
        let column = Sheet.Column(title: "Sum", kind: .money(Currency(code: code)))
        let sheet = try Sheet(name: "s", columns: [column], rows: [[.money(units)]])
        #expect(text(sheet) == "Sum\n\(written)\n")
    }

    @Test(
        "a text that a spreadsheet would take for a formula gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+7 495", "'+7 495"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
            ("\rx", "\"'\nx\""), ("=A1,B1", "\"'=A1,B1\""), ("a=b", "a=b"), ("'quoted'", "'quoted'"),
            (" =1", " =1"),
        ])
    func guarding(given: String, written: String) throws {
        let cells = try Sheet(name: "s", columns: [Sheet.Column(title: "t", kind: .text)], rows: [[.text(given)]])
        #expect(text(cells) == "t\n\(written)\n")
        let titles = try Sheet(name: "s", columns: [Sheet.Column(title: given, kind: .text)], rows: [])
        #expect(text(titles) == "\(written)\n")
    }

    @Test(
        "a field is quoted when it must be, and only then",
        arguments: [
            ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""), ("two\nlines", "\"two\nlines\""),
            ("a\rb", "\"a\nb\""), ("a;b", "a;b"), (" spaces ", " spaces "), ("", "\"\""),
        ])
    func quoting(given: String, written: String) throws {
        let sheet = try Sheet(name: "s", columns: [Sheet.Column(title: "t", kind: .text)], rows: [[.text(given)]])
        #expect(text(sheet) == "t\n\(written)\n")
    }

    private func text(_ sheet: Sheet) -> String {
        String(decoding: SheetCSV.bytes(sheet), as: UTF8.self)
    }
}
