public import Messages

/// What the radar warns of. The numbers are the names by which thresholds and answers call them.
public enum RadarRule: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// About promises.
    case promiseDue = 1, partStalls, promiseOverdue, answerOwed
    /// About calls and orders.
    case callDue, silence, salesFall, wallet, money
    /// About claims.
    case claim, sameCause
    /// About people at the client.
    case powerUnseen, oneThread, leverStuck, personLeaves, relationFalls
    /// About meetings.
    case meetingSheet, noReview, attendanceDecays
    /// About what we know, hear and plan.
    case factUntested, remarksUnread, planAsleep, actionOverdue
    /// About the ladder, risks, concentration and incentives.
    case evidenceEnds, riskWithoutOwner, concentration, incentive
    /// About handing over, rivals and bad news.
    case handover, rivalAhead, badNewsLate
    /// About habits: seen by the person alone.
    case habits
    /// About facts on people.
    case personalFacts
    /// About what is not known or not answered.
    case blind, noReply, departmentsApart, sampleFailed
    /// About learning.
    case learningStops

    /// Orders by number.
    public static func < (left: RadarRule, right: RadarRule) -> Bool {
        left.rawValue < right.rawValue
    }

    /// `R7`
    public var name: String { "R\(rawValue)" }

    /// The rule of a name such as `R7`.
    public init?(name: String) {
        guard name.hasPrefix("R"), let number = Int(name.dropFirst()) else { return nil }
        self.init(rawValue: number)
    }

    /// Whether it goes up the line when nobody answers: what only its owner sees does not.
    public var escalates: Bool { self != .habits }

    /// Whether it is about somebody's own habits and learning, and so is shown to him alone.
    public var isPersonal: Bool { self == .habits || self == .learningStops }

    /// What it warns of.
    public var title: LocalizedText {
        switch self {
        case .promiseDue: LocalizedText(en: "a promise falls due", ru: "подходит срок обещания")
        case .partStalls: LocalizedText(en: "a colleague's part stalls", ru: "часть коллеги стоит")
        case .promiseOverdue: LocalizedText(en: "a promise is overdue", ru: "обещание просрочено")
        case .answerOwed: LocalizedText(en: "an answer is owed", ru: "за нами ответ")
        case .callDue: LocalizedText(en: "a call of our own accord", ru: "упреждающий звонок")
        case .silence: LocalizedText(en: "the client orders no more", ru: "клиент замолчал")
        case .salesFall: LocalizedText(en: "sales fall", ru: "продажи падают")
        case .wallet: LocalizedText(en: "share of wallet, second supplier", ru: "доля у клиента, второй поставщик")
        case .money: LocalizedText(en: "money is overdue", ru: "просрочена оплата")
        case .claim: LocalizedText(en: "a claim stays open", ru: "рекламация не закрыта")
        case .sameCause: LocalizedText(en: "the same cause again", ru: "та же причина снова")
        case .powerUnseen: LocalizedText(en: "power unseen", ru: "давно не виделись с тем, кто решает")
        case .oneThread: LocalizedText(en: "one thread", ru: "всё на одном человеке")
        case .leverStuck: LocalizedText(en: "the lever is stuck", ru: "рычаг не движется")
        case .personLeaves: LocalizedText(en: "a person leaves", ru: "человек уходит")
        case .relationFalls: LocalizedText(en: "a relation falls", ru: "отношение ухудшилось")
        case .meetingSheet:
            LocalizedText(en: "an important meeting is badly set up", ru: "важная встреча плохо подготовлена")
        case .noReview: LocalizedText(en: "no self-review", ru: "нет самоанализа")
        case .attendanceDecays: LocalizedText(en: "attendance decays", ru: "участников всё меньше")
        case .factUntested: LocalizedText(en: "a fact is untested or contradicted", ru: "факт не проверен или оспорен")
        case .remarksUnread: LocalizedText(en: "remarks lie unread", ru: "замечания не разобраны")
        case .planAsleep: LocalizedText(en: "a plan is asleep", ru: "план спит")
        case .actionOverdue: LocalizedText(en: "an action is overdue", ru: "действие просрочено")
        case .evidenceEnds: LocalizedText(en: "evidence of a rung ends", ru: "основание ступени истекает")
        case .riskWithoutOwner: LocalizedText(en: "a risk without owner", ru: "риск без ответственного")
        case .concentration: LocalizedText(en: "too much on one account", ru: "слишком много на одном клиенте")
        case .incentive: LocalizedText(en: "incentive of a client", ru: "стимул клиента")
        case .handover: LocalizedText(en: "handover", ru: "передача клиента")
        case .rivalAhead: LocalizedText(en: "a rival is ahead", ru: "конкурент впереди")
        case .badNewsLate: LocalizedText(en: "bad news came late", ru: "плохая новость опоздала")
        case .habits: LocalizedText(en: "no listening of late", ru: "давно не слушали клиента")
        case .personalFacts:
            LocalizedText(en: "consent to personal facts ends", ru: "согласие на личные данные кончается")
        case .blind: LocalizedText(en: "we are blind", ru: "мы не видим клиента")
        case .noReply: LocalizedText(en: "no reply", ru: "нет ответа")
        case .departmentsApart: LocalizedText(en: "departments apart", ru: "службы расходятся")
        case .sampleFailed:
            LocalizedText(en: "a confirmed promise was denied", ru: "подтверждённое обещание опровергнуто")
        case .learningStops: LocalizedText(en: "learning stops", ru: "обучение остановилось")
        }
    }

    /// What to do first.
    public var firstAction: LocalizedText {
        switch self {
        case .promiseDue:
            LocalizedText(
                en: "do it, or move it while three working days remain",
                ru: "выполните или перенесите, пока есть три рабочих дня")
        case .partStalls: LocalizedText(en: "ask for a day or a substitute", ru: "попросите назвать день или замену")
        case .promiseOverdue:
            LocalizedText(en: "tell the client today why and when", ru: "сегодня скажите клиенту, почему и когда")
        case .answerOwed:
            LocalizedText(
                en: "say: I do not know yet, you hear on …", ru: "скажите: пока не знаю, отвечу такого-то числа")
        case .callDue:
            LocalizedText(en: "call with one success or opportunity", ru: "позвоните с одним успехом или возможностью")
        case .silence:
            LocalizedText(
                en: "ask logistics and purchasing, not only the buyer",
                ru: "спросите логистику и закупки, не только закупщика")
        case .salesFall: LocalizedText(en: "compare order lines, visit", ru: "сравните строки заказов, поезжайте")
        case .wallet:
            LocalizedText(en: "ask what they buy elsewhere and why", ru: "спросите, что берут у других и почему")
        case .money:
            LocalizedText(en: "agree a schedule before the next order", ru: "согласуйте график до следующего заказа")
        case .claim: LocalizedText(en: "name a day, find the cause", ru: "назовите день, найдите причину")
        case .sameCause: LocalizedText(en: "set a measure with a day", ru: "назначьте меру со сроком")
        case .powerUnseen: LocalizedText(en: "let the sponsor call", ru: "пусть позвонит куратор")
        case .oneThread: LocalizedText(en: "meet a second function", ru: "встретьтесь со второй службой")
        case .leverStuck: LocalizedText(en: "learn what drives him", ru: "узнайте, что для него важно")
        case .personLeaves: LocalizedText(en: "ask for the successor within 5 days", ru: "за 5 дней узнайте преемника")
        case .relationFalls: LocalizedText(en: "ask openly what went wrong", ru: "прямо спросите, что не так")
        case .meetingSheet:
            LocalizedText(en: "fill the sheet or cut the list", ru: "заполните лист или сократите список")
        case .noReview: LocalizedText(en: "write three lines", ru: "напишите три строки")
        case .attendanceDecays: LocalizedText(en: "ask them what to drop", ru: "спросите, что убрать")
        case .factUntested: LocalizedText(en: "ask a third department", ru: "спросите третью службу")
        case .remarksUnread: LocalizedText(en: "read ten of them together", ru: "разберите вместе десять из них")
        case .planAsleep: LocalizedText(en: "three actions, or close it", ru: "три действия — или закройте план")
        case .actionOverdue:
            LocalizedText(en: "do it, or cancel it with a reason", ru: "выполните или отмените с причиной")
        case .evidenceEnds: LocalizedText(en: "renew it, else the rung falls", ru: "обновите, иначе ступень потеряна")
        case .riskWithoutOwner: LocalizedText(en: "name an owner", ru: "назначьте ответственного")
        case .concentration: LocalizedText(en: "plan for its loss", ru: "составьте план на случай ухода")
        case .incentive: LocalizedText(en: "change or stop it", ru: "измените или прекратите")
        case .handover: LocalizedText(en: "introduce in person", ru: "познакомьте лично")
        case .rivalAhead: LocalizedText(en: "make one concrete proposal", ru: "сделайте одно конкретное предложение")
        case .badNewsLate: LocalizedText(en: "tell it, with why", ru: "расскажите и объясните почему")
        case .habits: LocalizedText(en: "spend half a day in the field", ru: "проведите полдня у клиента")
        case .personalFacts: LocalizedText(en: "ask again, or erase", ru: "спросите снова или удалите")
        case .blind: LocalizedText(en: "fill the oldest component", ru: "обновите самую старую часть")
        case .noReply: LocalizedText(en: "reply", ru: "ответьте")
        case .departmentsApart: LocalizedText(en: "hold the session", ru: "проведите согласование")
        case .sampleFailed: LocalizedText(en: "correct it and widen the sample", ru: "исправьте и расширьте выборку")
        case .learningStops: LocalizedText(en: "agree the first use", ru: "договоритесь о первом применении")
        }
    }
}
