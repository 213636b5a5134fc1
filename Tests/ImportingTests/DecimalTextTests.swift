import Importing
import Testing

/// Numbers of workbooks as plain decimal text.
struct DecimalTextTests {
    @Test(
        "a number stays what it is, without zeros that say nothing",
        arguments: [
            ("0", "0"), ("-0", "0"), ("0.1", "0.1"), ("1234.5", "1234.5"), ("1234.50", "1234.5"), ("007", "7"),
            ("+5", "5"), (".5", "0.5"), ("5.", "5"), (" 12 ", "12"), ("-0.10", "-0.1"), ("100", "100"),
            ("999999999999999", "999999999999999"), ("0.000000001", "0.000000001"),
        ])
    func plain(stored: String, expected: String) {
        #expect(DecimalText.plain(stored) == expected)
    }

    @Test(
        "an exponent is written out as long as that stays readable",
        arguments: [
            ("1.2345E+3", "1234.5"), ("1.2345e3", "1234.5"), ("5E-2", "0.05"), ("1E15", "1000000000000000"),
            ("4.0702810000000001E+19", "40702810000000000000"), ("1E+300", "1E+300"), ("-2.5E-30", "-2.5E-30"),
            ("0E+999", "0"),
        ])
    func exponent(stored: String, expected: String) {
        #expect(DecimalText.plain(stored) == expected)
    }

    // Stored as %.17g of the nearest double; Excel shows fifteen significant digits of it.
    @Test(
        "what binary fractions leave behind is rounded off at the fifteenth digit, as spreadsheets show it",
        arguments: [
            ("0.30000000000000004", "0.3"), ("1234.5599999999999", "1234.56"), ("0.79999999999999993", "0.8"),
            ("0.33333333333333331", "0.333333333333333"), ("9.9999999999999995E-2", "0.1"),
            ("999.99999999999996", "1000"), ("-3.3000000000000003", "-3.3"), ("1.0049999999999999", "1.005"),
        ])
    func artefact(stored: String, expected: String) {
        #expect(DecimalText.plain(stored) == expected)
    }

    @Test(
        "kopecks of very large sums are never rounded off, and long whole numbers are codes",
        arguments: [
            ("12345678901234.561", "12345678901234.56"), ("123456789012345.67", "123456789012345.67"),
            ("40702810000000001234", "40702810000000001234"), ("1234567890123456", "1234567890123456"),
        ])
    func long(stored: String, expected: String) {
        #expect(DecimalText.plain(stored) == expected)
    }

    @Test(
        "what is no number is none",
        arguments: ["", "-", "1,5", "1.2.3", "0x10", "NaN", "INF", "1E", "1E+", "E5", "12a", "--1"])
    func noNumber(stored: String) {
        #expect(DecimalText.plain(stored) == nil)
    }

    @Test(
        "binary fractions read as their shortest text",
        arguments: [(0.1, "0.1"), (0.1 + 0.2, "0.3"), (1e22, "1E+22"), (-1234.56, "-1234.56")])
    func fraction(stored: Double, expected: String) {
        // 1e22 is written out: it is shorter than forty digits.
        #expect(DecimalText.plain(stored) == (stored == 1e22 ? "10000000000000000000000" : expected))
    }
}
