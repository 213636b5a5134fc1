import AccountRows
import AccountSteps
import Accounts
import Company
import Messages
import Periods
import Testing

/// A meeting from its day to what everybody makes of it.
struct MeetingStepsTests {
    static let planned = [
        "client": "c1", "at": "2026-10-14 11:00", "important": "yes", "purpose": "protect", "planned_client": "2",
        "agenda": "Prices; delivery",
    ]
    static let reasons = [
        "anna": "Show how delivery went in the quarter and agree on three actions.",
        "dina": "Answer what the client asks about prices of the next quarter.",
    ]

    private static func book() throws -> StepBook {
        var book = try StepBook(on: "2026-10-06 09:00")
        try book.take("meeting.plan", by: "anna", planned)
        return book
    }

    private static func prepared() throws -> StepBook {
        var book = try book()
        for (person, reason) in reasons.sorted(by: { $0.key < $1.key }) {
            try book.take("meeting.invite", "m0001", by: "anna", ["side": "own", "who": person, "reason": reason])
        }
        try book.take("meeting.prepare", "m0001", by: "anna")
        return book
    }

    @Test func `it is planned, prepared, held and looked back on by each of ours`() throws {
        var book = try Self.prepared()
        // A director of theirs comes as a surprise.
        try book.take(
            "meeting.hold", "m0001", by: "anna", on: "2026-10-14 13:00", ["own": "anna dina", "client": "k1, k2"])
        #expect(book.row("meeting", "m0001")["state"] == "held")
        let guests = book.ids("attendance").map { book.row("attendance", $0) }
        #expect(guests.count == 4 && guests.allSatisfy { $0["came"] == "yes" })
        #expect(guests.filter { $0["surprise"] == "yes" }.compactMap { $0["who"] } == ["k1", "k2"])
        let words = ["kept": "We began with their goals", "missed": "The warehouse", "next": "Invite its head"]
        try book.take("meeting.review", "m0001", by: "anna", on: "2026-10-14 17:00", words)
        #expect(try book.refused("meeting.review", "m0001", by: "anna", words) == "used-twice")
        #expect(try book.refused("meeting.review", "m0001", by: "boris", words) == "unknown")
        try book.take("meeting.review", "m0001", by: "dina", on: "2026-10-15 09:00", words)
        #expect(book.row("meeting", "m0001")["state"] == "reviewed")
        #expect(book.row("review", "v0001")["at"] == "2026-10-14 17:00")
    }

    @Test func `an important meeting is not prepared with a sheet that lacks something`() throws {
        var book = try Self.book()
        #expect(try book.refused("meeting.prepare", "m0001", by: "anna") == "sheet")
        #expect(try book.possible(.meeting, "m0001", by: "anna") == ["invite", "sheet", "move", "cancel"])
        // The other unit has nothing to do with it.
        #expect(try book.possible(.meeting, "m0001", by: "boris") == [])
        #expect(try book.refused("meeting.invite", "m0001", by: "anna", ["side": "client", "who": "k4"]) == "unknown")
    }

    @Test(
        "What the life does not allow is refused with what it does",
        arguments: [
            ("meeting.hold", "step prepared moved cancelled"), ("meeting.review", "step prepared moved cancelled"),
        ])
    func forbidden(_ step: String, _ code: String) throws {
        var book = try Self.book()
        let values = ["own": "anna", "client": "k1", "kept": "a", "missed": "b", "next": "c"]
        #expect(try book.refused(step, "m0001", by: "anna", on: "2026-10-14 13:00", values) == code)
    }

    @Test func `it is not held before its hour, nor without anybody of the client`() throws {
        var book = try Self.prepared()
        #expect(
            try book.refused(
                "meeting.hold", "m0001", by: "anna", on: "2026-10-14 10:00", ["own": "anna", "client": "k1"])
                == "in-future")
        #expect(
            try book.refused("meeting.hold", "m0001", by: "anna", on: "2026-10-14 13:00", ["own": "anna"]) == "field")
        #expect(
            try book.refused(
                "meeting.hold", "m0001", by: "anna", on: "2026-10-14 13:00", ["own": "anna", "client": "k4"])
                == "unknown")
    }

    @Test func `moved, it is another meeting with the same sheet and guests`() throws {
        var book = try Self.prepared()
        let moved = try book.take(
            "meeting.move", "m0001", by: "dina", on: "2026-10-13 09:00", ["at": "2026-10-21 11:00"])
        #expect(moved.subject == "m0002")
        #expect(
            book.row("meeting", "m0001")["state"] == "moved"
                && book.row("meeting", "m0002")["agenda"] == "Prices; delivery")
        #expect(try book.possible(.meeting, "m0001", by: "anna") == [])
        #expect(try book.possible(.meeting, "m0002", by: "anna").contains("prepare"))
        try book.take("meeting.cancel", "m0002", by: "anna")
        #expect(book.row("meeting", "m0002")["state"] == "cancelled")
    }
}

/// Touches are told by who was there and confirmed by somebody else.
struct TouchStepsTests {
    private static let call = [
        "client": "c1", "contact": "k1", "at": "2026-10-05 11:40", "kind": "call", "direction": "out",
        "purpose": "proactive", "message": "opportunity", "minutes": "9",
    ]

    @Test func `a call counts once somebody else has confirmed it`() throws {
        var book = try StepBook(on: "2026-10-06 09:00")
        try book.take("touch.add", by: "anna", Self.call)
        #expect(book.row("touch", "t0001")["source"] == "entered")
        func calls() throws -> Int { try #require(try book.book().records["c1"]?.calls).calls.count }
        #expect(try calls() == 0)
        #expect(try book.refused("touch.confirm", "t0001", by: "anna") == "own-work")
        try book.take("touch.confirm", "t0001", by: "sveta")
        #expect(try calls() == 1)
        #expect(try book.refused("touch.confirm", "t0001", by: "dina") == "confirmed-already")
    }

    @Test func `what is still to come is no touch, and a contact is the client's`() throws {
        var book = try StepBook(on: "2026-10-06 09:00")
        #expect(
            try book.refused("touch.add", by: "anna", Self.call.merging(["at": "2026-10-06 09:01"]) { $1 })
                == "in-future")
        #expect(try book.refused("touch.add", by: "anna", Self.call.merging(["contact": "k4"]) { $1 }) == "unknown")
    }
}
