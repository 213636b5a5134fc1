import Calculation
import Quantities
import Testing

@Suite("A pay line is rounded once")
struct PayLineTests {
    private let roubles = Currency(code: "RUB")

    /// 12 000 × 1 / 1.2 × 1.0000005 = 10 000.005 exactly; in decimals of 16 places the quotient ends a hair below.
    @Test("an award that is exactly half a kopeck by its formula keeps the kopeck in spite of a quotient on the way")
    func halfAfterQuotient() throws {
        let quotient = try FixedDecimal.one.divided(by: FixedDecimal(parsing: "1.2"))
        let award = try quotient.multiplied(by: 12_000).multiplied(by: FixedDecimal(parsing: "1.0000005"))
        #expect(award < (try FixedDecimal(parsing: "10000.005")))
        #expect(try Money(payLine: award, in: roubles, .halfAwayFromZero).minorUnits == 1_000_001)
        #expect(try Money(payLine: award.negated(), in: roubles, .halfAwayFromZero).minorUnits == -1_000_001)
    }

    @Test(
        "what is truly below half is not lifted",
        arguments: [("0.0049999999", 0), ("0.004999999999", 1), ("0.005", 1), ("0.0050000001", 1), ("0.0149999999", 1)])
    func trueDifferences(_ amount: String, _ kopecks: Int64) throws {
        let award = try FixedDecimal(parsing: amount)
        #expect(try Money(payLine: award, in: roubles, .halfAwayFromZero).minorUnits == kopecks)
    }

    @Test("half to even looks at the settled half too", arguments: [("0.005", 0), ("0.015", 2), ("0.025", 2)])
    func halfEven(_ amount: String, _ kopecks: Int64) throws {
        #expect(try Money(payLine: FixedDecimal(parsing: amount), in: roubles, .halfEven).minorUnits == kopecks)
    }
}
