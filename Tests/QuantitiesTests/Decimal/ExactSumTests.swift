import Quantities
import Testing

@Suite("Sums that overflow nowhere on the way")
struct ExactSumTests {
    @Test("the order does not decide whether a sum fits", arguments: 1...20 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Thousands of numbers at both ends of the range, and what they come to is a small number that is known.
        var numbers: [Int128] = []
        for _ in 0..<1_000 {
            let part = Int128(truncatingIfNeeded: random.next()) << 63
            numbers += [part, -part, .max, -.max]
        }
        numbers.append(Int128(seed))
        for _ in 0..<5 {
            numbers.shuffle(using: &random)
            #expect(ExactSum(numbers).units == Int128(seed))
        }
    }

    @Test("what does not fit is no number, and fits again when it is taken away")
    func limits() throws {
        var sum = ExactSum([Int128.max, 1])
        #expect(sum.units == nil)
        #expect(throws: QuantityError.overflow(.addition)) { try sum.decimal(places: 16) }
        sum.subtract(1)
        #expect(sum.units == .max)
        sum.subtract(ExactSum([Int128.max, Int128.max, 1]))
        #expect(sum.units == .min)  // (2¹²⁷ − 1) − 2 (2¹²⁷ − 1) − 1 = −2¹²⁷
        sum.add(Int128.max)
        #expect(sum.units == -1)
        #expect(ExactSum([Int128.min]).units == .min)
        #expect(
            try [FixedDecimal(raw: .max), FixedDecimal(raw: .max), FixedDecimal(raw: -.max)].total()
                == FixedDecimal(raw: .max))
    }

    @Test(
        "a mean fits where its numbers do",
        arguments: [
            // 2 × 17 014 118 346 046 923 173 168 in hundredths ÷ 2.
            ([Int128.max, .max], 2_000_000_000 as Int64, 16, "17014118346046923173168.7303715884105727"),
            ([-Int128.max, -.max, -.max], 3_000_000_000, 16, "-17014118346046923173168.7303715884105727"),
            // 10 ÷ 3, −10 ÷ 3, and 1 ÷ 8 of a share: the last digit half away from zero.
            ([1000], 3_000_000_000, 2, "3.3333333333333333"), ([-1000], 3_000_000_000, 2, "-3.3333333333333333"),
            ([200], 3_000_000_000, 2, "0.6666666666666667"), ([1], 8_000_000_000, 0, "0.125"),
            ([5], 500_000_000, 0, "10"), ([], 1_000_000_000, 0, "0"),
        ])
    func mean(numbers: [Int128], billionths: Int64, places: Int, expected: String) throws {
        #expect(try ExactSum(numbers).divided(byBillionths: billionths, places: places).description == expected)
    }

    @Test("a mean of nothing, and one that does not fit, is none")
    func noMean() {
        #expect(throws: QuantityError.divisionByZero) { try ExactSum([1]).divided(byBillionths: 0, places: 0) }
        #expect(throws: QuantityError.overflow(.division)) {
            try ExactSum([Int128.max]).divided(byBillionths: 1, places: 16)
        }
    }

    @Test("a mean is the quotient of the decimals", arguments: 1...10 as ClosedRange<UInt64>)
    func quotient(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let units = Int128(Int64(truncatingIfNeeded: random.next()) >> Int(random.next() % 40))
            let count = Int64(random.next() >> 33) + 1
            let mean = try ExactSum([units]).divided(byBillionths: count, places: 2)
            let sum = try FixedDecimal.fraction(units, 100)
            #expect(try mean == sum.multiplied(by: 1_000_000_000, dividedBy: FixedDecimal(Int(count))))
        }
    }
}
