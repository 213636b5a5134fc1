import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// A company with most of the language in it, changed by chance: what `check` lets through is calculated by the reference, in
/// columns and live, the same everywhere, and explained. The long form of this is `scripts/mutate`.
@Suite("Property: companies changed by chance are calculated")
struct MutatedCompanyTests {
    private static let files = [
        "company.yaml": """
        company: {name: Mutants, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {all: {title: All}, north: {title: North, parent: all}}
        records: {assignment: {fields: {salary: money?}}}
        parameters:
          fee: [{from: 2025-01-01, value: 5%}, {from: 2026-03-01, value: 4%}]
        events:
          sale:
            fields: {date: day, seller: person, client: text?, amount: money, cost: money?, paid_on: day?}
            credit: split(share, sale.seller)
            computed: {margin: 'sale.amount - otherwise(sale.cost, 0 RUB)', part: 'round_half_even(sale.amount * share, 2)'}
        splits: {share: {of: sale}}
        rate_tables: {rates: {by: {client: sale.client}, rate: percent, otherwise: 1%}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          margin: {unit: RUB, value: 'sum(sale.margin where sale.client != "sample")'}
          deals: {unit: pieces, value: count(sale)}
          clients: {unit: pieces, value: distinct(sale.client)}
          middle: {unit: RUB, value: median(sale.amount)}
          mean: {unit: RUB, value: average(sale.amount)}
          late: {unit: RUB, value: 'trailing(sales, 3) - previous(sales)'}
          points: {unit: RUB, value: entered}
          score: {unit: percent, value: 'clamp(round(sales / target(sales), 4), 0%, 150%)'}
        plans:
          seller:
            for: {position: seller}
            period: month
            target: person.salary
            components:
              fee: {commission: sales, rate: fee, cap: 90 000 RUB}
              tiers: {commission: sales, tiers: {marginal: {0 RUB: 1%, 1 000 RUB: 2%}, over: quarter}}
              each: {commission: sales, each: event, rates: rates, tiers: {marginal: {0%: 50%, 80%: 100%}, target: target(sales)}}
              card: {scorecard: [{kpi: score, weight: 70%, target: 100%, cap: 150%}, {kpi: clients, weight: 30%, target: 2 pcs}]}
              held: {bonus: 'round(1% * margin, -1)'}
              if_late: {bonus: 'if late > 0 RUB then 10 RUB else 0 RUB', when: deals > 0 pcs}
              pool: {pool: 'company(sales) * 1%', weights: 'otherwise(score, 0%)', group: plan, nobody: cancel}
              race: {contest: [300 RUB, 100 RUB], by: sales, minimum: deals >= 1 pcs}
              steady: {bonus: 'otherwise(middle - mean, 0 RUB) + otherwise(points, 0 RUB) * 1%'}
          head:
            for: {position: head}
            period: quarter
            components:
              overlay: {commission: 'rollup(sales) - sales', rate: 0.5%}
              unit: {commission: unit(margin), rate: 0.1%, gate: company(sales) > 100 RUB}

        """,
        "people.csv": "id,name\nanna,Анна\nboris,Boris\nvera,Vera\n",
        "assignments.csv": """
        person,position,unit,from,until,manager,share,salary
        anna,seller,north,2025-01-01,,vera,100%,50000
        boris,seller,north,2026-01-10,,vera,50%,40000.50
        vera,head,all,2025-01-01,,,,70000

        """,
        "sale.csv": """
        id,date,seller,client,amount,cost,paid_on
        1,2026-01-11,anna,a,377.15,100,
        2,2026-01-12,boris,b,754.25,,2026-05-01
        3,2026-01-13,anna,sample,1131.35,300,
        4,2026-02-14,anna,,1508.45,,
        5,2026-02-15,boris,a,-20.05,-4,2026-02-20
        6,2026-03-16,anna,b,99999.99,50,

        """,
        "share.csv": "sale,person,share\n3,anna,40%\n3,boris,60%\n",
        "rates.csv": "client,rate\na,3%\nb,2.5%\n",
        "targets.csv": "metric,subject,period,value\nsales,anna,2026-01,3000\nsales,boris,2026-Q1,5000\n",
        "entered.csv": "metric,subject,period,value,author\npoints,anna,2026-01,77.5,vera\n",
    ]

    private static let numbers = [
        "0", "-1", "0.000000001", "9223372036854775807", "-9223372036854775807", "92233720368547758.07", "1.005",
        "100000000000",
        "17014118346046923173168", "-0.5", "", "12.345678901",
    ]
    private static let days = [
        "0026-01-31", "1900-02-28", "2062-01-01", "9999-12-31", "2026-01-01", "2026-03-31", "2025-06-15",
    ]
    private static let functions = [
        "abs(#)", "-(#)", "round(#, -2)", "round(#, 17)", "floor(#)", "min(#, -(#))", "clamp(#, 0 RUB, #)",
        "otherwise(#, 5 RUB)",
        "ytd(#)", "trailing(#, 12)", "previous(#, 3)", "year_ago(#)", "todate(#)", "growth(#)", "company(#)",
        "rollup(#)", "unit(#)",
        "(#) + (#)", "(#) * 9999999999", "(#) / 3", "(#) / 0", "if # > 0 RUB then # else -(#)",
        "unit(company(rollup(#)))",
        "growth(previous(ytd(#)))",
    ]

    /// One change of one file; the same for the same random numbers.
    private static func change(_ files: inout [String: String], _ random: inout SplitMix64) {
        switch random.integer(0...9) {
        case 0, 1, 2:
            replace(
                #/[0-9]+(\.[0-9]+)?/#, in: random.pick(["sale.csv", "entered.csv", "targets.csv"]), random.pick(numbers)
            )
        case 3:
            replace(
                #/-?[0-9]+(\.[0-9]+)?(?=%)/#, in: random.pick(["company.yaml", "rates.csv", "share.csv"]),
                random.pick(["-5", "0", "101", "1e9", "0.000001", "99999999"]))
        case 4:
            replace(
                #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#, in: random.pick(["sale.csv", "assignments.csv"]), random.pick(days))
        case 5, 6, 7:
            // A formula inside a function, once or several times.
            let metric = random.pick([
                "sum(sale.amount)", "average(sale.amount)", "median(sale.amount)", "trailing(sales, 3)", "1% * margin",
                "rollup(sales) - sales",
            ])
            var formula = metric
            for _ in 0...random.integer(0...2) { formula = random.pick(functions).replacing("#", with: formula) }
            guard formula.count < 15_000 else { return }
            files["company.yaml"] = files["company.yaml"]?.replacing("value: \(metric)", with: "value: '\(formula)'")
                .replacing("'\(metric)", with: "'\(formula)")
        case 8:
            let rows = (files["sale.csv"] ?? "").split(separator: "\n")
            let row = random.pick(Array(rows.dropFirst()))
            let more = (100...(100 + random.integer(1...150))).map { "\($0)" + row.drop { $0 != "," } + "\n" }
            files["sale.csv"]? += more.joined()
        default:
            let step = random.pick([
                "# + #", "max(#, #) - 1 RUB", "growth(#)", "previous(#)", "if # > 0 RUB then # else -#",
            ])
            let height = random.integer(1...12)
            let chain = (1...height).map {
                "  t\($0): {unit: RUB, value: '\(step.replacing("#", with: $0 == 1 ? "sales" : "t\($0 - 1)"))'}\n"
            }
            files["towers.yaml"] =
                "metrics:\n" + chain.joined() + """
                    plans:
                      towers: {for: {position: seller}, period: month, components: {high: {commission: t\(height), rate: 1%}}}
                    """
        }

        func replace(_ pattern: Regex<some Any>, in name: String, _ other: String) {
            let text = files[name] ?? ""
            let found = text.ranges(of: pattern)
            guard !found.isEmpty else { return }
            files[name] = text.replacingCharacters(in: random.pick(found), with: other)
        }
    }

    @Test(
        "whatever is read is calculated in every way alike", .timeLimit(.minutes(30)),
        arguments: 1...8 as ClosedRange<UInt64>)
    func calculated(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed &* 7_919)
        var calculated = 0
        for number in 1...20 {
            var files = Self.files
            for _ in 0...random.integer(0...2) { Self.change(&files, &random) }
            guard let company = try? TestCompany(files: files) else { continue }
            calculated += 1
            let comment: Comment = "seed \(seed), company \(number)"
            let lines = await LineEngine.computed(company.model, threads: 1)
            let run = Run(company.model, lines)
            for period in ["2026-01", "2026-02", "2026-Q1"] {
                for task in company.run.tasks(in: try company.range(period)) {
                    let expected = company.run.lines(task)
                    #expect(run.lines(task) == expected, comment)
                }
            }
            let live = LiveRun(lines, in: try company.range("2026-Q1"))
            let all = company.run.tasks(in: try company.range("2026-Q1")).flatMap { company.run.lines($0) }
            #expect(live.lines == all, comment)
            let explainer = AwardExplainer(company.model, company.engine)
            for person in 0..<Int32(company.model.people.count) {
                _ = explainer.awards(of: person, in: try company.range("2026-01")).flatMap { $0.lines(in: .ru) }
            }
            _ = PlanTester(company.model).results()
        }
        #expect(calculated > 3)
    }
}

extension String {
    /// The text with another in place of a part.
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
