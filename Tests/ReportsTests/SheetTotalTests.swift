import Quantities
import Reports
import Testing

/// The row of totals: a formula where a spreadsheet's sum is right to the kopeck, the exact sum where it is not.
struct SheetTotalTests {
    private static let format = "#,##0.00"

    @Test("ten times 0.10 is 1.00, by formula and by its kept value")
    func tenths() throws {
        #expect(
            try total(Array(repeating: 10, count: 10))
                == .number("1", format: Self.format, bold: true, formula: "SUM(A2:A11)"))
    }

    @Test("a sheet without rows has a total of nothing")
    func noRows() throws {
        #expect(try total([]) == .number("0", format: Self.format, bold: true))
    }

    @Test("an amount that is a text would be left out of a formula: the exact sum stands as text")
    func longAmount() throws {
        // 10,000,000,000,000.00 + 0.01
        #expect(
            try total([1_000_000_000_000_000, 1]) == .text("10000000000000.01", bold: true, format: Self.format))
    }

    @Test("long amounts that cancel leave the exact difference, without a formula")
    func cancelling() throws {
        #expect(
            try total([1_000_000_000_000_001, -1_000_000_000_000_000])
                == .number("0.01", format: Self.format, bold: true))
    }

    @Test("a sum of short amounts may itself be too long for a number")
    func longSum() throws {
        // 9,999,999,999,999.99 + 0.01
        #expect(
            try total([999_999_999_999_999, 1]) == .text("10000000000000.00", bold: true, format: Self.format))
    }

    @Test("amounts beyond what an Int64 can add up are added all the same")
    func beyondInt64() throws {
        // 2 × 92,233,720,368,547,758.07
        #expect(
            try total([.max, .max]) == .text("184467440737095516.14", bold: true, format: Self.format))
    }

    @Test("sums whose roundings could add up to half a kopeck are written without a formula")
    func manyLargeAmounts() throws {
        // 60 × 10,000,000,000.00: 6 × 10^13 kopecks × 60 is below 2^52 ≈ 4.5 × 10^15.
        let few = try total(Array(repeating: 1_000_000_000_000, count: 60))
        #expect(few.formula == "SUM(A2:A61)")
        // 80 of them: 8 × 10^13 × 80 is above.
        let many = try total(Array(repeating: 1_000_000_000_000, count: 80))
        #expect(many == .number("800000000000", format: Self.format, bold: true))
    }

    @Test("only money is summed: not shares, not points; the word stands in the first column that is no money")
    func otherKinds() throws {
        let sheet = try Sheet(
            name: "s",
            columns: [
                Sheet.Column(title: "Pay", kind: .money(Currency(code: "RUB"))),
                Sheet.Column(title: "Share", kind: .number), Sheet.Column(title: "Note", kind: .text),
            ],
            rows: [[.money(100), .number(1), .text("x")], [.empty, .number(2), .empty]], total: true)
        let cells = try #require(try Scratch.written([sheet]).sheets.first).cells
        #expect(cells["A4"] == .number("1", format: Self.format, bold: true, formula: "SUM(A2:A3)"))
        #expect(cells["B4"] == .text("Total", bold: true))
        #expect(cells["C4"] == nil)
    }

    @Test("columns beyond Z are named as spreadsheets name them", arguments: [(25, "Z"), (26, "AA"), (702, "AAA")])
    func letters(column: Int, name: String) throws {
        let columns = Array(
            repeating: Sheet.Column(title: "t", kind: .money(Currency(code: "RUB"))), count: column + 1)
        let sheet = try Sheet(
            name: "s", columns: columns, rows: [Array(repeating: .money(1), count: column + 1)], total: true)
        let cells = try #require(try Scratch.written([sheet]).sheets.first).cells
        #expect(cells["\(name)3"]?.formula == "SUM(\(name)2:\(name)2)")
    }

    /// The cell of the total below a column of amounts in kopecks.
    private func total(_ amounts: [Int64]) throws -> WrittenWorkbook.Cell {
        let column = Sheet.Column(title: "t", kind: .money(Currency(code: "RUB")))
        let sheet = try Sheet(name: "s", columns: [column], rows: amounts.map { [.money($0)] }, total: true)
        let page = try #require(try Scratch.written([sheet]).sheets.first)
        return try #require(page.cells["A\(amounts.count + 2)"])
    }
}
