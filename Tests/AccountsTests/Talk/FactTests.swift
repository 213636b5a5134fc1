import Accounts
import Periods
import Testing

/// Sources written as `k1 purchasing 2026-10-01 yes`.
private func check(_ lines: [String], on text: String = "2026-10-15") -> FactCheck {
    let sources = lines.map { line in
        let parts = line.split(separator: " ").map(String.init)
        return FactSource(
            Key(parts[0]), of: Key(parts[1]), on: day(parts[2]), says: FactSource.Answer(rawValue: parts[3]) ?? .no)
    }
    return FactCheck(sources, on: day(text))
}

private let fourBuyers = (1...4).map { "k\($0) purchasing 2026-10-01 yes" }

@Suite("Facts: confirmed by several functions of the client")
struct FactTests {
    @Test func `four buyers alone are one voice`() {
        let check = check(fourBuyers)
        #expect(check.isSupported)
        #expect(!check.isConfirmed)
        #expect(refusal { try check.requireConfirmed("f007") } == "not-confirmed")
    }

    @Test func `two buyers, one of logistics and one of finance confirm`() {
        let check = check(Array(fourBuyers.prefix(2)) + ["k5 logistics 2026-09-01 yes", "k6 finance 2026-08-20 yes"])
        #expect(check.isConfirmed)
        #expect(refusal { try check.requireConfirmed("f007") } == nil)
    }

    @Test func `two functions need four people, and three functions three`() {
        #expect(check(Array(fourBuyers.prefix(3)) + ["k5 logistics 2026-10-01 yes"]).isConfirmed)
        #expect(!check(Array(fourBuyers.prefix(2)) + ["k5 logistics 2026-10-01 yes"]).isConfirmed)
    }

    @Test func `the same person twice is one, with what he said last`() {
        let twice = ["k1 purchasing 2026-09-01 yes", "k1 purchasing 2026-10-01 yes"]
        #expect(!check(twice).isSupported)
        #expect(check(["k1 purchasing 2026-09-01 no", "k1 purchasing 2026-10-01 yes"]).against.isEmpty)
    }

    @Test func `a source taken back no longer agrees`() {
        let three = ["k1 purchasing 2026-10-01 yes", "k5 logistics 2026-10-01 yes", "k6 finance 2026-10-01 yes"]
        #expect(check(three).isConfirmed)
        #expect(!check(three + ["k6 finance 2026-10-10 withdrawn"]).isConfirmed)
    }

    /// 15 September is 30 days before 15 October, 16 August 60.
    @Test(arguments: [("2026-09-15", false), ("2026-09-14", true)])
    func `somebody against in the last 30 days hinders`(day: String, isConfirmed: Bool) {
        let three = ["k1 purchasing 2026-10-01 yes", "k5 logistics 2026-08-16 yes", "k6 finance 2026-10-01 yes"]
        let check = check(three + ["k9 owner \(day) no"])
        #expect(check.isConfirmed == isConfirmed)
    }

    @Test(arguments: [("2026-08-16", true), ("2026-08-15", false)])
    func `who agreed more than 60 days ago is asked again`(day: String, isConfirmed: Bool) {
        let check = check([
            "k1 purchasing 2026-10-01 yes", "k5 logistics \(day) yes", "k6 finance 2026-10-01 yes",
        ])
        #expect(check.isConfirmed == isConfirmed)
    }

    @Test func `heard is not reported: supported comes first`() {
        #expect(refusal { _ = try FactState.heard.stepping(to: .reported, "fact f007") } == "step")
    }
}

@Suite("Suggestions: answered by a day, refused with a reason")
struct SuggestionTests {
    private func suggestion() throws -> Suggestion {
        try Suggestion(
            "s004", by: "sokolova", to: "gusev", on: day("2026-09-01"), replyDue: day("2026-09-15"),
            text: "One lorry for both warehouses")
    }

    @Test func `late from the day after the reply was due`() throws {
        let s004 = try suggestion()
        #expect(s004.lateness(on: day("2026-09-15")) == 0)
        #expect(s004.lateness(on: day("2026-10-15")) == 30)
    }

    @Test func `a no has a reason, and its author does not approve it`() throws {
        var s004 = try suggestion()
        #expect(refusal { try s004.refuse(" ", by: "gusev") } == "wording")
        #expect(refusal { try s004.move(to: .acceptedForStudy, by: "sokolova", nextReply: nil) } == "own-work")
        #expect(refusal { try s004.move(to: .implemented, by: "gusev", nextReply: nil) } == "step")
        try s004.move(to: .acceptedForStudy, by: "gusev", nextReply: day("2026-10-01"))
        #expect(s004.lateness(on: day("2026-10-03")) == 2)
        try s004.refuse("two lorries are cheaper", by: "gusev")
        #expect(s004.lateness(on: day("2027-01-01")) == 0)
    }

    @Test func `without text, or due before it was given, it is refused`() {
        #expect(
            refusal {
                _ = try Suggestion(
                    "s", by: "a", to: "b", on: day("2026-09-02"), replyDue: day("2026-09-01"), text: "x")
            } == "order-of-days")
    }
}
