public import Accounts
public import Messages
public import Periods
public import Storage

/// Why something was erased.
public enum ErasureReason: String, Hashable, Sendable, CaseIterable {
    /// The contact, or somebody for him, has asked for it.
    case asked
    /// The contact has taken his consent back.
    case withdrawn
    /// Its term is over.
    case expired
    /// It came back with an old copy and was erased again.
    case restored

    /// The reason as people say it.
    public var words: LocalizedText {
        switch self {
        case .asked: LocalizedText(en: "asked for", ru: "по требованию")
        case .withdrawn: LocalizedText(en: "consent taken back", ru: "согласие отозвано")
        case .expired: LocalizedText(en: "term over", ru: "срок истёк")
        case .restored: LocalizedText(en: "came back with an old copy", ru: "вернулось со старой копией")
        }
    }
}

/// That something was erased: what, when, by whom, and where the audit chain says so.
public struct ErasureCertificate: Hashable, Sendable {
    /// Of whom.
    public let contact: Key<Contact>
    /// Why.
    public let reason: ErasureReason
    /// In whose name.
    public let actor: String
    /// When, as ISO 8601 in UTC, by the record of the chain.
    public let at: String
    /// What, in the order in which it was written.
    public let items: [Item]
    /// The end of the chain, under which the erasure stands.
    public let head: AuditHead

    /// One thing that was erased.
    public struct Item: Hashable, Sendable {
        /// Whether it was a note or a consent.
        public enum Kind: String, Hashable, Sendable {
            case note, consent

            /// The kind as people call it.
            public var words: LocalizedText {
                switch self {
                case .note: LocalizedText(en: "note", ru: "заметка")
                case .consent: LocalizedText(en: "consent", ru: "согласие")
                }
            }
        }

        /// What it was.
        public let kind: Kind
        /// What the chain calls it.
        public let key: String
        /// What it served.
        public let purpose: Consent.Purpose
        /// The day it was written or given.
        public let madeOn: CivilDay
    }
}
