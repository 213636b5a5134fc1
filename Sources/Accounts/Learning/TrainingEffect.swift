internal import Statistics

/// What changed with those who were trained, beside those who were not.
///
/// Who is sent to a training is not chance: the figure compares, and proves nothing about the cause. With fewer than four on a side it
/// only describes.
public struct TrainingEffect: Hashable, Sendable {
    /// The changes of those who were trained.
    public let trained: [Double]
    /// The changes of the others.
    public let others: [Double]

    /// The fewest on a side that are compared.
    public static let fewest = 4

    /// The effect of some changes.
    public init(trained: [Double], others: [Double]) {
        (self.trained, self.others) = (trained, others)
    }

    /// The mean change of those trained; nil where nobody's is known.
    public var trainedMean: Double? { Self.mean(trained) }

    /// The mean change of the others; nil where nobody's is known.
    public var othersMean: Double? { Self.mean(others) }

    /// A comparison.
    public struct Comparison: Hashable, Sendable {
        /// Mean of the trained − mean of the others.
        public let difference: Double
        /// The splits that were counted; nil where there are too many to count, and the chance comes from shuffles.
        public let splits: Splits?
        /// The chance of such a difference where training changes nothing.
        public let p: Double

        /// All ways to split everybody into groups of these sizes.
        public struct Splits: Hashable, Sendable {
            /// Those that differ at least as much.
            public let hits: Int
            /// All of them.
            public let total: Int
        }
    }

    /// The comparison; without value with fewer than four on a side.
    ///
    /// - Parameter seed: What shuffles begin with, where there are too many splits.
    public func comparison(seed: UInt64 = 1) throws(NoFigure) -> Comparison {
        do throws(Undefined) {
            let difference = try MeanDifference(trained, others)
            do throws(Undefined) {
                let splits = try difference.exact()
                return Comparison(
                    difference: difference.value,
                    splits: Comparison.Splits(hits: splits.hits, total: splits.total), p: splits.p)
            } catch .tooManyCombinations {
                var generator = SplitMix64(seed: seed)
                let p = try difference.shuffledTail(draws: 9_999, using: &generator)
                return Comparison(difference: difference.value, splits: nil, p: p)
            }
        } catch {
            throw .statistic(error)
        }
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
