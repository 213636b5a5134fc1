import Testing

@testable import Calculation

@Suite("Bounds: what is known of numbers before they are computed")
struct LineBoundsTests {
    private func bounds(_ least: Int64, _ most: Int64) -> LineBounds { LineBounds(least...most) }

    @Test("bounds are computed as numbers are, from the corners")
    func arithmetic() {
        #expect(bounds(-2, 3).plus(bounds(10, 20)) == bounds(8, 23))
        #expect(bounds(-2, 3).minus(bounds(10, 20)) == bounds(-22, -7))
        #expect(bounds(-2, 3).times(bounds(-10, 20)) == bounds(-40, 60))
        #expect(bounds(-2, 3).negated == bounds(-3, 2))
        #expect(bounds(-5, 3).magnitude == bounds(0, 5))
        #expect(bounds(-5, -3).magnitude == bounds(3, 5))
        #expect(bounds(-2, 3).union(bounds(7, 8)) == bounds(-2, 8))
        // 25 ÷ 10 is 2 or 3, however it is rounded.
        #expect(bounds(-25, 25).divided(by: 10) == bounds(-3, 3))
    }

    @Test("what leaves 64 bits is seen, and so is the number that stands for none")
    func limits() {
        #expect(bounds(0, .max).narrow == 0...Int64.max)
        #expect(bounds(0, .max).plus(bounds(1, 1)).narrow == nil)
        #expect(bounds(.min, 0).narrow == nil)
        #expect(bounds(.min + 1, 0).narrow == (Int64.min + 1)...0)
    }

    @Test("a sum of 100 lines fits up to a hundredth of the largest number")
    func sums() {
        #expect(bounds(0, 92_233_720_368_547_758).fitsSum(of: 100))
        #expect(!bounds(0, 92_233_720_368_547_759).fitsSum(of: 100))
        #expect(!bounds(-92_233_720_368_547_759, 0).fitsSum(of: 100))
    }
}
