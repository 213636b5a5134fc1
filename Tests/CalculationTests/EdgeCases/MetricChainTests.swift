import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// Towers of metrics, as high and as heavy as `check` lets them be, are calculated in every way in a moment.
@Suite("Metrics that stand on metrics many times over")
struct MetricChainTests {
    private static func company(_ count: Int, _ formula: (String) -> String) throws -> TestCompany {
        let chain = (1...count).map {
            "  a\($0): {unit: RUB, value: '\(formula($0 == 1 ? "sales" : "a\($0 - 1)"))'}\n"
        }
        return try TestCompany(
            staff: "anna",
            Sales.kind + chain.joined() + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components:
                      pay: {commission: a\(count), rate: 10%}
                      whole: {commission: company(a\(count)), rate: 1%}
                      late: {commission: 'otherwise(previous(a\(count)), a\(count))', rate: 1%, when: a\(count) > 0 RUB}
                reports: {r: {plan: seller, columns: {top: a\(count)}}}
                """,
            Sales.table("2026-01-14 anna 1000"))
    }

    @Test(
        "the reference, columns, live changes and the explanation",
        arguments: [
            // 1 000 doubled twelve times is 4 096 000; a tenth of it.
            (12, "# + #", "409 600.00"),
            // Ten times 900 roubles more: 10 000.
            (10, "#" + String(repeating: " + 1 RUB", count: 900), "1 000.00"),
            // 198 roubles more.
            (198, "# + 1 RUB", "119.80"),
            // Turned round an even number of times.
            (14, String(repeating: "-(", count: 40) + "#" + String(repeating: ")", count: 40), "100.00"),
            // Twice the largest of it and of nothing less: doubled six times is 64 000.
            (6, "max(#, 0 RUB) + otherwise(#, 0 RUB)", "6 400.00"),
            (11, "if # > 0 RUB then # else 0 RUB", "100.00"),
        ])
    func towers(count: Int, formula: String, paid: String) async throws {
        let company = try Self.company(count) { formula.replacing("#", with: $0) }
        #expect(try company.pay("anna", "pay", "2026-01") == paid)
        let lines = await LineEngine.computed(company.model, threads: 1)
        let task = Run.Task(plan: 0, period: try company.period("2026-01"))
        #expect(Run(company.model, lines).lines(task) == company.run.lines(task))

        let live = LiveRun(lines, report: company.model.reports[0])
        var version = try #require(live.version(0, row: 0))
        version.values[2] *= 2
        try live.apply(EventChange(event: 0, row: 0, version: version))
        let changed = company.model.changed(by: live.changes)
        let again = Run(changed, EventEngine(changed))
        #expect(live.lines == again.tasks(in: .always).flatMap { again.lines($0) })

        let explanation = AwardExplainer(company.model, company.engine).metric(
            try #require(company.model.metric(named: "a\(count)")), of: .person(0), in: task.period)
        #expect(explanation.lines(in: .en).joined().contains("sale 1"))
    }

    @Test(
        "the explanation needs no deep stack: half a megabyte is enough for 198 metrics on top of each other",
        arguments: ["# + 1 RUB", "otherwise(#, 0 RUB)", "if # > 0 RUB then # else 0 RUB"])
    func explainedOnSmallStack(formula: String) throws {
        // Named twice, a metric doubles what is to be calculated, so that few levels are as many as may be.
        let count = formula.hasPrefix("if") ? 11 : 198
        let company = try Self.company(count) { formula.replacing("#", with: $0) }
        let (model, range) = (company.model, try company.period("2026-01").range)
        let lines = try onSmallStack {
            AwardExplainer(model, EventEngine(model)).awards(of: 0, in: range, component: "pay")
                .flatMap { $0.lines(in: .en) }
        }
        let found = try #require(lines)
        #expect(found.count { $0.contains("a1: ") } >= 1)
        #expect(found.contains { $0.contains("sale 1") })
    }

    @Test("a metric that several are made of comes before all of them")
    func order() throws {
        // a3 is made of a1 and a2, and a2 of a1: whichever is named first, a1 is computed first.
        let chain = (3...90).map { "  b\($0): {unit: RUB, value: b\($0 - 1) + 1 RUB}\n" }.joined()
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + "  b1: {unit: RUB, value: sales + 1 RUB}\n  b2: {unit: RUB, value: b1 * 2}\n" + chain
                + "  top: {unit: RUB, value: b1 + b2 + b90}\n  other: {unit: RUB, value: b90 + b2 + b1}\n",
            Sales.table("2026-01-14 anna 1000"))
        let facts = MetricFacts(company.model)
        for name in ["top", "other"] {
            let number = try #require(company.model.metric(named: name))
            let order = try #require(facts.below[number]).map { company.model.metrics[$0].name }
            #expect(order == ["sales"] + (1...90).map { "b\($0)" })
        }
    }
}
