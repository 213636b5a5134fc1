import Accounts
import Messages
import Quantities
import Testing

private let long = "Показать цену доставки по складам. Ответить на вопрос о сроках в декабре."
private let other = "Договориться о кредитном лимите на первый квартал 2027 года."

private func meeting(
    agenda: String = "Доставка, 40 минут", own: [(Key<Person>, String)] = [("sokolova", long), ("gusev", other)],
    client: Int = 2, justification: String? = nil
) throws -> Meeting {
    Meeting(
        "m0031", at: try moment("2026-10-06 10:00"), client: "c034", isImportant: true, agenda: agenda,
        own: own.map { Meeting.Guest($0.0, $0.1) }, plannedClient: client, justification: justification)
}

/// So many of ours, each with a reason of his own.
private func guests(_ count: Int) -> [(Key<Person>, String)] {
    (1...count).map { (Key("p\($0)"), "Вопрос № \($0): показать цену доставки по всем складам клиента.") }
}

@Suite("Meetings: the sheet before")
struct MeetingSheetTests {
    @Test func `a complete sheet lacks nothing`() throws {
        #expect(try meeting().sheetFaults.isEmpty)
    }

    @Test func `what it lacks is named`() throws {
        #expect(try meeting(agenda: " ").sheetFaults == [.noAgenda])
        #expect(try meeting(own: [("sokolova", long)]).sheetFaults == [.alone(own: 1)])
        #expect(try meeting(client: 0).sheetFaults == [.nobodyOfClient])
        #expect(
            try meeting(own: [("sokolova", long), ("gusev", long + " ")]).sheetFaults == [
                .copied("gusev", from: "sokolova")
            ])
    }

    @Test(arguments: [(39, true), (40, false)])
    func `a reason has 40 characters`(length: Int, isFault: Bool) throws {
        let reason = String(repeating: "я", count: length)
        let faults = try meeting(own: [("sokolova", long), ("gusev", reason)]).sheetFaults
        #expect(faults.contains(.reason("gusev")) == isFault)
    }

    @Test func `characters that nobody sees make no reason longer`() throws {
        let padded = "Показать цену" + String(repeating: "\u{200B}", count: 40)
        #expect(try meeting(own: [("sokolova", long), ("gusev", padded)]).sheetFaults == [.reason("gusev")])
    }

    @Test(arguments: [
        ("Показать расчёт 1.5 тонны доставки по складам клиента", false),
        ("Показать цену доставки. Ответить о сроках… И послушать, что важно", true),
    ])
    func `and one or two sentences`(reason: String, isFault: Bool) throws {
        let faults = try meeting(own: [("sokolova", long), ("gusev", reason)]).sheetFaults
        #expect(faults.contains(.reason("gusev")) == isFault)
    }

    @Test(arguments: [(3, 2, false), (4, 2, true), (4, 3, false), (5, 3, true), (15, 7, true)])
    func `at most 1.5 of ours for one of the client's, 1.5 itself being in`(own: Int, client: Int, isFault: Bool) throws
    {
        #expect(
            try meeting(own: guests(own), client: client).sheetFaults
                == (isFault ? [.ratio(own: own, client: client)] : []))
        #expect(try meeting(own: guests(own), client: client, justification: "a tour of the plant").sheetFaults.isEmpty)
    }

    @Test func `an important meeting is not prepared with a poor sheet, and says why in both languages`() throws {
        var poor = try meeting(agenda: "")
        do {
            try poor.prepare()
            Issue.record("it was prepared")
        } catch {
            #expect(error.text.en == "meeting m0031: no agenda")
            #expect(error.text.ru == "meeting m0031: нет повестки")
        }
    }
}

@Suite("Meetings: who came, and looking back")
struct MeetingReviewTests {
    private func held(own: Int = 15, client: Int = 7) throws -> Meeting {
        var meeting = try meeting()
        try meeting.prepare()
        try meeting.hold(own: own, client: client)
        return meeting
    }

    @Test func `15 of ours and 7 of theirs are 2.14`() throws {
        #expect(try held().ratio().text(places: 2) == "2.14")
    }

    @Test func `without anybody of the client it was not held`() throws {
        #expect(refusal { _ = try held(client: 0) } == "nobody-came")
        #expect(throws: NoFigure.self) { try meeting().ratio() }
    }

    @Test func `from 10 to 2 in three meetings is −80 %`() throws {
        #expect(try Meeting.decay([10, 6, 2]).asPercent == "80.0 %")
        #expect(try Meeting.decay([4, 8, 6, 3]).asPercent == "62.5 %")
        #expect(throws: NoFigure.self) { try Meeting.decay([10, 2]) }
    }

    @Test func `everybody of ours looks back within 24 hours`() throws {
        var meeting = try held()
        #expect(meeting.reviewsOwed(at: try moment("2026-10-07 10:00")).isEmpty)
        try meeting.review(by: "gusev", at: try moment("2026-10-07 09:00"))
        #expect(meeting.reviewsOwed(at: try moment("2026-10-07 10:01")) == ["sokolova"])
        #expect(meeting.state == .held)
        try meeting.review(by: "sokolova", at: try moment("2026-10-07 10:01"))
        #expect(meeting.state == .reviewed)
        #expect(meeting.lateReviews == ["sokolova"])
        #expect(refusal { _ = try MeetingState.reviewed.stepping(to: .held, "m") } == "step")
    }
}
