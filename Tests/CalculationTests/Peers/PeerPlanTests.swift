import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

@Suite("Cases of peers as plans with their own tests")
struct PeerPlanTests {
    static let files = [
        "A1", "A2", "A3", "A4", "A7", "A7-average", "A8", "A9", "A10", "A11", "A14", "B2", "D1", "D3", "D4",
    ]

    @Test("every plan pays what its tests say", arguments: files)
    func plans(file: String) throws {
        for result in PlanTester(try PeerFiles.company("Plans/\(file).yaml")).results() {
            #expect(
                result.passed,
                "\(result.test): \(result.component) is \(result.actual), not \(result.expected?.description ?? "none")"
            )
        }
    }

    /// A test is named after its case: `A2-1`, `A7-r2: 200.5`, `A2-100 differs: the peer pays 210.00`.
    static func checks() throws -> [PeerCheck] {
        try files.flatMap { file in
            try PeerFiles.company("Plans/\(file).yaml").plans.flatMap(\.tests).map { test in
                let words = test.name.prefix { $0 != ":" }.split(separator: " ")
                let differs = words.last == "differs"
                return PeerCheck(
                    id: String(words[0]), differs: differs, source: file,
                    peer: differs ? [] : test.expected.compactMap(\.amount))
            }
        }
    }

    @Test("a plan's test may give what a figure is made of, through the figures between")
    func givenThroughFigures() throws {
        let text = """
            company: {name: Peers, currency: EUR}
            positions: {seller: Seller}
            metrics:
              amount: {unit: EUR, value: entered}
              fee: {unit: EUR, value: amount * 15%}
              tax: {unit: EUR, value: fee * 20%}
            plans:
              order:
                for: {position: seller}
                period: month
                components: {tax: {bonus: tax}}
                tests:
                  - {name: the amount, given: {amount: 10 000 EUR}, expect: {tax: 300.00 EUR}}
                  - {name: the fee, given: {fee: 100 EUR}, expect: {tax: 20.00 EUR}}
                  - {name: nothing, expect: {tax: not computable}}
            """
        let model = try PeerFiles.company([SourceFile(path: "company.yaml", bytes: Array(text.utf8))])
        #expect(PlanTester(model).results().map(\.passed) == [true, true, true])
    }

    @Test("weights that total 99 % are refused: D1-8")
    func refusedWeights() {
        let text = """
            company: {name: Peers, currency: EUR}
            positions: {seller: Seller}
            metrics:
              delivery: {unit: percent, value: entered}
              quality: {unit: percent, value: entered}
            plans:
              scorecard:
                for: {position: seller}
                period: month
                target: 100 EUR
                components:
                  score: {scorecard: [{kpi: delivery, weight: 60%, target: 100%}, {kpi: quality, weight: 39%, target: 100%}]}
            """
        let (model, diagnostics) = CompanyReader.read([SourceFile(path: "company.yaml", bytes: Array(text.utf8))])
        #expect(model == nil)
        #expect(diagnostics.map(\.message.en) == ["the weights total 99 %, not 100 %"])
    }

    static let refused = [PeerCheck(id: "D1-8", differs: false, source: "refusedWeights")]
}
