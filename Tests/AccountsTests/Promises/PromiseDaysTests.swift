import Accounts
import Periods
import Testing

@Suite("Promises: working days")
struct PromiseDaysTests {
    /// 14 May 2026 is a Thursday; Monday the 11th is a holiday.
    @Test func `due 14 May: warned from 6 May, moved until 8 May`() throws {
        let promise = try promise(made: "2026-04-20", due: "2026-05-14")
        #expect(promise.warnedFrom(russia) == day("2026-05-06"))
        #expect(promise.lastDayToMove(russia) == day("2026-05-08"))
    }

    @Test func `due on a holiday it stays so; the days before are counted in work`() throws {
        let promise = try promise(made: "2026-04-20", due: "2026-05-11")
        #expect(promise.dueOn == day("2026-05-11"))
        #expect(promise.lastDayToMove(russia) == day("2026-05-06"))
    }

    @Test func `moved in time with consent, once; the other names it`() throws {
        var p1 = try promise("p1", made: "2026-04-20", due: "2026-05-14")
        let stranger = try promise("p2", made: "2026-05-08", due: "2026-05-20")
        let heavier = try promise("p2", made: "2026-05-08", due: "2026-05-20", weight: 1, replaces: "p1")
        var p2 = try promise("p2", made: "2026-05-08", due: "2026-05-20", replaces: "p1")
        func move(_ promise: inout Promise, _ other: Promise, on text: String, _ consent: String = "t1") -> String? {
            refusal { try promise.renegotiate(into: other, consent: consent, on: day(text), russia) }
        }
        #expect(move(&p1, stranger, on: "2026-05-08") == "not-in-its-place")
        #expect(move(&p1, heavier, on: "2026-05-08") == "not-in-its-place")
        #expect(move(&p1, p2, on: "2026-05-08", " ") == "wording")
        #expect(move(&p1, p2, on: "2026-05-12") == "moved-late")
        #expect(move(&p1, p2, on: "2026-05-08") == nil)
        #expect(p1.state == .renegotiated)
        let p3 = try promise("p3", made: "2026-05-12", due: "2026-05-29", replaces: "p2")
        #expect(move(&p2, p3, on: "2026-05-12") == "moved-twice")
    }

    @Test func `moved by us on the day itself is refused`() throws {
        var p1 = try promise("p1", due: "2026-10-20")
        let p2 = try promise("p2", made: "2026-10-20", due: "2026-10-27", replaces: "p1")
        #expect(refusal { try p1.renegotiate(into: p2, consent: "t1", on: day("2026-10-20"), russia) } == "moved-late")
    }

    /// The meeting was on Thursday 7 May; Monday the 11th is a holiday, so two working days later is Tuesday the 12th.
    @Test(arguments: [("2026-05-07", true), ("2026-05-12", true), ("2026-05-13", false)])
    func `it counts when written down within two working days of the meeting`(recorded: String, counts: Bool) throws {
        let promise = try promise(made: "2026-05-07", due: "2026-05-29", recorded: recorded, origin: "2026-05-07")
        #expect(promise.counts(russia) == counts)
    }

    @Test func `what is written down when it is done already does not count`() throws {
        let onTheDay = try promise(made: "2026-10-06", recorded: "2026-10-07").kept(on: "2026-10-07")
        let before = try promise(made: "2026-10-06", recorded: "2026-10-07").kept(on: "2026-10-08")
        #expect(!onTheDay.counts(russia))
        #expect(before.counts(russia))
    }
}
