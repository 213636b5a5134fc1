internal import Messages
public import Quantities

/// What decides whom the client buys from, with weights that total one.
public struct KeyFactor: Hashable, Sendable {
    /// Its name, such as `delivery`.
    public let id: Key<KeyFactor>
    /// Its share of the decision, above 0.
    public let weight: FixedDecimal

    /// A factor.
    public init(_ id: Key<KeyFactor>, weight: FixedDecimal) {
        (self.id, self.weight) = (id, weight)
    }
}

/// Our marks beside those of rivals, in somebody's eyes: ours, or the client's.
///
/// Each rival is compared on the factors that both have marks for; a factor without one is out for both, and its weight is
/// shown as lost. With more than 30 % lost there is no comparison.
///
///     weights .3 .25 .2 .15 .1, we 7 9 6 8 5, the rival 8 7 8 7 6   // 7.25 : 7.40 = 0.98
public struct KeyFactors: Hashable, Sendable {
    /// The factors.
    public let factors: [KeyFactor]
    /// Our marks.
    public let ours: [Key<KeyFactor>: FixedDecimal]
    /// The marks of each rival.
    public let rivals: [Key<Rival>: [Key<KeyFactor>: FixedDecimal]]

    /// Marks as one side sees them; refused unless weights total 100 %.
    public init(
        _ factors: [KeyFactor], ours: [Key<KeyFactor>: FixedDecimal],
        rivals: [Key<Rival>: [Key<KeyFactor>: FixedDecimal]]
    ) throws(Refusal) {
        try Exact.requireWhole(factors.map(\.weight), "key factors")
        guard Set(factors.map(\.id)).count == factors.count else { throw .usedTwice("factor", "key factors") }
        (self.factors, self.ours, self.rivals) = (factors, ours, rivals)
    }

    /// We beside one rival.
    public struct Comparison: Hashable, Sendable {
        /// The rival.
        public let rival: Key<Rival>
        /// Our weighted mean over the factors that count.
        public let ours: FixedDecimal
        /// The rival's.
        public let theirs: FixedDecimal
        /// Ours ÷ theirs.
        public let relative: FixedDecimal
        /// w·(ours − theirs) of each factor that counts, in their order.
        public let gaps: [Gap]
        /// The weight of factors without one of the marks.
        public let lost: FixedDecimal

        /// Where we are furthest behind; the first of equal ones.
        public var worst: Gap? { gaps.min { $0.points < $1.points } }
        /// Where we are furthest ahead; the first of equal ones.
        public var best: Gap? { gaps.reversed().max { $0.points < $1.points } }
    }

    /// How far we lie ahead on a factor, in weighted points; below 0 behind.
    public struct Gap: Hashable, Sendable {
        /// The factor.
        public let factor: Key<KeyFactor>
        /// w·(ours − theirs).
        public let points: FixedDecimal
    }

    /// We beside one rival.
    public func comparison(
        with rival: Key<Rival>, mostLost: FixedDecimal = FixedDecimal(raw: 3_000_000_000_000_000)
    ) throws(NoFigure) -> Comparison {
        guard let theirs = rivals[rival] else { throw .noRival }
        var pairs: [(weight: FixedDecimal, ours: FixedDecimal, theirs: FixedDecimal)] = []
        var gaps: [Gap] = []
        for factor in factors {
            guard let our = ours[factor.id], let their = theirs[factor.id] else { continue }
            pairs.append((factor.weight, our, their))
            let ahead = try Exact.difference(our, their)
            gaps.append(Gap(factor: factor.id, points: try Exact.product(factor.weight, ahead)))
        }
        let counted = try Exact.sum(pairs.map(\.weight))
        let lost = try Exact.difference(.one, counted)
        guard lost <= mostLost else { throw .lostWeight(lost) }
        let name = LocalizedText(en: "weight of factors", ru: "вес факторов")
        let our = try Exact.share(try Exact.weighted(pairs.map { ($0.weight, $0.ours) }), of: counted, name)
        let their = try Exact.share(try Exact.weighted(pairs.map { ($0.weight, $0.theirs) }), of: counted, name)
        return Comparison(
            rival: rival, ours: our, theirs: their,
            relative: try Exact.share(our, of: their, LocalizedText(en: "mark of the rival", ru: "оценка конкурента")),
            gaps: gaps, lost: lost)
    }

    /// We beside the rival that is hardest for us: the smallest ratio, of equal ones the first by name.
    public func hardest() throws(NoFigure) -> Comparison {
        var hardest: Comparison?
        var reason = NoFigure.noRival
        for rival in rivals.keys.sorted() {
            do throws(NoFigure) {
                let comparison = try comparison(with: rival)
                if comparison.relative < hardest?.relative ?? comparison.relative.next { hardest = comparison }
            } catch {
                reason = error
            }
        }
        guard let hardest else { throw reason }
        return hardest
    }

    /// Our weighted mean over the factors we have marks for.
    public func ownIndex() throws(NoFigure) -> FixedDecimal {
        let marked = factors.filter { ours[$0.id] != nil }
        return try Exact.share(
            try Exact.weighted(marked.map { ($0.weight, ours[$0.id] ?? .zero) }),
            of: try Exact.sum(marked.map(\.weight)), LocalizedText(en: "mark of ours", ru: "наша оценка"))
    }

    /// How much better we think of ourselves than the client does: own index − the client's of us.
    public func perceptionGap(clientsView: KeyFactors) throws(NoFigure) -> FixedDecimal {
        try Exact.difference(try ownIndex(), try clientsView.ownIndex())
    }

    /// The client's view: the mean of what each of his people says, from at least two of them.
    public static func clientsMean(
        _ views: [Key<Contact>: [Key<KeyFactor>: Score]], least: Int = 2
    ) throws(NoFigure) -> [Key<KeyFactor>: FixedDecimal] {
        let name = LocalizedText(en: "contacts who gave their view", ru: "контакты, давшие оценку")
        guard views.count >= least else { throw .tooFew(name, count: views.count, needed: least) }
        var marks: [Key<KeyFactor>: [FixedDecimal]] = [:]
        for view in views.values {
            for (factor, score) in view { marks[factor, default: []].append(FixedDecimal(score.value)) }
        }
        var means: [Key<KeyFactor>: FixedDecimal] = [:]
        for (factor, list) in marks { means[factor] = try Exact.mean(list, name) }
        return means
    }
}

extension FixedDecimal {
    /// The next larger decimal; the largest itself.
    fileprivate var next: FixedDecimal { FixedDecimal(raw: raw == .max ? raw : raw + 1) }
}
