import Testing

@testable import Statistics

@Suite("Exact chances of counts")
struct CountTests {
    @Test(arguments: Figures.rows("binomial"))
    func `binomial tails are those summed with 50 digits`(row: [Double]) throws {
        let tails = try Counts.binomial(Int(row[0]), of: Int(row[1]), p: row[2])
        expect(tails.atMost, is: row[3], relative: 1e-12)
        expect(tails.atLeast, is: row[4], relative: 1e-12)
    }

    @Test(arguments: Figures.rows("binomialLargeSciPy"))
    func `ten million trials take no longer than needed`(row: [Double]) throws {
        let tails = try Counts.binomial(Int(row[0]), of: Int(row[1]), p: row[2])
        expect(tails.atMost, is: row[3], relative: 1e-9)
        expect(tails.atLeast, is: row[4], relative: 1e-9)
    }

    @Test(arguments: Figures.rows("poisson"))
    func `Poisson tails`(row: [Double]) throws {
        let tails = try Counts.poisson(Int(row[0]), mean: row[1])
        expect(tails.atMost, is: row[2], relative: 1e-12)
        expect(tails.atLeast, is: row[3], relative: 1e-12)
    }

    @Test(arguments: Figures.rows("hypergeometric"))
    func `hypergeometric tails`(row: [Double]) throws {
        let numbers = row.prefix(4).map { Int($0) }
        let tails = try Counts.hypergeometric(numbers[0], drawn: numbers[1], marked: numbers[2], all: numbers[3])
        expect(tails.atMost, is: row[4], relative: 1e-11)
        expect(tails.atLeast, is: row[5], relative: 1e-11)
    }

    /// Worked cases D5a, P1, S2, G1, G4, P3.
    @Test func `the advisor's examples`() throws {
        expect(try Counts.binomial(15, of: 250, p: 0.032).atLeast, is: 0.016, places: 3)
        expect(try Counts.binomial(19, of: 40, p: 0.23).atLeast, is: 0.0006, places: 4)
        expect(try Counts.binomial(2, of: 36, p: 0.20).atMost, is: 0.016, places: 3)
        expect(try Counts.poisson(2, mean: 8).atMost, is: 0.014, places: 3)
        expect(try Counts.binomial(18, of: 60, p: 0.08).atLeast, is: 6e-7, places: 7)
        expect(try Counts.binomial(9, of: 14, p: 0.2).atLeast, is: 0.0004, places: 4)
        expect(try Counts.hypergeometric(6, drawn: 20, marked: 15, all: 200).atLeast, is: 0.0013, places: 4)
    }

    @Test func `counts that cannot be have a chance of nothing or everything`() throws {
        #expect(try Counts.binomial(-1, of: 5, p: 0.5) == CountTails(atMost: 0, atLeast: 1))
        #expect(try Counts.binomial(6, of: 5, p: 0.5) == CountTails(atMost: 1, atLeast: 0))
        #expect(try Counts.poisson(.max, mean: 2).atLeast == 0)
        #expect(try Counts.poisson(0, mean: 0) == CountTails(atMost: 1, atLeast: 1))
        #expect(try Counts.hypergeometric(0, drawn: 0, marked: 0, all: 0) == CountTails(atMost: 1, atLeast: 1))
        #expect(throws: Undefined.outsideRange(.count)) { try Counts.binomial(1, of: -1, p: 0.5) }
        #expect(throws: Undefined.outsideRange(.probability)) { try Counts.binomial(1, of: 2, p: .nan) }
        #expect(throws: Undefined.outsideRange(.positive)) { try Counts.poisson(1, mean: -1) }
        #expect(throws: Undefined.outsideRange(.count)) { try Counts.hypergeometric(1, drawn: 3, marked: 1, all: 2) }
    }

    @Test func `both tails share the count itself`() throws {
        for k in 0...12 {
            let own = try Counts.binomial(k, of: 12, p: 0.3)
            let before = try Counts.binomial(k - 1, of: 12, p: 0.3)
            #expect(abs(own.atLeast - (1 - before.atMost)) < 1e-14)
        }
    }

    /// Reference sets and worked cases R3, D4.
    @Test(arguments: [
        (7, 9, 0.4526, 0.9368), (0, 8, 0, 0.3244), (36, 41, 0.7446, 0.9468), (27, 591, 0.0316, 0.0657),
        (5, 8, 0.3057, 0.8632), (45, 200, 0.1726, 0.2877), (8, 8, 0.6756, 1),
    ])
    func `a share with Wilson's interval`(hits: Int, count: Int, lower: Double, upper: Double) throws {
        let share = try Share.wilson(hits, of: count)
        #expect(share.value == Double(hits) / Double(count))
        expect(try #require(share.interval).lower, is: lower)
        expect(try #require(share.interval).upper, is: upper)
    }

    @Test func `sixteen is the first count whose zero lies below a fifth`() throws {
        #expect(try #require(try Share.wilson(0, of: 16).interval).upper < 0.2)
        #expect(try #require(try Share.wilson(0, of: 15).interval).upper > 0.2)
        #expect(try #require(try Share.wilson(35, of: 35).interval).lower > 0.9)
        #expect(try #require(try Share.wilson(34, of: 34).interval).lower < 0.9)
        #expect(throws: Undefined.tooFew(count: 0, needed: 1)) { try Share.wilson(0, of: 0) }
        #expect(throws: Undefined.outsideRange(.count)) { try Share.wilson(3, of: 2) }
    }

    @Test(arguments: Figures.rows("fisherSciPy"))
    func `Fisher's exact test is that of SciPy`(row: [Double]) throws {
        let p = try Share.fisher((Int(row[0]), Int(row[1])), (Int(row[2]), Int(row[3])))
        expect(p, is: row[4], relative: 1e-11)
    }

    /// spot rewards of three units.
    @Test func `eight rewards among three units are too few to tell`() throws {
        let rates = try GroupRates([
            GroupRates.Group(events: 5, personDays: 2243, people: 7),
            GroupRates.Group(events: 2, personDays: 2127, people: 6),
            GroupRates.Group(events: 1, personDays: 2190, people: 6),
        ])
        expect(rates.rates[0] * 365.25, is: 0.814, places: 3)
        expect(rates.ratios[1], is: 0.422, places: 3)
        expect(rates.ratios[2], is: 0.205, places: 3)
        expect(rates.p, is: 0.2681)
    }

    @Test func `of two groups it is the binomial test`() throws {
        // SciPy: binomtest(9, 12, .5).pvalue = .1460
        let rates = try GroupRates([
            GroupRates.Group(events: 9, personDays: 100, people: 5),
            GroupRates.Group(events: 3, personDays: 100, people: 5),
        ])
        expect(rates.p, is: 0.1460)
    }

    @Test func `more than a thousand groups are not gone through`() {
        let groups = Array(repeating: GroupRates.Group(events: 0, personDays: 10, people: 5), count: 1001)
        #expect(throws: Undefined.tooManyCombinations(limit: 1_000_000)) { try GroupRates(groups) }
    }

    @Test func `undefined: one group, four people, no events, too many ways`() {
        let group = GroupRates.Group(events: 1, personDays: 10, people: 5)
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try GroupRates([group]) }
        #expect(throws: Undefined.tooFew(count: 4, needed: 5)) {
            try GroupRates([group, GroupRates.Group(events: 1, personDays: 10, people: 4)])
        }
        let none = GroupRates.Group(events: 0, personDays: 10, people: 5)
        #expect(throws: Undefined.noTotal) { try GroupRates([none, none]) }
        let many = GroupRates.Group(events: 300, personDays: 10, people: 5)
        #expect(throws: Undefined.tooManyCombinations(limit: 1000)) { try GroupRates([many, many, many], limit: 1000) }
    }
}
