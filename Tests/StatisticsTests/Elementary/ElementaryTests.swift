import Testing

@testable import Statistics

/// Check values of 50 digits from mpmath, `Reference/figures.py`.
@Suite("Exponential and logarithm of our own")
struct ElementaryTests {
    @Test func `the figures are there`() { #expect(Figures.rows("log").count == 17) }

    @Test(arguments: Figures.rows("log"))
    func `ln x is right to the last bits`(row: [Double]) {
        expect(Elementary.log(row[0]), is: row[1], relative: 4e-16)
    }

    @Test(arguments: Figures.rows("exp"))
    func `e to the x is right to the last bits`(row: [Double]) {
        expect(Elementary.exp(row[0]), is: row[1], relative: row[0] < -708 ? 5e-2 : 4e-16)
    }

    @Test(arguments: Figures.rows("log1p"))
    func `ln of one and a little more loses nothing`(row: [Double]) {
        expect(Elementary.log1p(row[0]), is: row[1], relative: 8e-16)
    }

    @Test(arguments: Figures.rows("expm1"))
    func `e to a little, less one, loses nothing`(row: [Double]) {
        expect(Elementary.expm1(row[0]), is: row[1], relative: 1e-15)
    }

    @Test(arguments: Figures.rows("atanh"))
    func `artanh of a correlation`(row: [Double]) { expect(Elementary.atanh(row[0]), is: row[1], relative: 4e-15) }

    @Test(arguments: Figures.rows("tanh"))
    func `tanh takes it back`(row: [Double]) { expect(Elementary.tanh(row[0]), is: row[1], relative: 1e-15) }

    @Test func `the ends are zero, infinity and not a number`() {
        #expect(Elementary.exp(-800) == 0)
        #expect(Elementary.exp(800) == .infinity)
        #expect(Elementary.exp(-.infinity) == 0)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(.infinity) == .infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.exp(.nan).isNaN)
    }
}
