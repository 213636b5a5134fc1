import Company
import Periods
import Testing

@Suite("Cells become values")
struct CellTests {
    @Test(
        "a day is written in two ways, and midnight may follow it",
        arguments: [
            "2026-01-31", "31.01.2026", " 2026-01-31 ", "\"2026-01-31\"", "2026-01-31 00:00", "2026-01-31 00:00:00",
            "31.01.2026 0:00:00", "2026-01-31 0:00",
            "31.01.2026 00:00:00.000", "2026-01-31T00:00:00", "2026-01-31T00:00:00.0",
        ])
    func days(text: String) {
        #expect(cells(.day, [text]).table.columns["x"] == .day([20_484]), "\(text)")
    }

    @Test("days reach from the year 1 to the year 9999")
    func dayBounds() {
        let reading = cells(.day, ["0001-01-01", "9999-12-31", "1970-01-01", "2024-02-29"])
        let expected = [CivilDay.earliest.number, CivilDay.latest.number, 0, 19_782]
        #expect(reading.table.columns["x"] == .day(expected))
    }

    @Test(
        "what is no day is refused",
        arguments: [
            ("2026-1-31", "not-a-day"), ("31/01/2026", "not-a-day"), ("31.01.26", "not-a-day"),
            ("2026-01-3x", "not-a-day"), ("2026-01-31x", "not-a-day"), ("2026-01-31 0", "not-a-day"),
            ("0000-01-01", "no-such-day"), ("2026-02-29", "no-such-day"), ("2026-00-10", "no-such-day"),
            ("2026-01-31 00:00:01", "time-of-day"), ("2026-01-31T00:00:00Z", "time-of-day"),
            ("2026-01-31 00:00:00.001", "time-of-day"), ("2026-01-31 10:00", "time-of-day"),
        ])
    func wrongDays(text: String, code: String) {
        #expect(cells(.day, [text]).codes == [code], "\(text)")
    }

    @Test(
        "a number may have a sign, groups of three and decimal places",
        arguments: [
            ("0", 0, 0), ("-1234.5", -12_345, 1), ("+7", 7, 0), ("−3", -3, 0), (".5", 5, 1), ("-0.25", -25, 2),
            ("1 234.50", 12_345, 1), ("1\u{A0}234\u{202F}567", 1_234_567, 0), ("12 345", 12_345, 0),
            ("007", 7, 0), ("1.500000000000", 15, 1), ("0.000000001", 1, 9), ("0.0000000000", 0, 0),
            ("9223372036854775807", Int64.max, 0), ("-9223372036854775807", -Int64.max, 0),
        ])
    func numbers(text: String, value: Int64, scale: Int) {
        let expected = ColumnData.decimal(DecimalColumn(values: [value], scale: scale))
        #expect(cells(.decimal, [text]).table.columns["x"] == expected, "\(text)")
    }

    @Test(
        "what is no number is refused",
        arguments: [
            ("x", "not-a-number"), ("-", "not-a-number"), ("1.", "not-a-number"), (".", "not-a-number"),
            ("1 23", "not-a-number"), ("1234 567", "not-a-number"), ("1.2.3", "not-a-number"), ("--1", "not-a-number"),
            ("1 234.50 ₽", "not-a-number"), ("1E+05", "not-a-number"), ("5%", "not-a-number"), ("%", "not-a-number"),
            ("\"1,5\"", "decimal-mark"), ("\"1 234,50\"", "decimal-mark"),
            ("0.1234567891", "too-precise"), ("9223372036854775808", "too-large"),
            ("-9223372036854775808", "too-large"), ("123456789012345678901234567890", "too-large"),
        ])
    func wrongNumbers(text: String, code: String) {
        #expect(cells(.decimal, [text]).codes == [code], "\(text)")
    }

    @Test("the decimal mark may be a comma")
    func decimalComma() {
        let format = TableFormat(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","))
        let expected = ColumnData.decimal(DecimalColumn(values: [123_450, -75], scale: 2))
        #expect(cells(.decimal, ["1 234,50", "-0,75"], format).table.columns["x"] == expected)
        #expect(cells(.decimal, ["1.5"], format).codes == ["decimal-mark"])
    }

    @Test("all numbers of a column share the scale of the most precise one")
    func sharedScale() {
        let reading = cells(.decimal, ["1", "2.5", "3.125", "4.50", "5.0000"])
        let expected = DecimalColumn(values: [1000, 2500, 3125, 4500, 5000], scale: 3)
        #expect(reading.table.columns["x"] == .decimal(expected))
    }

    @Test("the scale also grows after the first block of rows")
    func lateScale() {
        let texts = [String](repeating: "7", count: 2000) + ["0.001"]
        let expected = DecimalColumn(values: [Int64](repeating: 7000, count: 2000) + [1], scale: 3)
        #expect(cells(.decimal, texts).table.columns["x"] == .decimal(expected))
    }

    @Test("numbers that do not fit one scale together are refused one by one")
    func scaleOverflow() {
        let large = "9000000000000000000"
        #expect(cells(.decimal, [large, "0.5"]).codes == ["too-large"])
        #expect(cells(.decimal, ["0.5", large, "1"]).table.rowCount == 2)
    }

    @Test(
        "a percentage is written with its sign or as a number",
        arguments: [
            ("4.5%", 45, 3), ("0.045", 45, 3), ("4.5 %", 45, 3), ("100%", 1, 0), ("-5%", -5, 2), ("0%", 0, 0),
            ("0.1234567%", 1_234_567, 9), ("1 000%", 10, 0), ("4.500000000%", 45, 3),
        ])
    func percentages(text: String, value: Int64, scale: Int) {
        let expected = ColumnData.decimal(DecimalColumn(values: [value], scale: scale))
        #expect(cells(.percent, [text]).table.columns["x"] == expected, "\(text)")
    }

    @Test("a sign alone is no percentage", arguments: ["%", "-%", "4.5%%", "%5"])
    func wrongPercentages(text: String) {
        #expect(cells(.percent, [text]).codes == ["not-a-number"], "\(text)")
    }

    @Test("yes and no are said in two languages")
    func flags() {
        let yes = ["yes", "true", "да", "1", "YES", "True", "ДА", "Да"]
        let no = ["no", "false", "нет", "0", "NO", "False", "НЕТ", "Нет"]
        let expected = [Int8](repeating: 1, count: 8) + [Int8](repeating: 0, count: 8)
        #expect(cells(.flag, yes + no).table.columns["x"] == .flag(expected))
        #expect(cells(.flag, ["maybe", "2", "нетт", "yes!"]).codes == [String](repeating: "not-a-flag", count: 4))
    }

    @Test("texts are numbered in the order of their first appearance")
    func codes() {
        let long = String(repeating: "длинный текст ", count: 3) + "конец"
        let texts = ["b", "a", "b", long, "c234567890123456", long, "c2345678"]
        let expected = CodeColumn(
            codes: [0, 1, 0, 2, 3, 2, 4], dictionary: ["b", "a", long, "c234567890123456", "c2345678"],
            firstLine: [2, 3, 5, 6, 8])
        #expect(cells(.code, texts).table.columns["x"] == .code(expected))
    }

    @Test("a hundred thousand different texts stay apart")
    func manyCodes() {
        let texts = (0..<100_000).map { "client \($0)" }
        #expect(cells(.code, texts + texts.reversed()).table.columns["x"]?.texts == texts + texts.reversed())
    }

    @Test("a text of a rejected row is not in the dictionary")
    func rejectedText() {
        let reading = TableReader.read(
            table(saleHeader + "1,x,anna,1,,\n2,2026-01-31,boris,1,,\n"), schema: saleSchema)
        #expect(
            reading.table.columns["seller"] == .code(CodeColumn(codes: [0], dictionary: ["boris"], firstLine: [3])))
        #expect(reading.table.columns["id"]?.texts == ["2"])
    }
}
