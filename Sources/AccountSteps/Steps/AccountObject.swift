public import Messages

/// What steps act on; each has a folder with its steps.
public enum AccountObject: String, Sendable, Hashable, CaseIterable {
    case promise, touch, meeting, finding, suggestion, round, plan, goal, action, fact, rung, battle, incentive,
        contact,
        relation, consent, training, assessment, risk, wallet, factor, answer, reference, account

    /// The table whose rows they are.
    public var kind: String {
        switch self {
        case .promise: "commitment"
        case .plan: "account_plan"
        case .goal: "plan_goal"
        case .action: "plan_action"
        case .factor: "factor_score"
        case .training: "training_place"
        case .finding: "radar_answer"
        case .account, .contact, .touch, .relation, .risk, .wallet, .meeting, .fact, .rung, .answer, .incentive, .round,
            .suggestion, .reference, .battle, .consent, .assessment:
            rawValue
        }
    }

    /// What it is called.
    public var title: LocalizedText {
        switch self {
        case .promise: LocalizedText(en: "promise", ru: "обещание")
        case .touch: LocalizedText(en: "touch", ru: "контакт с клиентом")
        case .meeting: LocalizedText(en: "meeting", ru: "встреча")
        case .finding: LocalizedText(en: "finding", ru: "сигнал")
        case .suggestion: LocalizedText(en: "suggestion", ru: "предложение")
        case .round: LocalizedText(en: "selection round", ru: "раунд отбора")
        case .plan: LocalizedText(en: "account plan", ru: "план по клиенту")
        case .goal: LocalizedText(en: "goal of a plan", ru: "цель плана")
        case .action: LocalizedText(en: "action", ru: "действие")
        case .fact: LocalizedText(en: "fact", ru: "факт")
        case .rung: LocalizedText(en: "claim of a rung", ru: "заявка на ступень")
        case .battle: LocalizedText(en: "go or no go", ru: "решение об участии")
        case .incentive: LocalizedText(en: "incentive", ru: "стимул клиента")
        case .contact: LocalizedText(en: "contact", ru: "человек у клиента")
        case .relation: LocalizedText(en: "relation", ru: "отношение")
        case .consent: LocalizedText(en: "consent", ru: "согласие")
        case .training: LocalizedText(en: "place in a training", ru: "место в обучении")
        case .assessment: LocalizedText(en: "assessment", ru: "оценка умения")
        case .risk: LocalizedText(en: "risk", ru: "риск")
        case .wallet: LocalizedText(en: "client's spend", ru: "расходы клиента")
        case .factor: LocalizedText(en: "mark of a key factor", ru: "оценка ключевого фактора")
        case .answer: LocalizedText(en: "client's answer", ru: "ответ клиента")
        case .reference: LocalizedText(en: "reference", ru: "рекомендация")
        case .account: LocalizedText(en: "key account", ru: "ключевой клиент")
        }
    }
}
