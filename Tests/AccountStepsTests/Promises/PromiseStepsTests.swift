import AccountRows
import AccountSteps
import Accounts
import Company
import Messages
import Periods
import Testing

/// A promise from the day it is written down to the day somebody else says that it was kept.
struct PromiseStepsTests {
    /// Anna promises c1 a price list by 20 October, for which Boris has to do the work.
    static let given = [
        "client": "c1", "contact": "k1", "text": "Price list", "due_on": "2026-10-20", "kind": "promise", "weight": "2",
        "receiver": "boris",
    ]

    static func book(_ more: [String: String] = [:]) throws -> StepBook {
        var book = try StepBook(on: "2026-10-06")
        try book.take("promise.add", by: "anna", given.merging(more) { $1 })
        return book
    }

    @Test func `a promise is written down, taken on, done and confirmed, each step saying what comes next`() throws {
        var book = try StepBook(on: "2026-10-06")
        let added = try book.take("promise.add", by: "anna", Self.given)
        #expect(added.subject == "p0001")
        #expect(added.next.who == "boris" && added.next.by == CivilDay(parsing: "2026-10-07"))
        #expect(book.row("commitment", "p0001")["recorded_on"] == "2026-10-06")

        let accepted = try book.take("promise.accept", "p0001", by: "boris", on: "2026-10-07")
        #expect(accepted.next.who == "anna" && accepted.next.by == CivilDay(parsing: "2026-10-20"))
        try book.take("promise.done", "p0001", by: "anna", on: "2026-10-19")
        let kept = try book.take("promise.confirm", "p0001", by: "boris", on: "2026-10-20")
        #expect(kept.next.what.en == "it was kept in time and counts")
        let row = book.row("commitment", "p0001")
        #expect(row["state"] == "kept" && row["confirmed_by"] == "boris" && row["confirmed_on"] == "2026-10-20")
        #expect(row["done_on"] == "2026-10-19" && row["accepted_on"] == "2026-10-07")
    }

    @Test func `identifiers go on from those that the table has`() throws {
        let old = [
            "id": "p0077", "made_on": "2026-10-01", "due_on": "2026-10-30", "client": "c1", "owner": "anna",
            "kind": "promise", "weight": "1", "text": "Old", "state": "made",
        ]
        var book = try StepBook(on: "2026-10-06", ["commitment": [old]])
        #expect(try book.take("promise.add", by: "anna", Self.given).subject == "p0078")
        #expect(
            try book.take(
                "promise.add", by: "boris", Self.given.merging(["client": "c2", "contact": "", "receiver": ""]) { $1 }
            ).subject == "p0079")
    }

    @Test(
        "What the life does not allow is refused with what it does",
        arguments: [
            ("promise.done", "anna", "step accepted renegotiated void broken"),
            ("promise.confirm", "boris", "step accepted renegotiated void broken"),
            ("promise.deny", "dina", "step accepted renegotiated void broken"),
            // Only the receiver takes it on.
            ("promise.accept", "anna", "not-his"), ("promise.accept", "dina", "not-his"),
            // Whoever owes it does not say himself that he is released.
            ("promise.void", "anna", "own-work"),
            // Nobody else's promise is moved or given away.
            ("promise.move", "boris", "not-his"), ("promise.hand", "sveta", "not-his"),
        ])
    func forbidden(_ step: String, _ person: String, _ code: String) throws {
        var book = try Self.book()
        let values = ["evidence": "mail", "due_on": "2026-10-30", "owner": "sveta"]
        #expect(try book.refused(step, "p0001", by: person, on: "2026-10-07", values) == code)
    }

    @Test func `what may be done is offered to whom may do it, and nothing else`() throws {
        var book = try Self.book()
        #expect(try book.possible(.promise, "p0001", by: "anna") == ["move", "hand"])
        #expect(try book.possible(.promise, "p0001", by: "boris") == ["accept", "void"])
        #expect(try book.possible(.promise, "p0001", by: "dina") == ["move", "void", "hand"])
        try book.take("promise.accept", "p0001", by: "boris", on: "2026-10-07")
        #expect(try book.possible(.promise, "p0001", by: "anna") == ["done", "move", "hand"])
        try book.take("promise.done", "p0001", by: "anna", on: "2026-10-19")
        #expect(try book.possible(.promise, "p0001", by: "anna") == [])
        #expect(try book.possible(.promise, "p0001", by: "boris") == ["confirm"])
        #expect(try book.possible(.promise, "p0001", by: "dina") == ["confirm", "deny"])
        try book.take("promise.confirm", "p0001", by: "sveta", ["document": "sale 2"])
        #expect(try book.possible(.promise, "p0001", by: "boris") == [])
        #expect(try book.possible(.promise, "p0001", by: "dina") == ["deny"])
    }

    @Test func `nobody confirms his own, by whatever he names`() throws {
        var book = try Self.book()
        try book.take("promise.accept", "p0001", by: "boris")
        try book.take("promise.done", "p0001", by: "anna", on: "2026-10-08")
        #expect(try book.refused("promise.confirm", "p0001", by: "anna", ["document": "sale 2"]) == "own-work")
        #expect(
            try book.refused("promise.confirm", "p0001", by: "anna", ["contact": "k1", "evidence": "mail"])
                == "own-work")
        // A document that is called like one of ours or of theirs would make them say it.
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta", ["document": "boris"]) == "field-form")
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta", ["document": "k1"]) == "field-form")
        // Another client's contact knows nothing of it, and words need something that shows them.
        #expect(
            try book.refused("promise.confirm", "p0001", by: "sveta", ["contact": "k4", "evidence": "mail"])
                == "unknown")
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta", ["contact": "k1"]) == "field")
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta") == "field")
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta", ["contact": "k1", "evidence": "mail"]) == "")
    }

    @Test func `the owner stays an owner after he handed it over`() throws {
        var book = try Self.book(["receiver": ""])
        try book.take("promise.hand", "p0001", by: "anna", on: "2026-10-12", ["owner": "sveta"])
        #expect(book.row("commitment", "p0001")["former_owner"] == "anna")
        #expect(try book.refused("promise.done", "p0001", by: "anna") == "not-his")
        try book.take("promise.done", "p0001", by: "sveta", on: "2026-10-13")
        #expect(try book.refused("promise.confirm", "p0001", by: "anna", ["document": "sale 2"]) == "own-work")
        #expect(try book.refused("promise.confirm", "p0001", by: "sveta", ["document": "sale 2"]) == "own-work")
        #expect(try book.refused("promise.confirm", "p0001", by: "boris", ["document": "sale 2"]) == "")
    }

    @Test func `what is overdue or was handed over once stays where it is`() throws {
        var book = try Self.book(["receiver": ""])
        #expect(
            try book.refused("promise.hand", "p0001", by: "anna", on: "2026-10-21", ["owner": "sveta"])
                == "not-to-hand-over")
        try book.take("promise.hand", "p0001", by: "anna", on: "2026-10-12", ["owner": "sveta"])
        #expect(try book.refused("promise.hand", "p0001", by: "sveta", ["owner": "anna"]) == "handed-over-twice")
    }

    // MARK: Weight and writing down

    @Test func `weight 3 is the head's, who writes it for one of his own`() throws {
        var book = try StepBook()
        let heavy = Self.given.merging(["weight": "3"]) { $1 }
        #expect(try book.refused("promise.add", by: "anna", heavy) == "weight-by-owner")
        #expect(try book.refused("promise.add", by: "dina", heavy) == "weight-by-owner")
        // The head of another unit does not promise for her.
        #expect(try book.refused("promise.add", by: "egor", heavy.merging(["owner": "anna"]) { $1 }) == "not-his")
        try book.take("promise.add", by: "dina", heavy.merging(["owner": "anna"]) { $1 })
        let row = book.row("commitment", "p0001")
        #expect(row["weight"] == "3" && row["weighed_by"] == "dina" && row["owner"] == "anna")
    }

    @Test func `no step changes the weight`() {
        let steps = AccountSteps.steps(of: .promise).filter { !$0.begins }
        #expect(steps.allSatisfy { step in !step.fields.contains { $0.name == "weight" } })
    }

    @Test func `what is written down three days after its meeting, or on the day it is done, does not count`() throws {
        let meeting = [
            "id": "m1", "at": "2026-10-01 10:00", "client": "c1", "important": "no", "purpose": "review",
            "planned_client": "2", "state": "planned",
        ]
        func counts(_ day: String, origin: String, done: String) throws -> Bool {
            var book = try StepBook(on: day, ["meeting": [meeting]])
            let given = Self.given.merging(["receiver": "", "origin": origin]) { $1 }
            try book.take("promise.add", by: "anna", given)
            try book.take("promise.done", "p0001", by: "anna", on: done)
            let kept = try book.take("promise.confirm", "p0001", by: "sveta", ["document": "sale 2"])
            let promise = try #require(try book.book().promise("p0001", on: book.now.day))
            let counts = promise.counts(try book.model().workingCalendar)
            #expect(kept.next.what.en.contains("does not count") == !counts)
            return counts
        }
        // Thursday; Friday and Monday are the two working days after.
        #expect(try counts("2026-10-05", origin: "m1", done: "2026-10-06"))
        #expect(try !counts("2026-10-06", origin: "m1", done: "2026-10-07"))
        #expect(try !counts("2026-10-06", origin: "", done: "2026-10-06"))
    }

    @Test(
        "A form that lacks something names the field",
        arguments: [
            ("client", "", "field"), ("due_on", "31.13.2026", "field-form"), ("weight", "4", "field-form"),
            ("kind", "oath", "field-form"), ("contact", "k4", "unknown"), ("receiver", "nobody", "unknown"),
            ("origin", "t9", "unknown"),
        ])
    func form(_ field: String, _ value: String, _ code: String) throws {
        var book = try StepBook()
        do {
            try book.take("promise.add", by: "anna", Self.given.merging([field: value]) { $1 })
            Issue.record("taken")
        } catch let refusal as Accounts.Refusal {
            #expect(refusal.code == code && refusal.field == field)
        }
    }

    @Test func `a day before today is no day to promise for`() throws {
        var book = try StepBook()
        #expect(
            try book.refused("promise.add", by: "anna", Self.given.merging(["due_on": "2026-10-05"]) { $1 })
                == "order-of-days")
    }

    // MARK: Moving and ending

    @Test func `it is moved once, three working days before, with the client's consent; weight and client stay`() throws
    {
        var book = try Self.book(["receiver": ""])
        let consent = ["due_on": "2026-10-27", "evidence": "t0912"]
        // Due on Tuesday the 20th: Thursday the 15th is the last day.
        #expect(try book.refused("promise.move", "p0001", by: "anna", on: "2026-10-16", consent) == "moved-late")
        #expect(try book.refused("promise.move", "p0001", by: "anna", on: "2026-10-20", consent) == "moved-late")
        #expect(
            try book.refused("promise.move", "p0001", by: "anna", on: "2026-10-15", ["due_on": "2026-10-27"]) == "field"
        )
        let moved = try book.take("promise.move", "p0001", by: "anna", on: "2026-10-15", consent)
        #expect(moved.subject == "p0002")
        #expect(book.row("commitment", "p0001")["state"] == "renegotiated")
        let new = book.row("commitment", "p0002")
        #expect(
            new["replaces"] == "p0001" && new["weight"] == "2" && new["due_on"] == "2026-10-27"
                && new["made_on"] == "2026-10-15")
        #expect(
            try book.refused("promise.move", "p0002", by: "anna", ["due_on": "2026-11-10", "evidence": "mail"])
                == "moved-twice")
    }

    @Test func `the client releases us until its day is over, told by somebody else`() throws {
        var book = try Self.book()
        #expect(
            try book.refused("promise.void", "p0001", by: "dina", on: "2026-10-21", ["evidence": "mail"])
                == "released-late")
        try book.take("promise.void", "p0001", by: "dina", on: "2026-10-20", ["evidence": "mail of 20 October"])
        #expect(book.row("commitment", "p0001")["state"] == "void")
        #expect(try book.possible(.promise, "p0001", by: "anna") == [])
    }

    @Test func `the head denies what the client denied; it is done again, late`() throws {
        var book = try Self.book()
        try book.take("promise.accept", "p0001", by: "boris")
        try book.take("promise.done", "p0001", by: "anna", on: "2026-10-19")
        try book.take("promise.confirm", "p0001", by: "boris")
        #expect(try book.refused("promise.deny", "p0001", by: "anna", ["evidence": "call"]) == "own-work")
        #expect(try book.refused("promise.deny", "p0001", by: "egor", ["evidence": "call"]) == "not-his")
        try book.take("promise.deny", "p0001", by: "dina", on: "2026-10-22", ["evidence": "call of 22 October"])
        let denied = try #require(try book.book().promise("p0001", on: book.now.day))
        #expect(denied.state == .broken && denied.deniedOn == CivilDay(parsing: "2026-10-22"))
        try book.take("promise.done", "p0001", by: "anna", on: "2026-10-26")
        let kept = try book.take("promise.confirm", "p0001", by: "boris", on: "2026-10-27")
        #expect(kept.next.what.en == "it was kept late")
    }

    @Test func `the second of two is told that the promise has changed`() throws {
        var book = try Self.book()
        let seen = AccountSteps.seen(.promise, "p0001", in: try book.book())
        try book.take("promise.hand", "p0001", by: "anna", ["owner": "sveta"])
        #expect(throws: Accounts.Refusal.self) {
            try book.take(
                "promise.move", "p0001", by: "dina", ["due_on": "2026-10-27", "evidence": "mail"], seen: seen)
        }
        let now = AccountSteps.seen(.promise, "p0001", in: try book.book())
        #expect(seen != nil && now != seen)
    }

    @Test func `what is not there is refused`() throws {
        var book = try Self.book()
        #expect(try book.refused("promise.accept", "p9999", by: "boris") == "no-such")
        #expect(try book.possible(.promise, "p9999", by: "boris") == [])
    }
}
