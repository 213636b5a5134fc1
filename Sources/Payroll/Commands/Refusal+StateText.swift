internal import Calculation
internal import Ledger
internal import Messages
internal import Quantities
internal import Storage

extension Refusal {
    /// What is said of how far a period, an adjustment or a dispute has come; `nil` for what the books do not bear.
    var stateText: LocalizedText? {
        switch self {
        case .outOfOrder(let period, let state, let action):
            LocalizedText(
                en: "\(period) is \(state.title.en), so it cannot be \(action.participle.en) now",
                ru: "\(period): \(state.title.ru), сейчас его нельзя \(action.participle.ru)")
        case .otherRun(let period, let approving, let current):
            LocalizedText(
                en:
                    "\(period) was calculated again: '\(approving)' is not its run any more; look at run '\(current)' and approve that",
                ru: "\(period) пересчитан: «\(approving)» уже не его расчёт; посмотрите и утвердите расчёт «\(current)»"
            )
        case .openDisputes(let period, let count):
            LocalizedText(
                en: count == 1 ? "a dispute of \(period) is open" : "\(count) disputes of \(period) are open",
                ru: "открытых возражений за \(period): \(count)")
        case .earlierUnapproved(let period, let earlier):
            LocalizedText(
                en: "\(earlier) is not approved yet; calculate and approve it before \(period)",
                ru: "\(earlier) ещё не утверждён; рассчитайте и утвердите его раньше, чем \(period)")
        case .earlierUnclosed(let period, let earlier, let state):
            LocalizedText(
                en:
                    "\(earlier) is \(state.title.en) and not closed yet; periods are closed in their order, so close it before \(period)",
                ru:
                    "\(earlier): \(state.title.ru), ещё не закрыт; периоды закрывают по порядку, сначала закройте его, потом \(period)"
            )
        case .laterApproved(let period, let later):
            LocalizedText(
                en:
                    "\(later) is approved already; corrections of \(period) are posted in the open period, so just calculate that",
                ru: "\(later) уже утверждён; исправления за \(period) войдут в открытый период — рассчитайте его")
        case .stale(let period):
            LocalizedText(
                en: "the ledger has changed since \(period) was calculated; calculate it again",
                ru: "с расчёта за \(period) книга изменилась; рассчитайте его снова")
        case .rowsMovedOn:
            LocalizedText(
                en: "rows or rules have changed since this was looked at; look at it again",
                ru: "с тех пор, как вы это смотрели, строки или правила изменились; посмотрите ещё раз")
        case .stopped(let period):
            LocalizedText(
                en: "the calculation of \(period) was stopped; nothing of it was kept",
                ru: "расчёт за \(period) остановлен; от него ничего не осталось")
        case .decidedAlready(let number, let actor):
            LocalizedText(
                en:
                    "\(actor) has decided about adjustment \(number) already; enter a new one to change what was decided",
                ru: "о корректировке \(number) уже решил(а) \(actor); чтобы изменить решённое, внесите новую")
        case .notInForce(let number):
            LocalizedText(
                en:
                    "adjustment \(number) does not count, so there is nothing to withdraw; one that waits is rejected instead",
                ru: "корректировка \(number) не действует, отзывать нечего; ту, что ждёт решения, можно отклонить")
        case .withdrawalWaits(let number, let author):
            LocalizedText(
                en: "\(author) has proposed to withdraw adjustment \(number) already; somebody else must approve it",
                ru: "\(author) уже предложил(а) отозвать корректировку \(number); утвердить должен другой человек")
        case .answeredAlready(let number, let actor):
            LocalizedText(
                en: "\(actor) has answered dispute \(number) already; open a new one to go on",
                ru: "на возражение \(number) уже ответил(а) \(actor); чтобы продолжить, откройте новое")
        case .otherPeriods(let first, let second):
            LocalizedText(
                en: "the runs are of \(first) and \(second), and only runs of one period can be compared",
                ru: "расчёты — за \(first) и \(second), а сравнивают расчёты одного периода")
        default: nil
        }
    }

    /// What is said of what the books do not bear.
    var booksText: LocalizedText {
        switch self {
        case .noSum(let amount, let other):
            LocalizedText(
                en:
                    "an adjustment of \(amount) has no sum with those that are there; the largest is adjustment \(other): reject or withdraw it",
                ru:
                    "корректировка на \(amount) не складывается с прежними; самая большая из них — \(other): отклоните или отзовите её"
            )
        case .adjustmentHasNoSum(let number, let person):
            LocalizedText(
                en:
                    "adjustment \(number) of \(person) is so large that nothing can be added to it, so nothing is calculated; withdraw it",
                ru:
                    "корректировка \(number) (\(person)) так велика, что с ней ничего не сложить, и расчёт не делается; отзовите её"
            )
        case .adjustmentOfNoPeriod(let number, let period):
            LocalizedText(
                en:
                    "adjustment \(number) is for \(period), which is no period by the company's text of now; leave 'calendar' as it was, or withdraw it",
                ru:
                    "корректировка \(number) — за \(period), а по нынешнему тексту компании такого периода нет; оставьте «calendar» прежним или отзовите её"
            )
        case .payPeriodChanged(let posted):
            LocalizedText(
                en:
                    "\(posted) is posted, and by the company's text of now it is no pay period; leave 'ledger: {period: …}' and 'calendar' as they were",
                ru:
                    "период \(posted) уже в книге, а по нынешнему тексту компании это не период выплаты; оставьте «ledger: {period: …}» и «calendar» прежними"
            )
        case .currencyChanged(let posted, let now):
            LocalizedText(
                en:
                    "the ledger is kept in \(posted.code), the company's text names \(now.code); leave 'currency: \(posted.code)', or begin a new workspace",
                ru:
                    "книга ведётся в \(posted.code), а в тексте компании \(now.code); оставьте «currency: \(posted.code)» или заведите новое рабочее пространство"
            )
        case .otherBasis(let period, .rows):
            LocalizedText(
                en:
                    "the rows that are kept are not those from which \(period) was calculated: something was changed from outside; have the records checked, then calculate again",
                ru:
                    "сохранённые строки — не те, по которым рассчитан \(period): их изменили извне; проверьте записи, потом рассчитайте снова"
            )
        case .otherBasis(let period, .rules):
            LocalizedText(
                en:
                    "the text that is kept is not the one by which \(period) was calculated: something was changed from outside; have the records checked, then calculate again",
                ru:
                    "сохранённый текст — не тот, по которому рассчитан \(period): его изменили извне; проверьте записи, потом рассчитайте снова"
            )
        case .deviates(let period, let deviations):
            LocalizedText(
                en:
                    "the run of \(period) is not right, so nothing is approved: \(Self.list(deviations).en); calculate it again; if that does not help, do not pay it and report this",
                ru:
                    "расчёт за \(period) неверен, поэтому не утверждается: \(Self.list(deviations).ru); рассчитайте его снова; если не поможет, не платите и сообщите об этом"
            )
        case .paidBeforeRestore(let payments, let restore):
            LocalizedText(
                en:
                    "payments were made before the restore of \(restore.at) (\(restore.actor): \(restore.reason)) that the records do not know any more: \(Self.list(payments))",
                ru:
                    "до восстановления \(restore.at) (\(restore.actor): \(restore.reason)) были выплаты, которых записи больше не знают: \(Self.list(payments))"
            )
        case .invariant(let invariant): invariant.text
        default: LocalizedText("")
        }
    }

    private static func list(_ deviations: [RunDeviation]) -> LocalizedText {
        let shown = deviations.prefix(3).map(\.text)
        let more = deviations.count - shown.count
        return LocalizedText(
            en: "\(shown.joined(separator: "; "))" + (more > 0 ? "; and \(more) more" : ""),
            ru: "\(shown.joined(separator: "; "))" + (more > 0 ? "; и ещё \(more)" : ""))
    }

    /// Period by period, how many people; amounts are shown by whoever knows the currency.
    private static func list(_ payments: [UndonePayment]) -> String {
        let people = Dictionary(grouping: payments, by: \.period)
        return people.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value.map(\.person).joined(separator: ", "))" }.joined(separator: "; ")
    }
}
