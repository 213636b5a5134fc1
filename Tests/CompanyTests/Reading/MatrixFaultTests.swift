import Company
import Formulas
import Messages
import Testing

@Suite("A matrix says what each cell pays")
struct MatrixFaultTests {
    private func said(_ component: String, _ language: Language = .en) -> String {
        CompanyTests.said(
            [
                "plans.yaml": """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    target: 1000 RUB
                    components:
                      grid: \(component)
                """
            ], language)
    }

    @Test(
        "every form is read",
        arguments: [
            "{matrix: {columns: [0%, 80%], 90%: [10%, 50%], 100%: [50%, 100%]}, rows: sales / 100 RUB, columns: 90%}",
            "{matrix: {columns: [1 RUB], -5 RUB: [0], 10 RUB: [7 RUB]}, rows: sales, columns: sales, form: steps}",
            "{matrix: {columns: 1 RUB, 0 RUB: 20%}, rows: sales, columns: sales, form: lines, target: 50 RUB}",
        ])
    func forms(component: String) {
        #expect(said(component).isEmpty)
    }

    /// Where a fault is, what it is, and what to do.
    private struct Fault: CustomTestStringConvertible {
        let matrix: String
        let column: Int
        let message: String
        var remedy: String?

        var testDescription: String { matrix }
    }

    private static let example = "a matrix such as {columns: [80%, 100%], 90%: [30%, 60%], 100%: [50%, 100%]}"
    private static let order = "first the lower bounds of the columns, then each row behind its own lower bound"
    private static let cells = "write all cells as amounts, or all as shares such as 80%"

    @Test(
        "faults in the table, each where it stands",
        arguments: [
            Fault(matrix: "5 RUB", column: 22, message: "expected \(example), found '5 RUB'", remedy: order),
            Fault(
                matrix: "{90 RUB: [10%]}", column: 22, message: "expected \(example), found a mapping", remedy: order),
            Fault(
                matrix: "{columns: [1 RUB]}", column: 22, message: "expected \(example), found a mapping", remedy: order
            ),
            Fault(
                matrix: "{columns: [1 RUB, 2 RUB], 5 RUB: [10%]}", column: 48,
                message: "the row '5 RUB' does not have a cell for each column: cells 1, columns 2",
                remedy: "write one cell for each column; 0% where nothing is paid"),
            Fault(
                matrix: "{columns: [1 RUB], 5 RUB: [1%, 2%, 3%]}", column: 41,
                message: "the row '5 RUB' does not have a cell for each column: cells 3, columns 1",
                remedy: "write one cell for each column; 0% where nothing is paid"),
            Fault(
                matrix: "{columns: [1 RUB, 2 RUB], 5 RUB: [10%, ~]}", column: 61,
                message: "the cell '5 RUB' × '2 RUB' is empty",
                remedy: "write what it pays; 0% where that is nothing"),
            Fault(
                matrix: "{columns: [2 RUB, 1 RUB], 5 RUB: [10%, 20%]}", column: 32,
                message: "the points do not rise from line to line", remedy: "write each bound once, from the lowest"),
            Fault(
                matrix: "{columns: [1 RUB], 5 RUB: [10%], 4 RUB: [20%]}", column: 22,
                message: "the points do not rise from line to line", remedy: "write each bound once, from the lowest"),
            Fault(
                matrix: "{columns: [1 RUB, 2 RUB], 5 RUB: [10%, 20 RUB]}", column: 56,
                message: "the other cells are amounts in RUB, and this one is a plain number", remedy: cells),
            Fault(
                matrix: "{columns: [1 RUB, 2 RUB], 5 RUB: [10 days, 20%]}", column: 56,
                message: "a cell holds an amount or a share of target pay, and this one is a number in days",
                remedy: cells),
            Fault(
                matrix: "{columns: [1%], 5 RUB: [20%]}", column: 33,
                message: "expected a number in RUB, found a plain number",
                remedy: "write the unit behind the number: '100 RUB'"),
        ])
    private func table(fault: Fault) {
        let lines = said("{matrix: \(fault.matrix), rows: sales, columns: sales}").split(separator: "\n")
        #expect(lines.first == "plans.yaml:7:\(fault.column): error: \(fault.message)")
        #expect(lines.count == 4)
        #expect(lines.last == "   help: \(fault.remedy ?? "")")
    }

    @Test("an empty cell and a row of another length, in Russian")
    func russian() {
        #expect(
            said("{matrix: {columns: [1 RUB, 2 RUB], 5 RUB: [10%, ~]}, rows: sales, columns: sales}", .ru) == """
                plans.yaml:7:61: ошибка: ячейка «5 RUB» × «2 RUB» пуста
                    7 |       grid: {matrix: {columns: [1 RUB, 2 RUB], 5 RUB: [10%, ~]}, rows: sales, columns: sales}
                      |                                                             ^
                   совет: напишите, сколько она платит; 0%, если ничего
                """)
        #expect(
            said("{matrix: {columns: [1 RUB, 2 RUB], 5 RUB: [10%]}, rows: sales, columns: sales}", .ru)
                .hasPrefix("plans.yaml:7:48: ошибка: в строке «5 RUB» ячеек: 1, а столбцов: 2\n"))
    }

    @Test(
        "faults in the keys beside it",
        arguments: [
            (", rows: sales", "13: error: 'columns' is missing here"),
            (", columns: sales", "13: error: 'rows' is missing here"),
            (", rows: sales > 5 RUB, columns: sales", "62: error: expected a number, found yes or no"),
            (", rows: sales, columns: sales, form: curves", "91: error: expected one of steps | lines, found 'curves'"),
            (", rows: sales, columns: sales, target: 5", "93: error: expected a number in RUB, found a plain number"),
            (", rows: sales, columns: sales, cap: 5 RUB, curve: {1%: 1%}", "97: error: 'curve' is not known here"),
        ])
    func keys(keys: String, expected: String) {
        let said = said("{matrix: {columns: [1 RUB], 5 RUB: [20%]}\(keys)}")
        #expect(said.hasPrefix("plans.yaml:7:\(expected)"), "\(said)")
    }

    @Test("amounts are no shares of a target")
    func targetOfAmounts() {
        #expect(
            said("{matrix: {columns: [1 RUB], 5 RUB: [2 RUB]}, rows: sales, columns: sales, target: 5 RUB}") == """
                plans.yaml:7:95: error: the cells are amounts, so there is nothing to take shares of
                    7 | …5 RUB: [2 RUB]}, rows: sales, columns: sales, target: 5 RUB}
                      |                                                        ^~~~~
                   help: remove 'target', or write shares such as 80% into the cells
                """)
    }
}

@Suite("The linter reads a matrix")
struct MatrixLinterTests {
    private func said(_ component: String, _ language: Language = .en) -> [String] {
        CompanyTests.said(
            [
                "plans.yaml": """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    target: 1000 RUB
                    components:
                      grid: \(component)
                """
            ], language
        ).split(separator: "\n").map { String($0) }
    }

    private static let attainments = "rows: sales / 100 RUB, columns: sales / 90 RUB"

    @Test(
        "a cell that pays less than the one before it, along a row and down a column",
        arguments: [
            ("{columns: [1 RUB, 2 RUB], 5 RUB: [20%, 10%]}", "5 RUB × 2 RUB", "5 RUB × 1 RUB"),
            ("{columns: [1 RUB], 5 RUB: [20%], 6 RUB: [10%]}", "6 RUB × 1 RUB", "5 RUB × 1 RUB"),
        ])
    func falling(matrix: String, less: String, more: String) {
        let said = said("{matrix: \(matrix), rows: sales, columns: sales}")
        #expect(
            said.first
                == "plans.yaml:7:7: warning: in 'grid' the cell \(less) pays less than \(more): who reaches more gets less"
        )
        #expect(said.last == "   help: let the cells rise along each row and each column")
    }

    @Test("a far corner that pays what both on target pay")
    func corner() {
        let matrix = "{columns: [50%, 100%], 50%: [20%, 100%], 100%: [50%, 100%]}"
        #expect(
            said("{matrix: \(matrix), \(Self.attainments)}").first
                == "plans.yaml:7:7: warning: in 'grid' the cell 50 % × 100 % pays as much as both on target: one of the two can be left alone"
        )
        #expect(
            said("{matrix: \(matrix), \(Self.attainments)}", .ru).first
                == "plans.yaml:7:7: предупреждение: в «grid» ячейка 50\u{A0}% × 100\u{A0}% платит столько же, сколько оба плана вместе: об одном можно забыть"
        )
        #expect(said("{matrix: \(matrix.replacing("[20%, 100%]", with: "[20%, 99%]")), \(Self.attainments)}").isEmpty)
    }

    @Test("a first cell that pays though nothing was reached; who calculates is told it too")
    func nothingReached() {
        let files = SmallCompany.changed(by: [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  grid: {matrix: {columns: [0 RUB], 0 RUB: [20 RUB]}, rows: sales, columns: sales}
            """
        ])
        #expect(CompanyReader.read(files).model?.doubts.map(\.code) == ["pays-for-nothing"])
        #expect(
            said("{matrix: {columns: [0 RUB], 0 RUB: [20%]}, rows: sales, columns: sales}").first
                == "plans.yaml:7:7: warning: in 'grid' the first cell, 0 RUB × 0 RUB, pays though nothing was reached")
        #expect(said("{matrix: {columns: [0 RUB], 0 RUB: [0%]}, rows: sales, columns: sales}").isEmpty)
    }

    @Test("percentages without their sign")
    func percentages() {
        let codes = said("{matrix: {columns: [50, 100], 50: [20, 100]}, \(Self.attainments)}")
        #expect(codes.filter { $0.hasPrefix("plans.yaml") }.count == 3)
        #expect(codes.first == "plans.yaml:7:33: warning: '50' without a sign is 5000 %, and 1 more beside it")
    }
}
