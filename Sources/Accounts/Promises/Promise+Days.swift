internal import Messages
public import Periods

extension Promise {
    /// The day from which its owner is warned: so many working days before it is due.
    ///
    ///     due 14 May 2026, 11 May a holiday   // 6 May
    public func warnedFrom(_ calendar: WorkingCalendar, days: Int = 5) -> CivilDay? {
        calendar.adding(workingDays: -max(days, 0), to: dueOn)
    }

    /// The last day on which it may be moved: so many working days before it is due.
    ///
    ///     due 14 May 2026, 11 May a holiday   // 8 May
    public func lastDayToMove(_ calendar: WorkingCalendar, notice: Int = 3) -> CivilDay? {
        calendar.adding(workingDays: -max(notice, 0), to: dueOn)
    }

    /// The last day on which its receiver should have taken it on.
    public func acceptanceDue(_ calendar: WorkingCalendar, days: Int = 1) -> CivilDay? {
        receiver == nil ? nil : calendar.adding(workingDays: max(days, 0), to: recordedOn)
    }

    /// Whether it counts for pay: written down within so many working days of its origin, and before it was done.
    ///
    /// What is written down late, or when it is done already, would always be kept.
    public func counts(_ calendar: WorkingCalendar, within days: Int = 2) -> Bool {
        guard let last = calendar.adding(workingDays: max(days, 0), to: originOn), recordedOn <= last else {
            return false
        }
        return doneOn.map { recordedOn < $0 } ?? true
    }

    /// A refusal where a later version of the row changes what never changes.
    public func requireSame(in later: Promise) throws(Refusal) {
        guard later.weight == weight else { throw .fixed(place, LocalizedText(en: "the weight", ru: "вес")) }
        guard (later.madeOn, later.dueOn, later.recordedOn) == (madeOn, dueOn, recordedOn),
            later.originOn == originOn
        else { throw .fixed(place, LocalizedText(en: "a day", ru: "дата")) }
        guard (later.id, later.client, later.receiver) == (id, client, receiver), later.owners.starts(with: owners),
            (later.kind, later.replaces) == (kind, replaces)
        else { throw .fixed(place, LocalizedText(en: "who promised what to whom", ru: "кто, кому и что обещал")) }
    }
}
