/// A duty in a company, and what it may do. Who has which role, and since when, is kept elsewhere.
///
/// Rights say what a role may do at all; that nobody decides about his own pay holds beside them, for every role.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Is paid.
    case employee
    /// Answers for the people of units.
    case head
    /// Keeps data and plans.
    case analyst
    /// Calculates and pays.
    case finance
    /// Approves.
    case executive
    /// Looks at everything and changes nothing.
    case auditor
    /// Keeps the system running, and sees nobody's pay but his own.
    case administrator

    /// What the role may do.
    public var rights: Rights {
        switch self {
        case .employee:
            Rights([
                .seePay: .own, .openDispute: .own, .seeAccounts: .own, .readPlans: .own, .readLedger: .own,
            ])
        case .head:
            Rights([
                .seePay: .team, .openDispute: .own, .answerDispute: .team, .proposeAdjustment: .team,
                .setTargets: .team, .seeAccounts: .team, .readPlans: .team, .readLedger: .own,
            ])
        case .analyst:
            Rights([
                .seePay: .all, .openDispute: .own, .answerDispute: .all, .proposeAdjustment: .all, .importRows: .all,
                .setTargets: .all, .calculate: .all, .review: .all, .seeAccounts: .all, .readPlans: .all,
                .writePlans: .all, .readLedger: .all,
            ])
        case .finance:
            Rights([
                .seePay: .all, .openDispute: .own, .answerDispute: .all, .proposeAdjustment: .all,
                .decideAdjustment: .all, .importRows: .all, .calculate: .all, .review: .all, .approve: .all,
                .pay: .all, .close: .all, .reopen: .all, .seeAccounts: .all, .readPlans: .all, .readLedger: .all,
            ])
        case .executive:
            Rights([
                .seePay: .all, .openDispute: .own, .decideAdjustment: .all, .approve: .all, .seeAccounts: .all,
                .readPlans: .all, .approvePlans: .all, .readLedger: .all,
            ])
        case .auditor:
            Rights([.seePay: .all, .seeAccounts: .all, .readPlans: .all, .readLedger: .all, .checkRecords: .all])
        case .administrator:
            Rights([
                .seePay: .own, .seeAccounts: .own, .checkRecords: .all, .keepRecords: .all, .grantRights: .all,
            ])
        }
    }
}
