internal import Messages
import Storage

extension Adjustment.Kind {
    /// The kind as people read it.
    var title: LocalizedText {
        switch self {
        case .adjustment: LocalizedText(en: "adjustment", ru: "корректировка")
        case .discipline: LocalizedText(en: "discipline", ru: "взыскание")
        }
    }
}

extension Adjustment.Decision.Verdict {
    /// The verdict as people read it.
    var title: LocalizedText {
        switch self {
        case .approved: LocalizedText(en: "approved", ru: "утверждена")
        case .rejected: LocalizedText(en: "rejected", ru: "отклонена")
        }
    }
}
