import Quantities
import Testing

@Suite("Square roots")
struct RootTests {
    @Test(
        "are exact to the sixteenth decimal place, the rest cut off",
        arguments: [
            ("0", "0"), ("1", "1"), ("4", "2"), ("0.25", "0.5"), ("2", "1.414213562373095"),
            ("0.0000000000000001", "0.00000001"), ("15241578750190521", "123456789"),
            ("10000000000000000000000", "100000000000"),
            // The largest number there is; its root is 130 438 178 253.327822….
            ("17014118346046923173168.7303715884105727", "130438178253.327822123495718"),
        ])
    func roots(_ number: String, _ root: String) throws {
        #expect(try FixedDecimal(parsing: number).squareRoot().description == root)
    }

    @Test("the root times itself is the number, less than one step of the last place below")
    func law() throws {
        var random = SplitMix64(seed: 16)
        for _ in 0..<2_000 {
            let number = FixedDecimal(raw: Int128(random.next() >> 1))
            let root = try number.squareRoot()
            let next = FixedDecimal(raw: root.raw + 1)
            #expect(root.raw * root.raw <= number.raw * FixedDecimal.one.raw, "\(number)")
            #expect(next.raw * next.raw > number.raw * FixedDecimal.one.raw, "\(number)")
        }
    }

    @Test("a number below zero has none")
    func negative() {
        #expect(throws: QuantityError.negativeRoot(FixedDecimal(-1))) { try FixedDecimal(-1).squareRoot() }
    }
}
