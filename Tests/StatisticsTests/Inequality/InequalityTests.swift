import Testing

@testable import Statistics

@Suite("Spread, concentration, inequality")
struct InequalityTests {
    @Test func `payment behaviour rated 8 8 8 5 spreads by 3`() throws {
        #expect(try Spread.range([8, 8, 8, 5]) == 3)
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Spread.range([8]) }
        #expect(throws: Undefined.notFinite(position: 0)) { try Spread.range([.nan, 1]) }
    }

    /// A worked example.
    @Test func `of 40, 25, 15, 10, 10 the first has 40 % and the index is 2,650`() throws {
        let clients = try Concentration(amounts: [40, 25, 15, 10, 10])
        expect(clients.top, is: 0.4, relative: 1e-15)
        expect(clients.herfindahl, is: 2650, relative: 1e-14)
        expect(clients.top(2), is: 0.65, relative: 1e-15)
        #expect(clients.top(-1) == 0)
    }

    @Test func `a client whose returns are more than its purchases counts nothing and is named`() throws {
        let clients = try Concentration(amounts: [5.2, 2.6, -0.15, 1.3, 0.9])
        expect(clients.top, is: 0.52, relative: 1e-15)
        expect(clients.herfindahl, is: 3630, relative: 1e-14)
        #expect(clients.belowZero == [2])
    }

    /// A worked example.
    @Test func `seven deals, one of them large, count as two and a half`() throws {
        let deals = try Concentration(amounts: [400, 60, 50, 45, 40, 30, 25])
        expect(deals.effectiveCount, is: 2.5, places: 1)
        // Σx² ÷ Σx = 171,250 ÷ 650
        expect(deals.effectiveSize, is: 171_250.0 / 650, relative: 1e-14)
    }

    @Test(arguments: [[], [0, 0], [-1, -2]] as [[Double]])
    func `without anything above zero there is no share`(amounts: [Double]) {
        #expect(throws: Undefined.noTotal) { try Concentration(amounts: amounts) }
    }

    /// a worked example: 1.49 for 6 periods, 1.34 for 12; Egorov's floor is 48.4 % with √(φ/S̄) = 32.5 %.
    @Test func `the variation that chance brings`() throws {
        expect(try Spread.noiseFactor(periods: 6), is: 1.49, places: 2)
        expect(try Spread.noiseFactor(periods: 12), is: 1.34, places: 2)
        let floor = try Spread.variationByChance(periods: 6, effectiveSize: 0.325 * 0.325, meanTotal: 1)
        expect(floor, is: 0.484, places: 3)
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Spread.noiseFactor(periods: 1) }
        #expect(throws: Undefined.outsideRange(.positive)) {
            try Spread.variationByChance(periods: 6, effectiveSize: 1, meanTotal: 0)
        }
    }

    /// a worked exampleAD5: twelve months of pay vary by 14.8 %.
    @Test func `variation is deviation by mean`() throws {
        let pay: [Double] = [230, 210, 250, 190, 310, 200, 220, 240, 205, 260, 195, 230]
        expect(try Spread.variation(pay), is: 0.148, places: 3)
        #expect(throws: Undefined.noTotal) { try Spread.variation([-1, 1]) }
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Spread.variation([5]) }
    }

    /// Gini of 1…5: Σ(2i − 6)·i ÷ (5·15) = 20/75.
    @Test func `the Gini coefficient of one to five is 20/75, of equals 0, of one who has all 4/5`() throws {
        let rising = try Gini(amounts: [5, 3, 1, 4, 2])
        expect(rising.coefficient, is: 20.0 / 75, relative: 1e-14)
        expect(rising.topFifth, is: 5.0 / 15, relative: 1e-14)
        #expect(abs(try Gini(amounts: [2, 2, 2, 2, 2]).coefficient) < 1e-15)
        expect(try Gini(amounts: [0, 0, 7, 0, 0]).coefficient, is: 0.8, relative: 1e-14)
    }

    @Test func `undefined: fewer than five people, nothing given, less than nothing given`() {
        #expect(throws: Undefined.tooFew(count: 4, needed: 5)) { try Gini(amounts: [1, 2, 3, 4]) }
        #expect(throws: Undefined.noTotal) { try Gini(amounts: [0, 0, 0, 0, 0]) }
        #expect(throws: Undefined.outsideRange(.positive)) { try Gini(amounts: [1, 2, 3, 4, -1]) }
    }

    @Test func `what chance brings lies beside what is seen`() throws {
        // Eight awards all to one of ten people who were there as long.
        var generator = SplitMix64(seed: 150)
        let awards = Array(repeating: Gini.Award(person: 3, amount: 1), count: 8)
        let one = try Gini.againstChance(
            awards: awards, weights: Array(repeating: 250, count: 10), draws: 999, using: &generator)
        expect(one.seen.coefficient, is: 0.9, relative: 1e-14)
        #expect(one.chance.p == 0.001)
        #expect(one.chance.coefficient < one.chance.upper && one.chance.upper < 0.9)
        // Eight awards to eight of ten people: nothing is more even, so every draw is as uneven.
        let even = try Gini.againstChance(
            awards: (0..<8).map { Gini.Award(person: $0, amount: 1) }, weights: Array(repeating: 250, count: 10),
            draws: 999, using: &generator)
        #expect(even.chance.p == 1)
    }

    /// The same draws in Python, `Reference/figures.py`: six rewards of ten people, one of whom was never there.
    @Test(arguments: Figures.rows("giniByChance"))
    func `what chance brings is the same drawn elsewhere`(figures: [Double]) throws {
        let awards = [(0, 9000), (0, 5000), (2, 8000), (3, 5000), (3, 10_000), (8, 7000)] as [(Int, Double)]
        var generator = SplitMix64(seed: 150)
        let result = try Gini.againstChance(
            awards: awards.map { Gini.Award(person: $0, amount: $1) },
            weights: [365, 365, 120, 365, 0, 200, 365, 365, 90, 365], draws: 999, using: &generator)
        let chance = result.chance
        let ours = [
            result.seen.coefficient, result.seen.topFifth, chance.coefficient, chance.upper, chance.topFifth, chance.p,
        ]
        for (one, figure) in zip(ours, figures) { expect(one, is: figure, relative: 1e-12) }
    }

    @Test func `chance needs somebody who was there`() {
        var generator = SplitMix64(seed: 1)
        #expect(throws: Undefined.noTotal) {
            try Gini.againstChance(awards: [], weights: [0, 0, 0, 0, 0], draws: 9, using: &generator)
        }
        #expect(throws: Undefined.outsideRange(.count)) {
            try Gini.againstChance(awards: [], weights: [.max, 1, 1, 1, 1], draws: 9, using: &generator)
        }
        #expect(throws: Undefined.outsideRange(.variable)) {
            try Gini.againstChance(
                awards: [Gini.Award(person: 5, amount: 1)], weights: [1, 1, 1, 1, 1], draws: 9, using: &generator)
        }
    }

    @Test func `shares and coefficients do not hang on order or unit`() throws {
        var generator = SplitMix64(seed: 2)
        for _ in 0..<30 {
            var amounts = (0..<9).map { _ in Double(generator.below(100) + 1) }
            let (gini, concentration) = (try Gini(amounts: amounts), try Concentration(amounts: amounts))
            generator.shuffle(&amounts)
            amounts = amounts.map { 1024 * $0 }
            expect(try Gini(amounts: amounts).coefficient, is: gini.coefficient, relative: 1e-12)
            expect(try Concentration(amounts: amounts).herfindahl, is: concentration.herfindahl, relative: 1e-13)
        }
    }
}
