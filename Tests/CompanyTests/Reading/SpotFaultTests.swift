import Company
import Formulas
import Messages
import Testing

@Suite("A spot reward comes from another, after what earned it")
struct SpotFaultTests {
    private func said(_ rows: String, _ language: Language = .en) -> String {
        CompanyTests.said(["spot.csv": "id,person,given,amount,author,reason,event,happened\n" + rows], language)
    }

    @Test("nobody rewards himself")
    func author() {
        #expect(
            said("r1,anna,2026-03-05 14:30,500,anna,x,,") == """
                spot.csv:2: error: nobody rewards himself
                    2 | r1,anna,2026-03-05 14:30,500,anna,x,,
                   help: name another person as 'author'
                """)
        #expect(
            said("r1,anna,2026-03-05 14:30,500,anna,x,,", .ru) == """
                spot.csv:2: ошибка: никто не награждает сам себя
                    2 | r1,anna,2026-03-05 14:30,500,anna,x,,
                   совет: укажите в «author» другого
                """)
    }

    @Test("a reward given before what earned it; in the same minute is right")
    func before() {
        #expect(
            said("r1,anna,2026-03-05 14:30,500,boris,x,sale 1,2026-03-05 14:31") == """
                spot.csv:2: error: given on 2026-03-05 14:30, before it happened on 2026-03-05 14:31
                    2 | r1,anna,2026-03-05 14:30,500,boris,x,sale 1,2026-03-05 14:31
                   help: a reward follows what earned it; mend one of the two
                """)
        #expect(said("r1,anna,2026-03-05 14:30,500,boris,x,sale 1,2026-03-05 14:30").isEmpty)
    }

    @Test("a day without a time, an event without a time")
    func moments() {
        #expect(
            said("r1,anna,2026-03-05,500,boris,x,,") == """
                spot.csv:2: error: '2026-03-05' is not a day and a time
                    2 | r1,anna,2026-03-05,500,boris,x,,
                   help: write 2026-03-05 14:30 or 05.03.2026 14:30
                """)
        #expect(
            said("r1,anna,2026-03-05 14:30,500,boris,x,sale 1,yesterday").contains(
                "'yesterday' is not a day and a time"))
    }

    @Test("an amount that is not above zero, or not whole kopecks", arguments: ["0", "-500", "0.005"])
    func amount(_ amount: String) {
        #expect(
            said("r1,anna,2026-03-05 14:30,\(amount),boris,x,,") == """
                spot.csv:2: error: a reward of \(amount) is not an amount above zero that can be paid
                    2 | r1,anna,2026-03-05 14:30,\(amount),boris,x,,
                   help: write it with at most 2 decimal places
                """)
    }

    @Test("one id twice, also in two tables")
    func twice() {
        #expect(
            said("r1,anna,2026-03-05 14:30,500,boris,x,,\nr1,boris,2026-03-05 14:30,500,anna,x,,") == """
                spot.csv:3: error: the reward 'r1' is there already, at spot.csv:2
                    3 | r1,boris,2026-03-05 14:30,500,anna,x,,
                   help: is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export
                """)
        let files = [
            "tables.yaml": "tables: {more.csv: {reads: spot}}",
            "more.csv": "id,person,given,amount,author,reason\nr1,anna,2026-03-05 14:30,500,boris,x",
            "spot.csv": "id,person,given,amount,author,reason\nr1,anna,2026-03-05 14:30,500,boris,x",
        ]
        #expect(CompanyTests.said(files).contains("spot.csv:2: error: the reward 'r1' is there already, at more.csv:2"))
    }

    @Test("an unknown person or author; a reason must be given")
    func people() {
        #expect(said("r1,ana,2026-03-05 14:30,500,boris,x,,").contains("there is no person 'ana'"))
        #expect(said("r1,anna,2026-03-05 14:30,500,Chief,x,,").contains("there is no person 'Chief'"))
        #expect(said("r1,anna,2026-03-05 14:30,500,boris,,,").contains("spot.csv:2"))
    }

    @Test("rewards are kept in the order in which they were given")
    func order() throws {
        let (model, _) = CompanyReader.read(
            SmallCompany.changed(by: [
                "spot.csv": """
                id,person,given,amount,author,reason
                b,anna,2026-03-05 14:30,500,boris,x
                c,anna,2026-03-04 23:59,500,boris,x
                a,boris,2026-03-05 14:30,500,anna,x
                """
            ]))
        #expect(try #require(model).awardRows.spot.map(\.id) == ["c", "a", "b"])
    }
}
