import Testing

@testable import Statistics

@Suite("Least squares")
struct LeastSquaresTests {
    /// Reference set 7: statsmodels and R's sandwich.
    @Test func `orientation and tenure against results, with both kinds of errors`() throws {
        let columns = (0..<3).map { column in DesignSets.orientations.map { $0[column] } }
        let fit = try LeastSquares(DesignSets.orientations.map { $0[3] }, on: columns)
        let expected: [(b: Double, se: Double, t: Double, p: Double, hc3: Double, hc3p: Double)] = [
            (-0.1025, 0.4995, -0.2053, 0.83944, 0.5898, 0.86374), (0.6875, 0.1814, 3.7898, 0.00115, 0.1988, 0.00248),
            (0.2724, 0.1630, 1.6712, 0.11026, 0.1625, 0.10927), (0.0506, 0.0510, 0.9933, 0.33244, 0.0740, 0.50169),
        ]
        for (coefficient, figure) in zip(fit.coefficients, expected) {
            expect(coefficient.value, is: figure.b)
            expect(coefficient.standardError, is: figure.se)
            expect(coefficient.test.statistic, is: figure.t)
            expect(coefficient.test.p, is: figure.p, places: 5)
            expect(coefficient.robustError, is: figure.hc3)
            expect(coefficient.robustTest.p, is: figure.hc3p, places: 5)
        }
        for (coefficient, (beta, inflation)) in zip(
            fit.coefficients.dropFirst(), [(0.6789, 3.0308), (0.2182, 1.6097), (0.1683, 2.7097)])
        {
            expect(try #require(coefficient.standardised), is: beta)
            expect(try #require(coefficient.varianceInflation), is: inflation)
        }
        expect(fit.explained, is: 0.7882)
        expect(fit.explainedAdjusted, is: 0.7564)
        expect(fit.overall.statistic, is: 24.8113)
        expect(fit.residualDeviation, is: 0.3678)
        expect(try #require(fit.leverages.max()), is: 0.2948)
    }

    /// statsmodels 0.15, `Reference/figures.py`; the first column lies about 50,000 with a deviation of 1,000.
    @Test(arguments: Figures.rows("leastSquaresStatsmodels"))
    func `every figure is that of statsmodels`(row: [Double]) throws {
        let (table, results) = Figures.table(row)
        let width = table[0].count
        let fit = try LeastSquares(table.map { $0[0] }, on: (1..<width).map { column in table.map { $0[column] } })
        for (place, coefficient) in fit.coefficients.enumerated() {
            let figures = Array(results.dropFirst(8 * place).prefix(8))
            let ours = [
                coefficient.value, coefficient.standardError, coefficient.test.statistic, coefficient.test.p,
                coefficient.interval.lower, coefficient.interval.upper, coefficient.robustError,
                coefficient.robustTest.p,
            ]
            for (one, figure) in zip(ours, figures) { expect(one, is: figure, relative: 1e-8) }
        }
        let rest = Array(results.dropFirst(8 * width))
        for (coefficient, figure) in zip(fit.coefficients.dropFirst(), rest) {
            expect(try #require(coefficient.varianceInflation), is: figure, relative: 1e-8)
        }
        let ours = [
            fit.explained, fit.explainedAdjusted, fit.overall.statistic, fit.overall.p, fit.residualDeviation,
            fit.leverages.max() ?? 0,
        ]
        for (one, figure) in zip(ours, rest.dropFirst(width - 1)) { expect(one, is: figure, relative: 1e-8) }
    }

    @Test func `a column that follows from the others is named`() throws {
        let x: [Double] = [1, 2, 3, 4, 5, 7]
        let z: [Double] = [2, 1, 4, 3, 9, 5]
        let sums = zip(x, z).map { 3 * $0 - $1 + 1 }
        #expect(throws: Undefined.singular(columns: [2])) { try LeastSquares([1, 3, 2, 5, 4, 6], on: [x, z, sums]) }
        #expect(throws: Undefined.singular(columns: [1])) { try LeastSquares([1, 3, 2, 5, 4, 6], on: [x, x]) }
    }

    @Test func `undefined: few people, nothing varies, nothing left, one row alone`() {
        let x: [Double] = [1, 2, 3, 4, 5, 6]
        #expect(throws: Undefined.tooFew(count: 3, needed: 4)) { try LeastSquares([1, 2, 4], on: [[1, 2, 3]]) }
        #expect(throws: Undefined.noVariation) { try LeastSquares([2, 2, 2, 2, 2, 2], on: [x]) }
        #expect(throws: Undefined.constant(column: 0)) { try LeastSquares(x, on: [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1]]) }
        #expect(throws: Undefined.nothingToTest) { try LeastSquares(x.map { 2 * $0 + 0.1 }, on: [x]) }
        #expect(throws: Undefined.fullLeverage(row: 5)) {
            try LeastSquares([1, 3, 2, 5, 4, 6], on: [[0, 0, 0, 0, 0, 1]])
        }
        #expect(throws: Undefined.unequalLengths(6, 5)) { try LeastSquares(x, on: [[1, 2, 3, 4, 5]]) }
        #expect(throws: Undefined.notFinite(position: 2)) { try LeastSquares([1, 2, .nan, 4, 5, 7], on: [x]) }
    }

    @Test func `p and β stay when people change places and columns their unit`() throws {
        var generator = SplitMix64(seed: 17)
        for _ in 0..<20 {
            let x = (0..<15).map { _ in generator.uniform() }
            let y = x.map { $0 + generator.uniform() }
            let first = try LeastSquares(y, on: [x])
            var order = Array(x.indices)
            generator.shuffle(&order)
            let second = try LeastSquares(order.map { 7 * y[$0] - 3 }, on: [order.map { 1000 * x[$0] + 40 }])
            expect(second.coefficients[1].test.p, is: first.coefficients[1].test.p, relative: 1e-9)
            expect(second.coefficients[1].robustTest.p, is: first.coefficients[1].robustTest.p, relative: 1e-9)
            expect(
                try #require(second.coefficients[1].standardised), is: try #require(first.coefficients[1].standardised),
                relative: 1e-10)
            #expect(abs(second.residuals.reduce(0, +)) < 1e-10)
        }
    }
}

@Suite("A turn within the data")
struct QuadraticTermTests {
    /// Reference set 8.
    @Test func `a hill is seen where both ends slope`() throws {
        let (x, y) = DesignSets.hill()
        let linear = try LeastSquares(y, on: [x])
        expect(try #require(linear.coefficients[1].standardised), is: 0.3725)
        expect(linear.coefficients[1].test.p, is: 0.0118)
        let term = try QuadraticTerm(y, on: x)
        expect(term.fit.coefficients[2].value, is: -6.8294)
        expect(term.fit.coefficients[2].robustError, is: 0.9200)
        expect(term.turn, is: 3.3007)
        expect(term.slopeAtStart.statistic, is: 7.7423)
        expect(term.slopeAtEnd.statistic, is: -6.5684)
        #expect(term.shape == .hill)
    }

    @Test func `its top lies between 3.1835 and 3.4746 when people are drawn again`() throws {
        let (x, y) = DesignSets.hill()
        var generator = SplitMix64(seed: 80)
        let outcome = try Resampling.outcome(groups: [45], draws: 2000, using: &generator) {
            places throws(Undefined) in try QuadraticTerm(places[0].map { y[$0] }, on: places[0].map { x[$0] }).turn
        }
        expect(outcome.interval.lower, is: 3.1835)
        expect(outcome.interval.upper, is: 3.4746)
    }

    @Test func `upside down it is a valley, and half of it no turn`() throws {
        let (x, y) = DesignSets.hill()
        #expect(try QuadraticTerm(y.map { -$0 }, on: x).shape == .valley)
        let half = x.indices.filter { x[$0] < 3.5 }
        #expect(try QuadraticTerm(half.map { y[$0] }, on: half.map { x[$0] }).shape == .noTurn)
    }

    @Test func `four values of x show no turn`() {
        #expect(throws: Undefined.tooFew(count: 4, needed: 5)) {
            try QuadraticTerm([1, 2, 3, 4, 5, 4, 3, 2], on: [1, 2, 3, 4, 1, 2, 3, 4])
        }
    }
}
