import Testing

@testable import Statistics

@Suite("Agreement of values: intraclass correlation")
struct IntraclassTests {
    /// Reference set 3.
    @Test func `six subjects of Shrout and Fleiss`() throws {
        let icc = try IntraclassCorrelation(DesignSets.shroutFleiss())
        expect(icc.oneWay.value, is: 0.1657)
        expect(icc.agreement.value, is: 0.2898)
        expect(try #require(icc.agreement.interval).lower, is: 0.0188)
        expect(try #require(icc.agreement.interval).upper, is: 0.7611)
        expect(icc.meanAgreement.value, is: 0.6201)
        expect(icc.consistency.value, is: 0.7148)
        expect(try #require(icc.consistency.interval).lower, is: 0.3425)
        expect(try #require(icc.consistency.interval).upper, is: 0.9459)
        expect(icc.meanConsistency.value, is: 0.9093)
    }

    /// pingouin, which rounds its limits to two decimals.
    @Test(arguments: Figures.rows("intraclassPingouin"))
    func `all five with their limits are those of pingouin`(row: [Double]) throws {
        let (table, results) = Figures.table(row)
        let icc = try IntraclassCorrelation(Matrix(rows: table))
        let all = [icc.oneWay, icc.agreement, icc.meanAgreement, icc.consistency, icc.meanConsistency]
        for (place, estimate) in all.enumerated() {
            expect(estimate.value, is: results[3 * place], relative: 1e-10)
            expect(try #require(estimate.interval).lower, is: results[3 * place + 1], places: 2)
            expect(try #require(estimate.interval).upper, is: results[3 * place + 2], places: 2)
        }
    }

    @Test func `raters who differ by a constant are consistent and do not agree`() throws {
        let icc = try IntraclassCorrelation(Matrix(rows: [[1, 3], [2, 4], [5, 7], [8, 10]]))
        #expect(icc.consistency.value == 1)
        #expect(icc.consistency.interval == nil)
        #expect(icc.agreement.value < 1)
    }

    @Test func `a negative one is shown as it is`() throws {
        let icc = try IntraclassCorrelation(Matrix(rows: [[1, 5], [3, 3], [5, 1.5]]))
        #expect(icc.consistency.value < 0)
        #expect(icc.oneWay.value < 0)
    }

    @Test func `undefined: two subjects, one rater, one value`() {
        #expect(throws: Undefined.tooFew(count: 2, needed: 3)) {
            try IntraclassCorrelation(Matrix(rows: [[1, 2], [2, 3]]))
        }
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) {
            try IntraclassCorrelation(Matrix(rows: [[1], [2], [3]]))
        }
        #expect(throws: Undefined.noVariation) {
            try IntraclassCorrelation(Matrix(rows: [[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]]))
        }
    }

    /// Raters give all subjects one value each: neither subjects nor rests vary.
    @Test func `undefined: subjects do not differ at all`() {
        #expect(throws: Undefined.noVariation) {
            try IntraclassCorrelation(Matrix(rows: [[1, 2], [1, 2], [1, 2]]))
        }
    }

    /// Attainment of three people in four periods.
    @Test func `a common wave moves attainment more than people do`() throws {
        let attainment = try TwoWay(Matrix(rows: [[90, 100, 120, 80], [95, 104, 118, 86], [88, 99, 123, 79]]))
        expect(try attainment.columnShare(), is: 0.97, places: 2)
        #expect(throws: Undefined.noVariation) {
            try TwoWay(Matrix(rows: [[1, 1], [2, 2], [3, 3]])).columnShare()
        }
    }
}
