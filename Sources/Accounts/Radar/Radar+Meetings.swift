internal import Messages
public import Periods
import Quantities

extension Radar {
    /// R17–R19: meetings badly set up, not looked back on, or ever emptier. The day is seen at its end.
    func meetings(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.meetings.compactMap { sheet($0, account, on: day) ?? review($0, account, on: day) }
            + account.series.compactMap { decay($0.key, $0.value, account, on: day) }
    }

    private func sheet(_ meeting: Meeting, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard meeting.isImportant, [.planned, .prepared].contains(meeting.state), day <= meeting.at.day,
            let from = calendar.adding(workingDays: -max(thresholds.meeting, 0), to: meeting.at.day), day >= from
        else { return nil }
        let faults = meeting.sheetFaults
        guard !faults.isEmpty else { return nil }
        return Finding(
            .meetingSheet, meeting.id.text, client: account.client, since: from, .warning, to: [.manager],
            faults.map { Finding.Evidence(meeting.id.text, en: "\($0.words)", ru: "\($0.words)") })
    }

    private func review(_ meeting: Meeting, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let end = CivilMoment(day: day, minute: CivilMoment.minutesOfDay - 1) else { return nil }
        let owed = meeting.reviewsOwed(at: end)
        guard !owed.isEmpty else { return nil }
        return Finding(
            .noReview, meeting.id.text, client: account.client, since: meeting.at.day.adding(days: 1) ?? day, .note,
            to: [.attendee],
            owed.map { Finding.Evidence(meeting.id.text, en: "\($0) owes it", ru: "за \($0)") })
    }

    private func decay(_ series: String, _ came: [Int], _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let decay = try? Meeting.decay(came), decay >= thresholds.decay else { return nil }
        let text = came.suffix(3).map(String.init).joined(separator: ", ")
        return Finding(
            .attendanceDecays, series, client: account.client, since: day, .warning, to: [.manager, .head],
            [Finding.Evidence(series, en: "came: \(text)", ru: "пришли: \(text)")])
    }

    /// R31: who has not listened to clients of late; for him alone, and it never goes up the line.
    public func habits(
        of person: Key<Person>, since start: CivilDay, touches: [Touch], on day: CivilDay
    ) -> Finding? {
        let kinds: Set<Touch.Kind> = [.fieldVisit, .listening, .shadowing]
        let last = touches.filter { $0.person == person && kinds.contains($0.kind) && $0.at.day <= day }
            .map(\.at.day).max()
        let from = max(last ?? start, start)
        guard age(from, day) >= thresholds.habits else { return nil }
        return Finding(
            .habits, person.text, client: nil, since: from.adding(days: thresholds.habits) ?? day, .note,
            to: [.manager],
            [
                Finding.Evidence(
                    person.text, en: "last \(last?.text(in: .en) ?? "never")",
                    ru: "последний раз \(last?.text(in: .ru) ?? "не было")")
            ])
    }
}
