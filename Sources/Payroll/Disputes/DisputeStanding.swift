public import Company
public import Ledger
internal import Messages
internal import Periods
public import Storage

/// Where a dispute stands: who has it, since when, what it holds up, and what came of it.
public struct DisputeStanding: Sendable {
    /// The dispute.
    public var dispute: Dispute
    /// When it was opened and answered, and what the books have since.
    public var records: DisputeRecords
    /// How far its period has come.
    public var state: PeriodState
    /// Those to whom the person reported in the period, by identifier: whose turn it is first.
    public var heads: [String]
    /// The adjustments of his pay that were entered since.
    public var adjustments: [Adjustment]

    /// What it holds up.
    public enum Blocks: Sendable, Hashable {
        /// The approval of the period.
        case approval
        /// Nothing: the period was approved before, so that what is upheld is corrected in a later one.
        case nothing
    }

    /// What it holds up; `nil` once it is answered.
    public var blocks: Blocks? {
        guard dispute.answer == nil else { return nil }
        switch state {
        case .open, .calculated, .inReview, .halfApproved: return .approval
        case .approved, .paid, .closed: return .nothing
        }
    }
}

extension PayCycle {
    /// Where a dispute stands.
    ///
    /// - Throws: ``PayrollFailure/storage(_:)`` when there is none with this number.
    public func standing(of number: Int64, _ company: CompanyModel) throws(PayrollFailure) -> DisputeStanding {
        try read { snapshot in
            guard let dispute = try snapshot.dispute(number), let records = try snapshot.records(of: dispute) else {
                throw StorageFailure.noSuchDispute(number)
            }
            let since = Set(records.adjustments)
            return DisputeStanding(
                dispute: dispute, records: records, state: try snapshot.life(of: dispute.period).state,
                heads: Self.heads(of: dispute.person, in: dispute.period, company),
                adjustments: try snapshot.adjustments().filter { since.contains($0.number) })
        }
    }

    /// The disputes of a period that nobody has answered, the oldest first.
    public func openDisputes(of period: String, _ company: CompanyModel) throws(PayrollFailure) -> [DisputeStanding] {
        let open = try read { try $0.openDisputes(period) }
        var standings: [DisputeStanding] = []
        for dispute in open { standings.append(try standing(of: dispute.number, company)) }
        return standings
    }

    private static func heads(of person: String, in period: String, _ company: CompanyModel) -> [String] {
        guard let number = company.people.number(of: person), let range = company.calendar.parse(period)?.range else {
            return []
        }
        var heads: [String] = []
        for held in company.organisation.assignments(of: number, in: range) {
            guard let manager = held.assignment.manager, manager != number else { continue }
            let id = company.people.id(manager)
            if !heads.contains(id) { heads.append(id) }
        }
        return heads
    }
}
