import Formulas
import Ledger
import Storage

extension Entry.Cause {
    /// The cause as people read it.
    var title: LocalizedText {
        switch self {
        case .award: LocalizedText(en: "award", ru: "начисление")
        case .correction: LocalizedText(en: "correction", ru: "исправление")
        case .adjustment: LocalizedText(en: "adjustment", ru: "корректировка")
        case .hold: LocalizedText(en: "hold", ru: "удержание до условия")
        case .release: LocalizedText(en: "release", ru: "освобождение")
        case .deferral: LocalizedText(en: "deferral", ru: "отсрочка")
        case .vesting: LocalizedText(en: "vesting", ru: "наступление отсрочки")
        case .forfeiture: LocalizedText(en: "forfeiture", ru: "утрата")
        case .draw: LocalizedText(en: "draw", ru: "аванс")
        case .drawRecovery: LocalizedText(en: "draw recovery", ru: "погашение аванса")
        case .carryForward: LocalizedText(en: "carry forward", ru: "перенос долга")
        case .recovery: LocalizedText(en: "recovery", ru: "погашение долга")
        case .settlement: LocalizedText(en: "payable", ru: "к выплате")
        case .payment: LocalizedText(en: "payment", ru: "выплата")
        }
    }
}

extension Matter {
    /// The matter as people read it.
    var title: LocalizedText {
        switch self {
        case .award(let plan, let component, let period): LocalizedText("\(plan) · \(component) · \(period)")
        case .adjustment(let number): LocalizedText(en: "adjustment \(number)", ru: "корректировка \(number)")
        case .draw(let plan): LocalizedText(en: "\(plan) · draw", ru: "\(plan) · аванс")
        case .pay: LocalizedText(en: "pay", ru: "выплата")
        }
    }
}

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
