public import Ledger
public import Messages

extension Right {
    /// What it allows, after "has no right to …".
    var deed: LocalizedText {
        switch self {
        case .seePay: LocalizedText(en: "see what others are paid", ru: "смотреть выплаты")
        case .openDispute: LocalizedText(en: "object to pay", ru: "подавать возражения")
        case .answerDispute: LocalizedText(en: "answer disputes", ru: "отвечать на возражения")
        case .proposeAdjustment: LocalizedText(en: "propose adjustments", ru: "предлагать корректировки")
        case .decideAdjustment: LocalizedText(en: "decide about adjustments", ru: "решать о корректировках")
        case .importRows: LocalizedText(en: "take rows in", ru: "загружать строки")
        case .setTargets: LocalizedText(en: "set targets", ru: "назначать цели")
        case .calculate: LocalizedText(en: "calculate periods", ru: "рассчитывать периоды")
        case .review: LocalizedText(en: "put periods into review", ru: "отдавать периоды на сверку")
        case .approve: LocalizedText(en: "approve periods", ru: "утверждать периоды")
        case .pay: LocalizedText(en: "pay periods", ru: "выплачивать периоды")
        case .close: LocalizedText(en: "close periods", ru: "закрывать периоды")
        case .reopen: LocalizedText(en: "reopen periods", ru: "открывать периоды снова")
        case .seeAccounts: LocalizedText(en: "see key account work", ru: "смотреть работу с ключевыми клиентами")
        case .readPlans: LocalizedText(en: "read plans", ru: "читать планы")
        case .writePlans: LocalizedText(en: "write plans", ru: "писать планы")
        case .approvePlans: LocalizedText(en: "approve plans", ru: "утверждать планы")
        case .readLedger: LocalizedText(en: "read the ledger", ru: "читать книгу")
        case .checkRecords: LocalizedText(en: "check the records", ru: "проверять записи")
        case .keepRecords:
            LocalizedText(en: "back up and restore the records", ru: "копировать и восстанавливать записи")
        case .grantRights: LocalizedText(en: "grant rights", ru: "давать права")
        }
    }
}

extension Refusal.WrittenPart {
    /// What must say something.
    var title: LocalizedText {
        switch self {
        case .reason: LocalizedText(en: "the reason", ru: "причина")
        case .order: LocalizedText(en: "the order", ru: "приказ")
        case .objection: LocalizedText(en: "the objection", ru: "возражение")
        case .answer: LocalizedText(en: "the answer", ru: "ответ")
        }
    }
}

extension PeriodState {
    /// The state as people read it.
    public var title: LocalizedText {
        switch self {
        case .open: LocalizedText(en: "open", ru: "открыт")
        case .calculated: LocalizedText(en: "calculated", ru: "рассчитан")
        case .inReview: LocalizedText(en: "in review", ru: "на сверке")
        case .halfApproved: LocalizedText(en: "approved by one of two", ru: "утверждён одним из двух")
        case .approved: LocalizedText(en: "approved", ru: "утверждён")
        case .paid: LocalizedText(en: "paid", ru: "выплачен")
        case .closed: LocalizedText(en: "closed", ru: "закрыт")
        }
    }
}

extension PeriodStep.Action {
    /// The action inside "it cannot be …".
    var participle: LocalizedText {
        switch self {
        case .calculate: LocalizedText(en: "calculated", ru: "рассчитать")
        case .review: LocalizedText(en: "put into review", ru: "отдать на сверку")
        case .approve: LocalizedText(en: "approved", ru: "утвердить")
        case .pay: LocalizedText(en: "paid", ru: "выплатить")
        case .close: LocalizedText(en: "closed", ru: "закрыть")
        case .reopen: LocalizedText(en: "reopened", ru: "открыть снова")
        }
    }
}
