public import Ledger
public import Messages

extension Account {
    /// The account as people read it.
    public var title: LocalizedText {
        switch self {
        case .earned: LocalizedText(en: "earned", ru: "заработано")
        case .accrued: LocalizedText(en: "accrued", ru: "начислено")
        case .held: LocalizedText(en: "held", ru: "удержано")
        case .deferred: LocalizedText(en: "deferred", ru: "отложено")
        case .forfeited: LocalizedText(en: "forfeited", ru: "сгорело")
        case .payable: LocalizedText(en: "payable", ru: "к выплате")
        case .paid: LocalizedText(en: "paid", ru: "выплачено")
        case .carried: LocalizedText(en: "carried", ru: "перенесено")
        case .drawn: LocalizedText(en: "drawn", ru: "авансы")
        }
    }
}

extension LedgerEntry.Cause {
    /// The cause as people read it.
    public var title: LocalizedText {
        switch self {
        case .award: LocalizedText(en: "award", ru: "начисление")
        case .correction: LocalizedText(en: "correction", ru: "исправление")
        case .adjustment: LocalizedText(en: "adjustment", ru: "корректировка")
        case .hold: LocalizedText(en: "hold", ru: "удержание до условия")
        case .release: LocalizedText(en: "release", ru: "освобождение")
        case .deferral: LocalizedText(en: "deferral", ru: "отсрочка")
        case .vesting: LocalizedText(en: "vesting", ru: "наступление срока")
        case .forfeiture: LocalizedText(en: "forfeiture", ru: "сгорание")
        case .draw: LocalizedText(en: "draw", ru: "аванс")
        case .drawRecovery: LocalizedText(en: "draw recovery", ru: "погашение аванса")
        case .settlement: LocalizedText(en: "payable", ru: "к выплате")
        case .carryForward: LocalizedText(en: "carry forward", ru: "перенос долга")
        case .recovery: LocalizedText(en: "recovery", ru: "погашение долга")
        case .payment: LocalizedText(en: "payment", ru: "выплата")
        }
    }
}

extension PayItem {
    /// What is owed, as people read it.
    public var title: LocalizedText {
        switch self {
        case .award(let plan, let component, let period): LocalizedText("\(plan) · \(component) · \(period)")
        case .adjustment(let number):
            LocalizedText(en: "adjustment \(number)", ru: "корректировка \(number)")
        case .draw(let plan): LocalizedText(en: "draw of \(plan)", ru: "аванс по \(plan)")
        case .pay: LocalizedText(en: "pay", ru: "выплата")
        }
    }
}
