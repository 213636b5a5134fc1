import Company
import Formulas
import Messages
import Testing

@testable import Calculation

/// What holds for every kind of award, whichever there are: a new one does not compile without a component here.
@Suite("Every kind of award")
struct AwardKindTests {
    private static func component(_ key: AwardKey) -> String {
        switch key {
        case .scorecard: "{scorecard: [{kpi: sales, weight: 100%, target: 100 RUB}], target: 50 RUB}"
        case .commission: "{commission: sales, rate: 10%}"
        case .bonus: "{bonus: sales * 10%}"
        case .pool: "{pool: sales * 10%, weights: sales, group: plan, nobody: cancel}"
        case .contest: "{contest: [5 RUB], by: sales}"
        case .goals: "{goals: sales * 10%}"
        case .spot: "{spot: sales * 10%}"
        case .milestones: "{milestones: {50 RUB: 5 RUB}, of: sales}"
        case .matrix: "{matrix: {columns: [0 RUB], 0 RUB: [10 RUB]}, rows: sales, columns: sales}"
        }
    }

    private func company(_ key: AwardKey) throws -> TestCompany {
        try TestCompany(
            staff: "anna boris", Sales.paying(Self.component(key)),
            Sales.table("2026-01-14 anna 100", "2026-02-14 boris 50").merging([
                "goals.csv": """
                person,period,goal,weight,reached,assessor,evidence
                anna,2026-01,g,100%,50%,boris,seen

                """,
                "spot.csv": "id,person,given,amount,author,reason\n1,anna,2026-01-20 12:00,5,boris,help\n",
            ]) { $1 })
    }

    @Test("is read by its own word", arguments: AwardKey.allCases)
    func word(key: AwardKey) throws {
        let kind = try company(key).model.plans[0].components[0].kind
        #expect("\(kind)".hasPrefix("\(key.rawValue)("))
    }

    @Test("is shared by its rule when its definition says that it is, and only then", arguments: AwardKey.allCases)
    func shared(key: AwardKey) throws {
        let component = try company(key).model.plans[0].components[0]
        switch component.kind.rule {
        case .personal: #expect(!component.isShared)
        case .shared: #expect(component.isShared)
        }
    }

    @Test("names what it asks for, so that a target or a figure in it is found", arguments: AwardKey.allCases)
    func asks(key: AwardKey) throws {
        let company = try company(key)
        let reach = FormulaReach(company.model.plans[0], nil, company.model)
        #expect(reach.uses.contains { if case .events = $0.figure { true } else { false } })
        #expect(PayReach(company.model).lines.contains { !$0.asked.figures.isEmpty || !$0.asked.metrics.isEmpty })
    }

    @Test("pays the same in every way of calculating it, two people and three months", arguments: AwardKey.allCases)
    func ways(key: AwardKey) async throws {
        let company = try company(key)
        for month in ["2026-01", "2026-02", "2026-03"] {
            #expect(try await company.payInAllWays(month).count == 2)
        }
    }

    @Test("pays by the rows of its table, and of no other", arguments: AwardTable.allCases)
    func tables(table: AwardTable) throws {
        let paying = try AwardKey.allCases.filter { key in
            try company(key).model.plans[0].components[0].pays(by: table)
        }
        switch table {
        case .goals: #expect(paying == [.goals])
        case .spot: #expect(paying == [.spot])
        }
    }

    @Test("rows that no plan pays are named", arguments: AwardTable.allCases)
    func unpaid(table: AwardTable) throws {
        let codes = DataNotes.notes(try company(.bonus).model).map(\.code)
        #expect(codes.contains("unpaid-\(table == .spot ? "rewards" : "goals")"))
    }
}
