import Company
import Formulas
import Messages
import Periods
import Testing

@Suite("Goals are weighed to 100 % and assessed by another")
struct GoalFaultTests {
    private func said(_ rows: String, _ language: Language = .en) -> String {
        CompanyTests.said(
            ["goals.csv": "person,period,goal,title,weight,reached,assessor,evidence,date\n" + rows], language)
    }

    @Test("weights of one person and period that do not total 100 %")
    func weights() {
        let rows = """
            anna,2026-Q1,crm,,60%,,,,
            boris,2026-Q1,crm,,100%,,,,
            anna,2026-Q1,plan,,30%,,,,
            anna,2026-Q2,plan,,100%,,,,
            """
        #expect(
            said(rows) == """
                goals.csv:4: error: the goals of 'anna' for 2026-Q1 weigh 90 %, not 100 %
                    4 | anna,2026-Q1,plan,,30%,,,,
                   help: the weights of a person's goals for a period must total exactly 100 %
                """)
        #expect(
            said(rows, .ru) == """
                goals.csv:4: ошибка: веса целей «anna» за 2026-Q1 дают 90 %, а не 100 %
                    4 | anna,2026-Q1,plan,,30%,,,,
                   совет: веса целей сотрудника за период должны давать ровно 100 %
                """)
    }

    @Test("an assessment without assessor or evidence")
    func withoutAssessor() {
        #expect(
            said("anna,2026-Q1,crm,,100%,80%,,report,") == """
                goals.csv:2: error: 'reached' is filled in, but 'assessor' is not
                    2 | anna,2026-Q1,crm,,100%,80%,,report,
                   help: say who assessed it and by what; leave 'reached' empty until then
                """)
        #expect(
            said("anna,2026-Q1,crm,,100%,80%,boris,,") == """
                goals.csv:2: error: 'reached' is filled in, but 'evidence' is not
                    2 | anna,2026-Q1,crm,,100%,80%,boris,,
                   help: say who assessed it and by what; leave 'reached' empty until then
                """)
    }

    @Test("nobody assesses himself; an unknown assessor; below 0 %")
    func assessor() {
        #expect(
            said("anna,2026-Q1,crm,,100%,80%,anna,report,") == """
                goals.csv:2: error: nobody assesses his own goals
                    2 | anna,2026-Q1,crm,,100%,80%,anna,report,
                   help: name another person as 'assessor'
                """)
        #expect(
            said("anna,2026-Q1,crm,,100%,80%,bors,report,") == """
                goals.csv:2:28: error: there is no person 'bors'
                    2 | anna,2026-Q1,crm,,100%,80%,bors,report,
                      |                            ^~~~
                   help: did you mean 'boris'?
                """)
        #expect(
            said("anna,2026-Q1,crm,,100%,-80%,boris,report,") == """
                goals.csv:2: error: a goal cannot be reached below 0 %
                    2 | anna,2026-Q1,crm,,100%,-80%,boris,report,
                   help: 0 % is nothing reached
                """)
    }

    @Test("one goal twice, a period that is none, a weight of nothing")
    func rows() {
        #expect(
            said("anna,2026-Q1,crm,,50%,,,,\nanna,2026-Q1,crm,,50%,,,,") == """
                goals.csv:3: error: the goal 'crm' of this person and period is there already, at goals.csv:2
                    3 | anna,2026-Q1,crm,,50%,,,,
                   help: keep one of them
                """)
        #expect(
            said("anna,2026-Q5,crm,,100%,,,,") == """
                goals.csv:2:6: error: there is no period '2026-Q5'
                    2 | anna,2026-Q5,crm,,100%,,,,
                      |      ^~~~~~~
                   help: write 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 or 2026-01-31
                """)
        #expect(
            said("anna,2026-Q1,crm,,0%,,,,") == """
                goals.csv:2: error: a weight must be above 0 %
                    2 | anna,2026-Q1,crm,,0%,,,,
                   help: drop what weighs nothing
                """)
    }

    @Test("a row at fault keeps the sum of its own list alone from being judged")
    func otherLists() {
        let rows = "anna,2026-Q1,crm,,0%,,,,\nanna,2026-Q1,plan,,50%,,,,\nboris,2026-Q1,plan,,50%,,,,"
        #expect(said(rows).contains("goals.csv:4: error: the goals of 'boris' for 2026-Q1 weigh 50 %, not 100 %"))
        #expect(!said(rows).contains("the goals of 'anna'"))
    }

    @Test("a reached 80 that was meant as 80 % is a warning")
    func largePercentage() {
        #expect(said("anna,2026-Q1,crm,,100%,80,boris,report,").contains("warning: 'reached' is 8000 % here"))
    }

    @Test("the table may have another name and need not have the columns that may be empty")
    func renamed() throws {
        let (model, diagnostics) = CompanyReader.read(
            SmallCompany.changed(by: [
                "tables.yaml": "tables: {mbo.csv: {reads: goals}}",
                "mbo.csv": "person,period,goal,weight\nanna,2026-Q1,plan,40%\nanna,2026-Q1,crm,60%",
            ]))
        #expect(diagnostics.isEmpty)
        let company = try #require(model)
        let period = try #require(company.calendar.parse("2026-Q1"))
        #expect(company.awardRows.goals.goals(of: 0, in: period).map(\.id) == ["crm", "plan"])
        #expect(company.awardRows.goals.goals(of: 1, in: period).isEmpty)
    }

    @Test("goals with a curve and steps at once")
    func curveAndSteps() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components: {mbo: {goals: 5 RUB, curve: {80%: 50%}, steps: {80%: 50%}}}
            """
        ]
        #expect(CompanyTests.said(files).contains("error: goals have either 'curve' or 'steps'"))
        #expect(CompanyTests.said(files, .ru).contains("ошибка: у целей бывает или «curve», или «steps»"))
    }

    @Test("a payout curve of goals that falls is a warning, like a scorecard's")
    func fallingCurve() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components: {mbo: {goals: 5 RUB, curve: {80%: 100%, 100%: 50%}}}
            """
        ]
        #expect(CompanyTests.said(files).contains("warning: the payout falls as attainment rises"))
    }
}
