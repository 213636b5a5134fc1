internal import Calculation
public import Company
public import Ledger
internal import Messages
internal import Periods
public import Quantities

/// An adjustment by hand that somebody else has approved.
public struct ApprovedAdjustment: Sendable, Hashable {
    /// Its number in the workspace.
    public var number: Int64
    /// The identifier of the person it is for.
    public var person: String
    /// The pay period it belongs to.
    public var period: String
    /// The amount in minor units; below zero takes away.
    public var amount: Int64
    /// Whether it is a cut for a disciplinary sanction, which the law limits.
    public var isDisciplinary: Bool

    /// Makes an adjustment.
    public init(number: Int64, person: String, period: String, amount: Int64, isDisciplinary: Bool) {
        self.number = number
        self.person = person
        self.period = period
        self.amount = amount
        self.isDisciplinary = isDisciplinary
    }
}

extension Posting.Target {
    /// Where everything should stand after the awards of several pay periods.
    ///
    /// - Parameters:
    ///   - awards: The awards of every pay period so far, in their order; the last is the one that is posted in.
    ///   - adjustments: The approved adjustments of these periods.
    ///   - model: The company as it is now: base pay and rules for the limits of disciplinary cuts.
    public init(
        _ awards: [PeriodAwards], _ adjustments: [ApprovedAdjustment], _ model: CompanyModel
    ) throws(QuantityError) {
        self.init()
        var accounts: [Obligation: DrawAccount] = [:]
        for period in awards {
            standings.merge(period.standings) { _, later in later }
            for draw in period.draws {
                _ = try accounts[draw.obligation, default: DrawAccount()].take(earned: draw.earned, draw.terms)
            }
        }
        try SetOff.apply(to: &standings, inOrder: awards.flatMap { $0.standings.keys.sorted() })
        owedDraws = accounts.mapValues(\.owed)
        if let last = awards.last { own = Set(last.standings.keys) }
        let byPeriod = Dictionary(awards.map { ($0.period.description, $0) }) { _, later in later }
        var cuts: [Sanctioned: Int64] = [:]
        for adjustment in adjustments.sorted(by: { $0.number < $1.number }) {
            let obligation = Obligation(person: adjustment.person, .adjustment(adjustment.number))
            let month = Sanctioned(person: adjustment.person, period: adjustment.period)
            let cut = cuts[month] ?? 0
            let amount = try Self.amount(adjustment, byPeriod[adjustment.period], cut: cut, model)
            if adjustment.isDisciplinary { cuts[month] = try cut.minus(amount) }
            standings[obligation] = TargetBalance(earned: amount)
        }
    }

    /// Whose bonus of which period is cut.
    private struct Sanctioned: Hashable {
        let person: String
        let period: String
    }

    /// A disciplinary cut is no larger than the law lets it be, whatever was asked for; several of one month are limited together.
    ///
    /// - Parameter cut: What earlier sanctions of the period have taken.
    private static func amount(
        _ adjustment: ApprovedAdjustment, _ awards: PeriodAwards?, cut: Int64, _ model: CompanyModel
    ) throws(QuantityError) -> Int64 {
        guard adjustment.isDisciplinary else { return adjustment.amount }
        guard let awards else { return 0 }
        var bonus: Int64 = 0
        for (obligation, standing) in awards.standings where obligation.person == adjustment.person {
            bonus = try bonus.plus(standing.earned)
        }
        let requested = try Int64(0).minus(adjustment.amount)
        let most = try DisciplineCut.allowed(
            .max, basePay: model.basePay(of: adjustment.person, in: awards.period.range), bonus: bonus,
            model.ledgerRules.disciplineBase)
        return -max(0, min(requested, most - cut))
    }
}

extension CompanyModel {
    /// A person's base pay for a month in minor units: each assignment's, by its share of time and of the days.
    func basePay(of person: String, in days: DayRange) throws(QuantityError) -> Int64 {
        guard let number = people.number(of: person), let index = assignmentKind.field(named: "base_pay"),
            case .decimal(let values, let scale) = assignmentColumns[index]
        else { return 0 }
        var total = FixedDecimal.zero
        for (assignment, held) in organisation.assignments(of: number, in: days) {
            let pay = values[assignment.row]
            guard pay != EventColumn.emptyNumber else { continue }
            let monthly = try FixedDecimal(minorUnits: pay, places: scale).multiplied(by: assignment.share)
            let part = try monthly.multiplied(by: FixedDecimal(held.count), dividedBy: FixedDecimal(days.count))
            total = try total.adding(part)
        }
        return try Money(payLine: total, in: currency, .halfAwayFromZero).minorUnits
    }
}
