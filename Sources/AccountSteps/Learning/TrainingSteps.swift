import AccountRows
import Accounts
import Messages
import Periods

/// Places in trainings and what people can do: rules of ``TrainingPlace``; what is practised, somebody else has seen.
enum TrainingSteps {
    static let all = [
        AccountStep(
            beginning: .training, "plan",
            LocalizedText(en: "Plan a training for somebody", ru: "Запланировать обучение"),
            [
                StepField("training", LocalizedText(en: "Training", ru: "Обучение"), .one(.training)),
                StepField("person", LocalizedText(en: "Who", ru: "Кто"), .one(.person)),
                StepField("planned_on", LocalizedText(en: "When", ru: "Когда"), .day),
            ], make: plan),
        AccountStep(
            .training, "done", LocalizedText(en: "He was there", ru: "Обучение пройдено"),
            [StepField("test", LocalizedText(en: "Test", ru: "Результат теста"), .share, isNeeded: false)],
            allow: { request throws(Refusal) in _ = try attended(request) }, make: done),
        AccountStep(
            .training, "practise", LocalizedText(en: "I have seen it used", ru: "Видел в работе"),
            allow: { request throws(Refusal) in _ = try practised(request) }, make: practise),
        AccountStep(
            .training, "measure", LocalizedText(en: "What changed is known", ru: "Эффект измерен"),
            allow: { request throws(Refusal) in _ = try measured(request) }, make: measure),
        AccountStep(
            beginning: .assessment, "add", LocalizedText(en: "Assess a competency", ru: "Оценить умение"),
            [
                StepField("person", LocalizedText(en: "Whose", ru: "Чьё"), .one(.person)),
                StepField("competency", LocalizedText(en: "Competency", ru: "Умение"), .line),
                StepField("level", LocalizedText(en: "Level", ru: "Уровень"), .whole(1...5)),
                StepField(
                    "need", LocalizedText(en: "Level that the work asks for", ru: "Какой нужен по работе"),
                    .whole(1...5),
                    hint: LocalizedText(en: "Said by the head.", ru: "Указывает руководитель."), isNeeded: false),
                .evidence.optional,
            ], make: assess),
    ]

    private static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("training_place", request.subject, cells)
    }

    static func plan(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("training_place", "d")
        let person: Key<Person> = try request.neededKey("person")
        if person != request.me { try request.requireHead(of: person, "training place \(id)") }
        let planned = try request.neededDay("planned_on")
        let place = TrainingPlace(Key(id), in: try request.neededKey("training"), of: person, on: planned)
        let row = StepRow(
            new: "training_place", id,
            [
                "training": place.training.text, "person": person.text, "planned_on": "\(planned)",
                "state": place.state.rawValue,
            ])
        return StepOutcome(
            id, [row], next: StepNext(LocalizedText(en: "the training", ru: "обучение"), who: person, by: planned))
    }

    /// The place as its row says, brought there by its own steps.
    private static func place(_ request: StepRequest) throws(Refusal) -> TrainingPlace {
        let row = try request.row(.training)
        guard let training: Key<Training> = row.key("training"), let person: Key<Person> = row.key("person"),
            let planned = row.day("planned_on")
        else { throw .noSuch(.training, row.id) }
        let state: TrainingPlaceState = try request.state(row, .training)
        var place = TrainingPlace(Key(row.id), in: training, of: person, on: planned)
        if let done = row.day("done_on") { try place.attend(on: done) }
        if let practised = row.day("practised_on") {
            try place.practise(on: practised, seenBy: row.key("seen_by") ?? "")
        }
        if state == .measured { try place.measure(by: row.key("seen_by") ?? "") }
        return place
    }

    private static func attended(_ request: StepRequest) throws(Refusal) -> TrainingPlace {
        var place = try place(request)
        try place.attend(on: request.today)
        if place.person != request.me { try request.requireHead(of: place.person, "training place \(place.id)") }
        return place
    }

    static func done(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let place = try attended(request)
        var cells = ["state": place.state.rawValue, "done_on": "\(request.today)"]
        if let test = try request.share("test") { cells["test"] = try request.percent(test, "test") }
        return StepOutcome(
            request.subject, [row(request, cells)],
            next: StepNext(
                LocalizedText(en: "somebody sees it used", ru: "кто-то видит это в работе"),
                who: request.head(of: place.person),
                by: request.today.adding(days: practiceDays)))
    }

    /// What is not used within so many days is not learned.
    private static let practiceDays = 30

    private static func practised(_ request: StepRequest) throws(Refusal) -> TrainingPlace {
        var place = try place(request)
        try place.practise(on: request.today, seenBy: request.me)
        return place
    }

    static func practise(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let place = try practised(request)
        return StepOutcome(
            request.subject,
            [
                row(
                    request,
                    [
                        "state": place.state.rawValue, "practised_on": "\(request.today)", "seen_by": request.me.text,
                    ])
            ],
            next: StepNext(
                LocalizedText(en: "what changed is measured", ru: "измерить, что изменилось"),
                who: request.head(of: place.person)))
    }

    private static func measured(_ request: StepRequest) throws(Refusal) -> TrainingPlace {
        var place = try place(request)
        try place.measure(by: request.me)
        try request.requireHead(of: place.person, "training place \(place.id)")
        return place
    }

    static func measure(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let place = try measured(request)
        return StepOutcome(
            request.subject, [row(request, ["state": place.state.rawValue])],
            next: StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }

    // MARK: Competencies

    static func assess(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("assessment", "s")
        let person: Key<Person> = try request.neededKey("person")
        let isHead = request.isAbove(person)
        let need = try request.whole("need")
        if need != nil { try request.requireHead(of: person, "assessment \(id)") }
        let row = StepRow(
            new: "assessment", id,
            [
                "person": person.text, "competency": request.text("competency"), "day": "\(request.today)",
                "level": "\(try request.neededWhole("level"))",
                "by": person == request.me ? "self" : isHead ? "head" : "peer",
                "need": need.map(String.init), "evidence": request.text("evidence"),
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(
                    en: "a training is planned where a level lacks",
                    ru: "запланировать обучение, если уровня не хватает"),
                who: isHead ? request.me : request.head(of: person)))
    }
}
