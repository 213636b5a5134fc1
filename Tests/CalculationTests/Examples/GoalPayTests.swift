import Calculation
import Formulas
import Messages
import Periods
import Testing

/// Management by objectives: assessed goals with weights.
@Suite("Pay for personal goals")
struct GoalPayTests {
    private static let header = "person,period,goal,title,weight,reached,assessor,evidence,date\n"

    private func company(_ goals: String, _ extra: String = "", policy: String = "zero", assigned: String? = nil) throws
        -> TestCompany
    {
        var tables = ["goals.csv": Self.header + goals]
        if let assigned { tables["assignments.csv"] = "person,position,unit,from,until,share\n" + assigned }
        return try TestCompany(
            staff: "anna boss",
            Sales.paying(
                "{goals: 30 000 RUB\(extra)}", plan: "period: quarter\n    not_computable: \(policy)"), tables)
    }

    private let three = """
        anna,2026-Q1,crm,Clean the client base,50%,100%,boss,report 12,2026-04-02
        anna,2026-Q1,plan,Account plans,30%,80%,boss,six plans,2026-04-02
        anna,2026-Q1,train,Train a newcomer,20%,150%,boss,exam,

        """

    @Test("50 % × 100 % + 30 % × 80 % + 20 % × 150 % = 104 % of 30,000")
    func weighted() throws {
        #expect(try company(three).pay("anna", "pay", "2026-Q1") == "31 200.00")
    }

    @Test(
        "below the threshold counts 0, above the cap counts the cap, reaching either exactly counts",
        arguments: [
            // 50 + 24 + 24 %.
            (", cap: 120%", "29 400.00"),
            // 50 + 0 + 30 %: 80 % is below 81 %.
            (", threshold: 81%", "24 000.00"),
            (", threshold: 80%", "31 200.00"), (", cap: 150%", "31 200.00"),
            // 104 % lies above the last point.
            (", curve: {50%: 0%, 100%: 100%}", "30 000.00"),
            // 98 % reaches the step of 90 %.
            (", cap: 120%, steps: {90%: 50%, 100%: 100%}", "15 000.00"),
        ])
    func bounds(keys: String, expected: String) throws {
        #expect(try company(three, keys).pay("anna", "pay", "2026-Q1") == expected)
    }

    @Test(
        "a goal not yet assessed counts 0, gives its weight away, or leaves no figure, as the plan says",
        arguments: [
            // 50 % × 100 % = 50 %; (50 % × 100 % + 30 % × 60 %) ÷ 80 % = 85 %.
            ("zero", "20 400.00"), ("redistribute", "25 500.00"), ("exclude", "not-assessed"),
        ])
    func open(policy: String, expected: String) throws {
        let goals = """
            anna,2026-Q1,crm,Clean base,50%,100%,boss,report,
            anna,2026-Q1,plan,Plans,30%,60%,boss,plans,
            anna,2026-Q1,train,Train,20%,,boss,,

            """
        let company = try company(goals, policy: policy)
        #expect(try company.pay("anna", "pay", "2026-Q1") == expected)
        #expect(try company.remarks("anna", "pay", "2026-Q1").map(\.text.en) == ["Train: not yet assessed"])
    }

    @Test(
        "nothing assessed at all: nothing to give the weight to",
        arguments: [("zero", "0.00"), ("redistribute", "not-assessed"), ("exclude", "not-assessed")])
    func nothingAssessed(policy: String, expected: String) throws {
        let company = try company("anna,2026-Q1,crm,,100%,,,,\n", policy: policy)
        #expect(try company.pay("anna", "pay", "2026-Q1") == expected)
    }

    @Test("without goals for exactly that period there is no figure, and the reason says so")
    func noGoals() throws {
        let company = try company("anna,2026-01,crm,,100%,100%,boss,report,\n")
        let line = try #require(try company.lines("2026-Q1").first)
        #expect(line.amount.reason?.code == "no-goals")
        #expect(line.amount.reason?.text.en == "anna has no goals for 2026-Q1")
        let notes = DataNotes.notes(company.model)
        #expect(notes.map(\.code) == ["unpaid-goals"])
        #expect(notes.first?.message.en == "no plan pays these goals: anna 2026-01")
    }

    @Test("who came for the last 31 of 90 days at half time has the quarter's goals and 31/180 of the money")
    func partOfAPeriod() throws {
        let row = "anna,2026-Q1,crm,,100%,100%,boss,report,\n"
        let assigned = "anna,seller,sales,2026-03-01,,50%\nboss,seller,sales,2024-01-01,,\n"
        #expect(try company(row, assigned: assigned).pay("anna", "pay", "2026-Q1") == "5 166.67")
        #expect(
            try company(row, ", time_share: no", assigned: assigned).pay("anna", "pay", "2026-Q1") == "30 000.00")
    }

    @Test("a run over everything reaches the period of an assessed goal though nothing was sold in it")
    func withoutEvents() throws {
        let rows = "anna,2026-Q1,crm,,100%,100%,boss,report,\nanna,2026-Q3,crm,,100%,,,,\n"
        #expect(try company(rows).lines("all").map(\.participation.period.description) == ["2026-Q1", "2026-Q1"])
    }

    @Test("the explanation lists each goal with its weight, what was reached, who says so and by what")
    func explanation() throws {
        let tree = try #require(company(three, ", cap: 120%").explanations("anna", "2026-Q1").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-Q1 · seller · pay: 29 400.00 RUB",
                "├─ Clean the client base: 50 %",
                "│  ├─ reached: 100 %  [assessed by boss, 2026-04-02: report 12 (goals.csv:2)]",
                "│  └─ weight: 50 %",
                "├─ Account plans: 24 %",
                "│  ├─ reached: 80 %  [assessed by boss, 2026-04-02: six plans (goals.csv:3)]",
                "│  └─ weight: 30 %",
                "├─ Train a newcomer: 24 %",
                "│  ├─ reached: 150 %  [assessed by boss: exam (goals.csv:4)]",
                "│  ├─ counts as: 120 %  [above the cap of 120 %]",
                "│  └─ weight: 20 %",
                "├─ weighted attainment: 98 %",
                "└─ pay for everything in full: 30 000.00 RUB",
            ])
    }

    @Test("a plan's test knows no goals, so the component has no figure there")
    func planTest() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components: {pay: {goals: 5 RUB}, quick: {spot: 5 RUB}}
                    tests: [{name: one, given: {sales: 1 RUB}, expect: {pay: not computable, quick: 0 RUB}}]
                """, Sales.table("2026-01-10 anna 1"))
        #expect(PlanTester(company.model).results().map(\.passed) == [true, true])
    }
}
