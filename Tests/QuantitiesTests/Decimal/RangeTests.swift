import Quantities
import Testing

@Suite("The ends of the range")
struct RangeTests {
    static let edges: [Int128] = [
        .min, .min + 1, Int128(Int64.min) - 1, -10_000_000_000_000_001, -10_000_000_000_000_000, -3, -1, 0, 1, 2,
        9_999_999_999_999_999, 10_000_000_000_000_000, Int128(UInt64.max), Int128(UInt64.max) + 1, .max / 2, .max - 1,
        .max,
    ]

    @Test("the range reaches 1.7 × 10^22 both ways")
    func range() {
        #expect(FixedDecimal.highest.description == "17014118346046923173168.7303715884105727")
        #expect(FixedDecimal.lowest.description == "-17014118346046923173168.7303715884105728")
    }

    @Test("a step over the end is an error")
    func overTheEnd() throws {
        let (low, high) = (FixedDecimal.lowest, FixedDecimal.highest)
        #expect(throws: QuantityError.overflow(.addition)) { try high.adding(.smallest) }
        #expect(throws: QuantityError.overflow(.subtraction)) { try low.subtracting(.smallest) }
        #expect(throws: QuantityError.overflow(.subtraction)) { try FixedDecimal.zero.subtracting(low) }
        #expect(throws: QuantityError.overflow(.negation)) { try low.negated() }
        #expect(throws: QuantityError.overflow(.negation)) { try low.magnitude() }
        #expect(throws: QuantityError.overflow(.multiplication)) { try low.multiplied(by: -1) }
        #expect(throws: QuantityError.overflow(.multiplication)) { try high.multiplied(by: high) }
        #expect(throws: QuantityError.overflow(.division)) { try low.divided(by: -1) }
        #expect(throws: QuantityError.overflow(.division)) { try high.divided(by: .smallest) }
        #expect(throws: QuantityError.overflow(.division)) { try FixedDecimal.fraction(.max, 1) }
        #expect(throws: QuantityError.overflow(.rounding)) { try high.rounded(toPlaces: 0) }
        #expect(throws: QuantityError.overflow(.rounding)) { try low.rounded(toPlaces: 0) }
        #expect(throws: QuantityError.overflow(.conversion)) { try high.integer(.down) }
        #expect(throws: QuantityError.overflow(.conversion)) { try FixedDecimal(Int.max).adding(1).integer(.down) }
    }

    @Test("up to the end everything works")
    func toTheEnd() throws {
        #expect(try FixedDecimal.lowest.multiplied(by: 1) == .lowest)
        #expect(try FixedDecimal.lowest.divided(by: .lowest) == 1)
        #expect(try FixedDecimal.lowest.adding(.highest) == FixedDecimal("-0.0000000000000001"))
        #expect(try FixedDecimal(Int.max).integer(.up) == Int.max)
        #expect(try FixedDecimal(Int.min).integer(.up) == Int.min)
        #expect(try FixedDecimal.highest.rounded(toPlaces: 0, .down) == FixedDecimal("17014118346046923173168"))
        #expect(FixedDecimal.highest.text(places: 0) == "17014118346046923173169")
        #expect(FixedDecimal.lowest.text(places: 2, rounding: .down) == "-17014118346046923173168.74")
    }

    @Test("products and quotients of edge values agree with paper, or overflow where paper does", arguments: edges)
    func everyPair(left: Int128) {
        for right in Self.edges {
            for rounding in Rounding.allCases {
                let (first, second) = (FixedDecimal(raw: left), FixedDecimal(raw: right))
                let one = FixedDecimal.one.raw
                #expect(
                    (try? first.multiplied(by: second, rounding: rounding))?.raw
                        == PaperReference.ratio(left, right, one, rounding),
                    "\(left) × \(right), \(rounding)")
                guard right != 0 else { continue }
                #expect(
                    (try? first.divided(by: second, rounding: rounding))?.raw
                        == PaperReference.ratio(left, one, right, rounding),
                    "\(left) ÷ \(right), \(rounding)")
            }
        }
    }
}
