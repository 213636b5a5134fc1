internal import Messages
import Periods

extension Radar {
    /// R10, R11, R25: claims that stay open or without cause, one cause again and again, risks that nobody owns.
    func claims(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.claims.compactMap { claim($0, account, on: day) } + sameCause(account, on: day)
            + account.risks.compactMap { riskWithoutOwner($0, account, on: day) }
    }

    private func claim(_ claim: Claim, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard claim.openedOn <= day else { return nil }
        if let closed = claim.closedOn, closed <= day {
            guard (claim.rootCause ?? "").isBlank else { return nil }
            return Finding(
                .claim, claim.id.text, client: account.client, since: closed, .warning, to: [.manager],
                [Finding.Evidence(claim.id.text, en: "closed without root cause", ru: "закрыта без причины")])
        }
        guard let last = calendar.adding(workingDays: thresholds.claimWarning, to: claim.openedOn), day > last else {
            return nil
        }
        let open = age(claim.openedOn, day)
        let isAlarm = open > thresholds.claimAlarm
        return Finding(
            .claim, claim.id.text, client: account.client, since: last.adding(days: 1) ?? last,
            isAlarm ? .alarm : .warning, to: isAlarm ? [.manager, .head] : [.manager],
            [
                Finding.Evidence(
                    claim.id.text, en: "open \(CountedWords.en(open, "day", "days"))",
                    ru: "открыта \(CountedWords.ru(open, "день", "дня", "дней"))")
            ])
    }

    private func sameCause(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        let recent = account.claims.filter {
            $0.openedOn <= day && age($0.openedOn, day) < thresholds.causeDays && !($0.rootCause ?? "").isBlank
        }
        return Dictionary(grouping: recent) { $0.rootCause ?? "" }.compactMap { cause, claims in
            guard claims.count >= thresholds.causeCount, let last = claims.map(\.openedOn).max() else { return nil }
            return Finding(
                .sameCause, "\(account.client) \(cause)", client: account.client, since: last, .warning,
                to: [.causeOwnersHead],
                claims.sorted { $0.id < $1.id }.map { Finding.Evidence($0.id.text, en: "\(cause)", ru: "\(cause)") })
        }
    }

    private func riskWithoutOwner(_ risk: Risk, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard risk.owner == nil, !risk.isSettled, age(risk.seenOn, day) >= thresholds.riskOwner else { return nil }
        return Finding(
            .riskWithoutOwner, risk.id.text, client: account.client,
            since: risk.seenOn.adding(days: thresholds.riskOwner) ?? day, .warning, to: [.head],
            [Finding.Evidence(risk.id.text, en: "seen \(risk.seenOn)", ru: "замечен \(risk.seenOn)")])
    }
}
