import Testing

@testable import Statistics

/// Figures of lavaan 0.6-14, and a worked example.
@Suite("Path model: traits, orientations, performance")
struct PathModelTests {
    @Test func `correlations of 180 people give the coefficients and errors of example 16`() throws {
        let model = try DesignSets.traitModel()
        #expect(model.df == 4)
        let estimate = try PathEstimate(model, correlations: DesignSets.exampleCorrelations(), count: 180)
        let coefficients = [
            [0.2682, 0.0807, 0.2628, 0.1665], [0.3253, -0.1747, 0.2702, -0.0262], [0.3533, 0.2764],
        ]
        let errors = [[0.0681, 0.0681, 0.0687, 0.0705], [0.0723, 0.0723, 0.0729, 0.0748], [0.0686, 0.0686]]
        for (ours, figures) in zip(estimate.coefficients + estimate.standardErrors, coefficients + errors) {
            for (one, figure) in zip(ours, figures) { expect(one, is: figure) }
        }
        for (one, figure) in zip(estimate.explained, [0.2909, 0.2010, 0.2695]) { expect(one, is: figure) }
        expect(estimate.restCorrelations[0], is: 0.2188)
        for (cause, figure) in [0.1846, -0.0198, 0.1675, 0.0516].enumerated() {
            expect(estimate.indirect(from: cause, to: 6), is: figure)
        }
    }

    @Test func `its fit is χ²(4) 7.2946, CFI .9794, RMSEA .0676`() throws {
        let fit = try PathFit(
            PathEstimate(DesignSets.traitModel(), correlations: DesignSets.exampleCorrelations(), count: 180))
        expect(fit.test.statistic, is: 7.2946)
        #expect(fit.test.df == 4)
        expect(fit.test.p, is: 0.1211)
        expect(fit.baseline.statistic, is: 174.9133)
        #expect(fit.baseline.df == 15)
        expect(fit.comparative, is: 0.9794)
        expect(fit.tuckerLewis, is: 0.9227)
        expect(fit.rootMeanSquareError, is: 0.0676)
        #expect(fit.errorInterval.lower == 0)
        expect(fit.errorInterval.upper, is: 0.1445)
        expect(fit.standardisedResidual, is: 0.0354)
        expect(fit.largestResidual.value, is: 0.1258)
        #expect(fit.largestResidual.pair == PathModel.Pair(2, 6))
    }

    @Test func `the 180 people of seed 180 are the ones the figures were made of`() throws {
        let people = try DesignSets.traits()
        #expect(people.row(0) == [5, 10, 9, 9, 17, 6, 20])
        #expect((0..<7).map { people.column($0).reduce(0, +) } == [1804, 1798, 1858, 1777, 2891, 2674, 4653])
    }

    @Test func `their coefficients and fit`() throws {
        let estimate = try PathEstimate(DesignSets.traitModel(), people: DesignSets.traits())
        let coefficients = [
            [0.3995, 0.0996, 0.3792, 0.1405], [0.5563, -0.2068, 0.3134, 0.0506], [0.3160, 0.5762],
        ]
        for (ours, figures) in zip(estimate.coefficients, coefficients) {
            for (one, figure) in zip(ours, figures) { expect(one, is: figure) }
        }
        for (one, figure) in zip(estimate.explained, [0.5007, 0.4672, 0.5895]) { expect(one, is: figure) }
        expect(estimate.restCorrelations[0], is: 0.0111)
        let fit = try PathFit(estimate)
        expect(fit.test.statistic, is: 4.1330)
        expect(fit.test.p, is: 0.3883)
        expect(fit.comparative, is: 0.9997)
        expect(fit.tuckerLewis, is: 0.9987)
        expect(fit.rootMeanSquareError, is: 0.0136)
        expect(fit.errorInterval.upper, is: 0.1141)
        expect(fit.standardisedResidual, is: 0.0119)
    }

    @Test func `people drawn again 2,000 times from seed 16 give errors and indirect effects`() throws {
        var generator = SplitMix64(seed: 16)
        let drawn = try DesignSets.traitModel().resampled(
            DesignSets.traits(), indirect: (0..<4).map { PathModel.Pair($0, 6) }, draws: 2000, using: &generator)
        let errors = [[0.0502, 0.0523, 0.0517, 0.0580], [0.0538, 0.0570, 0.0576, 0.0591], [0.0511, 0.0451]]
        for (ours, figures) in zip(drawn.coefficients, errors) {
            for (one, figure) in zip(ours, figures) { expect(one.standardError, is: figure) }
        }
        let limits = [(0.3689, 0.5265), (-0.1641, -0.0160), (0.2172, 0.3805), (0.0004, 0.1495)]
        for (one, (lower, upper)) in zip(drawn.indirect, limits) {
            expect(one.interval.lower, is: lower)
            expect(one.interval.upper, is: upper)
        }
    }

    @Test func `undefined: fewer than 100 people, impossible correlations, nothing left to test`() throws {
        let model = try DesignSets.traitModel()
        #expect(throws: Undefined.tooFew(count: 99, needed: 100)) {
            try PathEstimate(model, correlations: DesignSets.exampleCorrelations(), count: 99)
        }
        let impossible = try Matrix(rows: [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
        let full = try PathModel(variables: 3, equations: [PathModel.Equation(2, from: [0, 1])])
        #expect(throws: Undefined.notPositiveDefinite) { try PathEstimate(full, correlations: impossible, count: 200) }
        let possible = try Matrix(rows: [[1, 0.2, 0.3], [0.2, 1, 0.4], [0.3, 0.4, 1]])
        let estimate = try PathEstimate(full, correlations: possible, count: 200)
        #expect(full.df == 0)
        #expect(throws: Undefined.nothingToTest) { try PathFit(estimate) }
        var people = try DesignSets.traits()
        for row in 0..<180 { people[row, 3] = 1 }
        #expect(throws: Undefined.constant(column: 3)) { try PathEstimate(model, people: people) }
        for row in 0..<180 { people[row, 3] = people[row, 2] }
        #expect(throws: Undefined.notPositiveDefinite) { try PathEstimate(model, people: people) }
    }

    @Test func `a circle, a stranger and an outcome explained twice are refused`() {
        #expect(throws: Undefined.outsideRange(.variable)) {
            try PathModel(
                variables: 2, equations: [PathModel.Equation(0, from: [1]), PathModel.Equation(1, from: [0])])
        }
        #expect(throws: Undefined.outsideRange(.variable)) {
            try PathModel(variables: 2, equations: [PathModel.Equation(1, from: [2])])
        }
        #expect(throws: Undefined.outsideRange(.variable)) {
            try PathModel(
                variables: 3, equations: [PathModel.Equation(2, from: [0]), PathModel.Equation(2, from: [1])])
        }
        #expect(throws: Undefined.outsideRange(.variable)) {
            try PathModel(
                variables: 3, equations: [PathModel.Equation(2, from: [0])], freeRests: [PathModel.Pair(0, 2)])
        }
    }

    /// r₀₁ = .5 is the first link; of r₀₂ = .6 and r₁₂ = .7 the second is (.7 − .5·.6)/(1 − .25) = .5333, the direct one
    /// (.6 − .5·.7)/.75 = .3333.
    @Test func `what goes directly is not counted as going through others`() throws {
        let model = try PathModel(
            variables: 3, equations: [PathModel.Equation(1, from: [0]), PathModel.Equation(2, from: [0, 1])])
        let correlations = try Matrix(rows: [[1, 0.5, 0.6], [0.5, 1, 0.7], [0.6, 0.7, 1]])
        let estimate = try PathEstimate(model, correlations: correlations, count: 150)
        expect(estimate.coefficients[1][0], is: 0.25 / 0.75, relative: 1e-12)
        expect(estimate.indirect(from: 0, to: 2), is: 0.5 * 0.4 / 0.75, relative: 1e-12)
        #expect(estimate.indirect(from: 2, to: 0) == 0)
        #expect(estimate.indirect(from: 1, to: 1) == 0)
    }

    /// Wright's rule: along 0 → 1 → 2 → 3 the effect is the product of all three.
    @Test func `an effect through a chain is the product of its links`() throws {
        let chain = try PathModel(
            variables: 4, equations: (1...3).map { PathModel.Equation($0, from: [$0 - 1]) })
        var correlations = Matrix.identity(4)
        for (row, column, r) in [(0, 1, 0.5), (1, 2, 0.4), (2, 3, 0.6), (0, 2, 0.2), (1, 3, 0.24), (0, 3, 0.12)] {
            correlations[row, column] = r
            correlations[column, row] = r
        }
        let estimate = try PathEstimate(chain, correlations: correlations, count: 150)
        expect(estimate.indirect(from: 0, to: 3), is: 0.5 * 0.4 * 0.6, relative: 1e-12)
        // These correlations are what the chain makes: nothing is left.
        #expect(try PathFit(estimate).test.statistic < 1e-9)
    }
}
