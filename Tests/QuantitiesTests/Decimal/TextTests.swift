import Quantities
import Testing

@Suite("Writing decimals")
struct TextTests {
    @Test(
        "the shortest exact form",
        arguments: [
            "0", "1", "-3", "0.875", "-0.5", "60000", "1234567.89", "0.0000000000000001", "-10.01", "100",
        ])
    func shortest(text: String) throws {
        #expect(try FixedDecimal(text).description == text)
    }

    @Test(
        "places, groups and the point of the reader's language",
        arguments: [
            ("60000", 2, "60 000,00"), ("-1234567.895", 2, "-1 234 567,90"), ("999", 0, "999"), ("1000", 0, "1 000"),
            ("0.5", 0, "1"), ("0.05", 1, "0,1"), ("123456", 3, "123 456,000"), ("999999.999", 2, "1 000 000,00"),
            ("1234.5", nil, "1 234,5"), ("1234", nil, "1 234"),
        ])
    func grouped(value: String, places: Int?, expected: String) throws {
        #expect(try FixedDecimal(value).text(places: places, group: " ", point: ",") == expected)
    }

    @Test("what rounds to zero has no minus")
    func negativeZero() throws {
        #expect(try FixedDecimal("-0.004").text(places: 2) == "0.00")
        #expect(try FixedDecimal("-0.005").text(places: 2) == "-0.01")
    }

    @Test("places out of range show what is possible instead of failing")
    func clampedPlaces() throws {
        #expect(try FixedDecimal("1.5").text(places: -7) == "2")
        #expect(try FixedDecimal("1.5").text(places: .max) == "1.5000000000000000")
    }

    @Test("a percentage is a plain number shown a hundred times larger")
    func percentage() throws {
        let attainment = try FixedDecimal(870_000).divided(by: 960_000)
        #expect(attainment == (try FixedDecimal("0.90625")))
        #expect(try attainment.multiplied(by: 100).text(places: 1, point: ",") + " %" == "90,6 %")
    }
}
