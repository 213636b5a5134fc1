internal import Messages
import Periods

extension Radar {
    /// R1–R4, R36: promises that fall due, stall, are overdue, or were denied.
    func promises(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.promises.flatMap { promise -> [Finding] in
            guard promise.recordedOn <= day else { return [] }
            if let denied = promise.deniedOn, denied <= day, promise.state == .broken {
                return [denial(promise, denied, account)]
            }
            guard [.made, .accepted, .broken].contains(promise.state) else { return [] }
            return [stalls(promise, account, on: day), answer(promise, account, on: day)].compactMap(\.self)
                + [due(promise, account, on: day)].compactMap(\.self)
        }
    }

    private func due(_ promise: Promise, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        let late = age(promise.dueOn, day)
        if late > 0 { return overdue(promise, late, account) }
        // One count rules most promises out; the search for the day is twenty times as much work.
        let left = DayRange(from: day, clampingUntil: promise.dueOn)
        guard calendar.workingDays(in: left) <= thresholds.promiseWarning else { return nil }
        guard let warned = promise.warnedFrom(calendar, days: thresholds.promiseWarning), day >= warned else {
            return nil
        }
        let canMove = promise.lastDayToMove(calendar, notice: thresholds.promiseNotice).map { day <= $0 } ?? false
        return Finding(
            .promiseDue, promise.id.text, client: account.client, since: max(warned, promise.recordedOn),
            canMove ? .note : .warning, to: promise.receiver == nil ? [.owner] : [.owner, .receiver],
            [
                Finding.Evidence(
                    promise.id.text, en: "due \(promise.dueOn), \(promise.state.words.en)",
                    ru: "срок \(promise.dueOn), \(promise.state.words.ru)")
            ])
    }

    private func overdue(_ promise: Promise, _ late: Int, _ account: RadarAccount) -> Finding {
        let addressees: [Addressee] =
            late >= thresholds.overdueDirector
            ? [.owner, .head, .director]
            : late >= thresholds.overdueHead ? [.owner, .head] : [.owner]
        return Finding(
            .promiseOverdue, promise.id.text, client: account.client,
            since: promise.dueOn.adding(days: 1) ?? promise.dueOn,
            late >= thresholds.overdueDirector ? .alarm : .warning, to: addressees,
            [
                Finding.Evidence(
                    promise.id.text, en: "due \(promise.dueOn), \(CountedWords.en(late, "day", "days")) ago",
                    ru: "срок \(promise.dueOn), прошло \(CountedWords.ru(late, "день", "дня", "дней"))")
            ]
                + (late >= thresholds.overdueWatch
                    ? [
                        Finding.Evidence(
                            account.client.text, en: "put the account on watch", ru: "клиента — под наблюдение")
                    ]
                    : []))
    }

    private func stalls(_ promise: Promise, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard promise.state == .made, let due = promise.acceptanceDue(calendar, days: thresholds.acceptance), day > due,
            let receiver = promise.receiver
        else { return nil }
        return Finding(
            .partStalls, promise.id.text, client: account.client, since: due.adding(days: 1) ?? due, .warning,
            to: [.owner, .receiversHead],
            [
                Finding.Evidence(
                    promise.id.text, en: "\(receiver) should have taken it on by \(due)",
                    ru: "\(receiver) должен был принять до \(due)")
            ])
    }

    private func answer(_ promise: Promise, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard promise.kind == .answer,
            let due = calendar.adding(workingDays: thresholds.answer, to: promise.madeOn), day > due
        else { return nil }
        return Finding(
            .answerOwed, promise.id.text, client: account.client, since: due.adding(days: 1) ?? due, .warning,
            to: [.owner],
            [Finding.Evidence(promise.id.text, en: "asked \(promise.madeOn)", ru: "спросили \(promise.madeOn)")])
    }

    private func denial(_ promise: Promise, _ denied: CivilDay, _ account: RadarAccount) -> Finding {
        Finding(
            .sampleFailed, promise.id.text, client: account.client, since: denied, .alarm, to: [.head, .director],
            [
                Finding.Evidence(
                    promise.id.text, en: "denied: \(promise.ending?.evidence ?? "–")",
                    ru: "опровергнуто: \(promise.ending?.evidence ?? "–")")
            ])
    }
}
