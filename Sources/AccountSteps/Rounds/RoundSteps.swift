import AccountRows
import Accounts
import Messages
import Periods

/// Steps with selection rounds: each goes through the rules of ``Round``, which knows no score before it is given blind.
enum RoundSteps {
    static let all = [
        AccountStep(
            beginning: .round, "open", LocalizedText(en: "Open a round", ru: "Открыть раунд"),
            [
                StepField("selection", LocalizedText(en: "Rules", ru: "Правила отбора"), .one(.selection)),
                StepField("candidates", LocalizedText(en: "Candidates", ru: "Кандидаты"), .many(.client)),
                StepField("closes", LocalizedText(en: "Closes on", ru: "Закрывается"), .day),
            ], allow: { request throws(Refusal) in try request.requireDirector(of: nil, "round") }, make: open),
        AccountStep(
            .round, "add", LocalizedText(en: "Add a candidate", ru: "Добавить кандидата"), [.client],
            allow: mayAdd, make: add),
        AccountStep(
            .round, "score", LocalizedText(en: "Score a candidate", ru: "Оценить кандидата"),
            [
                .client,
                StepField(
                    "marks", LocalizedText(en: "Marks", ru: "Оценки"), .text,
                    hint: LocalizedText(
                        en: "A line for each criterion: its name, 1 to 10, what it rests on.",
                        ru: "По строке на критерий: имя, оценка от 1 до 10, основание.")),
                StepField(
                    "department", LocalizedText(en: "For the department", ru: "От службы"), .one(.department),
                    isNeeded: false),
            ], allow: { request throws(Refusal) in _ = try scoring(request) }, make: score),
        AccountStep(
            .round, "rival", LocalizedText(en: "Score a rival", ru: "Оценить конкурента"),
            [
                .client, StepField("rival", LocalizedText(en: "Rival", ru: "Конкурент"), .one(.rival)),
                StepField("criterion", LocalizedText(en: "Criterion", ru: "Критерий"), .one(.criterion)),
                StepField("score", LocalizedText(en: "Mark", ru: "Оценка"), .whole(1...10)),
                StepField("source", LocalizedText(en: "Where it is known from", ru: "Откуда известно"), .line),
            ], allow: { request throws(Refusal) in _ = try scoring(request) }, make: rival),
        AccountStep(
            .round, "close", LocalizedText(en: "Close it and lay scores open", ru: "Закрыть и открыть оценки"),
            allow: { request throws(Refusal) in _ = try closed(request) }, make: close),
        AccountStep(
            .round, "session", LocalizedText(en: "Minutes of a session", ru: "Протокол согласования"),
            [
                .client,
                StepField(
                    "changes", LocalizedText(en: "What changes", ru: "Что меняется"), .text,
                    hint: LocalizedText(
                        en: "A line for each score: department, criterion, new mark. Empty: everybody stays.",
                        ru: "По строке на оценку: служба, критерий, новая оценка. Пусто: все остаются при своём."),
                    isNeeded: false),
                StepField("argument", LocalizedText(en: "Argument", ru: "Довод"), .text),
                StepField(
                    "dissent", LocalizedText(en: "What somebody still sees otherwise", ru: "Особое мнение"), .text,
                    isNeeded: false),
            ], allow: maySit, make: session),
        AccountStep(
            .round, "sign", LocalizedText(en: "Sign minutes", ru: "Подписать протокол"),
            [StepField("minutes", LocalizedText(en: "Minutes", ru: "Протокол"), .line)], allow: maySign, make: sign),
        AccountStep(
            .round, "decide", LocalizedText(en: "Decide", ru: "Решить"), [.reason.optional],
            allow: { request throws(Refusal) in _ = try decided(request, placeholder) }, make: decide),
        AccountStep(
            .round, "void", LocalizedText(en: "Give the round up", ru: "Отменить раунд"), [.reason],
            allow: { request throws(Refusal) in _ = try voided(request) }, make: void),
    ]

    /// The round as it stands today.
    static func round(_ request: StepRequest) throws(Refusal) -> Round {
        guard let round = request.book.round(Key(request.subject), on: request.today) else {
            throw .noSuch(.round, request.subject)
        }
        return round
    }

    static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("round", request.subject, cells)
    }

    /// The departments of the round that the actor speaks for.
    static func departments(_ round: Round, _ request: StepRequest) throws(Refusal) -> [Key<Department>] {
        let own = request.departments.filter { round.model.departments.contains($0) }
        guard !own.isEmpty else {
            let names = round.model.departments.map(\.text).joined(separator: ", ")
            throw .notHis(
                "round \(round.id)", request.me,
                LocalizedText(en: "who speaks for \(names)", ru: "те, кто отвечает за службы: \(names)"))
        }
        return own
    }

    /// The department that was named, or the only one.
    static func department(_ round: Round, _ request: StepRequest) throws(Refusal) -> Key<Department> {
        let own = try departments(round, request)
        guard let named: Key<Department> = request.key("department") else {
            guard own.count == 1 else { throw .emptyField(request.field("department")) }
            return own[0]
        }
        guard own.contains(named) else {
            throw .unknownName(request.field("department"), named.text, among: own.map(\.text))
        }
        return named
    }
}
