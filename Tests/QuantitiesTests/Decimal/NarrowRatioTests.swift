import Quantities
import Testing

@Suite("Quotients of 64 bits: what decimals of 128 bits give")
struct NarrowRatioTests {
    @Test("−25, −15, 15 and 25 tenths by each rule", arguments: Rounding.allCases)
    func rounding(_ mode: Rounding) throws {
        for number in [-25, -21, -15, -10, -5, -1, 0, 1, 5, 10, 15, 21, 25] as [Int64] {
            let expected = try FixedDecimal(minorUnits: number, places: 1).integer(mode)
            #expect(number.divided(by: 10, rounding: mode) == Int64(expected), "\(number) by \(mode)")
        }
    }

    @Test("the ends of the range", arguments: Rounding.allCases)
    func ends(_ mode: Rounding) throws {
        for number in [Int64.min, .min + 1, .max - 1, .max] {
            for divisor in [1, 2, 3, 10, 1_000_000_000_000_000_000, .max] as [Int64] {
                let expected = try FixedDecimal.fraction(
                    Int128(number), Int128(divisor) * 10_000_000_000_000_000, rounding: mode)
                #expect(
                    Int128(number.divided(by: divisor, rounding: mode)) == expected.raw,
                    "\(number) ÷ \(divisor) by \(mode)")
            }
        }
    }

    @Test("a product ÷ a divisor is rounded once, and none where it does not fit")
    func ratios() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<20_000 {
            let shift = random.next() % 60
            let numbers = (0..<3).map { _ in Int64(bitPattern: random.next()) >> Int64(shift) }
            guard numbers[2] != 0 else { continue }
            let exact = try? FixedDecimal(raw: Int128(numbers[0])).multiplied(
                by: FixedDecimal(raw: Int128(numbers[1])), dividedBy: FixedDecimal(raw: Int128(numbers[2])))
            let expected = exact.flatMap { Int64(exactly: $0.raw) }
            let ratio = Int64.ratio(numbers[0], times: numbers[1], over: numbers[2], rounding: .halfAwayFromZero)
            // The lowest number has no opposite, and is left to the wide form.
            #expect(ratio == (expected == .min ? nil : expected), "\(numbers)")
        }
        #expect(Int64.ratio(2, times: 10, over: 3, rounding: .halfAwayFromZero) == 7)
        #expect(Int64.ratio(.max, times: 2, over: 1, rounding: .halfAwayFromZero) == nil)
    }
}
