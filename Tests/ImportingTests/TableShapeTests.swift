import Importing
import Testing

/// Where a table lies among the rows of its file.
struct TableShapeTests {
    /// The header's rows, the names of the columns, and every row with what it is.
    private static func shown(_ text: String) throws -> String {
        let table = try Kinds.table(text)
        let shape = TableShape(table)
        let header = shape.header.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "none"
        let body = shape.body.map { "\(table.rows[$0].number)" }.joined(separator: " ")
        let left = shape.leftOut.map { "\($0.row) \($0.reason.rawValue)" }.joined(separator: ", ")
        return "\(header) [\(shape.columns.map(\.name).joined(separator: "|"))] \(body)"
            + (left.isEmpty ? "" : " / \(left)")
    }

    @Test(
        "the header is found with its names, and every row is a row or left out with a reason",
        arguments: [
            ("id;date\n1;2026-01-05\n", "1-1 [id|date] 2"),
            (
                "Отчёт\n\nПериод: январь\nНомер;Дата;Сумма\n1;05.01.2026;5\n",
                "4-4 [Номер|Дата|Сумма] 5 / 1 aboveHeader, 3 aboveHeader"
            ),
            ("Сумма;сумма ;;Сумма\n1;2;3;4\n", "1-1 [Сумма|сумма#2|3|Сумма#3] 2"),
            ("Клиент;План;;Факт;\n;I;II;I;II\nЛуч;1;2;3;4\n", "1-2 [Клиент|План I|План II|Факт I|Факт II] 3"),
            ("1;2026-01-05;5\n2;2026-01-06;6\n", "none [1|2|3] 1 2"),
            ("id;a;b\nx;1;2\ny;3;4\n;4;6\nz;1;1\n;1;1\nИтого;5;7\n", "1-1 [id|a|b] 2 3 5 6 / 4 total, 7 total"),
            ("Имя;Город\nАнна;Тверь\nБорис;Псков\n", "1-1 [Имя|Город] 2 3"),
            (
                "id;date;amount\n1;2026-01-05;5\n2;2026-01-06;5\nid;date;amount\n3;2026-01-07;1\n",
                "1-1 [id|date|amount] 2 3 5 / 4 repeatedHeader"
            ),
            ("a;b;c\n1;2;3\nx;y;5\nz;w;5\n", "1-1 [a|b|c] 3 4 / 2 columnNumbers"),
            ("a;b;c\n1;2;3\n2;3;5\n", "1-1 [a|b|c] 2 3"),
            (
                "a;b;c;d\n1;2;x;4\n2;3;y;5\nСм. договор 5\nСоставил: Орлова;;____\n",
                "1-1 [a|b|c|d] 2 3 / 4 note, 5 note"
            ),
            ("a;b;c\nГруппа\n1;x;2\n2;y;3\nВсего по группе;;5\n", "1-1 [a|b|c] 3 4 / 2 heading, 5 total"),
            ("a;b\n", "1-1 [a|b] "), ("", "none [] "),
        ])
    func shape(text: String, expected: String) throws { #expect(try Self.shown(text) == expected) }

    @Test("a header below the thirtieth row is not looked for")
    func far() throws {
        let title = String(repeating: "Отчёт\n", count: 30)
        #expect(try TableShape(Kinds.table(title + "id;date;amount\n1;2026-01-05;5\n")).header == nil)
        let near = try TableShape(Kinds.table(String(title.dropLast(6)) + "id;date;amount\n1;2026-01-05;5\n"))
        #expect(near.header == 30...30)
    }

    @Test("a subtotal counts from the one before it, a grand total from the header")
    func sums() throws {
        #expect(
            try Self.shown("k;n;a;b\nx;p;1;2\nx;q;2;3\n;;3;5\ny;p;1;1\ny;q;4;4\n;;5;5\n;;8;10\n")
                == "1-1 [k|n|a|b] 2 3 5 6 / 4 total, 7 total, 8 total")
    }

    @Test(
        "columns whose headers are periods are one wide column, with the other row of the header as what they measure")
    func wide() throws {
        let plain = try #require(try TableShape(Kinds.table("Rep;Jan-26;Feb-26;Q2 2026\nAmy;1;2;3\n")).wide)
        #expect(plain.members.map(\.key) == ["2026-01", "2026-02", "2026-Q2"])
        let double = try #require(
            try TableShape(Kinds.table("Кто;2026;;2027;\n;План;Факт;План;Факт\nАнна;1;2;3;4\n")).wide)
        #expect(
            double.members.map { "\($0.key) \($0.measure)" } == ["2026 План", "2026 Факт", "2027 План", "2027 Факт"])
        let bare = try #require(try TableShape(Kinds.table("Кто;Январь;Февраль\nАнна;1;2\n")).wide)
        #expect(bare.lacksYear)
        #expect(try TableShape(Kinds.table("Кто;Январь;Сумма\nАнна;1;2\n")).wide == nil)
    }
}
