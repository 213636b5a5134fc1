import AccountRows
import Accounts
import Messages
import Periods

/// Steps with meetings: each goes through the rules of ``Meeting``.
enum MeetingSteps {
    static let all = [
        AccountStep(
            beginning: .meeting, "plan", LocalizedText(en: "Plan a meeting", ru: "Назначить встречу"),
            [
                .client, at,
                StepField("important", LocalizedText(en: "Important", ru: "Важная"), .flag),
                StepField("purpose", LocalizedText(en: "What for", ru: "Зачем"), .choice(purposes)),
                StepField(
                    "planned_client",
                    LocalizedText(en: "How many of the client's come", ru: "Сколько придёт от клиента"),
                    .whole(0...200)), agenda.optional, justification.optional,
                StepField("series", LocalizedText(en: "Series", ru: "Серия"), .line, isNeeded: false),
            ], make: plan),
        AccountStep(
            .meeting, "invite", LocalizedText(en: "Invite somebody", ru: "Пригласить участника"),
            [
                StepField("side", LocalizedText(en: "Whose", ru: "С чьей стороны"), .choice(sides)),
                StepField("who", LocalizedText(en: "Who", ru: "Кто"), .line),
                StepField(
                    "reason", LocalizedText(en: "What for", ru: "Зачем он там"), .text,
                    hint: LocalizedText(
                        en: "For each of ours, one or two sentences of 40 characters or more.",
                        ru: "Для каждого из наших: одно-два предложения, от 40 знаков."), isNeeded: false),
            ], allow: { request throws(Refusal) in _ = try planned(request) }, make: invite),
        AccountStep(
            .meeting, "sheet", LocalizedText(en: "Fill in the sheet", ru: "Заполнить лист встречи"),
            [
                agenda.optional, justification.optional,
                StepField(
                    "planned_client",
                    LocalizedText(en: "How many of the client's come", ru: "Сколько придёт от клиента"),
                    .whole(0...200), isNeeded: false),
            ], allow: { request throws(Refusal) in _ = try planned(request) }, make: sheet),
        AccountStep(
            .meeting, "prepare", LocalizedText(en: "The sheet is complete", ru: "Лист готов"),
            allow: { request throws(Refusal) in _ = try prepared(request) }, make: prepare),
        AccountStep(
            .meeting, "hold", LocalizedText(en: "It took place: who came", ru: "Встреча прошла: кто пришёл"),
            [
                StepField("own", LocalizedText(en: "Who of ours came", ru: "Кто пришёл из наших"), .many(.person)),
                StepField(
                    "client", LocalizedText(en: "Who of the client's came", ru: "Кто пришёл от клиента"),
                    .many(.contact)),
            ], allow: mayHold, make: hold),
        AccountStep(
            .meeting, "review", LocalizedText(en: "Look back on it", ru: "Разобрать своё участие"),
            [
                StepField("kept", LocalizedText(en: "What I keep", ru: "Что сохраню"), .text),
                StepField("missed", LocalizedText(en: "What I missed", ru: "Что упустил"), .text),
                StepField("next", LocalizedText(en: "What I do next", ru: "Что сделаю дальше"), .text),
            ], allow: { request throws(Refusal) in _ = try reviewed(request) }, make: review),
        AccountStep(
            .meeting, "move", LocalizedText(en: "Move it", ru: "Перенести"), [at],
            allow: { request throws(Refusal) in _ = try dropped(request, .moved) }, make: move),
        AccountStep(
            .meeting, "cancel", LocalizedText(en: "Cancel it", ru: "Отменить"),
            allow: { request throws(Refusal) in _ = try dropped(request, .cancelled) }, make: cancel),
    ]

    static let at = StepField("at", LocalizedText(en: "When", ru: "Когда"), .moment)
    static let agenda = StepField("agenda", LocalizedText(en: "Agenda", ru: "Повестка"), .text)
    static let justification = StepField(
        "justification", LocalizedText(en: "Why more of ours than of theirs", ru: "Почему наших больше"), .text)
    private static let purposes = [
        StepField.Choice("win", en: "to win", ru: "получить новое"),
        StepField.Choice("protect", en: "to protect", ru: "удержать"),
        StepField.Choice("review", en: "to review", ru: "подвести итоги"),
        StepField.Choice("other", en: "other", ru: "другое"),
    ]
    private static let sides = [
        StepField.Choice("own", en: "ours", ru: "наш"),
        StepField.Choice("client", en: "the client's", ru: "от клиента"),
    ]

    /// The meeting in the state that its row says.
    static func meeting(_ request: StepRequest) throws(Refusal) -> Meeting {
        guard let meeting = request.book.meeting(Key(request.subject)) else { throw .noSuch(.meeting, request.subject) }
        return meeting
    }

    /// The meeting, asked for by one of ours who is invited, who looks after the client, or who is above him.
    static func own(_ request: StepRequest) throws(Refusal) -> Meeting {
        let meeting = try meeting(request)
        if !meeting.own.contains(where: { $0.person == request.me }) {
            try request.requireOwnClient(meeting.client, "meeting \(meeting.id)")
        }
        return meeting
    }

    /// The meeting while its sheet may still change.
    static func planned(_ request: StepRequest) throws(Refusal) -> Meeting {
        let meeting = try own(request)
        guard meeting.state == .planned else {
            throw .step("meeting \(meeting.id)", from: meeting.state, to: .prepared, next: meeting.state.next)
        }
        return meeting
    }

    static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("meeting", request.subject, cells)
    }
}
