public import Formulas

/// Why a step in the life of a pay period is refused.
public enum LifeCycleRefusal: Error, Sendable, Hashable {
    /// The period has not come so far, or is beyond it.
    case outOfOrder(String, PeriodState, PeriodStep.Action)
    /// The approval is for a run that is no longer the period's.
    case otherRun(String, approving: String, current: String)
    /// The second approval must come from somebody else.
    case sameApprover(String, String)
    /// Nobody approves what pays himself.
    case ownPay(String, approver: String)
    /// Disputes of the period are still open.
    case openDisputes(String, count: Int)
    /// An earlier period is not approved yet, or not even calculated.
    case earlierUnapproved(String, earlier: String)
    /// An earlier period was posted and is not closed yet.
    case earlierUnclosed(String, earlier: String, PeriodState)
    /// A later period has been approved: corrections belong into the open one.
    case laterApproved(String, later: String)
    /// Entries were posted after the run was calculated.
    case stale(String)
    /// Reopening needs a reason.
    case noReason(String)

    /// The refusal with what to do about it.
    public var text: LocalizedText {
        switch self {
        case .outOfOrder(let period, let state, let action): Self.outOfOrder(period, state, action)
        case .otherRun(let period, let approving, let current):
            LocalizedText(
                en:
                    "\(period) was calculated again: '\(approving)' is not its run any more; look at run '\(current)' and approve that",
                ru: "\(period) пересчитан: «\(approving)» уже не его расчёт; посмотрите и утвердите расчёт «\(current)»"
            )
        case .sameApprover(let period, let actor):
            LocalizedText(
                en: "\(actor) has approved \(period) already; the second approval must come from somebody else",
                ru: "\(actor) уже утвердил(а) \(period); второе утверждение — за другим человеком")
        case .ownPay(let period, let approver):
            LocalizedText(
                en:
                    "\(approver) is paid by the run of \(period), and nobody approves his own pay; ask somebody whom it does not pay",
                ru:
                    "расчёт за \(period) платит самому \(approver), а свою выплату не утверждают; попросите того, кому он не платит"
            )
        case .openDisputes(let period, let count):
            LocalizedText(
                en: count == 1
                    ? "a dispute of \(period) is open; answer it first: 'stimul dispute … --resolve NUMBER'"
                    : "\(count) disputes of \(period) are open; answer them first: 'stimul dispute … --resolve NUMBER'",
                ru:
                    "открытых возражений за \(period): \(count); сначала ответьте на них: «stimul dispute … --resolve НОМЕР»"
            )
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
        case .noReason(let period):
            LocalizedText(
                en: "reopening \(period) needs a reason: --reason '…'",
                ru: "чтобы открыть \(period) снова, нужна причина: --reason «…»")
        }
    }

    private static func outOfOrder(
        _ period: String, _ state: PeriodState, _ action: PeriodStep.Action
    ) -> LocalizedText {
        let next = state.next
        return LocalizedText(
            en: "\(period) is \(state.title.en), so it cannot be \(action.participle.en) now; next: \(next.en)",
            ru: "\(period): \(state.title.ru), сейчас его нельзя \(action.participle.ru); дальше: \(next.ru)")
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

    /// What is done next in this state.
    public var next: LocalizedText {
        switch self {
        case .open: LocalizedText("stimul calculate")
        case .calculated: LocalizedText("stimul review")
        case .inReview, .halfApproved: LocalizedText("stimul approve")
        case .approved: LocalizedText("stimul pay")
        case .paid: LocalizedText("stimul close")
        case .closed: LocalizedText(en: "the following period", ru: "следующий период")
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
