internal import Company
public import Ledger
public import Messages
public import Quantities
public import Storage

/// What is put before those who approve a period: whom the run pays what, what is other than before, and what to look at.
public struct ApprovalSheet: Sendable {
    /// The company.
    public var company: LocalizedText
    /// The pay period.
    public var period: String
    /// The currency of all amounts.
    public var currency: Currency
    /// The identifier of the run.
    public var run: String
    /// The digest of the rules it was calculated by.
    public var rules: String
    /// The digest of the rows it was calculated from.
    public var data: String
    /// How far the period has come.
    public var state: PeriodState
    /// Who has approved so far, as people call them.
    public var approvers: [LocalizedText]
    /// The people by name, each with what he gets.
    public var people: [Person]
    /// What each plan awards.
    public var plans: [Sum]
    /// What the people of each unit get; whoever moved counts where he was last.
    public var units: [Sum]
    /// The pay period before that stands on a run; `nil` when there is none.
    public var previous: String?
    /// What was payable to whom then, in minor units, also to those who get nothing now.
    public var before: [String: Int64]
    /// Names of those who are only in ``before``.
    public var gone: [(person: String, name: LocalizedText)]
    /// What to look at, with how often it is met; what is not met is not among it.
    public var signs: [(sign: Sign, count: Int)]
    /// When the period came to stand as it stands.
    public var seal: PeriodSeal?

    /// Somebody whom the run pays.
    public struct Person: Sendable {
        /// The identifier.
        public var id: String
        /// As people call him.
        public var name: LocalizedText
        /// The unit he was in last; `nil` without an assignment in the period.
        public var unit: LocalizedText?
        /// What he gets, part by part.
        public var pay: PayBreakdown
    }

    /// What several people get.
    public struct Sum: Sendable {
        /// The plan or the unit.
        public var title: LocalizedText
        /// How many people.
        public var people: Int
        /// In minor units.
        public var amount: Int128
    }

    /// Something that whoever approves should have looked at.
    public enum Sign: String, Sendable, CaseIterable {
        /// An award that has no value.
        case withoutValue
        /// A finding on the company or its data.
        case finding
        /// Somebody who is awarded far more or less than before (``OwnPast``).
        case unusual
        /// Somebody who was awarded nothing before.
        case firstPay
        /// Somebody who was paid in the period before and is not now.
        case noPay
        /// Somebody to whom less than nothing is payable.
        case belowZero
        /// Somebody whose earlier awards are corrected.
        case corrected
        /// Somebody whose pay was changed by hand.
        case byHand
        /// A dispute that nobody has answered.
        case openDispute
    }

    /// What the whole period makes payable, in minor units.
    public var payable: Int128 { people.reduce(0) { $0 + Int128($1.pay.payable) } }
}

extension ApprovalSheet.Sign {
    /// What it means, as people read it.
    public var title: LocalizedText {
        switch self {
        case .withoutValue: LocalizedText(en: "awards without a value", ru: "начисления без значения")
        case .finding: LocalizedText(en: "findings on rules and data", ru: "замечания к правилам и данным")
        case .unusual:
            LocalizedText(
                en: "pay more than 3 median deviations from his own earlier ones",
                ru: "выплата дальше 3 медианных отклонений от своих прежних")
        case .firstPay: LocalizedText(en: "first pay", ru: "первая выплата")
        case .noPay: LocalizedText(en: "paid before, not now", ru: "была выплата, теперь нет")
        case .belowZero: LocalizedText(en: "payable below zero", ru: "к выплате меньше нуля")
        case .corrected: LocalizedText(en: "earlier awards corrected", ru: "исправлены прежние начисления")
        case .byHand: LocalizedText(en: "changed by hand", ru: "изменено вручную")
        case .openDispute: LocalizedText(en: "disputes without an answer", ru: "возражения без ответа")
        }
    }
}

extension PayCycle {
    /// The sheet of a period by the run on which it stands.
    ///
    /// - Throws: ``Refusal/notCalculated(period:)``.
    public func approvalSheet(of period: String) throws(PayrollFailure) -> ApprovalSheet {
        let reviewed = try reviewed(period)
        let model = try reference(of: reviewed.run)
        return try read { snapshot in
            try ApprovalSheetMaker(reviewed: reviewed, model: model, snapshot: snapshot).sheet()
        }
    }
}
