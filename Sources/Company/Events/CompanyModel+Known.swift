public import Periods

extension CompanyModel {
    /// The company as it was known when a day began: what decides today whether an old award is free must not depend on when
    /// somebody looks.
    ///
    /// An event of that day or later had not happened, so it loses its days and belongs to no period. A day that may be empty
    /// and lies there (`paid_on`) was not filled in yet. A day that must be filled (`due_on`) was known from the start.
    public func known(before day: CivilDay) -> CompanyModel {
        var model = self
        for (number, kind) in eventKinds.enumerated() {
            model.events[number].forget(from: day.number, kind)
        }
        return model
    }
}

extension EventTable {
    fileprivate mutating func forget(from day: Int32, _ kind: EventKind) {
        guard case .day(let own) = columns[kind.dateField] else { return }
        for (index, field) in kind.fields.enumerated() {
            guard case .day(var days) = columns[index] else { continue }
            columns[index] = .day([])
            for row in days.indices where own[row] >= day || (field.isOptional && days[row] >= day) {
                days[row] = EventColumn.emptyDay
            }
            columns[index] = .day(days)
        }
    }
}
