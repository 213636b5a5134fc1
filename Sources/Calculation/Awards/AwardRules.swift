internal import Company

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
