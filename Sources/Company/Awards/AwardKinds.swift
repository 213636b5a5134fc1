// The kinds of award there are. A new one has a folder of its own beside this file, one case in each list below, and its rule in
// `Calculation`; whatever is forgotten does not compile.

/// The words by which a component says what it is.
public enum AwardKey: String, Sendable, CaseIterable {
    case scorecard, commission, bonus, pool, contest, goals, spot, milestones, matrix

    /// Reads a component's award by the kind that the word names.
    func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Component.Kind? {
        switch self {
        case .scorecard: Scorecard.read(entry, fields, reader).map { .scorecard($0) }
        case .commission: Commission.read(entry, fields, reader).map { .commission($0) }
        case .bonus: Bonus.read(entry, fields, reader).map { .bonus($0) }
        case .pool: Pool.read(entry, fields, reader).map { .pool($0) }
        case .contest: Contest.read(entry, fields, reader).map { .contest($0) }
        case .goals: GoalPay.read(entry, fields, reader).map { .goals($0) }
        case .spot: SpotBudget.read(entry, fields, reader).map { .spot($0) }
        case .milestones: Milestones.read(entry, fields, reader).map { .milestones($0) }
        case .matrix: PayMatrix.read(entry, fields, reader).map { .matrix($0) }
        }
    }
}

extension Component {
    /// What a component pays.
    public enum Kind: Sendable {
        case scorecard(Scorecard)
        case commission(Commission)
        case bonus(Bonus)
        case pool(Pool)
        case contest(Contest)
        case goals(GoalPay)
        case spot(SpotBudget)
        case milestones(Milestones)
        case matrix(PayMatrix)

        /// The award as whoever knows no kind by name asks it.
        package var award: any AwardKind { definition }

        var definition: any AwardDefinition {
            switch self {
            case .scorecard(let award): award
            case .commission(let award): award
            case .bonus(let award): award
            case .pool(let award): award
            case .contest(let award): award
            case .goals(let award): award
            case .spot(let award): award
            case .milestones(let award): award
            case .matrix(let award): award
            }
        }
    }

    /// Who shares the award with whom; `nil` when it depends on the person alone.
    public var sharedBy: AwardGroup? { kind.award.sharedBy }

    /// Whether the award depends on the other people of a group.
    public var isShared: Bool { sharedBy != nil }
}

/// The tables that awards are paid by, beside events and recorded values.
public enum AwardTable: String, Sendable, CaseIterable {
    /// Rewards given at once.
    case spot
    /// The goals of people, each assessed by somebody.
    case goals

    /// What a row of it tells.
    public enum Content: Sendable {
        /// What happened on a day, as events do.
        case events
        /// What was set for a period and measured in it, as targets and entered values are.
        case values
    }

    /// What a row of it tells.
    public var content: Content { form.content }

    var form: AwardTableForm {
        switch self {
        case .spot: SpotBudget.tableForm
        case .goals: GoalPay.tableForm
        }
    }

    /// Reads the tables of a company into the rows.
    func read(_ tables: TableSource, _ findings: Findings, into rows: inout AwardRows) {
        switch self {
        case .spot: rows.spot = SpotRewardsReader(tables, findings).read()
        case .goals: rows.goals = GoalsReader(tables, findings).read()
        }
    }
}

/// The rows of the tables that awards are paid by.
public struct AwardRows: Sendable {
    /// Rewards given at once, in the order of their giving.
    public internal(set) var spot: [SpotReward] = []
    /// The goals of people.
    public internal(set) var goals = PersonalGoals()

    /// No rows.
    public init() {}
}
