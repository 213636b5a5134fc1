internal import Calculation
internal import Ledger
public import Messages
internal import Periods
internal import Quantities

extension Refusal {
    /// What is refused, and what somebody can do about it, without a word of how it is called on a screen.
    public var text: LocalizedText {
        switch kind {
        case .person: personText
        case .input: inputText
        case .absent: absentText
        case .state: stateText ?? booksText
        }
    }

    private var personText: LocalizedText {
        switch self {
        case .notAllowed(let actor, let right):
            LocalizedText(
                en: "\(actor) has no right to \(right.deed.en); ask somebody who has",
                ru: "\(actor) не имеет права \(right.deed.ru); попросите того, у кого оно есть")
        case .outOfReach(let actor, let right, let person):
            LocalizedText(
                en: "the right of \(actor) to \(right.deed.en) does not reach \(person); ask somebody whose right does",
                ru:
                    "право \(actor) \(right.deed.ru) не распространяется на \(person); попросите того, чьё распространяется"
            )
        case .notAPerson(let actor):
            LocalizedText(
                en: "\(actor) is not a person of the company, and only people approve or decide; let one of them do it",
                ru: "\(actor) — не сотрудник компании, а утверждают и решают только люди; пусть это сделает сотрудник")
        case .ownPay(let period, let actor):
            LocalizedText(
                en:
                    "\(actor) is paid by the run of \(period), and nobody approves his own pay; ask somebody whom it does not pay",
                ru:
                    "расчёт за \(period) платит самому \(actor), а свою выплату не утверждают; попросите того, кому он не платит"
            )
        case .sameApprover(let period, let actor):
            LocalizedText(
                en: "\(actor) has approved \(period) already; the second approval must come from somebody else",
                ru: "\(actor) уже утвердил(а) \(period); второе утверждение — за другим человеком")
        case .notAnApprover(let actor, let approvers):
            LocalizedText(
                en:
                    "\(actor) is not among those who may approve (\(approvers.joined(separator: ", "))); ask one of them; the list is 'approvers' in the company's text",
                ru:
                    "\(actor) не входит в число утверждающих (\(approvers.joined(separator: ", "))); попросите одного из них; список — «approvers» в тексте компании"
            )
        case .ownAdjustment(let actor):
            LocalizedText(
                en: "\(actor) cannot adjust his own pay; ask somebody else to enter it",
                ru: "\(actor) не может корректировать собственную выплату; попросите внести корректировку другого")
        case .ownProposal(let number, let actor):
            LocalizedText(
                en: "adjustment \(number) was entered by \(actor), so somebody else must decide about it",
                ru: "корректировку \(number) внёс(ла) \(actor); решение — за другим человеком")
        case .decisionOnOwnPay(let number, let actor):
            LocalizedText(
                en: "adjustment \(number) changes the pay of \(actor), so somebody else must decide about it",
                ru: "корректировка \(number) меняет выплату \(actor); решение — за другим человеком")
        case .ownDispute(let number, let actor):
            LocalizedText(
                en: "dispute \(number) is about the pay of \(actor), so somebody else must answer it",
                ru: "возражение \(number) — о выплате \(actor); ответить должен другой человек")
        default: LocalizedText("")
        }
    }

    private var inputText: LocalizedText {
        switch self {
        case .noSuchPeriod(let name):
            LocalizedText(
                en: "there is no period '\(name)'; write, for instance, 2026-03",
                ru: "периода «\(name)» не бывает; пишите, например, 2026-03")
        case .notAPayPeriod(let name, let kind):
            LocalizedText(
                en:
                    "'\(name)' is not a \(kind.rawValue), and the company pays by the \(kind.rawValue) (ledger: {period: \(kind.rawValue)})",
                ru:
                    "«\(name)» — не \(kind.russian), а компания платит за каждый период «\(kind.russian)» (ledger: {period: \(kind.rawValue)})"
            )
        case .zeroAmount:
            LocalizedText(
                en: "an adjustment of 0 changes nothing; write how much is given or taken",
                ru: "корректировка на 0 ничего не меняет; укажите, сколько прибавить или отнять")
        case .tooFine(let amount, let currency):
            LocalizedText(
                en:
                    "'\(amount)' is no amount in \(currency.code): it may have \(currency.minorDigits) decimal places",
                ru: "«\(amount)» — не сумма в \(currency.code): знаков после точки не больше \(currency.minorDigits)")
        case .tooLarge(let amount, let most, let currency):
            LocalizedText(
                en:
                    "'\(amount)' is more than any pay is changed by; the most is \(ExactMoney(most, currency))",
                ru:
                    "«\(amount)» — больше любой возможной корректировки; самое большее \(ExactMoney(most, currency))"
            )
        case .givingCut(let amount):
            LocalizedText(
                en: "a disciplinary cut takes away: write -\(amount)", ru: "взыскание отнимает: пишите -\(amount)")
        case .empty(let part):
            LocalizedText(
                en: "\(part.title.en) must say something", ru: "\(part.title.ru): нужно что-нибудь написать")
        default: LocalizedText("")
        }
    }

    private var absentText: LocalizedText {
        switch self {
        case .noSuchPerson(let id):
            LocalizedText(
                en: "there is no person '\(id)' in the workspace; import people.csv, or check the identifier",
                ru: "сотрудника «\(id)» в рабочей базе нет; загрузите people.csv или проверьте идентификатор")
        case .noSuchAdjustment(let number):
            LocalizedText(en: "there is no adjustment \(number)", ru: "корректировки \(number) нет")
        case .noSuchDispute(let number):
            LocalizedText(en: "there is no dispute \(number)", ru: "возражения \(number) нет")
        case .nothingImported:
            LocalizedText(en: "nothing is imported yet", ru: "ещё ничего не загружено")
        case .notCalculated(let period):
            LocalizedText(en: "\(period) is not calculated yet", ru: "\(period) ещё не рассчитан")
        case .notPaid(let period):
            LocalizedText(
                en: "\(period) is not paid yet, so it has no payroll",
                ru: "\(period) ещё не выплачен, ведомости за него нет")
        case .nothingToCompare(let period, runs: 1):
            LocalizedText(
                en:
                    "\(period) has one run, and nothing was posted before it to compare it with; calculate it again after a change",
                ru: "за \(period) один расчёт, и до него ничего не проведено; рассчитайте его снова после изменения")
        case .nothingToCompare(let period, let runs):
            LocalizedText(
                en: "two runs of \(period) are needed, there are \(runs); calculate it again after a change",
                ru: "нужно два расчёта за \(period), а их \(runs); рассчитайте его снова после изменения")
        default: LocalizedText("")
        }
    }
}
