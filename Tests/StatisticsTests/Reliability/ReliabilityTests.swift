import Testing

@testable import Statistics

/// Figures of psych 2.2.9 and pingouin, and a worked example.
@Suite("Reliability of scales")
struct ReliabilityTests {
    @Test func `α of set 1 is .8573, by Feldt between .7568 and .9244`() throws {
        let alpha = try Alpha(DesignSets.questionnaire())
        expect(alpha.estimate.value, is: 0.8573)
        expect(try #require(alpha.estimate.interval).lower, is: 0.7568)
        expect(try #require(alpha.estimate.interval).upper, is: 0.9244)
        #expect(alpha.estimate.count == 30)
        #expect(alpha.warnings == [])
    }

    @Test func `drawn again 2,000 times from seed 20260301 it lies between .7610 and .9130`() throws {
        var generator = SplitMix64(seed: 20_260_301)
        let drawn = try Alpha.resampled(DesignSets.questionnaire(), draws: 2000, using: &generator)
        expect(try #require(drawn.interval).lower, is: 0.7610)
        expect(try #require(drawn.interval).upper, is: 0.9130)
    }

    @Test func `an item that was not reversed shows`() throws {
        let forgotten = try Alpha(DesignSets.questionnaire(reversed: false))
        expect(forgotten.estimate.value, is: 0.0847)
        #expect(forgotten.warnings == [.noScale])
        let negative = try Alpha(DesignSets.eightPeople(reversed: false))
        expect(negative.estimate.value, is: -0.4848)
        #expect(negative.warnings == [.rough, .noScale, .reversedItem])
    }

    @Test func `α of eight people is .9526 and rough`() throws {
        let alpha = try Alpha(DesignSets.eightPeople())
        expect(alpha.estimate.value, is: 0.9526)
        expect(try #require(alpha.estimate.interval).lower, is: 0.8591)
        expect(try #require(alpha.estimate.interval).upper, is: 0.9893)
        #expect(alpha.warnings == [.rough])
    }

    /// α .79 of 26 items and 41 people: an example of the literature.
    @Test func `a published α gets its 90 % interval`() throws {
        let interval = try #require(try Alpha(0.79, items: 26, count: 41, level: 0.9).estimate.interval)
        expect(interval.lower, is: 0.7047)
        expect(interval.upper, is: 0.8616)
    }

    @Test func `each item with the rest, and α without it`() throws {
        let items = try ItemAnalysis(DesignSets.questionnaire())
        for (one, figure) in zip(items.itemRest, [0.8635, 0.7175, 0.6931, 0.7620, 0.4182]) { expect(one, is: figure) }
        for (one, figure) in zip(items.alphaWithout, [0.7714, 0.8205, 0.8321, 0.8116, 0.8811]) {
            expect(one, is: figure)
        }
        #expect(items.lowering == [4])
        let eight = try ItemAnalysis(DesignSets.eightPeople())
        for (one, figure) in zip(eight.alphaWithout, [0.9160, 0.9610, 0.9183, 0.9455]) { expect(one, is: figure) }
    }

    @Test func `ω of set 1 is .8852, with the loadings and rests of maximum likelihood`() throws {
        let omega = try Omega(DesignSets.questionnaire())
        expect(omega.value, is: 0.8852)
        for (one, figure) in zip(omega.loadings, [1.3006, 0.7139, 1.0260, 0.8073, 0.3896]) { expect(one, is: figure) }
        for (one, figure) in zip(omega.ownVariances, [0.1120, 0.4202, 0.9944, 0.2402, 0.5620]) {
            expect(one, is: figure)
        }
        #expect(omega.negative == [])
        #expect(try Omega(DesignSets.questionnaire(reversed: false)).negative == [2])
    }

    @Test func `drawn again, ω lies between .8210 and .9333`() throws {
        var generator = SplitMix64(seed: 20_260_301)
        let drawn = try Omega.resampled(DesignSets.questionnaire(), draws: 2000, using: &generator)
        expect(try #require(drawn.interval).lower, is: 0.8210, places: 3)
        expect(try #require(drawn.interval).upper, is: 0.9333, places: 3)
    }

    @Test func `α of standardised items that all correlate by r is k·r/(1 + (k − 1)r)`() throws {
        // Three items of three common and own parts each; r is .5 by construction of perpendicular columns.
        let common: [Double] = [1, 1, 1, 1, -1, -1, -1, -1]
        let own: [[Double]] = [
            [1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1], [1, -1, -1, 1, 1, -1, -1, 1],
        ]
        let rows = (0..<8).map { row in own.map { common[row] + $0[row] } }
        expect(try Alpha(Matrix(rows: rows)).estimate.value, is: 3 * 0.5 / 2, relative: 1e-12)
        expect(try Omega(Matrix(rows: rows)).value, is: 3 * 0.5 / 2, relative: 1e-9)
    }

    @Test func `undefined: one item, two people, one sum, a constant item`() throws {
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Alpha(Matrix(rows: [[1], [2], [3]])) }
        #expect(throws: Undefined.tooFew(count: 2, needed: 3)) { try Alpha(Matrix(rows: [[1, 2], [2, 4]])) }
        #expect(throws: Undefined.noVariation) { try Alpha(Matrix(rows: [[1, 4], [2, 3], [4, 1]])) }
        #expect(throws: Undefined.tooFew(count: 2, needed: 3)) { try Omega(Matrix(rows: [[1, 4], [2, 3], [4, 1]])) }
        #expect(throws: Undefined.constant(column: 1)) {
            try ItemAnalysis(Matrix(rows: [[1, 3, 2], [2, 3, 4], [4, 3, 1], [5, 3, 3]]))
        }
        #expect(throws: Undefined.constant(column: 1)) {
            try Omega(Matrix(rows: [[1, 3, 2], [2, 3, 4], [4, 3, 1], [5, 3, 3]]))
        }
        #expect(throws: Undefined.unequalLengths(2, 1)) { try Matrix(rows: [[1, 2], [1]]) }
        #expect(throws: Undefined.notFinite(position: 3)) { try Matrix(rows: [[1, 2], [1, .nan]]) }
    }

    @Test func `undefined: two items alike, and an item that is the factor`() throws {
        let twins = try Matrix(rows: [[1, 1, 2], [2, 2, 1], [3, 3, 5], [4, 4, 3], [5, 5, 4]])
        #expect(throws: Undefined.notPositiveDefinite) { try Omega(twins) }
        // The third item correlates more with each of the others than one factor allows: r₁₃·r₂₃ > r₁₂.
        var generator = SplitMix64(seed: 4)
        let rows = (0..<60).map { _ -> [Double] in
            let (a, b) = (generator.uniform(), generator.uniform())
            return [a, b, a + b + 0.05 * generator.uniform()]
        }
        #expect(throws: Undefined.heywood(item: 2)) { try Omega(Matrix(rows: rows)) }
    }

    /// Set 1 takes 523 steps to 10⁻¹³ in the reference.
    @Test func `undefined: steps that do not settle`() throws {
        #expect(throws: Undefined.noConvergence(steps: 100)) {
            try Omega(DesignSets.questionnaire(), steps: 100, tolerance: 1e-13)
        }
        #expect((400...700).contains(try Omega(DesignSets.questionnaire()).steps))
    }

    @Test func `α and ω stay when people or items change places and all answers their unit`() throws {
        var generator = SplitMix64(seed: 6)
        let answers = try DesignSets.questionnaire()
        let (alpha, omega) = (try Alpha(answers).estimate.value, try Omega(answers).value)
        for _ in 0..<5 {
            var people = Array(0..<30)
            generator.shuffle(&people)
            var items = Array(0..<5)
            generator.shuffle(&items)
            let moved = try Matrix(rows: people.map { person in items.map { 10 * answers[person, $0] + 3 } })
            expect(try Alpha(moved).estimate.value, is: alpha, relative: 1e-12)
            expect(try Omega(moved).value, is: omega, relative: 1e-9)
        }
    }

    @Test func `a draw of one person many times has no α and is left out`() throws {
        // Of three people, one draw in nine is one person thrice: more than one in ten.
        let three = try Matrix(rows: [[1, 2], [2, 4], [5, 1]])
        var generator = SplitMix64(seed: 1)
        #expect(throws: Undefined.noVariation) { try Alpha.resampled(three, draws: 500, using: &generator) }
        // Of four, one in 64.
        let four = try Matrix(rows: [[1, 2], [2, 4], [5, 2], [3, 3.5]])
        let outcome = try Resampling.outcome(groups: [4], draws: 2000, using: &generator) {
            places throws(Undefined) in try Alpha.coefficient(four.selecting(rows: places[0]))
        }
        #expect(outcome.withoutValue > 5 && outcome.withoutValue < 80)
        #expect(outcome.draws + outcome.withoutValue == 2000)
    }
}
