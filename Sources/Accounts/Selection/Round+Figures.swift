internal import Messages
public import Quantities

extension Round {
    /// What a department makes of a client on one axis: Σ weight·score; without value while a score is missing.
    ///
    ///     weights 30/25/20/15/10 %, scores 8 9 6 8 7   // 7.75
    public func index(
        _ axis: SelectionAxis, of client: Key<Client>, by department: Key<Department>
    ) throws(NoFigure) -> FixedDecimal {
        try index(axis, of: client, by: department, in: standing)
    }

    /// The mean of the departments on one axis; without value while any score is missing, for weights are not moved.
    public func index(_ axis: SelectionAxis, of client: Key<Client>) throws(NoFigure) -> FixedDecimal {
        try index(axis, of: client, in: standing)
    }

    /// Our strength ÷ that of the strongest rival, each the weighted mean of the criteria of strength.
    ///
    /// A rival whose scores are not complete is not compared with; without a complete rival there is no ratio.
    public func relativeStrength(of client: Key<Client>) throws(NoFigure) -> FixedDecimal {
        try relativeStrength(of: client, in: standing)
    }

    func relativeStrength(
        of client: Key<Client>, in scores: [ScorePlace: Score]
    ) throws(NoFigure) -> FixedDecimal {
        let ours = try index(.strength, of: client, in: scores)
        guard let best = try bestRival(of: client) else { throw .noRival }
        return try Exact.share(ours, of: best.index, LocalizedText(en: "strength of a rival", ru: "сила конкурента"))
    }

    /// The strongest rival with complete scores, of equal ones the first by name.
    public func bestRival(of client: Key<Client>) throws(NoFigure) -> (rival: Key<Rival>, index: FixedDecimal)? {
        let scores = rivals[client] ?? []
        var best: (rival: Key<Rival>, index: FixedDecimal)?
        for rival in Set(scores.map(\.rival)).sorted() {
            var pairs: [(FixedDecimal, FixedDecimal)] = []
            for criterion in model.strength {
                guard let score = scores.first(where: { $0.rival == rival && $0.criterion == criterion.id }) else {
                    break
                }
                pairs.append((criterion.weight, FixedDecimal(score.score.value)))
            }
            guard pairs.count == model.strength.count else { continue }
            let index = try Exact.weighted(pairs)
            if index > best?.index ?? .zero { best = (rival, index) }
        }
        return best
    }

    func index(
        _ axis: SelectionAxis, of client: Key<Client>, by department: Key<Department>, in scores: [ScorePlace: Score]
    ) throws(NoFigure) -> FixedDecimal {
        let places = model.criteria(axis).map { ScorePlace(client, department, $0.id) }
        let missing = places.filter { scores[$0] == nil }
        guard missing.isEmpty else { throw .missingScores(missing.map(\.description)) }
        return try Exact.weighted(
            zip(model.criteria(axis), places).map { ($0.weight, FixedDecimal(scores[$1]?.value ?? 0)) })
    }

    func index(
        _ axis: SelectionAxis, of client: Key<Client>, in scores: [ScorePlace: Score]
    ) throws(NoFigure) -> FixedDecimal {
        let places = model.departments.flatMap { department in
            model.criteria(axis).map { ScorePlace(client, department, $0.id) }
        }
        let missing = places.filter { scores[$0] == nil }
        guard missing.isEmpty else { throw .missingScores(missing.map(\.description)) }
        var indices: [FixedDecimal] = []
        for department in model.departments {
            indices.append(try index(axis, of: client, by: department, in: scores))
        }
        return try Exact.mean(indices, LocalizedText(en: "department", ru: "подразделение"))
    }
}
