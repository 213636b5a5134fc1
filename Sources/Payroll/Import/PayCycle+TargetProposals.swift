internal import Company
internal import Storage

/// A target that somebody who answers for people proposes for one of them; it counts once it is accepted.
public struct TargetProposal: Sendable, Hashable {
    /// The metric's name.
    public var metric: String
    /// Whose.
    public var subject: String
    /// The period's label.
    public var period: String
    /// The value, as tables write it.
    public var value: String
    /// Who proposes it.
    public var actor: String
    /// When, as ISO 8601 in UTC.
    public var at: String
    /// The version that whoever decides about it has seen.
    public var version: Int64

    /// Where it stands among the targets.
    public var key: String { [metric, subject, period].joined(separator: "\u{1F}") }
}

/// Targets that heads propose: kept under the audit chain and no part of the rows, so nothing is paid by them before somebody accepts.
extension PayCycle {
    private static func name(ofTarget key: String) -> ObjectName {
        ObjectName(room: "data", kind: "target", key: key)
    }

    /// What was proposed and not decided about.
    public func targetProposals() throws(PayrollFailure) -> [TargetProposal] {
        try read { books in
            try books.objects(room: "data", kind: "target").compactMap { object in
                let parts = object.name.key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(
                    String.init)
                guard parts.count == 3, let value = object.content else { return nil }
                return TargetProposal(
                    metric: parts[0], subject: parts[1], period: parts[2], value: value, actor: object.actor,
                    at: object.at, version: object.version)
            }
        }
    }

    /// Proposes targets; an empty value takes a proposal back.
    ///
    /// - Parameter targets: Whose target for which metric and period; each person must be within the reach of the right.
    /// - Throws: ``Refusal/outOfReach(actor:_:person:)``.
    public func propose(
        targets: [(metric: String, subject: String, period: String, value: String)], by principal: Principal
    ) throws(PayrollFailure) {
        try write(by: principal) { tx in
            let rules = Rules(cycle: self, principal: principal, books: tx)
            for target in targets {
                try rules.checkRight(.setTargets, for: target.subject)
                let name = Self.name(
                    ofTarget: [target.metric, target.subject, target.period].joined(separator: "\u{1F}"))
                let known = try tx.object(name)
                let value = target.value.isEmpty ? nil : target.value
                if known?.content == value { continue }
                try tx.take(
                    value == nil ? "taken back" : "proposed", with: name, content: value, after: known?.version ?? 0)
            }
        }
    }

    /// Notes that a proposal was decided about: accepted, where its value was written among the targets, or not.
    ///
    /// - Throws: ``StorageFailure/objectHasChanged(_:version:)`` where another one was proposed since.
    public func decide(
        _ proposal: TargetProposal, accepted: Bool, by principal: Principal
    ) throws(PayrollFailure) {
        try write(by: principal) { tx in
            try Rules(cycle: self, principal: principal, books: tx).checkRight(.setTargets)
            try tx.take(
                accepted ? "accepted" : "declined", with: Self.name(ofTarget: proposal.key), content: nil,
                after: proposal.version)
        }
    }
}
