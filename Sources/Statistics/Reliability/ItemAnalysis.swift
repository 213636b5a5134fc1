/// What each item does to its scale.
public struct ItemAnalysis: Hashable, Sendable {
    /// Correlation of each item with the sum of the others, in their order.
    public let itemRest: [Double]
    /// α of the others, without each item in turn.
    public let alphaWithout: [Double]
    /// Items without which α is higher, by place from 0.
    public let lowering: [Int]

    /// From answers, rows being people; undefined for fewer than 3 items or people, a constant item, and where the
    /// others have one sum for everybody.
    public init(_ answers: Matrix) throws(Undefined) {
        try Check.atLeast(3, answers.columns)
        let alpha = try Alpha.coefficient(answers)
        var correlations: [Double] = []
        var without: [Double] = []
        for item in 0..<answers.columns {
            let own = answers.column(item)
            guard try Moments(own).varies else { throw .constant(column: item) }
            let others = (0..<answers.columns).filter { $0 != item }
            var rest = Matrix(repeating: 0, rows: answers.rows, columns: others.count)
            for row in 0..<answers.rows {
                for (place, other) in others.enumerated() { rest[row, place] = answers[row, other] }
            }
            without.append(try Alpha.coefficient(rest))
            let sums = (0..<answers.rows).map { rest.row($0).reduce(0, +) }
            correlations.append(try Correlation.pearson(own, sums))
        }
        (itemRest, alphaWithout) = (correlations, without)
        lowering = without.indices.filter { without[$0] > alpha }
    }
}
