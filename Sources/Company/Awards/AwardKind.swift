package import Formulas
internal import Messages
package import Periods

/// A kind of award as a company's text defines it.
///
/// All that this side of the house knows of a kind stands in the folder of its name. Whoever looks through plans (the linter, the
/// walk over formulas, notes about data) asks these questions and knows no kind by its name; what a kind pays is the rule of the
/// same name in `Calculation`. Nothing here has an answer by default: a kind that forgets a question does not compile.
package protocol AwardKind: Sendable {
    /// Who shares the award with whom; `nil` when it depends on the person alone.
    var sharedBy: AwardGroup? { get }
    /// What it asks for, so that it is found whatever is looked for.
    var asked: AskedByAward { get }
    /// What earlier periods have to do with what a period pays.
    var earlierPeriods: EarlierPeriods { get }
    /// Whether a person at half time gets half of it.
    var timeShare: TimeShare { get }
    /// The table that it reads beside the company's text; `nil` when there is none.
    static var table: AwardTable? { get }
}

/// What an award asks for.
package struct AskedByAward: Sendable {
    /// Its formulas.
    package var formulas: [Checked<Measure>]
    /// The metrics that it looks at by themselves, not in a formula, by number.
    package var metrics: [Int]
    /// The figures out of events that it looks at by themselves, by number.
    package var figures: [Int]
    /// The formulas that are asked of each person, and not of those who share it: their targets are the person's own. Of an award
    /// that depends on the person alone all are, and none is named.
    package var ofEachPerson: [Checked<Measure>]
    /// Of which target pay it is a share.
    package var targetPay: TargetPay
    /// The figure that it is a commission on.
    package var paidOn: Checked<Measure>?
    /// The longer period that its targets are of.
    package var targetsOver: PeriodKind?

    /// Says that it asks for formulas and nothing else.
    init(onlyFormulas formulas: [Checked<Measure>?]) {
        self.init(
            formulas: formulas, metrics: [], figures: [], ofEachPerson: [], targetPay: .none, paidOn: nil,
            targetsOver: nil)
    }

    /// Says all that it asks for.
    init(
        formulas: [Checked<Measure>?], metrics: [Int], figures: [Int], ofEachPerson: [Checked<Measure>],
        targetPay: TargetPay, paidOn: Checked<Measure>?, targetsOver: PeriodKind?
    ) {
        self.formulas = formulas.compactMap { $0 }
        self.metrics = metrics
        self.figures = figures
        self.ofEachPerson = ofEachPerson
        self.targetPay = targetPay
        self.paidOn = paidOn
        self.targetsOver = targetsOver
    }

    /// Of which target pay an award is a share.
    package enum TargetPay: Sendable {
        /// Of none.
        case none
        /// Of one that it names itself; that of the plan is not asked for.
        case own
        /// Of the plan's.
        case ofPlan
    }
}

/// What earlier periods have to do with what a period pays.
package enum EarlierPeriods: Sendable {
    /// Nothing.
    case none
    /// Its figures begin before it: a total runs on.
    case figures
    /// What earlier periods paid, or could not pay, counts.
    case pay
}

/// Whether an award is in proportion to the time worked.
package enum TimeShare: Sendable {
    /// It is unless the plan says otherwise: nothing in it grows with results.
    case unlessDenied
    /// It is only when the plan says so.
    case whenAsked
    /// It never is, and the key is not known.
    case never
}

/// What a table is that awards are paid by.
struct AwardTableForm: Sendable {
    /// What a row of it tells.
    let content: AwardTable.Content
    /// The columns that make a row the only one of its kind; `nil` when its id does.
    let keyColumns: Set<String>?
    /// What its columns hold, as far as their types do not say it; money of no named currency is the company's.
    let columns: [String: DeclaredField.Content]
}

/// How a kind of award is read, and what the linter says of it.
protocol AwardDefinition: AwardKind {
    /// Reads it; reports what is at fault.
    ///
    /// - Parameters:
    ///   - entry: What stands behind the word for the kind.
    ///   - fields: The keys of the component; those that belong to every kind are taken already or later.
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Self?
    /// Of whom the component's condition is asked, when that is a group.
    var conditionOfGroup: PersonInGroup? { get }
    /// What an experienced specialist would object to.
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic]
    /// What fits together by its units and would still silently pay what can hardly be meant.
    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic]
}
