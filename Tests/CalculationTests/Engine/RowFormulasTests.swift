import Company
import Formulas
import Messages
import Quantities
import Testing

@testable import Calculation

/// Formulas over events are compiled to steps over blocks of rows; what a formula means is said by its evaluation in one row.
@Suite("Property: blocks of rows and single rows")
struct RowFormulasTests {
    private static let seeds = (71...78).map { UInt64($0) }

    private struct Case {
        let company: TestCompany
        let events: RandomEvents
        let program: RowFormulas

        /// One metric for each formula, so that the company checks and keeps them all.
        init(_ values: [String], seed: UInt64) throws {
            var random = SplitMix64(seed: seed &* 1000)
            events = RandomEvents(count: 40, &random)
            let metrics = values.enumerated().map {
                "  m\($0): {unit: \($1.hasPrefix("sum") ? "RUB" : "pieces"), value: '\($1)'}\n"
            }
            company = try TestCompany(
                """
                records: {client: {fields: \(RandomEvents.clientFields)}}
                events: {e: {fields: \(RandomEvents.fields), credit: none}}
                metrics:
                \(metrics.joined())
                """, events.tables)
            program = RowFormulas(company.model, event: 0)
        }

        /// The formula in each row by itself; `nil` when some row has no value for another reason than an empty cell.
        func rows(_ formula: Checked<FieldReference>) -> [FormulaValue]? {
            var values: [FormulaValue] = []
            for row in events.rows.indices {
                switch formula.evaluate({ events.value(of: $0, row: row) }) {
                case .value(let value): values.append(value)
                case .notComputable: return nil
                }
            }
            return values
        }
    }

    @Test("a filter lets the same rows pass", arguments: seeds)
    func filters(seed: UInt64) throws {
        var formula = EventFormula(seed: seed)
        let cases = try Case((0..<150).map { _ in "count(e where \(formula.flag(size: 9)))" }, seed: seed)
        for aggregate in cases.company.model.aggregates {
            let filter = try #require(aggregate.filter)
            let expected = cases.rows(filter)?.map { $0 == .flag(true) }
            let mask = try? cases.program.mask(filter)
            #expect(mask == expected, "seed \(seed): \(aggregate.text)")
        }
    }

    @Test("an amount is the same in every row", arguments: seeds)
    func amounts(seed: UInt64) throws {
        var formula = EventFormula(seed: seed)
        let cases = try Case((0..<150).map { _ in "sum(\(formula.money(size: 9)) + 0 * e.a)" }, seed: seed)
        for aggregate in cases.company.model.aggregates {
            let value = try #require(aggregate.value)
            let expected = cases.rows(try #require(value.fieldsOnly))?.map(\.number)
            let numbers = try? cases.program.numbers(value).decimals
            #expect(numbers == expected, "seed \(seed): \(aggregate.text)")
        }
    }

    @Test("different texts have different codes, equal texts one", arguments: seeds)
    func texts(seed: UInt64) throws {
        var formula = EventFormula(seed: seed)
        let cases = try Case(
            (0..<100).map { _ in "distinct(if e.f then \(formula.text(size: 9)) else e.t)" }, seed: seed)
        for aggregate in cases.company.model.aggregates {
            let value = try #require(aggregate.value)
            let expected = cases.rows(try #require(value.fieldsOnly))
            let coded = try? cases.program.codes(value)
            let texts = coded.map { coded in
                coded.codes.map { $0 < 0 ? FormulaValue.empty : .text(coded.dictionary[Int($0)]) }
            }
            #expect(texts == expected, "seed \(seed): \(aggregate.text)")
            if let coded {
                #expect(Set(coded.dictionary).count == coded.dictionary.count, "seed \(seed): \(aggregate.text)")
            }
        }
    }

    @Test("most formulas have a value in every row, so the comparison compares something")
    func coverage() throws {
        var formula = EventFormula(seed: 1)
        let cases = try Case((0..<300).map { _ in "count(e where \(formula.flag(size: 9)))" }, seed: 1)
        let masks = cases.company.model.aggregates.compactMap { $0.filter.flatMap(cases.rows) }
        #expect(masks.count > 250)
        #expect(masks.count { $0.contains(.flag(true)) && $0.contains(.flag(false)) } > 100)
        #expect(masks.count { $0.contains(.empty) } > 30)
    }
}

extension RowFormulas.Numbers {
    /// The numbers whatever their width; `nil` where there is none.
    fileprivate var decimals: [FixedDecimal?] {
        switch self {
        case .narrow(let numbers, let scale):
            numbers.map { $0 == LineColumn.empty ? nil : .scaled(Int128($0), places: scale) }
        case .wide(let numbers): numbers.map { $0 == WideStep.none ? nil : FixedDecimal(raw: $0) }
        }
    }
}
