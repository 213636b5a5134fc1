internal import Messages
public import Periods

/// What somebody did about a finding.
public struct RadarAnswer: Hashable, Sendable {
    /// The finding.
    public let key: Finding.Key
    /// How it is answered.
    public let answer: Answer
    /// By whom.
    public let by: Key<Person>
    /// When.
    public let day: CivilDay
    /// How much it pressed then: it comes back when it presses more.
    public let severity: Severity

    /// How a finding is answered.
    public enum Answer: Hashable, Sendable {
        /// Something was done.
        case acted
        /// It waits until a day.
        case later(until: CivilDay)
        /// It is not so, for a reason.
        case notSo(reason: String)
    }

    /// An answer by its word.
    public enum Word: String, Hashable, Sendable, CaseIterable {
        /// Something was done.
        case acted
        /// It waits.
        case later
        /// It is not so.
        case notSo = "not_so"
    }

    /// The farthest that an answer puts a finding off, in days.
    public static let farthest = 14

    /// An answer; refused where it puts off by more than 14 days or into the past, or denies without reason.
    public init(_ finding: Finding, _ answer: Answer, by person: Key<Person>, on day: CivilDay) throws(Refusal) {
        try self.init(finding.key, answer, by: person, on: day, severity: finding.severity)
    }

    /// An answer to what pressed so much on its day, as it was kept.
    public init(
        _ key: Finding.Key, _ answer: Answer, by person: Key<Person>, on day: CivilDay, severity: Severity
    ) throws(Refusal) {
        let place = "\(key.rule.name) \(key.subject)"
        switch answer {
        case .acted: break
        case .later(let until):
            guard (0...Self.farthest).contains(day.days(until: until)) else {
                throw Refusal(
                    "too-far",
                    LocalizedText(en: "\(place): put off to \(until)", ru: "\(place): отложено до \(until)"),
                    remedy: LocalizedText(
                        en: "name a day within \(Self.farthest) days",
                        ru: "назовите день в пределах \(Self.farthest) дней"))
            }
        case .notSo(let reason):
            guard !reason.isBlank else {
                throw .wording(place, needs: LocalizedText(en: "reason", ru: "причина"))
            }
        }
        (self.key, self.answer, by, self.day, self.severity) = (key, answer, person, day, severity)
    }

    /// Whether it still quiets a finding on a day.
    func quiets(_ finding: Finding, on day: CivilDay) -> Bool {
        guard key == finding.key, self.day >= finding.since, self.day <= day, finding.severity <= severity else {
            return false
        }
        if case .later(let until) = answer { return day < until }
        return true
    }
}

extension Radar {
    /// Findings of a day with the first day of those that were there the day before: the same finding on two days is one.
    ///
    /// Where rows tell since when a condition holds, that day stands; where only a figure shows it, it holds since it was
    /// first seen.
    ///
    /// - Parameter before: findings of the last time it was looked, as they came out of this function.
    public func carried(_ findings: [Finding], on day: CivilDay, from before: [Finding]) -> [Finding] {
        let first = Dictionary(before.map { ($0.key, $0.since) }, uniquingKeysWith: min)
        return findings.map { finding in
            var finding = finding
            if finding.since == day, let since = first[finding.key] { finding.since = min(since, day) }
            return finding
        }
    }

    /// Findings of a day, where only a figure shows the condition, with the day on which somebody answered them: they were there then.
    ///
    /// - Parameter days: for so long after its answer a figure's finding is the same; what shows later is another.
    public func carried(
        _ findings: [Finding], on day: CivilDay, answered answers: [RadarAnswer], within days: Int = 90
    ) -> [Finding] {
        let known = answers.filter { $0.day <= day && $0.day.days(until: day) <= days }
        let first = Dictionary(known.map { ($0.key, $0.day) }, uniquingKeysWith: min)
        return findings.map { finding in
            var finding = finding
            if finding.since == day, let since = first[finding.key] { finding.since = since }
            return finding
        }
    }

    /// The findings that nobody has answered, or whose answer no longer holds.
    public func open(_ findings: [Finding], answers: [RadarAnswer], on day: CivilDay) -> [Finding] {
        let byKey = Dictionary(grouping: answers, by: \.key)
        return findings.filter { finding in
            // The last answer counts: "not so" taken back by "later" waits until its day.
            let last = byKey[finding.key]?.filter { $0.day <= day }.max { $0.day < $1.day }
            return !(last?.quiets(finding, on: day) ?? false)
        }
    }

    /// How many levels of the line a finding that nobody answers has gone up: one every so many working days.
    ///
    /// - Parameter answered: the day of the last answer, which no longer holds: it waits anew from then.
    public func levelsUp(
        _ finding: Finding, on day: CivilDay, every days: Int = 10, answered: CivilDay? = nil
    ) -> Int {
        guard finding.rule.escalates, finding.severity >= .warning, days > 0 else { return 0 }
        let since = max(finding.since, min(answered ?? finding.since, day))
        return max(workingDays(after: since, through: day), 0) / days
    }
}
