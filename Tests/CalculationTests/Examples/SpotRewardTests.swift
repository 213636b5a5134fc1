import Calculation
import Company
import Formulas
import Messages
import Periods
import Testing

/// Irregular rewards out of a budget.
@Suite("Spot rewards")
struct SpotRewardTests {
    private static let header = "id,person,given,amount,author,reason,event,happened\n"

    private func company(
        _ rewards: String, _ component: String = "{spot: 50 000 RUB}", assignments: String? = nil
    ) throws -> TestCompany {
        var tables = ["spot.csv": Self.header + rewards]
        if let assignments { tables["assignments.csv"] = "person,position,unit,from,until,share\n" + assignments }
        return try TestCompany(staff: "anna boris vera", Sales.paying(component), tables)
    }

    @Test("a reward of the month is paid, and the remark tells what for, by whom, for what event, how soon")
    func paid() throws {
        let company = try company(
            "r1,anna,2026-03-05 14:30,5000,boris,won back a client,sale 1042,2026-03-05 11:10\n")
        #expect(try company.pay("2026-03") == ["anna pay": "5 000.00", "boris pay": "0.00", "vera pay": "0.00"])
        let remark = try #require(try company.remarks("anna", "pay", "2026-03").first)
        #expect(
            remark.text.en == "5 000.00 RUB: won back a client, from boris (sale 1042, 3 h 20 min after)")
        #expect(
            remark.text.ru == "5\u{A0}000,00\u{A0}RUB: won back a client, от: boris (sale 1042, через 3 ч 20 мин)")
        #expect(try company.remarks("vera", "pay", "2026-03").map(\.code) == ["no-reward"])
        #expect(try company.pay("anna", "pay", "2026-02") == "0.00")
    }

    /// In order: 30 000, 15 000, 10 000 (5 000 is left), 5 000.
    private let four = """
        r1,anna,2026-03-10 10:00,10000,vera,third,,
        r2,anna,2026-03-02 10:00,30000,boris,first,,
        r3,vera,2026-03-20 10:00,5000,boris,fourth,,
        r4,boris,2026-03-03 09:00,15000,vera,second,,

        """

    @Test("rewards are met as they were given; one that does not fit is not paid at all, a smaller one after it is")
    func budget() throws {
        let company = try company(four)
        #expect(
            try company.pay("2026-03") == ["anna pay": "30 000.00", "boris pay": "15 000.00", "vera pay": "5 000.00"])
        #expect(
            try company.remarks("anna", "pay", "2026-03").map(\.text.en) == [
                "30 000.00 RUB: first, from boris",
                "10 000.00 RUB not paid, 5 000.00 RUB of the budget was left: third, from vera",
            ])
        #expect(try company.remarks("anna", "pay", "2026-03").map(\.code) == ["spot-reward", "over-budget"])
    }

    @Test("of two given in one minute the smaller id comes first, wherever it stands in the table")
    func sameMinute() throws {
        let rows = ["a1,anna,2026-03-10 10:00,40000,vera,x,,", "b1,boris,2026-03-10 10:00,20000,vera,y,,"]
        for order in [rows, rows.reversed()] {
            let pay = try company(order.joined(separator: "\n") + "\n").pay("2026-03")
            #expect(pay == ["anna pay": "40 000.00", "boris pay": "0.00", "vera pay": "0.00"])
        }
    }

    @Test("each unit has a budget of its own")
    func byUnit() throws {
        let company = try TestCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: {title: Seller}}
            units: {north: {title: North}, south: {title: South}}

            """ + Sales.paying("{spot: 20 000 RUB, group: unit}"),
            [
                "people.csv": "id,name\nanna,A\nboris,B\nvera,V\n",
                "assignments.csv":
                    "person,position,unit,from\nanna,seller,north,2024-01-01\nboris,seller,south,2024-01-01\nvera,seller,south,2024-01-01\n",
                "spot.csv": Self.header + """
                    r1,anna,2026-03-01 10:00,20000,vera,x,,
                    r2,boris,2026-03-02 10:00,15000,anna,x,,
                    r3,vera,2026-03-03 10:00,15000,anna,x,,

                    """,
            ])
        #expect(try company.pay("2026-03") == ["anna pay": "20 000.00", "boris pay": "15 000.00", "vera pay": "0.00"])
    }

    @Test("it does not scale with time, and falls on the stretch that holds its day")
    func participations() throws {
        let company = try company(
            "r1,anna,2026-03-25 10:00,4000,vera,x,,\nr2,anna,2026-03-15 10:00,9000,vera,between,,\n",
            assignments: """
                anna,seller,sales,2024-01-01,2026-03-11,50%
                anna,seller,sales,2026-03-21,,50%
                vera,seller,sales,2024-01-01,,

                """)
        let lines = try company.lines("2026-03").filter { company.model.people.id($0.participation.person) == "anna" }
        #expect(lines.map { $0.amount.value?.text } == ["0.00", "4000.00"])
        let notes = DataNotes.notes(company.model).filter { $0.code == "unpaid-rewards" }
        #expect(notes.map(\.message.en) == ["no plan pays 1 of 2 rewards: r2"])
    }

    @Test("two budgets never pay one reward twice: the first plan of the files that is for the person pays it")
    func onePayer() throws {
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                plans:
                  first: {for: {position: seller}, period: quarter, components: {a: {spot: 1 000 RUB}, b: {spot: 9 000 RUB}}}
                  second: {for: {people: anna}, period: month, components: {c: {spot: 9 000 RUB}}}
                """,
            ["spot.csv": Self.header + "r1,anna,2026-03-25 10:00,700,boris,x,,\n"])
        let pay = try company.pay("2026-Q1").filter { $0.key.hasPrefix("anna") }
        #expect(pay == ["anna a": "700.00", "anna b": "0.00", "anna c": "0.00"])
    }

    @Test("a run over everything reaches the month of a reward though nothing was sold in it")
    func withoutEvents() throws {
        let lines = try company(four).lines("all")
        #expect(Set(lines.map(\.participation.period.description)) == ["2026-03"])
    }

    @Test("the explanation shows the budget, every reward in order, what was given and what is left")
    func explanation() throws {
        let tree = try #require(company(four).explanations("vera", "2026-03").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-03 · seller · pay: 5 000.00 RUB  [5 000.00 RUB: fourth, from boris]",
                "├─ budget: 50 000.00 RUB",
                "├─ given: 50 000.00 RUB",
                "│  ├─ 2026-03-02 10:00 anna: 30 000.00 RUB  [first, from boris (spot.csv:3)]",
                "│  ├─ 2026-03-03 09:00 boris: 15 000.00 RUB  [second, from vera (spot.csv:5)]",
                "│  ├─ 2026-03-10 10:00 anna: 10 000.00 RUB  [not paid, does not fit: third, from vera (spot.csv:2)]",
                "│  └─ 2026-03-20 10:00 vera: 5 000.00 RUB  [fourth, from boris (spot.csv:4)]",
                "└─ left: 0.00 RUB",
            ])
    }
}
