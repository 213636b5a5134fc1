public import Formulas
public import Ledger

/// What the rules of the workspace do not allow, whoever asks.
public enum Refusal: Error, Sendable, Hashable {
    /// A step in the life of a period.
    case lifeCycle(LifeCycleRefusal)
    /// A step or an entry says that somebody else made it.
    case otherActor(String, actor: String)
    /// Nobody adjusts his own pay.
    case ownAdjustment(author: String)
    /// Nobody decides about an adjustment that he wrote himself.
    case ownDecision(Int64, author: String)
    /// Nobody decides about an adjustment of his own pay.
    case decisionOnOwnPay(Int64, person: String)
    /// The adjustment was decided before.
    case decidedAlready(Int64, by: String)
    /// Nobody answers a dispute about his own pay.
    case ownDispute(Int64, person: String)
    /// The dispute was answered before.
    case answeredAlready(Int64, by: String)
    /// An entry must move an amount above zero between two different accounts.
    case emptyEntry(person: String, amount: Int64)

    /// The refusal with what to do about it.
    public var text: LocalizedText {
        switch self {
        case .lifeCycle(let refusal): refusal.text
        case .otherActor(let named, let actor):
            LocalizedText(
                en: "\(actor) cannot act in the name of \(named); let \(named) do it",
                ru: "\(actor) не может действовать от имени \(named); пусть это сделает \(named)")
        case .ownAdjustment(let author):
            LocalizedText(
                en: "\(author) cannot adjust his own pay; ask somebody else to enter it",
                ru: "\(author) не может корректировать собственную выплату; попросите внести корректировку другого")
        case .ownDecision(let number, let author):
            LocalizedText(
                en: "adjustment \(number) was entered by \(author), so somebody else must decide about it",
                ru: "корректировку \(number) внёс(ла) \(author); решение — за другим человеком")
        case .decisionOnOwnPay(let number, let person):
            LocalizedText(
                en: "adjustment \(number) changes the pay of \(person), so somebody else must decide about it",
                ru: "корректировка \(number) меняет выплату \(person); решение — за другим человеком")
        case .decidedAlready(let number, let actor):
            LocalizedText(
                en:
                    "\(actor) has decided about adjustment \(number) already; enter a new one to change what was decided",
                ru: "о корректировке \(number) уже решил(а) \(actor); чтобы изменить решённое, внесите новую")
        case .ownDispute(let number, let person):
            LocalizedText(
                en: "dispute \(number) is about the pay of \(person), so somebody else must answer it",
                ru: "возражение \(number) — о выплате \(person); ответить должен другой человек")
        case .answeredAlready(let number, let actor):
            LocalizedText(
                en: "\(actor) has answered dispute \(number) already; open a new one to go on",
                ru: "на возражение \(number) уже ответил(а) \(actor); чтобы продолжить, откройте новое")
        case .emptyEntry(let person, let amount):
            LocalizedText(
                en:
                    "an entry of \(person) over \(amount) moves nothing: the amount must be above zero and the accounts different",
                ru:
                    "проводка \(person) на \(amount) ничего не переносит: сумма должна быть больше нуля, а счета — разными"
            )
        }
    }
}
