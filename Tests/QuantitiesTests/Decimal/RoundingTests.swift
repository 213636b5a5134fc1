import Quantities
import Testing

@Suite("Rounding")
struct RoundingTests {
    @Test(
        "to kopecks, half goes away from zero",
        arguments: [
            ("-0.015", "-0.02"), ("-0.011", "-0.01"), ("-0.005", "-0.01"), ("-0.001", "0"), ("0.005", "0.01"),
            ("0.015", "0.02"), ("0.0149999999999999", "0.01"), ("1.005", "1.01"), ("2.675", "2.68"),
        ])
    func halfAwayFromZero(value: String, expected: String) throws {
        #expect(try FixedDecimal(value).rounded(toPlaces: 2) == FixedDecimal(expected))
    }

    @Test(
        "to kopecks, half goes to the even digit",
        arguments: [
            ("0.005", "0"), ("0.015", "0.02"), ("0.025", "0.02"), ("0.0250000000000001", "0.03"), ("-0.005", "0"),
            ("-0.015", "-0.02"), ("-0.025", "-0.02"),
        ])
    func halfEven(value: String, expected: String) throws {
        #expect(try FixedDecimal(value).rounded(toPlaces: 2, .halfEven) == FixedDecimal(expected))
    }

    @Test(
        "to whole numbers, in the documented table",
        arguments: [
            (Rounding.halfAwayFromZero, [3, 2, 1, -1, -2, -3]),
            (.halfEven, [2, 2, 1, -1, -2, -2]),
            (.up, [3, 2, 2, -1, -1, -2]),
            (.down, [2, 1, 1, -2, -2, -3]),
            (.towardsZero, [2, 1, 1, -1, -1, -2]),
            (.awayFromZero, [3, 2, 2, -2, -2, -3]),
        ])
    func wholeNumbers(mode: Rounding, expected: [Int]) throws {
        let values = try ["2.5", "1.5", "1.1", "-1.1", "-1.5", "-2.5"].map { try FixedDecimal($0) }
        #expect(try values.map { try $0.integer(mode) } == expected)
        #expect(try values.map { try $0.rounded(toPlaces: 0, mode) } == expected.map { FixedDecimal($0) })
        #expect(values.map { $0.text(places: 0, rounding: mode) } == expected.map { String($0) })
    }

    @Test(
        "half of the smallest step is rounded in the sixteenth place only",
        arguments: [
            (Rounding.halfAwayFromZero, "0.0000000000000001"), (.halfEven, "0"), (.up, "0.0000000000000001"),
            (.down, "0"), (.towardsZero, "0"), (.awayFromZero, "0.0000000000000001"),
        ])
    func sixteenthPlace(mode: Rounding, expected: String) throws {
        let half = try FixedDecimal("0.5")
        #expect(try FixedDecimal.smallest.multiplied(by: half, rounding: mode) == FixedDecimal(expected))
    }

    @Test("a number already that short stays as it is, whatever the rule", arguments: Rounding.allCases)
    func nothingToRound(mode: Rounding) throws {
        #expect(try FixedDecimal("-12.34").rounded(toPlaces: 2, mode) == FixedDecimal("-12.34"))
        #expect(try FixedDecimal.lowest.rounded(toPlaces: 16, mode) == .lowest)
    }

    @Test("places outside 0...16 are an error", arguments: [-1, 17, Int.min, Int.max])
    func places(count: Int) {
        #expect(throws: QuantityError.placesOutOfRange(count)) { try FixedDecimal.one.rounded(toPlaces: count) }
        #expect(throws: QuantityError.placesOutOfRange(count)) { try FixedDecimal(minorUnits: 1, places: count) }
    }
}
