import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

/// Sales against their target down, what was collected of them across; 60 000 on target.
@Suite("A matrix of two attainments")
struct MatrixTests {
    private static let shares =
        "{columns: [70%, 90%, 100%], 80%: [0%, 40%, 50%], 100%: [50%, 80%, 100%], 120%: [60%, 100%, 150%]}"

    /// Anna sells and collects so much of 1 000 000 and 800 000.
    private func company(
        _ sales: String, _ collected: String, matrix: String = shares, keys: String = "", share: String = "",
        plan: String = "period: month"
    ) throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
              payment: {fields: {date: day, seller: person, amount: money}, credit: payment.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              collected: {unit: RUB, value: sum(payment.amount)}
            plans:
              seller:
                for: {position: seller}
                \(plan)
                target: 60 000 RUB
                components:
                  pay: {matrix: \(matrix), rows: sales / target(sales), columns: collected / target(collected)\(keys)}
            """,
            [
                "sale.csv": "id,date,seller,amount\n1,2026-01-14,anna,\(sales)\n",
                "payment.csv": "id,date,seller,amount\n1,2026-01-20,anna,\(collected)\n",
                "targets.csv":
                    "metric,subject,period,value\nsales,anna,2026-01,1000000\ncollected,anna,2026-01,800000\n",
            ].merging(
                share.isEmpty
                    ? [:]
                    : ["assignments.csv": "person,position,unit,from,share\nanna,seller,sales,2024-01-01,\(share)\n"]
            ) { $1 })
    }

    @Test(
        "the cell that both reach is paid, a bound reached exactly included",
        arguments: [
            // 95 % and 95 %: the row of 80 %, the column of 90 % → 40 % of 60 000.
            ("950000", "760000", "24 000.00"),
            // 100 % and 100 %, both exactly.
            ("1000000", "800000", "60 000.00"),
            // 99.9999 % of sales is the row below.
            ("999999", "800000", "30 000.00"),
            // 110 % and 75 %: what is collected decides.
            ("1100000", "600000", "30 000.00"),
            // Above the last bounds: the last cell, 150 %.
            ("5000000", "5000000", "90 000.00"),
        ])
    func steps(sales: String, collected: String, expected: String) async throws {
        #expect(try await company(sales, collected).payInAllWays("2026-01") == ["anna pay": expected])
    }

    @Test(
        "below the first row or the first column nothing is paid, and the remark says which",
        arguments: [
            ("790000", "800000", ["sales / target(sales) is 79 %; the matrix begins at 80 %"]),
            ("1000000", "550000", ["collected / target(collected) is 68.75 %; the matrix begins at 70 %"]),
            (
                "0", "0",
                [
                    "sales / target(sales) is 0 %; the matrix begins at 80 %",
                    "collected / target(collected) is 0 %; the matrix begins at 70 %",
                ]
            ),
        ])
    func below(sales: String, collected: String, expected: [String]) async throws {
        let company = try company(sales, collected)
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "0.00"])
        #expect(try company.remarks("anna", "pay", "2026-01").map(\.text.en) == expected)
    }

    @Test("a cell that pays nothing is named")
    func emptyCell() async throws {
        let company = try company("900000", "600000")
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "0.00"])
        #expect(
            try company.remarks("anna", "pay", "2026-01").map(\.text.ru) == [
                "ячейка 80\u{A0}% × 70\u{A0}% ничего не платит"
            ])
    }

    @Test(
        "with lines what lies between the bounds is paid",
        arguments: [
            // 90 % of sales, 95 % collected. Row of 80 %: 40 + (50 − 40) × 5 ÷ 10 = 45 %; row of 100 %: 80 + 20 × 5 ÷ 10 = 90 %.
            // Half way from 45 % to 90 % is 67.5 %, of 60 000 → 40 500.
            ("900000", "760000", "40 500.00"),
            // On the bounds it is the cell itself.
            ("1000000", "720000", "48 000.00"),
            // 110 %, and above the last column: half way from 100 % to 150 % → 125 %.
            ("1100000", "2000000", "75 000.00"),
            // Above both: the last cell.
            ("2000000", "2000000", "90 000.00"),
            // Below the first row there is still nothing.
            ("799999", "800000", "0.00"),
        ])
    func lines(sales: String, collected: String, expected: String) async throws {
        let company = try company(sales, collected, keys: ", form: lines")
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": expected])
    }

    @Test("cells may be amounts, which no target is needed for, and go by the time worked")
    func amounts() async throws {
        let amounts = "{columns: [70%, 100%], 80%: [0, 5 000 RUB], 100%: [10 000.50 RUB, 30 000 RUB]}"
        #expect(
            try await company("1200000", "700000", matrix: amounts).payInAllWays("2026-01")
                == ["anna pay": "10 000.50"])
        #expect(
            try await company("1200000", "700000", matrix: amounts, share: "50%").payInAllWays("2026-01")
                == ["anna pay": "5 000.25"])
        #expect(
            try await company("1200000", "700000", matrix: amounts, keys: ", time_share: no", share: "50%")
                .payInAllWays("2026-01") == ["anna pay": "10 000.50"])
    }

    @Test("a target of its own comes before the plan's")
    func target() throws {
        #expect(try company("1000000", "800000", keys: ", target: 7 RUB").pay("anna", "pay", "2026-01") == "7.00")
    }

    @Test("without a target, and without a result, there is no value")
    func missing() async throws {
        let none = try TestCompany(
            staff: "anna",
            Sales.paying("{matrix: {columns: [0 RUB], 0 RUB: [100%]}, rows: sales, columns: sales}"),
            Sales.table("2026-01-14 anna 5"))
        #expect(try await none.payInAllWays("2026-01") == ["anna pay": "no-target-pay"])
        let open = try TestCompany(
            staff: "anna",
            Sales.paying("{matrix: {columns: [0], 0 RUB: [5 RUB]}, rows: sales, columns: sales / target(sales)}"),
            Sales.table("2026-01-14 anna 5"))
        #expect(try await open.payInAllWays("2026-01") == ["anna pay": "no-target"])
    }

    @Test("numbers that do not fit leave it without a value, and nothing traps")
    func overflow() async throws {
        let most = "10 000 000 000 000 000 000 000 RUB"
        for keys in ["", ", form: lines"] {
            let company = try TestCompany(
                staff: "anna",
                Sales.paying(
                    "{matrix: {columns: [0 RUB, 10 RUB], 0 RUB: [-\(most), \(most)]}, rows: sales, columns: sales\(keys)}"
                ),
                Sales.table("2026-01-14 anna 5"))
            let pay = try await company.payInAllWays("2026-01")
            #expect(pay == ["anna pay": "overflow"])
        }
    }

    @Test("the modifiers of every kind act on it")
    func modifiers() async throws {
        let company = try company(
            "950000", "760000", keys: ", multiplier: 50%, gate: {when: collected >= 800 000 RUB, otherwise: 50%}")
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "6 000.00"])
    }

    @Test("the explanation shows both results, the row, the column and the cell")
    func explained() throws {
        let tree = try #require(try company("950000", "760000").explanations("anna", "2026-01").first)
        #expect(
            tree.children.map { $0.lines(in: .en)[0] } == [
                "rows: 95 %  = sales / target(sales)  [the row from 80 %]",
                "columns: 95 %  = collected / target(collected)  [the column from 90 %]",
                "cell 80 % × 90 %: 40 %",
                "target pay: 60 000.00 RUB",
            ])
        let between = try #require(
            try company("900000", "760000", keys: ", form: lines").explanations("anna", "2026-01").first)
        #expect(
            between.children[2].lines(in: .ru)
                == ["ячейка 80\u{A0}% × 90\u{A0}%: 67,5\u{A0}%  [между этой ячейкой и следующей]"])
    }

    @Test("a plan's own test gives the two results")
    func planTest() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                """
                {matrix: \(Self.shares), rows: sales / target(sales), columns: 95%, target: 60 000 RUB}
                    tests:
                      - {name: on target, given: {sales: 10 RUB, target(sales): 10 RUB}, expect: {pay: 48 000 RUB}}
                      - {name: below, given: {sales: 1 RUB, target(sales): 10 RUB}, expect: {pay: 0 RUB}}
                """))
        #expect(PlanTester(company.model).results().map(\.passed) == [true, true])
    }
}

/// Laws that hold for every matrix that rises.
@Suite("Property: a matrix that rises pays more for more")
struct MatrixPropertyTests {
    @Test("rising with each of the two results, in steps and in lines", arguments: UInt64(1)...40)
    func rises(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for form in PayMatrixTable.Form.allCases {
            let table = try Self.rising(form, &random)
            let results = try (0...30).map { _ in try Self.hundredths(random.integer(-20...160)) }.sorted()
            for other in results {
                let across = try results.map { try table.value(at: other, $0).rounded(toPlaces: 12) }
                let down = try results.map { try table.value(at: $0, other).rounded(toPlaces: 12) }
                #expect(across == across.sorted(), "\(form) \(table)")
                #expect(down == down.sorted(), "\(form) \(table)")
            }
        }
    }

    @Test("at the bounds lines pay what steps pay", arguments: UInt64(1)...40)
    func atBounds(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var table = try Self.rising(.steps, &random)
        let steps = try table.rows.map { row in try table.columns.map { try table.value(at: row, $0) } }
        #expect(steps == table.values)
        table.form = .lines
        #expect(try table.rows.map { row in try table.columns.map { try table.value(at: row, $0) } } == steps)
    }

    /// Bounds and cells that never fall.
    private static func rising(_ form: PayMatrixTable.Form, _ random: inout SplitMix64) throws -> PayMatrixTable {
        let (rows, columns) = (random.integer(1...6), random.integer(1...6))
        func bounds(_ count: Int) throws -> [FixedDecimal] {
            var bound = random.integer(-10...60)
            return try (0..<count).map { _ in
                bound += random.integer(1...30)
                return try hundredths(bound)
            }
        }
        var values: [[Int]] = []
        for row in 0..<rows {
            var own: [Int] = []
            for column in 0..<columns {
                let least = max(row > 0 ? values[row - 1][column] : 0, column > 0 ? own[column - 1] : 0)
                own.append(least + random.integer(0...40))
            }
            values.append(own)
        }
        return PayMatrixTable(
            rows: try bounds(rows), columns: try bounds(columns), values: try values.map { try $0.map(hundredths) },
            form: form)
    }

    private static func hundredths(_ number: Int) throws -> FixedDecimal {
        try FixedDecimal(minorUnits: Int64(number), places: 2)
    }
}
