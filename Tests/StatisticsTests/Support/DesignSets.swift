@testable import Statistics

/// The reference sets, whose figures were computed with R's psych, lavaan and sandwich, SciPy,
/// statsmodels, pingouin and semopy.
enum DesignSets {
    /// Set 1: 30 people, 5 items from 1 to 5, the third not yet reversed.
    static func questionnaire(reversed: Bool = true) throws(Undefined) -> Matrix {
        let people = """
            23532 43555 45253 55155 43344 24543 55155 45245 34534 45344 55255 45354 55253 13424 12523 34544 55255 33544 \
            14533 55144 33434 44243 45554 33533 14433 44455 12435 34434 33544 34443
            """
        return try Matrix(
            rows: people.split(separator: " ").map { person in
                person.enumerated().map { place, digit in
                    let answer = Double(digit.wholeNumberValue ?? 0)
                    return place == 2 && reversed ? 6 - answer : answer
                }
            })
    }

    /// Domain example 15: 8 people, 4 items, the third not yet reversed.
    static func eightPeople(reversed: Bool = true) throws(Undefined) -> Matrix {
        try Matrix(
            rows: [5425, 4424, 3333, 5514, 2342, 4324, 1252, 3434].map { code in
                [code / 1000, code / 100 % 10, reversed ? 6 - code / 10 % 10 : code / 10 % 10, code % 10].map(
                    Double.init)
            })
    }

    /// Set 4: two series with ties.
    static let pairs: (x: [Double], y: [Double]) = (
        [0, 0, 1, 0, 2, 1, 3, 1, 0, 2, 4, 1],
        [0.81, 0.92, 0.88, 0.79, 1.04, 0.97, 1.10, 0.95, 0.99, 0.93, 1.21, 1.02]
    )

    /// Set 5: two groups.
    static let groups: (a: [Double], b: [Double]) = ([8, 7, 9, 6, 8, 10, 7, 8], [5, 7, 6, 4, 6, 8, 5])

    /// Set 3: six subjects, four raters (Shrout and Fleiss, 1979).
    static func shroutFleiss() throws(Undefined) -> Matrix {
        try Matrix(
            rows: [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
    }

    /// Set 7: learning orientation, performance orientation, tenure, and what they go with.
    static let orientations: [[Double]] = [
        [3.2, 2.8, 1.5, 2.9], [4.1, 3.0, 4.0, 3.9], [2.6, 3.9, 0.5, 2.7], [3.8, 3.6, 2.0, 3.4], [4.6, 2.7, 6.5, 4.4],
        [3.0, 3.1, 3.0, 3.3], [2.2, 2.4, 1.0, 2.1], [3.9, 4.2, 2.5, 3.9], [4.4, 3.8, 5.0, 4.5], [3.5, 2.9, 7.0, 3.2],
        [2.9, 3.7, 1.5, 3.1], [4.0, 4.4, 0.5, 3.3], [3.3, 3.4, 4.5, 3.6], [4.8, 4.1, 8.0, 4.2], [2.7, 2.6, 2.0, 2.4],
        [3.6, 3.2, 3.5, 3.8], [3.1, 4.0, 1.0, 2.8], [4.2, 3.5, 5.5, 4.6], [2.4, 3.3, 2.5, 2.9], [3.7, 2.5, 6.0, 3.1],
        [4.5, 4.3, 4.5, 4.8], [2.8, 2.9, 0.5, 2.2], [3.4, 3.8, 3.0, 3.7], [4.3, 3.1, 9.0, 3.6],
    ]

    /// Set 8: a hill with noise, from seed 8.
    static func hill() -> (x: [Double], y: [Double]) {
        var generator = SplitMix64(seed: 8)
        let x = (0..<45).map { 1 + 0.5 * Double($0 % 9) }
        let y = x.map { 100 - 6 * ($0 - 3.5) * ($0 - 3.5) + Double(generator.below(31)) - 15 }
        return (x, y)
    }

    /// Set 9: 180 people's traits E A C ES, orientations LO PO, performance JP, from seed 180.
    static func traits() throws(Undefined) -> Matrix {
        var generator = SplitMix64(seed: 180)
        var people: [[Double]] = []
        for _ in 0..<180 {
            let sums = (0..<4).map { _ in (0..<4).reduce(0) { sum, _ in sum + generator.below(5) } }
            let common = generator.below(5)
            let (e, a, c, es) = (sums[0] + common, sums[1] + common, sums[2] + common, sums[3] + common)
            let lo = (2 * e + 2 * c + es) / 4 + generator.below(9)
            // Halves go down also below zero, as in Python.
            let po = ((3 * e - a + 2 * c + 400) / 4 - 100) + generator.below(11)
            let jp = (2 * lo + 2 * po) / 3 + generator.below(13)
            people.append([e, a, c, es, lo, po, jp].map(Double.init))
        }
        return try Matrix(rows: people)
    }

    /// The model of P1–P6: traits on both orientations, these on performance.
    static func traitModel() throws(Undefined) -> PathModel {
        try PathModel(
            variables: 7,
            equations: [
                PathModel.Equation(4, from: [0, 1, 2, 3]), PathModel.Equation(5, from: [0, 1, 2, 3]),
                PathModel.Equation(6, from: [4, 5]),
            ], freeRests: [PathModel.Pair(4, 5)])
    }

    /// Domain example 16: correlations of 180 people, in the order E A C ES LO PO JP.
    static func exampleCorrelations() throws(Undefined) -> Matrix {
        let below: [[Double]] = [
            [], [0.20], [0.25, 0.25], [0.30, 0.30, 0.30], [0.40, 0.25, 0.40, 0.35], [0.35, -0.05, 0.30, 0.10, 0.35],
            [0.30, 0.15, 0.35, 0.25, 0.45, 0.40],
        ]
        var result = Matrix.identity(7)
        for (row, values) in below.enumerated() {
            for (column, value) in values.enumerated() {
                result[row, column] = value
                result[column, row] = value
            }
        }
        return result
    }
}
