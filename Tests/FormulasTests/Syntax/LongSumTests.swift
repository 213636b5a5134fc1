import Formulas
import Foundation
import Messages
import Quantities
import Testing

/// A sum is a tree as high as it has terms, and the stack of a thread may be small.
@Suite("A long sum needs no deep stack")
struct LongSumTests {
    @Test(
        "a thousand terms are read, printed and calculated with a megabyte",
        arguments: [
            // 1 + 1 000 × 1, 1 − 1 000 × 1, and answers that the first or the last part decides.
            ("1", " + 1", FormulaValue.number(1001)), ("1", " - 1", .number(-999)), ("1", " * 1", .number(1)),
            ("true", " and true", .flag(true)), ("false", " or false", .flag(false)),
            ("missing = 1", " or true", .flag(true)),
        ])
    func long(first: String, term: String, expected: FormulaValue) {
        let count = first.contains("=") ? 999 : 1_000
        let result = onSmallStack { () -> FormulaValue? in
            let formula = first + String(repeating: term, count: count)
            let (syntax, faults) = Parser.parse(formula)
            guard faults.isEmpty, syntax.text == formula else { return nil }
            guard let checked = Checker.check(formula, in: Ledger()).formula, !checked.hasMoreParts(than: 2_003),
                checked.references.count == (first.contains("=") ? 1 : 0), checked.translated({ $0 }) != nil
            else { return nil }
            return checked.evaluate { _ in .notComputable(Ledger.noFact) }.value
        }
        #expect(result == expected)
    }

    /// What a closure gives on a thread whose stack has a megabyte.
    private func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value? {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Value>()
        let thread = Thread {
            box.value = body()
            done.signal()
        }
        thread.stackSize = 1 << 20
        thread.start()
        done.wait()
        return box.value
    }

    /// Written by one thread before the other reads it.
    private final class Box<Value>: @unchecked Sendable {
        var value: Value?
    }
}
