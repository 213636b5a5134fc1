import Calculation
import Formulas
import Messages
import Quantities
import Testing

/// The forms of a contest besides ranking: steps, a pot, a goal of one's own.
@Suite("Forms of a contest")
struct ContestFormTests {
    private func contest(_ scores: [String: String], _ component: String, _ tables: [String: String] = [:]) throws
        -> TestCompany
    {
        let rows = scores.sorted { $0.key < $1.key }.map { "\($0.key),2026-01-10,\($0.key),\($0.value)\n" }.joined()
        return try TestCompany(
            staff: scores.keys.sorted().joined(separator: " "), Sales.paying(component),
            tables.merging(["sale.csv": "id,date,seller,amount\n" + rows]) { $1 })
    }

    // MARK: Steps

    @Test(
        "the highest step reached wins, and reaching it exactly is enough",
        arguments: [
            ("999999.99", "0.00", "below the first step of 1 000 000.00 RUB"),
            ("1000000", "10 000.00", "reached the step of 1 000 000.00 RUB"),
            ("1999999.99", "10 000.00", "reached the step of 1 000 000.00 RUB"),
            ("2000000", "30 000.00", "reached the step of 2 000 000.00 RUB"),
            ("-5", "0.00", "below the first step of 1 000 000.00 RUB"),
        ])
    func steps(sales: String, prize: String, remark: String) throws {
        let company = try contest(
            ["a": sales, "b": "5000000"],
            "{contest: {steps: {1 000 000 RUB: 10 000 RUB, 2 000 000 RUB: 30 000 RUB}}, by: sales}")
        #expect(try company.pay("2026-01") == ["a pay": prize, "b pay": "30 000.00"])
        #expect(try company.remarks("a", "pay", "2026-01").map(\.text.en) == [remark])
    }

    // MARK: A share of a pot

    @Test(
        "a pot of 100,000 is divided in proportion to the score, to the kopeck",
        arguments: [
            // 300 : 100 of 400.
            (["a": "300", "b": "100"], ["a": "75 000.00", "b": "25 000.00"]),
            // Three thirds: the kopeck left over goes to the first id.
            (["a": "5", "b": "5", "c": "5"], ["a": "33 333.34", "b": "33 333.33", "c": "33 333.33"]),
            // Below zero counts as zero and takes nothing from the others.
            (["a": "-50", "b": "60", "c": "40"], ["a": "0.00", "b": "60 000.00", "c": "40 000.00"]),
        ])
    func pot(scores: [String: String], expected: [String: String]) throws {
        let pay = try contest(scores, "{contest: {pot: 100 000 RUB}, by: sales}").pay("2026-01")
        #expect(pay == Dictionary(uniqueKeysWithValues: expected.map { ("\($0.key) pay", $0.value) }))
    }

    @Test("who misses the minimum has no part, and the others divide the whole pot")
    func potMinimum() throws {
        let company = try contest(
            ["a": "300", "b": "100", "c": "99"], "{contest: {pot: 1 000 RUB}, by: sales, minimum: sales >= 100 RUB}")
        #expect(try company.pay("2026-01") == ["a pay": "750.00", "b pay": "250.00", "c pay": "0.00"])
        #expect(try company.remarks("a", "pay", "2026-01").map(\.text.en) == ["75 % of the pot"])
        #expect(try company.remarks("c", "pay", "2026-01").map(\.code) == ["not-admitted"])
    }

    @Test("nobody admitted, or nobody above zero: everyone gets 0 and the remark says why")
    func potForNobody() throws {
        let none = try contest(
            ["a": "5", "b": "4"], "{contest: {pot: 1 000 RUB}, by: sales, minimum: sales >= 100 RUB}")
        #expect(try none.pay("2026-01") == ["a pay": "0.00", "b pay": "0.00"])
        #expect(try none.remarks("a", "pay", "2026-01").map(\.code) == ["not-admitted", "pot-not-divided"])
        let zero = try contest(["a": "0", "b": "-4"], "{contest: {pot: 1 000 RUB}, by: sales}")
        #expect(try zero.pay("2026-01") == ["a pay": "0.00", "b pay": "0.00"])
        #expect(try zero.remarks("b", "pay", "2026-01").map(\.code) == ["pot-not-divided"])
    }

    @Test("a pot that comes out below zero is empty; nobody owes a prize")
    func emptyPot() throws {
        let company = try contest(["a": "-300", "b": "100"], "{contest: {pot: company(sales) * 10%}, by: sales}")
        #expect(try company.pay("2026-01") == ["a pay": "0.00", "b pay": "0.00"])
        #expect(try company.remarks("b", "pay", "2026-01").map(\.code) == ["empty-pot"])
    }

    @Test("a contest in each unit is one of its own: alone there, one takes the unit's whole pot")
    func potOfEachUnit() throws {
        let company = try TestCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: {title: Seller}}
            units: {north: {title: North}, south: {title: South}}

            """ + Sales.paying("{contest: {pot: 10% * unit(sales)}, by: sales, group: unit}"),
            [
                "people.csv": "id,name\na,A\nb,B\nc,C\n",
                "assignments.csv":
                    "person,position,unit,from\na,seller,north,2024-01-01\nb,seller,south,2024-01-01\nc,seller,south,2024-01-01\n",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,a,100\n2,2026-01-10,b,100\n3,2026-01-10,c,300\n",
            ])
        // North: 10 of 100. South: 40 of 400, by 1 : 3.
        #expect(try company.pay("2026-01") == ["a pay": "10.00", "b pay": "10.00", "c pay": "30.00"])
    }

    // MARK: A goal of one's own

    @Test("everyone who reaches his own goal gets the prize; who has no goal has no figure")
    func ownGoal() throws {
        let company = try contest(
            ["a": "100", "b": "500", "c": "99.99", "d": "7"],
            "{contest: {prize: 20 000 RUB}, by: sales, goal: target(sales)}",
            [
                "targets.csv":
                    "metric,subject,period,value\nsales,a,2026-01,100\nsales,b,2026-01,600\nsales,c,2026-01,100\n"
            ])
        #expect(
            try company.pay("2026-01") == [
                "a pay": "20 000.00", "b pay": "0.00", "c pay": "0.00", "d pay": "no-target",
            ])
        #expect(try company.remarks("a", "pay", "2026-01").map(\.text.en) == ["reached his goal of 100.00 RUB"])
        #expect(try company.remarks("b", "pay", "2026-01").map(\.text.en) == ["below his goal of 600.00 RUB"])
    }

    // MARK: Explanations

    @Test("the explanation shows the pot, the standings from the best with what each wins, and who is outside")
    func explanation() throws {
        let company = try contest(
            ["a": "100", "b": "300", "c": "9"], "{contest: {pot: 1 000 RUB}, by: sales, minimum: sales >= 100 RUB}")
        let tree = try #require(company.explanations("a", "2026-01").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-01 · seller · pay: 250.00 RUB  [25 % of the pot]",
                "├─ pot: 1 000.00 RUB",
                "├─ standings  = sales",
                "│  ├─ b: 300.00 RUB  [wins 750.00 RUB]",
                "│  └─ a: 100.00 RUB  [wins 250.00 RUB]",
                "└─ do not take part  [c]",
            ])
    }

    @Test("the explanation of steps shows every step, that of own goals each goal")
    func otherExplanations() throws {
        let steps = try contest(["a": "100"], "{contest: {steps: {50 RUB: 1 RUB, 200 RUB: 3 RUB}}, by: sales}")
        let ladder = try #require(steps.explanations("a", "2026-01").first)
        #expect(try ladder.part("prize from 50.00 RUB").number == 1)
        #expect(try ladder.part("prize from 200.00 RUB").number == 3)
        let goals = try contest(["a": "100"], "{contest: {prize: 5 RUB}, by: sales, goal: 90 RUB}")
        let own = try #require(goals.explanations("a", "2026-01").first)
        #expect(try own.part("prize").number == 5)
        #expect(try own.part("standings").children.map { try $0.part("his goal").number } == [90])
    }

    @Test("a plan's test has one entrant: he reaches a step, takes the whole pot, wins for his team")
    func planTests() throws {
        let company = try TestCompany(
            staff: "a",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components:
                      ladder: {contest: {steps: {50 RUB: 1 RUB, 200 RUB: 3 RUB}}, by: sales}
                      pot: {contest: {pot: 9 RUB}, by: sales}
                      own: {contest: {prize: 5 RUB}, by: sales, goal: target(sales)}
                      team: {contest: [7 RUB], by: sales, between: units}
                    tests:
                      - name: one
                        given: {sales: 200 RUB, target(sales): 200 RUB}
                        expect: {ladder: 3 RUB, pot: 9 RUB, own: 5 RUB, team: 7 RUB}
                """, Sales.table("2026-01-10 a 1"))
        let results = PlanTester(company.model).results()
        #expect(results.map(\.passed) == [true, true, true, true])
    }
}
