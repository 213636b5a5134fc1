import Formulas
import Messages
import Quantities
import Testing

@testable import Calculation

@Suite("Numbers of many people: narrow while they fit, the same either way")
struct NumberBlockTests {
    private func block(_ units: [Int64], scale: Int, missing: [Bool]? = nil) -> NumberBlock {
        NumberBlock(.narrow(units, scale: scale), missing: missing)
    }

    private func texts(_ block: NumberBlock) -> [String] {
        (0..<block.count).map { block.isMissing($0) ? "-" : block[$0].description }
    }

    private func isWide(_ block: NumberBlock) -> Bool {
        if case .wide = block.numbers { true } else { false }
    }

    @Test("1.50 + 0.125 = 1.625; what is missing on one side is missing")
    func sum() {
        let sum = NumberBlock.combine(
            .plus, block([150, 1], scale: 2, missing: [false, true]), block([125, 125], scale: 3))
        #expect(texts(sum) == ["1.625", "-"])
    }

    @Test("a sum that leaves 64 bits goes on in 128")
    func wide() {
        let sum = NumberBlock.combine(.plus, block([.max, 1], scale: 2), block([1, 1], scale: 2))
        #expect(isWide(sum))
        #expect(texts(sum) == ["92233720368547758.08", "0.02"])
        #expect(texts(NumberBlock.combine(.minus, sum, sum)) == ["0", "0"])
    }

    @Test("two thirds have sixteen places, the last rounded away from zero; nothing is divided by zero")
    func quotients() {
        let quotients = NumberBlock.combine(.divide, block([2, -2, 5], scale: 0), block([3, 3, 0], scale: 0))
        #expect(texts(quotients) == ["0.6666666666666667", "-0.6666666666666667", "-"])
    }

    @Test("rounding: 0.125 and −0.125 by each rule, and the lowest number by itself")
    func rounding() {
        let numbers = block([125, -125], scale: 3)
        #expect(texts(rounded(numbers, to: 2, .halfAwayFromZero)) == ["0.13", "-0.13"])
        #expect(texts(rounded(numbers, to: 2, .halfEven)) == ["0.12", "-0.12"])
        #expect(texts(rounded(numbers, to: 2, .down)) == ["0.12", "-0.13"])
        #expect(texts(rounded(block([.min], scale: 2), to: 0, .halfAwayFromZero)) == ["-92233720368547758"])
    }

    private func rounded(_ numbers: NumberBlock, to places: Int, _ mode: Rounding) -> NumberBlock {
        .computed(numbers, numbers) { result, numbers, _ in result.round(numbers, to: DecimalPlaces(places), mode) }
    }

    @Test("to multiples: 1.25 to 0.5 either way, and what leaves 64 bits in 128")
    func multiples() {
        let half = PersonNumber(units: 5, scale: 1)
        let numbers = block([125, -125, 0], scale: 2, missing: [false, false, true])
        let up = NumberBlock.computed(numbers, numbers) { result, numbers, _ in
            result.round(numbers, toMultipleOf: half, .up)
        }
        #expect(texts(up) == ["1.5", "-1", "-"] && !isWide(up))
        let large = block([.max], scale: 0)
        let tens = NumberBlock.computed(large, large) { result, numbers, _ in
            result.round(numbers, toMultipleOf: PersonNumber(units: 10, scale: 0), .up)
        }
        #expect(texts(tens) == ["9223372036854775810"] && isWide(tens))
    }

    @Test("what decides alone decides where the other has no answer")
    func logic() {
        let unknown = FlagBlock([false, false], missing: [true, true]).numbers
        let answers = FlagBlock([true, false]).numbers
        #expect(texts(NumberBlock.computed(answers, unknown) { $0.decide(.or, $1, $2) }) == ["1", "-"])
        #expect(texts(NumberBlock.computed(answers, unknown) { $0.decide(.and, $1, $2) }) == ["-", "0"])
    }

    @Test("`otherwise` takes the second where the first is missing")
    func instead() {
        let first = block([1, 2, 3], scale: 0, missing: [false, true, true])
        let second = block([10, 20, 30], scale: 1, missing: [false, false, true])
        #expect(texts(NumberBlock.computed(first, second) { $0.instead($1, $2) }) == ["1", "2", "-"])
    }
}
