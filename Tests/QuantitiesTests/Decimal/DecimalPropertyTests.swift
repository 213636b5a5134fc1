import Quantities
import Testing

@Suite("Laws that hold for any decimal")
struct DecimalPropertyTests {
    @Test("adding and subtracting the same leaves the number", arguments: 1...4)
    func additionIsUndone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let (left, right) = (random.decimal(bits: 0...126), random.decimal(bits: 0...126))
            #expect(try left.adding(right).subtracting(right) == left, "\(left), \(right)")
        }
    }

    @Test("factors may be swapped, and a sign may move from one to the other", arguments: 1...4)
    func multiplicationCommutes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let (left, right) = (random.decimal(bits: 0...90), random.decimal(bits: 0...90))
            let product = try left.multiplied(by: right)
            #expect(try right.multiplied(by: left) == product, "\(left), \(right)")
            #expect(try left.negated().multiplied(by: right) == product.negated(), "\(left), \(right)")
        }
    }

    @Test("the text of a number is read back as the same number", arguments: 1...4)
    func textIsReadBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let value = random.decimal()
            #expect(try FixedDecimal(parsing: value.description) == value)
            #expect(try FixedDecimal(parsing: value.text(places: 16)) == value)
        }
    }

    @Test("rounding to places and writing with places agree", arguments: Rounding.allCases)
    func textRoundsAlike(mode: Rounding) throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<1_000 {
            let (value, places) = (random.decimal(bits: 0...120), Int.random(in: 0...16, using: &random))
            let rounded = try value.rounded(toPlaces: places, mode)
            #expect(value.text(places: places, rounding: mode) == rounded.text(places: places), "\(value)")
        }
    }

    @Test("products, quotients and their combination agree with paper", arguments: 1...4)
    func paperAgrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let one = FixedDecimal.one.raw
        for _ in 0..<600 {
            let (left, right, divisor) = (random.decimal(), random.decimal(), random.decimal())
            let rounding = Rounding.allCases.randomElement(using: &random) ?? .halfEven
            #expect(
                (try? left.multiplied(by: right, rounding: rounding))?.raw
                    == PaperReference.ratio(left.raw, right.raw, one, rounding),
                "\(left) × \(right), \(rounding)")
            guard !divisor.isZero else { continue }
            #expect(
                (try? left.divided(by: divisor, rounding: rounding))?.raw
                    == PaperReference.ratio(left.raw, one, divisor.raw, rounding),
                "\(left) ÷ \(divisor), \(rounding)")
            #expect(
                (try? left.multiplied(by: right, dividedBy: divisor, rounding: rounding))?.raw
                    == PaperReference.ratio(left.raw, right.raw, divisor.raw, rounding),
                "\(left) × \(right) ÷ \(divisor), \(rounding)")
        }
    }
}
