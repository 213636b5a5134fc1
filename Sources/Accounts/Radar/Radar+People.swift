internal import Messages
import Periods
import Quantities

extension Radar {
    /// R12–R16, R28: people at the client whom we do not see, depend on, lose, or have to be introduced to.
    func people(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        powerUnseen(account, on: day) + personLeaves(account, on: day) + relationFalls(account, on: day)
            + handover(account, on: day)
            + [oneThread(account, on: day), leverStuck(account, on: day)].compactMap(\.self)
    }

    private func powerful(_ account: RadarAccount, on day: CivilDay) -> [Contact] {
        account.contacts.filter {
            $0.client == account.client && $0.days.contains(day) && $0.power.value >= thresholds.power
        }
    }

    private func lastTouch(
        with contact: Key<Contact>, by person: Key<Person>? = nil, _ account: RadarAccount, on day: CivilDay
    ) -> CivilDay? {
        account.touches.filter {
            $0.contact == contact && $0.at.day <= day && (person == nil || $0.person == person)
        }.map(\.at.day).max()
    }

    private func powerUnseen(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        guard let norm = account.calls?.norm.value(on: day) else { return [] }
        let limit = Self.times(norm, thresholds.powerNorms)
        return powerful(account, on: day).compactMap { contact in
            // Somebody who was never touched counts from the day he came.
            let from = lastTouch(with: contact.id, account, on: day) ?? contact.days.from
            guard age(from, day) > limit else { return nil }
            return Finding(
                .powerUnseen, contact.id.text, client: account.client,
                since: from.adding(days: limit)?.adding(days: 1) ?? day,
                .warning, to: [.manager, .sponsor],
                [
                    Finding.Evidence(
                        contact.id.text, en: "power \(contact.power.value), last seen \(from)",
                        ru: "влияние \(contact.power.value), последний контакт \(from)")
                ])
        }
    }

    private func oneThread(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let thread = OneThread(account.touches, with: account.client, days: thresholds.threadDays, on: day),
            thread.all >= thresholds.threadTouches, let share = try? thread.share(), share > thresholds.thread
        else { return nil }
        return Finding(
            .oneThread, account.client.text, client: account.client, since: day, .warning, to: [.manager],
            [
                Finding.Evidence(
                    thread.contact.text, en: "\(thread.count) of \(thread.all) touches",
                    ru: "\(thread.count) из \(thread.all) контактов")
            ])
    }

    /// The same lever at the last two assessments: the day of the newest relation, and the day before it was assessed.
    private func leverStuck(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        func influence(_ day: CivilDay) -> Influence? {
            try? Influence(of: account.client, contacts: account.contacts, relations: account.relations, on: day)
        }
        let days = Set(account.relations.map(\.day).filter { $0 <= day }).sorted().suffix(2)
        guard days.count == 2, let former = days.first, let latest = days.last, let before = influence(former),
            let now = influence(day), influence(latest)?.lever == now.lever, before.lever == now.lever,
            min(before.leverSize, now.leverSize) >= thresholds.lever
        else { return nil }
        return Finding(
            .leverStuck, account.client.text, client: account.client, since: latest, .warning, to: [.manager, .head],
            [
                Finding.Evidence(
                    now.lever.text, en: "\(now.leverSize) points to be won, \(before.leverSize) before",
                    ru: "можно выиграть баллов: \(now.leverSize), раньше \(before.leverSize)")
            ])
    }

    private func personLeaves(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        let own = account.contacts.filter { $0.client == account.client }
        let present = Set(own.filter { $0.days.contains(day) }.compactMap(\.function))
        return own.compactMap { contact in
            guard let function = contact.function, contact.days.until <= day, !present.contains(function) else {
                return nil
            }
            return Finding(
                .personLeaves, contact.id.text, client: account.client, since: contact.days.until, .warning,
                to: [.manager, .head],
                [
                    Finding.Evidence(
                        contact.id.text, en: "nobody known in \(function)", ru: "никого не знаем: \(function)")
                ])
        }
    }

    private func relationFalls(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        let known = account.relations.filter { $0.day <= day }
        return Dictionary(grouping: known, by: \.contact).compactMap { contact, list in
            let last = Array(list.sorted { $0.day < $1.day }.suffix(2))
            guard last.count == 2, last[1].isKnown(on: day),
                last[0].level.value - last[1].level.value >= thresholds.relationFall
            else { return nil }
            return Finding(
                .relationFalls, contact.text, client: account.client, since: last[1].day, .warning,
                to: [.manager, .head],
                [
                    Finding.Evidence(
                        contact.text, en: "\(last[0].level.value) → \(last[1].level.value)",
                        ru: "\(last[0].level.value) → \(last[1].level.value)")
                ])
        }
    }

    /// A new account manager who has not met who decides, and promises that the leaver left open.
    private func handover(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        let managers = account.managers.filter { $0.from <= day }.sorted { $0.from < $1.from }
        guard managers.count >= 2, let new = managers.last,
            let from = new.from.adding(days: thresholds.handover), day >= from
        else { return [] }
        let unmet = powerful(account, on: day).filter {
            lastTouch(with: $0.id, by: new.person, account, on: day) == nil
        }
        let formers = Set(managers.dropLast().map(\.person)).subtracting([new.person])
        let left = account.promises.filter {
            [.made, .accepted].contains($0.state) && formers.contains($0.owner(on: day))
        }
        guard !unmet.isEmpty || !left.isEmpty else { return [] }
        return [
            Finding(
                .handover, account.client.text, client: account.client, since: from, .warning, to: [.manager, .head],
                unmet.map {
                    Finding.Evidence(
                        $0.id.text, en: "power \($0.power.value), not met by \(new.person)",
                        ru: "влияние \($0.power.value), \(new.person) не знаком")
                }
                    + left.map {
                        Finding.Evidence(
                            $0.id.text, en: "open with \($0.owner(on: day))", ru: "открыто у \($0.owner(on: day))")
                    })
        ]
    }
}
