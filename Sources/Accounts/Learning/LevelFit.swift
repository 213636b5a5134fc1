internal import Messages
public import Quantities

/// How well somebody's levels fit a job: Σ weight·min(have, need) ÷ Σ weight·need.
///
/// What exceeds a need makes up for nothing. A level that is unknown counts 0, and how much of the whole is unknown is said.
public struct LevelFit: Hashable, Sendable {
    /// The skills of the job with what somebody has of each.
    public let skills: [Skill]

    /// A skill of a job and somebody's level in it.
    public struct Skill: Hashable, Sendable {
        /// What is asked for.
        public let need: JobDescription.Need
        /// The level; nil where it is unknown.
        public let have: Int?

        /// A skill.
        public init(_ need: JobDescription.Need, have: Int?) {
            (self.need, self.have) = (need, have)
        }

        /// How many levels are lacking; nil where the level is unknown.
        public var gap: Int? { have.map { max(need.level - $0, 0) } }
    }

    /// The fit of some levels.
    public init(_ skills: [Skill]) {
        self.skills = skills
    }

    /// The share; without value for a job that asks for no skill.
    public func share() throws(NoFigure) -> FixedDecimal {
        try Exact.share(
            try Exact.weighted(skills.map { ($0.need.weight, FixedDecimal(min($0.have ?? 0, $0.need.level))) }),
            of: try whole(), Self.name)
    }

    /// How much of what is asked for nobody has assessed.
    public func unknown() throws(NoFigure) -> FixedDecimal {
        let unknown = skills.filter { $0.have == nil }
        return try Exact.share(
            try Exact.weighted(unknown.map { ($0.need.weight, FixedDecimal($0.need.level)) }), of: try whole(),
            Self.name)
    }

    private func whole() throws(NoFigure) -> FixedDecimal {
        try Exact.weighted(skills.map { ($0.need.weight, FixedDecimal($0.need.level)) })
    }

    private static let name = LocalizedText(en: "skills asked for", ru: "требования к умениям")
}
