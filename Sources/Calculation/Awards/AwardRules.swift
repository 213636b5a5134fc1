internal import Company
internal import Formulas
internal import Messages

// The rules of the kinds of award there are: the counterpart of `AwardKinds` in `Company`. What is forgotten here does not compile.

extension Component.Kind {
    /// How it is calculated.
    var rule: AwardRule {
        switch self {
        case .scorecard(let award): .personal(award)
        case .commission(let award): .personal(award)
        case .bonus(let award): .personal(award)
        case .goals(let award): .personal(award)
        case .milestones(let award): .personal(award)
        case .matrix(let award): .personal(award)
        case .pool(let award): .shared(award)
        case .contest(let award): .shared(award)
        case .spot(let award): .shared(award)
        }
    }
}

extension Component {
    /// The commission whose lines a pass prices one by one; `nil` when there are none.
    var linePricing: EventPricing? { if case .personal(let award) = kind.rule { award.linePricing } else { nil } }

    /// How it is divided, when everybody's part follows from a fund and weights alone.
    var division: FundDivision? { if case .shared(let award) = kind.rule { award.division } else { nil } }
}

extension Component {
    /// Whether it pays by the rows of a table.
    func pays(by table: AwardTable) -> Bool { type(of: kind.award).table == table }
}

extension AwardTable {
    /// Rows that no plan pays.
    func unpaidRows(_ model: CompanyModel) -> [Diagnostic] {
        switch self {
        case .spot: SpotBudget.unpaidRows(model)
        case .goals: GoalPay.unpaidRows(model)
        }
    }

    /// The days on which its rows were recorded, so that periods of theirs are calculated.
    func recordedDays(_ model: CompanyModel) -> [ClosedRange<Int32>] {
        switch self {
        case .spot: SpotBudget.recordedDays(model)
        case .goals: GoalPay.recordedDays(model)
        }
    }

    /// The days that its rows name, whether or not they count as recorded.
    func namedDays(_ model: CompanyModel) -> [Int32] {
        switch self {
        case .spot: SpotBudget.namedDays(model)
        case .goals: GoalPay.namedDays(model)
        }
    }
}
