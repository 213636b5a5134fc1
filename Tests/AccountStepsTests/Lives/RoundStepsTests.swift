import AccountRows
import AccountSteps
import Accounts
import Company
import Messages
import Periods
import Testing

/// A selection round from its opening to the director's word, and what becomes of a candidate.
struct RoundStepsTests {
    private static let opened = ["selection": "key_2026", "candidates": "c1 c2", "closes": "2026-10-16"]
    private static let rivals = ["rival": [["id": "vector", "name": "Vector"]]]

    private static func book() throws -> StepBook {
        var book = try StepBook(on: "2026-10-06", rivals)
        try book.take("round.open", by: "olga", opened)
        return book
    }

    private static func marks(_ marks: Int...) -> String {
        zip(["potential", "payment", "delivery", "price"], marks).map { "\($0) \($1)" }.joined(separator: "\n")
    }

    /// Both departments score both candidates; sales and marketing are Olga and Sveta, finance is Pavel.
    private static func scored(_ sales: Int, _ finance: Int, _ support: Int) throws -> StepBook {
        var book = try book()
        for client in ["c1", "c2"] {
            for (person, mark) in [("olga", sales), ("pavel", finance), ("sveta", support)] {
                try book.take(
                    "round.score", "2026-S1", by: person, ["client": client, "marks": marks(mark, mark, mark, mark)])
            }
        }
        return book
    }

    @Test func `it is opened by the director and scored blind, one rater a department`() throws {
        var book = try StepBook(on: "2026-10-06", Self.rivals)
        #expect(try book.refused("round.open", by: "dina", Self.opened) == "not-his")
        #expect(
            try book.refused("round.open", by: "olga", Self.opened.merging(["closes": "2026-10-06"]) { $1 })
                == "order-of-days")
        #expect(try book.take("round.open", by: "olga", Self.opened).subject == "2026-S1")
        // Who speaks for no department scores nothing, least of all the client's own manager.
        #expect(
            try book.refused("round.score", "2026-S1", by: "anna", ["client": "c1", "marks": "potential 9"])
                == "not-his")
        let scored = try book.take(
            "round.score", "2026-S1", by: "pavel", ["client": "c1", "marks": "payment 5 overdue 20 days"])
        #expect(scored.next.what.en == "scores still missing of the department: 7")
        #expect(book.row("score", "c0001")["evidence"] == "overdue 20 days")
        // A better one takes the place of the former.
        try book.take("round.score", "2026-S1", by: "pavel", ["client": "c1", "marks": "payment 6"])
        #expect(book.ids("score") == ["c0001"] && book.row("score", "c0001")["score"] == "6")
        try book.take(
            "round.rival", "2026-S1", by: "pavel",
            ["client": "c1", "rival": "vector", "criterion": "price", "score": "7", "source": "price list"])
        #expect(book.row("rival_score", "y0001")["score"] == "7")
    }

    @Test(
        "Marks that do not fit are refused",
        arguments: [
            ("payment eleven", "field-form"), ("payment 11", "outside-scale"), ("beauty 5", "unknown"),
            ("payment 5\npayment 6", "used-twice"),
        ])
    func marks(_ marks: String, _ code: String) throws {
        var book = try Self.book()
        #expect(try book.refused("round.score", "2026-S1", by: "pavel", ["client": "c1", "marks": marks]) == code)
    }

    @Test func `a second rater of a department, and the client's own manager, do not score`() throws {
        let more = """
            person,position,unit,manager,from,base_pay
            olga,director,company,,2024-01-01,
            pavel,finance,company,,2024-01-01,
            egor,finance,company,pavel,2024-01-01,
            dina,head,north,olga,2024-01-01,
            anna,support,north,dina,2024-01-01,
            boris,kam,south,olga,2024-01-01,
            """
        var book = try StepBook(on: "2026-10-06", Self.rivals, texts: ["assignments.csv": more])
        try book.take("round.open", by: "olga", Self.opened)
        try book.take("round.score", "2026-S1", by: "pavel", ["client": "c1", "marks": "payment 5"])
        #expect(
            try book.refused("round.score", "2026-S1", by: "egor", ["client": "c1", "marks": "price 5"])
                == "second-rater")
        #expect(
            try book.refused("round.score", "2026-S1", by: "anna", ["client": "c1", "marks": "price 10"])
                == "own-client")
        #expect(try book.refused("round.score", "2026-S1", by: "anna", ["client": "c2", "marks": "price 10"]) == "")
    }

    @Test func `a candidate added while it is open is scored by all; after closing nobody is added`() throws {
        var book = try Self.scored(7, 7, 7)
        try book.take("account.propose", by: "boris", ["client": "c3"])
        try book.take("round.add", "2026-S1", by: "olga", ["client": "c3"])
        #expect(try book.refused("round.close", "2026-S1", by: "olga") == "still-missing")
        #expect(try book.refused("round.add", "2026-S1", by: "olga", ["client": "c3"]) == "used-twice")
        for person in ["olga", "pavel", "sveta"] {
            try book.take("round.score", "2026-S1", by: person, ["client": "c3", "marks": Self.marks(5, 5, 5, 5)])
        }
        try book.take("round.close", "2026-S1", by: "olga")
        #expect(try book.refused("round.add", "2026-S1", by: "olga", ["client": "c3"]) == "candidate-after-closing")
        #expect(
            try book.refused("round.score", "2026-S1", by: "pavel", ["client": "c1", "marks": "price 9"])
                == "step sessions decided void")
    }

    @Test func `minutes without one signature decide nothing; with all the scores change`() throws {
        var book = try Self.scored(8, 3, 8)
        #expect(
            try book.refused("round.session", "2026-S1", by: "pavel", ["client": "c1", "argument": "paid"])
                == "step closed void")
        try book.take("round.close", "2026-S1", by: "olga")
        try book.take(
            "round.session", "2026-S1", by: "pavel",
            [
                "client": "c1",
                "changes": "finance payment 7\nfinance potential 7\nfinance delivery 7\nfinance price 7",
                "argument": "They paid in September",
            ])
        #expect(book.ids("consensus").count == 4)
        #expect(try book.refused("round.decide", "2026-S1", by: "olga", ["reason": "clear"]) == "sessions-open")
        try book.take("round.sign", "2026-S1", by: "olga", ["minutes": "2026-S1/1"])
        #expect(try book.refused("round.decide", "2026-S1", by: "olga", ["reason": "clear"]) == "sessions-open")
        try book.take("round.sign", "2026-S1", by: "sveta", ["minutes": "2026-S1/1"])
        #expect(try book.possible(.round, "2026-S1", by: "sveta") == ["session"])
        let standing = try #require(try book.book().round("2026-S1", on: book.now.day)).standing
        #expect(standing[ScorePlace("c1", "finance", "payment")]?.value == 7)
        // The other candidate lies apart as much: everybody stays, and signs that.
        try book.take("round.session", "2026-S1", by: "pavel", ["client": "c2", "argument": "Everybody stays"])
        for person in ["olga", "sveta"] { try book.take("round.sign", "2026-S1", by: person, ["minutes": "2026-S1/2"]) }
        // Two candidates are too few to tell how far departments agree: the director says why.
        #expect(try book.refused("round.decide", "2026-S1", by: "dina", ["reason": "clear"]) == "not-his")
        #expect(try book.refused("round.decide", "2026-S1", by: "olga") == "agreement-too-low")
        try book.take("round.decide", "2026-S1", by: "olga", ["reason": "Two candidates only"])
        #expect(try #require(try book.book().round("2026-S1", on: book.now.day)).state == .decided)
        #expect(try book.possible(.round, "2026-S1", by: "olga") == [])
    }

    @Test
    func `a candidate is scored, agreed, seconded by finance and made key by the director, each on a day of its own`()
        throws
    {
        var book = try StepBook(on: "2026-10-05", Self.rivals)
        try book.take("account.propose", by: "boris", ["client": "c3", "reason": "Grows"])
        #expect(try book.refused("account.propose", by: "boris", ["client": "c9"]) == "unknown")
        #expect(try book.refused("account.key", "c3", by: "olga", on: "2026-10-06", ["tier": "B"]) == "step scored")
        try book.take("round.open", by: "olga", Self.opened.merging(["candidates": "c3"]) { $1 })
        for person in ["olga", "pavel", "sveta"] {
            try book.take("round.score", "2026-S1", by: person, ["client": "c3", "marks": Self.marks(7, 7, 7, 7)])
        }
        #expect(
            try book.refused("account.score", "c3", by: "olga", on: "2026-10-06", ["round": "2026-S1"])
                == "step closed void")
        try book.take("round.close", "2026-S1", by: "olga")
        try book.take("account.score", "c3", by: "olga", on: "2026-10-07", ["round": "2026-S1"])
        #expect(
            try book.refused("account.agree", "c3", by: "olga", on: "2026-10-08", ["round": "2026-S1"])
                == "step sessions decided void")
        try book.take("round.decide", "2026-S1", by: "olga", ["reason": "One candidate"])
        try book.take("account.agree", "c3", by: "olga", on: "2026-10-08", ["round": "2026-S1"])
        #expect(try book.refused("account.key", "c3", by: "olga", on: "2026-10-09", ["tier": "B"]) == "finance-first")
        try book.take("account.second", "c3", by: "pavel", on: "2026-10-09")
        try book.take("account.key", "c3", by: "olga", ["tier": "B"])
        #expect(try #require(try book.book().records["c3"]?.standing(on: book.now.day)).status == .key)
    }

    @Test func `it is watched by the head for a reason, and released without an open promise alone`() throws {
        var book = try PromiseStepsTests.book()
        #expect(
            try book.refused("account.watch", "c1", by: "anna", on: "2026-10-07", ["reason": "falls"]) == "own-work")
        #expect(try book.refused("account.watch", "c1", by: "dina", on: "2026-10-07") == "field")
        try book.take("account.watch", "c1", by: "dina", on: "2026-10-07", ["reason": "Sales fall"])
        #expect(try #require(try book.book().records["c1"]?.standing(on: book.now.day)).tier == "A")
        #expect(
            try book.refused("account.release", "c1", by: "olga", on: "2026-10-08", ["reason": "To north"])
                == "open-promises")
        try book.take("promise.void", "p0001", by: "dina", ["evidence": "mail"])
        try book.take("account.restore", "c1", by: "dina", on: "2026-10-08")
        try book.take("account.release", "c1", by: "olga", on: "2026-10-09", ["reason": "Sveta takes over"])
        #expect(try book.possible(.account, "c1", by: "olga", on: "2026-10-12") == [])
    }
}
