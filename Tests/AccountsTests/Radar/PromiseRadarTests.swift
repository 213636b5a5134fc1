import Accounts
import Messages
import Periods
import Testing

@Suite("Radar: promises")
struct PromiseRadarTests {
    private func taken(_ id: Key<Promise>, made: String = "2026-06-01", due: String) throws -> Promise {
        var promise = try promise(id, made: made, due: due)
        try promise.accept(by: "gusev")
        return promise
    }

    /// Due Tuesday 20 October: five working days before is the 13th, three is the 15th.
    @Test(
        arguments: [
            ("2026-10-12", []), ("2026-10-13", ["R1 p0077 note owner+receiver"]),
            ("2026-10-15", ["R1 p0077 note owner+receiver"]), ("2026-10-16", ["R1 p0077 warning owner+receiver"]),
            ("2026-10-20", ["R1 p0077 warning owner+receiver"]),
        ] as [(String, [String])])
    func `R1: five working days before, pressing more when it can no longer be moved`(on: String, found: [String])
        throws
    {
        #expect(try look(on: day(on)) { $0.promises = [try taken("p0077", due: "2026-10-20")] } == found)
    }

    /// Made on Tuesday 6 October: the 7th is the working day to take it on.
    @Test(
        arguments: [("2026-10-07", []), ("2026-10-08", ["R2 p0077 warning owner+receiversHead"])]
            as [(String, [String])])
    func `R2: a colleague who has not taken it on in one working day`(on: String, found: [String]) throws {
        #expect(try look(on: day(on)) { $0.promises = [try promise()] } == found)
    }

    @Test(arguments: [
        ("2026-10-14", "warning owner"), ("2026-10-02", "warning owner"), ("2026-10-01", "warning owner+head"),
        ("2026-09-30", "warning owner+head"),
        ("2026-09-15", "alarm owner+head+director"),
    ])
    func `R3: 1, 13, 14, 15 and 30 days overdue climb the line`(due: String, found: String) throws {
        #expect(try look { $0.promises = [try taken("p1", due: due)] } == ["R3 p1 \(found)"])
    }

    @Test func `R3: from 90 days on the account is put on watch`() throws {
        var account = RadarAccount("c095")
        account.promises = [try taken("p1", due: "2026-07-15")]
        let finding = try #require(Radar(russia).findings(account, market: nil, on: today).first)
        #expect(finding.evidence.map(\.text.en) == ["due 2026-07-15, 92 days ago", "put the account on watch"])
        #expect(finding.evidence.map(\.text.ru) == ["срок 15.07.2026, прошло 92 дня", "клиента — под наблюдение"])
        #expect(finding.since == day("2026-07-16"))
        #expect(finding.rule.firstAction.en == "tell the client today why and when")
    }

    @Test func `R4: an answer owed for more than two working days`() throws {
        func answer(made: String) throws -> Promise {
            try Promise(
                "p9", made: day(made), due: day("2026-11-30"), client: "c034", owner: "sokolova", kind: .answer,
                weight: PromiseWeight(1), text: "Which pallets fit?")
        }
        #expect(try look { $0.promises = [try answer(made: "2026-10-13")] } == [])
        #expect(try look { $0.promises = [try answer(made: "2026-10-12")] } == ["R4 p9 warning owner"])
    }

    @Test func `R36: denied by the client`() throws {
        var denied = try promise().kept(on: "2026-10-08")
        try denied.deny(by: "head", evidence: "call", on: day("2026-10-14"))
        #expect(look { $0.promises = [denied] } == ["R36 p0077 alarm head+director"])
        #expect(try look { $0.promises = [try promise().kept(on: "2026-10-08")] } == [])
    }

    @Test func `nothing is seen before it was written down`() throws {
        #expect(try look(on: day("2026-10-05")) { $0.promises = [try promise(due: "2026-10-08")] } == [])
    }
}
