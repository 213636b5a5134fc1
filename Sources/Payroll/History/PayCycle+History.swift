internal import Ledger
internal import Storage

/// Which deeds are told of.
public struct HistoryFilter: Sendable, Hashable {
    /// Only those with this pay period.
    public var period: String?
    /// Only those of this person.
    public var actor: String?
    /// Only those that concern this person's pay; amounts are then his alone.
    public var person: String?

    /// Makes a filter; what is `nil` lets everything through.
    public init(period: String? = nil, actor: String? = nil, person: String? = nil) {
        self.period = period
        self.actor = actor
        self.person = person
    }
}

extension PayCycle {
    /// Who did what, when and why, first to last, from the audit chain.
    public func history(_ filter: HistoryFilter = HistoryFilter()) throws(PayrollFailure) -> [HistoryEntry] {
        let (records, payable, payments) = try read { snapshot in
            (
                try snapshot.history(), try snapshot.payable(person: filter.person),
                try snapshot.payments(person: filter.person)
            )
        }
        var teller = HistoryTeller(payable: payable, payments: payments, person: filter.person)
        for record in records { teller.take(record) }
        return teller.entries.filter { entry in
            (filter.period == nil || entry.period == filter.period)
                && (filter.actor == nil || entry.actor == filter.actor)
                && (filter.person == nil || teller.concerns(entry))
        }
    }
}

/// Makes one deed of the records that one step leaves: a calculation keeps a text, a run and a step.
private struct HistoryTeller {
    /// What runs make payable to whom is asked about.
    let payable: [String: Int64]
    /// What was paid to him, by the record of the posting.
    let payments: [Int64: Int64]
    let person: String?
    private(set) var entries: [HistoryEntry] = []
    /// The text of the last record, when it has only just been kept.
    private var hasNewText = false
    private var lives: [String: PeriodLife] = [:]

    init(payable: [String: Int64], payments: [Int64: Int64], person: String?) {
        self.payable = payable
        self.payments = payments
        self.person = person
    }

    mutating func take(_ record: HistoryRecord) {
        switch record.event {
        case .model: hasNewText = true
        case .run: break
        case .posted: addPayment(of: record)
        case .step(let step, let period): take(step, period, record)
        case .imported(let source, let counts): add(record, .imported(source: source, counts))
        case .adjustment(let adjustment): add(adjustment, .adjusted(adjustment.number), adjustment.reason, record)
        case .decision(let adjustment):
            let verdict = adjustment.decision?.verdict ?? .rejected
            add(adjustment, .decided(adjustment.number, verdict), adjustment.decision?.reason ?? "", record)
        case .withdrawal(let adjustment, let reason): add(adjustment, .withdrawn(adjustment.number), reason, record)
        case .withdrawalDecision(let adjustment, let verdict, let reason):
            add(adjustment, .withdrawalDecided(adjustment.number, verdict), reason, record)
        case .restored(let restore, let undone):
            var entry = entry(record, .restored)
            entry.reason = restore.reason
            entry.amount = undone == 0 ? nil : -undone
            entries.append(entry)
        case .dispute(let dispute): add(dispute, .disputed(dispute.number), dispute.text, record)
        case .answer(let dispute): add(dispute, .answered(dispute.number), dispute.answer?.text ?? "", record)
        case .other(let action, let detail): add(record, .other(action, detail: detail))
        }
    }

    /// Whether a deed concerns the person who is asked about.
    func concerns(_ entry: HistoryEntry) -> Bool {
        if let whom = entry.person { return whom == person }
        // A restore may undo anybody's pay.
        if entry.deed == .restored { return true }
        guard let run = entry.run else { return false }
        return payable[run] != nil
    }

    private mutating func take(_ step: PeriodStep, _ period: String, _ record: HistoryRecord) {
        var life = lives[period] ?? PeriodLife(period)
        // What the chain holds was allowed when it was written.
        try? life.take(step)
        lives[period] = life
        let deed: HistoryEntry.Deed
        var amount = payable[step.run]
        switch step.action {
        case .calculate: deed = .calculated(newText: hasNewText)
        case .review: deed = .reviewed
        case .approve: deed = .approved(by: life.approvers.count)
        // The posting that follows says what was paid.
        case .pay: (deed, amount) = (.paid, 0)
        case .close: (deed, amount) = (.closed, nil)
        case .reopen: (deed, amount) = (.reopened, nil)
        }
        hasNewText = false
        var entry = entry(record, deed)
        entry.period = period
        entry.run = step.run.isEmpty ? nil : step.run
        entry.amount = amount
        entry.reason = step.reason
        entries.append(entry)
    }

    private mutating func addPayment(of record: HistoryRecord) {
        guard let last = entries.indices.last, entries[last].deed == .paid, entries[last].record + 1 == record.number
        else { return }
        entries[last].amount = payments[record.number] ?? 0
    }

    private mutating func add(
        _ adjustment: Adjustment, _ deed: HistoryEntry.Deed, _ reason: String, _ record: HistoryRecord
    ) {
        var entry = entry(record, deed)
        (entry.period, entry.person, entry.amount) = (adjustment.period, adjustment.person, adjustment.amount)
        entry.reason = reason
        entries.append(entry)
    }

    private mutating func add(
        _ dispute: Dispute, _ deed: HistoryEntry.Deed, _ text: String, _ record: HistoryRecord
    ) {
        var entry = entry(record, deed)
        (entry.period, entry.person, entry.reason) = (dispute.period, dispute.person, text)
        entries.append(entry)
    }

    private mutating func add(_ record: HistoryRecord, _ deed: HistoryEntry.Deed) {
        entries.append(entry(record, deed))
    }

    private func entry(_ record: HistoryRecord, _ deed: HistoryEntry.Deed) -> HistoryEntry {
        HistoryEntry(record: record.number, at: record.at, actor: record.actor, deed: deed)
    }
}
