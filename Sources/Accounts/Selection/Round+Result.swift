public import Messages
public import Quantities

/// What to do with an account, by attractiveness and strength.
public enum Quadrant: String, Hashable, Sendable, CaseIterable {
    /// Attractive, and we are strong.
    case invest
    /// Attractive, and a rival is stronger.
    case develop
    /// Less attractive, and we are strong.
    case maintain
    /// Less attractive, and a rival is stronger.
    case release

    /// The word for people.
    public var words: LocalizedText {
        switch self {
        case .invest: LocalizedText(en: "invest", ru: "вкладываться")
        case .develop: LocalizedText(en: "develop", ru: "развивать")
        case .maintain: LocalizedText(en: "maintain", ru: "поддерживать")
        case .release: LocalizedText(en: "release", ru: "отпустить")
        }
    }
}

/// How closely a key account is looked after.
public enum Tier: String, Hashable, Sendable, CaseIterable {
    /// The most attractive accounts.
    case a = "A"
    /// Those between.
    case b = "B"
    /// The least attractive key accounts.
    case c = "C"
}

/// What a round says about one candidate.
public struct CandidateResult: Hashable, Sendable {
    /// Who.
    public let client: Key<Client>
    /// The mean of departments.
    public let attractiveness: FixedDecimal
    /// Against the best rival; absent where no rival is scored.
    public let relativeStrength: FixedDecimal?
    /// Absent where strength cannot be compared.
    public let quadrant: Quadrant?
    /// The tier, for those attractive enough to be key.
    public let tier: Tier?
    /// Whether there is a place for him.
    public let place: Place

    /// Whether a candidate becomes a key account.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// Attractive enough, and within the number of key accounts.
        case key
        /// Equal to others at the last place: the director chooses among them in writing.
        case tied
        /// Attractive enough, and beyond the number of key accounts.
        case beyond
        /// Not attractive enough.
        case below
    }
}

extension Round {
    /// The candidates, the most attractive first, and with a reason those that have no value.
    public func result() -> (ranked: [CandidateResult], without: [Key<Client>: NoFigure]) {
        let standing = standing
        var values: [(client: Key<Client>, index: FixedDecimal)] = []
        var without: [Key<Client>: NoFigure] = [:]
        for client in candidates {
            do throws(NoFigure) {
                values.append((client, try index(.attractiveness, of: client, in: standing)))
            } catch {
                without[client] = error
            }
        }
        values.sort { ($1.index, $0.client) < ($0.index, $1.client) }
        let able = values.map(\.index).filter { $0 >= model.bounds.attractiveness }
        let ranked = values.map { client, index in
            result(client, index, in: standing, place: place(of: index, among: able))
        }
        return (ranked, without)
    }

    private func result(
        _ client: Key<Client>, _ attractiveness: FixedDecimal, in standing: [ScorePlace: Score],
        place: CandidateResult.Place
    ) -> CandidateResult {
        let relative = try? relativeStrength(of: client, in: standing)
        let isAttractive = attractiveness >= model.bounds.attractiveness
        let quadrant: Quadrant? = relative.map {
            switch (isAttractive, $0 >= model.bounds.relativeStrength) {
            case (true, true): .invest
            case (true, false): .develop
            case (false, true): .maintain
            case (false, false): .release
            }
        }
        return CandidateResult(
            client: client, attractiveness: attractiveness, relativeStrength: relative, quadrant: quadrant,
            tier: isAttractive ? tier(attractiveness) : nil, place: place)
    }

    private func tier(_ attractiveness: FixedDecimal) -> Tier {
        if attractiveness >= model.bounds.tierA { return .a }
        return attractiveness >= model.bounds.tierB ? .b : .c
    }

    /// `able` in falling order. Equal values at the last place are not told apart by chance or by name.
    private func place(of index: FixedDecimal, among able: [FixedDecimal]) -> CandidateResult.Place {
        guard index >= model.bounds.attractiveness else { return .below }
        let most = max(model.bounds.most, 0)
        guard able.count > most else { return .key }
        guard most > 0 else { return .beyond }
        let (last, next) = (able[most - 1], able[most])
        if index == last, last == next { return .tied }
        return index >= last ? .key : .beyond
    }
}
