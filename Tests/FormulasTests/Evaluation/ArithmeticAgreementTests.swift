import Formulas
import Messages
import Quantities
import Testing

/// A fraction of whole numbers: the independent arithmetic the evaluator is compared with.
private struct Fraction {
    var above: Int128
    var below: Int128

    /// The fraction in lowest terms; `nil` when the divisor is zero.
    init?(_ above: Int128, _ below: Int128 = 1) {
        guard below != 0 else { return nil }
        var (a, b) = (above.magnitude, below.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let common = Int128(max(a, 1))
        let sign: Int128 = below < 0 ? -1 : 1
        self.above = sign * above / common
        self.below = sign * below / common
    }
}

/// A formula as text together with its value worked out by hand, part by part; `nil` is a division by zero.
private typealias Example = (text: String, value: Fraction?)

extension Dice {
    /// `a + b - c`, from left to right.
    fileprivate mutating func sum(_ depth: Int) -> Example {
        var (text, value) = product(depth)
        for _ in 0..<roll(3) {
            let (term, next) = product(depth)
            let plus = roll(2) == 0
            text += (plus ? " + " : " − ") + term
            value = combine(value, next) {
                Fraction($0.above * $1.below + (plus ? 1 : -1) * $1.above * $0.below, $0.below * $1.below)
            }
        }
        return (text, value)
    }

    /// `a * b / 4`, from left to right; divisors keep the decimals finite.
    private mutating func product(_ depth: Int) -> Example {
        var (text, value) = factor(depth)
        for _ in 0..<roll(3) {
            if roll(2) == 0 {
                let (term, next) = factor(depth)
                text += " × " + term
                value = combine(value, next) { Fraction($0.above * $1.above, $0.below * $1.below) }
            } else {
                let divisor = pick(1, [2, 4, 5, 10, 2, 5, 0])
                text += " / \(divisor)"
                value = value.flatMap { Fraction($0.above, $0.below * Int128(divisor)) }
            }
        }
        return (text, value)
    }

    private mutating func factor(_ depth: Int) -> Example {
        if depth == 0 || roll(3) == 0 {
            let number = roll(30)
            return ("\(number)", Fraction(Int128(number)))
        }
        let (text, value) = sum(depth - 1)
        return roll(4) == 0 ? ("-(\(text))", value.flatMap { Fraction(-$0.above, $0.below) }) : ("(\(text))", value)
    }

    private func combine(_ left: Fraction?, _ right: Fraction?, _ step: (Fraction, Fraction) -> Fraction?) -> Fraction?
    {
        guard let left, let right else { return nil }
        return step(left, right)
    }
}

@Suite("Arithmetic against fractions")
struct ArithmeticAgreementTests {
    @Test("random formulas give what fractions give", arguments: 0..<100)
    func agreement(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<50 {
            let (text, expected) = dice.sum(2)
            let outcome = try #require(value(text), "\(text)")
            guard let expected else {
                #expect(outcome == .notComputable(.divisionByZero), "\(text)")
                continue
            }
            // Only what fits sixteen decimals can be held exactly.
            let scale: Int128 = 10_000_000_000_000_000
            guard expected.above.magnitude < 1_000_000_000_000_000_000, scale % expected.below == 0 else { continue }
            #expect(outcome.value?.number == FixedDecimal(raw: expected.above * (scale / expected.below)), "\(text)")
        }
    }
}
