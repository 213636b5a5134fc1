import AccountRows
import Accounts
import Messages
import Periods

/// Answers to what the radar sees, which hold until it presses more.
enum FindingSteps {
    static let all = [
        AccountStep(
            .finding, "answer", LocalizedText(en: "Answer the finding", ru: "Ответить на сигнал"),
            [
                StepField("answer", LocalizedText(en: "Answer", ru: "Ответ"), .choice(answers)),
                StepField(
                    "until", LocalizedText(en: "Put off until", ru: "Отложить до"), .day,
                    hint: LocalizedText(
                        en: "At most \(RadarAnswer.farthest) days.",
                        ru: "Не больше чем на \(RadarAnswer.farthest) дней."),
                    isNeeded: false),
                .reason.optional,
            ], allow: { request throws(Refusal) in _ = try finding(request) }, make: answer)
    ]

    private static let answers = [
        StepField.Choice("acted", en: "something was done", ru: "меры приняты"),
        StepField.Choice("later", en: "later", ru: "позже"),
        StepField.Choice("not_so", en: "it is not so", ru: "это не так"),
    ]

    /// The finding of `R7 c030` that is open today, for whom it is or who stands above him.
    static func finding(_ request: StepRequest) throws(Refusal) -> Finding {
        func isAsked(_ placed: PlacedFinding) -> Bool {
            "\(placed.finding.rule.name) \(placed.finding.key.subject)" == request.subject
        }
        // What is for the actor himself is found without looking at the whole company.
        let own = request.book.findings(for: request.me, on: request.today).first(where: isAsked)
        guard let placed = own ?? request.book.findings(on: request.today).first(where: isAsked) else {
            throw .noSuch(.finding, request.subject)
        }
        let people = placed.people.map(\.person) + (placed.manager.map { [$0] } ?? [])
        // What only its owner sees is nobody else's to answer.
        let isAbove = placed.finding.rule.escalates && people.contains { request.isAbove($0) }
        guard placed.concerns(request.me) || isAbove else {
            throw .notHis(request.subject, request.me, people.map { LocalizedText($0.text) }.joined(separator: ", "))
        }
        return placed.finding
    }

    static func answer(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let finding = try finding(request)
        let word: RadarAnswer.Word = try request.neededWord("answer")
        let answer: RadarAnswer.Answer =
            switch word {
            case .acted: .acted
            case .later: .later(until: try request.neededDay("until"))
            case .notSo: .notSo(reason: request.text("reason") ?? "")
            }
        let given = try RadarAnswer(finding, answer, by: request.me, on: request.today)
        var until: CivilDay?
        if case .later(let day) = answer { until = day }
        let row = StepRow(
            new: "radar_answer", request.book.newIdentifier("radar_answer", "x"),
            [
                "rule": finding.rule.name, "subject": finding.key.subject, "day": "\(request.today)",
                "by": request.me.text,
                "answer": word.rawValue, "until": until?.description, "reason": request.text("reason"),
                "severity": given.severity.word.rawValue,
            ])
        return StepOutcome(request.subject, [row], next: next(until))
    }

    private static func next(_ until: CivilDay?) -> StepNext {
        until.map { StepNext(LocalizedText(en: "it comes back", ru: "сигнал вернётся"), by: $0) }
            ?? StepNext(
                LocalizedText(en: "it comes back when it presses more", ru: "сигнал вернётся, если станет хуже"))
    }
}
