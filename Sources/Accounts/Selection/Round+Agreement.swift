import Quantities
public import Statistics

/// How far departments put the same candidates into one order, on an axis or a criterion.
public struct Agreement: Hashable, Sendable {
    /// Kendall's W, corrected for ties, from 0 to 1.
    public let coefficient: Double
    /// The chance of at least this W when departments order at random.
    public let p: Double
    /// How that chance was found; χ² says far too much for few candidates and is used from 8 on.
    public let way: Concordance.Way
    /// Departments that scored every candidate.
    public let departments: [Key<Department>]
    /// Departments left out because a score of theirs is missing.
    public let absent: [Key<Department>]
    /// Departments that gave everybody the same: counted, and they say nothing.
    public let undecided: [Key<Department>]
    /// How many candidates were put into order.
    public let candidates: Int
}

extension Round {
    /// The agreement about an axis, by each department's index of every candidate.
    public func agreement(on axis: SelectionAxis) throws(NoFigure) -> Agreement {
        let standing = standing
        return try agreement { department, client in
            try? index(axis, of: client, by: department, in: standing)
        }
    }

    /// The agreement about one criterion.
    public func agreement(on criterion: Key<Criterion>) throws(NoFigure) -> Agreement {
        let standing = standing
        return try agreement { department, client in
            standing[ScorePlace(client, department, criterion)].map { FixedDecimal($0.value) }
        }
    }

    private func agreement(
        of score: (Key<Department>, Key<Client>) -> FixedDecimal?
    ) throws(NoFigure) -> Agreement {
        let table = model.departments.map { department in
            Self.places(candidates.map { score(department, $0) })
        }
        do {
            let rating = try Concordance(scores: table)
            // A fixed seed: the same round has the same figure whoever looks.
            var generator = SplitMix64(seed: 1)
            let chance = try rating.chance(using: &generator)
            let absent = rating.absent.map { model.departments[$0] }
            return Agreement(
                coefficient: rating.coefficient, p: chance.p, way: chance.way,
                departments: model.departments.filter { !absent.contains($0) }, absent: absent,
                undecided: rating.undecided.map { model.departments[$0] }, candidates: candidates.count)
        } catch {
            throw .statistic(error)
        }
    }

    /// The place of each score among the different ones, so that what is equal in decimals stays a tie and what differs
    /// in the last digit stays apart.
    private static func places(_ scores: [FixedDecimal?]) -> [Double?] {
        let steps = Set(scores.compactMap(\.self)).sorted()
        let place = Dictionary(uniqueKeysWithValues: zip(steps, steps.indices.map(Double.init)))
        return scores.map { $0.flatMap { place[$0] } }
    }
}
