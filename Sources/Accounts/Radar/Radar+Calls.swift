internal import Messages
import Periods

extension Radar {
    /// R5, R30: calls that are due, and bad news told late.
    func calls(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        [callDue(account, on: day)].compactMap(\.self) + badNews(account, on: day)
    }

    private func callDue(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let calls = account.calls, let due = calls.due(on: day), let norm = calls.norm.value(on: day),
            let warned = due.adding(days: -max(thresholds.callWarning, 0)), day >= warned
        else { return nil }
        let last = calls.lastCall(on: day)
        let isTwice = age(last ?? due, day) >= (last == nil ? norm : 2 * norm)
        let severity: Severity = isTwice ? .alarm : day > due ? .warning : .note
        return Finding(
            .callDue, account.client.text, client: account.client, since: warned, severity,
            to: isTwice ? [.manager, .head] : [.manager],
            [
                Finding.Evidence(
                    account.client.text, en: "last call \(last?.text(in: .en) ?? "never"), due \(due)",
                    ru: "последний звонок \(last?.text(in: .ru) ?? "не было"), срок \(due)")
            ])
    }

    private func badNews(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.touches.compactMap { touch in
            guard touch.message == .problem, let known = touch.knownOn, touch.at.day <= day,
                workingDays(after: known.day, through: touch.at.day) > thresholds.badNews
            else { return nil }
            return Finding(
                .badNewsLate, touch.id.text, client: account.client, since: touch.at.day, .warning, to: [.manager],
                [
                    Finding.Evidence(
                        touch.id.text, en: "known \(known), told \(touch.at)", ru: "знали \(known), сказали \(touch.at)"
                    )
                ])
        }
    }

    /// R6: no order for longer than the client's own rhythm explains.
    func silence(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        let days = Set(account.orders.filter { $0 <= day }).sorted()
        guard days.count >= max(thresholds.silenceOrders, 2), let last = days.last else { return [] }
        let gaps = zip(days, days.dropFirst()).map { $0.days(until: $1) }.sorted()
        let doubledMedian = gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]
        let limit = max(Self.times(doubledMedian, thresholds.silenceTimes) / 2, thresholds.silenceDays)
        guard age(last, day) > limit else { return [] }
        let median = doubledMedian % 2 == 0 ? "\(doubledMedian / 2)" : "\(doubledMedian / 2).5"
        return [
            Finding(
                .silence, account.client.text, client: account.client,
                since: last.adding(days: limit)?.adding(days: 1) ?? day,
                .warning, to: [.manager, .head],
                [
                    Finding.Evidence(
                        account.client.text, en: "last order \(last), \(age(last, day)) days ago; usually \(median)",
                        ru:
                            "последний заказ \(last), \(CountedWords.ru(age(last, day), "день", "дня", "дней")) назад; обычно \(median)"
                    )
                ])
        ]
    }
}
