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
    /// No pay is changed by so much.
    case adjustmentTooLarge(Int64)
    /// The amount has no sum with the adjustments that count or wait; the largest of them is named.
    case adjustmentsTooLarge(Int64, with: Int64)
    /// Only an adjustment that was approved, and not withdrawn, can be withdrawn.
    case notInForce(Int64)
    /// A proposal to withdraw the adjustment waits already.
    case withdrawalWaits(Int64, author: String)
    /// The company's text names the people who may approve, and the actor is not among them.
    case notAnApprover(String, approvers: [String])
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
        case .adjustmentTooLarge, .adjustmentsTooLarge, .notInForce, .withdrawalWaits: adjustmentText
        case .notAnApprover(let actor, let approvers):
            LocalizedText(
                en:
                    "\(actor) is not among those who may approve (\(approvers.joined(separator: ", "))); ask one of them; the list is 'approvers' in the company's text",
                ru:
                    "\(actor) не входит в число утверждающих (\(approvers.joined(separator: ", "))); попросите одного из них; список — «approvers» в тексте компании"
            )
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

    private var adjustmentText: LocalizedText {
        switch self {
        case .adjustmentTooLarge(let amount):
            LocalizedText(
                en:
                    "an adjustment of \(amount) minor units is more than any pay is changed by (\(Adjustment.largestAmount)); look at the amount again",
                ru:
                    "корректировка на \(amount) минимальных единиц валюты больше любой возможной (\(Adjustment.largestAmount)); проверьте сумму"
            )
        case .adjustmentsTooLarge(let amount, let other):
            LocalizedText(
                en:
                    "an adjustment of \(amount) minor units has no sum with those that are there; the largest is adjustment \(other): reject or withdraw it",
                ru:
                    "корректировка на \(amount) минимальных единиц валюты не складывается с прежними; самая большая из них — \(other): отклоните или отзовите её"
            )
        case .notInForce(let number):
            LocalizedText(
                en:
                    "adjustment \(number) does not count, so there is nothing to withdraw; one that waits is rejected instead",
                ru: "корректировка \(number) не действует, отзывать нечего; ту, что ждёт решения, можно отклонить")
        case .withdrawalWaits(let number, let author):
            LocalizedText(
                en: "\(author) has proposed to withdraw adjustment \(number) already; somebody else must approve it",
                ru: "\(author) уже предложил(а) отозвать корректировку \(number); утвердить должен другой человек")
        default: LocalizedText("")
        }
    }
}
