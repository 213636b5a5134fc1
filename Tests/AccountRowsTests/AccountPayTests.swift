import AccountRows
import Calculation
import Company
import Messages
import Periods
import Quantities
import Testing

/// A quarter's pay of an account manager by rows of key account work: promises 40 %, retention 40 %, days in norm 20 %.
struct AccountPayTests {
    static let plan = """
        metrics:
          promises_due: {unit: pieces, value: count(commitment where commitment.state != "void" and commitment.state != "renegotiated")}
          promises_kept:
            unit: percent
            value: sum(commitment.weight where commitment.confirmed_on is not empty and commitment.done_on <= commitment.due_on and commitment.state = "kept" and commitment.counts) / sum(commitment.weight where commitment.state != "void" and commitment.state != "renegotiated")
          promises_paid: {unit: percent, value: 'enough(promises_kept, promises_due, 5)'}
          in_norm: {unit: percent, value: sum(account_month.days_in_norm) / sum(account_month.days)}
          grr: {unit: percent, value: sum(account_month.retained) / sum(account_month.before)}
        plans:
          manager:
            for: {position: kam}
            period: quarter
            target: 120 000 RUB
            not_computable: redistribute
            components:
              care:
                scorecard:
                  - {kpi: promises_paid, weight: 40%, target: 95%, threshold: 80%}
                  - {kpi: grr, weight: 40%, target: 95%, threshold: 80%}
                  - {kpi: in_norm, weight: 20%, target: 90%, threshold: 80%}
              plan_goals: {goals: 30 000 RUB}
        """

    /// 59 days as key account from 3 May, called on 3 May and 14 June with a norm of 30: 31 + 17 = 48 days in norm.
    static let rows: [String: String?] = [
        "account.csv":
            "id,client,status,tier,from\n1,c1,key,B,2024-01-01\n2,c1,released,,2025-06-01\n3,c1,key,B,2026-05-03",
        "touch.csv": """
        id,at,client,contact,person,kind,direction,purpose,message,minutes,source
        t1,2026-05-03 11:00,c1,k1,anna,call,out,proactive,news,5,telephony
        t2,2026-06-14 12:00,c1,k1,anna,call,out,proactive,news,5,telephony
        """,
        // Retained: 110 of 120, 80 of 90.
        "sale.csv": """
        id,date,client,amount
        0,2025-01-10,c1,1000
        1,2025-04-10,c1,120000
        2,2025-05-10,c1,90000
        3,2026-04-10,c1,110000
        4,2026-05-11,c1,80000
        """,
        "goals.csv": """
        person,period,goal,weight,reached,assessor,evidence
        anna,2026-Q2,range,60%,100%,dina,sale 3
        anna,2026-Q2,schedule,40%,50%,dina,minutes of 2 June
        """,
        "plans.yaml": plan,
    ]

    /// Five promises of weight 1, 1, 1, 1, 2: three kept in time, one late, one open; by weight 3 of 6.
    static let five =
        RowFaultTests.head + """
            p1,2026-04-01,2026-04-10,c1,anna,,promise,1,One,,kept,2026-04-09,2026-04-10,sale 3,,,
            p2,2026-04-01,2026-04-20,c1,anna,,promise,1,Two,,kept,2026-04-20,2026-04-27,k1,t9,,
            p3,2026-04-01,2026-05-20,c1,anna,boris,internal,1,Three,,kept,2026-05-20,2026-05-21,boris,,,
            p4,2026-04-01,2026-05-25,c1,anna,,promise,1,Four,,kept,2026-05-26,2026-05-27,sale 4,,,
            p5,2026-04-01,2026-06-25,c1,anna,,promise,2,Five,,made,,,,,,
            """

    /// Kopecks by component; a component without value is not there.
    private func awards(_ commitments: String) async throws -> [String: Int128] {
        let model = try SmallBook.model(Self.rows.merging(["commitment.csv": commitments]) { $1 })
        let period = try #require(model.calendar.parse("2026-Q2"))
        let anna = try #require(model.people.number(of: "anna"))
        let run = Run(model, EventEngine(model))
        let lines = run.tasks(in: period.range).flatMap { run.lines($0) }
        let compiled = LiveRun(await LineEngine.computed(model, threads: 1), in: period.range).lines
        #expect(compiled == lines)
        var awards: [String: Int128] = [:]
        for line in lines where line.participation.person == anna && line.participation.period == period {
            let name = model.plans[line.plan].line(line.component).name
            if case .value(let money) = line.amount { awards[name] = Int128(money.minorUnits) }
        }
        return awards
    }

    @Test("Promises 50 % are below their threshold; 190 of 210 retained, 48 of 59 days in norm: 67 409.20")
    func belowTheThreshold() async throws {
        let awards = try await awards(Self.five)
        // Goals of 60 % reached in full and 40 % by half: 80 % of 30 000.
        #expect(awards == ["care": 67_409_20, "plan_goals": 24_000_00])
    }

    @Test("Four promises are too few to be paid by: their weight goes to the others, 112 348.67")
    func tooFew() async throws {
        let awards = try await awards(Self.five.split(separator: "\n").dropLast().joined(separator: "\n"))
        #expect(awards == ["care": 112_348_67, "plan_goals": 24_000_00])
    }
}
