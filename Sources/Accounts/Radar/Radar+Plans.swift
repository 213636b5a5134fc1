internal import Messages
public import Periods
import Quantities

/// What a client wrote beside a mark, and when somebody of ours read and sorted it.
public struct ClientRemark: Hashable, Sendable {
    /// Its number.
    public let id: String
    /// When it came.
    public let givenOn: CivilDay
    /// When it was sorted.
    public let taggedOn: CivilDay?

    /// A remark.
    public init(_ id: String, given: CivilDay, tagged: CivilDay?) {
        (self.id, givenOn, taggedOn) = (id, given, tagged)
    }
}

extension Radar {
    /// R21: a unit in which the clients' remarks of half a year lie unread.
    public func remarks(of unit: String, _ remarks: [ClientRemark], on day: CivilDay) -> Finding? {
        let ripe = remarks.filter { remark in
            let days = age(remark.givenOn, day)
            return days >= thresholds.remarkDays && days < 180
        }
        let unread = ripe.filter { $0.taggedOn.map { $0 > day } ?? true }
        let name = LocalizedText(en: "remarks of clients", ru: "замечания клиентов")
        guard let share = try? Exact.share(unread.count, of: ripe.count, name), share > thresholds.remarks,
            let first = unread.map(\.givenOn).min()
        else { return nil }
        return Finding(
            .remarksUnread, unit, client: nil, since: first.adding(days: thresholds.remarkDays) ?? day, .warning,
            to: [.head],
            [
                Finding.Evidence(
                    unit, en: "\(unread.count) of \(ripe.count) unread",
                    ru: "не разобрано \(unread.count) из \(ripe.count)")
            ])
    }

    /// R22, R23: plans in which nothing happens, and actions whose day is over.
    func plans(_ account: RadarAccount, on day: CivilDay) -> [Finding] {
        account.plans.filter { $0.state == .active && $0.days.contains(day) }.flatMap { plan in
            [asleep(plan, account, on: day)].compactMap(\.self)
                + plan.actions.compactMap { overdue($0, account, on: day) }
        }
    }

    private func asleep(_ plan: AccountPlan, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        let last = max(plan.lastStep(on: day) ?? plan.days.from, plan.days.from)
        let reviewed = max(plan.reviews.filter { $0 <= day }.max() ?? plan.days.from, plan.days.from)
        let isAsleep = age(last, day) > thresholds.planSleep
        guard isAsleep || age(reviewed, day) > thresholds.planReview else { return nil }
        let since = isAsleep ? last.adding(days: thresholds.planSleep) : reviewed.adding(days: thresholds.planReview)
        return Finding(
            .planAsleep, plan.id.text, client: account.client, since: since?.adding(days: 1) ?? day, .warning,
            to: [.manager, .head],
            [
                isAsleep
                    ? Finding.Evidence(plan.id.text, en: "last step \(last)", ru: "последний шаг \(last)")
                    : Finding.Evidence(
                        plan.id.text, en: "last looked at \(reviewed)", ru: "последний разбор \(reviewed)")
            ])
    }

    private func overdue(_ action: PlanAction, _ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard action.isOverdue(on: day) else { return nil }
        let late = age(action.dueOn, day)
        let isHeads = late >= thresholds.actionHead
        return Finding(
            .actionOverdue, action.id.text, client: account.client, since: action.dueOn.adding(days: 1) ?? day,
            .warning,
            to: isHeads ? [.owner, .head] : [.owner],
            [
                Finding.Evidence(
                    action.id.text, en: "due \(action.dueOn), \(CountedWords.en(late, "day", "days")) ago",
                    ru: "срок \(action.dueOn), прошло \(CountedWords.ru(late, "день", "дня", "дней"))")
            ])
    }

    /// R32: consents that have ended or will soon, unless another one of the same contact and purpose goes on.
    public func consents(_ consents: [Consent], client: Key<Client>?, on day: CivilDay) -> [Finding] {
        consents.filter { $0.givenOn <= day }.compactMap { consent in
            let left = age(day, consent.end)
            let isRenewed = consents.contains {
                $0.id != consent.id && $0.contact == consent.contact && $0.purpose == consent.purpose
                    && $0.givenOn <= day && $0.end > consent.end
            }
            guard left <= thresholds.consent, !isRenewed else { return nil }
            return Finding(
                .personalFacts, consent.id.text, client: client,
                since: consent.end.adding(days: -max(thresholds.consent, 0)) ?? day, left > 0 ? .note : .warning,
                to: [.author],
                [
                    left > 0
                        ? Finding.Evidence(consent.id.text, en: "ends \(consent.end)", ru: "кончается \(consent.end)")
                        : Finding.Evidence(consent.id.text, en: "ended \(consent.end)", ru: "кончилось \(consent.end)")
                ])
        }
    }

    /// R37: what somebody has learned and does not use, and what he lacks and is not taught.
    public func learning(_ places: [TrainingPlace], gaps: [SkillGap], on day: CivilDay) -> [Finding] {
        places.compactMap { place -> Finding? in
            guard let idle = place.idle(on: day), idle > thresholds.practice, let done = place.doneOn else {
                return nil
            }
            return Finding(
                .learningStops, place.id.text, client: nil, since: done.adding(days: thresholds.practice + 1) ?? day,
                .note, to: [.owner, .head],
                [
                    Finding.Evidence(
                        place.id.text, en: "trained \(done), not used yet", ru: "обучен \(done), ещё не применил")
                ])
        }
            + gaps.compactMap { gap -> Finding? in
                guard gap.day <= day, gap.need - gap.level >= thresholds.skillGap, !gap.isTrained else { return nil }
                return Finding(
                    .learningStops, "\(gap.person) \(gap.competency)", client: nil, since: gap.day, .note,
                    to: [.owner, .head],
                    [
                        Finding.Evidence(
                            gap.competency, en: "level \(gap.level), \(gap.need) asked for",
                            ru: "уровень \(gap.level), нужно \(gap.need)")
                    ])
            }
    }
}
