public import Company
internal import Formulas
public import Messages

/// One thing that becomes different in a company whose calculation is followed.
public enum LiveChange: Hashable, Sendable {
    /// An event is added, changed or cancelled.
    case event(EventChange)
    /// A target or an entered value is set, changed or taken back.
    case recorded(RecordedChange)
    /// Assignments begin, end or become others, all at once.
    case assignments([AssignmentChange])

    /// Why a change is not followed; nothing has changed then.
    public enum Refusal: Error, Hashable {
        /// Of an event.
        case event(LiveRun.CannotFollow)
        /// Of a target or an entered value.
        case recorded(RecordedChange.Refusal)
        /// Of assignments.
        case assignments(AssignmentChange.Refusal)

        /// Whether nothing is wrong with the change, but the company has to be calculated anew with it.
        public var needsNewLayout: Bool {
            switch self {
            case .event(let refusal): refusal == .needsNewLayout
            case .recorded(let refusal): refusal == .needsNewLayout
            case .assignments(let refusal): refusal == .needsNewLayout
            }
        }

        /// What is wrong and what to do.
        public var text: LocalizedText {
            switch self {
            case .event(let refusal): refusal.text
            case .recorded(let refusal): refusal.text
            case .assignments(let refusal): refusal.text
            }
        }
    }
}

extension LiveRun {
    /// Follows a change of whatever kind; gives the awards that are different now.
    @discardableResult
    public func apply(_ change: LiveChange) throws(LiveChange.Refusal) -> [MovedAwards] {
        try apply(change, takesBack: false)
    }

    /// What would take back a change that is still to be made.
    public func inverse(of change: LiveChange) -> LiveChange {
        switch change {
        case .event(let change):
            let before = version(change.event, row: change.row)
            return .event(EventChange(event: change.event, row: change.row, version: before))
        case .recorded(var change):
            change.value = recordedValue(change)
            return .recorded(change)
        case .assignments(let changes):
            var numbers: [Int] = []
            for change in changes where !numbers.contains(change.number) { numbers.append(change.number) }
            return .assignments(numbers.map { AssignmentChange($0, version(ofAssignment: $0)) })
        }
    }

    /// Takes back the change that was followed last.
    ///
    /// - Parameter inverse: What ``inverse(of:)`` said before it was made.
    public func takeBack(_ inverse: LiveChange) throws(LiveChange.Refusal) {
        try apply(inverse, takesBack: true)
        if case .recorded = inverse { forgetRecorded(2) }
    }

    @discardableResult
    private func apply(_ change: LiveChange, takesBack: Bool) throws(LiveChange.Refusal) -> [MovedAwards] {
        switch change {
        case .event(let change):
            do { return try apply(change, takesBack: takesBack) } catch { throw .event(error) }
        case .recorded(let change):
            do { return try apply(change) } catch { throw .recorded(error) }
        case .assignments(let changes):
            do { return try apply(changes) } catch { throw .assignments(error) }
        }
    }

    /// The company with every change so far. A cancelled event leaves its table, so rows behind it have other numbers.
    public var changedCompany: CompanyModel {
        model.changed(by: changes).changed(by: recordedChanges).changed(by: assignmentChanges)
    }
}

extension CompanyModel {
    /// The company with some changes; of events by the rows of this company.
    ///
    /// - Parameter run: The changes that a run has followed so far.
    public func changed(by changes: [LiveChange], after run: LiveRun) -> CompanyModel {
        var events = run.changes
        var recorded = run.recordedChanges
        var assignments = run.assignmentChanges
        for change in changes {
            switch change {
            case .event(let change): events.append(change)
            case .recorded(let change): recorded.append(change)
            case .assignments(let changes): assignments += changes
            }
        }
        return changed(by: events).changed(by: recorded).changed(by: assignments)
    }
}
