import Quantities
import Testing

@Suite("Reading decimals")
struct ParsingTests {
    @Test(
        "numbers",
        arguments: [
            ("0", Int128(0)),
            ("-0", 0),
            ("-12.345", -123_450_000_000_000_000),
            ("007", 70_000_000_000_000_000),
            ("0.0000000000000001", 1),
            ("1.00000000000000000000000", 10_000_000_000_000_000),
            ("17014118346046923173168.7303715884105727", .max),
            ("-17014118346046923173168.7303715884105728", .min),
        ])
    func numbers(text: String, raw: Int128) throws {
        #expect(try FixedDecimal(parsing: text).raw == raw)
    }

    @Test("part of a longer text is read without copying it first")
    func substring() throws {
        #expect(try FixedDecimal(parsing: "rate 0.05".split(separator: " ")[1]) == FixedDecimal("0.05"))
    }

    @Test(
        "anything else is refused and named in the error",
        arguments: [
            "", "-", ".", "1.", ".5", "-.5", "-1.", "+1", "--1", "1-", "1.2.3", "1,5", "1 000", "1\u{A0}000", "1_000",
            " 1",
            "1\n", "1e3", "0x10", "NaN", "inf", "½", "٣", "−5", "5%", "0.00000000000000001x",
        ])
    func refused(text: String) {
        #expect(throws: QuantityError.notANumber(text)) { try FixedDecimal(parsing: text) }
    }

    @Test(
        "a seventeenth decimal is an error rather than a silent rounding",
        arguments: [
            "0.00000000000000001", "-1.12345678901234567", "1.00000000000000000000001",
        ])
    func tooManyDecimals(text: String) {
        #expect(throws: QuantityError.tooManyDecimals(text)) { try FixedDecimal(parsing: text) }
    }

    @Test(
        "a number beyond the range is an error",
        arguments: [
            "17014118346046923173168.7303715884105728", "-17014118346046923173168.7303715884105729",
            "34028236692093846346337.4607431768211456", "99999999999999999999999",
        ])
    func overflow(text: String) {
        #expect(throws: QuantityError.overflow(.parsing)) { try FixedDecimal(parsing: text) }
    }

    @Test("a text of any length is read without a trap")
    func longText() throws {
        let nines = String(repeating: "9", count: 5_000)
        #expect(throws: QuantityError.overflow(.parsing)) { try FixedDecimal(parsing: nines) }
        #expect(throws: QuantityError.tooManyDecimals("0." + nines)) { try FixedDecimal(parsing: "0." + nines) }
        #expect(try FixedDecimal(parsing: String(repeating: "0", count: 5_000) + "7") == 7)
    }
}
