public import Ledger
internal import Quantities
public import Storage

/// What a workspace has recorded of a person's pay for a period.
public struct RecordedPay: Sendable {
    /// The run on which the period stands, with the person's lines and entries alone.
    public var run: StoredRun
    /// How far the period has come.
    public var state: PeriodState
    /// Who has approved the run.
    public var approvers: [String]
    /// What the period's entries come to for him: those posted, or those that the run proposes.
    public var pay: PayBreakdown
    /// What of earlier awards and those of the period is held or deferred when the run is posted, in minor units.
    public var withheld: [Obligation: Int128]

    /// What the run awards for its own period, by award, in minor units; what has no value is not among it.
    public var awards: [Obligation: Int128] {
        run.lines.reduce(into: [:]) { awards, line in
            if let amount = line.amount { awards[line.obligation, default: 0] += Int128(amount) }
        }
    }
}

extension PayCycle {
    /// What was recorded of a person's pay, for every period that stands on a run, by period.
    public func recordedPay(of person: String) throws(PayrollFailure) -> [RecordedPay] {
        let lives = try read { try $0.periods() }.sorted { $0.period < $1.period }
        var recorded: [RecordedPay] = []
        for life in lives {
            let id = life.run.isEmpty ? life.postedRun : life.run
            if !id.isEmpty { recorded.append(try recordedPay(of: person, in: id)) }
        }
        return recorded
    }

    /// What was recorded of a person's pay for one period; `nil` while it stands on no run.
    public func recordedPay(of person: String, period: String) throws(PayrollFailure) -> RecordedPay? {
        let life = try read { try $0.life(of: period) }
        let id = life.run.isEmpty ? life.postedRun : life.run
        return id.isEmpty ? nil : try recordedPay(of: person, in: id)
    }

    /// What was recorded of a person's pay with one run.
    public func recordedPay(of person: String, in run: String) throws(PayrollFailure) -> RecordedPay {
        try read { snapshot in
            let run = try snapshot.run(run, person: person)
            let life = try snapshot.life(of: run.period)
            let isPosted = life.postedRun == run.id
            let posted = try snapshot.entries(person: person, period: run.period).map(\.entry)
            var balances = try Balances(
                try snapshot.entries(person: person).filter { $0.number <= run.ledgerHead }.map(\.entry))
            for entry in run.entries { try balances.add(entry) }
            let withheld = balances.accounts.compactMapValues { accounts -> Int128? in
                let sum = Int128(accounts[.held] ?? 0) + Int128(accounts[.deferred] ?? 0)
                return sum == 0 ? nil : sum
            }
            let pay = try PayBreakdown(posted + (isPosted ? [] : run.entries))
            let isCurrent = life.run == run.id || isPosted
            return RecordedPay(
                run: run, state: isCurrent ? life.state : .open, approvers: life.run == run.id ? life.approvers : [],
                pay: pay, withheld: withheld)
        }
    }
}
