internal import Messages
public import Periods
public import Quantities

/// Where a client's ladder stands on a day.
///
/// Held is the highest rung of which all evidence, and all of every rung below, is valid that day, and whose claim was
/// examined; so a lower rung that lapses takes the higher ones with it.
public struct LadderStanding: Hashable, Sendable {
    /// The place of the highest rung that evidence bears, from 0.
    public let borne: Int
    /// The place of the highest rung that is held: borne and examined, with all below.
    public let held: Int
    /// The rung after the held one, if there is one.
    public let next: Ladder.Rung?
    /// The evidence of the next rung that is valid.
    public let valid: [Key<Ladder.Evidence>]
    /// The evidence of the next rung that is not, or has no value.
    public let lacking: [Key<Ladder.Evidence>]
    /// Evidence of held rungs with the first day on which it is no longer valid, the soonest first.
    public let expiring: [Expiry]

    /// A piece of evidence with its end.
    public struct Expiry: Hashable, Sendable {
        /// Which.
        public let place: EvidencePlace
        /// The first day on which it is no longer valid.
        public let until: CivilDay
    }

    /// The standing on a day.
    ///
    /// - Parameter claims: the days on which a claim of each rung holds; ``RungClaim/days``.
    public init(
        _ ladder: Ladder, evidence: EvidenceDays, claims: [Key<Ladder.Rung>: [DayRange]], on day: CivilDay
    ) {
        func isValid(_ rung: Ladder.Rung) -> Bool {
            rung.evidence.allSatisfy { evidence[EvidencePlace(rung.id, $0.id)].holds(on: day) }
        }
        let rungs = ladder.rungs
        borne = max(rungs.prefix(while: isValid).count - 1, 0)
        held = max(
            rungs.enumerated().prefix { place, rung in
                isValid(rung) && (place == 0 || claims[rung.id].holds(on: day))
            }.count - 1, 0)
        let next = rungs.indices.contains(held + 1) ? rungs[held + 1] : nil
        self.next = next
        let places = next.map { rung in rung.evidence.map { EvidencePlace(rung.id, $0.id) } } ?? []
        valid = places.filter { evidence[$0].holds(on: day) }.map(\.evidence)
        lacking = places.filter { !evidence[$0].holds(on: day) }.map(\.evidence)
        expiring = rungs.prefix(held + 1).flatMap { rung in
            rung.evidence.compactMap { piece in
                let place = EvidencePlace(rung.id, piece.id)
                return evidence[place].end(from: day).map { Expiry(place: place, until: $0) }
            }
        }.sorted { ($0.until, $0.place) < ($1.until, $1.place) }
    }

    /// Σ weight of valid evidence of the next rung ÷ Σ its weights; without value on the highest rung.
    public func way() throws(NoFigure) -> FixedDecimal {
        let name = LocalizedText(en: "higher rung", ru: "следующая ступень")
        guard let next else { throw .nothingOf(name) }
        return try Exact.share(
            try Exact.sum(next.evidence.filter { valid.contains($0.id) }.map(\.weight)),
            of: try Exact.sum(next.evidence.map(\.weight)), name)
    }
}

/// A rung gained or lost: what a milestone pays for, and takes back.
public struct RungStep: Hashable, Sendable {
    /// The first day after the step.
    public let day: CivilDay
    /// The rung gained or lost.
    public let rung: Key<Ladder.Rung>
    /// +1 or −1.
    public let change: Int
}

extension Ladder {
    /// The rungs gained and lost in a range of days, in order; a lapse and its return on one day are no step.
    public func steps(
        evidence: EvidenceDays, claims: [Key<Rung>: [DayRange]], in range: DayRange
    ) -> [RungStep] {
        let bounds = (Array(evidence.values) + Array(claims.values)).flatMap { $0 }.flatMap { [$0.from, $0.until] }
        var steps: [RungStep] = []
        guard let before = range.from.adding(days: -1) else { return [] }
        var held = LadderStanding(self, evidence: evidence, claims: claims, on: before).held
        // Nothing changes but where some evidence or claim begins or ends.
        for day in Set(bounds + [range.from]).sorted() where range.contains(day) {
            let now = LadderStanding(self, evidence: evidence, claims: claims, on: day).held
            while held < now {
                held += 1
                steps.append(RungStep(day: day, rung: rungs[held].id, change: 1))
            }
            while held > now {
                steps.append(RungStep(day: day, rung: rungs[held].id, change: -1))
                held -= 1
            }
        }
        return steps
    }
}

extension [DayRange]? {
    func holds(on day: CivilDay) -> Bool { self?.contains { $0.contains(day) } ?? false }

    /// The first day from which it no longer holds, seen from a day on which it does; ranges that touch go on.
    func end(from day: CivilDay) -> CivilDay? {
        guard holds(on: day), let ranges = self else { return nil }
        var end = day
        while let further = ranges.filter({ $0.contains(end) }).map(\.until).max(), further > end { end = further }
        return end
    }
}
