import Formulas
import Messages
import Quantities
import Testing

@Suite("Functions of arithmetic")
struct FunctionTests {
    @Test(
        "what they give",
        arguments: [
            ("min(3, 1, 2)", "1"), ("max(3, 1, 2)", "3"), ("abs(-2.5)", "2.5"), ("round(2.5)", "3"),
            ("round(-2.5)", "-3"),
            ("round(1.005, 2)", "1.01"), ("round_half_even(1.005, 2)", "1"), ("round_half_even(1.015, 2)", "1.02"),
            ("round_half_even(-2.5, 0)", "-2"), ("округлить_до_чётного(3.5, 0)", "4"), ("floor(-1.1)", "-2"),
            ("round(1234.56, -1)", "1230"), ("round(1234.56, -2)", "1200"), ("round(1250, -2)", "1300"),
            ("round(-1250, -2)", "-1300"), ("round_half_even(1250, -2)", "1200"), ("round(5, -99)", "0"),
            ("round(0.1234567890123456, 17)", "0.1234567890123456"),
            ("ceil(-1.1)", "-1"), ("clamp(150%, 0%, 120%)", "1.2"),
            ("ceil_to(101, 100)", "200"), ("ceil_to(-101, 100)", "-100"), ("ceil_to(1.2, 0.5)", "1.5"),
            ("округлить_вверх_до(200, 100)", "200"), ("ceil_to(-0.1, 7)", "0"),
            ("enough(0.75, 5, 5)", "0.75"), ("если_хватает(12, 6, 5)", "12"), ("otherwise(enough(3, 4, 5), 8)", "8"),
            ("clamp(-1, 0, 5)", "0"), ("otherwise(1, 2)", "1"), ("if rich then 1 else 2", "1"), ("-(-3)", "3"),
        ])
    func values(formula: String, expected: String) {
        #expect(number(formula)?.description == expected)
    }

    @Test("days are counted")
    func days() {
        #expect(number("2026-03-01 - 2026-02-01") == 28)
        #expect(flag("2026-02-28 + 1 day = 2026-03-01") == true)
        #expect(flag("sale.date - 7 days < sale.date") == true)
    }

    @Test("texts and records compare as they are written")
    func texts() {
        #expect(flag("segment = \"retail\"") == true)
        #expect(flag("segment = \"Retail\"") == false)
        #expect(flag("sale.client != \"beta\"") == true)
    }

    @Test(
        "made of operations they give what they give as a whole",
        arguments: ArithmeticFunction.allCases,
        [[-2.5, -1, 4], [7.25, 3, 5], [0, 1, 1], [-13, 2, 100]] as [[Double]])
    func forms(function: ArithmeticFunction, numbers: [Double]) throws {
        guard let arity = Function(spelled: function.rawValue)?.arity else { return }
        let arguments = numbers.prefix(min(arity.upperBound, numbers.count)).map { FixedDecimal(Int($0 * 4)) }
        let parts = arguments.map { Checked<Int>(.number($0), .number(.plain), TextSpan(0, 0)) }
        guard let made = try function.form(of: parts).applied(to: arguments) else {
            #expect([.sqrt, .enough].contains(function) || (function == .ceil_to && arguments[1] <= 0))
            return
        }
        #expect(made == (try function.apply(arguments)), "\(function.rawValue)(\(arguments))")
    }

    @Test("the table of functions is complete in both languages", arguments: Function.allCases)
    func table(function: Function) {
        #expect(function.signature.hasPrefix(function.rawValue + "("))
        #expect(!function.summary.en.isEmpty && !function.summary.ru.isEmpty)
        #expect(Function(spelled: function.rawValue) == function)
    }
}

extension FunctionForm {
    /// What the operations come to; `nil` for a function that is applied as a whole.
    fileprivate func applied(to arguments: [FixedDecimal]) throws -> FixedDecimal? {
        switch self {
        case .argument(let number): return arguments[number]
        case .magnitude(let operand): return try operand.applied(to: arguments)?.magnitude()
        case .smaller(let left, let right):
            guard let first = try left.applied(to: arguments), let second = try right.applied(to: arguments) else {
                return nil
            }
            return min(first, second)
        case .larger(let left, let right):
            guard let first = try left.applied(to: arguments), let second = try right.applied(to: arguments) else {
                return nil
            }
            return max(first, second)
        case .instead(let first, _): return try first.applied(to: arguments)
        case .rounded(let operand, let places, let mode):
            return try operand.applied(to: arguments)?.rounded(to: places, mode)
        case .multiple(let operand, let step, let mode):
            return try operand.applied(to: arguments)?.rounded(toMultipleOf: step, mode)
        case .applied: return nil
        }
    }
}
