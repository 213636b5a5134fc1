internal import Messages
public import Periods
import Quantities

extension Radar {
    /// R20, R33: facts that are not tested, and accounts of which too little is known.
    func knowledge(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.facts.compactMap { fact($0, account) } + [blind(account, on: day)].compactMap(\.self)
    }

    private func fact(_ fact: RadarFact, _ account: RadarAccount) -> Finding? {
        let isOpen = fact.state != .resolved && fact.state != .expired
        let isUntested = fact.state == .reported && !fact.check.isConfirmed
        guard isOpen, isUntested || !fact.check.against.isEmpty else { return nil }
        let lacking = fact.check.lacking ?? fact.state.words
        return Finding(
            .factUntested, fact.id, client: account.client, since: fact.since, .warning, to: [.author],
            [Finding.Evidence(fact.id, en: "\(lacking)", ru: "\(lacking)")])
    }

    private func blind(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let health = account.health, health.known < thresholds.known else { return nil }
        let part = health.blindest?.id.text ?? "–"
        return Finding(
            .blind, account.client.text, client: account.client, since: day, .warning, to: [.manager],
            [
                Finding.Evidence(
                    part, en: "\(health.known.percent) % known, least: \(part)",
                    ru: "известно \(health.known.percent) %, хуже всего: \(part)")
            ])
    }

    /// R24: evidence of a held rung that ends soon, and rungs that are examined but no longer borne.
    func standing(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        guard let watched = account.ladder else { return [] }
        let now = LadderStanding(watched.ladder, evidence: watched.evidence, claims: watched.claims, on: day)
        let ending = now.expiring.filter { age(day, $0.until) <= thresholds.evidence }.map { expiry in
            let subject = "\(account.client) \(expiry.place.rung) \(expiry.place.evidence)"
            return Finding(
                .evidenceEnds, subject, client: account.client,
                since: expiry.until.adding(days: -max(thresholds.evidence, 0)) ?? day, .warning, to: [.manager],
                [Finding.Evidence(subject, en: "valid until \(expiry.until)", ru: "действует до \(expiry.until)")])
        }
        let lapsed = watched.ladder.rungs.dropFirst(now.held + 1).filter { watched.claims[$0.id].holds(on: day) }
            .flatMap { rung in rung.evidence.map { EvidencePlace(rung.id, $0.id) } }
            .compactMap { place -> Finding? in
                let ranges = watched.evidence[place]
                guard !ranges.holds(on: day), let end = ranges?.map(\.until).filter({ $0 <= day }).max() else {
                    return nil
                }
                let subject = "\(account.client) \(place.rung) \(place.evidence)"
                return Finding(
                    .evidenceEnds, subject, client: account.client, since: end, .warning, to: [.manager],
                    [Finding.Evidence(subject, en: "lapsed \(end)", ru: "утрачено \(end)")])
            }
        return ending + lapsed
    }

    /// R26: one account, or one holding, that is too much of the company, of a unit, or of somebody's book.
    public func concentration(
        in place: String, isBook: Bool, _ concentration: AccountConcentration, on day: CivilDay
    ) -> Finding? {
        let limit = isBook ? thresholds.bookShare : thresholds.unitShare
        guard concentration.top > limit, let holder = concentration.holders.first else { return nil }
        return Finding(
            .concentration, place, client: nil, since: day, .warning, to: isBook ? [.head] : [.director],
            [
                Finding.Evidence(
                    holder, en: "\(concentration.top.percent) % of \(place)",
                    ru: "\(concentration.top.percent) %: \(place)")
            ])
    }

    /// R34: suggestions whose reply is late.
    public func replies(_ suggestions: [Suggestion], on day: CivilDay) -> [Finding] {
        suggestions.compactMap { suggestion in
            let late = suggestion.lateness(on: day)
            guard late > 0 else { return nil }
            return Finding(
                .noReply, suggestion.id.text, client: nil, since: suggestion.replyDue.adding(days: 1) ?? day, .warning,
                to: [.debtor],
                [
                    Finding.Evidence(
                        suggestion.id.text, en: "\(suggestion.answeredBy) owes a reply, \(late) days late",
                        ru: "ответ за \(suggestion.answeredBy), дней просрочки: \(late)")
                ])
        }
    }

    /// R35: sessions that are not held and signed ten days after a round was closed.
    public func sessions(_ round: Round, on day: CivilDay) -> [Finding] {
        guard round.state == .closed || round.state == .sessions, let closed = round.closedOn,
            let from = closed.adding(days: thresholds.session), day > from
        else { return [] }
        let unsigned = round.sessionsDue.filter { client in
            !round.minutes.contains { $0.client == client && round.isSigned($0) }
        }
        guard !unsigned.isEmpty else { return [] }
        return [
            Finding(
                .departmentsApart, round.id.text, client: nil, since: from.adding(days: 1) ?? from, .warning,
                to: [.director],
                unsigned.map { Finding.Evidence($0.text, en: "no signed minutes", ru: "нет подписанного протокола") })
        ]
    }
}
