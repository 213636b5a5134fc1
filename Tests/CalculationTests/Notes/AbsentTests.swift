import Calculation
import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("Whatever can change pay and is absent is named")
struct AbsentTests {
    /// A seller paid 10 % of his sales in January 2026, who begins on the 15th, and one who is there always.
    private static let files: [String: String] = [
        "company.yaml": """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller, office: {title: Office, plan: none}}
        units: {u: Unit}
        records: {assignment: {fields: {target_bonus: money?}}}
        events:
          sale:
            fields: {date: day, seller: person, amount: money, cost: money?, kind: text?}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              fee: {commission: sales, rate: 10%}
        """,
        "people.csv": "id,name\nanna,Anna\nboris,Boris\ndina,Dina\n",
        "assignments.csv": """
        person,position,unit,from,until,target_bonus
        anna,seller,u,2025-01-01,,1000
        boris,seller,u,2026-01-15,,1000
        dina,office,u,2025-01-01,,

        """,
        "sale.csv": """
        id,date,seller,amount,cost
        1,2026-01-10,anna,100,60
        2,2026-01-20,boris,200,90

        """,
    ]

    private func notes(_ changes: [String: String], _ language: Language = .en) throws -> [String] {
        let company = try TestCompany(files: Self.files.merging(changes) { $1 })
        return DataNotes.notes(company.model).map { note in
            let place = note.place.map { "\($0.address): " } ?? ""
            return "\(place)\(note.severity.rawValue): \(note.message[language])"
        }
    }

    private func plan(_ components: String, _ more: String = "") -> [String: String] {
        let old = Self.files["company.yaml"] ?? ""
        let head = old.components(separatedBy: "plans:")[0]
        return [
            "company.yaml": """
            \(head)\(more)
            plans:
              seller:
                for: {position: seller}
                period: month
                target: person.target_bonus
                components:
                  \(components)
            """
        ]
    }

    @Test("a company with everything in its place has no notes")
    func complete() throws {
        #expect(try notes([:]).isEmpty)
    }

    // MARK: Events outside pay

    /// 10 % of 420 would be 42.00; on 5 January Boris is nobody's seller, so he has 10 % of 200 = 20.00.
    @Test("a sale before its seller's assignment pays nobody")
    func before() throws {
        let sales =
            "id,date,seller,amount,cost\n1,2026-01-10,anna,100,60\n2,2026-01-20,boris,200,90\n3,2026-01-05,boris,420,1\n"
        #expect(
            try notes(["sale.csv": sales]) == [
                "sale.csv:4: warning: 1 sale, 420.00 RUB, is credited to boris on 2026-01-05, before his assignment (from 2026-01-15)"
            ])
        #expect(
            try notes(["sale.csv": sales], .ru) == [
                "sale.csv:4: warning: 1 событие «sale», 420,00\u{A0}RUB, засчитано: boris, 05.01.2026, до назначения (с 15.01.2026)"
            ])
        let company = try TestCompany(files: Self.files.merging(["sale.csv": sales]) { $1 })
        #expect(try company.pay("boris", "fee", "2026-01") == "20.00")
    }

    @Test("two sales of two people: one warning, 420 + 5 = 425")
    func several() throws {
        let sales =
            "id,date,seller,amount,cost\n1,2024-12-31,anna,5,1\n2,2026-01-20,boris,200,90\n3,2026-01-05,boris,420,1\n"
        #expect(
            try notes(["sale.csv": sales]) == [
                "sale.csv:2: warning: 2 'sale', 425.00 RUB, are credited to 2 people on days for which no plan pays them; the first to anna on 2024-12-31, before his assignment (from 2025-01-01)"
            ])
    }

    @Test(
        "after the assignment, between two, without any, before and after the plan",
        arguments: [
            ("boris,seller,u,2026-01-15,2026-01-20,1", "boris on 2026-01-20, after his assignment (until 2026-01-20)"),
            (
                "boris,seller,u,2026-01-15,2026-01-20,1\nboris,seller,u,2026-01-21,,1",
                "boris on 2026-01-20, between his assignments (until 2026-01-20, from 2026-01-21)"
            ),
            ("dina,seller,u,2026-01-01,,1", "boris on 2026-01-20, without any assignment"),
        ])
    func other(assignments: String, expected: String) throws {
        let found = try notes([
            "assignments.csv":
                "person,position,unit,from,until,target_bonus\nanna,seller,u,2025-01-01,,1\n\(assignments)\n"
        ]).filter { $0.contains("credited") }
        #expect(found == ["sale.csv:3: warning: 1 sale, 200.00 RUB, is credited to \(expected)"])
    }

    @Test("a plan that has ended: the sale of the 20th is outside, that of the 10th is not")
    func plan() throws {
        let text = (Self.files["company.yaml"] ?? "").replacing(
            "period: month", with: "valid: {from: 2025-01-01, until: 2026-01-15}\n    period: month")
        #expect(
            try notes(["company.yaml": text]).contains(
                "sale.csv:3: warning: 1 sale, 200.00 RUB, is credited to boris on 2026-01-20, after the plan 'seller' (until 2026-01-15)"
            ))
    }

    @Test("people whom no plan is meant to pay, and sales that no figure counts, are no reason to wonder")
    func meant() throws {
        let sales =
            "id,date,seller,amount,cost,kind\n1,2026-01-10,dina,100,60,\n2,2026-01-05,boris,200,90,sample\n3,2026-01-20,boris,1,1,\n"
        let text = (Self.files["company.yaml"] ?? "").replacing(
            "sum(sale.amount)", with: "sum(sale.amount where sale.kind != \"sample\")")
        #expect(try notes(["sale.csv": sales, "company.yaml": text]).isEmpty)
    }

    /// Boris leaves on 1 February. His sale of 20 January is paid for; it falls due, and is paid, on 20 February.
    @Test(
        "a sale that comes to pay by its own day is not lost because a KPI counts it on a later one; a commission is",
        arguments: [
            ("fee: {commission: sales, rate: 10%}\n      kpi: {bonus: 'if due > 0 RUB then 5 RUB else 0 RUB'}", 0),
            ("kpi: {bonus: 'if due > 0 RUB then 5 RUB else 0 RUB'}", 1),
            ("fee: {commission: sales, rate: 10%}\n      late: {commission: due, rate: 1%}", 1),
        ])
    func byAnotherDay(components: String, count: Int) throws {
        var changes = plan(components)
        changes["company.yaml"] = changes["company.yaml"]?
            .replacing("kind: text?", with: "due_on: day?")
            .replacing("metrics:", with: "metrics:\n  due: {unit: RUB, value: sum(sale.amount), date: sale.due_on}")
        changes["assignments.csv"] =
            "person,position,unit,from,until,target_bonus\nanna,seller,u,2025-01-01,,1\nboris,seller,u,2026-01-15,2026-02-01,1\n"
        changes["sale.csv"] =
            "id,date,seller,amount,cost,due_on\n1,2026-01-10,anna,100,60,2026-02-10\n2,2026-01-20,boris,200,90,2026-02-20\n"
        let found = try notes(changes).filter { $0.contains("credited to boris on 2026-02-20, after his assignment") }
        #expect(found.count == count)
    }

    // MARK: Targets

    private static let bonus =
        "bonus: {scorecard: [{kpi: sales, weight: 100%, target: target(sales)}]}"

    @Test("targets of several groups of one metric are named in one order, whatever the order of a set")
    func targetsOfGroups() throws {
        let said = try notes(
            plan("bonus: {bonus: target(sales) + unit(target(sales)) + company(target(sales)) + rollup(target(sales))}")
        )
        let asked = said.compactMap { $0.firstMatch(of: /asks for (.+\)), and no/).map { String($0.1) } }
        #expect(
            asked == ["target(sales)", "company(target(sales))", "rollup(target(sales))", "unit(target(sales))"])
    }

    @Test("no target at all: one line that says how to write one")
    func noTargets() throws {
        let company = try TestCompany(files: Self.files.merging(plan(Self.bonus)) { $1 })
        let found = DataNotes.notes(company.model)
        #expect(found.map(\.code) == ["no-targets"])
        #expect(
            found.first?.message.en
                == "'seller' asks for target(sales), and no target of 'sales' is entered for anybody")
        #expect(
            found.first?.remedy?.en
                == "write it in targets.csv: a first line 'metric,subject,period,value', then for instance 'sales,anna,2026-01,…'"
        )
    }

    @Test("who has none, for when, and whether others have")
    func missingTargets() throws {
        let sales = "id,date,seller,amount,cost\n1,2026-01-20,anna,100,60\n2,2026-02-20,boris,200,90\n"
        var changes = plan(Self.bonus)
        changes["sale.csv"] = sales
        changes["targets.csv"] =
            "metric,subject,period,value\nsales,anna,2026-01,100\nsales,boris,2026-01,100\nsales,anna,2026-02,100\n"
        #expect(
            try notes(changes) == [
                "company.yaml:18:7: warning: 'seller' asks for target(sales); boris has none for 2026-02 (others have)"
            ])
        #expect(
            try notes(changes, .ru) == [
                "company.yaml:18:7: warning: «seller» спрашивает target(sales); у boris его нет за 2026-02 (у других есть)"
            ])
        changes["targets.csv"] = "metric,subject,period,value\nsales,anna,2026-01,100\nsales,boris,2026-01,100\n"
        #expect(
            try notes(changes) == [
                "company.yaml:18:7: warning: 'seller' asks for target(sales); anna has none for 2026-02; boris has none for 2026-02 (nobody has)"
            ])
    }

    @Test("a target that something stands in for, and the company's own for everybody, are not missing")
    func enoughTargets() throws {
        #expect(
            try notes(
                plan(
                    "fee: {commission: sales, tiers: {overage: {0%: 1%}, target: \"otherwise(target(sales), 100 RUB)\"}}"
                )
            )
            .isEmpty)
        var changes = plan(Self.bonus)
        changes["targets.csv"] = "metric,subject,period,value\nsales,,2026-01,100\n"
        #expect(try notes(changes).isEmpty)
    }

    @Test("a month's target written as its first day: both readings are named; days that fill the month are fine")
    func loneDays() throws {
        var changes = plan(Self.bonus)
        changes["targets.csv"] = "metric,subject,period,value\nsales,anna,2026-01-01,100\nsales,boris,2026-01-01,100\n"
        let company = try TestCompany(files: Self.files.merging(changes) { $1 })
        let found = try #require(DataNotes.notes(company.model).first)
        #expect(
            found.rendered(in: .en) == """
                targets.csv:2: warning: 2 targets are for single days, the first for 2026-01-01, and no plan has days
                   help: if the month is meant, write 2026-01; if the day is, every day of a week or month needs its own
                """)
        let days = (1...31).map { "sales,anna,2026-01-\($0 < 10 ? "0" : "")\($0),1" }
        changes["targets.csv"] = "metric,subject,period,value\n\(days.joined(separator: "\n"))\n"
        #expect(!(try notes(changes)).contains { $0.contains("single days") })
    }

    // MARK: Columns and fields

    /// sum(amount − cost) counts no sale without a cost, so the margin is 0 % whatever was sold.
    @Test("an optional column that nobody filled, and what rests on it")
    func emptyColumn() throws {
        var changes = plan(
            "bonus: {scorecard: [{kpi: margin, weight: 100%, target: 25%}]}",
            "  margin: {unit: percent, value: sum(sale.amount - sale.cost) / sales}")
        changes["sale.csv"] = "id,date,seller,amount\n1,2026-01-10,anna,100\n2,2026-01-20,boris,200\n"
        #expect(
            try notes(changes) == [
                "sale.csv: warning: 'cost' is absent or empty in all rows of 'sale' (2); 'margin', and through it 'bonus' of 'seller' is computed from it"
            ])
        #expect(
            try notes(changes, .ru) == [
                "sale.csv: warning: колонки «cost» нет, или она пуста во всех строках «sale» (2); по ней считается «margin», а через него «bonus» у «seller»"
            ])
        changes["sale.csv"] = "id,date,seller,amount,cost\n1,2026-01-10,anna,100,\n2,2026-01-20,boris,200,1\n"
        #expect(try notes(changes).isEmpty)
    }

    @Test("a filter rests on its column too; a column that no pay rests on may be empty")
    func emptyFilter() throws {
        let filtered = (Self.files["company.yaml"] ?? "").replacing(
            "sum(sale.amount)", with: "sum(sale.amount where sale.kind = \"order\")")
        #expect(
            try notes(["company.yaml": filtered]) == [
                "sale.csv: warning: 'kind' is absent or empty in all rows of 'sale' (2); 'sales', and through it 'fee' of 'seller' is computed from it"
            ])
        #expect(try notes(["sale.csv": "id,date,seller,amount\n1,2026-01-20,anna,100\n"]).isEmpty)
    }

    @Test("a personal field that pay takes is empty for one person")
    func emptyField() throws {
        var changes = plan("bonus: {bonus: person.target_bonus}")
        changes["assignments.csv"] =
            "person,position,unit,from,target_bonus\nanna,seller,u,2025-01-01,1000\nboris,seller,u,2026-01-15,\n"
        #expect(
            try notes(changes).filter { $0.contains("takes") } == [
                "company.yaml:18:7: warning: 'seller: bonus' takes person.target_bonus, which is empty for boris (others have it)"
            ])
        changes = plan("bonus: {bonus: \"otherwise(person.target_bonus, 0 RUB)\"}")
        changes["assignments.csv"] = "person,position,unit,from\nanna,seller,u,2025-01-01\nboris,seller,u,2026-01-15\n"
        #expect(!(try notes(changes)).contains { $0.contains("takes") })
    }

    // MARK: Far events

    @Test("a sale of 2062 among sales of 2026 lies 36 years after all others")
    func farEvent() throws {
        let sales =
            "id,date,seller,amount,cost\n1,2026-01-10,anna,100,60\n2,2026-01-20,boris,200,90\n3,2062-01-20,anna,300,90\n"
        #expect(
            try notes(["sale.csv": sales]) == [
                "sale.csv:4: warning: 'sale 3' is on 2062-01-20 (date), 36 years after all others"
            ])
        #expect(
            try notes(["sale.csv": sales.replacing("2062", with: "0026")], .ru).first
                == "sale.csv:4: warning: «sale 3» стоит на 20.01.0026 (date) — на 2000 лет раньше остальных")
        #expect(!(try notes(["sale.csv": sales.replacing("2062", with: "2030")])).contains { $0.contains("years") })
    }
}
