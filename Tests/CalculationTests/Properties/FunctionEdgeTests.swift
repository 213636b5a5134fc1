import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// Every function and operator at the edges of its arguments: who evaluates formulas one person at a time, in columns, by
/// steps, by blocks of rows or in one pass over lines gives the same number, or none.
@Suite("Property: functions at the edges of their arguments, in every evaluator")
struct FunctionEdgeTests {
    // MARK: Formulas of metrics

    /// Zero, the least and the most a decimal holds, halves, a root, tens, and a figure that nobody entered.
    private static let values = [
        "zero": "0", "least": "0.0000000000000001", "amount": "1234.56", "debt": "-1234.56", "half": "1250",
        "large": "9223372036854775807", "most": "17014118346046923173168.7303715884105727",
        "lowest": "-17014118346046923173168.7303715884105727", "tens": "-2", "third": "0.3333333333333333",
    ]

    private static var names: [String] { values.keys.sorted() + ["nobody"] }

    private static let places = ["-99", "-23", "-22", "-3", "-1", "0", "1", "15", "16", "17", "99"]

    /// Formulas that `check` has nothing against.
    private static var formulas: [String] {
        var formulas: [String] = []
        for x in names {
            formulas += ["0.3", "100", "0.0000000000000001", "99999999999999999999"].map { "ceil_to(\(x), \($0))" }
            for function in ["abs", "floor", "ceil", "sqrt", "round"] { formulas.append("\(function)(\(x))") }
            formulas.append("-\(x)")
            for function in ["round", "round_half_even"] {
                formulas += (places + names).map { "\(function)(\(x), \($0))" }
            }
            for y in names {
                formulas += ["min", "max", "otherwise"].map { "\($0)(\(x), \(y))" }
                formulas += ["+", "-", "*", "/"].map { "\(x) \($0) \(y)" }
                formulas += ["=", "!=", "<", "<=", ">", ">="].map { "if \(x) \($0) \(y) then 1 else 2" }
                formulas.append("if \(x) > \(y) and 1 / \(y) > 0 or not \(x) < 0 then \(x) else \(y)")
                formulas.append("clamp(amount, \(x), \(y))")
                formulas.append("ceil_to(\(x), \(y))")
                formulas.append("clamp(\(x), \(y), zero)")
            }
        }
        return formulas
    }

    @Test("one person at a time, in columns and by steps")
    func figures() async throws {
        let formulas = Self.formulas
        let parameters = Self.values.sorted { $0.key < $1.key }
            .map { "  \($0.key): '\($0.value)'\n" }.joined()
        let metrics = formulas.enumerated().map { "  m\($0): {unit: number, value: '\($1)'}\n" }.joined()
        let company = try TestCompany(
            staff: "anna",
            "parameters:\n\(parameters)metrics:\n  nobody: {unit: number, value: entered}\n\(metrics)")
        let period = try company.period("2026-01")
        let context = EvaluationContext(.person(0), period)
        let people = PeopleContext(people: [0], context: context)
        let evaluator = MeasureEvaluator(company.model, company.engine)
        let blocks = BlockEvaluator(await LineEngine.computed(company.model, threads: 1))
        let steps = PersonProgram(blocks, [people])
        for (number, formula) in formulas.enumerated() {
            let metric = try #require(company.model.metric(named: "m\(number)"))
            let expected = evaluator.metric(metric, in: context).value
            blocks.begin()
            let block = try #require(blocks.metric(metric, people))
            #expect((block.isMissing(0) ? nil : block[0]) == expected, "in columns: \(formula)")
            let step = try #require(steps.compile(metric: metric))
            steps.turn(to: 0, 0)
            #expect(steps.value(step).number == expected, "by steps: \(formula)")
        }
    }

    @Test(
        "what comes out, worked out by hand",
        arguments: [
            // 1 234.56 to tens, hundreds and thousands; 5 000 would be the half of ten thousand.
            ("round(amount, -1)", "1230"), ("round(amount, -2)", "1200"), ("round(amount, -3)", "1000"),
            ("round(amount, -4)", "0"), ("round(debt, -2)", "-1200"), ("round(amount, -23)", "0"),
            // 12.5 hundreds: away from zero 13, to the even 12.
            ("round(half, -2)", "1300"), ("round_half_even(half, -2)", "1200"), ("round(-half, -2)", "-1300"),
            ("round(half, tens)", "1300"),
            // 17 014 118 346 046 923 173 168.73 is 1.7 × 10²², and 2 × 10²² do not fit.
            ("round(most, -22)", "overflow"), ("round(most, -20)", "17000000000000000000000"),
            // No number has more than sixteen places.
            ("round(third, 17)", "0.3333333333333333"), ("round(third, 99)", "0.3333333333333333"),
            ("round(amount, third)", "places-not-whole"), ("round(amount, nobody)", "not-entered"),
            ("round(nobody, 2)", "not-entered"), ("otherwise(round(amount, third), 7)", "7"),
            // 13 hundreds, and −12 of them: up is towards plus infinity. A multiple stays, a grain more is the next one.
            ("ceil_to(amount, 100)", "1300"), ("ceil_to(debt, 100)", "-1200"), ("ceil_to(half, 50)", "1250"),
            ("ceil_to(half + least, 50)", "1300"), ("ceil_to(zero, third)", "0"),
            ("ceil_to(third, least)", "0.3333333333333333"),
            ("ceil_to(amount, zero)", "step-not-positive"), ("ceil_to(amount, tens)", "step-not-positive"),
            ("ceil_to(most, 5)", "overflow"), ("ceil_to(lowest, 5)", "-17014118346046923173165"),
            ("ceil_to(nobody, 5)", "not-entered"),
            ("enough(amount, 5, 5)", "1234.56"), ("enough(amount, 4, 5)", "too-few"),
            // Where the bounds cross, the lower one holds.
            ("clamp(zero, half, amount)", "1250"), ("clamp(9999, half, amount)", "1250"),
            ("sqrt(debt)", "negative-root"), ("sqrt(zero)", "0"), ("sqrt(least)", "0.00000001"),
            // The square of 130 438 178 253.327… is the largest number.
            ("floor(sqrt(most))", "130438178253"),
            ("amount / zero", "division-by-zero"), ("zero / zero", "division-by-zero"),
            ("most + least", "overflow"), ("most * 2", "overflow"), ("lowest - least - least", "overflow"),
            ("abs(debt)", "1234.56"), ("min(zero, debt, amount)", "-1234.56"), ("max(zero, debt, amount)", "1234.56"),
        ])
    func byHand(formula: String, expected: String) throws {
        let parameters = Self.values.map { "  \($0.key): '\($0.value)'\n" }.sorted().joined()
        let company = try TestCompany(
            staff: "anna",
            """
            parameters:
            \(parameters)metrics:
              nobody: {unit: number, value: entered}
              result: {unit: number, value: '\(formula)'}
            """)
        let metric = try #require(company.model.metric(named: "result"))
        let context = EvaluationContext(.person(0), try company.period("2026-01"))
        let outcome = MeasureEvaluator(company.model, company.engine).metric(metric, in: context)
        #expect((outcome.value?.description ?? outcome.reason?.code) == expected)
    }

    @Test(
        "what cannot be meant is refused",
        arguments: [
            ("round(amount, 1.5)", "decimal places are a whole number"),
            ("round(amount, 50%)", "decimal places are a whole number"),
            ("round_half_even(amount, -0.5)", "decimal places are a whole number"),
            ("ceil_to(amount, 0)", "the step is not above zero"), ("ceil_to(amount, -5)", "the step is not above zero"),
            ("ceil_to(amount, 5 days)", "expected"), ("ceil_to(amount)", "ceil_to"),
            ("previous(amount, 0)", "expected a whole number of periods from 1 to 120, found 0"),
            ("previous(amount, -1)", "expected a whole number of periods from 1 to 120, found -1"),
            ("previous(amount, 1000000000)", "expected a whole number of periods from 1 to 120"),
            ("trailing(amount, 0)", "expected a whole number of periods from 1 to 120, found 0"),
            ("trailing(amount, 1.5)", "expected a whole number of periods from 1 to 120, found 1.5"),
            // The deviation of one figure from its own mean is divided by none.
            ("variation(amount, 1)", "expected a whole number of periods from 2 to 120, found 1"),
        ])
    func refused(formula: String, message: String) throws {
        let yaml = """
            company: {name: Test, currency: RUB}
            parameters: {amount: '1234.56'}
            metrics: {result: {unit: number, value: '\(formula)'}}
            """
        let (model, diagnostics) = CompanyReader.read([SourceFile(path: "a.yaml", bytes: Array(yaml.utf8))])
        #expect(model == nil)
        #expect(diagnostics.contains { $0.message.en.contains(message) }, "\(diagnostics.map(\.message.en))")
    }

    @Test(
        "bounds that cross where they are written out are warned of",
        arguments: ["clamp(amount, 2, 1)", "clamp(amount, 1, -1)"])
    func crossed(formula: String) throws {
        let company = try TestCompany("parameters: {amount: 5}\nmetrics: {result: {unit: number, value: '\(formula)'}}")
        #expect(company.warnings == ["crossed-bounds"])
    }

    // MARK: Formulas over events

    /// Cells of one column: the largest and the most precise have eighteen digits together.
    private static let cells = [
        "", "0", "0.01", "1234.56", "-1234.56", "1250", "-1250", "2.5", "-0.5", "92233720368547758.07",
        "-92233720368547758.07",
    ]

    private static var eventFormulas: [String] {
        let rounded = ["round", "round_half_even"].flatMap { function in
            places.map { "\(function)(sale.x, \($0))" }
        }
        let single = ["abs", "floor", "ceil", "round", "sqrt"].map { "\($0)(sale.x)" } + ["-sale.x"]
        let two = ["min", "max", "otherwise"].map { "\($0)(sale.x, sale.y)" }
        let operators = ["+", "-", "*", "/"].map { "sale.x \($0) sale.y" }
        let compared = ["=", "!=", "<", "<=", ">", ">="].map { "if sale.x \($0) sale.y then 1 else 2" }
        return rounded + single + two + operators + compared + [
            "ceil_to(sale.x, 0.7)", "ceil_to(sale.x, 250)", "ceil_to(abs(sale.x) - 3, 100)",
            "ceil_to(sale.x, 92233720368547758)", "if sale.y > 0 then ceil_to(sale.x, sale.y) else 0",
            "clamp(sale.x, sale.y, 100)", "clamp(100, sale.x, sale.y)", "sale.x + sale.y - sale.x",
            "if sale.y != 0 and sale.x / sale.y > 1 then 1 else 2", "round(sale.x, sale.y)",
            "round(sale.x * 0.5, -1) + 0.25",
        ]
    }

    @Test("by blocks of rows, in one pass over lines, and row by row", arguments: cells)
    func events(x: String) async throws {
        let staff = Self.cells.indices.map { "p\($0)" }
        let rows = Self.cells.enumerated().map { "\($0),2026-01-10,p\($0),\(x),\($1)\n" }.joined()
        let metrics = Self.eventFormulas.enumerated()
            .map { "  m\($0): {unit: number, value: 'sum(\($1))'}\n" }.joined()
        let company = try TestCompany(
            staff: staff.joined(separator: " "),
            """
            events: {sale: {fields: {date: day, seller: person, x: number?, y: number?}, credit: sale.seller}}
            metrics:
            \(metrics)
            """, ["sale.csv": "id,date,seller,x,y\n" + rows])
        let lines = await LineEngine.computed(company.model, threads: 1)
        let month = try company.range("2026-01")
        for (number, formula) in Self.eventFormulas.enumerated() {
            let aggregate = try #require(company.model.aggregates.firstIndex { $0.text == "sum(\(formula))" })
            let value = try #require(company.model.aggregates[aggregate].value)
            let singly = Self.cells.map { Self.evaluate(value, x, $0) }
            let hasNone = singly.contains { $0 == nil }
            for person in staff.indices {
                let parts = [GroupPart(person: Int32(person), days: month)]
                let figure = company.engine.figure(aggregate, of: parts, in: month).value
                // What one row cannot have, the figure has for nobody.
                #expect(figure == (hasNone ? nil : singly[person]), "\(formula) \(number) \(x), \(Self.cells[person])")
                #expect(
                    lines.figure(aggregate, of: parts, in: month).value == figure,
                    "\(formula) \(x), \(Self.cells[person])")
            }
        }
    }

    /// The formula in one row: zero where a cell that it needs is empty, nothing where it has no value.
    private static func evaluate(_ formula: Checked<LineReference>, _ x: String, _ y: String) -> FixedDecimal? {
        let outcome = formula.evaluate { reference in
            guard case .field(let field) = reference else { return .notComputable(.empty) }
            let number = try? FixedDecimal(parsing: field.field == 2 ? x : y)
            return .value(number.map { .number($0) } ?? .empty)
        }
        if outcome == .notComputable(.empty) { return .zero }
        return outcome.value.map { $0.number ?? .zero }
    }
}
