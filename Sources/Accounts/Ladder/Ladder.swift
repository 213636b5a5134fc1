public import Messages
public import Periods
public import Quantities

/// How the client sees us, from one of many to chosen, each rung with the evidence that it takes.
///
/// No opinion puts us on a rung: each piece of evidence is computed or signed by the client, and every one expires.
public struct Ladder: Hashable, Sendable {
    /// The rungs from the lowest up; the lowest needs no evidence.
    public let rungs: [Rung]

    /// One rung.
    public struct Rung: Hashable, Sendable {
        /// Its name in tables, such as `preferred`.
        public let id: Key<Rung>
        /// Its name for people.
        public let title: LocalizedText
        /// What it takes.
        public let evidence: [Evidence]

        /// A rung.
        public init(_ id: Key<Rung>, _ title: LocalizedText, evidence: [Evidence] = []) {
            (self.id, self.title, self.evidence) = (id, title, evidence)
        }
    }

    /// One thing that shows a rung.
    public struct Evidence: Hashable, Sendable {
        /// Its name in tables, such as `wallet`.
        public let id: Key<Evidence>
        /// How much of the way to the rung it is, above 0.
        public let weight: FixedDecimal

        /// A piece of evidence.
        public init(_ id: Key<Evidence>, weight: FixedDecimal = .one) {
            (self.id, self.weight) = (id, weight)
        }
    }

    /// A ladder; refused with a name twice, evidence on the lowest rung, none on another, or a weight not above 0.
    public init(_ rungs: [Rung]) throws(Refusal) {
        var names: Set<String> = []
        for (place, rung) in rungs.enumerated() {
            guard names.insert(rung.id.text).inserted else { throw .usedTwice(rung.id.text, "ladder") }
            guard rung.evidence.isEmpty == (place == 0) else {
                throw .wording(
                    "rung \(rung.id)", needs: LocalizedText(en: "fitting evidence", ru: "подходящие основания"))
            }
            guard rung.evidence.allSatisfy({ $0.weight > .zero }) else {
                throw .weights("rung \(rung.id)", total: LocalizedText("≤ 0"))
            }
            guard Set(rung.evidence.map(\.id)).count == rung.evidence.count else {
                throw .usedTwice("evidence", "rung \(rung.id)")
            }
        }
        self.rungs = rungs
    }
}

/// A piece of evidence of one rung.
public struct EvidencePlace: Hashable, Sendable, Comparable {
    /// The rung.
    public let rung: Key<Ladder.Rung>
    /// The piece.
    public let evidence: Key<Ladder.Evidence>

    /// A place on the ladder.
    public init(_ rung: Key<Ladder.Rung>, _ evidence: Key<Ladder.Evidence>) {
        (self.rung, self.evidence) = (rung, evidence)
    }

    /// Orders by rung and evidence.
    public static func < (left: EvidencePlace, right: EvidencePlace) -> Bool {
        (left.rung, left.evidence) < (right.rung, right.evidence)
    }
}

/// The days on which each piece of evidence is valid at one client. What has no value has no days.
public typealias EvidenceDays = [EvidencePlace: [DayRange]]
