import AccountRows
import Accounts
import Messages
import Periods

/// Before a meeting: it is planned, people are invited, its sheet is filled in.
extension MeetingSteps {
    static func plan(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("meeting", "m")
        let client: Key<Client> = try request.neededKey("client")
        let at = try request.neededMoment("at")
        let row = StepRow(
            new: "meeting", id,
            [
                "at": "\(at)", "client": client.text, "important": request.flag("important") == true ? "yes" : "no",
                "purpose": request.text("purpose"), "planned_client": "\(try request.neededWhole("planned_client"))",
                "agenda": request.text("agenda"), "justification": request.text("justification"),
                "series": request.text("series"), "state": MeetingState.planned.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "invite people and fill in the sheet", ru: "пригласить участников и заполнить лист"),
                who: request.me, by: request.book.source.calendar.adding(workingDays: -sheetDays, to: at.day)))
    }

    /// So many working days before an important meeting its sheet is to be complete.
    private static let sheetDays = 2

    static func invite(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let meeting = try planned(request)
        let who = try request.needed("who")
        let isOwn = try request.needed("side") == "own"
        let subject: StepField.Subject = isOwn ? .person : .contact
        let known = AccountSteps.known(subject, of: isOwn ? nil : meeting.client, in: request.book, on: request.today)
        guard known.contains(who) else { throw .unknownName(request.field("who"), who, among: known) }
        guard !request.attendance.contains(where: { $0.text("who") == who }) else {
            throw .usedTwice(who, "meeting \(meeting.id)")
        }
        let row = StepRow(
            new: "attendance", request.book.newIdentifier("attendance", "w"),
            [
                "meeting": meeting.id.text, "day": "\(meeting.at.day)", "side": isOwn ? "own" : "client", "who": who,
                "reason": request.text("reason"),
            ])
        return StepOutcome(request.subject, [row], next: lacking(meeting, adding: isOwn ? who : nil, request))
    }

    static func sheet(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var meeting = try planned(request)
        var cells: [String: String] = [:]
        for name in ["agenda", "justification", "planned_client"] { cells[name] = request.text(name) }
        guard !cells.isEmpty else { throw .emptyField(request.field("agenda")) }
        meeting.agenda = request.text("agenda") ?? meeting.agenda
        meeting.justification = request.text("justification") ?? meeting.justification
        meeting.plannedClient = try request.whole("planned_client") ?? meeting.plannedClient
        return StepOutcome(request.subject, [row(request, cells)], next: lacking(meeting, adding: nil, request))
    }

    /// What the sheet still lacks.
    private static func lacking(_ meeting: Meeting, adding who: String?, _ request: StepRequest) -> StepNext {
        var meeting = meeting
        if let who { meeting.own.append(Meeting.Guest(Key(who), request.text("reason") ?? "")) }
        guard let first = meeting.sheetFaults.first else {
            return StepNext(LocalizedText(en: "the sheet lacks nothing", ru: "в листе всё есть"))
        }
        return StepNext(LocalizedText(en: "the sheet lacks: \(first.words)", ru: "в листе не хватает: \(first.words)"))
    }

    static func prepared(_ request: StepRequest) throws(Refusal) -> Meeting {
        var meeting = try own(request)
        try meeting.prepare()
        return meeting
    }

    static func prepare(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let meeting = try prepared(request)
        return StepOutcome(
            request.subject, [row(request, ["state": meeting.state.rawValue])],
            next: StepNext(LocalizedText(en: "it is held", ru: "провести встречу"), by: meeting.at.day))
    }

    // MARK: Another day, or none

    static func dropped(_ request: StepRequest, _ state: MeetingState) throws(Refusal) -> Meeting {
        var meeting = try own(request)
        try meeting.drop(state)
        return meeting
    }

    static func cancel(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let meeting = try dropped(request, .cancelled)
        return StepOutcome(
            request.subject, [row(request, ["state": meeting.state.rawValue])],
            next: StepNext(LocalizedText(en: "nothing is to be done", ru: "делать больше ничего не надо")))
    }

    /// The meeting on another day has the sheet and the guests of this one.
    static func move(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let meeting = try dropped(request, .moved)
        let at = try request.neededMoment("at")
        let id = request.book.newIdentifier("meeting", "m")
        let old = try request.row(.meeting)
        let new = StepRow(
            new: "meeting", id,
            [
                "at": "\(at)", "client": meeting.client.text,
                "important": meeting.isImportant || old.flag("important") == true ? "yes" : "no",
                "purpose": old.text("purpose"), "planned_client": "\(meeting.plannedClient)",
                "agenda": meeting.agenda, "justification": meeting.justification, "series": old.text("series"),
                "state": MeetingState.planned.rawValue,
            ])
        var rows = [row(request, ["state": meeting.state.rawValue]), new]
        var taken: [String] = []
        for guest in request.attendance {
            let number = request.book.newIdentifier("attendance", "w", besides: taken)
            taken.append(number)
            rows.append(
                StepRow(
                    new: "attendance", number,
                    [
                        "meeting": id, "day": "\(at.day)", "side": guest.text("side"), "who": guest.text("who"),
                        "reason": guest.text("reason"),
                    ]))
        }
        return StepOutcome(
            id, rows,
            next: StepNext(
                LocalizedText(en: "its sheet is complete", ru: "подготовить лист"), who: request.me, by: at.day))
    }
}

extension StepRequest {
    /// Who was invited to the meeting that the step acts on, and who came.
    var attendance: [AccountRow] { book.rows("attendance").filter { $0.text("meeting") == subject } }
}
