public import Messages
public import Periods

/// Something the radar sees: evidence, for whom, how much it presses, and what to do first.
///
/// It is no ground for discipline: it is first for who can still change it.
public struct Finding: Hashable, Sendable {
    /// What it is about: two findings of one rule and subject are one, whatever the day.
    public let key: Key
    /// Which client it is about, where it is about one.
    public let client: Accounts.Key<Client>?
    /// The first day of its condition.
    public internal(set) var since: CivilDay
    /// How much it presses.
    public let severity: Severity
    /// For whom.
    public let addressees: [Addressee]
    /// What it rests on.
    public let evidence: [Evidence]

    /// A rule and its subject.
    public struct Key: Hashable, Sendable, Comparable {
        /// The rule.
        public let rule: RadarRule
        /// The row or client it is about, such as `p0077`.
        public let subject: String

        /// A rule and its subject.
        public init(_ rule: RadarRule, _ subject: String) {
            (self.rule, self.subject) = (rule, subject)
        }

        /// Orders by rule and subject.
        public static func < (left: Key, right: Key) -> Bool {
            (left.rule, left.subject) < (right.rule, right.subject)
        }
    }

    /// A row with what it shows.
    public struct Evidence: Hashable, Sendable {
        /// The row or figure.
        public let row: String
        /// What it shows.
        public let text: LocalizedText

        init(_ row: String, en: EnglishText, ru: RussianText) {
            (self.row, text) = (row, LocalizedText(en: en, ru: ru))
        }
    }

    init(
        _ rule: RadarRule, _ subject: String, client: Accounts.Key<Client>?, since: CivilDay, _ severity: Severity,
        to addressees: [Addressee], _ evidence: [Evidence]
    ) {
        (key, self.client, self.since) = (Key(rule, subject), client, since)
        (self.severity, self.addressees, self.evidence) = (severity, addressees, evidence)
    }

    /// The rule.
    public var rule: RadarRule { key.rule }
}
