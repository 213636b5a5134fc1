import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("One pass finds everything, in the order in which a person mends it")
struct ReadingOrderTests {
    /// Ten faults in four files; 'deals' is at fault itself, so what stands on it is not faulted once more.
    private static let files: [String: String?] = [
        "metrics.yaml": """
        metrics:
          deals: {unit: peaces, value: count(sale)}
          average: {unit: RUB, value: sales / deals}
          odd: {unit: RUB, value: saels + 5 days}
          double: {unit: days, value: 2 * sales}
        """,
        "plans.yaml": """
        plans:
          seller:
            for: {position: sellr}
            period: fortnight
            components:
              fee: {commission: sales, rate: 5 RUB}
        """,
        "sale.csv": """
        id,date,seller,amount
        1,2026-02-31,anna,100
        2,2026-01-11,boris,x
        3,2026-01-11,ana,100
        """,
        "targets.csv": """
        metric,subject,period,value
        sales,anna,2026-13,100
        deals,anna,2026-01,100
        """,
    ]

    @Test("ten faults of four files, by file and line")
    func tenFaults() {
        #expect(
            said(Self.files) == """
                metrics.yaml:2:17: error: there is no unit 'peaces'
                    2 |   deals: {unit: peaces, value: count(sale)}
                      |                 ^~~~~~
                   help: a currency code, days, minutes, pieces, percent, number, or two of them: RUB/pieces
                metrics.yaml:4:27: error: there is no name 'saels' here
                    4 |   odd: {unit: RUB, value: saels + 5 days}
                      |                           ^~~~~
                   help: did you mean 'sales'?
                metrics.yaml:5:31: error: 'double' is declared in days, but its formula gives a number in RUB
                    5 |   double: {unit: days, value: 2 * sales}
                      |                               ^~~~~~~~~
                   help: write 'unit: RUB', or mend the formula
                plans.yaml:3:21: error: there is no position 'sellr'
                    3 |     for: {position: sellr}
                      |                     ^~~~~
                   help: did you mean 'seller'?
                plans.yaml:4:13: error: expected one of day | week | month | quarter | half | year | all, found 'fortnight'
                    4 |     period: fortnight
                      |             ^~~~~~~~~
                plans.yaml:6:38: error: expected a percentage, found a number in RUB
                    6 |       fee: {commission: sales, rate: 5 RUB}
                      |                                      ^~~~~
                sale.csv:2:3: error: there is no 31 February 2026
                    2 | 1,2026-02-31,anna,100
                      |   ^~~~~~~~~~
                sale.csv:3:20: error: 'x' is not a number
                    3 | 2,2026-01-11,boris,x
                      |                    ^
                   help: write plain numbers such as -1234.5
                sale.csv:4:14: error: there is no person 'ana'
                    4 | 3,2026-01-11,ana,100
                      |              ^~~
                   help: did you mean 'anna'?
                targets.csv:2:12: error: there is no period '2026-13'
                    2 | sales,anna,2026-13,100
                      |            ^~~~~~~
                   help: write 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 or 2026-01-31
                """)
    }

    @Test("two hundred wrong rows of one kind are twenty, and a number")
    func flood() {
        let rows = (1...200).map { "\($0),2026-01-10,stranger\($0),100" }.joined(separator: "\n")
        let text = said(["sale.csv": "id,date,seller,amount\n" + rows])
        #expect(text.components(separatedBy: ": error: there is no person 'stranger").count == 21)
        #expect(text.hasSuffix("sale.csv: error: and 180 more of the kind 'unknown-record'"))
        #expect(
            said(["sale.csv": "id,date,seller,amount\n" + rows], .ru)
                .hasSuffix("sale.csv: ошибка: и ещё таких же («unknown-record»): 180"))
    }

    @Test("the text of a company comes before its tables, warnings and errors alike")
    func warnings() {
        let files = ["a.csv": "x", "zzz.csv": "x", "m.yaml": "metrics:\n  a: {unit: RUB, value: b}"]
        let addresses = CompanyReader.read(SmallCompany.changed(by: files)).diagnostics.map { $0.place?.address }
        #expect(addresses == ["m.yaml:2:25", "a.csv", "zzz.csv"])
    }
}
